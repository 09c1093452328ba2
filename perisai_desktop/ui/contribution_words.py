"""Further contributions in words: what is overdue, which months an option pays, and why nothing can be paid."""

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.collection import CollectionOption, Hurdle
from perisai_desktop.ui.i18n import month_short
from perisai_desktop.ui.theme.tokens import Tone

translate = QCoreApplication.translate


def overdue_words(months: int) -> str:
    """`2 months overdue`."""
    one = translate("Collection", "1 month overdue")
    many = translate("Collection", "{count} months overdue")
    return (one if months == 1 else many).format(count=months)


def months_words(months: int) -> str:
    """`3 months`."""
    one, many = translate("Collection", "1 month"), translate("Collection", "{count} months")
    return (one if months == 1 else many).format(count=months)


def span_words(option: CollectionOption) -> str:
    """The months of an option: `Nov 2026`, or the last of several, `to Jan 2027`."""
    last = month_short(option.last)
    return last if option.months == 1 else translate("Collection", "to {month}").format(month=last)


def hurdle_words(hurdle: Hurdle) -> tuple[str, str, Tone]:
    """Why nothing can be paid, and what to do."""
    return {
        Hurdle.ENDED: (
            translate("Collection", "The membership has ended"),
            translate(
                "Collection", "Enrol the person again: it is the same participant, with a new declaration."
            ),
            Tone.ERROR,
        ),
        Hurdle.PAID_AHEAD: (
            translate("Collection", "Everything is paid"),
            translate("Collection", "Nothing more can be paid in advance."),
            Tone.OK,
        ),
        Hurdle.REFUSED: (
            translate("Collection", "The branch refused the enrolment"),
            translate("Collection", "Take no further money: see under To correct what is to be done."),
            Tone.ERROR,
        ),
        Hurdle.DUPLICATE: (
            translate("Collection", "Registered already; the branch will call"),
            translate("Collection", "Take no further money until the branch has called."),
            Tone.WARNING,
        ),
        Hurdle.TERMS_UNKNOWN: (
            translate("Collection", "Enrolled elsewhere"),
            translate("Collection", "Say income, occupation and programme, then the price is known."),
            Tone.INFO,
        ),
    }[hurdle]
