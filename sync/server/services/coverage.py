"""Reads targets and coverage of a branch: a fixed number of statements, however many records there are."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sync.rules.iuran_month import IuranMonth
from sync.rules.reference import Reference
from sync.server.clock import Clock, western_day
from sync.server.domain.aims import Aims, workers_in
from sync.server.domain.coverage import Facts, Grouping, Row, ranked, rows_of, total_of
from sync.server.domain.office_shares import office_shares
from sync.server.reference.gazetteer import RegionsGazetteer
from sync.server.refusals import Refusal
from sync.server.services.accounts import SignedIn
from sync.server.services.branch_references import BranchReferences
from sync.server.services.coverage_sums import Asked, CoverageSums
from sync.server.storage.coverage_records import RegionWorkers
from sync.server.storage.store import Store, UnitOfWork

CHARTED = 12
"""So many months are told at least, up to the last."""
MOST_MONTHS = 36
_PLACES = (Grouping.REGION, Grouping.DISTRICT)


@dataclass(frozen=True, slots=True)
class Name:
    """What a key is called; `detail` tells it from others of the same name."""

    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was reached from `first` to `last`, people told by the day `on`; rows by name, regions by coverage.

    `at`: the moment whose sums they are; targets and counts of workers are of the moment of asking.
    """

    first: IuranMonth
    last: IuranMonth
    on: date
    at: datetime
    grouping: Grouping
    rows: tuple[Row, ...]
    total: Row
    months: tuple[Row, ...]
    names: Mapping[str, Name]
    counts: Mapping[str, RegionWorkers]


class Coverage:
    """Tells of the person's own branch; an auditor without a branch is told of all."""

    def __init__(
        self, store: Store, clock: Clock, reference: Callable[[], Reference], gazetteer: RegionsGazetteer
    ) -> None:
        self._store = store
        self._clock = clock
        self._references = BranchReferences(reference)
        self._gazetteer = gazetteer
        self._sums = CoverageSums(clock)

    def sheet(
        self,
        person: SignedIn,
        grouping: Grouping,
        first: IuranMonth | None,
        last: IuranMonth | None,
        *,
        fresh: bool = False,
    ) -> Sheet:
        """Some whole months, both included: this one unless others are asked for. `fresh` reads kept sums anew.

        Refusal: `request_invalid` where the last is before the first, or more than 36 months after it.
        """
        today = western_day(self._clock.now())
        last = last or max(IuranMonth.of(today), first or IuranMonth.of(today))
        first = first or last
        if not 0 <= last.minus(first) < MOST_MONTHS:
            raise Refusal("request_invalid", field="last")
        on = min(today, _end(last))
        charted = min(first, last.plus(1 - CHARTED))
        with self._store.reading() as tx:
            facts, at = self._facts(tx, person.branch_id, charted, last, fresh=fresh)
            names = self._names(tx, grouping, facts)
            shares = (
                self._shares(tx, facts, first, last, fresh=fresh) if grouping is Grouping.OFFICE else None
            )
        rows = rows_of(facts, grouping, first, last, on)
        total = total_of(facts, first, last, on)
        if shares is not None:
            rows = [replace(row, office_share=shares[row.key]) for row in rows]
            total = replace(total, office_share=sum(shares.values()))
        named = {row.key: names.get(row.key) or self._place(row.key) for row in rows}
        placed = grouping in _PLACES
        rows = ranked(rows) if placed else sorted(rows, key=lambda row: (named[row.key].name, row.key))
        return Sheet(
            first=first,
            last=last,
            on=on,
            at=at,
            grouping=grouping,
            rows=tuple(rows),
            total=total,
            months=tuple(rows_of(facts, Grouping.MONTH, charted, last, on)),
            names=named,
            counts=facts.workers if placed else {},
        )

    def _facts(
        self, tx: UnitOfWork, branch_id: str | None, first: IuranMonth, last: IuranMonth, *, fresh: bool
    ) -> tuple[Facts, datetime]:
        agents = tx.organisation.agents(branch_id)
        ids = tuple(agent.agent_id for agent in agents)
        branches = {agent.branch_id for agent in agents} | ({branch_id} if branch_id else set())
        at = self._clock.now()
        settings = {one: self._references.in_force(tx, one, at).settings for one in branches}
        begin, end = date(first.year, first.month, 1), _end(last)
        sums = self._sums.read(tx, Asked(ids, begin, end), fresh=fresh)
        facts = Facts(
            agents=agents,
            enrolled=sums.enrolled,
            money=sums.money,
            paid=sums.paid,
            aims=Aims(tx.targets.of_branches(branches), agents, settings),
            workers=workers_in(tx.targets.workers(branches), last.year),
        )
        return facts, sums.at

    def _shares(
        self, tx: UnitOfWork, facts: Facts, first: IuranMonth, last: IuranMonth, *, fresh: bool
    ) -> Counter[str]:
        """The estimated share of each office, by the rates that its branch's settings have today."""
        begin, end = date(first.year, first.month, 1), _end(last)
        shares: Counter[str] = Counter()
        for branch_id in sorted({agent.branch_id for agent in facts.agents}):
            rates = self._references.in_force(tx, branch_id, self._clock.now()).settings.commission
            agents = [agent for agent in facts.agents if agent.branch_id == branch_id]
            asked = Asked(tuple(agent.agent_id for agent in agents), begin, end)
            early, late = rates.early_until_month, rates.late_until_month
            fees = self._sums.fees(tx, asked, early, late, fresh=fresh)
            shares.update(office_shares(agents, fees.new, fees.payments, rates))
        return shares

    def _names(self, tx: UnitOfWork, grouping: Grouping, facts: Facts) -> dict[str, Name]:
        offices = {one.office_id: one.name for one in tx.organisation.offices()}
        branches = {one.branch_id: one.name for one in tx.organisation.branches()}
        if grouping is Grouping.AGENT:
            return {
                one.agent_id: Name(one.name, f"{one.number} · {offices[one.office_id]}")
                for one in facts.agents
            }
        if grouping is Grouping.OFFICE:
            return {
                one.office_id: Name(offices[one.office_id], branches[one.branch_id]) for one in facts.agents
            }
        return {key: Name(name) for key, name in branches.items()}

    def _place(self, key: str) -> Name:
        """The name of a regency or district, its code where it is of no region of today; a month is its own name."""
        return Name(self._gazetteer.regency_name(key) or self._gazetteer.district_name(key) or key)


def _end(month: IuranMonth) -> date:
    return date(month.year, month.month, calendar.monthrange(month.year, month.month)[1])
