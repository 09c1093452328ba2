"""Two records that may be of one person: read from the branch's server, and what a reviewer says of them."""

from __future__ import annotations

from perisai_desktop.domain.comparison import (
    ComparedRecord,
    Comparison,
    PaidReceipt,
    PairMatch,
    PairSaid,
    PairVerdict,
)
from perisai_desktop.services.branch_agents import Asked
from perisai_desktop.services.review_values import record_of
from sync.client.comparison_requests import ComparisonRequests
from sync.client.review_client import built
from sync.protocol import comparison as wire
from sync.rules.iuran_month import IuranMonth


class BranchComparisons:
    """Online, with the session of who is signed in. To be used from one thread at a time."""

    def __init__(self, requests: ComparisonRequests, asked: Asked) -> None:
        self._requests = requests
        self._asked = asked

    def compared(self, entry_id: str, other_id: str | None = None) -> Comparison:
        """A record beside another one, or the first that it collides with. Raises Failure: record_unknown, branch_silent."""
        return _comparison(self._asked(lambda: self._requests.compared(entry_id, other_id)))

    def say(self, seen: Comparison, verdict: PairVerdict) -> Comparison:
        """Say of the two contents in sight whose they are; both as they stand then.

        Raises Failure: record_changed, record_taken, maker_is_checker, second_person_needed, move_refused,
        request_invalid.
        """
        assert seen.other is not None
        mine, other = seen.mine.record, seen.other.record
        said = {
            "other": other.entry_id,
            "saying": verdict.saying,
            "hash": mine.hash,
            "other_hash": other.hash,
            "reason": verdict.reason,
            "note": verdict.note or None,
        }
        return _comparison(
            self._asked(lambda: self._requests.say(mine.entry_id, built(wire.SayingRequest, said)))
        )


def _comparison(told: wire.Comparison) -> Comparison:
    return Comparison(
        mine=_side(told.mine),
        other=None if told.other is None else _side(told.other),
        matches=tuple(map(_match, told.matches)),
        alike=told.alike,
        may=told.may,
    )


def _side(told: wire.ComparedRecord) -> ComparedRecord:
    ledger = tuple(
        PaidReceipt(
            number=one.number or "",
            issued_on=one.issued_on,
            rupiah=one.rupiah,
            months=tuple(map(IuranMonth.parse, one.months)),
            bucket=one.bucket,
            deposit=one.deposit or "",
        )
        for one in told.ledger
    )
    until = None if told.paid_until is None else IuranMonth.parse(told.paid_until)
    return ComparedRecord(record_of(told.record), ledger, until)


def _match(told: wire.Match) -> PairMatch:
    said = told.saying
    return PairMatch(
        entry_id=told.entry_id,
        branch=told.branch or "",
        said=None
        if said is None
        else PairSaid(said.saying, said.by, said.mine, said.at, said.reason, said.note or "", said.current),
    )
