"""Who signs in at a branch's server: accounts, how they stand, and what a new one or a new agent is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Standing(StrEnum):
    """How an account stands, the most telling first."""

    SUSPENDED = "suspended"
    LAPSED = "lapsed"
    LOCKED = "locked"
    TEMPORARY = "temporary"
    ACTIVE = "active"


@dataclass(frozen=True, slots=True)
class BranchAccount:
    """An account; `made_by`, `given_by` are names, empty for the server's terminal.

    `temporary`: somebody else gave the password that it has, which serves until `lapses_at`. `reached`: whether whoever looks may act on it; `own`: it is
    theirs. `branch` is a name, empty for an account of all branches.
    """

    account_id: str
    login: str
    name: str
    role: str
    suspended: bool
    made_at: datetime
    made_by: str
    given_at: datetime
    given_by: str
    temporary: bool
    lapses_at: datetime | None = None
    signed_in_at: datetime | None = None
    locked_until: datetime | None = None
    own: bool = False
    reached: bool = True
    branch: str = ""

    def standing(self, now: datetime) -> Standing:
        """How it stands at an instant."""
        if self.suspended:
            return Standing.SUSPENDED
        if self.lapses_at is not None and self.lapses_at <= now:
            return Standing.LAPSED
        if self.locked_until is not None and self.locked_until > now:
            return Standing.LOCKED
        return Standing.TEMPORARY if self.temporary else Standing.ACTIVE


@dataclass(frozen=True, slots=True)
class AccountBook:
    """The accounts of a branch by login, the roles that may be given, and the offices in which an agent may be housed."""

    accounts: tuple[BranchAccount, ...]
    roles: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeAccount:
    """A new account, with the password that is shown once."""

    account_id: str
    password: str = field(repr=False)
