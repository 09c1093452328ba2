"""Three sentences for what may go wrong with files that go to the branch on a stick and come back on it."""

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP

BUNDLE_FAILURES: dict[FailureCode, tuple[str, str, str]] = {
    FailureCode.BUNDLE_FOLDER_MISSING: (
        QT_TRANSLATE_NOOP("Failures", "The USB stick is not there."),
        QT_TRANSLATE_NOOP("Failures", "Everything is still on this laptop; no file was left behind."),
        QT_TRANSLATE_NOOP("Failures", "Plug the USB stick in and save again."),
    ),
    FailureCode.BUNDLE_NO_ROOM: (
        QT_TRANSLATE_NOOP("Failures", "There is not enough room on the USB stick."),
        QT_TRANSLATE_NOOP("Failures", "Everything is still on this laptop; no half file was left behind."),
        QT_TRANSLATE_NOOP("Failures", "Free {needed} MB there, or use another USB stick."),
    ),
    FailureCode.BUNDLE_NOT_WRITTEN: (
        QT_TRANSLATE_NOOP("Failures", "The file could not be written there."),
        QT_TRANSLATE_NOOP("Failures", "Everything is still on this laptop; no half file was left behind."),
        QT_TRANSLATE_NOOP(
            "Failures", "See whether the USB stick is locked against writing, or use another one."
        ),
    ),
    FailureCode.BUNDLE_UNKNOWN: (
        QT_TRANSLATE_NOOP("Failures", "This is not a file of Perisai."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was sent."),
        QT_TRANSLATE_NOOP("Failures", "Choose the file whose name ends in .perisai."),
    ),
    FailureCode.BUNDLE_IS_ANSWER: (
        QT_TRANSLATE_NOOP("Failures", "This is an answer of the branch, not a file for it."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was sent."),
        QT_TRANSLATE_NOOP("Failures", "Give it back to the agent; the laptop in its name can read it."),
    ),
    FailureCode.BUNDLE_NEWER: (
        QT_TRANSLATE_NOOP("Failures", "The file was made by a newer version of this program."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was taken in; the file stays good."),
        QT_TRANSLATE_NOOP("Failures", "Ask the branch to update its server, then bring the file again."),
    ),
    FailureCode.BUNDLE_FOR_ANOTHER: (
        QT_TRANSLATE_NOOP("Failures", "The file was made for another server."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was taken in, and nothing in it can be read here."),
        QT_TRANSLATE_NOOP("Failures", "Bring it to the branch at which that laptop was registered."),
    ),
    FailureCode.BUNDLE_DAMAGED: (
        QT_TRANSLATE_NOOP("Failures", "The file is damaged, or was not copied to its end."),
        QT_TRANSLATE_NOOP(
            "Failures", "Nothing of it was taken in; everything is still on the agent's laptop."
        ),
        QT_TRANSLATE_NOOP("Failures", "Copy it once more, or let the laptop save it again."),
    ),
    FailureCode.BUNDLE_REFUSED: (
        QT_TRANSLATE_NOOP("Failures", "The branch does not take this file."),
        QT_TRANSLATE_NOOP(
            "Failures", "Nothing of it was taken in; everything is still on the agent's laptop."
        ),
        QT_TRANSLATE_NOOP("Failures", "Keep the file and call the branch; tell them: {reason}."),
    ),
    FailureCode.FILE_UNREADABLE: (
        QT_TRANSLATE_NOOP("Failures", "The file cannot be read."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Plug the USB stick in firmly and choose the file once more."),
    ),
    FailureCode.ANSWER_UNKNOWN: (
        QT_TRANSLATE_NOOP("Failures", "This is not an answer of the branch."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Choose the file whose name ends in .perisai-jawaban."),
    ),
    FailureCode.ANSWER_IS_BUNDLE: (
        QT_TRANSLATE_NOOP("Failures", "This is a file for the branch, not its answer."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP(
            "Failures", "Hand it over at the branch; the answer's name ends in .perisai-jawaban."
        ),
    ),
    FailureCode.ANSWER_NEWER: (
        QT_TRANSLATE_NOOP("Failures", "The answer was made for a newer version of this program."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed; the file stays good."),
        QT_TRANSLATE_NOOP("Failures", "Update Perisai, then read the file again."),
    ),
    FailureCode.ANSWER_FOR_ANOTHER: (
        QT_TRANSLATE_NOOP("Failures", "This answer is for another laptop."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed, and nothing in it can be read here."),
        QT_TRANSLATE_NOOP(
            "Failures", "The device code stands in the file's name: look for the one of this laptop."
        ),
    ),
    FailureCode.ANSWER_DAMAGED: (
        QT_TRANSLATE_NOOP("Failures", "The file is damaged, or was not copied to its end."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Copy it once more, or ask the branch to save the answer again."),
    ),
    FailureCode.ANSWER_NOT_GENUINE: (
        QT_TRANSLATE_NOOP("Failures", "This answer was not signed by your branch for this laptop."),
        QT_TRANSLATE_NOOP(
            "Failures", "Nothing was changed: only the branch's signature moves anything here."
        ),
        QT_TRANSLATE_NOOP("Failures", "Keep the file and call the branch."),
    ),
}
