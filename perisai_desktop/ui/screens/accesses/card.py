"""The card of one row of the access log, with what can be asked about it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from perisai_desktop.domain.access import Access
from perisai_desktop.ui.role_words import role_words
from perisai_desktop.ui.screens.accesses.places import place_for
from perisai_desktop.ui.screens.accesses.words import act_words, detail_words, moment, who_words
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import EmptyState, clear_layout
from perisai_desktop.ui.widgets.labels import Role, Text, rule
from perisai_desktop.ui.widgets.scrolling import ScrollCard


class AccessCard(ScrollCard):
    """`opened` leads to the record, `record_asked` carries its id, `account_asked` is about who did it.

    `person_asked` carries a record's id and the path for all that is held about its person; where `exports`.
    """

    opened = Signal()
    person_asked = Signal(str, object)
    record_asked = Signal(str)
    account_asked = Signal()

    def __init__(self, here: int, *, exports: bool) -> None:
        super().__init__()
        self._exports = exports
        self._here = here
        self._shown: Access | None = None
        self._filled = False

    def show_row(self, row: Access | None) -> None:
        """Show a row, or what to do where nothing is chosen."""
        if self._filled and row == self._shown:
            return
        self._shown, self._filled = row, True
        clear_layout(self.parts)
        if row is None:
            advice = self.tr("Who did it, when, and what can be asked about it.")
            self.parts.addWidget(EmptyState("eye", self.tr("Choose a row"), advice))
            return
        self.parts.addWidget(Text(act_words(row), Role.HEADING, wrap=True))
        for words, role in (
            (detail_words(row), Role.HELP),
            (" · ".join(part for part in (who_words(row), role_words(row.role)) if part), Role.STRONG),
            (moment(row, self._here), Role.HELP),
        ):
            if words:
                self.parts.addWidget(Text(words, role, wrap=True))
        if row.record is not None:
            self._show_record(row.record)
        if row.is_account:
            account = Button(self.tr("What else this account did"), icon="circle-user-round")
            account.setObjectName("accesses_account")
            account.clicked.connect(self.account_asked)
            self.parts.addWidget(account)
        self.parts.addStretch(1)
        self.parts.addWidget(rule())
        note = self.tr(
            "The log holds numbers of records, never names or NIK of workers. Nobody can change it."
        )
        self.parts.addWidget(Text(note, Role.HELP, wrap=True))

    def _show_record(self, record: str) -> None:
        self.parts.addWidget(rule())
        self.parts.addWidget(Text(self.tr("Number of the record"), Role.META))
        self.parts.addWidget(Text(record, Role.MUTED, wrap=True, selectable=True))
        way = Button(self.tr("Open the record"), key="Enter", bind=False)
        way.setObjectName("accesses_open")
        way.clicked.connect(self.opened)
        self.parts.addWidget(way)
        seen = Button(self.tr("Who saw this person's data"), icon="eye")
        seen.setObjectName("accesses_record")
        seen.clicked.connect(lambda: self.record_asked.emit(record))
        self.parts.addWidget(seen)
        if self._exports:
            save = Button(self.tr("Save this person's data…"), icon="file-down")
            save.setObjectName("accesses_person")
            save.clicked.connect(lambda: self._ask_place(record))
            self.parts.addWidget(save)

    def _ask_place(self, record: str) -> None:
        chosen = place_for(
            self, self.tr("Save this person's data"), self.tr("Personal data.zip"), "ZIP (*.zip)"
        )
        if chosen is not None:
            self.person_asked.emit(record, chosen)
