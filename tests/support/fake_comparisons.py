"""A branch's pairs of records, in memory; it keeps the contract of the real ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from perisai_desktop.domain.comparison import (
    ComparedRecord,
    Comparison,
    PaidReceipt,
    PairMatch,
    PairSaid,
    PairVerdict,
)
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.review import ReviewRecord
from sync.rules.iuran_month import IuranMonth
from sync.rules.pairs import Saying

NOVEMBER = IuranMonth(2026, 11)


def pair(mine: ReviewRecord, *others: ReviewRecord) -> Comparison:
    """A record beside the first of those that it collides with, and one more at another branch."""
    matches = tuple(PairMatch(one.entry_id) for one in others)
    return Comparison(
        mine=_side(mine, "in_hand", "under_review"),
        other=_side(others[0], "deposited", "accepted") if others else None,
        matches=(*matches, PairMatch("far", "Kantor Cabang Bogor")),
        alike=("name_alike", "same_birth_date", "same_phone", "same_village") if others else (),
        may=tuple(Saying) if others else (),
    )


def _side(record: ReviewRecord, deposit: str, bucket: str) -> ComparedRecord:
    months = (NOVEMBER, NOVEMBER.plus(1), NOVEMBER.plus(2))
    paid = PaidReceipt(
        record.receipt_number or "", date(2026, 11, 22), 3 * record.rupiah, months, bucket, deposit
    )
    return ComparedRecord(record, (paid,), months[-1])


class FakeComparisons:
    """Compares `records` by their place; `failure` makes the next call fail."""

    def __init__(self, *records: ReviewRecord) -> None:
        self.records = records
        self.said: list[tuple[str, PairVerdict]] = []
        self.failure: Failure | None = None

    def compared(self, entry_id: str, other_id: str | None = None) -> Comparison:
        self._fail()
        mine = next((one for one in self.records if one.entry_id == entry_id), None)
        if mine is None:
            raise Failure(FailureCode.RECORD_UNKNOWN)
        others = [one for one in self.records if one is not mine]
        others.sort(key=lambda one: one.entry_id != other_id)
        found = pair(mine, *others)
        return replace(found, matches=tuple(sorted(found.matches, key=lambda one: one.entry_id)))

    def say(self, seen: Comparison, verdict: PairVerdict) -> Comparison:
        self._fail()
        assert seen.other is not None
        if verdict.saying not in seen.may:
            raise Failure(FailureCode.MOVE_REFUSED)
        other = seen.other.record.entry_id
        self.said.append((other, verdict))
        said = PairSaid(
            verdict.saying, "Penyelia", True, seen.mine.record.recorded_at, verdict.reason, verdict.note
        )
        matches = tuple(replace(one, said=said) if one.entry_id == other else one for one in seen.matches)
        return replace(seen, matches=matches, may=())

    def _fail(self) -> None:
        if self.failure is not None:
            failure, self.failure = self.failure, None
            raise failure
