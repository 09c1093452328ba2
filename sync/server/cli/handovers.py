"""`handover decide|list`: the branch's decisions that workers pass from one agent to another, from the terminal."""

from __future__ import annotations

import argparse

from sync.server.cli.organisation import TERMINAL
from sync.server.cli.serving import real_settings
from sync.server.cli.terminal import Refused
from sync.server.composition import opened
from sync.server.refusals import Refusal
from sync.server.services.handovers import HandoverDesk


def decide(asked: argparse.Namespace) -> None:
    """Decide that workers of one agent pass to another, all of them where none is named; both laptops are told.

    Raises Refused where these are no two agents of one branch, Refusal (worker_unknown).
    """
    with opened(real_settings(asked)) as server:
        try:
            desk = server.handovers.decide(asked.giving, asked.taking, asked.worker, TERMINAL, None)
        except Refusal as refusal:
            if refusal.code != "agent_unknown":
                raise
            raise Refused("There are no two agents of one branch with these numbers.") from None
        print(_line(desk))


def listed(asked: argparse.Namespace) -> None:
    """One line for each decision, oldest first, and which of the two agents has followed it."""
    with opened(real_settings(asked)) as server:
        for desk in server.handovers.decided(None):
            print(_line(desk))


def _line(desk: HandoverDesk) -> str:
    followed = {"given": desk.handover.given_at, "taken": desk.handover.taken_at}
    told = ", ".join(f"{word} {at:%Y-%m-%d %H:%M} UTC" for word, at in followed.items() if at is not None)
    return (
        f"{desk.handover.decided_at:%Y-%m-%d %H:%M} UTC  {desk.workers} workers"
        f"  {desk.giving.number} {desk.giving.name} -> {desk.taking.number} {desk.taking.name}"
        f"  {told or 'waits for both agents'}"
    )
