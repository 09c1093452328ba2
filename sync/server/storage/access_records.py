"""Frozen records of accounts, sessions and the audit trail that cross the storage wall."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Account:
    """An account with one role; `agent_id` is set where the person is an agent as well.

    `made_by`: the account that made it and gave it its first password, or `terminal`. `given_by`, `given_at`: who gave it
    another one after that and when, whatever its holder chose since. `disabled_at`: since when it is suspended.
    """

    account_id: str
    login: str
    name: str
    role: str
    password_hash: str = field(repr=False)
    created_at: datetime
    branch_id: str | None = None
    office_id: str | None = None
    agent_id: str | None = None
    must_change: bool = False
    failures: int = 0
    locked_until: datetime | None = None
    disabled_at: datetime | None = None
    made_by: str = "terminal"
    given_by: str | None = None
    given_at: datetime | None = None
    signed_in_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A session, known by the SHA-256 of its token; `ended_at` is set when its person signs out."""

    token_hash: str = field(repr=False)
    account_id: str
    created_at: datetime
    expires_at: datetime
    ended_at: datetime | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act in the audit trail; `hash` covers all other fields, `detail` is JSON text."""

    number: int
    at: datetime
    actor: str
    act: str
    subject: str
    detail: str
    prev_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class AuditWanted:
    """Which rows of the audit trail are asked for; what is None is not asked about. `before`: only lower numbers."""

    about: frozenset[str] | None = None
    actors: frozenset[str] | None = None
    acts: frozenset[str] | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class AuditAnchor:
    """Number and hash of the audit trail's last row of a finished day (UTC), signed by the server."""

    day: date
    number: int
    hash: str
    signature: bytes


@dataclass(frozen=True, slots=True)
class WipeApproval:
    """One account's word that a device is to be wiped whatever is missing."""

    device: str
    account_id: str
    approved_at: datetime
