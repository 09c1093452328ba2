"""Runs a tour's server and desktop as processes of their own, kills them where asked, and starts them again."""

import argparse
import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeAlias

from dev import ROOT, SetUpError, has_display, say
from tests.support.kills import KillPlan
from tests.support.practising import Commands, PracticeServer

MOST_FALLS = 5

Serve: TypeAlias = Callable[[str | None], PracticeServer]
"""Makes and starts the practice server, on a day where one is named."""


@contextmanager
def served(chosen: argparse.Namespace, commands: Commands) -> Iterator[Serve]:
    """Makes the practice server of a tour on a day, in the database that was chosen; all has ended when the block ends."""
    out: Path = chosen.out
    out.mkdir(parents=True, exist_ok=True)
    if not has_display():
        say("there is no display: the screens are drawn without one")
        os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    with ExitStack() as stack:
        database = None
        if chosen.server_db == "postgresql":
            from tests.support.postgres import postgresql

            say("starting PostgreSQL for the server")
            database = stack.enter_context(postgresql(out / "postgresql"))

        def serve(today: str | None) -> PracticeServer:
            server = PracticeServer(out / "server", today=today, database=database, commands=commands)
            say(f"starting the practice server at {server.url}")
            server.start()
            stack.callback(server.stop)
            return server

        yield serve


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
