"""Sums that the server keeps beside its rows, held against what the rows add up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sync.server.auditor.findings import Finding
from sync.server.auditor.reading import Evidence

_KEPT = (
    (
        "SELECT agent_id, sort, amount FROM agent_cash",
        "SELECT agent_id, sort, CAST(SUM(amount) AS BIGINT) FROM cash_movement GROUP BY agent_id, sort",
    ),
    (
        "SELECT device, epoch, genuine, highest FROM receipt_reach",
        "SELECT device, epoch, COUNT(*), MAX(counter) FROM receipt WHERE genuine GROUP BY device, epoch",
    ),
)
"""What is kept, and the rows it stands for; the first two columns are the key."""


def kept_findings(evidence: Evidence) -> Iterator[Finding]:
    """Sums that are not their rows', that no row stands behind, or that are missing."""
    for kept, raw in _KEPT:
        told, true = _by_key(evidence, kept), _by_key(evidence, raw)
        for key in sorted(told.keys() | true.keys()):
            if told.get(key) != true.get(key):
                yield Finding("kept_sum_differs", data={"of": f"{key[0]} {key[1]}"})


def _by_key(evidence: Evidence, query: str) -> Mapping[tuple[Any, ...], tuple[Any, ...]]:
    return {row[:2]: row[2:] for row in evidence.table(query)}
