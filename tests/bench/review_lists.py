"""The first page of every list that a reviewer, an administrator or an auditor opens, at the server of a grown branch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import psycopg

from sync.server.permissions import Role
from tests.bench.branch_people import Person
from tests.bench.measured import Series, series, timed

Lists: TypeAlias = tuple[tuple[Role, str, str], ...]
LISTS: Lists = (
    (Role.REVIEWER, "agents", "/v1/review/agents"),
    (Role.REVIEWER, "findings of a week", "/v1/review/findings"),
    (Role.REVIEWER, "gaps", "/v1/review/gaps"),
    (Role.REVIEWER, "deposits", "/v1/review/deposits"),
    (Role.REVIEWER, "bulks", "/v1/review/bulks"),
    (Role.REVIEWER, "targets", "/v1/review/targets"),
    (Role.REVIEWER, "portal, approved", "/v1/review/portal/export"),
    (Role.REVIEWER, "portal, renewals", "/v1/review/portal/renewals"),
    (Role.BRANCH_ADMIN, "who saw what", "/v1/review/accesses?views=true"),
    (Role.BRANCH_ADMIN, "who saw one record", "/v1/review/accesses?record={entry}"),
    (Role.BRANCH_ADMIN, "all about a person", "/v1/admin/people/{entry}/export"),
    (Role.BRANCH_ADMIN, "laptops", "/v1/admin/agents"),
    (Role.BRANCH_ADMIN, "hand-overs", "/v1/admin/handovers"),
    (Role.AUDITOR, "every branch's agents", "/v1/review/agents"),
    (Role.AUDITOR, "trail", "/v1/review/accesses"),
    (Role.AUDITOR, "metrics, kept a minute", "/v1/metrics"),
)
"""Who asks, what it is called, and where: `entry` is an enrolment, a decided one where there is one, `device` the laptop that wrote the most."""
SUMS: Lists = (
    (Role.REVIEWER, "coverage by agent", "/v1/review/coverage"),
    (Role.REVIEWER, "coverage by region", "/v1/review/coverage?group=region"),
    (Role.REVIEWER, "findings of three months", "/v1/review/findings?since=2026-08-23"),
    (Role.BRANCH_ADMIN, "people of a laptop", "/v1/admin/devices/{device}/records"),
)
"""What has no reach: it goes through a year of the ledger, three months of work, or all that a laptop wrote."""
_DRAWN = {
    "entry": "SELECT entry_id FROM review WHERE kind = 'enrolment' AND worker_id IS NOT NULL"
    " ORDER BY decided_at IS NULL, md5(hash) LIMIT 1",
    "device": "SELECT device FROM cash_movement GROUP BY device ORDER BY count(*) DESC, device LIMIT 1",
}


def lists_of(
    people: Mapping[Role, Person], driver: psycopg.Connection[Any], asked: Lists, times: int
) -> tuple[Series, ...]:
    """Each list so many times, after two that are not counted."""
    drawn = {name: (driver.execute(query).fetchone() or ("",))[0] for name, query in _DRAWN.items()}
    return tuple(_series(people[role], label, path.format(**drawn), times) for role, label, path in asked)


def _series(person: Person, label: str, path: str, times: int) -> Series:
    for _ in range(2):
        person.read(path)
    return series(label, [timed(lambda: person.read(path)) for _ in range(times)])
