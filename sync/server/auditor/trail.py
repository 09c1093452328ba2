"""The audit trail: every row on the one before, and the signed anchors of finished days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date

from sync.protocol.canonical import canonical_bytes
from sync.protocol.digests import ZERO_HASH, sha256_hex
from sync.protocol.signatures import anchor_message, verify, wire_instant
from sync.server.auditor.findings import Finding
from sync.server.auditor.rows import AnchorRow, TrailRow


def trail_findings(
    rows: Iterable[TrailRow], anchors: Sequence[AnchorRow], server_key: bytes
) -> tuple[list[Finding], int]:
    """What is wrong with the trail, and how many rows it has. Acts after the newest anchor are held by the chain alone."""
    findings: list[Finding] = []
    ends: dict[date, TrailRow] = {}
    number, head, count, day = 0, ZERO_HASH, 0, date.min
    for row in rows:
        count += 1
        if row.number != number + 1:
            findings.append(_about("audit_row_missing", row, first=number + 1))
        elif row.prev_hash != head:
            findings.append(_about("audit_chain_broken", row))
        if row.hash != _hash_of(row):
            findings.append(_about("audit_row_differs", row))
        number, head = row.number, row.hash
        day = max(day, row.at.astimezone(UTC).date())
        ends[day] = row
    findings.extend(_anchored(ends, anchors, server_key))
    return findings, count


def _anchored(
    ends: dict[date, TrailRow], anchors: Sequence[AnchorRow], server_key: bytes
) -> Iterable[Finding]:
    for anchor in anchors:
        named = {"day": anchor.day.isoformat()}
        end = ends.get(anchor.day)
        if end is None or (end.number, end.hash) != (anchor.number, anchor.hash):
            yield Finding("anchor_differs", data=named)
        if not verify(server_key, anchor.signature, anchor_message(anchor.day, anchor.number, anchor.hash)):
            yield Finding("anchor_signature_invalid", data=named)
    anchored = {anchor.day for anchor in anchors}
    newest = max(anchored, default=date.min)
    for day in sorted(ends.keys() - anchored):
        if day < newest:
            yield Finding("anchor_missing", data={"day": day.isoformat()})


def _hash_of(row: TrailRow) -> str:
    return sha256_hex(
        canonical_bytes(
            {
                "number": row.number,
                "at": wire_instant(row.at),
                "actor": row.actor,
                "act": row.act,
                "subject": row.subject,
                "detail": row.detail,
                "prev_hash": row.prev_hash,
            }
        )
    )


def _about(code: str, row: TrailRow, **data: int) -> Finding:
    return Finding(code, data={**data, "number": row.number})
