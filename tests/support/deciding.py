"""A reviewer who decides what laptops pushed into an intake house."""

from __future__ import annotations

from datetime import timedelta

from sync.server.permissions import Role
from sync.server.services.accounts import SignedIn
from sync.server.services.reviewing import Reviewing
from sync.server.storage.access_records import Account
from tests.support.field_laptop import NINE
from tests.support.intake_house import IntakeHouse
from tests.support.reference_data import gazetteer, reference

REVIEWER = SignedIn(
    account_id="account",
    login="penyelia",
    name="Penyelia",
    role=Role.REVIEWER,
    branch_id="branch",
    agent_id=None,
    expires_at=NINE + timedelta(hours=8),
    must_change=False,
    token_hash="t" * 64,
)


def reviewing(house: IntakeHouse) -> Reviewing:
    """The reviewer's moves."""
    with house.store.transaction() as tx:
        tx.accounts.add(Account("account", "penyelia", "Penyelia", "reviewer", "x", NINE, "branch"))
    return Reviewing(house.store, house.clock, reference(), gazetteer(), timedelta(minutes=30))
