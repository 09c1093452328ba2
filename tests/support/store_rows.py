"""Invented rows of the server's store, each with what a test wants to say and the rest filled in."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sync.protocol.digests import sha256_hex
from sync.server.storage.records import (
    Agent,
    Branch,
    Device,
    EntryRecord,
    IssuedReceipt,
    LedgerLine,
    Office,
    Review,
    StoredEntry,
)
from sync.server.storage.store import Store
from sync.server.storage.worker_records import NikClaim

AT = datetime(2026, 11, 22, 2, 0, 0, 123_000, tzinfo=UTC)
ON = date(2026, 11, 22)


def furnish(store: Store, *agents: str) -> None:
    """A branch, an office and agents."""
    with store.transaction() as tx:
        tx.organisation.add_branch(Branch("b", "001", "Cabang", "175", "latihan.invalid", b"r" * 32, AT))
        tx.organisation.add_office(Office("o", "b", "Kantor", AT))
        for agent in agents:
            tx.organisation.add_agent(Agent(agent, "b", "o", f"N-{agent}", f"Agen {agent}", AT))


def device(code: str, agent: str = "a", key: bytes = b"k" * 32) -> Device:
    """A practice or real device by its first character."""
    return Device(code, agent, key, code.startswith("0"), b"w", b"s" * 32, AT, AT)


def entry(number: int, *, personal: bytes | None = None, **fields: Any) -> StoredEntry:
    """The entry at seq `number`, about `worker-number`."""
    raw = f'{{"n":{number},"of":"{fields.get("entry_id", number)}"}}'.encode()
    record = EntryRecord(
        device="7Q2FK",
        hash=sha256_hex(raw),
        entry_id=f"entry-{number}",
        action_id=f"action-{number}",
        agent_id="a",
        kind="enrolment",
        version=1,
        epoch=1,
        seq=number,
        prev_hash="0" * 64,
        worker_id=f"worker-{number}",
        base=None,
        recorded_at=AT,
        recorded_on=ON,
        received_at=AT,
        batch_id="batch",
        aside=False,
        verdict="accepted",
        code=None,
        field=None,
        missing=None,
        theirs=None,
        feed_position=number,
    )
    return StoredEntry(replace(record, **fields), raw, personal)


def receipt(number: int, **fields: Any) -> IssuedReceipt:
    """The receipt with a counter."""
    issued = IssuedReceipt(
        device="7Q2FK",
        hash=sha256_hex(f"receipt {number}".encode()),
        entry_id=f"receipt-{number}",
        action_id=f"action-{number}",
        agent_id="a",
        number=f"7Q2FK-01-{number:06d}-X",
        epoch=1,
        counter=number,
        issued_on=ON,
        taken_on=fields.get("issued_on", ON),
        total=8_400,
        signature=b"s" * 64,
        genuine=True,
    )
    return replace(issued, **fields)


def line(number: int, **fields: Any) -> LedgerLine:
    """A line of Rp8,400 for November."""
    made = LedgerLine(
        device="7Q2FK",
        hash=sha256_hex(f"contribution {number}".encode()),
        line=0,
        entry_id=f"contribution-{number}",
        action_id=f"action-{number}",
        agent_id="a",
        receipt_number=f"7Q2FK-01-{number:06d}-X",
        worker_id=f"worker-{number}",
        month="2026-11",
        programme="JKK",
        amount=8_400,
        bracket=1,
        relief=None,
        tariff_version="2026.1",
        payer="self",
        recorded_on=ON,
        bucket="accepted",
    )
    return replace(made, **fields)


def claim(nik: str, worker: str, **fields: Any) -> NikClaim:
    """A worker's claim of a NIK."""
    return replace(NikClaim(nik, worker, f"entry of {worker}", "7Q2FK", "a", ON, "siticontoh", AT), **fields)


def review(number: int, **fields: Any) -> Review:
    """The review of an entry."""
    made = Review(
        entry_id=f"entry-{number}",
        device="7Q2FK",
        entry_hash="e" * 64,
        hash="e" * 64,
        action_id=f"action-{number}",
        agent_id="a",
        branch_id="b",
        kind="enrolment",
        worker_id=f"worker-{number}",
        parent_id=None,
        state="received",
        flags="[]",
        rupiah=8_400,
        receipt_number=None,
        recorded_at=AT,
        recorded_on=ON,
        received_at=AT,
    )
    return replace(made, **fields)
