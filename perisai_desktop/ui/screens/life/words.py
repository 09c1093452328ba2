"""A worker's life in words: what the branch decides about a change, and what an end means."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.life import LifeOutlook
from perisai_desktop.ui.i18n import month_short, month_words
from perisai_desktop.ui.screens.life.state import LifeState
from perisai_desktop.ui.theme.tokens import Tone
from sync.rules.changes import EndCause
from sync.rules.iuran_month import IuranMonth

translate = QCoreApplication.translate


def cause_words() -> tuple[tuple[EndCause, str, str], ...]:
    """Every cause of an end with what it asks for."""
    return (
        (EndCause.DEATH, translate("Life", "Died"), translate("Life", "heirs may claim")),
        (EndCause.EMPLOYMENT, translate("Life", "Employed"), translate("Life", "the employer insures")),
        (EndCause.OWN_WISH, translate("Life", "Own wish"), translate("Life", "wants to stop")),
    )


def day_words(cause: EndCause | None) -> str:
    """The label of the day of an end."""
    if cause is EndCause.DEATH:
        return translate("Life", "Day of death")
    return translate("Life", "Employed since")


def decision_words(state: LifeState, outlook: LifeOutlook) -> tuple[str, str, Tone]:
    """What happens after the button: who decides, and what counts until then; nothing while nothing is said."""
    month = month_words(outlook.month)
    if state.ending and state.cause is not None:
        title = translate("Life", "The branch decides on the end")
        if outlook.beyond:
            paid = translate(
                "Life",
                "{months} are paid beyond it. Ask for a void of the receipt, or for the money back at the branch.",
            )
            return title, paid.format(months=short_months(outlook.beyond)), Tone.WARNING
        words = translate("Life", "From {month} on nothing is due here; if the branch refuses, it is again.")
        return title, words.format(month=month), Tone.INFO
    if state.ending or not outlook.changed:
        return "", "", Tone.INFO
    title = translate("Life", "The branch decides on the change")
    if outlook.dearer_or_cheaper:
        words = translate(
            "Life",
            "From {month} on you take the new price at once; if the branch refuses, the old one holds again.",
        )
    else:
        words = translate("Life", "It counts here at once; if the branch refuses, the old value holds again.")
    return title, words.format(month=month), Tone.INFO


def short_months(months: Sequence[IuranMonth]) -> str:
    """`Nov 2026, Dec 2026`."""
    return ", ".join(month_short(month) for month in months)
