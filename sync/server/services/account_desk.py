"""The accounts of a branch in the hands of its administrator: who there is, new ones, passwords, suspension."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sync.server.clock import Clock
from sync.server.domain.account_rights import gives, reaches
from sync.server.permissions import Role
from sync.server.refusals import Refusal
from sync.server.services.accounts import Accounts, NewAccount, SignedIn, give_password
from sync.server.services.auditing import audit
from sync.server.services.passwords import Passwords, generated_password
from sync.server.storage.access_records import Account
from sync.server.storage.store import Store, UnitOfWork


@dataclass(frozen=True, slots=True)
class Seat:
    """An account as whoever asks sees it: names of branch, maker and giver (empty: the terminal), and whether they may act."""

    account: Account
    branch: str
    made_by: str
    given_by: str
    own: bool
    reached: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """An account that somebody wants made; `agent_id` where the person is an agent as well."""

    login: str
    name: str
    role: str
    branch_id: str | None
    agent_id: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """The id of a new account, and its first password."""

    account_id: str
    password: str = field(repr=False)


class AccountDesk:
    """Accounts of the person's own branch, or of all for an operator without a branch; one transaction for each call.

    A password is generated, answered once, and only serves to choose another one.
    """

    def __init__(self, store: Store, clock: Clock, passwords: Passwords, accounts: Accounts) -> None:
        self._store = store
        self._clock = clock
        self._passwords = passwords
        self._accounts = accounts

    def listed(self, person: SignedIn) -> tuple[Seat, ...]:
        """What accounts there are, by login."""
        with self._store.reading() as tx:
            found = tx.accounts.accounts(person.branch_id)
            return _seats(tx, person, found, {one.account_id: one for one in found})

    def offices(self, person: SignedIn) -> tuple[str, ...]:
        """The names of the offices in which the person may house an agent."""
        with self._store.reading() as tx:
            return tuple(sorted({one.name for one in tx.organisation.offices(person.branch_id)}))

    def add(self, person: SignedIn, wanted: Wanted) -> Made:
        """Make an account with a password that has to be changed first.

        Refusals: `role_unsuited` for a role that the person does not give, `account_exists`, `name_taken`: a history names
        people, and two whose names look the same are not told apart there.
        """
        if wanted.role not in gives(person.role):
            raise Refusal("role_unsuited", role=None)
        password = generated_password()
        account_id = self._accounts.add(
            NewAccount(
                login=wanted.login,
                name=wanted.name,
                role=Role(wanted.role),
                password=password,
                branch_id=wanted.branch_id,
                agent_id=wanted.agent_id,
                must_change=True,
                unlike=True,
            ),
            person.account_id,
        )
        return Made(account_id, password)

    def give_password(self, person: SignedIn, account_id: str) -> str:
        """A password in the place of the one that an account had; it is unlocked, its sessions end.

        Refusals: `account_unknown`, `own_account`, `account_out_of_reach`.
        """
        with self._store.reading() as tx:
            _reached(tx, person, account_id)
        password = generated_password()
        hashed, at = self._passwords.hashed(password), self._clock.now()
        with self._store.transaction() as tx:
            _reached(tx, person, account_id)
            give_password(tx, account_id, hashed, person.account_id, at)
        return password

    def suspend(self, person: SignedIn, account_id: str) -> Seat:
        """Let nobody in by an account any more: its sessions end at once, and what it proposed to a second person goes, as
        does its word that a laptop be wiped.

        Refusals as `give_password`. One that is suspended already stays so.
        """
        at = self._clock.now()
        with self._store.transaction() as tx:
            account = _reached(tx, person, account_id)
            if account.disabled_at is None:
                tx.accounts.set_disabled(account_id, at)
                tx.accounts.end_sessions(account_id, at)
                dropped = tx.reviews.drop_proposals_of(account_id) + tx.devices.drop_approvals_of(account_id)
                audit(tx, at, person.account_id, "account_suspended", account_id, count=dropped)
            return _seat(tx, person, account_id)

    def restore(self, person: SignedIn, account_id: str) -> Seat:
        """Let an account in again with the password that it had. Refusals as `give_password`."""
        at = self._clock.now()
        with self._store.transaction() as tx:
            account = _reached(tx, person, account_id)
            if account.disabled_at is not None:
                tx.accounts.set_disabled(account_id, None)
                tx.accounts.set_failures(account_id, 0, None)
                audit(tx, at, person.account_id, "account_restored", account_id)
            return _seat(tx, person, account_id)


def _reached(tx: UnitOfWork, person: SignedIn, account_id: str) -> Account:
    """An account that the person may act on. Refusals: `account_unknown`, `own_account`, `account_out_of_reach`."""
    account = tx.accounts.account(account_id)
    if account is None or person.branch_id not in (None, account.branch_id):
        raise Refusal("account_unknown")
    if account.account_id == person.account_id:
        raise Refusal("own_account")
    if not reaches(person.role, person.account_id, account, _colleagues(account, _maker(tx, account))):
        raise Refusal("account_out_of_reach")
    return account


def _colleagues(account: Account, maker: Account | None) -> Collection[str]:
    """Whoever made an auditor's account, where that is an administrator of its branch."""
    if account.role != Role.AUDITOR or maker is None:
        return ()
    of_branch = maker.branch_id == account.branch_id and maker.role == Role.BRANCH_ADMIN
    return (maker.account_id,) if of_branch else ()


def _maker(tx: UnitOfWork, account: Account) -> Account | None:
    return tx.accounts.account(account.made_by)


def _seat(tx: UnitOfWork, person: SignedIn, account_id: str) -> Seat:
    account = tx.accounts.account(account_id)
    assert account is not None
    maker = _maker(tx, account)
    (seat,) = _seats(tx, person, (account,), {} if maker is None else {maker.account_id: maker})
    return seat


def _seats(
    tx: UnitOfWork, person: SignedIn, accounts: Collection[Account], known: Mapping[str, Account]
) -> tuple[Seat, ...]:
    """`known`: those who may have made them, by id; of other branches nobody's word counts here."""
    names: Mapping[str, str] = tx.accounts.names(
        {one for account in accounts for one in (account.made_by, account.given_by) if one is not None}
    )
    branches = {one.branch_id: one.name for one in tx.organisation.branches()}
    return tuple(
        Seat(
            account=account,
            branch=branches.get(account.branch_id or "", ""),
            made_by=names.get(account.made_by, ""),
            given_by=names.get(account.given_by or account.made_by, ""),
            own=account.account_id == person.account_id,
            reached=reaches(
                person.role, person.account_id, account, _colleagues(account, known.get(account.made_by))
            ),
        )
        for account in accounts
    )
