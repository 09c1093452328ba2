"""Sets what a branch aims at and how many workers its regions have; each act is audited."""

from __future__ import annotations

from dataclasses import dataclass

from sync.protocol.coverage import RegionWorkersRequest, TargetRequest
from sync.server.clock import Clock
from sync.server.reference.gazetteer import RegionsGazetteer
from sync.server.refusals import Refusal
from sync.server.services.accounts import SignedIn
from sync.server.services.auditing import audit
from sync.server.storage.coverage_records import RegionWorkers, Target
from sync.server.storage.store import Store, UnitOfWork

__all__ = ["Aiming", "Book", "RegionWorkers", "Target"]


@dataclass(frozen=True, slots=True)
class Book:
    """Everything that was set, by subject and time."""

    targets: tuple[Target, ...]
    workers: tuple[RegionWorkers, ...]


class Aiming:
    """A branch's administrator sets; what was said before of the same subject and month is replaced."""

    def __init__(self, store: Store, clock: Clock, gazetteer: RegionsGazetteer) -> None:
        self._store = store
        self._clock = clock
        self._gazetteer = gazetteer

    def book(self, person: SignedIn) -> Book:
        """What the person's own branch set, or all branches for a role without one."""
        with self._store.reading() as tx:
            branches = [one.branch_id for one in tx.organisation.branches()]
            own = [person.branch_id] if person.branch_id else branches
            return Book(tx.targets.of_branches(own), tx.targets.workers(own))

    def put_target(self, person: SignedIn, asked: TargetRequest) -> Target:
        """Aim at something from a month on.

        Refusals: `agent_unknown`, `office_unknown`, `branch_unknown`, `region_unknown`: not of the person's branch,
        or of no region of today.
        """
        at = self._clock.now()
        with self._store.transaction() as tx:
            branch_id = _own_branch(person)
            self._check(tx, branch_id, asked.kind, asked.subject)
            target = Target(
                branch_id=branch_id,
                kind=asked.kind,
                subject=asked.subject,
                first=asked.first,
                enrolled=asked.enrolled,
                collected=asked.collected,
                set_at=at,
                set_by=person.account_id,
            )
            tx.targets.put(target)
            told = {"kind": asked.kind, "first": asked.first}
            aim = {"enrolled": asked.enrolled, "collected": asked.collected}
            audit(tx, at, person.account_id, "target_set", asked.subject, **told, **aim)
        return target

    def put_workers(self, person: SignedIn, asked: RegionWorkersRequest) -> RegionWorkers:
        """Say how many workers a region had in a year. Refusal: `region_unknown`."""
        at = self._clock.now()
        with self._store.transaction() as tx:
            branch_id = _own_branch(person)
            self._check(tx, branch_id, "region", asked.region)
            counted = RegionWorkers(
                branch_id=branch_id,
                region=asked.region,
                year=asked.year,
                workers=asked.workers,
                source=asked.source,
                set_at=at,
                set_by=person.account_id,
            )
            tx.targets.put_workers(counted)
            told = {"year": asked.year, "workers": asked.workers}
            audit(tx, at, person.account_id, "region_workers_set", asked.region, source=asked.source, **told)
        return counted

    def _check(self, tx: UnitOfWork, branch_id: str, kind: str, subject: str) -> None:
        known = self._gazetteer.regency_known(subject) or self._gazetteer.district_known(subject)
        if kind == "agent":
            agent = tx.organisation.agent(subject)
            known = agent is not None and agent.branch_id == branch_id
        elif kind == "office":
            office = tx.organisation.office(subject)
            known = office is not None and office.branch_id == branch_id
        elif kind == "branch":
            known = subject == branch_id
        if not known:
            raise Refusal("region_unknown" if kind in ("region", "district") else f"{kind}_unknown")


def _own_branch(person: SignedIn) -> str:
    if person.branch_id is None:
        raise Refusal("branch_unknown")
    return person.branch_id
