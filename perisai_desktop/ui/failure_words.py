"""Three sentences for every failure code: what happened, is it safe, what to do."""

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.account_failure_words import ACCOUNT_FAILURES
from perisai_desktop.ui.branch_failure_words import BRANCH_FAILURES
from perisai_desktop.ui.bundle_failure_words import BUNDLE_FAILURES
from perisai_desktop.ui.camera_failure_words import CAMERA_FAILURES
from perisai_desktop.ui.device_failure_words import DEVICE_FAILURES
from perisai_desktop.ui.entry_failure_words import ENTRY_FAILURES
from perisai_desktop.ui.kelompok_failure_words import KELOMPOK_FAILURES
from perisai_desktop.ui.laptop_failure_words import LAPTOP_FAILURES
from perisai_desktop.ui.life_failure_words import LIFE_FAILURES
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP
from perisai_desktop.ui.money_failure_words import MONEY_FAILURES
from perisai_desktop.ui.reopening_failure_words import REOPENING_FAILURES
from perisai_desktop.ui.upkeep_failure_words import UPKEEP_FAILURES

FAILURES: dict[FailureCode, tuple[str, str, str]] = {
    **ENTRY_FAILURES,
    **ACCOUNT_FAILURES,
    **REOPENING_FAILURES,
    **BUNDLE_FAILURES,
    **UPKEEP_FAILURES,
    **MONEY_FAILURES,
    **LAPTOP_FAILURES,
    **LIFE_FAILURES,
    **KELOMPOK_FAILURES,
    **DEVICE_FAILURES,
    **BRANCH_FAILURES,
    **CAMERA_FAILURES,
    FailureCode.FORM_HAS_ERRORS: (
        QT_TRANSLATE_NOOP("Failures", "Some fields are not right yet."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was saved as final, what you typed is kept as a draft."),
        QT_TRANSLATE_NOOP("Failures", "Correct the fields that are marked."),
    ),
    FailureCode.READING_UNCHECKED: (
        QT_TRANSLATE_NOOP("Failures", "Some fields were read off the KTP and nobody has checked them."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was saved as final, what you typed is kept as a draft."),
        QT_TRANSLATE_NOOP("Failures", "Compare the marked fields with the card, then save again."),
    ),
    FailureCode.REASON_MISSING: (
        QT_TRANSLATE_NOOP("Failures", "A warning still needs a reason."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was saved as final, what you typed is kept as a draft."),
        QT_TRANSLATE_NOOP("Failures", "Write the reason in a few words."),
    ),
    FailureCode.FIELD_UNFIT: (
        QT_TRANSLATE_NOOP("Failures", "A field is too long or holds signs that can't be printed."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was saved as final, what you typed is kept as a draft."),
        QT_TRANSLATE_NOOP("Failures", "Shorten the field that is marked."),
    ),
    FailureCode.PRICE_CHANGED: (
        QT_TRANSLATE_NOOP("Failures", "The price has changed from {shown} to {price}."),
        QT_TRANSLATE_NOOP("Failures", "No money was recorded."),
        QT_TRANSLATE_NOOP("Failures", "Tell the new price, then save again."),
    ),
    FailureCode.PHOTO_UNFIT: (
        QT_TRANSLATE_NOOP("Failures", "This photo cannot be kept: it is empty or too large."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was saved."),
        QT_TRANSLATE_NOOP("Failures", "Choose or take another photo, then save again."),
    ),
    FailureCode.PHOTO_TWICE: (
        QT_TRANSLATE_NOOP("Failures", "The same photo stands for two things."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was sent; what you typed and took is kept."),
        QT_TRANSLATE_NOOP("Failures", "Take a photo of its own for each of them, then send again."),
    ),
    FailureCode.PHOTO_UNREADABLE: (
        QT_TRANSLATE_NOOP("Failures", "This file is not a picture that can be read."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed, the form is as it was."),
        QT_TRANSLATE_NOOP("Failures", "Choose another photo, JPEG or PNG."),
    ),
    FailureCode.PHOTO_NOT_ARRIVED: (
        QT_TRANSLATE_NOOP("Failures", "The branch does not have this photo yet."),
        QT_TRANSLATE_NOOP("Failures", "The record is there without it."),
        QT_TRANSLATE_NOOP("Failures", "It comes when the agent's laptop next sends photos."),
    ),
    FailureCode.PHOTO_DIFFERS: (
        QT_TRANSLATE_NOOP("Failures", "What came is not the photo that the agent recorded."),
        QT_TRANSLATE_NOOP("Failures", "It is not shown, and nothing was decided."),
        QT_TRANSLATE_NOOP("Failures", "Open it once more. If it stays so, tell your centre."),
    ),
    FailureCode.RECEIPT_UNKNOWN: (
        QT_TRANSLATE_NOOP("Failures", "This receipt is not on this laptop."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Check the number, or scan the QR code."),
    ),
    FailureCode.LINK_UNREADABLE: (
        QT_TRANSLATE_NOOP("Failures", "This is not a receipt number or link."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Type the number as printed, for example 7Q2FK-01-000123-Q."),
    ),
    FailureCode.NUMBER_MISTYPED: (
        QT_TRANSLATE_NOOP("Failures", "There is a typing error in this number."),
        QT_TRANSLATE_NOOP("Failures", "It says nothing about the receipt itself."),
        QT_TRANSLATE_NOOP("Failures", "Compare every sign with the paper, or scan the QR code."),
    ),
    FailureCode.NO_PRINTER: (
        QT_TRANSLATE_NOOP("Failures", "This laptop has no printer for this paper."),
        QT_TRANSLATE_NOOP("Failures", "The receipt and the money are saved."),
        QT_TRANSLATE_NOOP("Failures", "Save the PDF or share the text, or connect a printer."),
    ),
    FailureCode.PRINTER_UNKNOWN: (
        QT_TRANSLATE_NOOP("Failures", "This printer is no longer on this laptop."),
        QT_TRANSLATE_NOOP("Failures", "The receipt and the money are saved, nothing was printed."),
        QT_TRANSLATE_NOOP("Failures", "Choose another printer, or connect this one again."),
    ),
    FailureCode.PRINTER_OFFLINE: (
        QT_TRANSLATE_NOOP("Failures", "The printer is off or paused."),
        QT_TRANSLATE_NOOP("Failures", "The receipt and the money are saved, nothing was printed."),
        QT_TRANSLATE_NOOP("Failures", "Switch the printer on, then print again."),
    ),
    FailureCode.PRINT_REFUSED: (
        QT_TRANSLATE_NOOP("Failures", "The printer did not take the receipt."),
        QT_TRANSLATE_NOOP("Failures", "The receipt and the money are saved, the next paper is the same."),
        QT_TRANSLATE_NOOP("Failures", "Print again, or save the PDF."),
    ),
    FailureCode.PRINT_FAILED: (
        QT_TRANSLATE_NOOP("Failures", "The printing was cancelled."),
        QT_TRANSLATE_NOOP("Failures", "The receipt and the money are saved, the next paper is the same."),
        QT_TRANSLATE_NOOP("Failures", "Look at the printer, then print again."),
    ),
    FailureCode.WORKER_UNKNOWN: (
        QT_TRANSLATE_NOOP("Failures", "This worker is not on this laptop."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Search by name or NIK."),
    ),
    FailureCode.TASK_UNKNOWN: (
        QT_TRANSLATE_NOOP("Failures", "This task is no longer there."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "The branch may have settled it already."),
    ),
    FailureCode.TASK_NOT_CORRECTABLE: (
        QT_TRANSLATE_NOOP("Failures", "This can't be corrected here."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed, money stays recorded."),
        QT_TRANSLATE_NOOP("Failures", "The branch will call you."),
    ),
    FailureCode.NOTHING_CHANGED: (
        QT_TRANSLATE_NOOP("Failures", "You have not changed anything yet."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was sent."),
        QT_TRANSLATE_NOOP("Failures", "Correct the field that is marked, then send."),
    ),
    FailureCode.FIELD_NOT_CORRECTABLE: (
        QT_TRANSLATE_NOOP("Failures", "This field can't be changed by a correction."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was sent, what you typed is kept."),
        QT_TRANSLATE_NOOP("Failures", "Call the branch about this field."),
    ),
    FailureCode.NO_NETWORK: (
        QT_TRANSLATE_NOOP("Failures", "No connection to the branch."),
        QT_TRANSLATE_NOOP("Failures", "Everything is safe on this laptop."),
        QT_TRANSLATE_NOOP("Failures", "It is sent by itself when there is a connection."),
    ),
    FailureCode.BRANCH_SILENT: (
        QT_TRANSLATE_NOOP("Failures", "No connection to the branch."),
        QT_TRANSLATE_NOOP(
            "Failures", "The branch keeps every record; what you did last may not have reached it."
        ),
        QT_TRANSLATE_NOOP("Failures", "Load the list again once there is a connection, and look."),
    ),
    FailureCode.SERVER_BUSY: (
        QT_TRANSLATE_NOOP("Failures", "The server is busy."),
        QT_TRANSLATE_NOOP("Failures", "Everything is safe on this laptop."),
        QT_TRANSLATE_NOOP("Failures", "It is tried again in {seconds}."),
    ),
    FailureCode.ASK_LATER: (
        QT_TRANSLATE_NOOP("Failures", "The server is busy."),
        QT_TRANSLATE_NOOP("Failures", "Everything is safe on this laptop."),
        QT_TRANSLATE_NOOP("Failures", "Try again in {seconds}."),
    ),
    FailureCode.BATCH_REUSED: (
        QT_TRANSLATE_NOOP("Failures", "The server holds something else under the same number."),
        QT_TRANSLATE_NOOP("Failures", "Nothing is lost, sending has stopped."),
        QT_TRANSLATE_NOOP("Failures", "Call the branch and tell them this sentence."),
    ),
    FailureCode.BATCH_REJECTED: (
        QT_TRANSLATE_NOOP("Failures", "The server did not accept what was sent."),
        QT_TRANSLATE_NOOP("Failures", "Nothing is lost, sending has stopped."),
        QT_TRANSLATE_NOOP("Failures", "Call the branch and tell them this sentence."),
    ),
    FailureCode.SYNC_RUNNING: (
        QT_TRANSLATE_NOOP("Failures", "It is being sent already."),
        QT_TRANSLATE_NOOP("Failures", "Everything is safe."),
        QT_TRANSLATE_NOOP("Failures", "Wait until it is done."),
    ),
    FailureCode.SIGN_IN_REFUSED: (
        QT_TRANSLATE_NOOP("Failures", "Name or password is wrong."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Try again, or ask your branch administrator."),
    ),
    FailureCode.SESSION_OVER: (
        QT_TRANSLATE_NOOP(
            "Failures", "You have been signed out: 8 hours are over, or an administrator ended it."
        ),
        QT_TRANSLATE_NOOP("Failures", "Decisions that were sent are kept."),
        QT_TRANSLATE_NOOP("Failures", "Sign in again; if that is refused, ask your branch administrator."),
    ),
    FailureCode.NOT_ALLOWED: (
        QT_TRANSLATE_NOOP("Failures", "Your account may not do this."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Ask your branch administrator."),
    ),
    FailureCode.NOTHING_TO_REVIEW: (
        QT_TRANSLATE_NOOP("Failures", "This account reviews nothing: it works at the server."),
        QT_TRANSLATE_NOOP("Failures", "You were signed out, and nothing was changed."),
        QT_TRANSLATE_NOOP(
            "Failures", "Sign in with a reviewer's account, or ask your branch administrator for one."
        ),
    ),
    FailureCode.MAKER_IS_CHECKER: (
        QT_TRANSLATE_NOOP("Failures", "You recorded this yourself, so you can't decide it."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Leave it to another reviewer."),
    ),
    FailureCode.RECORD_UNKNOWN: (
        QT_TRANSLATE_NOOP("Failures", "This record is not at the branch."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Load the list again."),
    ),
    FailureCode.RECORD_CHANGED: (
        QT_TRANSLATE_NOOP("Failures", "The record has changed since you opened it."),
        QT_TRANSLATE_NOOP("Failures", "Your decision was not recorded."),
        QT_TRANSLATE_NOOP("Failures", "Read it again, then decide."),
    ),
    FailureCode.RECORD_TAKEN: (
        QT_TRANSLATE_NOOP("Failures", "Another reviewer has this record open."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Take the next record, or ask your colleague."),
    ),
    FailureCode.NOTE_MISSING: (
        QT_TRANSLATE_NOOP("Failures", "A note is missing."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Write in a few words why; your colleague reads it."),
    ),
    FailureCode.SAMPLE_UNSEEN: (
        QT_TRANSLATE_NOOP("Failures", "Not all of the sample was opened: {missing} are left."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was approved."),
        QT_TRANSLATE_NOOP("Failures", "Open them one after another, then approve."),
    ),
    FailureCode.BULK_OVER: (
        QT_TRANSLATE_NOOP("Failures", "This approval is over: it stands, or was taken back."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Close and open the window again to see how it stands."),
    ),
    FailureCode.SECOND_PERSON_NEEDED: (
        QT_TRANSLATE_NOOP("Failures", "You decided this already; it takes two people."),
        QT_TRANSLATE_NOOP("Failures", "Your decision is kept, and the agent is told nothing yet."),
        QT_TRANSLATE_NOOP("Failures", "Ask another reviewer to look at it and agree."),
    ),
    FailureCode.TARGET_UNKNOWN: (
        QT_TRANSLATE_NOOP("Failures", "The server does not know whom or which region this is about."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP(
            "Failures", "Load the list again; a region that was renamed or merged takes no target."
        ),
    ),
    FailureCode.ACCOUNT_LOCKED: (
        QT_TRANSLATE_NOOP("Failures", "Too many wrong passwords."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Wait {seconds}, then try again."),
    ),
    FailureCode.REQUEST_INVALID: (
        QT_TRANSLATE_NOOP("Failures", "The server did not accept this step."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded."),
        QT_TRANSLATE_NOOP("Failures", "Load the list again; if it stays so, call the branch."),
    ),
    FailureCode.MOVE_REFUSED: (
        QT_TRANSLATE_NOOP("Failures", "Somebody else has decided this record already."),
        QT_TRANSLATE_NOOP("Failures", "Your decision was not recorded."),
        QT_TRANSLATE_NOOP("Failures", "Load the list again."),
    ),
    FailureCode.REASON_UNKNOWN: (
        QT_TRANSLATE_NOOP("Failures", "A reason is missing."),
        QT_TRANSLATE_NOOP("Failures", "Your decision was not recorded."),
        QT_TRANSLATE_NOOP("Failures", "Choose a reason from the list."),
    ),
    FailureCode.COMMENT_MISSING: (
        QT_TRANSLATE_NOOP("Failures", "A comment is missing."),
        QT_TRANSLATE_NOOP("Failures", "Your decision was not recorded."),
        QT_TRANSLATE_NOOP("Failures", "Choose a field and write what is wrong."),
    ),
}

NETWORK_DETAILS: dict[str, str] = {
    "unsigned": QT_TRANSLATE_NOOP("Failures", "The network asks for its own sign-in page."),
    "timeout": QT_TRANSLATE_NOOP("Failures", "The branch's server does not answer."),
}
"""What stood in the way, where the transport could tell; any other detail is told as no connection."""
