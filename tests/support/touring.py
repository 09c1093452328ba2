"""The tour from outside: its options; runs server and desktop through a roster, then reads everything back."""

import argparse
import csv
import sys
from collections.abc import Sequence
from pathlib import Path

from dev import ROOT, SetUpError, say
from tests.support.books import read_table
from tests.support.day.casting import SCALES
from tests.support.day.running import tour_day
from tests.support.driving import drive, served
from tests.support.kills import KillPlan
from tests.support.practising import SOURCE, frozen
from tests.support.reading_back import read_back

ROSTER = ROOT / "tests" / "data" / "roster_market.csv"
ROSTER_DAY = "2026-11-22"
UNREADABLE_ROSTER = 2


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """The tour's options, paths made absolute; without a roster the market's of 2026-11-22."""
    parser = argparse.ArgumentParser(prog="dev.py tour", description=__doc__)
    parser.add_argument("--roster", type=Path, help="CSV of workers; default: the market's, on its own day")
    parser.add_argument(
        "--day",
        nargs="?",
        choices=tuple(SCALES),
        const="full",
        help="an agent's whole day instead, from the round to the closing; every sum is held against the journal",
    )
    parser.add_argument(
        "--today", metavar="DATE", help="the day to pin both clocks to, for example 2026-11-22"
    )
    parser.add_argument(
        "--out", type=Path, default=Path("tour-out"), help="where all results go; default: tour-out"
    )
    parser.add_argument("--server-db", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument(
        "--kills", type=int, default=0, metavar="N", help="kill desktop and server in turn, N times"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="chooses the moments of the kills")
    parser.add_argument(
        "--frozen", type=Path, metavar="DIR", help="the programs that `build` left in DIR, not the source"
    )
    chosen = parser.parse_args(arguments)
    if chosen.day and (chosen.roster or chosen.today):
        parser.error("--day has people and a date of its own")
    if chosen.roster is None:
        chosen.roster, chosen.today = ROSTER, chosen.today or ROSTER_DAY
    chosen.roster, chosen.out = chosen.roster.resolve(), chosen.out.resolve()
    return chosen


def tour(chosen: argparse.Namespace) -> int:
    """Runs the whole tour; 0 where the desktop was content and everything read back agrees."""
    out: Path = chosen.out
    commands = frozen(chosen.frozen.resolve()) if chosen.frozen else SOURCE
    with served(chosen, commands) as serve:
        server = serve(chosen.today)
        command = [*commands.desktop, "tour", "--practice", str(server.description)]
        command += ["--roster", str(chosen.roster), "--out", str(out)]
        command += ["--today", chosen.today] if chosen.today else []
        plan = KillPlan(chosen.kills, chosen.seed, _payable(chosen.roster) if chosen.kills else 0)
        code = drive(server, command, out / "receipts", plan)
        if code == UNREADABLE_ROSTER:
            return code
        say("reading the papers back")
        agreed = read_back(out, chosen.roster, server, chosen.today)
        if plan.left:
            say(f"only {plan.done} of {plan.count} kills found their moment")
        return code or (0 if agreed and not plan.left else 1)


def _payable(roster: Path) -> int:
    """How many receipts to expect; a roster that the desktop will refuse leads to none."""
    try:
        rows = read_table(roster)
    except (OSError, UnicodeDecodeError, csv.Error):
        return 0
    return sum(1 for row in rows if row.get("jumlah", "1"))


def main(arguments: Sequence[str]) -> int:
    """Reads the options and runs the tour."""
    try:
        chosen = options(arguments)
        return tour_day(chosen) if chosen.day else tour(chosen)
    except SetUpError as error:
        say(str(error))
        return 3
    except KeyboardInterrupt:
        say("stopped; the same command goes on where it was")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
