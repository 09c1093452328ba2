"""`demo-branch`: a generated branch with planted fraud, and how much of it the server's lists show."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from functools import partial

from sync.server.cli.terminal import Failed, Refused
from sync.server.composition import opened
from sync.server.demo.evaluation import Evaluation, evaluate
from sync.server.demo.filling import fill
from sync.server.demo.planning import Wish
from sync.server.demo.planted import Note, read_note
from sync.server.folder_lock import FolderLock
from sync.server.settings import PRACTICE_HOST, database_url_of, practice_settings
from sync.server.state_folder import ServerState, read_state, write_state

_SHORTEST = 3
"""Days."""


def demo_branch(asked: argparse.Namespace) -> None:
    """Fill an empty practice folder, then tell what was found; with `--check` only tell.

    Raises Refused for a folder of a real server, one that is filled already, and one in which nothing was planted;
    Failed where something planted is not found, or the books differ.
    """
    state = read_state(asked.dir)
    if state is not None and not state.practice:
        raise Refused(f"{asked.dir} belongs to a real server.")
    asked.dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    with FolderLock(asked.dir):
        note = read_note(asked.dir)
        if asked.check:
            if note is None:
                raise Refused(f"Nothing was planted in {asked.dir}.")
        elif note is not None or state is not None:
            raise Refused(f"{asked.dir} is filled already; --check tells what is found in it.")
        else:
            write_state(asked.dir, ServerState(practice=True, public_host=PRACTICE_HOST))
            note = fill(asked.dir, database_url_of(asked.db), _wish(asked), partial(print, flush=True))
        _tell(asked, note)


def _wish(asked: argparse.Namespace) -> Wish:
    if asked.agents < 2 or asked.days < _SHORTEST:
        raise Refused("A branch needs two agents and three days: what is lost is missed after a day.")
    last = asked.today or datetime.now(UTC).date()
    return Wish(asked.agents, asked.days, asked.entries, asked.seed, last)


def _tell(asked: argparse.Namespace, note: Note) -> None:
    with opened(practice_settings(asked.dir, database_url_of(asked.db), note.last)) as server:
        result = evaluate(server, note)
    for line in _lines(result):
        print(line)
    if not result.whole:
        raise Failed


def _lines(result: Evaluation) -> list[str]:
    lines = [f"{'check':24} planted  found  false  false per 1,000 of {result.records:,} records"]
    lines += [
        f"{kind.check.value:24} {kind.planted:7,} {kind.found:6,} {kind.false:6,}"
        f"  {1_000 * kind.false / max(result.records, 1):.2f}"
        for kind in result.kinds
    ]
    false = sum(kind.false for kind in result.kinds)
    lines.append(f"all together: {1_000 * false / max(result.records, 1):.2f} false flags per 1,000 records")
    books = result.books
    lines.append(
        f"cash in hand: {books.same:,} agents' days the same to the rupiah at laptop and server,"
        f" {books.explained:,} differ by receipts never sent, {books.differing:,} differ otherwise"
    )
    lines.append(f"ledger: {result.lines_rupiah:,} rupiah in lines, {result.receipts_rupiah:,} in receipts")
    return lines
