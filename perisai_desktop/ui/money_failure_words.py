"""Three sentences for every failure around money that is undone, deposited or counted."""

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.marking import QT_TRANSLATE_NOOP

MONEY_FAILURES: dict[FailureCode, tuple[str, str, str]] = {
    FailureCode.REASON_NOT_CHOSEN: (
        QT_TRANSLATE_NOOP("Failures", "A reason is missing."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded."),
        QT_TRANSLATE_NOOP("Failures", "Choose a reason from the list."),
    ),
    FailureCode.MONTHS_NOT_PAYABLE: (
        QT_TRANSLATE_NOOP("Failures", "These months can't be paid now: what is owed has changed."),
        QT_TRANSLATE_NOOP("Failures", "No money was recorded and no receipt number was used."),
        QT_TRANSLATE_NOOP("Failures", "Look at what is owed now, and choose again."),
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
    FailureCode.STORE_CATCHING_UP: (
        QT_TRANSLATE_NOOP(
            "Failures",
            "This laptop was brought back from an old copy and has not heard yet what it gave and deposited.",
        ),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded, cash in hand is as it was."),
        QT_TRANSLATE_NOOP(
            "Failures", "Don't hand over the money yet; connect to the internet once, then try again."
        ),
    ),
    FailureCode.REFUND_UNSIGNED: (
        QT_TRANSLATE_NOOP("Failures", "The name or the signature of whoever receives the money is missing."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded, cash in hand is as it was."),
        QT_TRANSLATE_NOOP("Failures", "Write the name and let them sign, then give the money."),
    ),
    FailureCode.NOTHING_TO_DEPOSIT: (
        QT_TRANSLATE_NOOP("Failures", "No receipt has been chosen."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded, cash in hand is as it was."),
        QT_TRANSLATE_NOOP("Failures", "Choose the receipts whose cash you deposited."),
    ),
    FailureCode.AMOUNT_MISSING: (
        QT_TRANSLATE_NOOP("Failures", "The amount is missing."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded, cash in hand is as it was."),
        QT_TRANSLATE_NOOP("Failures", "Write the amount in whole rupiah."),
    ),
    FailureCode.BILLING_CODE_UNFIT: (
        QT_TRANSLATE_NOOP("Failures", "The billing code has 8 to 20 digits."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded, cash in hand is as it was."),
        QT_TRANSLATE_NOOP("Failures", "Copy the billing code from the slip."),
    ),
    FailureCode.DEPOSIT_NOT_YET: (
        QT_TRANSLATE_NOOP("Failures", "The time of the deposit is still to come."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded, cash in hand is as it was."),
        QT_TRANSLATE_NOOP("Failures", "Check date and time on the slip and on this laptop."),
    ),
    FailureCode.SLIP_UNREADABLE: (
        QT_TRANSLATE_NOOP("Failures", "This file is not a picture that can be read."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded, cash in hand is as it was."),
        QT_TRANSLATE_NOOP("Failures", "Choose a photo of the slip, JPEG or PNG."),
    ),
    FailureCode.VOID_OPEN: (
        QT_TRANSLATE_NOOP("Failures", "The branch still decides whether this receipt is void."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded, cash in hand is as it was."),
        QT_TRANSLATE_NOOP("Failures", "Leave this receipt out until the decision is there."),
    ),
    FailureCode.CASH_TOO_LITTLE: (
        QT_TRANSLATE_NOOP("Failures", "There is less cash in hand than this amount."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded, cash in hand is as it was."),
        QT_TRANSLATE_NOOP("Failures", "Count the cash again and check the amount."),
    ),
    FailureCode.COUNT_UNFIT: (
        QT_TRANSLATE_NOOP(
            "Failures", "The count holds a note or coin that does not exist, or less than none."
        ),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded, the day is still open."),
        QT_TRANSLATE_NOOP("Failures", "Correct the count."),
    ),
    FailureCode.DAY_NOT_OVER: (
        QT_TRANSLATE_NOOP("Failures", "This day has not come yet."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded, the day is still open."),
        QT_TRANSLATE_NOOP("Failures", "Check the date on this laptop."),
    ),
    FailureCode.DAY_CLOSED_BEFORE: (
        QT_TRANSLATE_NOOP("Failures", "This day is closed already."),
        QT_TRANSLATE_NOOP("Failures", "The first closing stands, nothing was changed."),
        QT_TRANSLATE_NOOP("Failures", "Go on with the next day."),
    ),
    FailureCode.EARLIER_DAY_OPEN: (
        QT_TRANSLATE_NOOP("Failures", "An earlier day has not been closed yet: {day}."),
        QT_TRANSLATE_NOOP("Failures", "Nothing was recorded, the day is still open."),
        QT_TRANSLATE_NOOP("Failures", "Close the earlier day first."),
    ),
}
