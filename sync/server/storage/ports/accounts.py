"""Accounts that sign in with a password, and their sessions."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol

from sync.server.storage.access_records import Account, Session


class AccountPort(Protocol):
    """Logins are unique; sessions are known by the hash of their token."""

    def add(self, account: Account) -> None:
        """Store a new account; StoreFault `rows_refused` where another one took its login at this moment."""
        ...

    def account(self, account_id: str) -> Account | None:
        """An account by its id."""
        ...

    def named(self, login: str, *, locking: bool = False) -> Account | None:
        """The account with a login; `locking` holds its row until commit, so that failures are counted once."""
        ...

    def accounts(self, branch_id: str | None = None) -> tuple[Account, ...]:
        """Accounts of a branch (None: of all), by login."""
        ...

    def names(self, account_ids: Collection[str]) -> Mapping[str, str]:
        """Names of some accounts, by id."""
        ...

    def set_failures(self, account_id: str, failures: int, locked_until: datetime | None) -> None:
        """Keep how many sign-ins failed in a row, and until when none is taken."""
        ...

    def set_password(self, account_id: str, password_hash: str) -> None:
        """Replace the hash of a password by that of one which its holder chose."""
        ...

    def give_password(
        self, account_id: str, password_hash: str, by: str, at: datetime, *, must_change: bool
    ) -> None:
        """Replace it by that of one which somebody else gave; `must_change`: its holder has to choose another one."""
        ...

    def set_disabled(self, account_id: str, at: datetime | None) -> None:
        """Suspend an account since an instant, or let it in again (None)."""
        ...

    def set_signed_in(self, account_id: str, at: datetime) -> None:
        """Keep when its holder signed in last."""
        ...

    def open_session(self, session: Session) -> None:
        """Store a session under the hash of its token."""
        ...

    def session(self, token_hash: str) -> Session | None:
        """The session of a token's hash."""
        ...

    def end_session(self, token_hash: str, at: datetime) -> None:
        """End one session."""
        ...

    def end_sessions(self, account_id: str, at: datetime) -> None:
        """End every session of an account."""
        ...

    def drop_sessions(self, expired_before: datetime) -> None:
        """Forget sessions that expired before an instant."""
        ...
