"""Goes through all evidence: device by device, agent by agent, then the sums that are kept, then the audit trail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from sync.server.auditor.books import (
    cash_of,
    line_findings,
    lines_of,
    movement_findings,
    receipt_findings,
)
from sync.server.auditor.cash_days import CashDays
from sync.server.auditor.chains import chain_findings, read_entries
from sync.server.auditor.deliveries import Deliveries, Standing, standing_of, unsigned
from sync.server.auditor.findings import Finding, Report, Tally
from sync.server.auditor.kept_sums import kept_findings
from sync.server.auditor.purges import DevicePurges, Purges
from sync.server.auditor.reading import Evidence
from sync.server.auditor.rows import DeviceRow, EntryRow
from sync.server.auditor.trail import trail_findings
from sync.server.auditor.undoing import Undoing


def verify_books(evidence: Evidence, server_key: bytes) -> Report:
    """Prove the books of a server whose public signing key (32 bytes) is known; needs no private key."""
    audit = _Audit(evidence, server_key, [], Tally())
    numbers = dict(evidence.table("SELECT agent_id, number FROM agent"))
    for agent_id, devices in groupby(evidence.devices(), key=lambda one: one.agent_id):
        audit.agent(str(numbers.get(agent_id, agent_id)), devices)
    audit.findings.extend(kept_findings(evidence))
    found, audit.tally.audit_rows = trail_findings(evidence.trail(), evidence.anchors(), server_key)
    audit.tally.anchors = len(evidence.anchors())
    purges = audit.purges.trail_findings(
        evidence.table("SELECT number, detail FROM audit WHERE act = 'data_purged'")
    )
    audit.tally.parts_logged, audit.tally.photos_logged = audit.purges.parts, audit.purges.photos
    return Report((*audit.findings, *found, *purges), audit.tally)


@dataclass(slots=True)
class _Audit:
    """One run over the evidence, with what it has found so far."""

    evidence: Evidence
    server_key: bytes
    findings: list[Finding]
    tally: Tally
    purges: Purges = field(default_factory=Purges)

    def agent(self, number: str, devices: Iterable[DeviceRow]) -> None:
        """All devices of one agent, and its cash by day."""
        undoing, cash = Undoing(), CashDays(number)
        for device in devices:
            self._device(device, undoing, cash)
        self.findings.extend(undoing.findings())
        cash.entries.extend((row.moved_on, row.sort, row.amount) for _, row in undoing.justified)
        self.findings.extend(cash.findings())
        self.tally.agent_days += len(cash.days)
        self.tally.cash_rupiah += cash.in_hand

    def _device(self, device: DeviceRow, undoing: Undoing, cash: CashDays) -> None:
        code = device.device
        if not device.public_key:
            self.findings.append(Finding("device_unknown", code))
        standing: dict[str, Standing] = {}
        log = self.purges.of_device(code, self.evidence.purged(code))
        told, purged = read_entries(device, self._noted(log, standing), self.findings)
        self.findings.extend(log.unseen())
        self.findings.extend(chain_findings(device, self.evidence.epochs(code), told))
        deliveries = Deliveries(device, self.server_key, standing, self.findings, log)
        deliveries.go_through(self.evidence.batches(code))
        self.findings.extend(unsigned(device, told, deliveries.signed, deliveries.acknowledged))
        expected = lines_of(device, told)
        lines = tuple(self.evidence.lines(code))
        receipts = tuple(self.evidence.receipts(code))
        movements = tuple(self.evidence.movements(code))
        self.findings.extend(receipt_findings(device, told, receipts))
        self.findings.extend(line_findings(device, expected, lines))
        self.findings.extend(movement_findings(device, told, movements))
        undoing.add(device, told, expected, lines, receipts, movements, self.evidence.undone(code))
        cash.entries.extend((one.on, *moved) for one in told if (moved := cash_of(one)) is not None)
        cash.books.extend((row.moved_on, row.sort, row.amount) for row in movements)
        self.tally.devices += 1
        self.tally.batches += deliveries.batches
        self.tally.entries += len(told)
        self.tally.personal_parts_purged += purged
        self.tally.batches_cut += deliveries.cut
        self.tally.receipts += len(receipts)
        self.tally.receipts_rupiah += sum(row.total for row in receipts)
        self.tally.lines += len(lines)
        self.tally.lines_rupiah += sum(row.amount for row in lines)

    def _noted(self, log: DevicePurges, standing: dict[str, Standing]) -> Iterator[EntryRow]:
        """The entries, and on the way what their rows say of the verdicts and what the log says of them."""
        for row in self.evidence.entries(log.device):
            standing[row.hash] = standing_of(row)
            self.findings.extend(log.look(row))
            yield row
