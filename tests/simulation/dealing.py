"""What an agent writes: payments, corrections, and everything that moves the cash afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from sync.protocol.bodies.cash import CashAdjustment, Closing, CountOfDenomination
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.parts import PersonalPart
from sync.protocol.bodies.refund import Refund, RefundPersonal
from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.kinds import EntryKind
from tests.simulation.centre import Centre
from tests.simulation.events import Deed, Event
from tests.simulation.laptop import Issued, Laptop, meanings
from tests.simulation.till import Due, Paid, till_of
from tests.simulation.village import VILLAGE, Photo, photo
from tests.support.field_laptop import SIGNED

PAYMENTS = frozenset({Deed.ENROL, Deed.ENROL_WITH_PHOTO, Deed.RENEW, Deed.RENEW_STRANGER, Deed.PAY_AGAIN})
"""Deeds that end with a receipt."""
STEPS = ("opening_float", "surplus", "shortage", "hand_over")
BILLING_CODE = "123456789012"
BANK_FEE = 500
NOTE = 100
SLIPS = 9
CARDS = 5


def pay(event: Event, laptop: Laptop, laptops: Sequence[Laptop], centre: Centre) -> Issued | None:
    """Take money: from somebody new, known, unknown to the branch as yet, or once more in place of a wrong payment."""
    if event.deed is Deed.ENROL:
        return laptop.enrol(event.first % VILLAGE + 1)
    if event.deed is Deed.ENROL_WITH_PHOTO:
        number = event.first % VILLAGE + 1
        return laptop.enrol(number, photo(number))
    if event.deed is Deed.RENEW:
        return laptop.renew(event.first)
    if event.deed is Deed.PAY_AGAIN:
        wrong = _asked_about(laptop)
        return laptop.take_from(wrong[event.first % len(wrong)]) if wrong else None
    known = {record.worker_id for record in centre.records()}
    people = sorted(worker_id for each in laptops for worker_id in each.people)
    others = [worker_id for worker_id in people if worker_id not in known] or people
    return laptop.take_from(others[event.first % len(others)]) if others else None


def deal(event: Event, laptop: Laptop, laptops: Sequence[Laptop]) -> str:
    """Write something that issues no receipt; what was done, or nothing where there is nothing to do."""
    match event.deed:
        case Deed.CORRECT:
            return "corrected" if laptop.correct(event.first) else ""
        case Deed.CORRECT_WITH_PHOTO:
            anew = photo(VILLAGE + SLIPS + event.second % CARDS + 1)
            return "shown anew" if laptop.correct(event.first, anew) else ""
        case Deed.VOID | Deed.VOID_CASH:
            return ask_void(laptop, event.first, cash_taken=event.deed is Deed.VOID_CASH)
        case Deed.REFUND:
            return give_back(laptop, event.first)
        case Deed.DEPOSIT:
            return deposit(laptop, event.first, _strangers(laptop, laptops))
        case Deed.DEPOSIT_WITH_SLIP:
            slip = photo(VILLAGE + event.second % SLIPS + 1)
            return deposit(laptop, event.first, _strangers(laptop, laptops), slip)
        case Deed.ADJUST:
            return adjust(laptop, event.first)
        case Deed.CLOSE:
            return close_day(laptop)
    raise ValueError(event.deed)


def _asked_about(laptop: Laptop) -> list[str]:
    """Workers whose payment is asked to be voided."""
    till = till_of(laptop.content)
    return [till.receipts[receipt].worker_id for receipt in sorted(till.asked & till.receipts.keys())]


def _strangers(laptop: Laptop, laptops: Sequence[Laptop]) -> list[str]:
    """Receipts that stand in other stores, whether the branch has heard of them or not."""
    own = {line.entry_id for line in laptop.content.journal}
    found = [line.entry_id for each in laptops for line in each.content.journal if line.number]
    return [entry_id for entry_id in found if entry_id not in own]


def ask_void(laptop: Laptop, choice: int, *, cash_taken: bool) -> str:
    """Ask the branch to void a receipt that is in hand, now and then one that it was asked about before."""
    till = till_of(laptop.content)
    chosen = [one for one in till.receipts.values() if one.own] if choice % 7 == 3 else till.free
    if not chosen:
        return ""
    paid = chosen[choice % len(chosen)]
    body = VoidRequest(
        receipt=paid.entry_id, reason="wrong_amount", cash="cash_taken" if cash_taken else "no_cash"
    )
    return _told(laptop.save(EntryKind.VOID_REQUEST, body, worker_id=paid.worker_id), f"void of {paid.total}")


def dues(laptop: Laptop) -> list[Due]:
    """What may be given back."""
    return till_of(laptop.content).due


def lets_cash_go(laptop: Laptop) -> bool:
    """Whether the store knows what it gave: after an epoch was granted it has to hear that first."""
    return laptop.content.catching_up is None


def give_back(laptop: Laptop, choice: int) -> str:
    """Give back what a decision of the branch names; while a void of it is open its decision is waited for."""
    due = dues(laptop)
    if not due or not lets_cash_go(laptop):
        return ""
    chosen = due[choice % len(due)]
    body = Refund(
        receipt=chosen.receipt.entry_id,
        amount=chosen.receipt.total,
        decision_id=chosen.decision_id,
        received_by="worker",
    )
    personal = RefundPersonal(salt=laptop.salt(), blobs=(), name="Penerima", signature=SIGNED)
    saved = laptop.save(EntryKind.REFUND, body, personal, worker_id=chosen.receipt.worker_id)
    return _told(saved, f"refund of {body.amount}")


def deposit(laptop: Laptop, choice: int, strangers: list[str], slip: Photo | None = None) -> str:
    """Deposit the cash of some receipts: all of it, less a fee, or with one that is not this store's to deposit.

    Another store has issued that one, or somebody asks to void it.
    """
    till = till_of(laptop.content)
    free = till.free
    if not free or not lets_cash_go(laptop):
        return ""
    chosen: list[Paid] = free[: choice % len(free) + 1]
    fee = BANK_FEE if choice % 3 == 1 else 0
    others = (strangers, sorted(till.asked), [], [])[choice % 4]
    foreign = [others[choice % len(others)]] if others else []
    body = Deposit(
        receipts=(*(one.entry_id for one in chosen), *foreign),
        amount=sum(one.total for one in chosen) - fee,
        billing_code=BILLING_CODE,
        channel="atm",
        slip=None if slip is None else slip.blob.sha256,
        deposited_at=laptop.clock.now(),
        difference=-fee,
        reason="bank_fee" if fee else None,
    )
    personal = PersonalPart(salt=laptop.salt(), blobs=meanings(slip, "slip")) if slip else None
    saved = laptop.save(EntryKind.DEPOSIT, body, personal, photo=slip)
    return _told(saved, f"deposit of {body.amount}")


def adjust(laptop: Laptop, choice: int) -> str:
    """Put cash in or take cash out."""
    what, amount = STEPS[choice % len(STEPS)], choice % 30 * 1_000 + 1_000
    body = CashAdjustment(what=what, amount=amount, reason="other")  # type: ignore[arg-type]
    return _told(laptop.save(EntryKind.CASH_ADJUSTMENT, body), f"{what} of {amount}")


def close_day(laptop: Laptop) -> str:
    """Count the cash at the end of the day; notes are counted, what is smaller is a difference."""
    on = laptop.clock.today()
    expected = till_of(laptop.content).cash(until=on)
    notes = max(expected, 0) // NOTE
    difference = notes * NOTE - expected
    body = Closing(
        on=on,
        counts=(CountOfDenomination(denomination=NOTE, count=notes),),
        counted=notes * NOTE,
        expected=expected,
        difference=difference,
        reason="counting_error" if difference else None,
    )
    return _told(laptop.save(EntryKind.CLOSING, body), f"closed at {expected}")


def _told(saved: bool, done: str) -> str:
    return done if saved else "nothing was written"
