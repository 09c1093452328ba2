"""A branch with two agents and a reviewer in a real store, and another branch beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from sync.server.permissions import Role
from sync.server.services.accounts import Accounts, NewAccount, SignedIn
from sync.server.services.organising import Organising
from sync.server.services.passwords import Passwords
from sync.server.storage.opening import open_store
from sync.server.storage.records import Agent, Branch
from sync.server.storage.store import Store
from tests.support.server_databases import blank_sqlite
from tests.support.stored_rows import MORNING

PASSWORD = "sandi-contoh-saja"
CHEAP = Passwords(memory_kib=64, iterations=1)


class MovingClock:
    """A clock that a test moves."""

    def __init__(self, at: datetime = MORNING) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def advance(self, span: timedelta) -> None:
        """Let time go on."""
        self.at += span


@dataclass(frozen=True, slots=True)
class BranchHouse:
    """The store with its services, two agents of one branch, and one of another."""

    store: Store
    clock: MovingClock
    accounts: Accounts
    organising: Organising
    branch: Branch
    other_branch: Branch
    agent: Agent
    second_agent: Agent
    other_agent: Agent

    def person(
        self,
        login: str = "penyelia",
        role: Role = Role.REVIEWER,
        branch: Branch | None = None,
        agent: str = "",
    ) -> SignedIn:
        """Somebody signed in; of the first branch unless another is named."""
        branch_id = (branch or self.branch).branch_id
        agent_id = self.organising.agent(agent).agent_id if agent else None
        self.accounts.add(
            NewAccount(login, login.title(), role, PASSWORD, branch_id, agent_id), actor="terminal"
        )
        return self.accounts.sign_in(login, PASSWORD)[1]

    def outsider(self, login: str, role: Role) -> SignedIn:
        """Somebody signed in who belongs to no branch."""
        self.accounts.add(NewAccount(login, login.title(), role, PASSWORD), actor="terminal")
        return self.accounts.sign_in(login, PASSWORD)[1]


def branch_house(store: Store) -> BranchHouse:
    """Fill an empty store."""
    clock = MovingClock()
    organising = Organising(store, clock, b"r" * 32)
    branch = organising.add_branch("Cabang Satu", "", "latihan.invalid", "terminal", two_person=False)
    other = organising.add_branch("Cabang Dua", "021-555", "latihan.invalid", "terminal")
    organising.add_office("Kantor Satu", branch.code, "terminal")
    organising.add_office("Kantor Dua", other.code, "terminal")
    return BranchHouse(
        store=store,
        clock=clock,
        accounts=Accounts(store, clock, CHEAP, timedelta(hours=8)),
        organising=organising,
        branch=branch,
        other_branch=other,
        agent=organising.add_agent("Agen Satu", "A-0001", "Kantor Satu", "terminal"),
        second_agent=organising.add_agent("Agen Dua", "A-0002", "Kantor Satu", "terminal"),
        other_agent=organising.add_agent("Agen Tiga", "A-0003", "Kantor Dua", "terminal"),
    )


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BranchHouse]:
    """The house on SQLite and on PostgreSQL in turn."""
    if request.param == "sqlite":
        url = blank_sqlite(tmp_path_factory.mktemp("house") / "server.sqlite3")
    else:
        url = request.getfixturevalue("emptied_postgres")
    store = open_store(url)
    yield branch_house(store)
    store.close()
