"""Rows as intake writes them for an agent's entries: entry, ledger lines, receipt."""

from __future__ import annotations

import secrets
from datetime import UTC, date, datetime, timedelta

from sync.protocol.bodies.contribution import ContributionLine
from sync.protocol.bodies.enrolment import EnrolmentPersonal
from sync.protocol.encoding import from_base64url, to_base64url
from sync.protocol.entry import SealedEntry, decode
from sync.protocol.identifiers import uuid7
from sync.protocol.receipt_proof import ReceiptLink
from sync.rules.receipt_number import ReceiptNumber
from sync.server.storage.records import EntryRecord, IssuedReceipt, LedgerLine, StoredEntry

MORNING = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


def fresh_id(at: datetime = MORNING) -> str:
    """A UUIDv7 of an instant."""
    return uuid7(at, secrets.token_bytes(10))


def salt() -> str:
    """Sixteen random bytes as a personal part carries them."""
    return to_base64url(secrets.token_bytes(16))


def entry_id_of(sealed: SealedEntry) -> str:
    """The id that an entry carries."""
    return decode(sealed.raw, sealed.personal).envelope.entry_id


def invented_person(name: str) -> EnrolmentPersonal:
    """The personal part of an invented farmer."""
    return EnrolmentPersonal(
        nik="3202081408900004",
        name=name,
        birth_place="Sukabumi",
        birth_date=date(1990, 8, 14),
        sex="L",
        mother_name="Rahayu Contoh",
        street="Jl. Contoh 1",
        village="32.02.08.2001",
        phone="081200000001",
        heirs=(),
        salt=salt(),
        blobs=(),
    )


def stored_entry(agent_id: str, sealed: SealedEntry, position: int, verdict: str) -> StoredEntry:
    """An entry with its verdict at a feed position."""
    envelope = decode(sealed.raw, sealed.personal).envelope
    record = EntryRecord(
        device=envelope.device,
        hash=sealed.hash,
        entry_id=envelope.entry_id,
        action_id=envelope.action_id,
        agent_id=agent_id,
        kind=envelope.kind,
        version=envelope.version,
        epoch=envelope.epoch,
        seq=envelope.seq,
        prev_hash=envelope.prev_hash,
        worker_id=envelope.worker_id,
        base=envelope.base,
        recorded_at=envelope.recorded_at,
        recorded_on=envelope.local_on,
        received_at=MORNING + timedelta(minutes=5),
        batch_id=fresh_id(),
        aside=False,
        verdict=verdict,
        code=None,
        field=None,
        missing=None,
        theirs=None,
        feed_position=position,
    )
    return StoredEntry(record, sealed.raw, sealed.personal)


def ledger_lines(
    agent_id: str, contribution: SealedEntry, lines: tuple[ContributionLine, ...], number: str
) -> list[LedgerLine]:
    """The lines of a contribution, in the bucket of what was accepted."""
    envelope = decode(contribution.raw, contribution.personal).envelope
    return [
        LedgerLine(
            device=envelope.device,
            hash=contribution.hash,
            line=place,
            entry_id=envelope.entry_id,
            action_id=envelope.action_id,
            agent_id=agent_id,
            receipt_number=number,
            worker_id=line.worker_id,
            month=line.month,
            programme=line.programme,
            amount=line.amount,
            bracket=line.bracket,
            relief=line.relief,
            tariff_version=line.tariff_version,
            payer=line.payer,
            recorded_on=date(2026, 11, 22),
            bucket="accepted",
        )
        for place, line in enumerate(lines)
    ]


def issued_receipt(agent_id: str, receipt: SealedEntry, link: ReceiptLink) -> IssuedReceipt:
    """A genuine receipt."""
    number, envelope = ReceiptNumber.parse(link.number), decode(receipt.raw, receipt.personal).envelope
    return IssuedReceipt(
        device=number.device,
        hash=receipt.hash,
        entry_id=envelope.entry_id,
        action_id=envelope.action_id,
        agent_id=agent_id,
        number=link.number,
        epoch=number.epoch,
        counter=number.counter,
        issued_on=link.on,
        taken_on=link.on,
        total=link.amount,
        signature=from_base64url(link.signature),
        genuine=True,
    )
