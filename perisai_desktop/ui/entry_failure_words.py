"""Three sentences for every failure before anybody is signed in: the store, the password, the first run."""

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP

ENTRY_FAILURES: dict[FailureCode, tuple[str, str, str]] = {
    FailureCode.WRONG_PASSWORD: (
        QT_TRANSLATE_NOOP("Failures", "The password is wrong."),
        QT_TRANSLATE_NOOP("Failures", "Your data is safe."),
        QT_TRANSLATE_NOOP("Failures", "Try again. Tries left: {attempts_left}."),
    ),
    FailureCode.LOCKED_OUT: (
        QT_TRANSLATE_NOOP("Failures", "Too many wrong passwords."),
        QT_TRANSLATE_NOOP("Failures", "Your data is safe, it only waits."),
        QT_TRANSLATE_NOOP("Failures", "Try again in {minutes}."),
    ),
    FailureCode.NOT_ENROLLED: (
        QT_TRANSLATE_NOOP("Failures", "This laptop is not enrolled yet."),
        QT_TRANSLATE_NOOP("Failures", "There is nothing on it that could be lost."),
        QT_TRANSLATE_NOOP("Failures", "Enrol it with the code from your branch."),
    ),
    FailureCode.ALREADY_RUNNING: (
        QT_TRANSLATE_NOOP("Failures", "Perisai is already open with this profile."),
        QT_TRANSLATE_NOOP("Failures", "Your data is safe."),
        QT_TRANSLATE_NOOP("Failures", "Use the window that is open, or close it first."),
    ),
    FailureCode.STORE_DAMAGED: (
        QT_TRANSLATE_NOOP("Failures", "The data file on this laptop can't be read."),
        QT_TRANSLATE_NOOP("Failures", "What was sent is safe at the branch."),
        QT_TRANSLATE_NOOP("Failures", "Don't delete anything; call the branch before you go on."),
    ),
    FailureCode.STORE_NEWER: (
        QT_TRANSLATE_NOOP("Failures", "The data was written by a newer version of Perisai."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Install the newest version and open it again."),
    ),
    FailureCode.STORE_ROLLED_BACK: (
        QT_TRANSLATE_NOOP(
            "Failures", "This laptop was brought back from an old copy, so it needs new receipt numbers."
        ),
        QT_TRANSLATE_NOOP("Failures", "What you typed is kept as a draft, and what was sent is safe."),
        QT_TRANSLATE_NOOP("Failures", "Connect to the internet once, or call the branch for a code."),
    ),
    FailureCode.STORE_READ_ONLY: (
        QT_TRANSLATE_NOOP("Failures", "This laptop does not let Perisai write its data."),
        QT_TRANSLATE_NOOP("Failures", "What is saved is safe; nothing new was saved."),
        QT_TRANSLATE_NOOP("Failures", "Check whether the disk or the folder is write-protected."),
    ),
    FailureCode.STORE_UNREADABLE: (
        QT_TRANSLATE_NOOP("Failures", "The data file on this laptop can't be opened."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Start the laptop again; if it stays so, call the branch."),
    ),
    FailureCode.STORE_BUSY: (
        QT_TRANSLATE_NOOP("Failures", "Another program holds the data file."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was saved yet, what you typed is kept."),
        QT_TRANSLATE_NOOP("Failures", "Wait a moment and try again."),
    ),
    FailureCode.STORE_BACKUP_FAILED: (
        QT_TRANSLATE_NOOP("Failures", "The copy before the update could not be made."),
        QT_TRANSLATE_NOOP("Failures", "Your data is as it was."),
        QT_TRANSLATE_NOOP("Failures", "Free some space on the disk and open Perisai again."),
    ),
    FailureCode.KEY_FILE_DAMAGED: (
        QT_TRANSLATE_NOOP("Failures", "The key file on this laptop is damaged."),
        QT_TRANSLATE_NOOP("Failures", "Your data is still there, but locked."),
        QT_TRANSLATE_NOOP(
            "Failures", "Press 'Forgotten the password?': the branch can open the data for a new one."
        ),
    ),
    FailureCode.DISK_FULL: (
        QT_TRANSLATE_NOOP("Failures", "The disk is full."),
        QT_TRANSLATE_NOOP("Failures", "What is saved is safe; the last step was not saved."),
        QT_TRANSLATE_NOOP("Failures", "Free some space on the disk, then try again."),
    ),
    FailureCode.REFERENCE_DAMAGED: (
        QT_TRANSLATE_NOOP("Failures", "A file of the program is damaged: {file}."),
        QT_TRANSLATE_NOOP("Failures", "Your data is safe."),
        QT_TRANSLATE_NOOP("Failures", "Install Perisai again; your data stays."),
    ),
    FailureCode.PASSWORD_TOO_SHORT: (
        QT_TRANSLATE_NOOP("Failures", "The password is too short."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was saved yet."),
        QT_TRANSLATE_NOOP("Failures", "Use at least {minimum} signs, a sentence is easiest to remember."),
    ),
    FailureCode.PASSWORD_TOO_COMMON: (
        QT_TRANSLATE_NOOP("Failures", "This password is easy to guess."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was saved yet."),
        QT_TRANSLATE_NOOP("Failures", "Use a short sentence that only you would think of."),
    ),
    FailureCode.CODE_MALFORMED: (
        QT_TRANSLATE_NOOP("Failures", "This is not a device code."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was sent."),
        QT_TRANSLATE_NOOP("Failures", "Check the 20 signs of the code from your branch."),
    ),
    FailureCode.CODE_REFUSED: (
        QT_TRANSLATE_NOOP("Failures", "The branch did not accept this code."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was saved yet."),
        QT_TRANSLATE_NOOP("Failures", "Ask your branch for a new code, each works once."),
    ),
    FailureCode.SERVER_NOT_THE_ONE: (
        QT_TRANSLATE_NOOP("Failures", "This server is not the one your code belongs to."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was sent to it."),
        QT_TRANSLATE_NOOP("Failures", "Check the address with your branch."),
    ),
    FailureCode.SERVER_FOR_PRACTICE: (
        QT_TRANSLATE_NOOP("Failures", "This address and code are for practice, not for real work."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was saved, and the code can still be used."),
        QT_TRANSLATE_NOOP(
            "Failures", "Press Practice and type them there, or ask your branch for a real code."
        ),
    ),
    FailureCode.SERVER_FOR_WORK: (
        QT_TRANSLATE_NOOP("Failures", "This address and code are for real work, not for practice."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was saved, and the code can still be used."),
        QT_TRANSLATE_NOOP(
            "Failures", "Go back to real work and type them there, or ask for a practice code."
        ),
    ),
    FailureCode.SERVER_INSECURE: (
        QT_TRANSLATE_NOOP("Failures", "The address is not secured."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was sent to it."),
        QT_TRANSLATE_NOOP("Failures", "Use an address that begins with https."),
    ),
    FailureCode.ADDRESS_MALFORMED: (
        QT_TRANSLATE_NOOP("Failures", "This is not an address of a server."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was sent."),
        QT_TRANSLATE_NOOP("Failures", "Check the address with your branch."),
    ),
    FailureCode.ALREADY_ENROLLED: (
        QT_TRANSLATE_NOOP("Failures", "This laptop is already enrolled."),
        QT_TRANSLATE_NOOP("Failures", "Your data is safe."),
        QT_TRANSLATE_NOOP("Failures", "Sign in with your password."),
    ),
    FailureCode.ENROLMENT_CUT_OFF: (
        QT_TRANSLATE_NOOP("Failures", "No connection to the branch."),
        QT_TRANSLATE_NOOP("Failures", "What you typed stays, and the code is not lost."),
        QT_TRANSLATE_NOOP(
            "Failures", "Connect to the internet, then press again with the same code and password."
        ),
    ),
    FailureCode.ENROLMENT_WAITS: (
        QT_TRANSLATE_NOOP("Failures", "The branch's server is busy."),
        QT_TRANSLATE_NOOP("Failures", "What you typed stays, and the code is not lost."),
        QT_TRANSLATE_NOOP("Failures", "Wait {seconds}, then press again."),
    ),
}
