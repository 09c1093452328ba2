"""Accounts of people who sign in with a password: adding, signing in and out, lockout, sessions."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sync.protocol.identifiers import uuid7
from sync.protocol.sessions import SHORTEST_PASSWORD
from sync.rules.staff_names import look_alike
from sync.server.clock import Clock
from sync.server.domain.given_passwords import has_lapsed
from sync.server.permissions import Role
from sync.server.refusals import Refusal
from sync.server.services.auditing import audit
from sync.server.services.lockout import Strangers, lock_after, locked
from sync.server.services.passwords import Passwords
from sync.server.storage.access_records import Account, Session
from sync.server.storage.store import Store, StoreFault, UnitOfWork

_BRANCH_ROLES = frozenset({Role.REVIEWER, Role.BRANCH_ADMIN})


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person behind a session: account, role and, for roles of a branch, the branch."""

    account_id: str
    login: str
    name: str
    role: Role
    branch_id: str | None
    agent_id: str | None
    expires_at: datetime
    must_change: bool
    token_hash: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What an account is made of; `agent_id` where the person is an agent as well. `unlike`: its name must not look like
    that of another account of the branch that is let in."""

    login: str
    name: str
    role: Role
    password: str = field(repr=False)
    branch_id: str | None = None
    agent_id: str | None = None
    must_change: bool = False
    unlike: bool = False


class Accounts:
    """Everything about accounts and sessions; one transaction for each call."""

    def __init__(self, store: Store, clock: Clock, passwords: Passwords, session_lifetime: timedelta) -> None:
        self._store = store
        self._clock = clock
        self._passwords = passwords
        self._lifetime = session_lifetime
        self._strangers = Strangers()

    def add(self, new: NewAccount, actor: str) -> str:
        """Make an account and answer its id.

        Refusals: `account_exists`, `name_taken`, `password_too_short`, `role_unsuited` (a reviewer or branch
        administrator without a branch).
        """
        if len(new.password) < SHORTEST_PASSWORD:
            raise Refusal("password_too_short", shortest=SHORTEST_PASSWORD)
        if new.role in _BRANCH_ROLES and new.branch_id is None:
            raise Refusal("role_unsuited", role=new.role.value)
        at = self._clock.now()
        account = Account(
            account_id=uuid7(at, secrets.token_bytes(10)),
            login=_normal(new.login),
            name=new.name,
            role=new.role.value,
            password_hash=self._passwords.hashed(new.password),
            created_at=at,
            branch_id=new.branch_id,
            agent_id=new.agent_id,
            must_change=new.must_change,
            made_by=actor,
        )
        try:
            with self._store.transaction() as tx:
                # The trail is held from here on: of two that are made at once the second sees the first.
                audit(tx, at, actor, "account_added", account.account_id, role=account.role)
                if tx.accounts.named(account.login) is not None:
                    raise Refusal("account_exists")
                if new.unlike and _is_like_another(tx, account):
                    raise Refusal("name_taken")
                tx.accounts.add(account)
        except StoreFault:
            raise Refusal("account_exists") from None
        return account.account_id

    def keep(self, new: NewAccount, actor: str) -> None:
        """Make an account where there is none, else see that it opens with this password."""
        with self._store.reading() as tx:
            account = tx.accounts.named(_normal(new.login))
        if account is None:
            self.add(new, actor)
        elif not self._passwords.matches(new.password, account.password_hash):
            self._replace(account.account_id, new.password, actor, must_change=new.must_change)

    def account(self, login: str) -> Account:
        """The account with a login. Refusal: `account_unknown`."""
        with self._store.reading() as tx:
            account = tx.accounts.named(_normal(login))
        if account is None:
            raise Refusal("account_unknown")
        return account

    def reset_password(self, login: str, password: str, actor: str) -> None:
        """Give an account a password that its holder has to replace, unlock it and end its sessions.

        Refusals: `account_unknown`, `password_too_short`.
        """
        self._replace(self.account(login).account_id, password, actor, must_change=True)

    def _replace(self, account_id: str, password: str, actor: str, *, must_change: bool) -> None:
        if len(password) < SHORTEST_PASSWORD:
            raise Refusal("password_too_short", shortest=SHORTEST_PASSWORD)
        hashed, at = self._passwords.hashed(password), self._clock.now()
        with self._store.transaction() as tx:
            give_password(tx, account_id, hashed, actor, at, must_change=must_change)

    def sign_in(self, login: str, password: str, address: str | None = None) -> tuple[str, SignedIn]:
        """A fresh token and who it stands for.

        Refusals: `sign_in_refused` for a wrong login, a wrong password and a suspended account alike, `account_locked` with
        seconds to wait for each of them alike, `password_lapsed` for the right one that somebody else gave too long ago.
        The password is hashed outside any transaction; failures are counted under a row lock.
        """
        at = self._clock.now()
        with self._store.reading() as tx:
            seen = tx.accounts.named(_normal(login))
        matches = self._passwords.matches(password, None if seen is None else seen.password_hash)
        refusal: Refusal | None = None
        token = secrets.token_urlsafe(32)
        signed: SignedIn | None = None
        with self._store.transaction() as tx:
            account = tx.accounts.named(_normal(login), locking=True)
            if account is None:
                refusal = self._strangers.refusal(_normal(login), at)
            elif account.locked_until is not None and account.locked_until > at:
                refusal = locked(account.locked_until - at)
            elif (
                not matches
                or seen is None
                or seen.password_hash != account.password_hash
                or account.disabled_at is not None
            ):
                refusal = _count_failure(tx, account, at)
            elif has_lapsed(account, at):
                refusal = Refusal("password_lapsed")
            else:
                signed = self._open_session(tx, account, token, address, at)
        if signed is None:
            raise refusal if refusal is not None else Refusal("sign_in_refused")
        return token, signed

    def signed_in(self, token: str) -> SignedIn:
        """Who a token stands for. Refusals: `session_missing`, `session_lapsed`."""
        at = self._clock.now()
        with self._store.reading() as tx:
            session = tx.accounts.session(token_hash(token))
            account = None if session is None else tx.accounts.account(session.account_id)
        if session is None or account is None or account.disabled_at is not None:
            raise Refusal("session_missing")
        if session.ended_at is not None or session.expires_at <= at:
            raise Refusal("session_lapsed")
        return _person(account, session)

    def sign_out(self, person: SignedIn) -> None:
        """End the session that asked."""
        at = self._clock.now()
        with self._store.transaction() as tx:
            tx.accounts.end_session(person.token_hash, at)
            audit(tx, at, person.account_id, "signed_out", person.account_id)

    def change_password(self, person: SignedIn, old: str, new: str) -> None:
        """Replace one's own password; every session of the account ends.

        Refusals: `sign_in_refused` and `account_locked` for wrong old passwords, counted with those of the sign-in: a session
        that was left open is no place to guess at. `password_too_short`, `password_unchanged`: one that somebody else gave
        does not stay; `session_lapsed` where the session ended meanwhile: whoever was suspended or given another
        password a moment ago chooses none.
        """
        if len(new) < SHORTEST_PASSWORD:
            raise Refusal("password_too_short", shortest=SHORTEST_PASSWORD)
        with self._store.reading() as tx:
            account = tx.accounts.account(person.account_id)
        asked_at = self._clock.now()
        assert account is not None
        if account.locked_until is not None and account.locked_until > asked_at:
            raise locked(account.locked_until - asked_at)
        if not self._passwords.matches(old, account.password_hash):
            raise self._missed(person.login, asked_at)
        if new == old:
            raise Refusal("password_unchanged")
        hashed, at = self._passwords.hashed(new), self._clock.now()
        with self._store.transaction() as tx:
            tx.accounts.named(person.login, locking=True)
            session = tx.accounts.session(person.token_hash)
            if session is None or session.ended_at is not None:
                raise Refusal("session_lapsed")
            tx.accounts.set_password(person.account_id, hashed)
            tx.accounts.end_sessions(person.account_id, at)
            audit(tx, at, person.account_id, "password_changed", person.account_id)

    def _missed(self, login: str, at: datetime) -> Refusal:
        with self._store.transaction() as tx:
            account = tx.accounts.named(login, locking=True)
            assert account is not None
            return _count_failure(tx, account, at)

    def _open_session(
        self, tx: UnitOfWork, account: Account, token: str, address: str | None, at: datetime
    ) -> SignedIn:
        session = Session(token_hash(token), account.account_id, at, at + self._lifetime, address=address)
        tx.accounts.set_failures(account.account_id, 0, None)
        tx.accounts.drop_sessions(at - self._lifetime)
        tx.accounts.open_session(session)
        tx.accounts.set_signed_in(account.account_id, at)
        audit(tx, at, account.account_id, "signed_in", account.account_id)
        return _person(account, session)


def give_password(
    tx: UnitOfWork, account_id: str, hashed: str, actor: str, at: datetime, *, must_change: bool = True
) -> None:
    """Put a password that somebody else gave in the place of an account's own: it is unlocked, its sessions end."""
    tx.accounts.give_password(account_id, hashed, actor, at, must_change=must_change)
    tx.accounts.set_failures(account_id, 0, None)
    tx.accounts.end_sessions(account_id, at)
    audit(tx, at, actor, "password_given", account_id)


def token_hash(token: str) -> str:
    """What is stored of a token: its SHA-256 (256 random bits need no salt)."""
    return hashlib.sha256(token.encode()).hexdigest()


def _is_like_another(tx: UnitOfWork, account: Account) -> bool:
    others = tx.accounts.accounts(account.branch_id)
    return any(look_alike(one.name, account.name) for one in others if one.disabled_at is None)


def _count_failure(tx: UnitOfWork, account: Account, at: datetime) -> Refusal:
    failures = account.failures + 1
    lock = lock_after(failures)
    tx.accounts.set_failures(account.account_id, failures, None if lock is None else at + lock)
    if lock is None:
        return Refusal("sign_in_refused")
    audit(tx, at, account.account_id, "account_locked", account.account_id, failures=failures)
    return locked(lock)


def _person(account: Account, session: Session) -> SignedIn:
    return SignedIn(
        account_id=account.account_id,
        login=account.login,
        name=account.name,
        role=Role(account.role),
        branch_id=account.branch_id,
        agent_id=account.agent_id,
        expires_at=session.expires_at,
        must_change=account.must_change,
        token_hash=session.token_hash,
    )


def _normal(login: str) -> str:
    return login.strip().lower()
