"""The books of a branch hold; whoever changes a row behind the server's back is found, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.server.auditor.findings import NOTES, WORDS, Report
from sync.server.auditor.reading import EvidenceFault, evidence
from sync.server.auditor.verifying import verify_books
from tests.support.proved_branch import IN_HAND, ProvedBranch, prove_branch, tampered


@pytest.fixture(scope="module")
def branch(tmp_path_factory: pytest.TempPathFactory) -> ProvedBranch:
    folder = tmp_path_factory.mktemp("proved")
    return prove_branch(f"sqlite:///{folder / 'server.sqlite3'}", folder)


def _report(branch: ProvedBranch, server_key: bytes | None = None) -> Report:
    with evidence(branch.url) as found:
        return verify_books(found, server_key or branch.server_key)


def _holds_to_the_rupiah(report: Report) -> None:
    assert [finding.line() for finding in report.findings if finding.is_fault] == []
    assert [finding.code for finding in report.findings] == ["entry_signed_with_hello"]
    tally = report.tally
    assert (tally.devices, tally.batches, tally.entries) == (1, 2, 26)
    assert (tally.receipts, tally.receipts_rupiah) == (5, 168_000)
    assert (tally.lines_rupiah, tally.cash_rupiah) == (168_000, IN_HAND)
    assert (tally.anchors, tally.personal_parts_purged) == (1, 0)


def test_the_books_hold(branch: ProvedBranch) -> None:
    _holds_to_the_rupiah(_report(branch))


@pytest.mark.postgresql
def test_they_hold_on_postgresql_too_and_nothing_can_be_written(
    emptied_postgres: str, tmp_path: Path
) -> None:
    there = prove_branch(emptied_postgres, tmp_path)
    _holds_to_the_rupiah(_report(there))
    with pytest.raises(EvidenceFault, match="read-only"), evidence(there.url) as found:
        next(found.table("DELETE FROM entry RETURNING 1"))


PAID = "(SELECT hash FROM entry WHERE seq = 12)"
RECEIPT = "(SELECT hash FROM entry WHERE seq = 13)"
LAST_PAID = "(SELECT hash FROM entry WHERE seq = 20)"
LAST_RECEIPT = "(SELECT hash FROM entry WHERE seq = 21)"
LATER_BATCH = "(SELECT batch_id FROM entry WHERE kind = 'deposit')"
LINE = """SELECT device, 'f', 0, entry_id, action_id, agent_id, receipt_number, worker_id, month, programme, 500, bracket,
 relief, tariff_version, payer, recorded_on, bucket, requested, undone_on FROM ledger_line WHERE line = 0"""
ISSUED = """SELECT device, 'f', entry_id, action_id, agent_id, number, epoch, 99, issued_on, taken_on, 7, signature, genuine,
 state, deposit, deposited_by FROM receipt"""
MOVED = """SELECT device, 'f', agent_id, epoch, 99, sort, amount, moved_on, at, aside FROM cash_movement"""
ERASED = """SELECT device, hash, 'd', 'personal', entry_id, worker_id, received_at, 'refused', 'rules', 99 FROM entry"""
ERASED_NOWHERE = "SELECT device, 'f', 'd', 'photo', 'x', NULL, received_at, 'refused', 'rules', 99 FROM entry WHERE seq = 2"
CUT = "2026-11-22 02:00:00.000000"
REFUSED = "UPDATE entry SET verdict = 'refused' WHERE kind = 'deposit'"


def _changed(column: str, before: str, after: str) -> str:
    return f"{column} = CAST(REPLACE(CAST({column} AS TEXT), '{before}', '{after}') AS BLOB)"


TAMPERING: dict[str, tuple[tuple[str, ...], str]] = {
    "an entry's bytes": (
        (f"UPDATE entry SET {_changed('raw', '1000000', '9000000')} WHERE seq = 2",),
        "chain_broken entry_bytes_differ entry_unsigned",
    ),
    "an entry's column": (
        ("UPDATE entry SET recorded_on = '2026-11-21' WHERE seq = 12",),
        "entry_columns_differ",
    ),
    "an entry taken out of the middle": (
        ("DELETE FROM entry WHERE seq = 12",),
        "entry_missing gap line_added line_missing marks_differ receipt_sum_differs",
    ),
    "a line and a receipt taken out": (
        (
            f"DELETE FROM ledger_line WHERE line = 0 AND hash = {PAID}",
            f"DELETE FROM receipt WHERE hash = {RECEIPT}",
        ),
        "kept_sum_differs line_missing receipt_missing receipt_sum_differs",
    ),
    "a verdict": ((REFUSED,), "verdict_differs"),
    "a verdict and its acknowledgement": (
        (
            REFUSED,
            f"UPDATE batch_inbox SET {_changed('acknowledgement', 'accepted', 'refused')} WHERE batch_id = {LATER_BATCH}",
        ),
        "acknowledgement_signature_invalid verdict_differs",
    ),
    "an acknowledgement taken out": (
        (f"UPDATE batch_inbox SET acknowledgement = NULL WHERE batch_id = {LATER_BATCH}",),
        "acknowledgement_missing",
    ),
    "an acknowledgement that says nothing": (
        (f"UPDATE batch_inbox SET acknowledgement = x'7b7d' WHERE batch_id = {LATER_BATCH}",),
        "acknowledgement_differs acknowledgement_signature_invalid",
    ),
    "a batch": (
        (f"UPDATE batch_inbox SET body = x'00' WHERE batch_id = {LATER_BATCH}",),
        "batch_bytes_differ batch_unreadable entry_unsigned",
    ),
    "a device's key": (
        ("UPDATE device SET public_key = zeroblob(32)",),
        "batch_signature_invalid chain_start_differs entry_unsigned receipt_signature_invalid",
    ),
    "an epoch": (("DELETE FROM device_epoch",), "epoch_unknown"),
    "a personal part": (
        ("UPDATE personal_part SET content = x'7b7d' WHERE hash = (SELECT hash FROM entry WHERE seq = 2)",),
        "personal_part_differs",
    ),
    "a personal part taken out": (
        ("DELETE FROM personal_part WHERE hash = (SELECT hash FROM entry WHERE seq = 2)",),
        "personal_part_missing",
    ),
    "a purge that never was": (
        (f"INSERT INTO purged_part {ERASED} WHERE seq = 2", f"INSERT INTO purged_part {ERASED_NOWHERE}"),
        "purge_untrue purge_unvouched",
    ),
    "a batch cut to nothing": (
        (f"UPDATE batch_inbox SET body = x'00', cut_at = '{CUT}' WHERE batch_id = {LATER_BATCH}",),
        "batch_unreadable entry_unsigned",
    ),
    "an act of the audit trail": (
        ("UPDATE audit SET subject = 'nobody' WHERE subject = 'agent-1'",),
        "audit_row_differs",
    ),
    "an act taken out": (
        ("DELETE FROM audit WHERE subject = 'agent-1'",),
        "anchor_differs audit_row_missing",
    ),
    "an act behind another": (
        ("UPDATE audit SET prev_hash = 'f' WHERE subject = 'agent-2'",),
        "audit_chain_broken audit_row_differs",
    ),
    "an anchor": (("UPDATE audit_anchor SET signature = x'00'",), "anchor_signature_invalid"),
    "an amount": (
        (f"UPDATE ledger_line SET amount = amount - 100 WHERE line = 0 AND hash = {PAID}",),
        "line_differs receipt_sum_differs",
    ),
    "a receipt's total": (
        (f"UPDATE receipt SET total = total + 1 WHERE hash = {RECEIPT}",),
        "receipt_differs",
    ),
    "a line of nothing": ((f"INSERT INTO ledger_line {LINE} AND hash = {PAID}",), "line_added"),
    "a receipt of nothing": (
        (f"INSERT INTO receipt {ISSUED} WHERE hash = {RECEIPT}",),
        "kept_sum_differs receipt_added",
    ),
    "a line called refunded": (
        (f"UPDATE ledger_line SET bucket = 'refunded' WHERE line = 0 AND hash = {LAST_PAID}",),
        "refund_differs",
    ),
    "a line called voided": (
        (f"UPDATE ledger_line SET bucket = 'voided' WHERE line = 0 AND hash = {LAST_PAID}",),
        "void_differs",
    ),
    "a void that nobody approved": (
        ("UPDATE review SET state = 'flagged' WHERE entry_id = (SELECT entry_id FROM entry WHERE seq = 22)",),
        "cash_differs movement_added void_differs",
    ),
    "a void on another day": (
        ("UPDATE cash_movement SET moved_on = '2026-11-30' WHERE sort = 'void'",),
        "movement_differs",
    ),
    "a receipt called deposited": (
        (f"UPDATE receipt SET deposited_by = 'nothing', deposit = 'deposited' WHERE hash = {LAST_RECEIPT}",),
        "deposit_untrue",
    ),
    "cash that vanished": (
        (f"DELETE FROM cash_movement WHERE hash = {RECEIPT}",),
        "cash_differs kept_sum_differs movement_missing",
    ),
    "cash that moved to another day": (
        ("UPDATE cash_movement SET moved_on = '2026-11-30' WHERE sort = 'deposit'",),
        "cash_differs movement_differs",
    ),
    "a sum of cash": (
        ("UPDATE agent_cash SET amount = amount + 1 WHERE sort = 'deposit'",),
        "kept_sum_differs",
    ),
    "a float of nothing": (
        (f"INSERT INTO cash_movement {MOVED} WHERE sort = 'opening_float'",),
        "cash_differs kept_sum_differs movement_added",
    ),
}


@pytest.mark.parametrize("case", TAMPERING)
def test_whoever_changes_the_database_is_found(branch: ProvedBranch, case: str, tmp_path: Path) -> None:
    statements, wanted = TAMPERING[case]
    report = _report(tampered(branch, tmp_path, *statements))
    assert sorted({one.code for one in report.findings} - {"entry_signed_with_hello"}) == wanted.split()
    assert not report.holds


def test_rows_of_a_device_that_nobody_enrolled_are_found(branch: ProvedBranch, tmp_path: Path) -> None:
    codes = {one.code for one in _report(tampered(branch, tmp_path, "DELETE FROM device")).findings}
    assert codes > {"device_unknown", "batch_signature_invalid", "entry_unsigned", "receipt_differs"}


def test_another_servers_key_proves_nothing(branch: ProvedBranch) -> None:
    codes = {one.code for one in _report(branch, b"k" * 32).findings if one.is_fault}
    assert codes == {
        "acknowledgement_differs",
        "acknowledgement_signature_invalid",
        "anchor_signature_invalid",
    }


def test_a_finding_names_its_place(branch: ProvedBranch, tmp_path: Path) -> None:
    changed = tampered(
        branch,
        tmp_path,
        f"UPDATE ledger_line SET amount = 1 WHERE line = 0 AND hash = {PAID}",
    )
    lines = [one.line() for one in _report(changed).findings if one.is_fault]
    assert lines[0] == (f"{branch.device} 01/12  line_differs line=0 columns=amount: {WORDS['line_differs']}")


def test_every_code_that_is_found_has_a_sentence() -> None:
    told = {code for _, codes in TAMPERING.values() for code in codes.split()}
    assert told <= WORDS.keys()
    assert WORDS.keys() >= NOTES
