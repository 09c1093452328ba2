"""Runs a whole day: the days before it, the day itself with its kills, then the comparison with the journal."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from dev import say
from perisai_desktop.services.desk import AgentDesk
from sync.rules.receipt_number import ReceiptNumber
from sync.rules.rupiah import format_rupiah
from tests.support.day.casting import DAY, SCALES, cast, past_days
from tests.support.day.diary import write_diary
from tests.support.day.judging import Judge
from tests.support.day.raw_books import read_raw
from tests.support.driving import Serve, drive, served
from tests.support.kills import KillPlan
from tests.support.practising import SOURCE, Commands, PracticeServer, frozen
from tests.support.reading_back import agents_desk, server_ledger

KELOMPOK, PAPERS = 4, 3
"""Receipts of people who are enrolled together, and of those who pay on; papers of a refund, a deposit and a closing."""


def tour_day(chosen: argparse.Namespace) -> int:
    """0 where the desktop was content and every sum agrees."""
    out: Path = chosen.out
    commands = frozen(chosen.frozen.resolve()) if chosen.frozen else SOURCE
    scale = SCALES[chosen.day]
    with served(chosen, commands) as serve:
        folder = cast(out / "cast", scale)
        for on, file in past_days(folder):
            code = _before(out, on, file, serve, commands)
            if code:
                return code
        server = serve(DAY)
        expected = scale.renewals + scale.enrolments + KELOMPOK + PAPERS
        plan = KillPlan(chosen.kills, chosen.seed, expected)
        command = _command(commands, server, out, DAY)
        code = drive(server, [*command, "--day", str(folder)], out / "receipts", plan)
        if code:
            return code
        agreed = judge(out, server)
        if plan.left:
            say(f"only {plan.done} of {plan.count} kills found their moment")
        return 0 if agreed and not plan.left else 1


def judge(out: Path, server: PracticeServer) -> bool:
    """Compare everything that a finished day left; True where all of it agrees. Stops the server."""
    password = json.loads(server.description.read_text(encoding="utf-8"))["agent_password"]
    server.stop()
    with agents_desk(out / "profile", password, DAY) as desk:
        return compare(out, desk, server_ledger(server))


def compare(out: Path, desk: AgentDesk, ledger: Mapping[str, Any]) -> bool:
    """Hold screens, papers and the branch's `ledger` against the journal of `desk`, and write the day's table."""
    papers = _sort_papers(out)
    with desk.enrolling.database.reading() as session:
        books = read_raw(session)
    day = date.fromisoformat(DAY)
    say(f"comparing every sum with the journal of {len(books.entries)} entries")
    judging = Judge(books, day, desk.reference)
    judging.screens(out / "sums.csv")
    judging.papers(out / "receipts", papers)
    judging.exports(out / "exports")
    judging.server(ledger)
    write_diary(out / "day.csv", books, day)
    left = len(desk.drafting.drafts())
    if left:
        say(f"{left} drafts are left over")
    verdict = "every one agrees" if judging.agreed else "NOT all agree"
    cash = format_rupiah(books.cash())
    say(f"{judging.compared} sums compared, {verdict}; cash in hand at the end {cash}")
    return judging.agreed and not left


def _before(out: Path, on: str, file: Path, serve: Serve, commands: Commands) -> int:
    """A day of an earlier month, once."""
    done = out / f"past-{on}.done"
    if done.exists():
        return 0
    say(f"making the day {on}")
    server = serve(on)
    command = [*_command(commands, server, out, on), "--past", str(file)]
    code = drive(server, command, out / "receipts", KillPlan(0, 0, 0))
    server.stop()
    if not code:
        done.touch()
    return code


def _command(commands: Commands, server: PracticeServer, out: Path, on: str) -> list[str]:
    command = [*commands.desktop, "tour", "--practice", str(server.description)]
    return [*command, "--out", str(out), "--today", on]


def _sort_papers(out: Path) -> Path:
    """Papers of cash are kept beside the receipts: put them into a folder of their own."""
    papers = out / "papers"
    papers.mkdir(exist_ok=True)
    for path in (out / "receipts").glob("*.pdf"):
        if not _is_receipt(path):
            path.replace(papers / path.name)
    return papers


def _is_receipt(path: Path) -> bool:
    try:
        ReceiptNumber.parse(path.stem)
    except ValueError:
        return False
    return True
