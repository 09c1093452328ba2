"""What is on its way in words: what was done, why it is not final, and what to do about it."""

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.counters import LinkState
from perisai_desktop.domain.exchange import SyncItem
from perisai_desktop.ui.screens.sync.state import SyncState
from perisai_desktop.ui.state_words import SET_ASIDE, ReasonWords, reason_words
from sync.rules.states import ClientState, Counter, ReviewState

translate = QCoreApplication.translate


def kind_words(kind: str) -> str:
    """What an action did."""
    return {
        "enrolment": translate("Sync", "Enrolment"),
        "correction": translate("Sync", "Correction"),
        "change": translate("Sync", "Change of data"),
        "contribution": translate("Sync", "Payment"),
        "receipt": translate("Sync", "Payment"),
        "reprint": translate("Sync", "Copy of a receipt"),
        "void_request": translate("Sync", "Void of a receipt"),
        "refund": translate("Sync", "Money given back"),
        "deposit": translate("Sync", "Deposit"),
        "cash_adjustment": translate("Sync", "Adjustment of cash"),
        "closing": translate("Sync", "Closing of a day"),
        "consent": translate("Sync", "Consent"),
        "consent_withdrawal": translate("Sync", "Withdrawal of consent"),
        "handover": translate("Sync", "Hand-over of workers"),
        "epoch_start": translate("Sync", "New beginning of this laptop"),
    }.get(kind, translate("Sync", "Record"))


def counter_words(counter: Counter | None) -> str:
    """The name of a part of the list, as the strip calls it."""
    return {
        None: translate("Sync", "All"),
        Counter.TO_FIX: translate("Sync", "To correct"),
        Counter.UNSENT: translate("Sync", "Not sent yet"),
        Counter.WAITING: translate("Sync", "Waiting for a decision"),
    }[counter]


def cause_words(item: SyncItem, state: SyncState, reasons: ReasonWords) -> str:
    """Why an item is not final, in one sentence."""
    if item.reason and item.client is not ClientState.SENDING:
        return reason_words(item.reason, reasons)
    if item.counter is Counter.UNSENT:
        return _unsent_words(item, state)
    if item.counter is Counter.TO_FIX:
        duplicate = item.review is ReviewState.DUPLICATE
        return (
            translate("Sync", "the branch will call")
            if duplicate
            else translate("Sync", "see the branch's note")
        )
    match item.review:
        case ReviewState.FLAGGED:
            return translate("Sync", "the branch looks at it more closely")
        case ReviewState.IN_REVIEW:
            return translate("Sync", "a reviewer has it open")
        case ReviewState.PARKED:
            return _parked_words(item)
        case ReviewState.SUSPENSE:
            return translate("Sync", "what it belongs to has not come for five days; the branch looks for it")
        case ReviewState.HELD:
            return translate("Sync", "stored as it came; the branch clears it up")
        case _:
            return translate("Sync", "waits for a reviewer")


def advice_words(item: SyncItem, state: SyncState) -> str:
    """What the agent has to do about an item, if anything."""
    if item.counter is Counter.TO_FIX:
        if item.review is ReviewState.DUPLICATE:
            return translate("Sync", "The branch will call you. The money stays counted.")
        return translate("Sync", "See what the branch says, then correct it.")
    if item.counter is Counter.WAITING:
        if item.review in (ReviewState.HELD, ReviewState.SUSPENSE):
            return translate("Sync", "Call the branch and name the receipt or the worker.")
        return translate("Sync", "Nothing to do: the branch has it.")
    if item.reason == SET_ASIDE:
        return translate("Sync", "The rest goes on. Call the branch if it is still here tomorrow.")
    if state.pause is not None:
        return translate("Sync", "It is safe on this laptop. Send now, or end the pause.")
    if _offline(state):
        return translate("Sync", "It is safe on this laptop. Look for a signal, then send.")
    return translate("Sync", "Nothing to do: it goes by itself.")


def _unsent_words(item: SyncItem, state: SyncState) -> str:
    if item.client is ClientState.SENDING:
        return translate("Sync", "waits for the branch's signed answer")
    if state.pause is not None:
        return translate("Sync", "sending is paused")
    if _offline(state):
        return translate("Sync", "waits for a connection")
    return translate("Sync", "waits for its turn")


def _parked_words(item: SyncItem) -> str:
    if item.kind in ("contribution", "receipt", "correction", "change"):
        return translate("Sync", "waits until this person's enrolment has arrived")
    return translate("Sync", "waits until the receipt it names has arrived")


def _offline(state: SyncState) -> bool:
    return state.overview is not None and state.overview.connection.state is not LinkState.ONLINE
