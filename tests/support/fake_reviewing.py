"""A branch's server as the reviewer's screen sees it, in memory; it keeps the contract of the real session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from perisai_desktop.domain.bulk import Bulk
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.laptop import LaptopGap
from perisai_desktop.domain.queue_page import QueuePage
from perisai_desktop.domain.review import (
    FoundWorker,
    Proposal,
    QueueGroup,
    QueueRecord,
    RecordPhoto,
    ReviewFinding,
    ReviewPrice,
    ReviewRecord,
    ReviewStep,
)
from perisai_desktop.domain.task import FieldComment
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import SETTLED_UNOPENED, ReviewState
from tests.support.fake_accesses import FakeAccesses
from tests.support.fake_accounts import FakeAccounts
from tests.support.fake_agents import FakeAgents
from tests.support.fake_comparisons import FakeComparisons
from tests.support.fake_configuring import FakeConfiguring
from tests.support.fake_coverage import FakeCoverage
from tests.support.fake_findings import FakeFindings
from tests.support.reference_data import reference

RECORDED_AT = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
_FINAL = frozenset({ReviewState.APPROVED, ReviewState.REFUSED})


def record(place: int, name: str, *, flagged: bool = False) -> ReviewRecord:
    """An invented record; `place` makes it different from the others."""
    return ReviewRecord(
        entry_id=f"entry-{place}",
        hash=f"{place:064x}",
        kind="enrolment",
        state=ReviewState.FLAGGED if flagged else ReviewState.RECEIVED,
        agent_name="Nining Sukaesih",
        device="0Q2FK",
        recorded_at=RECORDED_AT,
        form={
            "nik": f"320208140890000{place}",
            "name": name,
            "birth_place": "Sukabumi",
            "birth_date": "1990-08-14",
            "sex": "L",
            "mother_name": "Euis Rohaeti",
            "phone": "081200004417",
            "street": "Kp. Baru",
            "village": "32.02.11.2006",
            "occupation": "Petani/Pekebun",
            "income": "1000000",
            "offer": "JKK+JKM",
            "first_month": "2026-11",
            "months": "1",
            "payer": "self",
        },
        findings=(ReviewFinding("birth_date_differs", "birth_date", "Sesuai akta"),) if flagged else (),
        prices=(ReviewPrice(IuranMonth(2026, 11), 8_400, "pp50-2025"),),
        receipt_number=f"0Q2FK-01-00000{place}-X",
        rupiah=8_400,
        history=(),
        place="Desa Warnajati, Kec. Cibadak, Kab. Sukabumi, Jawa Barat",
        flags=("birth_date_differs",) if flagged else (),
        utc_offset=420,
    )


def with_photos(found: ReviewRecord, *photos: RecordPhoto) -> ReviewRecord:
    """The record with these photos."""
    return replace(found, photos=photos)


class FakeReviewing:
    """Holds records, claims and decisions; `failure` makes the next call fail."""

    def __init__(self, records: Sequence[ReviewRecord]) -> None:
        self.records = {each.entry_id: each for each in records}
        self.decided: list[tuple[str, str, str, tuple[FieldComment, ...], str]] = []
        self.agents = FakeAgents()
        self.accesses = FakeAccesses()
        self.accounts = FakeAccounts()
        self.comparisons = FakeComparisons(*records)
        self.findings = FakeFindings()
        self.coverage = FakeCoverage()
        self.settings = FakeConfiguring()
        self.failure: Failure | None = None
        self.two_people = False
        self.paged = False
        self.missing: tuple[LaptopGap, ...] = ()
        self.sought: list[str] = []
        self.given: list[tuple[str, str, str]] = []
        self.files: dict[str, bytes] = {}
        self.fetched: list[tuple[str, str]] = []

    def queue(self) -> tuple[QueueGroup, ...]:
        self._fail()
        rows = tuple(
            QueueRecord(
                entry_id=each.entry_id,
                action_id=each.entry_id,
                kind=each.kind,
                worker_name=each.form["name"],
                occupation=each.form["occupation"],
                rupiah=each.rupiah,
                state=each.state,
                flags=each.flags,
                recorded_at=each.recorded_at,
                receipt_number=each.receipt_number,
                claimed_by=each.claimed_by,
                mine=each.mine,
                proposed_by=None if each.proposal is None else each.proposal.by,
                proposed_mine=each.proposal is not None and each.proposal.mine,
            )
            for each in self.records.values()
            if each.state not in _FINAL
        )
        group = QueueGroup(
            "agent", "Nining Sukaesih", date(2026, 11, 22), len(rows), sum(row.rupiah for row in rows), rows
        )
        return (group,) if rows else ()

    def page(self, after: str | None = None) -> QueuePage:
        """The records one by one where `paged`, else all of them."""
        groups = self.queue()
        if not (self.paged and groups):
            return QueuePage(groups)
        (group,), place = groups, int(after or 0)
        one = replace(group, count=1, rupiah=group.records[place].rupiah, records=(group.records[place],))
        return QueuePage((one,), str(place + 1) if place + 1 < group.count else None)

    def record(self, entry_id: str) -> ReviewRecord:
        self._fail()
        found = self.records.get(entry_id)
        if found is None:
            raise Failure(FailureCode.RECORD_UNKNOWN)
        return found

    def photo(self, entry_id: str, sha256: str) -> bytes:
        self._fail()
        self.fetched.append((entry_id, sha256))
        named = next((one for one in self.record(entry_id).photos if one.sha256 == sha256), None)
        if named is None:
            raise Failure(FailureCode.RECORD_CHANGED)
        if not named.arrived:
            raise Failure(FailureCode.PHOTO_NOT_ARRIVED)
        return self.files[sha256]

    def open(self, entry_id: str) -> ReviewRecord:
        found = self.record(entry_id)
        if found.state in SETTLED_UNOPENED | {ReviewState.RETURNED, ReviewState.DUPLICATE}:
            raise Failure(FailureCode.MOVE_REFUSED)
        if found.taken:
            raise Failure(FailureCode.RECORD_TAKEN)
        if found.state in (ReviewState.RECEIVED, ReviewState.FLAGGED):
            step = ReviewStep(RECORDED_AT, "Penyelia", ReviewState.IN_REVIEW, None, "", (), "open")
            found = replace(
                found,
                state=ReviewState.IN_REVIEW,
                history=(*found.history, step),
                claimed_by="Penyelia",
                mine=True,
            )
            self.records[entry_id] = found
        return found

    def take_over(self, entry_id: str, note: str) -> ReviewRecord:
        found = self.record(entry_id)
        if found.claimed_by is None:
            raise Failure(FailureCode.MOVE_REFUSED)
        self.records[entry_id] = replace(found, claimed_by="Penyelia", mine=True)
        return self.records[entry_id]

    def decline(self, entry_id: str, note: str) -> ReviewRecord:
        found = self.record(entry_id)
        if found.proposal is None:
            raise Failure(FailureCode.RECORD_CHANGED)
        self.records[entry_id] = replace(found, proposal=None)
        return self.records[entry_id]

    def approve(self, entry_id: str, digest: str) -> bool:
        return self._ruled(entry_id, digest, "approve", ReviewState.APPROVED)

    def send_back(
        self, entry_id: str, digest: str, comments: tuple[FieldComment, ...], reason: str, note: str = ""
    ) -> None:
        self._fail()
        self._reason("return", reason)
        if not comments:
            raise Failure(FailureCode.COMMENT_MISSING)
        self._decide(entry_id, digest, ReviewState.RETURNED, comments, reason)

    def refuse(self, entry_id: str, digest: str, reason: str, note: str = "") -> bool:
        self._fail()
        self._reason("refuse", reason)
        return self._ruled(entry_id, digest, "refuse", ReviewState.REFUSED, reason)

    def duplicate(self, entry_id: str, digest: str, note: str = "") -> None:
        self._decide(entry_id, digest, ReviewState.DUPLICATE)

    def not_duplicate(self, entry_id: str, digest: str) -> None:
        found = self.record(entry_id)
        if found.hash != digest:
            raise Failure(FailureCode.RECORD_CHANGED)
        if found.state is not ReviewState.DUPLICATE:
            raise Failure(FailureCode.MOVE_REFUSED)
        self.records[entry_id] = replace(found, state=ReviewState.IN_REVIEW)

    def bulks(self) -> tuple[Bulk, ...]:
        return ()

    def gaps(self) -> tuple[LaptopGap, ...]:
        return self.missing

    def workers(self, text: str) -> tuple[FoundWorker, ...]:
        self._fail()
        self.sought.append(text)
        return tuple(
            FoundWorker(each.entry_id, each.form["nik"], each.form["name"], None, each.agent_name, None)
            for each in self.records.values()
            if each.form["name"].lower().startswith(text.lower()) or each.form["nik"] == text
        )

    def attribute(self, entry_id: str, digest: str, payer: str, worker_id: str) -> ReviewRecord:
        found = self.record(entry_id)
        if found.hash != digest:
            raise Failure(FailureCode.RECORD_CHANGED)
        if found.kind != "contribution":
            raise Failure(FailureCode.MOVE_REFUSED)
        left = tuple(one for one in found.strangers if one.worker_id != payer)
        if left == found.strangers:
            raise Failure(FailureCode.RECORD_CHANGED)
        self.given.append((entry_id, payer, worker_id))
        self.records[entry_id] = replace(found, strangers=left, state=ReviewState.FLAGGED)
        return self.records[entry_id]

    def _ruled(self, entry_id: str, digest: str, move: str, state: ReviewState, reason: str = "") -> bool:
        """A decision; the first half of one where two people have to agree."""
        self._fail()
        found = self.records.get(entry_id)
        waits = None if found is None else found.proposal
        if found is None or found.hash != digest or not self.two_people:
            self._decide(entry_id, digest, state, (), reason)
            return True
        if waits is not None and waits.move == move:
            if waits.mine:
                raise Failure(FailureCode.SECOND_PERSON_NEEDED)
            self._decide(entry_id, digest, state, (), reason)
            return True
        mine = Proposal(move, "Penyelia", True, RECORDED_AT, reason or None)
        self.records[entry_id] = replace(
            found, state=ReviewState.RECEIVED, claimed_by=None, mine=False, proposal=mine
        )
        return False

    def _decide(
        self,
        entry_id: str,
        digest: str,
        state: ReviewState,
        comments: tuple[FieldComment, ...] = (),
        reason: str = "",
    ) -> None:
        self._fail()
        found = self.records.get(entry_id)
        if found is None:
            raise Failure(FailureCode.RECORD_UNKNOWN)
        if found.hash != digest:
            raise Failure(FailureCode.RECORD_CHANGED)
        if found.state in _FINAL:
            raise Failure(FailureCode.MOVE_REFUSED)
        self.records[entry_id] = replace(found, state=state)
        self.decided.append((entry_id, state.value, digest, comments, reason))

    def _reason(self, kind: str, code: str) -> None:
        if code not in {each.code for each in reference().reasons if each.kind == kind}:
            raise Failure(FailureCode.REASON_UNKNOWN)

    def _fail(self) -> None:
        if self.failure is not None:
            failure, self.failure = self.failure, None
            raise failure
