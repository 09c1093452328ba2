"""The one table of permissions: which role may call which route of the server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an account may be (sync/rules/README.md, "Who is asking")."""

    AGENT = "agent"
    REVIEWER = "reviewer"
    BRANCH_ADMIN = "branch_admin"
    AUDITOR = "auditor"
    OPERATOR = "operator"


class Door(StrEnum):
    """How a caller proves who is asking."""

    OPEN = "open"
    DEVICE = "device"
    SESSION = "session"
    WATCH = "watch"
    """A monitor: a caller on this machine, or one with the token that the server was started with."""


@dataclass(frozen=True, slots=True)
class Access:
    """The door of a route and, behind a session, the roles that may pass."""

    door: Door
    roles: frozenset[Role] = frozenset()


OPEN = Access(Door.OPEN)
DEVICE = Access(Door.DEVICE)
WATCH = Access(Door.WATCH)


def _session(*roles: Role) -> Access:
    return Access(Door.SESSION, frozenset(roles))


_READS_REVIEW = _session(Role.REVIEWER, Role.BRANCH_ADMIN, Role.AUDITOR)
_RECEIVES = _session(Role.REVIEWER, Role.BRANCH_ADMIN)
_DECIDES = _session(Role.REVIEWER)
_CONFIGURES = _session(Role.BRANCH_ADMIN)
_READS_ADMIN = _session(Role.BRANCH_ADMIN, Role.AUDITOR, Role.OPERATOR)
_CHANGES_ADMIN = _session(Role.BRANCH_ADMIN, Role.OPERATOR)
_AUDITS = _session(Role.AUDITOR, Role.OPERATOR)
_AIMS = _session(Role.BRANCH_ADMIN)
_ANY_ACCOUNT = _session(*Role)

