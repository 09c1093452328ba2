"""Branches, offices and agents in SQL."""

from sqlalchemy import Connection, Table, insert, select, update

from sync.server.storage.records import Agent, Branch, Office
from sync.server.storage.sql.many import add_all, columns_of, values_of
from sync.server.storage.tables import AgentRow, BranchRow, OfficeRow, table_of

BRANCH, OFFICE, AGENT = table_of(BranchRow), table_of(OfficeRow), table_of(AgentRow)


class SqlOrganisation:
    """Fulfils `OrganisationPort`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _add(self, table: Table, record: object) -> None:
        self._connection.execute(insert(table).values(values_of(record)))

    def add_branch(self, branch: Branch) -> None:
        self._add(BRANCH, branch)

    def put_branch(self, branch: Branch) -> None:
        change = update(BRANCH).where(BRANCH.c.branch_id == branch.branch_id)
        self._connection.execute(
            change.values(two_person=branch.two_person, second_above=branch.second_above)
        )

    def branch(self, branch_id: str) -> Branch | None:
        found = self._branches(BRANCH.c.branch_id == branch_id)
        return found[0] if found else None

    def branches(self) -> tuple[Branch, ...]:
        return self._branches()

    def _branches(self, *where: object) -> tuple[Branch, ...]:
        query = select(*columns_of(BRANCH, Branch)).where(*where).order_by(BRANCH.c.code)  # type: ignore[arg-type]
        return tuple(Branch(*row) for row in self._connection.execute(query))

    def add_office(self, office: Office) -> None:
        self._add(OFFICE, office)

    def office(self, office_id: str) -> Office | None:
        query = select(*columns_of(OFFICE, Office)).where(OFFICE.c.office_id == office_id)
        row = self._connection.execute(query).one_or_none()
        return Office(*row) if row else None

    def offices(self, branch_id: str | None = None) -> tuple[Office, ...]:
        query = select(*columns_of(OFFICE, Office)).order_by(OFFICE.c.name, OFFICE.c.office_id)
        if branch_id is not None:
            query = query.where(OFFICE.c.branch_id == branch_id)
        return tuple(Office(*row) for row in self._connection.execute(query))

    def add_agent(self, agent: Agent) -> None:
        add_all(self._connection, AGENT, [agent])

    def agent(self, agent_id: str) -> Agent | None:
        query = select(*columns_of(AGENT, Agent)).where(AGENT.c.agent_id == agent_id)
        row = self._connection.execute(query).one_or_none()
        return Agent(*row) if row else None

    def agent_numbered(self, number: str) -> Agent | None:
        query = select(*columns_of(AGENT, Agent)).where(AGENT.c.number == number)
        row = self._connection.execute(query).one_or_none()
        return Agent(*row) if row else None

    def agents(self, branch_id: str | None = None) -> tuple[Agent, ...]:
        query = select(*columns_of(AGENT, Agent)).order_by(AGENT.c.number)
        if branch_id is not None:
            query = query.where(AGENT.c.branch_id == branch_id)
        return tuple(Agent(*row) for row in self._connection.execute(query))
