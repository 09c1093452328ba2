"""What is held or in suspense, in words: why it lies there, and what either decision does."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.review import ReviewRecord
from sync.rules.states import ReviewState

translate = QCoreApplication.translate
WAITING = frozenset({ReviewState.RECEIVED, ReviewState.FLAGGED, ReviewState.IN_REVIEW})


def settling_words(record: ReviewRecord) -> tuple[str, str] | None:
    """Why a record lies apart, or is a withdrawal of consent, and what approving and refusing do; None for others."""
    if record.state is ReviewState.HELD and record.kind == "void_request":
        return (
            translate("Settling", "This request lies beside what the branch already has"),
            translate(
                "Settling", "It changes nothing. Refuse: the agent asks again where it is still needed."
            ),
        )
    if record.state is ReviewState.HELD and record.other is not None:
        return (
            translate("Settling", "The branch already has this record with other content"),
            translate(
                "Settling",
                "What the branch has stays as it is. Ask the agent whether this cash was taken as well. "
                "Approve: it counts. Refuse: it does not.",
            ),
        )
    if record.state is ReviewState.HELD:
        return (
            translate("Settling", "This record lies beside what the branch already has"),
            translate(
                "Settling",
                "Ask the agent whether the cash was really taken. Approve: it counts. "
                "Refuse: the agent gives it back.",
            ),
        )
    if record.kind == "consent_withdrawal" and record.state in WAITING:
        return _withdrawal_words(record)
    if record.state is not ReviewState.SUSPENSE:
        return None
    if record.kind == "contribution":
        return (
            translate("Settling", "Money for somebody whose enrolment has not come for five days"),
            translate(
                "Settling",
                "If it still comes, this settles by itself. Find the worker: the months are that worker's. "
                "Approve: the money stays counted. Refuse: the agent gives it back.",
            ),
        )
    if record.kind == "deposit":
        return (
            translate("Settling", "A receipt that this deposit names has not come for five days"),
            translate(
                "Settling", "Approve: the deposit stands as it is. Refuse: the agent looks at it again."
            ),
        )
    return (
        translate("Settling", "What this belongs to has not come for five days"),
        translate(
            "Settling", "If it still comes, this settles by itself. Refuse: the agent writes it anew later."
        ),
    )


def _withdrawal_words(record: ReviewRecord) -> tuple[str, str]:
    """What settling a withdrawal of consent erases; this one was written when the record was."""
    erases = any(one.erases for one in record.withdrawn if one.at == record.recorded_at)
    title = translate("Settling", "Approve once the branch has stopped using the data for it")
    if not erases:
        return title, translate(
            "Settling", "Nothing is erased. Refuse: the worker did not take consent back."
        )
    return title, translate(
        "Settling",
        "Approve: the branch erases names, NIK, addresses and photos of this worker as soon as nothing is open: no"
        " record that waits, no money that is not settled. That can't be undone. Receipts and the books stay. "
        "Refuse: the worker did not take consent back.",
    )


def kind_words(kind: str) -> str:
    """What stands in the place of a name where a record has none."""
    return {
        "contribution": translate("Settling", "Payment"),
        "receipt": translate("Settling", "Receipt"),
        "correction": translate("Settling", "Correction"),
        "change": translate("Settling", "Change of data"),
        "void_request": translate("Settling", "Void of a receipt"),
        "refund": translate("Settling", "Money given back"),
        "deposit": translate("Settling", "Deposit"),
        "cash_adjustment": translate("Settling", "Adjustment of cash"),
        "closing": translate("Settling", "Closing of a day"),
        "consent_withdrawal": translate("Settling", "Withdrawal of consent"),
        "handover": translate("Settling", "Hand-over of workers"),
    }.get(kind, translate("Settling", "Record"))
