"""The two people at the branch: one decides, the other agrees to what takes two."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sync.server.permissions import Role
from sync.server.services.accounts import SignedIn
from sync.server.storage.access_records import Account
from tests.simulation.clocks import NINE

PENYELIA = SignedIn(
    account_id="penyelia",
    login="penyelia",
    name="Penyelia",
    role=Role.REVIEWER,
    branch_id="branch",
    agent_id=None,
    expires_at=NINE + timedelta(days=1),
    must_change=False,
    token_hash="t" * 64,
)
SECOND = replace(PENYELIA, account_id="rina", login="rina", name="Rina")


def account_of(person: SignedIn) -> Account:
    """The account with which somebody signed in."""
    return Account(
        person.account_id, person.login, person.name, person.role.value, "", NINE, branch_id=person.branch_id
    )
