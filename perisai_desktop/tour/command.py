"""The command `perisai tour`: drives the real screens through a roster and leaves its papers in a folder."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import TracebackType

from perisai_desktop.app import Practice, Program, read_practice
from perisai_desktop.config.clock import Clock, SystemClock, pinned_on
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure
from perisai_desktop.services.printers import NoPrinters
from perisai_desktop.startup import start
from perisai_desktop.tour.day.past import Past
from perisai_desktop.tour.day.plan import DayPlan, read_plan
from perisai_desktop.tour.day.running import Day
from perisai_desktop.tour.entering import Entering
from perisai_desktop.tour.offscreen import drop_remark
from perisai_desktop.tour.pictures import Pictures
from perisai_desktop.tour.roster import Roster, RosterFault, RosterFaultCode, read_roster
from perisai_desktop.tour.running import Tour
from perisai_desktop.tour.server import RealServer, practice_at

Walk = Callable[[Program, Practice], tuple[str, ...]]
"""Drives a program to the end of what was asked for; the numbers of the rows that led elsewhere than foretold."""

UNUSABLE = 2
DIFFERS = 1
BUG = 70

SENTENCES = {
    RosterFaultCode.NOT_FOUND: "Berkas {detail} tidak ditemukan atau tidak bisa dibaca.",
    RosterFaultCode.NOT_UTF8: "Berkas ini tidak ditulis dalam UTF-8 (baris {detail}). Simpan ulang sebagai CSV UTF-8.",
    RosterFaultCode.COLUMN_MISSING: "Kolom {detail} tidak ada di baris pertama berkas ini.",
    RosterFaultCode.NO_ROWS: "Berkas ini tidak berisi satu orang pun.",
    RosterFaultCode.ROW_BROKEN: "Baris {detail} tidak utuh: jumlah kolom atau isinya tidak cocok.",
    RosterFaultCode.NUMBER_TWICE: "Nomor {detail} dipakai dua kali.",
}


def main(arguments: list[str]) -> int:
    """Run the tour. 0: every row led where its roster says; 1: some did not; 2: it could not begin."""
    options = _parser().parse_args(arguments)
    out: Path = options.out
    try:
        walk = _walk(options)
        practice = _practice(options)
    except RosterFault as fault:
        print(f"perisai tour: {SENTENCES[fault.code].format(detail=fault.detail)}", file=sys.stderr)
        return UNUSABLE
    except Unusable as reason:
        print(f"perisai tour: {reason}", file=sys.stderr)
        return UNUSABLE
    receipts = out / "receipts"
    receipts.mkdir(parents=True, exist_ok=True)
    drop_remark()
    ready = start(Profile(out / "profile"), [])
    clock: Clock = pinned_on(options.today) if options.today else SystemClock()
    program = Program(ready, clock, practice, heartbeat=False, receipts=receipts, printers=NoPrinters())
    sys.excepthook = _stop
    try:
        differing = walk(program, practice)
    finally:
        program.close()
        ready.close()
    for number in differing:
        print(f"perisai tour: baris {number} tidak berakhir seperti di berkas", file=sys.stderr)
    return DIFFERS if differing else 0


def _walk(options: argparse.Namespace) -> Walk:
    """What the options ask for. Raises RosterFault, Unusable."""
    if options.roster is not None:
        roster = read_roster(options.roster)
        return lambda program, practice: Tour(program, practice, roster, options.out).run()
    if options.past is not None:
        past = read_roster(options.past)
        return lambda program, practice: _live(program, practice, past)
    try:
        plan = read_plan(options.day)
    except (OSError, ValueError, KeyError) as fault:
        raise Unusable(f"{options.day.name} bukan rencana satu hari ({type(fault).__name__})") from fault
    return lambda program, practice: _day(program, practice, plan, options.out)


def _day(program: Program, practice: Practice, plan: DayPlan, out: Path) -> tuple[str, ...]:
    """A day foretells no reaction, so no row can differ."""
    Day(program, practice, plan, out, Pictures(out / "screens", program.ready.theme)).run()
    return ()


def _live(program: Program, practice: Practice, past: Roster) -> tuple[str, ...]:
    agent = Entering(program, practice, Pictures(None, program.ready.theme)).agent()
    Past(agent.desk, practice).live(past)
    return ()


class Unusable(Exception):
    """The tour can't begin; the text is a sentence for the person at the terminal."""


def _practice(options: argparse.Namespace) -> Practice:
    """What `--practice` or `--server` name. Raises Unusable."""
    if options.practice is not None:
        try:
            return read_practice(options.practice)
        except (OSError, ValueError, KeyError) as fault:
            raise Unusable(
                f"{options.practice.name} bukan berkas latihan ({type(fault).__name__})"
            ) from fault
    if not (options.code and options.reviewer and options.reviewer_password_file):
        raise Unusable("--server perlu --code, --reviewer, dan --reviewer-password-file.")
    try:
        return practice_at(
            options.server, options.code, options.reviewer, options.reviewer_password_file, options.out
        )
    except OSError as fault:
        raise Unusable(f"{fault.filename} tidak bisa dibaca atau ditulis.") from fault
    except RealServer as real:
        raise Unusable(f"{options.server} bukan server latihan; tur tidak menulis di sana.") from real
    except Failure as failure:
        raise Unusable(f"{options.server} tidak bisa ditanya ({failure.code.value}).") from failure


def _stop(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An error nobody expected, in a slot too, ends the tour at once; what is stored stays stored."""
    traceback.print_exception(kind, error, trace)
    sys.stderr.flush()
    os._exit(BUG)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="perisai tour", description=__doc__)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--practice", type=Path, metavar="FILE", help="practice.json of the server")
    where.add_argument("--server", metavar="URL", help="practice server; needs the three that follow")
    parser.add_argument("--code", metavar="CODE", help="one-time code that the server issued")
    parser.add_argument("--reviewer", metavar="NAME", help="account that decides")
    parser.add_argument(
        "--reviewer-password-file", type=Path, metavar="FILE", help="its password, the first line of a file"
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--roster", type=Path, metavar="FILE", help="CSV, one worker a row, each to its end")
    what.add_argument("--day", type=Path, metavar="DIR", help="plan.json of an agent's whole day")
    what.add_argument("--past", type=Path, metavar="FILE", help="CSV of people enrolled on an earlier day")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="where results, papers and pictures go"
    )
    parser.add_argument("--today", type=date.fromisoformat, metavar="DATE", help="pin the date, YYYY-MM-DD")
    return parser
