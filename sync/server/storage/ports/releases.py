"""The port of what branches publish and draft."""

from collections.abc import Collection, Mapping
from typing import Protocol

from sync.server.storage.release_records import Release, SealedRelease, SettingsDraft


class ReleasePort(Protocol):
    """Published versions are never changed; a branch has one draft at most."""

    def add(self, release: Release, sealed: SealedRelease) -> None:
        """Store a version with its files. Raises StoreFault where the version is there."""
        ...

    def of_branch(self, branch_id: str) -> tuple[Release, ...]:
        """What a branch published, newest first."""
        ...

    def newest_for(self, agent_id: str) -> str | None:
        """The version that an agent's branch published last, None where it published nothing."""
        ...

    def sealed(self, version: str) -> SealedRelease | None:
        """A version as it was published."""
        ...

    def contents(self, digests: Collection[str]) -> Mapping[str, bytes]:
        """Files of any version by SHA-256, those that are there."""
        ...

    def draft(self, branch_id: str, *, locking: bool = False) -> SettingsDraft | None:
        """What a branch works on; `locking` holds its row until commit."""
        ...

    def put_draft(self, draft: SettingsDraft) -> None:
        """Keep a draft in place of what stood there."""
        ...

    def drop_draft(self, branch_id: str) -> None:
        """Throw a draft away."""
        ...
