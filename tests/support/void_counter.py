"""A branch counter where voids and refunds are pushed, decided and looked at."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sync.protocol.bodies.parts import LineReference
from sync.protocol.entry import SealedEntry
from sync.protocol.feed import DecisionPayload
from sync.rules.states import Move, VerdictKind
from sync.server.domain.decisions import Request
from sync.server.services.reviewing import Reviewing
from tests.support.deciding import REVIEWER, reviewing
from tests.support.field_laptop import (
    Enrolled,
    FieldLaptop,
    entry_id_of,
)
from tests.support.intake_house import IntakeHouse

RECEIPT = 3


class Counter:
    """A branch, its reviewer, and one agent's laptop."""

    def __init__(self, house: IntakeHouse) -> None:
        self.house = house
        self.laptop = house.laptop()
        self.reviewing: Reviewing = reviewing(house)

    def push(self, laptop: FieldLaptop | None = None) -> list[tuple[VerdictKind, str | None]]:
        """Verdict and code of everything that waits."""
        verdicts = self.house.verdicts(laptop or self.laptop)
        return [(verdict.kind, verdict.code) for verdict in verdicts]

    def decide(
        self, sealed: SealedEntry, move: Move, reason: str | None = None, note: str | None = None
    ) -> DecisionPayload:
        """Decide on an entry as it was sent."""
        return self.reviewing.decide(REVIEWER, entry_id_of(sealed), Request(move, sealed.hash, reason, note))

    def refuse(self, sealed: SealedEntry) -> DecisionPayload:
        """Refuse for a reason."""
        return self.decide(sealed, Move.REFUSE, "not_justified")

    def buckets(self) -> dict[str, int]:
        """Rupiah by bucket; they sum up to what was issued."""
        with self.house.store.reading() as tx:
            totals = tx.money.totals()
        assert totals.rupiah == totals.receipts_rupiah
        return dict(totals.buckets)

    def receipt_state(self, receipt_id: str) -> str:
        """Where a receipt stands."""
        with self.house.store.reading() as tx:
            return tx.money.issued([receipt_id])[receipt_id].state

    def flags(self, sealed: SealedEntry) -> list[str]:
        """What the reviewer is told of an entry."""
        with self.house.store.reading() as tx:
            found: list[str] = json.loads(
                tx.reviews.reviews([entry_id_of(sealed)])[entry_id_of(sealed)].flags
            )
        return found

    def told(self) -> list[tuple[str, str]]:
        """Entry and state of every decision that the agent's feed holds."""
        with self.house.store.reading() as tx:
            rows, _ = tx.feed.page("agent-1", 0, 1000)
        payloads = [json.loads(row.payload) for row in rows if row.kind == "decision"]
        return [(payload["entry_id"], payload["state"]) for payload in payloads]


def receipt_of(enrolled: Enrolled) -> str:
    """The entry id of the receipt of an enrolment."""
    return entry_id_of(enrolled.entries[RECEIPT])


def all_lines(contribution: SealedEntry, places: Sequence[int]) -> tuple[LineReference, ...]:
    """Some lines of a contribution."""
    return tuple(LineReference(contribution=entry_id_of(contribution), line=place) for place in places)
