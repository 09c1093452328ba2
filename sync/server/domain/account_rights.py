"""Who may make and change which account: never one's own, never one of another branch, never one with more rights."""

from __future__ import annotations

from collections.abc import Container, Mapping

from sync.server.permissions import Role
from sync.server.storage.access_records import Account

GIVEN: Mapping[Role, tuple[Role, ...]] = {
    Role.OPERATOR: (Role.REVIEWER, Role.AUDITOR, Role.AGENT, Role.BRANCH_ADMIN, Role.OPERATOR),
    Role.BRANCH_ADMIN: (Role.REVIEWER, Role.AUDITOR, Role.AGENT),
}
"""The roles that a role gives, and on whose accounts it acts."""


def gives(role: Role) -> tuple[Role, ...]:
    """The roles that an account of `role` may give."""
    return GIVEN.get(role, ())


def reaches(role: Role, account_id: str, account: Account, colleagues: Container[str]) -> bool:
    """Whether an account of `role` may suspend another account that it sees, or give it a password.

    An auditor whom nobody of the branch made (`colleagues`: the ids of its accounts) was set over the branch by an
    operator or at the terminal: its administrators do not silence them.
    """
    if account.account_id == account_id or Role(account.role) not in gives(role):
        return False
    return role is Role.OPERATOR or account.role != Role.AUDITOR or account.made_by in colleagues
