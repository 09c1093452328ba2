"""Judges a finished tour from what it left: papers, books, server and profile must tell the same; prints a short table."""

import json
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from dev import ROOT, say
from perisai_desktop.config.clock import Clock, SystemClock, pinned_on
from perisai_desktop.config.paths import Profile
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.signing_in import SigningIn
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.rebuild import rebuild
from sync.protocol.receipt_proof import ReceiptLink
from sync.rules.rupiah import format_rupiah
from tests.support.books import Books, number_faults, read_books, read_table, roster_faults, sum_faults
from tests.support.papers import online, read_paper, told_apart
from tests.support.practising import PracticeServer
from tests.support.secrecy import leaks, readable_stores, secrets
from tests.support.stores import dump

SHOWN = 5


class Table:
    """The short table: a line for each thing that was checked, with the first faults below it."""

    def __init__(self) -> None:
        self.agreed = True

    def line(self, what: str, held: str, faults: Iterable[str]) -> None:
        """Prints one line, with `held` where there is no fault."""
        found = list(faults)
        self.agreed = self.agreed and not found
        print(
            f"  {'FAULT' if found else 'ok':<6}{what:<22}{held if not found else f'{len(found)} faults'}",
            flush=True,
        )
        for fault in found[:SHOWN]:
            print(f"          {fault}", flush=True)


def read_back(out: Path, roster_file: Path, server: PracticeServer, today: str | None) -> bool:
    """Reads everything of a tour back; True where all of it agrees. Stops the server on the way."""
    if not (out / "summary.json").exists():
        say("the tour left no summary.json, so there is nothing to read back")
        return False
    books, roster, table = read_books(out), read_table(roster_file), Table()
    expected = sum(1 for row in roster if "reaksi" in row)
    foretold = f"{expected} with a foretold reaction" if expected else "no reaction foretold"
    table.line(
        "rows",
        f"{len(books.rows)} of {len(roster)}, {foretold}",
        roster_faults(roster, books.rows),
    )
    decisions = ", ".join(f"{count} {word}" for word, count in sorted(books.decisions.items()))
    table.line("decisions", decisions, _decision_faults(books))
    links = _papers(out, books, table)
    with ThreadPoolExecutor(4) as pool:
        standings = list(pool.map(lambda link: online(server.url, link), links))
    wrong = [
        f"{link.number}: {said}"
        for link, said in zip(links, standings, strict=True)
        if said != "practice:genuine_received"
    ]
    table.line("verified online", f"{len(links)} genuine and received, practice", wrong)
    password = json.loads(server.description.read_text(encoding="utf-8"))["agent_password"]
    server.stop()
    with agents_desk(out / "profile", password, today) as desk:
        table.line(
            "verified offline",
            f"{len(links)} genuine, their forgeries altered",
            _offline(desk, links),
        )
        rows, changed = rebuilt(desk.enrolling.database)
        table.line("projections", f"{rows} rows dropped and rebuilt, identical", changed)
    numbers = list(books.receipts)
    table.line(
        "numbers", f"{min(numbers, default='')} to {max(numbers, default='')}, no gap", number_faults(numbers)
    )
    ledger = server_ledger(server)
    total = sum(link.amount for link in links)
    held = f"{format_rupiah(total)} on papers, in journal and server's ledger; {len(numbers)} receipts"
    table.line("sums", held, sum_faults(books, ledger, total))
    hidden = secrets(roster)
    table.line(
        "profile", f"no key, no database; {len(hidden)} secrets, 0 hits", _secrecy(out / "profile", hidden)
    )
    return table.agreed


def _decision_faults(books: Books) -> Iterable[str]:
    undecided = [row["no"] for row in books.rows if row["kuitansi"] and not row["putusan"]]
    return [f"row {number} has a receipt and no decision" for number in undecided]


def _papers(out: Path, books: Books, table: Table) -> Sequence[ReceiptLink]:
    papers = [read_paper(path) for path in sorted((out / "receipts").glob("*.pdf"))]
    faults = [f"{paper.path.name} {paper.fault}" for paper in papers if paper.fault]
    known = books.receipts
    for paper in papers:
        kept = known.get(paper.path.stem)
        if kept is None:
            faults.append(f"{paper.path.name} is in no book")
        elif paper.link and (paper.link.amount, paper.link.on.isoformat()) != (kept["amount"], kept["on"]):
            faults.append(f"{paper.path.name} says another amount or date than the book")
    faults += [
        f"{number} has no paper" for number in known if number not in {paper.path.stem for paper in papers}
    ]
    table.line("papers", f"{len(papers)} PDFs opened, their QR read", faults)
    return [paper.link for paper in papers if paper.link]


@contextmanager
def agents_desk(profile: Path, password: str, today: str | None) -> Iterator[AgentDesk]:
    """The agent's desk with the server gone."""
    clock: Clock = pinned_on(date.fromisoformat(today)) if today else SystemClock()
    desk = SigningIn(Profile(profile), clock).sign_in(password)
    try:
        yield desk
    finally:
        desk.close()


def _offline(desk: AgentDesk, links: Sequence[ReceiptLink]) -> list[str]:
    check: Callable[[str], str] = lambda text: str(desk.checking.verify(text).genuineness)  # noqa: E731
    said = {link.number: told_apart(check, link) for link in links}
    return [f"{number}: {words}" for number, words in said.items() if words]


def rebuilt(store: Database) -> tuple[int, list[str]]:
    """Drops a store's projections and computes them again: how many rows they hold, and where they changed.

    A change is told by its table and how often it is found there, never by what the row says.
    """
    with store.transaction() as session:
        before = Counter(dump(session))
        rebuild(session)
        after = Counter(dump(session))
    changed = Counter(line.split(" ", 1)[0] for line in ((before - after) + (after - before)).elements())
    rows = sum(count for line, count in before.items() if not line.startswith("index "))
    return rows, [f"{table}: {count} rows before or after only" for table, count in sorted(changed.items())]


def server_ledger(server: PracticeServer) -> dict[str, Any]:
    """What the server's own command says of its ledger."""
    command = [*server.commands.server, "ledger", "--dir", str(server.folder)]
    command += ["--db", server.database] if server.database else []
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    ledger: dict[str, Any] = json.loads(told.stdout)
    return ledger


def _secrecy(profile: Path, hidden: set[str]) -> list[str]:
    if not any(path.is_file() for path in profile.rglob("*")):
        return ["there is no profile"]
    return [*readable_stores(profile), *leaks(profile, hidden)]
