"""The accounts of an invented branch, as its administrator's screen sees them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from perisai_desktop.domain.branch_account import AccountBook, BranchAccount, MadeAccount
from perisai_desktop.domain.failure import Failure, FailureCode
from sync.rules.staff_names import login_for, look_alike

AT = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
PASSWORD = "q7wpk-4hx2m-t9cna"
NAMES = ("Hendra Gunawan", "Rina Kartika", "Ratna Dewi", "Yayan Suryana", "Euis Komala", "Asep Sunarya")


def account(place: int, **fields: object) -> BranchAccount:
    """A reviewer whom the administrator Hendra made; `place` makes it different from the others."""
    made = BranchAccount(
        account_id=f"account-{place}",
        login=login_for(NAMES[place]),
        name=NAMES[place],
        role="reviewer",
        suspended=False,
        made_at=AT - timedelta(days=90 - place),
        made_by=NAMES[0],
        given_at=AT - timedelta(days=90 - place),
        given_by=NAMES[0],
        temporary=False,
        signed_in_at=AT - timedelta(hours=7 * place),
        branch="Kantor Cabang Sukabumi",
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def book() -> AccountBook:
    """The administrator who looks, and one account of every standing."""
    head = {"role": "branch_admin", "made_by": "", "given_by": "", "own": True, "reached": False}
    locked = AT + timedelta(days=3_650)
    return AccountBook(
        (
            account(0, **head),
            account(1),
            account(
                2,
                temporary=True,
                given_at=AT - timedelta(hours=1),
                lapses_at=AT + timedelta(days=3_650),
                signed_in_at=None,
            ),
            account(3, suspended=True),
            account(4, role="auditor", made_by="", given_by="", reached=False),
            account(5, locked_until=locked),
        ),
        ("reviewer", "auditor", "agent"),
        ("Kantor Cibadak", "Kantor Pelabuhan Ratu"),
    )


class FakeAccounts:
    """Keeps accounts as the server does; `failure` makes the next call fail, `done_all_the_same` only its answer."""

    def __init__(self) -> None:
        self.told = book()
        self.failure: Failure | None = None
        self.done_all_the_same = False
        self.asked = 0
        self.agents: list[tuple[str, str, str]] = []

    def book(self) -> AccountBook:
        self.asked += 1
        self._fail()
        return self.told

    def add(self, login: str, name: str, role: str, agent: str = "") -> MadeAccount:
        if any(one.login == login.lower() for one in self.told.accounts):
            raise Failure(FailureCode.LOGIN_TAKEN)
        if any(look_alike(one.name, name) for one in self.told.accounts if not one.suspended):
            raise Failure(FailureCode.NAME_TAKEN)
        made = replace(account(1), account_id=f"account-{login}", login=login.lower(), name=name, role=role)
        lapses = AT + timedelta(days=3_650)
        made = replace(made, made_at=AT, given_at=AT, temporary=True, lapses_at=lapses, signed_in_at=None)
        self._keep((*self.told.accounts, made))
        return MadeAccount(made.account_id, PASSWORD)

    def add_agent(self, number: str, name: str, office: str) -> str:
        self._fail()
        if number in [taken for taken, _, _ in self.agents]:
            raise Failure(FailureCode.AGENT_NUMBER_TAKEN)
        if office not in self.told.offices:
            raise Failure(FailureCode.OFFICE_UNKNOWN)
        self.agents.append((number, name, office))
        return f"agent-{number}"

    def suspend(self, account_id: str) -> None:
        self._change(account_id, suspended=True)

    def restore(self, account_id: str) -> None:
        self._change(account_id, suspended=False)

    def give_password(self, account_id: str) -> str:
        given = {"given_by": NAMES[0], "given_at": AT, "lapses_at": AT + timedelta(days=3_650)}
        self._change(account_id, temporary=True, locked_until=None, **given)
        return PASSWORD

    def _change(self, account_id: str, **fields: object) -> None:
        found = {one.account_id: one for one in self.told.accounts}
        if account_id not in found:
            raise Failure(FailureCode.ACCOUNT_UNKNOWN)
        if not found[account_id].reached:
            raise Failure(FailureCode.ACCOUNT_OUT_OF_REACH)
        found[account_id] = replace(found[account_id], **fields)  # type: ignore[arg-type]
        self._keep(tuple(found.values()))

    def _keep(self, accounts: tuple[BranchAccount, ...]) -> None:
        if self.done_all_the_same or self.failure is None:
            self.told = replace(self.told, accounts=accounts)
        self._fail()

    def _fail(self) -> None:
        if self.failure is not None:
            failure, self.failure = self.failure, None
            raise failure