PERMISSIONS: Mapping[tuple[str, str], Access] = {
    ("GET", "/v1/health"): OPEN,
    ("GET", "/v1/health/live"): OPEN,
    ("GET", "/v1/metrics"): WATCH,
    ("GET", "/k/{number}/{on}/{amount}/{signature}"): OPEN,
    ("GET", "/v1/reference/manifest"): OPEN,
    ("GET", "/v1/reference/files/{name}"): OPEN,
    ("GET", "/v1/reference/devices"): OPEN,
    ("GET", "/v1/reference/releases/{version}"): OPEN,
    ("GET", "/v1/reference/contents/{sha256}"): OPEN,
    ("GET", "/v1/identity"): OPEN,
    ("POST", "/v1/devices"): OPEN,
    ("POST", "/v1/hello"): DEVICE,
    ("PUT", "/v1/batches/{batch_id}"): DEVICE,
    ("GET", "/v1/changes"): DEVICE,
    ("HEAD", "/v1/blobs/{sha256}"): DEVICE,
    ("PATCH", "/v1/blobs/{sha256}"): DEVICE,
    ("POST", "/v1/blobs/{sha256}/lost"): DEVICE,
    ("POST", "/v1/verify"): DEVICE,
    ("POST", "/v1/bundles"): DEVICE,
    ("POST", "/v1/review/bundles"): _RECEIVES,
    ("POST", "/v1/review/session"): OPEN,
    ("GET", "/v1/review/session"): _ANY_ACCOUNT,
    ("DELETE", "/v1/review/session"): _ANY_ACCOUNT,
    ("PUT", "/v1/review/password"): _ANY_ACCOUNT,
    ("GET", "/v1/review/reasons"): _READS_REVIEW,
    ("GET", "/v1/review/queue"): _READS_REVIEW,
    ("GET", "/v1/review/gaps"): _READS_REVIEW,
    ("GET", "/v1/review/agents"): _READS_REVIEW,
    ("GET", "/v1/review/findings"): _READS_REVIEW,
    ("GET", "/v1/review/coverage"): _READS_REVIEW,
    ("GET", "/v1/review/targets"): _READS_REVIEW,
    ("GET", "/v1/review/records/{entry_id}"): _READS_REVIEW,
    ("GET", "/v1/review/records/{entry_id}/photos/{sha256}"): _READS_REVIEW,
    ("GET", "/v1/review/records/{entry_id}/comparison"): _READS_REVIEW,
    ("POST", "/v1/review/records/{entry_id}/comparison"): _RECEIVES,
    ("POST", "/v1/review/records/{entry_id}/open"): _DECIDES,
    ("POST", "/v1/review/records/{entry_id}/release"): _DECIDES,
    ("POST", "/v1/review/records/{entry_id}/takeover"): _DECIDES,
    ("POST", "/v1/review/records/{entry_id}/decision"): _DECIDES,
    ("POST", "/v1/review/records/{entry_id}/proposal/decline"): _DECIDES,
    ("GET", "/v1/review/bulks"): _DECIDES,
    ("POST", "/v1/review/bulks"): _DECIDES,
    ("POST", "/v1/review/bulks/{bulk_id}/schedule"): _DECIDES,
    ("POST", "/v1/review/bulks/{bulk_id}/undo"): _DECIDES,
    ("POST", "/v1/review/workers"): _DECIDES,
    ("POST", "/v1/review/records/{entry_id}/attribution"): _DECIDES,
    ("GET", "/v1/review/deposits"): _READS_REVIEW,
    ("POST", "/v1/review/deposits/{entry_id}/match"): _DECIDES,
    ("GET", "/v1/review/accesses"): _session(Role.BRANCH_ADMIN, Role.AUDITOR),
    ("GET", "/v1/review/settings"): _READS_REVIEW,
    ("GET", "/v1/review/settings/releases/{version}"): _READS_REVIEW,
    ("PUT", "/v1/review/settings/draft"): _CONFIGURES,
    ("DELETE", "/v1/review/settings/draft"): _CONFIGURES,
    ("POST", "/v1/review/settings/releases"): _CONFIGURES,
    ("GET", "/v1/review/portal/export"): _RECEIVES,
    ("GET", "/v1/review/portal/renewals"): _RECEIVES,
    ("POST", "/v1/review/portal/answers"): _DECIDES,
    ("GET", "/v1/admin/agents"): _READS_ADMIN,
    ("POST", "/v1/admin/agents"): _CHANGES_ADMIN,
    ("POST", "/v1/admin/agents/{number}/device-codes"): _CHANGES_ADMIN,
    ("POST", "/v1/admin/epoch-codes"): _session(Role.REVIEWER, Role.BRANCH_ADMIN, Role.OPERATOR),
    ("GET", "/v1/admin/devices/{device}"): _READS_ADMIN,
    ("GET", "/v1/admin/devices/{device}/records"): _READS_REVIEW,
    ("POST", "/v1/admin/devices/{device}/loss"): _CHANGES_ADMIN,
    ("DELETE", "/v1/admin/devices/{device}/loss"): _CHANGES_ADMIN,
    ("PUT", "/v1/admin/devices/{device}/state"): _CHANGES_ADMIN,
    ("POST", "/v1/admin/devices/{device}/wipe"): _CHANGES_ADMIN,
    ("DELETE", "/v1/admin/devices/{device}/wipe"): _CHANGES_ADMIN,
    ("POST", "/v1/admin/devices/{device}/wipe/approvals"): _CHANGES_ADMIN,
    ("POST", "/v1/admin/devices/{device}/reopening"): _session(Role.BRANCH_ADMIN),
    ("GET", "/v1/admin/handovers"): _READS_ADMIN,
    ("POST", "/v1/admin/handovers"): _CHANGES_ADMIN,
    ("PUT", "/v1/admin/targets"): _AIMS,
    ("PUT", "/v1/admin/region-workers"): _AIMS,
    ("GET", "/v1/admin/accounts"): _READS_ADMIN,
    ("POST", "/v1/admin/accounts"): _CHANGES_ADMIN,
    ("PUT", "/v1/admin/accounts/{account_id}/state"): _CHANGES_ADMIN,
    ("POST", "/v1/admin/accounts/{account_id}/password"): _CHANGES_ADMIN,
    ("GET", "/v1/admin/audit"): _AUDITS,
    ("GET", "/v1/admin/audit/proof"): _AUDITS,
    ("GET", "/v1/admin/ledger"): _AUDITS,
    ("GET", "/v1/admin/people/{entry_id}/export"): _session(Role.BRANCH_ADMIN),
}
"""(method, path of the route) -> who may call it; a route that is not here is refused to everybody."""


def may(role: Role, method: str, path: str) -> bool:
    """Whether an account of `role` may call the route; open and device routes are not asked here."""
    access = PERMISSIONS.get((method, path))
    return access is not None and access.door is Door.SESSION and role in access.roles
