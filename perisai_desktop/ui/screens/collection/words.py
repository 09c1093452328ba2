"""The collection round in words: how somebody stands, and what a payment brings."""

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.collection import (
    CollectionOption,
    CollectionOutlook,
    DueFilter,
    DueRow,
    DueSum,
)
from perisai_desktop.ui.contribution_words import overdue_words
from perisai_desktop.ui.i18n import month_short, month_words
from perisai_desktop.ui.theme.tokens import Tone
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import FULL_JKM_MONTHS
from sync.rules.rupiah import Rupiah, format_rupiah

translate = QCoreApplication.translate


def part_words(part: DueFilter) -> str:
    """The words on a chip."""
    return {
        DueFilter.DUE: translate("Collection", "To collect"),
        DueFilter.OVERDUE: translate("Collection", "Overdue"),
        DueFilter.ALL: translate("Collection", "All"),
    }[part]


def standing_words(row: DueRow, *, due: bool) -> tuple[str, Tone]:
    """Until when somebody has paid and what is overdue, with the tone; `due`: the next month has begun."""
    until = translate("Collection", "Paid until {month}").format(month=month_short(row.month.plus(-1)))
    if row.ended:
        return translate("Collection", "{until} · membership ended").format(until=until), Tone.ERROR
    if row.overdue:
        tone = Tone.ERROR if row.overdue >= 3 else Tone.WARNING
        return f"{until} · {overdue_words(row.overdue)}", tone
    if due:
        falls = f"{row.due_on.day} {month_short(IuranMonth.of(row.due_on)).partition(' ')[0]}"
        return translate("Collection", "{until} · due by {day}").format(until=until, day=falls), Tone.MUTED
    return until, Tone.MUTED


def village_words(total: DueSum) -> str:
    """Paid against expected of a village; the expected alone where nobody has paid."""
    expected = format_rupiah(Rupiah(total.expected))
    if not total.paid:
        return expected
    words = translate("Collection", "{paid} of {expected}")
    return words.format(paid=format_rupiah(Rupiah(total.paid)), expected=expected)


def paid_words(outlook: CollectionOutlook) -> tuple[str, Tone]:
    """How the chosen person stands, in a sentence, with the tone."""
    if outlook.paid_until is None:
        return translate("Collection", "Paid until when is not known here"), Tone.MUTED
    until = translate("Collection", "Paid until {month}").format(month=month_words(outlook.paid_until))
    if not outlook.arrears:
        return until, Tone.OK
    tone = Tone.ERROR if outlook.arrears >= 3 else Tone.WARNING
    return f"{until}, {overdue_words(outlook.arrears)}", tone


def benefit_words(option: CollectionOption) -> tuple[str, Tone]:
    """What the death benefit is after this payment; nothing where it was whole before, or is not known."""
    after = option.in_a_row
    if after is None or after - option.months >= FULL_JKM_MONTHS:
        return "", Tone.MUTED
    if after >= FULL_JKM_MONTHS:
        return translate("Collection", "Full death benefit with this payment."), Tone.OK
    words = translate(
        "Collection", "Full death benefit after 3 paid months in a row; with this payment {count}."
    )
    return words.format(count=after), Tone.MUTED


def relief_words(option: CollectionOption) -> str:
    """The reliefs in an option and what they save; empty where there is none."""
    named = translate("Collection", "Relief {percent}% {law}")
    told = [
        named.format(percent=100 - 100 * one.paid_numerator // one.paid_denominator, law=one.law)
        for one in option.reliefs
    ]
    if not told:
        return ""
    saved = format_rupiah(Rupiah(option.quote.full - option.quote.total))
    told.append(translate("Collection", "saves {rupiah}").format(rupiah=saved))
    return " · ".join(dict.fromkeys(told))
