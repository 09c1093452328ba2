"""Reads the command line: `run` opens the program, `tour` drives it through a roster, `selftest` tries its parts."""

import argparse
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from perisai_desktop import VERSION
from perisai_desktop.config.children import spare_children
from perisai_desktop.config.paths import Profile, default_profile, practice_beside
from perisai_desktop.config.streams import give_streams, note_early_errors


def main(arguments: list[str] | None = None) -> int:
    """Run the program; the exit code of the process."""
    give_streams()
    spare_children()
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["tour"]:
        from perisai_desktop.tour.command import main as tour

        return tour(given[1:])
    if given == ["selftest"]:
        from perisai_desktop.tour.self_test import main as self_test

        return self_test()
    options = _parser().parse_args(given[1:] if given[:1] == ["run"] else given)
    return _run(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="perisai",
        description="Perisai Desktop; `perisai tour` drives it, `perisai selftest` tries its parts.",
    )
    parser.add_argument("--version", action="version", version=f"perisai {VERSION}")
    parser.add_argument("--practice", type=Path, metavar="FILE", help="practice.json of a practice server")
    parser.add_argument("--profile", type=Path, metavar="DIR", help="folder of the store")
    parser.add_argument(
        "--today", type=date.fromisoformat, metavar="DATE", help="practice only: pin the date"
    )
    return parser


def _run(options: argparse.Namespace) -> int:
    profile = Profile(options.profile) if options.profile else default_profile(options.practice is not None)
    note_early_errors(profile.logs)

    from perisai_desktop.app import Program, read_practice
    from perisai_desktop.config.clock import SystemClock, pinned_on
    from perisai_desktop.startup import start
    from perisai_desktop.ui.scaling import RESTART

    if options.today is not None and options.practice is None:
        print("perisai: --today is for practice only", file=sys.stderr)
        return 2
    practice = None
    if options.practice is not None:
        try:
            practice = read_practice(options.practice)
        except (OSError, ValueError, KeyError) as reason:
            print(
                f"perisai: {options.practice} is no practice file ({type(reason).__name__})", file=sys.stderr
            )
            return 2
    clock = pinned_on(options.today) if options.today is not None else SystemClock()
    before = dict(os.environ)
    ready = start(profile, [])
    beside = practice_beside(options.profile) if options.profile else default_profile(True)
    program = Program(ready, clock, practice, beside=beside, attended=True)
    ready.watch.step("first window", program.enter)
    code = ready.app.exec()
    program.close()
    ready.close()
    return _start_again(before) if code == RESTART else code


def _start_again(environment: dict[str, str]) -> int:
    """Run the same command anew, in the environment that this one was given.

    Windows can't put a program in the place of another: there the old process waits, as whoever started it does.
    """
    command = [sys.executable, *sys.orig_argv[1:]]
    if sys.platform == "win32":
        return subprocess.call(command, env=environment)  # noqa: S603
    return os.execve(command[0], command, environment)  # noqa: S606


if __name__ == "__main__":
    sys.exit(main())
