"""The card of one finding: what was found, about whom, and the records that show it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication

from perisai_desktop.domain.branch_finding import BranchFinding
from perisai_desktop.ui.i18n import plain_date
from perisai_desktop.ui.record_words import record_mark
from perisai_desktop.ui.screens.findings.state import Grouping, Line
from perisai_desktop.ui.screens.findings.words import agent_words, finding_words, head_words
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import EmptyState, clear_layout
from perisai_desktop.ui.widgets.labels import Role, Text, rule
from perisai_desktop.ui.widgets.link_row import LinkRow
from perisai_desktop.ui.widgets.scrolling import ScrollCard
from sync.rules.rupiah import format_number


class FindingCard(ScrollCard):
    """`opened` leads to what the chosen line is about, `record_asked` carries the id of an entry."""

    opened = Signal()
    record_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Line | None, Grouping] | None = None

    def show_line(self, line: Line | None, grouping: Grouping) -> None:
        """Show a finding, the head of a group, or what to do where nothing is chosen."""
        if (line, grouping) == self._shown:
            return
        self._shown = (line, grouping)
        clear_layout(self.parts)
        if line is None:
            words, advice = (
                self.tr("Choose a finding"),
                self.tr("What was found, and the records that show it."),
            )
            self.parts.addWidget(EmptyState("search-check", words, advice))
            return
        if line.finding is None:
            self._show_head(line, grouping)
        else:
            self._show_finding(line.finding)
        self.parts.addStretch(1)
        self.parts.addWidget(rule())
        note = self.tr(
            "A finding decides nothing. It is a reason to look, and often there is a good explanation."
        )
        self.parts.addWidget(Text(note, Role.HELP, wrap=True))

    def _show_head(self, line: Line, grouping: Grouping) -> None:
        self.parts.addWidget(Text(head_words(line, grouping), Role.HEADING, wrap=True))
        count = self.tr("Findings: {count}").format(count=format_number(len(line.group.findings)))
        self.parts.addWidget(Text(count, Role.HELP))
        if grouping is Grouping.AGENT:
            self.parts.addWidget(self._way(self.tr("Open the agent's card")))

    def _show_finding(self, one: BranchFinding) -> None:
        self.parts.addWidget(Text(finding_words(one), Role.HEADING, wrap=True))
        self.parts.addWidget(Text(f"{agent_words(one)} · {plain_date(one.on)}", Role.HELP, wrap=True))
        of_day = one.record is None
        self.parts.addWidget(
            self._way(self.tr("Open the agent's card") if of_day else self.tr("Open the record"))
        )
        if not one.entries:
            words = self.tr("No single record shows it: look at the agent's numbers and laptops.")
            self.parts.addWidget(Text(words, Role.MUTED, wrap=True))
            return
        self.parts.addWidget(rule())
        if one.openable:
            self._show_records(one.entries)
        else:
            words = self.tr(
                "Receipts and deposits that show it: {count}. They are not reviewed; the agent's card tells of the"
                " cash."
            )
            count = format_number(len(one.entries))
            self.parts.addWidget(Text(words.format(count=count), wrap=True))
        copy = Button(self.tr("Copy the record numbers"), slim=True)
        copy.setObjectName("findings_copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(one.entries)))
        self.parts.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_records(self, entries: Sequence[str]) -> None:
        self.parts.addWidget(Text(self.tr("Records that show it"), Role.STRONG))
        for place, entry_id in enumerate(entries, 1):
            title = self.tr("Record {place}").format(place=place)
            row = LinkRow("receipt-text", Tone.INFO, title, record_mark(entry_id))
            row.clicked.connect(lambda _on=False, entry_id=entry_id: self.record_asked.emit(entry_id))
            self.parts.addWidget(row)

    def _way(self, words: str) -> Button:
        way = Button(words, key="Enter", bind=False)
        way.setObjectName("findings_open")
        way.clicked.connect(self.opened)
        return way
