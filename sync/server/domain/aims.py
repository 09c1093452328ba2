"""What a branch aims at: the target that holds for an agent, an office, a branch or a region in each month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sync.rules.branch_settings import BranchSettings
from sync.rules.iuran_month import IuranMonth
from sync.server.storage.coverage_records import RegionWorkers, Target
from sync.server.storage.records import Agent


@dataclass(frozen=True, slots=True)
class Aim:
    """New participants and rupiah to collect; 0 says that nothing is aimed at."""

    enrolled: int = 0
    collected: int = 0

    def __add__(self, other: Aim) -> Aim:
        return Aim(self.enrolled + other.enrolled, self.collected + other.collected)


class Aims:
    """Targets of some branches.

    An agent without one of their own has the one that the branch's settings give every agent, as long as the agent is
    active; an office without one has the sum of its agents, a branch the sum of its offices; a region has its own
    or none.
    """

    def __init__(
        self, targets: Iterable[Target], agents: Iterable[Agent], settings: Mapping[str, BranchSettings]
    ) -> None:
        self._settings = settings
        self._targets: defaultdict[tuple[str, str], list[Target]] = defaultdict(list)
        for target in sorted(targets, key=lambda one: one.first):
            self._targets[target.kind, target.subject].append(target)
        self._at_work: dict[str, str | None] = {}
        self._members: defaultdict[str, list[str]] = defaultdict(list)
        self._offices: defaultdict[str, set[str]] = defaultdict(set)
        for agent in agents:
            self._at_work[agent.agent_id] = agent.branch_id if agent.state == "active" else None
            self._members[agent.office_id].append(agent.agent_id)
            self._offices[agent.branch_id].add(agent.office_id)

    def by_key(self, kind: str, months: Sequence[str]) -> dict[str, Aim]:
        """The aims of some months together, by agent, office, branch or region; by month, those of all branches."""
        if kind == "month":
            return {month: _total(self._of_branch(one, month) for one in self._offices) for month in months}
        ways: dict[str, tuple[Iterable[str], Callable[[str, str], Aim]]] = {
            "agent": (self._at_work, self._of_agent),
            "office": (tuple(self._members), self._of_office),
            "branch": (tuple(self._offices), self._of_branch),
        }
        own = {subject for of, subject in self._targets if of == kind}
        keys, aim = ways.get(kind, (own, lambda subject, month: self._own(kind, subject, month) or Aim()))
        found = {key: _total(aim(key, month) for month in months) for key in keys}
        return {key: one for key, one in found.items() if one != Aim()}

    def _own(self, kind: str, subject: str, month: str) -> Aim | None:
        for target in reversed(self._targets.get((kind, subject), ())):
            if target.first <= month:
                return Aim(target.enrolled, target.collected)
        return None

    def _of_agent(self, agent_id: str, month: str) -> Aim:
        own, branch_id = self._own("agent", agent_id, month), self._at_work[agent_id]
        if own is not None or branch_id is None:
            return own or Aim()
        published = self._settings[branch_id].target_for(IuranMonth.parse(month))
        return Aim(published.enrolled, published.collected) if published else Aim()

    def _of_office(self, office_id: str, month: str) -> Aim:
        own = self._own("office", office_id, month)
        return own or _total(self._of_agent(one, month) for one in self._members[office_id])

    def _of_branch(self, branch_id: str, month: str) -> Aim:
        own = self._own("branch", branch_id, month)
        return own or _total(self._of_office(one, month) for one in self._offices[branch_id])


def workers_in(counts: Iterable[RegionWorkers], year: int) -> dict[str, RegionWorkers]:
    """The count of each region that holds in a year: the newest that is no later, else the earliest."""
    found: dict[str, RegionWorkers] = {}
    for one in sorted(counts, key=lambda count: (count.year, count.set_at)):
        if one.region not in found or one.year <= year:
            found[one.region] = one
    return found


def _total(aims: Iterable[Aim]) -> Aim:
    return sum(aims, Aim())
