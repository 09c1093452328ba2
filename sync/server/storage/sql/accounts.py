"""Accounts and sessions in SQL."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, update

from sync.server.storage.access_records import Account, Session
from sync.server.storage.sql.many import add_all
from sync.server.storage.tables import AccountRow, SessionRow, table_of

_ACCOUNT = table_of(AccountRow)
_SESSION = table_of(SessionRow)
_ACCOUNT_COLUMNS = [_ACCOUNT.c[field.name] for field in fields(Account)]
_SESSION_COLUMNS = [_SESSION.c[field.name] for field in fields(Session)]


class SqlAccounts:
    """The account port on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, account: Account) -> None:
        """Store a new account."""
        add_all(self._connection, _ACCOUNT, [account])

    def account(self, account_id: str) -> Account | None:
        """The account with an id."""
        query = select(*_ACCOUNT_COLUMNS).where(_ACCOUNT.c.account_id == account_id)
        return self._one(query)

    def named(self, login: str, *, locking: bool = False) -> Account | None:
        """The account with a login, its row held until commit where `locking`."""
        query = select(*_ACCOUNT_COLUMNS).where(_ACCOUNT.c.login == login)
        return self._one(query.with_for_update() if locking else query)

    def accounts(self, branch_id: str | None = None) -> tuple[Account, ...]:
        """All accounts, or those of a branch, by login."""
        query = select(*_ACCOUNT_COLUMNS).order_by(_ACCOUNT.c.login)
        if branch_id is not None:
            query = query.where(_ACCOUNT.c.branch_id == branch_id)
        return tuple(Account(*row) for row in self._connection.execute(query))

    def names(self, account_ids: Collection[str]) -> Mapping[str, str]:
        """Names by account id."""
        query = select(_ACCOUNT.c.account_id, _ACCOUNT.c.name).where(_ACCOUNT.c.account_id.in_(account_ids))
        return {row.account_id: row.name for row in self._connection.execute(query)}

    def set_failures(self, account_id: str, failures: int, locked_until: datetime | None) -> None:
        """Count failed sign-ins, and lock."""
        self._change(account_id, failures=failures, locked_until=locked_until)

    def set_password(self, account_id: str, password_hash: str) -> None:
        """Replace the password by one that its holder chose."""
        self._change(account_id, password_hash=password_hash, must_change=False)

    def give_password(
        self, account_id: str, password_hash: str, by: str, at: datetime, *, must_change: bool
    ) -> None:
        """Replace the password by one that somebody else gave."""
        given = {"given_by": by, "given_at": at}
        self._change(account_id, password_hash=password_hash, must_change=must_change, **given)

    def set_disabled(self, account_id: str, at: datetime | None) -> None:
        """Suspend an account, or let it in again."""
        self._change(account_id, disabled_at=at)

    def set_signed_in(self, account_id: str, at: datetime) -> None:
        """Keep when its holder signed in last."""
        self._change(account_id, signed_in_at=at)

    def open_session(self, session: Session) -> None:
        """Store a new session."""
        self._connection.execute(insert(_SESSION).values(asdict(session)))

    def session(self, token_hash: str) -> Session | None:
        """The session of a token."""
        query = select(*_SESSION_COLUMNS).where(_SESSION.c.token_hash == token_hash)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else Session(*row)

    def end_session(self, token_hash: str, at: datetime) -> None:
        """End one session."""
        ending = update(_SESSION).where(_SESSION.c.token_hash == token_hash, _SESSION.c.ended_at.is_(None))
        self._connection.execute(ending.values(ended_at=at))

    def end_sessions(self, account_id: str, at: datetime) -> None:
        """End all sessions of an account."""
        ending = update(_SESSION).where(_SESSION.c.account_id == account_id, _SESSION.c.ended_at.is_(None))
        self._connection.execute(ending.values(ended_at=at))

    def drop_sessions(self, expired_before: datetime) -> None:
        """Delete sessions that lapsed before an instant."""
        self._connection.execute(delete(_SESSION).where(_SESSION.c.expires_at < expired_before))

    def _one(self, query: Select[Any]) -> Account | None:
        row = self._connection.execute(query).one_or_none()
        return None if row is None else Account(*row)

    def _change(self, account_id: str, **values: object) -> None:
        self._connection.execute(update(_ACCOUNT).where(_ACCOUNT.c.account_id == account_id).values(values))
