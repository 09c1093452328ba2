"""Targets and coverage: what agents reached in some months, grouped, beside what was aimed at. Pure sums.

Enrolled: workers enrolled for the first time in the months, by who enrolled them; refused ones and duplicates are left
out. Active and lapsed: workers for whom was ever paid and whose membership had not ended, or had, on the day `on` (more
than three overdue months end it, sync/rules/membership.py), by who serves them today. Collected: rupiah of the lines
of receipts issued in the months, less those that were voided or refunded in the months, whenever they were issued: a
month that is over stays as it was told, as at the laptop. Deposited is the part of it whose cash a deposit carried
away, outstanding the rest. All else is judged by what stands today.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sync.rules.iuran_month import IuranMonth, months_from
from sync.rules.membership import membership_ended
from sync.server.domain.aims import Aims
from sync.server.storage.coverage_records import EnrolledSum, MoneySum, PaidSpan, RegionWorkers
from sync.server.storage.records import Agent

REGENCY = len("35.14")


class Grouping(StrEnum):
    """What a row stands for; `REGION` is a regency, `DISTRICT` a kecamatan."""

    AGENT = "agent"
    OFFICE = "office"
    BRANCH = "branch"
    REGION = "region"
    DISTRICT = "district"
    MONTH = "month"


_LENGTHS = {Grouping.REGION: REGENCY, Grouping.DISTRICT: len("35.14.06")}
"""Characters of the codes of regions."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The sums of a store, up to the last month that is asked for; `workers` are counts by the code of the region."""

    agents: tuple[Agent, ...]
    enrolled: tuple[EnrolledSum, ...]
    money: tuple[MoneySum, ...]
    paid: tuple[PaidSpan, ...]
    aims: Aims
    workers: Mapping[str, RegionWorkers]


@dataclass(frozen=True, slots=True)
class Row:
    """What stands under one key (an id, the code of a region, or a month): people, and rupiah.

    `workers`: how many workers the region has, None where nobody counted them. `office_share`: an estimate in rupiah, None
    where the row is neither of an office nor the sum of offices.
    """

    key: str
    enrolled: int = 0
    active: int = 0
    lapsed: int = 0
    collected: int = 0
    deposited: int = 0
    target_enrolled: int = 0
    target_collected: int = 0
    workers: int | None = None
    office_share: int | None = None

    @property
    def outstanding(self) -> int:
        """Rupiah collected whose cash no deposit carried away."""
        return self.collected - self.deposited

    @property
    def coverage(self) -> float:
        """Active participants as a share of the region's workers; -1 where these are not known."""
        return self.active / self.workers if self.workers else -1.0


@dataclass(frozen=True, slots=True)
class _Key:
    """Finds the row that a sum belongs to."""

    grouping: Grouping
    agents: dict[str, Agent]

    def of(self, agent_id: str, month: str, district: str) -> str:
        """The key of a row."""
        if self.grouping is Grouping.AGENT:
            return agent_id
        if self.grouping is Grouping.OFFICE:
            return self.agents[agent_id].office_id
        if self.grouping is Grouping.BRANCH:
            return self.agents[agent_id].branch_id
        if self.grouping is Grouping.REGION:
            return district[:REGENCY]
        return district if self.grouping is Grouping.DISTRICT else month


def months_between(first: IuranMonth, last: IuranMonth) -> tuple[IuranMonth, ...]:
    """Every month from the first to the last, both included."""
    return months_from(first, last.minus(first) + 1)


def rows_of(facts: Facts, grouping: Grouping, first: IuranMonth, last: IuranMonth, on: date) -> list[Row]:
    """A row for each key of which there is anything, or at which is aimed, by key; for months each month has one.

    `on`: the day by which active and lapsed are told, in months that are over their last day.
    """
    months = [str(month) for month in months_between(first, last)]
    key = _Key(grouping, {agent.agent_id: agent for agent in facts.agents})
    rows: defaultdict[str, Row] = defaultdict(lambda: Row(""))
    within = frozenset(months)
    for one in facts.enrolled:
        if one.month in within:
            _add(rows, key.of(one.agent_id, one.month, one.district), Row("", enrolled=one.enrolled))
    for sums in facts.money:
        if sums.month in within:
            found = Row("", collected=sums.collected, deposited=sums.deposited)
            _add(rows, key.of(sums.agent_id, sums.month, sums.district), found)
    days = [min(on, _end(month)) for month in months] if grouping is Grouping.MONTH else [on]
    for day in days:
        for (name, ended), workers in _people(facts.paid, key, day).items():
            _add(rows, name, Row("", lapsed=workers) if ended else Row("", active=workers))
    for name, aim in facts.aims.by_key(grouping, months).items():
        _add(rows, name, Row("", target_enrolled=aim.enrolled, target_collected=aim.collected))
    counted = {
        one: count.workers for one, count in facts.workers.items() if len(one) == _LENGTHS.get(grouping)
    }
    for name in months if grouping is Grouping.MONTH else counted:
        _add(rows, name, Row(""))
    return [replace(rows[name], key=name, workers=counted.get(name)) for name in sorted(rows)]


def total_of(facts: Facts, first: IuranMonth, last: IuranMonth, on: date) -> Row:
    """Everything together; people who are active or lapsed on the day `on` count once."""
    total = Row("")
    for row in rows_of(facts, Grouping.BRANCH, first, last, on):
        total = _sum(total, row)
    return replace(total, key="")


def ranked(rows: Iterable[Row]) -> list[Row]:
    """Regions by coverage, the best first; those whose workers nobody counted after them, by active participants."""
    return sorted(rows, key=lambda row: (-row.coverage, -row.active, row.key))


def standing(spans: Iterable[PaidSpan], day: date) -> Iterator[PaidSpan]:
    """The spans that hold in the month of a day: begun by then, and not yet replaced."""
    month = str(IuranMonth.of(day))
    for one in spans:
        if one.begun <= month and (one.replaced is None or month < one.replaced):
            yield one


def _people(spans: Iterable[PaidSpan], key: _Key, day: date) -> Counter[tuple[str, bool]]:
    """Workers by the key of their row, and by whether their membership had ended on a day."""
    held = [one for one in standing(spans, day) if one.agent_id in key.agents]
    ended = {one: membership_ended(IuranMonth.parse(one), day) for one in {span.until for span in held}}
    month = str(IuranMonth.of(day))
    found: Counter[tuple[str, bool]] = Counter()
    for span in held:
        found[key.of(span.agent_id, month, span.district), ended[span.until]] += span.workers
    return found


def _end(month: str) -> date:
    following = IuranMonth.parse(month).plus(1)
    return date.fromordinal(date(following.year, following.month, 1).toordinal() - 1)


def _add(rows: dict[str, Row], key: str, more: Row) -> None:
    rows[key] = _sum(rows[key], more)


def _sum(one: Row, two: Row) -> Row:
    return Row(
        "",
        one.enrolled + two.enrolled,
        one.active + two.active,
        one.lapsed + two.lapsed,
        one.collected + two.collected,
        one.deposited + two.deposited,
        one.target_enrolled + two.target_enrolled,
        one.target_collected + two.target_collected,
    )
