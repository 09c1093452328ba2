"""The price at the right of the enrolment form: each iuran month, its relief, and what is to be paid now."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from perisai_desktop.ui.enrolment_words import value_words
from perisai_desktop.ui.i18n import month_short, month_words
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.cards import across, clear_layout
from perisai_desktop.ui.widgets.labels import Elided, IconLabel, Role, Text, restyle, rule
from sync.rules.enrolment import EnrolmentForm
from sync.rules.pricing import PriceLine, Quote
from sync.rules.reference import Reference
from sync.rules.rupiah import Rupiah, format_number, format_rupiah

ONE_BY_ONE = 4
"""Up to so many months have a line each; more are drawn together where they cost the same."""


@dataclass(frozen=True, slots=True)
class Span:
    """Months in a row that cost the same."""

    lines: tuple[PriceLine, ...]

    @property
    def line(self) -> PriceLine:
        """The first of them."""
        return self.lines[0]

    @property
    def total(self) -> int:
        """Rupiah of all of them."""
        return sum(line.total for line in self.lines)

    @property
    def full(self) -> int:
        """Rupiah of all of them without relief."""
        return sum(line.full for line in self.lines)


def spans(quote: Quote) -> tuple[Span, ...]:
    """The months of `quote` as they are shown."""
    if len(quote.lines) <= ONE_BY_ONE:
        return tuple(Span((line,)) for line in quote.lines)
    alike = groupby(quote.lines, key=lambda line: (line.total, line.full, line.relief, line.bracket))
    return tuple(Span(tuple(group)) for _, group in alike)


class PricePanel(QWidget):
    """Always shows a figure: a dash while the price cannot be told."""

    def __init__(self, reference: Reference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reference = reference
        self._shown: tuple[Quote | None, str] | None = None
        self._title = Text(self.tr("Contribution"), Role.HEADING)
        self._basis = Text("", Role.HELP, wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
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
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._basis)
        column.addSpacing(4)
        column.addLayout(self._lines)
        column.addSpacing(4)
        column.addWidget(rule())
        column.addLayout(now)
        column.addWidget(self._note)
        column.addWidget(self._inferred)
        self._inferred.hide()

    def show_state(self, state: EnrolmentState) -> None:
        """Show the quote of `state`, or what is missing for one."""
        quote = state.assessment.quote if state.assessment else None
        shown = (quote, state.form.payer)
        if shown == self._shown:
            return
        self._shown = shown
        clear_layout(self._lines)
        self._inferred.setVisible(quote is not None and any(line.inferred for line in quote.lines))
        self._note.setVisible(quote is not None)
        if quote is None:
            self._title.setText(self.tr("Contribution"))
            self._basis.setText(self.tr("Occupation, income and programme give the price"))
            self._total.setText("–")
            return
        self._title.setText(self.tr("%n month(s) of contribution", "", len(quote.lines)))
        self._basis.setText(self._basis_words(quote, state.form))
        self._total.setText(format_rupiah(quote.total))
        self._note.setText(self.tr("Full death benefit after 3 paid months in a row."))
        for span in spans(quote):
            if self._lines.count():
                self._lines.addSpacing(6)
            self._add(span)

    def _basis_words(self, quote: Quote, form: EnrolmentForm) -> str:
        line = quote.lines[0]
        tariff = self._reference.tariff_for(line.month) or self._reference.tariff
        basis = next(bracket.basis for bracket in tariff.brackets if bracket.number == line.bracket)
        return self.tr("{payer} · basis {basis}").format(
            payer=value_words("payer", form.payer), basis=format_rupiah(basis)
        )

    def _add(self, span: Span) -> None:
        months = Elided(self._months(span), Role.MEDIUM)
        amount = Text(format_rupiah(Rupiah(span.total)), Role.STRONG)
        self._lines.addLayout(across(months, amount))
        months.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if span.line.relief is not None:
            self._add_relief(span)

    def _months(self, span: Span) -> str:
        if len(span.lines) == 1:
            return month_words(span.line.month)
        first, last = month_short(span.line.month), month_short(span.lines[-1].month)
        return self.tr("{first} – {last}, {count} × {amount}").format(
            first=first, last=last, count=len(span.lines), amount=format_number(Rupiah(span.line.total))
        )

    def _add_relief(self, span: Span) -> None:
        relief = next(each for each in self._reference.reliefs if each.code == span.line.relief)
        percent = 100 - 100 * relief.paid_numerator // relief.paid_denominator
        words = self.tr("Relief {percent}% {law}").format(percent=percent, law=relief.law)
        full = Text(format_rupiah(Rupiah(span.full)), Role.HELP)
        restyle(full, "struck", "true")
        icon = IconLabel("badge-percent", Tone.OK, 14)
        self._lines.addLayout(across(icon, Text(words, Role.HELP, Tone.OK), None, full, spacing=6))
