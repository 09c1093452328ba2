"""Who is calling: the session behind a bearer token, the permission of the route, the rate of requests."""

from __future__ import annotations

import time
from collections.abc import Callable

from fastapi import Request

from sync.server.permissions import may
from sync.server.refusals import Refusal
from sync.server.services.accounts import Accounts, SignedIn
from sync.server.services.rate_limits import RateLimit

Guard = Callable[[Request], SignedIn]


def address_of(request: Request) -> str:
    """The address a request came from, as the socket says."""
    return "" if request.client is None else request.client.host


def rate_guard(limit: RateLimit) -> Callable[[Request], None]:
    """A dependency that refuses an address which asks too often: `too_many_requests` with seconds to wait."""

    def check(request: Request) -> None:
        seconds = limit.wait_seconds(address_of(request), time.monotonic())
        if seconds:
            raise Refusal("too_many_requests", seconds=seconds)

    return check


COSTLY = frozenset(
    {
        ("POST", "/v1/review/workers"),
        ("POST", "/v1/review/bundles"),
        ("GET", "/v1/review/coverage"),
        ("GET", "/v1/review/findings"),
        ("GET", "/v1/admin/audit/proof"),
        ("GET", "/v1/admin/ledger"),
        ("GET", "/v1/admin/people/{entry_id}/export"),
        ("GET", "/v1/admin/devices/{device}/records"),
        ("POST", "/v1/admin/epoch-codes"),
        ("POST", "/v1/admin/devices/{device}/reopening"),
        ("POST", "/v1/admin/agents/{number}/device-codes"),
        ("POST", "/v1/admin/accounts"),
        ("POST", "/v1/admin/accounts/{account_id}/password"),
    }
)
"""Routes that search among people or list them, give out codes, keys or passwords, sum or read whole tables, or take in hundreds of MiB: each has
a rate of its own."""


def session_guard(accounts: Accounts, limit: RateLimit, costly: RateLimit) -> Guard:
    """A dependency that answers who is signed in, where the table of permissions lets the role pass.

    `limit` counts the requests of each account, `costly` those of each costly route beside it. A person whose password was given by somebody else may only change it: `password_must_change`.
    """

    def check(request: Request) -> SignedIn:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Refusal("session_missing")
        person = accounts.signed_in(token)
        seconds = limit.wait_seconds(person.account_id, time.monotonic())
        if seconds:
            raise Refusal("too_many_requests", seconds=seconds)
        path: str = request.scope["route"].path
        if not may(person.role, request.method, path):
            raise Refusal("role_not_allowed", role=person.role.value)
        if (request.method, path) in COSTLY:
            seconds = costly.wait_seconds(f"{person.account_id} {path}", time.monotonic())
            if seconds:
                raise Refusal("too_many_requests", seconds=seconds)
        if person.must_change and not path.startswith(("/v1/review/session", "/v1/review/password")):
            raise Refusal("password_must_change")
        return person

    return check
