"""Sentences for what can go wrong where a worker's life or consent changes: what happened, whether it is safe, what to do."""

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP

LIFE_FAILURES: dict[FailureCode, tuple[str, str, str]] = {
    FailureCode.CHANGE_TOO_EARLY: (
        QT_TRANSLATE_NOOP("Failures", "This change can't hold from so early a month."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP(
            "Failures",
            "Choose this month or a later one, and behind the last paid month where the price changes.",
        ),
    ),
    FailureCode.CHANGE_TOO_LATE: (
        QT_TRANSLATE_NOOP("Failures", "The month is more than a year ahead."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Choose a month within the next twelve."),
    ),
    FailureCode.END_DATE_UNFIT: (
        QT_TRANSLATE_NOOP("Failures", "The day on which the membership ended and the month do not fit."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Choose the month of that day, or the month behind it."),
    ),
    FailureCode.MEMBERSHIP_ENDED: (
        QT_TRANSLATE_NOOP("Failures", "This worker's membership has ended by then."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Enrol the worker again if the worker comes back."),
    ),
    FailureCode.HANDED_OVER: (
        QT_TRANSLATE_NOOP("Failures", "The branch handed this worker to another agent."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Send the worker to the other agent."),
    ),
    FailureCode.HANDOVER_UNKNOWN: (
        QT_TRANSLATE_NOOP("Failures", "The branch has not decided on this hand-over, or it is done already."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded."),
        QT_TRANSLATE_NOOP("Failures", "Send and fetch, then look again."),
    ),
    FailureCode.DATA_CLEANED: (
        QT_TRANSLATE_NOOP(
            "Failures", "The data of this form were cleaned from this laptop after the set time."
        ),
        QT_TRANSLATE_NOOP(
            "Failures", "The branch holds all of it; the receipt and the money stand as they are."
        ),
        QT_TRANSLATE_NOOP(
            "Failures",
            "For a new phone, address, job or income record a change; for anything else call the branch.",
        ),
    ),
    FailureCode.CONSENT_NOT_GIVEN: (
        QT_TRANSLATE_NOOP("Failures", "The worker has not agreed to this, or took it back before."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Choose only what the worker still agrees to."),
    ),
    FailureCode.WITHDRAWAL_UNSIGNED: (
        QT_TRANSLATE_NOOP("Failures", "The withdrawal is not signed yet."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Let the worker sign on the pad."),
    ),
}
