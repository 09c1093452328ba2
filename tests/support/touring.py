"""The tour from outside: runs and supervises server and desktop, kills them where asked, then reads everything back."""

import argparse
import csv
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from dev import ROOT, SetUpError, has_display, say
from tests.support.books import read_table
from tests.support.kills import KillPlan
from tests.support.practising import SOURCE, PracticeServer, frozen
from tests.support.reading_back import read_back

ROSTER = ROOT / "tests" / "data" / "roster_market.csv"
ROSTER_DAY = "2026-11-22"
UNREADABLE_ROSTER = 2
MOST_FALLS = 5


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """The tour's options, paths made absolute; without a roster the market's of 2026-11-22."""
    parser = argparse.ArgumentParser(prog="dev.py tour", description=__doc__)
    parser.add_argument("--roster", type=Path, help="CSV of workers; default: the market's, on its own day")
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
    if chosen.roster is None:
        chosen.roster, chosen.today = ROSTER, chosen.today or ROSTER_DAY
    chosen.roster, chosen.out = chosen.roster.resolve(), chosen.out.resolve()
    return chosen


def drive(server: PracticeServer, command: Sequence[str], receipts: Path, plan: KillPlan) -> int:
    """Runs the desktop's tour to its end and gives back its exit code; whatever is killed starts again."""
    falls = 0
    desktop = subprocess.Popen(command, cwd=ROOT)
    try:
        while True:
            try:
                code = desktop.wait(0.05)
            except subprocess.TimeoutExpired:
                victim = plan.due(receipts)
                if victim == "server" and server.process is not None:
                    say(
                        f"kill {plan.done} of {plan.count}: the server, after {len(list(receipts.glob('*.pdf')))} receipts"
                    )
                    server.process.kill()
                    server.process.wait()
                    server.start()
                elif victim == "desktop":
                    say(
                        f"kill {plan.done} of {plan.count}: the desktop, after {len(list(receipts.glob('*.pdf')))} receipts"
                    )
                    desktop.kill()
                    desktop.wait()
                    desktop = subprocess.Popen(command, cwd=ROOT)
                elif not server.runs():
                    falls += 1
                    say("the server ended by itself; starting it again, its log is in server/server.log")
                    if falls > MOST_FALLS:
                        raise SetUpError(f"the server ended by itself {falls} times") from None
                    server.start()
            else:
                return code
    finally:
        if desktop.poll() is None:
            desktop.kill()
            desktop.wait()


def tour(chosen: argparse.Namespace) -> int:
    """Runs the whole tour; 0 where the desktop was content and everything read back agrees."""
    out: Path = chosen.out
    out.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        database = None
        if chosen.server_db == "postgresql":
            from tests.support.postgres import postgresql

            say("starting PostgreSQL for the server")
            database = stack.enter_context(postgresql(out / "postgresql"))
        commands = frozen(chosen.frozen.resolve()) if chosen.frozen else SOURCE
        server = PracticeServer(out / "server", today=chosen.today, database=database, commands=commands)
        say(f"starting the practice server at {server.url}")
        server.start()
        stack.callback(server.stop)
        command = [*commands.desktop, "tour", "--practice", str(server.description)]
        command += ["--roster", str(chosen.roster), "--out", str(out)]
        command += ["--today", chosen.today] if chosen.today else []
        if not has_display():
            say("there is no display: the screens are drawn without one")
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        plan = KillPlan(chosen.kills, chosen.seed, _payable(chosen.roster) if chosen.kills else 0)
        code = drive(server, command, out / "receipts", plan)
        if code == UNREADABLE_ROSTER:
            return code
        say("reading the papers back")
        agreed = read_back(out, chosen.roster, server, database, chosen.today)
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
        return tour(options(arguments))
    except SetUpError as error:
        say(str(error))
        return 3
    except KeyboardInterrupt:
        say("stopped; the same command goes on where it was")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
