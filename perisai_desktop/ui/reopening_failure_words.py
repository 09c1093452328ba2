"""Three sentences for what may go wrong with a forgotten password, at the laptop and at the branch."""

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP

REOPENING_FAILURES: dict[FailureCode, tuple[str, str, str]] = {
    FailureCode.REOPEN_IMPOSSIBLE: (
        QT_TRANSLATE_NOOP("Failures", "This laptop can't tell the branch which one it is: a file is gone."),
        QT_TRANSLATE_NOOP("Failures", "Your data is still there, but locked."),
        QT_TRANSLATE_NOOP(
            "Failures", "Don't delete anything. Bring the laptop to the branch, with your copy of it."
        ),
    ),
    FailureCode.REOPEN_FILE_UNKNOWN: (
        QT_TRANSLATE_NOOP("Failures", "This file is not about a forgotten password."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP(
            "Failures",
            "A laptop's request ends in .perisai-sandi, the branch's answer in .perisai-sandi-jawaban.",
        ),
    ),
    FailureCode.REOPEN_FILE_OTHER_KIND: (
        QT_TRANSLATE_NOOP("Failures", "This is the other one of the two files."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP(
            "Failures",
            "The branch opens the request (.perisai-sandi), the laptop the answer (.perisai-sandi-jawaban).",
        ),
    ),
    FailureCode.REOPEN_FILE_NEWER: (
        QT_TRANSLATE_NOOP("Failures", "This file about a forgotten password was made by a newer Perisai."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed; the file stays good."),
        QT_TRANSLATE_NOOP("Failures", "Install the newest version here, then choose the file once more."),
    ),
    FailureCode.REOPEN_FILE_DAMAGED: (
        QT_TRANSLATE_NOOP("Failures", "This file about a forgotten password did not come whole."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed, the data on the laptop is safe."),
        QT_TRANSLATE_NOOP("Failures", "Have it sent once more, as a file and not as a picture or text."),
    ),
    FailureCode.REOPEN_FOR_ANOTHER: (
        QT_TRANSLATE_NOOP("Failures", "This file is about another laptop."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Choose the file with this laptop's code in its name."),
    ),
    FailureCode.REOPEN_ANSWERS_ANOTHER: (
        QT_TRANSLATE_NOOP("Failures", "This answers another request than the one that is open here."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed, your data is safe."),
        QT_TRANSLATE_NOOP(
            "Failures", "Send the branch the file of this request, and read out the code shown here."
        ),
    ),
    FailureCode.REOPEN_OPENS_NOTHING: (
        QT_TRANSLATE_NOOP("Failures", "The branch's answer does not open the data on this laptop."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed, the password of before still holds."),
        QT_TRANSLATE_NOOP("Failures", "Don't delete anything; call the branch before you go on."),
    ),
    FailureCode.REOPEN_CODE_DIFFERS: (
        QT_TRANSLATE_NOOP("Failures", "The code does not belong to this file."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was answered, the laptop stays locked."),
        QT_TRANSLATE_NOOP(
            "Failures",
            "Let the agent read it out once more. If it still differs, somebody else made the file: don't answer it.",
        ),
    ),
    FailureCode.REOPEN_TOO_OLD: (
        QT_TRANSLATE_NOOP("Failures", "The request was not made in these two weeks, by the laptop's date."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was answered, the laptop stays locked."),
        QT_TRANSLATE_NOOP(
            "Failures", "Let the agent look at the laptop's date, withdraw the request and make a new one."
        ),
    ),
    FailureCode.REOPEN_KEY_LOST: (
        QT_TRANSLATE_NOOP("Failures", "The server's recovery key does not open this laptop's data."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed, the data on the laptop is safe."),
        QT_TRANSLATE_NOOP(
            "Failures",
            "Let whoever runs the server put back the recovery.key of the day on which the laptop was enrolled.",
        ),
    ),
}
