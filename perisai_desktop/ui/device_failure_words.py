"""Three sentences for what the branch may do with a laptop: pause it, revoke it, wipe it, want a newer program."""

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP

DEVICE_FAILURES: dict[FailureCode, tuple[str, str, str]] = {
    FailureCode.DEVICE_PAUSED: (
        QT_TRANSLATE_NOOP("Failures", "The branch has paused this laptop."),
        QT_TRANSLATE_NOOP("Failures", "Data and money are safe; what you save is still sent."),
        QT_TRANSLATE_NOOP("Failures", "Answers come again once the branch lets it: call them."),
    ),
    FailureCode.DEVICE_REVOKED: (
        QT_TRANSLATE_NOOP(
            "Failures", "The branch has withdrawn this laptop: no more cash may be taken on it."
        ),
        QT_TRANSLATE_NOOP("Failures", "Data and money are safe; what was saved is still sent to the branch."),
        QT_TRANSLATE_NOOP("Failures", "Let it send everything, hand the cash over, and call the branch."),
    ),
    FailureCode.DEVICE_LEAVING: (
        QT_TRANSLATE_NOOP(
            "Failures", "The branch is taking this laptop back: nothing more is written on it."
        ),
        QT_TRANSLATE_NOOP("Failures", "It is emptied only once the branch has everything."),
        QT_TRANSLATE_NOOP("Failures", "Connect to the internet and let it send; then call the branch."),
    ),
    FailureCode.DEVICE_WIPED: (
        QT_TRANSLATE_NOOP("Failures", "The branch has emptied this laptop."),
        QT_TRANSLATE_NOOP(
            "Failures", "Everything that was sent is safe at the branch, receipts and money too."
        ),
        QT_TRANSLATE_NOOP("Failures", "To go on working here, enrol it with a new code from the branch."),
    ),
    FailureCode.DEVICE_WIPED_OWING: (
        QT_TRANSLATE_NOOP("Failures", "The branch has emptied this laptop. You still hold {cash} in cash."),
        QT_TRANSLATE_NOOP(
            "Failures",
            "Everything that was sent is safe at the branch. The cash is for these receipts: {receipts}.",
        ),
        QT_TRANSLATE_NOOP(
            "Failures",
            "Write this down and hand the cash over to the branch; to go on here, enrol with a new code.",
        ),
    ),
    FailureCode.PROGRAM_TOO_OLD: (
        QT_TRANSLATE_NOOP("Failures", "This program is too old to take cash: version {minimum} is needed."),
        QT_TRANSLATE_NOOP("Failures", "What you typed is kept as a draft; everything saved is still sent."),
        QT_TRANSLATE_NOOP("Failures", "Install the newest version, then go on with the draft."),
    ),
}
"""What happened, whether data and money are safe, what to do."""
