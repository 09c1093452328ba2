"""The price at the right of the enrolment form: each iuran month, its relief, and what is to be paid now."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.ui.i18n import month_words
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.cards import clear_layout
from perisai_desktop.ui.widgets.labels import Elided, IconLabel, Role, Text, restyle, rule
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from sync.rules.pricing import PriceLine, Quote
from sync.rules.reference import Reference
from sync.rules.rupiah import format_number, format_rupiah

MONTHS_SHOWN = 4
SCROLL_HEIGHT = 216


class PricePanel(QWidget):
    """Always shows a figure: a dash while the price cannot be told."""

    def __init__(self, reference: Reference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reference = reference
        self._shown: Quote | None = None
        self._title = Text(self.tr("Contribution"), Role.HEADING)
        self._basis = Elided("", Role.HELP)
        self._lines = QGridLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setVerticalSpacing(2)
        self._lines.setColumnStretch(1, 1)
        self._scroll = ScrollSheet(self._lines)
        self._total = Text("–", Role.FIGURE)
        self._note = Text("", Role.HELP, wrap=True)
        self._inferred = Text(
            self.tr("This income bracket is inferred from the published maximum. The branch confirms it."),
            Role.HELP,
            Tone.WARNING,
            wrap=True,
        )
        now = QHBoxLayout()
        now.addWidget(Text(self.tr("To pay now"), Role.MEDIUM))
        now.addStretch(1)
        now.addWidget(self._total)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(6)
        for part in (self._title, self._basis, self._scroll, rule()):
            column.addWidget(part)
        column.addLayout(now)
        column.addWidget(self._note)
        column.addWidget(self._inferred)
        self._inferred.hide()

    def show_state(self, state: EnrolmentState) -> None:
        """Show the quote of `state`, or what is missing for one."""
        quote = state.assessment.quote if state.assessment else None
        if quote is not None and quote == self._shown:
            return
        self._shown = quote
        clear_layout(self._lines)
        if quote is None:
            self._title.setText(self.tr("Contribution"))
            self._basis.setText(self.tr("Occupation, income and programme give the price"))
            self._total.setText("–")
            self._note.setText("")
            self._inferred.hide()
            self._scroll.setFixedHeight(0)
            return
        self._title.setText(self.tr("%n month(s) of contribution", "", len(quote.lines)))
        self._basis.setText(self._basis_words(quote))
        self._total.setText(format_rupiah(quote.total))
        self._note.setText(self.tr("Full death benefit after 3 paid months in a row."))
        self._inferred.setVisible(any(line.inferred for line in quote.lines))
        for line in quote.lines:
            self._add(line)
        self._lines.setRowStretch(self._lines.rowCount(), 1)
        self._scroll.setFixedHeight(min(SCROLL_HEIGHT, self._height(quote)))

    def _basis_words(self, quote: Quote) -> str:
        line = quote.lines[0]
        tariff = self._reference.tariff_for(line.month) or self._reference.tariff
        basis = next(bracket.basis for bracket in tariff.brackets if bracket.number == line.bracket)
        return self.tr("Bracket {bracket} · basis {basis}").format(
            bracket=line.bracket, basis=format_rupiah(basis)
        )

    def _add(self, line: PriceLine) -> None:
        row = self._lines.rowCount()
        self._lines.addWidget(Text(month_words(line.month), Role.MEDIUM), row, 0, 1, 2)
        self._lines.addWidget(Text(format_number(line.total), Role.STRONG), row, 2)
        if line.relief is None:
            return
        title = next(
            (each.title for each in self._reference.reliefs if each.code == line.relief), line.relief
        )
        full = Text(format_number(line.full), Role.HELP)
        restyle(full, "struck", "true")
        self._lines.addWidget(IconLabel("badge-percent", Tone.OK, 14), row + 1, 0)
        self._lines.addWidget(Elided(title, Role.HELP, Tone.OK), row + 1, 1)
        self._lines.addWidget(full, row + 1, 2)

    def _height(self, quote: Quote) -> int:
        return sum(44 if line.relief else 22 for line in quote.lines) + 4
