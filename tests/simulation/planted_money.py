"""Bugs of the money, each as a patch over the code that ships or over what an agent's program does with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from unittest.mock import patch

from sync.rules.states import ReviewState, VerdictKind
from sync.server.domain import judging
from sync.server.domain.arrivals import Arrival
from sync.server.domain.bookkeeping import Books, Envoy, books_of
from sync.server.domain.facts import Desk
from sync.server.domain.judging_cash import judge_deposit
from sync.server.domain.verdicts import Verdict
from sync.server.services import reviewing, settling, voiding
from sync.server.storage.records import Review
from sync.server.storage.store import UnitOfWork
from tests.simulation import dealing
from tests.simulation.laptop import Laptop
from tests.simulation.till import Due
from tests.support.memory_store import books as memory_books
from tests.support.memory_store.money import MemoryMoney

_dues, _move_lines = dealing.dues, MemoryMoney.move_lines


def void_counts_twice() -> Iterator[None]:
    """A void for which cash was taken lowers cash at its approval, and once more when the cash is given back."""
    whole = voiding.follow_decision

    def follow(tx: UnitOfWork, review: Review, at: datetime) -> None:
        whole(tx, review, at)
        if review.state == ReviewState.APPROVED.value and review.decision_id is not None:
            voiding._lower_cash(tx, review.entry_id, review.rupiah, at)

    with patch.object(reviewing, "follow_decision", follow):
        yield


def refund_paid_twice() -> Iterator[None]:
    """The list of refunds on screen is that of the moment at which a refund was first due."""
    listed: dict[str, list[Due]] = {}

    def dues(laptop: Laptop) -> list[Due]:
        listed[laptop.name] = listed.get(laptop.name) or _dues(laptop)
        return listed[laptop.name]

    with patch.object(dealing, "dues", dues):
        yield


def deposit_of_voided_receipt_accepted() -> Iterator[None]:
    """Whether somebody asks to void a receipt is no concern of its deposit."""

    def judge(arrival: Arrival, desk: Desk, agent_id: str) -> Verdict:
        before = dict(desk.receipts)
        desk.receipts = {key: replace(one, requested={}) for key, one in before.items()}
        verdict = judge_deposit(arrival, desk, agent_id)
        desk.receipts = {
            key: replace(before[key], deposited_by=one.deposited_by) for key, one in desk.receipts.items()
        }
        return verdict

    with patch.object(judging, "judge_deposit", judge):
        yield


def receipt_deposited_twice() -> Iterator[None]:
    """A receipt that is deposited may be deposited again."""

    def judge(arrival: Arrival, desk: Desk, agent_id: str) -> Verdict:
        desk.receipts = {key: replace(one, deposited_by=None) for key, one in desk.receipts.items()}
        return judge_deposit(arrival, desk, agent_id)

    with patch.object(judging, "judge_deposit", judge):
        yield


def refused_void_keeps_months_unpaid() -> Iterator[None]:
    """A request that the rules refuse is answered, and no row of the feed gives its months back."""
    with patch.object(voiding, "_tell_refused", lambda *_: None):
        yield


def verdict_moves_money() -> Iterator[None]:
    """Where a record is refused its money counts as given back."""

    def move(
        self: MemoryMoney, action_id: str, hashes: Collection[str], worker_id: str | None, bucket: str
    ) -> None:
        _move_lines(self, action_id, hashes, worker_id, "refunded" if bucket == "under_review" else bucket)

    with patch.object(MemoryMoney, "move_lines", move):
        yield


def voided_lines_come_back() -> Iterator[None]:
    """The next decision on a record takes its lines out of the bucket in which they had come to rest."""
    with patch.object(memory_books, "FINAL_BUCKETS", ()):
        yield


def cash_follows_verdict() -> Iterator[None]:
    """Only what was accepted moves cash in hand."""

    def books(judgements: Sequence[judging.Judgement], envoy: Envoy, reviews: object) -> Books:
        made = books_of(judgements, envoy, reviews)  # type: ignore[arg-type]
        accepted = {one.arrival.hash for one in judgements if one.verdict.kind is VerdictKind.ACCEPTED}
        return replace(made, movements=tuple(one for one in made.movements if one.hash in accepted))

    with patch.object(settling, "books_of", books):
        yield


def cash_goes_out_before_records_return() -> Iterator[None]:
    """A store that was set back gives what its copy knows to be due, whatever it gave since."""
    with patch.object(dealing, "lets_cash_go", lambda _: True):
        yield


MONEY_BUGS = {
    "void_counts_twice": void_counts_twice,
    "refund_paid_twice": refund_paid_twice,
    "deposit_of_voided_receipt_accepted": deposit_of_voided_receipt_accepted,
    "receipt_deposited_twice": receipt_deposited_twice,
    "refused_void_keeps_months_unpaid": refused_void_keeps_months_unpaid,
    "verdict_moves_money": verdict_moves_money,
    "voided_lines_come_back": voided_lines_come_back,
    "cash_follows_verdict": cash_follows_verdict,
    "cash_goes_out_before_records_return": cash_goes_out_before_records_return,
}
