"""`verify-ledger` and `ledger export`: proving the books, and handing them to an auditor; both only read."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from sync.protocol.encoding import EncodingFault, from_base64url
from sync.protocol.signatures import KEY_BYTES
from sync.server.auditor.findings import Report
from sync.server.auditor.ledger_export import WRITERS, export_ledger
from sync.server.auditor.reading import EvidenceFault, evidence
from sync.server.auditor.verifying import verify_books
from sync.server.cli.serving import real_settings
from sync.server.cli.terminal import Failed, Refused
from sync.server.keys import SIGNING_KEY, ServerKeys
from sync.server.settings import ServerSettings, database_url_of


def verify_ledger(asked: argparse.Namespace) -> None:
    """Print every finding and a summary. Raises Failed where the books are not proved, Refused where nothing can be read."""
    key = _server_key(asked)
    try:
        with evidence(_database(asked)) as found:
            report = verify_books(found, key)
    except EvidenceFault as fault:
        raise Refused(f"The database cannot be read: {fault}.") from fault
    print(_as_json(report) if asked.json else "\n".join(_as_text(report)))
    if not report.holds:
        raise Failed


def ledger_export(asked: argparse.Namespace) -> None:
    """Write every line of the ledger into a new file. Raises Refused where it is there, or cannot be written."""
    if asked.out.suffix.lower() not in WRITERS:
        raise Refused(f"{asked.out} has to end in .csv or .json.")
    try:
        with evidence(real_settings(asked).database) as found:
            lines, rupiah = export_ledger(found, asked.out)
    except FileExistsError:
        raise Refused(f"{asked.out} is there already; nothing was written.") from None
    except OSError as error:
        raise Refused(f"{asked.out} cannot be written: {error.strerror}.") from error
    except EvidenceFault as fault:
        raise Refused(f"The database cannot be read: {fault}.") from fault
    print(f"{lines} lines, {rupiah} rupiah: {asked.out}")


def _server_key(asked: argparse.Namespace) -> bytes:
    """The key that laptops pinned: as given, else that of the state folder, which is not made for it."""
    if asked.server_key:
        try:
            key = from_base64url(asked.server_key)
        except EncodingFault:
            key = b""
        if len(key) != KEY_BYTES:
            raise Refused("The server's key is 43 characters, as /v1/identity tells it.")
        return key
    if not (asked.dir / SIGNING_KEY).is_file():
        raise Refused(f"There is no key in {asked.dir}: name it with --server-key.")
    return ServerKeys.open(asked.dir).public


def _database(asked: argparse.Namespace) -> str:
    """The database named on the command line, else the one of the state folder."""
    url = database_url_of(asked.db)
    if url:
        return ServerSettings(asked.dir, url).database
    return real_settings(asked).database


def _as_json(report: Report) -> str:
    findings = [{**asdict(finding), "fault": finding.is_fault} for finding in report.findings]
    told = {"holds": report.holds, "faults": report.faults, "findings": findings, **asdict(report.tally)}
    return json.dumps(told)


def _as_text(report: Report) -> list[str]:
    tally = report.tally
    purged = (
        f"{tally.personal_parts_purged} without their personal part, {tally.parts_logged} of them erased here"
    )
    lines = [f"{'FAULT' if one.is_fault else 'note '}  {one.line()}" for one in report.findings]
    return [
        *lines,
        f"{tally.devices} devices, {tally.batches} batches, {tally.entries} entries ({purged})",
        f"{tally.photos_logged} pictures erased, {tally.batches_cut} batches cut",
        f"{tally.receipts} receipts, {tally.receipts_rupiah} rupiah",
        f"{tally.lines} ledger lines, {tally.lines_rupiah} rupiah",
        f"cash in hand {tally.cash_rupiah} rupiah, compared on {tally.agent_days} days of agents",
        f"{tally.audit_rows} rows of the audit trail, {tally.anchors} days anchored",
        "the books hold" if report.holds else f"THE BOOKS DO NOT HOLD: {report.faults} faults",
    ]
