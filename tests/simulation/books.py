"""Money at the branch, held against what arrived: every line in one bucket, every rupiah of cash once (S8)."""

from __future__ import annotations

from collections import Counter, defaultdict

from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.refund import Refund
from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.wire import StrictModel
from sync.rules.states import ReviewState, VerdictKind
from sync.server.storage.records import EntryRecord
from tests.simulation.breaking import Broken
from tests.simulation.centre import Centre
from tests.simulation.till import REFUNDED, VOIDED, movement

GONE = (VOIDED, REFUNDED)
OPEN = (ReviewState.RECEIVED.value, ReviewState.FLAGGED.value, ReviewState.IN_REVIEW.value)


class Books:
    """Remembers what every line was when it was first seen, and how it was undone."""

    def __init__(self, centre: Centre) -> None:
        self._centre = centre
        self._lines: dict[tuple[str, str, int], int] = {}
        self._gone: dict[tuple[str, str, int], str] = {}
        self._bodies: dict[tuple[str, str], StrictModel | None] = {}

    def check(self) -> None:
        """Everything about money that holds whenever the server has committed."""
        entries = [(record, self._body(record)) for record in self._centre.records()]
        self._check_lines()
        self._check_sums()
        self._check_undone(entries)
        self._check_cash(entries)
        self._check_deposits(entries)

    def forget(self) -> None:
        """The server was set back: what was undone since then is not, and lines may come again."""
        self._lines, self._gone = {}, {}

    def _body(self, record: EntryRecord) -> StrictModel | None:
        key = (record.device, record.hash)
        if key not in self._bodies:
            self._bodies[key] = self._centre.body(record)
        return self._bodies[key]

    def _check_lines(self) -> None:
        """No line goes away or changes its rupiah; a line that is voided or refunded stays so."""
        lines = {(one.device, one.hash, one.line): one for one in self._centre.lines()}
        for key, amount in self._lines.items():
            if key not in lines or lines[key].amount != amount:
                raise Broken("S8", "a line of the ledger changed or went away")
        for key, bucket in self._gone.items():
            if lines[key].bucket != bucket:
                raise Broken("S8", f"a line that was {bucket} lies in {lines[key].bucket}")
        self._lines = {key: one.amount for key, one in lines.items()}
        self._gone = {key: one.bucket for key, one in lines.items() if one.bucket in GONE}

    def _check_sums(self) -> None:
        """The lines of each receipt add up to it; by device and day they add up to what was issued."""
        sums: defaultdict[tuple[str, str, str | None], int] = defaultdict(int)
        days: Counter[tuple[str, object]] = Counter()
        for line in self._centre.lines():
            sums[line.device, line.action_id, line.receipt_number] += line.amount
            days[line.device, line.recorded_on] += line.amount
        for receipt in self._centre.receipts():
            if sums.pop((receipt.device, receipt.action_id, receipt.number), None) != receipt.total:
                raise Broken("S8", f"the lines of receipt {receipt.number} do not add up to it")
            days[receipt.device, receipt.issued_on] -= receipt.total
        if sums:
            raise Broken("S8", "the ledger holds lines of no receipt")
        if any(days.values()):
            raise Broken("S8", "lines of a device and day are not what it issued that day")

    def _check_undone(self, entries: list[tuple[EntryRecord, StrictModel | None]]) -> None:
        """Lines are undone by an approved void without cash or by an accepted refund, and by nothing else."""
        voided: set[str] = set()
        refunded: Counter[str] = Counter()
        for record, body in entries:
            if isinstance(body, VoidRequest) and body.cash == "no_cash":
                if self._centre.state_of(record) == ReviewState.APPROVED.value:
                    voided.add(body.receipt)
            elif isinstance(body, Refund) and self._accepted(record):
                refunded[body.receipt] += 1
        if any(times > 1 for times in refunded.values()):
            raise Broken("S8", "a receipt was refunded twice")
        lying: defaultdict[tuple[str, str, str | None], set[str]] = defaultdict(set)
        for line in self._centre.lines():
            lying[line.device, line.action_id, line.receipt_number].add(line.bucket)
        for receipt in self._centre.receipts():
            buckets = lying[receipt.device, receipt.action_id, receipt.number]
            if receipt.entry_id in refunded:
                wanted = {REFUNDED}
            elif receipt.entry_id in voided:
                wanted = {VOIDED}
            else:
                wanted = buckets - set(GONE)
            if buckets != wanted:
                raise Broken("S8", f"receipt {receipt.number} lies in {', '.join(sorted(buckets))}")

    def _accepted(self, record: EntryRecord) -> bool:
        """Whether it was accepted: as it arrived, or once the server knew the epoch again in which it was written."""
        if record.verdict == VerdictKind.HELD.value and not record.aside:
            return self._centre.state_of(record) == ReviewState.RECEIVED.value
        return record.verdict == VerdictKind.ACCEPTED.value

    def _check_cash(self, entries: list[tuple[EntryRecord, StrictModel | None]]) -> None:
        """Every entry that moves cash moved it once, whatever its verdict; approved voids what they voided."""
        wanted = {
            (record.device, record.hash): expected
            for record, body in entries
            if (expected := movement(body)) is not None
        }
        moved = {(one.device, one.hash): (one.sort, one.amount) for one in self._centre.movements()}
        voids = {key: amount for key, (sort, amount) in moved.items() if sort == "void"}
        if {key: one for key, one in moved.items() if key not in voids} != wanted:
            raise Broken("S8", "cash in hand at the branch is not what the entries moved")
        lines = sum(line.amount for line in self._centre.lines() if line.bucket == VOIDED)
        if sum(voids.values()) != lines:
            raise Broken("S8", f"voids lowered cash by {sum(voids.values())}, lines of {lines} are voided")

    def _check_deposits(self, entries: list[tuple[EntryRecord, StrictModel | None]]) -> None:
        """A receipt is deposited by one deposit that names it, and not while somebody asks to void it."""
        deposits = {record.entry_id: (record, body) for record, body in entries if isinstance(body, Deposit)}
        asked: defaultdict[str, list[EntryRecord]] = defaultdict(list)
        for record, body in entries:
            if isinstance(body, VoidRequest) and self._centre.state_of(record) in OPEN:
                asked[body.receipt].append(record)
        for receipt in self._centre.receipts():
            if receipt.deposit == "in_hand":
                if receipt.deposited_by is not None:
                    raise Broken("S8", f"receipt {receipt.number} is in hand and deposited")
                continue
            by = deposits.get(receipt.deposited_by or "")
            if by is None or receipt.entry_id not in by[1].receipts:
                raise Broken("S8", f"receipt {receipt.number} is deposited by nothing that names it")
            for request in asked[receipt.entry_id]:
                if request.agent_id == by[0].agent_id and request.feed_position < by[0].feed_position:
                    raise Broken("S8", f"receipt {receipt.number} was deposited while its void is open")
        issued = {one.entry_id: one for one in self._centre.receipts()}
        for record, body in deposits.values():
            if record.verdict == VerdictKind.ACCEPTED.value and not record.aside:
                for entry_id in body.receipts:
                    if issued[entry_id].deposited_by != record.entry_id:
                        raise Broken("S8", "a deposit was accepted and its receipts are still in hand")
