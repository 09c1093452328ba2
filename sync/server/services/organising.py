"""Branches, offices and agents: added at the terminal or by a branch administrator, each act audited."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sync.protocol.identifiers import uuid7
from sync.server.clock import Clock
from sync.server.refusals import Refusal
from sync.server.services.auditing import audit
from sync.server.services.gaps import ChainGap, gaps_of
from sync.server.storage.blob_records import BlobRecord
from sync.server.storage.records import Agent, Branch, Device, DeviceCode, Office
from sync.server.storage.store import Store, StoreFault, UnitOfWork

HOTLINE = "175"
"""The agency's own call centre, where a branch names no number."""


@dataclass(frozen=True, slots=True)
class AgentDesk:
    """An agent with office and branch, the devices with their gaps, the one-time codes.

    `photos`: the pictures that entries name and that are not whole here.
    """

    agent: Agent
    office: Office
    branch: Branch
    devices: tuple[Device, ...]
    codes: tuple[DeviceCode, ...]
    gaps: tuple[ChainGap, ...]
    photos: tuple[BlobRecord, ...]


class Organising:
    """Who works where. Names are unique in practice: a name that fits two rows is refused as unknown."""

    def __init__(self, store: Store, clock: Clock, recovery_public: bytes) -> None:
        self._store = store
        self._clock = clock
        self._recovery_public = recovery_public

    def add_branch(
        self, name: str, hotline: str, public_host: str, actor: str, *, two_person: bool = True
    ) -> Branch:
        """Make a branch; its code is the next number. Store keys of its agents are wrapped to the server's recovery key.

        `two_person`: money is undone, and large amounts approved, by two people (`domain/second_person.py`).
        """
        at = self._clock.now()
        with self._store.transaction() as tx:
            branch_id = uuid7(at, secrets.token_bytes(10))
            branch = Branch(
                branch_id=branch_id,
                code=f"{len(tx.organisation.branches()) + 1:03d}",
                name=name,
                hotline=hotline or HOTLINE,
                public_host=public_host,
                recovery_public=self._recovery_public,
                created_at=at,
                two_person=two_person,
            )
            tx.organisation.add_branch(branch)
            audit(tx, at, actor, "branch_added", branch.branch_id)
        return branch

    def ask_for_second(self, branch: str, above: int | None, actor: str) -> Branch:
        """Let two people undo money and approve more than `above` rupiah; one person alone where that is None.

        Refusal: `branch_unknown`.
        """
        with self._store.transaction() as tx:
            before = _branch(tx, branch)
            amount = before.second_above if above is None else above
            after = replace(before, two_person=above is not None, second_above=amount)
            tx.organisation.put_branch(after)
            audit(tx, self._clock.now(), actor, "second_person_set", after.branch_id, above=above)
        return after

    def add_office(self, name: str, branch: str, actor: str) -> Office:
        """Make an office in a branch (by name or code). Refusal: `branch_unknown`."""
        at = self._clock.now()
        with self._store.transaction() as tx:
            office = Office(uuid7(at, secrets.token_bytes(10)), _branch(tx, branch).branch_id, name, at)
            tx.organisation.add_office(office)
            audit(tx, at, actor, "office_added", office.office_id)
        return office

    def add_agent(
        self, name: str, number: str, office: str, actor: str, branch_id: str | None = None
    ) -> Agent:
        """Make an agent in an office (by name), inside one branch where that is given.

        Refusals: `office_unknown`, `agent_exists`.
        """
        at = self._clock.now()
        try:
            with self._store.transaction() as tx:
                found = [one for one in tx.organisation.offices(branch_id) if one.name == office]
                if len(found) != 1:
                    raise Refusal("office_unknown")
                if tx.organisation.agent_numbered(number) is not None:
                    raise Refusal("agent_exists")
                agent = Agent(
                    agent_id=uuid7(at, secrets.token_bytes(10)),
                    branch_id=found[0].branch_id,
                    office_id=found[0].office_id,
                    number=number,
                    name=name,
                    created_at=at,
                )
                tx.organisation.add_agent(agent)
                audit(tx, at, actor, "agent_added", agent.agent_id)
        except StoreFault:
            raise Refusal("agent_exists") from None
        return agent

    def has_office(self, office: str) -> bool:
        """Whether there is an office of this name."""
        with self._store.reading() as tx:
            return any(one.name == office for one in tx.organisation.offices())

    def branch(self, branch: str) -> Branch:
        """A branch by name or code. Refusal: `branch_unknown`."""
        with self._store.reading() as tx:
            return _branch(tx, branch)

    def branch_of_id(self, branch_id: str) -> Branch:
        """A branch by id. Refusal: `branch_unknown`."""
        with self._store.reading() as tx:
            branch = tx.organisation.branch(branch_id)
        if branch is None:
            raise Refusal("branch_unknown")
        return branch

    def agent(self, number: str, branch_id: str | None = None) -> Agent:
        """An agent by number, inside one branch where that is given. Refusal: `agent_unknown`."""
        with self._store.reading() as tx:
            agent = tx.organisation.agent_numbered(number)
        if agent is None or branch_id not in (None, agent.branch_id):
            raise Refusal("agent_unknown")
        return agent

    def desks(self, branch_id: str | None) -> tuple[AgentDesk, ...]:
        """Agents of a branch, or all, with devices and codes, by number."""
        with self._store.reading() as tx:
            agents = tx.organisation.agents(branch_id)
            return _desks(tx, sorted(agents, key=lambda one: one.number))


def _desks(tx: UnitOfWork, agents: Sequence[Agent]) -> tuple[AgentDesk, ...]:
    ids = [one.agent_id for one in agents]
    offices = {one.office_id: one for one in tx.organisation.offices()}
    branches = {one.branch_id: one for one in tx.organisation.branches()}
    devices = sorted(tx.standings.devices(ids), key=lambda one: one.device)
    codes, known = tx.standings.codes(ids), [one.device for one in devices]
    gaps, photos = gaps_of(tx, known), tx.standings.missing_photos(known)
    desks = []
    for agent in agents:
        own = tuple(one for one in devices if one.agent_id == agent.agent_id)
        names = {one.device for one in own}
        desks.append(
            AgentDesk(
                agent=agent,
                office=offices[agent.office_id],
                branch=branches[agent.branch_id],
                devices=own,
                codes=tuple(one for one in codes if one.agent_id == agent.agent_id),
                gaps=tuple(gap for one in own for gap in gaps.get(one.device, ())),
                photos=tuple(one for one in photos if one.device in names),
            )
        )
    return tuple(desks)


def _branch(tx: UnitOfWork, branch: str) -> Branch:
    found = [one for one in tx.organisation.branches() if branch in (one.name, one.code)]
    if len(found) != 1:
        raise Refusal("branch_unknown")
    return found[0]
