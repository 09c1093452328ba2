"""When the laptop lets go of what is personal: of an entry's own part, and of a worker whom the agent serves no more."""

from dataclasses import dataclass
from datetime import datetime

from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import membership_ended
from sync.rules.states import DECIDED_KINDS, ReviewState

_FINAL = frozenset({ReviewState.APPROVED, ReviewState.REGISTERED, ReviewState.REFUSED})


@dataclass(frozen=True, slots=True)
class HeldPart:
    """A personal part that lies on the laptop, and what the branch said of its entry.

    `decided_at`: the server's instant of the last word, None before one came. `waits`: something of the entry, its action
    or its worker is not at its end: not sent, a task, a void or refund, cash in hand, a picture that has not arrived.
    `served`: it names people whom the agent still serves, and their papers read it.
    """

    step: int
    entry_id: str
    kind: str
    review: ReviewState | None
    decided_at: datetime | None
    waits: bool
    served: bool


@dataclass(frozen=True, slots=True)
class HeldCard:
    """A worker's card on the laptop.

    `away_at`: since when the branch has the worker turned away or with another agent, None where it has not.
    `ended_from`: the first iuran month that is not owed. `paid_until`: None where nothing was ever paid.
    `said_at`: the server's last word on any entry of the worker.
    `waits`: something of the worker is not at its end, or a personal part is still here.
    """

    worker_id: str
    away_at: datetime | None
    ended_from: IuranMonth | None
    paid_until: IuranMonth | None
    said_at: datetime | None
    waits: bool


def part_is_due(part: HeldPart, before: datetime) -> bool:
    """Whether a personal part goes: its entry was decided for good before an instant, and nothing needs it."""
    final = part.review in _FINAL or (part.review is ReviewState.RECEIVED and part.kind not in DECIDED_KINDS)
    old = part.decided_at is not None and part.decided_at < before
    return final and old and not part.waits and not part.served


def card_is_due(card: HeldCard, before: datetime) -> bool:
    """Whether a worker's card goes: the agent has served the worker no more since before an instant."""
    recent = card.said_at is not None and card.said_at >= before
    return not card.waits and not recent and _left(card, before)


def _left(card: HeldCard, before: datetime) -> bool:
    """Whether the worker was away, or the membership over, before an instant."""
    if card.away_at is not None:
        return card.away_at < before
    on = before.date()
    if card.ended_from is not None and card.ended_from <= IuranMonth.of(on):
        return True
    return card.paid_until is not None and membership_ended(card.paid_until, on)


@dataclass(frozen=True, slots=True)
class CleaningStanding:
    """How the laptop keeps what is personal: for `days` after the branch's last word; `cleaned` records have let go of
    it so far, `newly` of them in the last pass, which ended at `last_at` by the server's clock, None before the first."""

    days: int
    cleaned: int
    newly: int
    last_at: datetime | None
