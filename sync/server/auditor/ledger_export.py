"""The ledger as a table for the auditor: every line with its receipt, bucket and place in the chain; nobody's name."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TextIO

from sync.server.auditor.reading import Evidence

COLUMNS = (
    "agent", "device", "epoch", "seq", "line", "receipt", "issued_on", "recorded_on", "worker_id", "month",
    "programme", "amount", "bracket", "relief", "tariff_version", "payer", "bucket", "genuine", "deposit",
    "receipt_state", "entry_hash",
)  # fmt: skip
_QUERY = """
SELECT agent.number, ledger_line.device, entry.epoch, entry.seq, ledger_line.line, ledger_line.receipt_number,
  CAST(receipt.issued_on AS VARCHAR(10)), CAST(ledger_line.recorded_on AS VARCHAR(10)), ledger_line.worker_id,
  ledger_line.month, ledger_line.programme, ledger_line.amount, ledger_line.bracket, ledger_line.relief,
  ledger_line.tariff_version, ledger_line.payer, ledger_line.bucket, receipt.genuine, receipt.deposit,
  receipt.state, ledger_line.hash
FROM ledger_line
LEFT JOIN entry ON entry.device = ledger_line.device AND entry.hash = ledger_line.hash
LEFT JOIN agent ON agent.agent_id = ledger_line.agent_id
LEFT JOIN receipt ON receipt.device = ledger_line.device AND receipt.hash = (
  SELECT MIN(one.hash) FROM receipt AS one WHERE one.number = ledger_line.receipt_number
    AND one.device = ledger_line.device AND one.action_id = ledger_line.action_id)
WHERE CAST(:branch AS VARCHAR(64)) IS NULL OR agent.branch_id = :branch
ORDER BY ledger_line.device, entry.epoch, entry.seq, ledger_line.hash, ledger_line.line
"""


def export_ledger(evidence: Evidence, path: Path, branch_id: str | None = None) -> tuple[int, int]:
    """Write every line to a new `.csv` or `.json` file, readable by its owner only; answers lines and rupiah.
    `branch_id`: of the agents of one branch alone.

    Raises FileExistsError, and KeyError for another ending.
    """
    write = WRITERS[path.suffix.lower()]
    count = rupiah = 0

    def lines() -> Iterable[Mapping[str, Any]]:
        nonlocal count, rupiah
        for row in evidence.table(_QUERY, branch=branch_id):
            line = dict(zip(COLUMNS, row, strict=True))
            line["genuine"] = bool(line["genuine"])
            count, rupiah = count + 1, rupiah + line["amount"]
            yield line

    with path.open("x", encoding="utf-8", newline="") as file:
        path.chmod(0o600)
        write(file, lines())
    return count, rupiah


def _csv(file: TextIO, lines: Iterable[Mapping[str, Any]]) -> None:
    table = csv.DictWriter(file, COLUMNS)
    table.writeheader()
    table.writerows(lines)


def _json(file: TextIO, lines: Iterable[Mapping[str, Any]]) -> None:
    """One object a line inside one array, so that neither end has to hold all of it."""
    file.write("[")
    for number, line in enumerate(lines):
        file.write(",\n" if number else "\n")
        json.dump(line, file, ensure_ascii=False)
    file.write("\n]\n")


WRITERS: Mapping[str, Callable[[TextIO, Iterable[Mapping[str, Any]]], None]] = {".csv": _csv, ".json": _json}
"""How each kind of file is written, by its ending."""
