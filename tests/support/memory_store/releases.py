"""What branches publish and draft, in memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sync.server.storage.release_records import Release, SealedRelease, SettingsDraft
from tests.support.memory_store.tables import Tables


class MemoryReleases:
    """Fulfils `ReleasePort`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def add(self, release: Release, sealed: SealedRelease) -> None:
        self._tables.releases.add(release.version, release)
        self._tables.sealed.add(release.version, sealed)

    def of_branch(self, branch_id: str) -> tuple[Release, ...]:
        found = [one for one in self._tables.releases if one.branch_id == branch_id]
        return tuple(sorted(found, key=lambda one: one.published_at, reverse=True))

    def newest_for(self, agent_id: str) -> str | None:
        agent = self._tables.agents.get(agent_id)
        found = () if agent is None else self.of_branch(agent.branch_id)
        return found[0].version if found else None

    def sealed(self, version: str) -> SealedRelease | None:
        return self._tables.sealed.get(version)

    def contents(self, digests: Collection[str]) -> Mapping[str, bytes]:
        return {
            digest: content
            for sealed in self._tables.sealed
            for digest, content in sealed.contents.items()
            if digest in digests
        }

    def draft(self, branch_id: str, *, locking: bool = False) -> SettingsDraft | None:
        return self._tables.drafts.get(branch_id)

    def put_draft(self, draft: SettingsDraft) -> None:
        self._tables.drafts.put(draft.branch_id, draft)

    def drop_draft(self, branch_id: str) -> None:
        self._tables.drafts.drop(branch_id)
