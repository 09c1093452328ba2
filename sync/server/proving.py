"""Lets the auditor's own reading answer over the network: the trail's proof, and the ledger as a file."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from sync.protocol.accesses import TrailFault, TrailProof
from sync.server.auditor.findings import Finding
from sync.server.auditor.ledger_export import export_ledger
from sync.server.auditor.reading import evidence
from sync.server.auditor.trail import trail_findings
from sync.server.clock import Clock
from sync.server.services.accounts import SignedIn
from sync.server.services.auditing import audit
from sync.server.storage.store import Store

_MOST_FAULTS = 50


def trail_proof(database: str, server_key: bytes) -> TrailProof:
    """What the auditor finds about the audit trail in one snapshot of the database."""
    with evidence(database) as found:
        anchors = found.anchors()
        findings, rows = trail_findings(found.trail(), anchors, server_key)
    return TrailProof(
        rows=rows,
        anchors=len(anchors),
        anchored_on=anchors[-1].day if anchors else None,
        fault_count=len(findings),
        faults=tuple(map(_fault, findings[:_MOST_FAULTS])),
    )


def _fault(finding: Finding) -> TrailFault:
    number, day = finding.data.get("number"), finding.data.get("day")
    return TrailFault(
        code=finding.code,
        number=None if number is None else int(number),
        day=None if day is None else date.fromisoformat(str(day)),
    )


def ledger_file(database: str, store: Store, clock: Clock, person: SignedIn) -> Path:
    """A fresh file with every line of the ledger, of the person's branch alone where there is one, which the caller drops;
    the audit trail names who took it."""
    path = Path(tempfile.mkdtemp(prefix="perisai-ledger-")) / "ledger.csv"
    with evidence(database) as found:
        lines, rupiah = export_ledger(found, path, person.branch_id)
    with store.transaction() as tx:
        audit(tx, clock.now(), person.account_id, "ledger_exported", "ledger", count=lines, rupiah=rupiah)
    return path
