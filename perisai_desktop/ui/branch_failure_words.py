"""Three sentences for every failure around a branch's settings, and for a server that does not do what its people ask."""

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP

BRANCH_FAILURES: dict[FailureCode, tuple[str, str, str]] = {
    FailureCode.DRAFT_CHANGED: (
        QT_TRANSLATE_NOOP("Failures", "Somebody else worked on the settings meanwhile."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was published; what holds, holds."),
        QT_TRANSLATE_NOOP("Failures", "Throw your draft away to see theirs, then make your changes again."),
    ),
    FailureCode.DRAFT_OUTDATED: (
        QT_TRANSLATE_NOOP("Failures", "A newer version of the settings was published meanwhile."),
        QT_TRANSLATE_NOOP("Failures", "Your draft was not published; what holds, holds."),
        QT_TRANSLATE_NOOP("Failures", "Throw the draft away and begin with the newest version."),
    ),
    FailureCode.DRAFT_FAULTY: (
        QT_TRANSLATE_NOOP("Failures", "The settings cannot be published as they are."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was published; your draft is kept."),
        QT_TRANSLATE_NOOP("Failures", "Look once more at what it does, and correct what is named there."),
    ),
    FailureCode.BRANCH_BUSY: (
        QT_TRANSLATE_NOOP("Failures", "The server is busy."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded."),
        QT_TRANSLATE_NOOP("Failures", "Wait {seconds}, then try again."),
    ),
    FailureCode.BRANCH_FAULT: (
        QT_TRANSLATE_NOOP("Failures", "The server met a fault of its own."),
        QT_TRANSLATE_NOOP(
            "Failures", "The branch keeps every record; what you did last may not have reached it."
        ),
        QT_TRANSLATE_NOOP(
            "Failures", "Load the list again, and look; if it stays so, tell whoever runs the server."
        ),
    ),
    FailureCode.BRACKETS_UNREADABLE: (
        QT_TRANSLATE_NOOP("Failures", "The file is no list of income brackets (row {row})."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Save it as CSV with the columns that the help (F1) names."),
    ),
}
