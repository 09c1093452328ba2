"""Three sentences for every failure around money that is undone, deposited or counted."""

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP

MONEY_FAILURES: dict[FailureCode, tuple[str, str, str]] = {
    FailureCode.REASON_NOT_CHOSEN: (
        QT_TRANSLATE_NOOP("Failures", "A reason is missing."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded."),
        QT_TRANSLATE_NOOP("Failures", "Choose a reason from the list."),
    ),
    FailureCode.NOTHING_TO_VOID: (
        QT_TRANSLATE_NOOP("Failures", "This receipt is void already, or its money was given back."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "There is nothing left to do here."),
    ),
    FailureCode.VOID_REQUESTED_BEFORE: (
        QT_TRANSLATE_NOOP("Failures", "You have asked the branch to void this already."),
        QT_TRANSLATE_NOOP("Failures", "Your first request stands, nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Wait for the branch's decision, or call the branch."),
    ),
    FailureCode.VOID_NOT_NEWEST: (
        QT_TRANSLATE_NOOP("Failures", "This worker has paid again since this receipt."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Void the newest receipt first, or call the branch."),
    ),
    FailureCode.RECEIPT_DEPOSITED: (
        QT_TRANSLATE_NOOP("Failures", "The cash of this receipt has been deposited already."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Call the branch if money has to be given back."),
    ),
    FailureCode.REFUND_NOT_DECIDED: (
        QT_TRANSLATE_NOOP("Failures", "The branch has not decided that this money is given back."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded, cash in hand is as it was."),
        QT_TRANSLATE_NOOP("Failures", "Don't give the money yet; wait for the decision or call the branch."),
    ),
    FailureCode.REFUNDED_BEFORE: (
        QT_TRANSLATE_NOOP("Failures", "This money has been given back already."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded a second time."),
        QT_TRANSLATE_NOOP("Failures", "Don't give it again; look at the receipt."),
    ),
    FailureCode.REFUND_UNSIGNED: (
        QT_TRANSLATE_NOOP("Failures", "The name or the signature of whoever receives the money is missing."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded, cash in hand is as it was."),
        QT_TRANSLATE_NOOP("Failures", "Write the name and let them sign, then give the money."),
    ),
}
