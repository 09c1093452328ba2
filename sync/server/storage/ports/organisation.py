"""Branches, offices and agents."""

from typing import Protocol

from sync.server.storage.records import Agent, Branch, Office


class OrganisationPort(Protocol):
    """Adding raises sqlalchemy-free `AlreadyThere` where a unique name is taken."""

    def add_branch(self, branch: Branch) -> None:
        """Store a branch."""
        ...

    def put_branch(self, branch: Branch) -> None:
        """Replace what a branch decides: its second person and from which amount on."""
        ...

    def branch(self, branch_id: str) -> Branch | None:
        """A branch by its id."""
        ...

    def branches(self) -> tuple[Branch, ...]:
        """Every branch."""
        ...

    def add_office(self, office: Office) -> None:
        """Store an office."""
        ...

    def office(self, office_id: str) -> Office | None:
        """An office by its id."""
        ...

    def offices(self, branch_id: str | None = None) -> tuple[Office, ...]:
        """Offices of a branch (None: of all)."""
        ...

    def add_agent(self, agent: Agent) -> None:
        """Store an agent; StoreFault `rows_refused` where another one took its number at this moment."""
        ...

    def agent(self, agent_id: str) -> Agent | None:
        """An agent by id."""
        ...

    def agent_numbered(self, number: str) -> Agent | None:
        """An agent by the number the branch gave."""
        ...

    def agents(self, branch_id: str | None = None) -> tuple[Agent, ...]:
        """Agents of a branch (None: of all)."""
        ...
