"""`branch add`, `office add`, `agent add`, `reviewer add|password`, `device code`, `epoch code`: who works where, from the terminal."""

from __future__ import annotations

import argparse

from sync.protocol.epoch_grant import spoken
from sync.server.cli.serving import real_settings
from sync.server.cli.terminal import new_password
from sync.server.composition import opened
from sync.server.permissions import Role
from sync.server.services.accounts import NewAccount

TERMINAL = "terminal"
"""Who acted, in the audit trail, when it was done at the server's terminal."""


def branch_add(asked: argparse.Namespace) -> None:
    """Add a branch and print its code."""
    with opened(real_settings(asked)) as server:
        branch = server.organising.add_branch(
            asked.name, asked.hotline, server.settings.public_host, TERMINAL
        )
        print(f"branch {branch.code}: {branch.name}")


def branch_second(asked: argparse.Namespace) -> None:
    """Say from which amount on a second person has to agree, or that one person decides alone."""
    with opened(real_settings(asked)) as server:
        branch = server.organising.ask_for_second(asked.name, asked.above, TERMINAL)
        if branch.two_person:
            print(f"two people undo money of {branch.name}, and approve more than Rp{branch.second_above:,}")
        else:
            print(f"one person decides alone in {branch.name}")


def office_add(asked: argparse.Namespace) -> None:
    """Add an office to a branch."""
    with opened(real_settings(asked)) as server:
        office = server.organising.add_office(asked.name, asked.branch, TERMINAL)
        print(f"office: {office.name}")


def agent_add(asked: argparse.Namespace) -> None:
    """Add an agent to an office."""
    with opened(real_settings(asked)) as server:
        agent = server.organising.add_agent(asked.name, asked.number, asked.office, TERMINAL)
        print(f"agent {agent.number}: {agent.name}")


def reviewer_add(asked: argparse.Namespace) -> None:
    """Add an account of a branch; its password, typed unseen or printed once, has to be replaced at the first sign-in."""
    with opened(real_settings(asked)) as server:
        branch = server.organising.branch(asked.branch)
        agent = server.organising.agent(asked.agent, branch.branch_id) if asked.agent else None
        server.accounts.add(
            NewAccount(
                login=asked.login,
                name=asked.name or asked.login,
                role=Role(asked.role),
                password=new_password(asked.login),
                branch_id=branch.branch_id,
                agent_id=None if agent is None else agent.agent_id,
                must_change=True,
            ),
            TERMINAL,
        )
        print(f"{asked.role} {asked.login} of branch {branch.name}")


def reviewer_password(asked: argparse.Namespace) -> None:
    """Give an account a password that its holder has to replace, unlock it, and end its sessions."""
    with opened(real_settings(asked)) as server:
        server.accounts.account(asked.login)
        server.accounts.reset_password(asked.login, new_password(asked.login), TERMINAL)
        print(f"new password for {asked.login}")


def device_code(asked: argparse.Namespace) -> None:
    """Issue and print a one-time code for a device of an agent."""
    with opened(real_settings(asked)) as server:
        agent = server.organising.agent(asked.agent)
        print(server.issue_code(agent.agent_id, TERMINAL))


def epoch_code(asked: argparse.Namespace) -> None:
    """Grant a laptop an epoch by phone and print the code to read out."""
    with opened(real_settings(asked)) as server:
        granted = server.epoch_codes.grant(asked.device, asked.challenge, TERMINAL, set_back=asked.set_back)
        print(
            f"{spoken(granted.code)}  ({granted.agent_name}, receipts {granted.device}-{granted.epoch:02d}-...)"
        )
