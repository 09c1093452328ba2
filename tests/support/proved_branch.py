"""A small branch with every kind of money in it, for audits: receipts, a void, a refund, a deposit, an adjustment."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from sync.protocol.bodies.cash import CashAdjustment
from sync.protocol.bodies.consent import ConsentWithdrawal
from sync.protocol.bodies.parts import TextShown
from sync.protocol.kinds import EntryKind
from sync.protocol.messages import RawEntry
from sync.rules.states import Move
from sync.server.services.anchoring import anchor_days
from sync.server.services.auditing import audit
from sync.server.storage.opening import open_store
from tests.support.field_laptop import NINE, fresh_id, person
from tests.support.intake_house import IntakeHouse, open_house
from tests.support.reference_data import reference
from tests.support.void_counter import Counter, receipt_of

IN_HAND = 100_000 + 2 * 33_600
"""What the laptop holds in the end: its float and two of five receipts."""


@dataclass(frozen=True, slots=True)
class ProvedBranch:
    """Where the books lie, and the key that proves them."""

    url: str
    server_key: bytes
    device: str

    @property
    def path(self) -> Path:
        """The file of a SQLite database."""
        return Path(self.url.removeprefix("sqlite:///"))


def prove_branch(url: str, folder: Path) -> ProvedBranch:
    """Let a laptop work and a reviewer decide, on an empty database."""
    house = open_house(open_store(url), folder, url)
    counter = Counter(house)
    laptop = counter.laptop
    laptop.seal(EntryKind.CASH_ADJUSTMENT, fresh_id(), CashAdjustment(what="opening_float", amount=100_000))
    enrolled = [laptop.enrol(person(number)) for number in range(1, 6)]
    voided = laptop.void(receipt_of(enrolled[0]))
    taken = laptop.void(receipt_of(enrolled[1]), "cash_taken")
    counter.push()
    counter.decide(voided, Move.APPROVE)
    granted = counter.decide(taken, Move.APPROVE)
    laptop.refund(receipt_of(enrolled[1]), str(granted.decision_id), enrolled[1].total)
    laptop.deposit(receipt_of(enrolled[2]), enrolled[2].total)
    counter.push()
    shown = TextShown(version="2026.1", language="id", sha256=reference().consent.sha256)
    withdrawal = laptop.seal(
        EntryKind.CONSENT_WITHDRAWAL,
        fresh_id(),
        ConsentWithdrawal(purposes=("registration",), text=shown, way="pad"),
        None,
        enrolled[3].worker_id,
    )
    house.intake.receive_urgent(house.device(laptop), [RawEntry(raw=withdrawal.raw.decode(), personal=None)])
    laptop.outbox = []
    _act(house)
    house.store.close()
    return ProvedBranch(url, house.keys.public, laptop.device)


def _act(house: IntakeHouse) -> None:
    """Acts of two days, of which the first is over and anchored."""
    with house.store.transaction() as tx:
        audit(tx, NINE, "terminal", "agent_added", "agent-1", count=1)
        audit(tx, NINE + timedelta(days=1), "terminal", "agent_added", "agent-2")
    house.clock.at = NINE + timedelta(days=1)
    anchor_days(house.store, house.clock, house.keys.signing)


def tampered(branch: ProvedBranch, folder: Path, *statements: str) -> ProvedBranch:
    """A copy of a SQLite branch after somebody with the database in hand: no trigger stops them."""
    copy = folder / "copy.sqlite3"
    with sqlite3.connect(branch.path) as before, sqlite3.connect(copy) as after:
        before.backup(after)
        for (name,) in after.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            after.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert after.execute(statement).rowcount == 1, statement
    before.close()
    after.close()
    return replace(branch, url=f"sqlite:///{copy}")
