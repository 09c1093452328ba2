"""Three sentences for every failure around laptops: new receipt numbers by phone, wipes and hand-overs."""

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP

LAPTOP_FAILURES: dict[FailureCode, tuple[str, str, str]] = {
    FailureCode.EPOCH_CODE_UNFIT: (
        QT_TRANSLATE_NOOP("Failures", "This is not a whole code: it has 12 letters and digits."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed, and this does not count as a try."),
        QT_TRANSLATE_NOOP("Failures", "Let the branch read the code out once more, group by group."),
    ),
    FailureCode.EPOCH_CODE_WRONG: (
        QT_TRANSLATE_NOOP("Failures", "This code does not answer what this laptop asks."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed, your drafts are safe."),
        QT_TRANSLATE_NOOP("Failures", "Compare question and code with the branch. Tries left: {tries_left}."),
    ),
    FailureCode.EPOCH_CODE_AGAIN: (
        QT_TRANSLATE_NOOP("Failures", "Too many wrong codes: the laptop asks anew."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed, your drafts are safe."),
        QT_TRANSLATE_NOOP(
            "Failures", "Read the new question to the branch: the old code does not answer it."
        ),
    ),
    FailureCode.EPOCH_CODE_WAITS: (
        QT_TRANSLATE_NOOP("Failures", "The laptop waits a moment after wrong codes."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed, your drafts are safe."),
        QT_TRANSLATE_NOOP("Failures", "Try again in {seconds}."),
    ),
    FailureCode.LAPTOP_UNKNOWN: (
        QT_TRANSLATE_NOOP("Failures", "Your branch has no laptop with this code."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was granted."),
        QT_TRANSLATE_NOOP("Failures", "Let the agent read the laptop's code once more, such as 7Q2FK-03."),
    ),
    FailureCode.LAPTOP_REVOKED: (
        QT_TRANSLATE_NOOP("Failures", "This laptop is revoked."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was granted; what it still holds can be sent."),
        QT_TRANSLATE_NOOP(
            "Failures", "Let it work again first where it was found, or give the agent a new device code."
        ),
    ),
    FailureCode.LAPTOP_AHEAD: (
        QT_TRANSLATE_NOOP("Failures", "The number behind the laptop's code is higher than any it was given."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was granted."),
        QT_TRANSLATE_NOOP(
            "Failures",
            "Let the agent read it once more. Where the server was restored from an older copy, its operator makes the code.",
        ),
    ),
    FailureCode.NOBODY_TO_HAND_OVER: (
        QT_TRANSLATE_NOOP("Failures", "This agent serves nobody who could be handed over."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP(
            "Failures", "Look at the agent's card: somebody may have handed them over already."
        ),
    ),
    FailureCode.WIPE_NOT_ASKED: (
        QT_TRANSLATE_NOOP("Failures", "Nobody wants this laptop wiped any more."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was approved."),
        QT_TRANSLATE_NOOP("Failures", "Load again. Ask for the wipe first where it is still wanted."),
    ),
    FailureCode.CHALLENGE_UNFIT: (
        QT_TRANSLATE_NOOP("Failures", "The question has six letters and digits."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was granted."),
        QT_TRANSLATE_NOOP("Failures", "Let the agent read it once more from the screen."),
    ),
    FailureCode.EPOCHS_USED_UP: (
        QT_TRANSLATE_NOOP("Failures", "This laptop has used up all its number ranges."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was granted; everything sent stays valid."),
        QT_TRANSLATE_NOOP("Failures", "Enrol the laptop anew with a device code."),
    ),
}
