"""What branches publish and draft, in SQL."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, delete, insert, select, update

from sync.server.storage.release_records import Release, SealedRelease, SettingsDraft
from sync.server.storage.sql.many import add_missing, add_rows, columns_of, values_of
from sync.server.storage.tables import (
    AgentRow,
    ReferenceContentRow,
    ReferenceReleaseRow,
    ReleaseFileRow,
    SettingsDraftRow,
    table_of,
)

AGENT, RELEASE, FILE = table_of(AgentRow), table_of(ReferenceReleaseRow), table_of(ReleaseFileRow)
CONTENT, DRAFT = table_of(ReferenceContentRow), table_of(SettingsDraftRow)


class SqlReleases:
    """Fulfils `ReleasePort`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, release: Release, sealed: SealedRelease) -> None:
        row = values_of(release) | {"manifest": sealed.manifest, "signature": sealed.signature}
        files = [(release.version, digest) for digest in sealed.contents]
        add_rows(self._connection, RELEASE, tuple(row), [tuple(row.values())])
        add_missing(self._connection, CONTENT, ("sha256", "content"), list(sealed.contents.items()))
        add_rows(self._connection, FILE, ("version", "sha256"), files)

    def of_branch(self, branch_id: str) -> tuple[Release, ...]:
        query = select(*columns_of(RELEASE, Release)).where(RELEASE.c.branch_id == branch_id)
        rows = self._connection.execute(query.order_by(RELEASE.c.published_at.desc()))
        return tuple(Release(*row) for row in rows)

    def newest_for(self, agent_id: str) -> str | None:
        joined = RELEASE.join(AGENT, AGENT.c.branch_id == RELEASE.c.branch_id)
        query = select(RELEASE.c.version).select_from(joined).where(AGENT.c.agent_id == agent_id)
        found: str | None = self._connection.execute(
            query.order_by(RELEASE.c.published_at.desc()).limit(1)
        ).scalar()
        return found

    def sealed(self, version: str) -> SealedRelease | None:
        query = select(RELEASE.c.manifest, RELEASE.c.signature).where(RELEASE.c.version == version)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            return None
        files = select(CONTENT.c.sha256, CONTENT.c.content).join(FILE, FILE.c.sha256 == CONTENT.c.sha256)
        found = self._connection.execute(files.where(FILE.c.version == version))
        return SealedRelease(row[0], row[1], {each.sha256: each.content for each in found})

    def contents(self, digests: Collection[str]) -> Mapping[str, bytes]:
        query = select(CONTENT.c.sha256, CONTENT.c.content).where(CONTENT.c.sha256.in_(list(digests)))
        return {each.sha256: each.content for each in self._connection.execute(query)}

    def draft(self, branch_id: str, *, locking: bool = False) -> SettingsDraft | None:
        query = select(*columns_of(DRAFT, SettingsDraft)).where(DRAFT.c.branch_id == branch_id)
        row = self._connection.execute(query.with_for_update() if locking else query).one_or_none()
        return None if row is None else SettingsDraft(*row)

    def put_draft(self, draft: SettingsDraft) -> None:
        change = update(DRAFT).where(DRAFT.c.branch_id == draft.branch_id).values(values_of(draft))
        if self._connection.execute(change).rowcount == 0:
            self._connection.execute(insert(DRAFT).values(values_of(draft)))

    def drop_draft(self, branch_id: str) -> None:
        self._connection.execute(delete(DRAFT).where(DRAFT.c.branch_id == branch_id))
