"""Asks the server's own lists for what was planted, and holds its ledger against what the laptops reckon."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sync.server.composition import Server
from sync.server.demo.branch import reviewer_of
from sync.server.demo.cash import Moved, in_hand
from sync.server.demo.planted import Note, Planted
from sync.server.domain.checks.finding import Check, Finding
from sync.server.services.finding import DAYS, MOST_DAYS, FoundDays
from sync.server.storage.store import UnitOfWork

_LONG_AGO = timedelta(days=250)


@dataclass(frozen=True, slots=True)
class KindResult:
    """Of one check: the cases planted and found, and findings that nothing was planted for."""

    check: Check
    planted: int
    found: int
    false: int


@dataclass(frozen=True, slots=True)
class BooksResult:
    """Agents' days on which server and laptop have the same cash in hand, and on which they differ.

    `explained` are days after receipts that the laptop never sent, on which they differ by exactly these.
    """

    same: int
    explained: int
    differing: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How a demo came out; `records` are actions of people at work, as a reviewer counts them."""

    kinds: tuple[KindResult, ...]
    books: BooksResult
    records: int
    lines_rupiah: int
    receipts_rupiah: int

    @property
    def whole(self) -> bool:
        """Whether every case was found and the books agree to the rupiah."""
        found = all(kind.found == kind.planted for kind in self.kinds)
        return found and self.books.differing == 0 and self.lines_rupiah == self.receipts_rupiah


def evaluate(server: Server, note: Note) -> Evaluation:
    """Read every list week by week, as a reviewer would, and the books of every agent's day."""
    found = _found(server, note)
    with server.store.reading() as tx:
        totals = tx.money.totals()
        records = sum(
            tx.checks.receipts(list(_agents(tx).values()), note.first - _LONG_AGO, note.last).values()
        )
        books = _books(tx, note)
    kinds = tuple(_kind(check, note.cases, found) for check in Check)
    return Evaluation(kinds, books, records, totals.rupiah, totals.receipts_rupiah)


def _found(server: Server, note: Note) -> list[tuple[str, Finding]]:
    """Everything the lists tell, each once, with the agent's number."""
    person = reviewer_of(server, server.clock.now())
    seen: dict[tuple[object, ...], tuple[str, Finding]] = {}
    weeks = [note.last - timedelta(days=days) for days in range(0, (note.last - note.first).days + 1, DAYS)]
    asked: list[FoundDays] = [
        server.findings.found(person, max(last - timedelta(days=DAYS - 1), note.first), last)
        for last in weeks
    ]
    before = note.first - timedelta(days=1)
    asked.append(server.findings.found(person, note.first - timedelta(days=MOST_DAYS), before))
    for days in asked:
        assert not days.cut
        for one in days.findings:
            number = days.agents[one.agent_id].number
            seen[number, one.check, one.on, one.subject] = (number, one)
    return list(seen.values())


def _kind(check: Check, cases: Iterable[Planted], found: Sequence[tuple[str, Finding]]) -> KindResult:
    own = [case for case in cases if case.check is check]
    told = [(number, one) for number, one in found if one.check is check]
    hit = sum(any(_shows(case, number, one) for number, one in told) for case in own)
    false = sum(not any(_shows(case, number, one) for case in own) for number, one in told)
    return KindResult(check, len(own), hit, false)


def _shows(case: Planted, number: str, found: Finding) -> bool:
    if case.agent != number:
        return False
    named = {found.subject, *found.evidence}
    return bool(named & set(case.entries)) or (not case.entries and found.on == case.on)


def _books(tx: UnitOfWork, note: Note) -> BooksResult:
    """Cash in hand for each agent's day: by the server's movements, and as the laptop had it."""
    agents = _agents(tx)
    devices = {device.agent_id: device.device for device in tx.devices.devices()}
    same = explained = differing = 0
    for number, days in note.books.items():
        movements = tx.money.movements(devices[agents[number]])
        moved = [Moved(one.moved_on, one.sort, one.amount) for one in movements]
        for day, rupiah in days.items():
            on = date.fromisoformat(day)
            lost = sum(one.rupiah for one in note.cases if one.agent == number and one.on <= on)
            there = in_hand(moved, on)
            same += there == rupiah and not lost
            explained += bool(lost) and there + lost == rupiah
            differing += there + lost != rupiah
    return BooksResult(same, explained, differing)


def _agents(tx: UnitOfWork) -> dict[str, str]:
    return {agent.number: agent.agent_id for agent in tx.organisation.agents()}
