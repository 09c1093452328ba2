"""Answers who did and saw what: of a record, of an account, or of everybody, the newest first."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sync.protocol.accesses import AccessLine, AccessPage
from sync.protocol.kinds import EntryKind
from sync.server.permissions import Role
from sync.server.refusals import Refusal
from sync.server.services.accounts import SignedIn
from sync.server.storage.access_records import AuditEntry, AuditWanted
from sync.server.storage.store import Store, UnitOfWork

VIEWS = frozenset(
    {
        "record_seen",
        "photo_seen",
        "list_seen",
        "workers_searched",
        "portal_exported",
        "laptop_records_seen",
        "person_exported",
    }
)
"""Acts by which personal data were shown or handed out."""
_TO_PEOPLE = frozenset(
    {"account_added", "account_suspended", "account_restored", "password_given", "agent_added"}
)
"""Acts on an account or an agent."""
_KINDS = frozenset(kind.value for kind in EntryKind)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is None is not asked about. `record`: an entry id; the answer is about all records of its worker.
    `before`: only rows with a lower number. `views`: only acts that showed personal data."""

    record: str | None = None
    account: str | None = None
    before: int | None = None
    views: bool = False


class Accesses:
    """An auditor without a branch reads everything; others what their branch did, and who saw its records."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, person: SignedIn, asked: Asked, limit: int) -> AccessPage:
        """At most `limit` rows. Refusals: `record_unknown`, `account_unknown`."""
        with self._store.reading() as tx:
            return access_page(tx, person.branch_id, asked, limit)


def access_page(tx: UnitOfWork, branch_id: str | None, asked: Asked, limit: int) -> AccessPage:
    """At most `limit` rows that a branch may be told of. Refusals: `record_unknown`, `account_unknown`."""
    wanted = AuditWanted(
        about=None if asked.record is None else _about(tx, branch_id, asked.record),
        actors=_actors(tx, branch_id, asked),
        acts=VIEWS if asked.views else None,
        before=asked.before,
    )
    rows = tx.audits.found(wanted, limit + 1)
    met = {row.subject for row in rows if row.act in _TO_PEOPLE}
    people = _people(tx, met | {row.actor for row in rows})
    records = tx.reviews.reviews({row.subject for row in rows})
    lines = tuple(_line(row, people, records) for row in rows[:limit])
    return AccessPage(accesses=lines, before=lines[-1].number if len(rows) > limit else None)


def _about(tx: UnitOfWork, branch_id: str | None, entry_id: str) -> frozenset[str]:
    """The ids of a record, of its worker, and of all that was written about that worker."""
    review = tx.reviews.reviews([entry_id]).get(entry_id)
    if review is None or branch_id not in (None, review.branch_id):
        raise Refusal("record_unknown")
    if review.worker_id is None:
        return frozenset({entry_id})
    written = tx.entries.of_workers([review.worker_id], _KINDS)
    return frozenset({entry_id, review.worker_id, *(stored.record.entry_id for stored in written)})


def _actors(tx: UnitOfWork, branch_id: str | None, asked: Asked) -> frozenset[str] | None:
    """Whose acts may be told: of a record everybody's, of a branch those of its own accounts."""
    if asked.account is not None:
        account = tx.accounts.account(asked.account)
        if account is None or branch_id not in (None, account.branch_id):
            raise Refusal("account_unknown")
        return frozenset({asked.account})
    if asked.record is not None or branch_id is None:
        return None
    return frozenset(account.account_id for account in tx.accounts.accounts(branch_id))


def _people(tx: UnitOfWork, actors: Collection[str]) -> Mapping[str, tuple[str, str]]:
    """Name and role of accounts and agents."""
    found = {}
    for actor in actors:
        account = tx.accounts.account(actor)
        agent = tx.organisation.agent(actor) if account is None else None
        if account is not None:
            found[actor] = (account.name, account.role)
        elif agent is not None:
            found[actor] = (agent.name, Role.AGENT.value)
    return found


def _line(row: AuditEntry, people: Mapping[str, tuple[str, str]], records: Collection[str]) -> AccessLine:
    name, role = people.get(row.actor, ("", ""))
    detail = json.loads(row.detail)
    many = detail.get("entries", detail.get("workers"))
    return AccessLine(
        number=row.number,
        at=row.at,
        actor=row.actor,
        name=name,
        role=role,
        act=row.act,
        subject=row.subject,
        whom=people.get(row.subject, ("", ""))[0] if row.act in _TO_PEOPLE else "",
        record=row.subject if row.subject in records else None,
        way=detail.get("way"),
        count=len(many) if isinstance(many, list) else detail.get("count"),
    )
