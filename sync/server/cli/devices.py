"""`device list|pause|resume|revoke|wipe|keep`: what the terminal does with the laptops of agents."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from sync.server.cli.organisation import TERMINAL
from sync.server.cli.serving import real_settings
from sync.server.composition import Server, opened
from sync.server.permissions import Role
from sync.server.refusals import Refusal
from sync.server.services.device_states import DeviceStanding
from sync.server.services.gaps import ChainGap
from sync.server.services.organising import AgentDesk
from sync.server.services.wiping import APPROVALS, WIPED
from sync.server.storage.access_records import Account
from sync.server.storage.records import Device

_APPROVING = frozenset({Role.BRANCH_ADMIN.value, Role.OPERATOR.value})
_DONE = {
    "active": "works again",
    "paused": "is paused: it takes cash and sends, and is told nothing new",
    "revoked_drain": "is revoked: it takes no more cash; what it still sends is held, with its money",
}


def listed(asked: argparse.Namespace) -> None:
    """One line for each laptop, of one agent where that is given, by agent and code."""
    with opened(real_settings(asked)) as server:
        if asked.agent:
            server.organising.agent(asked.agent)
        for desk in server.organising.desks(None):
            if asked.agent in ("", desk.agent.number):
                for device in sorted(desk.devices, key=lambda one: one.device):
                    print(_line(server, desk, device))


def pause(asked: argparse.Namespace) -> None:
    """Let a laptop send and take cash, and give it no answers."""
    _put(asked, "paused")


def resume(asked: argparse.Namespace) -> None:
    """Let a laptop work again."""
    _put(asked, "active")


def revoke(asked: argparse.Namespace) -> None:
    """Let a laptop take no more cash; what it still holds is sent and held."""
    _put(asked, "revoked_drain")


def wipe(asked: argparse.Namespace) -> None:
    """Ask that a laptop be emptied; with `--by` one person's word that it be so whatever is missing.

    Refusals: as DeviceStates, `account_unknown`, `role_not_allowed`, `maker_is_checker`.
    """
    with opened(real_settings(asked)) as server:
        person = _person(server, asked.by) if asked.by else None
        branch = None if person is None else person.branch_id
        agent = None if person is None else person.agent_id
        actor = TERMINAL if person is None else person.account_id
        standing = server.device_states.ask_wipe(asked.device, actor, branch, agent)
        if person is not None:
            standing = server.device_states.approve_wipe(asked.device, actor, branch, agent)
        print(f"laptop {asked.device} is to be emptied: {_awaited(server, standing)}")


def keep(asked: argparse.Namespace) -> None:
    """Want it emptied no more; approvals that were given lapse."""
    with opened(real_settings(asked)) as server:
        server.device_states.withdraw_wipe(asked.device, TERMINAL, None)
        print(f"laptop {asked.device} is not to be emptied")


def _put(asked: argparse.Namespace, state: str) -> None:
    with opened(real_settings(asked)) as server:
        server.device_states.put(asked.device, state, TERMINAL, None)
        print(f"laptop {asked.device} {_DONE[state]}")


def _person(server: Server, login: str) -> Account:
    """Who approves: an administrator of the branch or an operator, whose account is open."""
    account = server.accounts.account(login)
    if account.role not in _APPROVING or account.disabled_at is not None:
        raise Refusal("role_not_allowed")
    return account


def _awaited(server: Server, standing: DeviceStanding) -> str:
    """What still has to happen before it is emptied."""
    given, names = len(standing.approvals), ", ".join(_logins(server, standing))
    if given >= APPROVALS:
        return f"approved by {names}; at its next hello, within a day of the last word once it has sent what waits"
    said = f"approved by {names}; " if names else ""
    return (
        f"{said}at a hello that proves that nothing of it is missing here,"
        f" or once {APPROVALS - given} more approve (--by LOGIN)"
    )


def _logins(server: Server, standing: DeviceStanding) -> tuple[str, ...]:
    with server.store.reading() as tx:
        found = [tx.accounts.account(approval.account_id) for approval in standing.approvals]
    return tuple(account.login for account in found if account is not None)


def _line(server: Server, desk: AgentDesk, device: Device) -> str:
    """Code, agent, state, when it was last heard, what is missing of it, its loss, and a wipe that is wanted."""
    parts = [
        device.device,
        f"{desk.agent.number} {desk.agent.name}",
        device.state,
        f"seen {device.seen_at:%Y-%m-%d %H:%M} UTC",
        _missing(gap for gap in desk.gaps if gap.device == device.device),
    ]
    if device.lost_at is not None:
        parts.append(f"lost {device.lost_at:%Y-%m-%d %H:%M} UTC")
    if device.wipe_asked_at is not None and device.state != WIPED:
        standing = server.device_states.standing(device.device, None)
        names = ", ".join(_logins(server, standing)) or "nobody"
        parts.append(f"wipe asked {device.wipe_asked_at:%Y-%m-%d %H:%M} UTC, approved by {names}")
    return "  ".join(parts)


def _missing(gaps: Iterable[ChainGap]) -> str:
    """Entries that are known to have been written and are not here."""
    found = tuple(gaps)
    if not found:
        return "nothing missing"
    count = sum(gap.last_seq - gap.first_seq + 1 for gap in found)
    places = ", ".join(f"{gap.epoch:02d}:{gap.first_seq}-{gap.last_seq}" for gap in found)
    return f"{count} entries missing ({places})"
