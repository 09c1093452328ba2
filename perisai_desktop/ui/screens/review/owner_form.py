"""Finds the worker for whom money was paid that names somebody unknown: a search at the branch, and who it found."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.domain.review import FoundWorker, StrangePayer
from perisai_desktop.ui.i18n import month_words
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Box
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.dates import format_short_date
from sync.rules.nik import format_nik
from sync.rules.rupiah import format_rupiah


class OwnerForm(QWidget):
    """Rebuilt for every answer of the branch; `given` carries the worker who was chosen."""

    written = Signal(str)
    given = Signal(str)

    def __init__(
        self,
        payer: StrangePayer,
        sought: str,
        found: tuple[FoundWorker, ...] | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        named = " · ".join(
            part for part in (payer.name, format_nik(payer.nik), format_rupiah(payer.rupiah)) if part
        )
        column.addWidget(Text(named, Role.HELP, wrap=True))
        self.search = TextInput(icon="search")
        self.search.setObjectName("owner_search")
        self.search.set_value(sought)
        self.search.value_edited.connect(self.written)
        column.addWidget(Field(self.tr("NIK or name"), self.search, self.tr("at least three letters")))
        for worker in found or ():
            column.addWidget(self._choice(worker))
        if found is not None and not found:
            column.addWidget(Text(self.tr("The branch knows nobody like that."), Role.HELP, wrap=True))

    def _choice(self, worker: FoundWorker) -> QWidget:
        box = Box(padding=12)
        born = "" if worker.birth_on is None else format_short_date(worker.birth_on)
        until = (
            self.tr("nothing paid yet")
            if worker.paid_until is None
            else self.tr("paid until {month}").format(month=month_words(worker.paid_until))
        )
        box.column.addWidget(Text(worker.name, Role.STRONG, wrap=True))
        told = " · ".join(part for part in (format_nik(worker.nik), born, until, worker.agent_name) if part)
        box.column.addWidget(Text(told, Role.HELP, wrap=True))
        give = Button(self.tr("For this worker"), Kind.OK, icon="check")
        give.setObjectName(f"owner_{worker.worker_id}")
        give.clicked.connect(lambda: self.given.emit(worker.worker_id))
        box.column.addWidget(give)
        return box
