"""The port of what a branch aims at."""

from collections.abc import Collection
from typing import Protocol

from sync.server.storage.coverage_records import RegionWorkers, Target


class TargetPort(Protocol):
    """What is put takes the place of what was said of the same."""

    def put(self, target: Target) -> None:
        """Aim at something from a month on."""
        ...

    def of_branches(self, branch_ids: Collection[str]) -> tuple[Target, ...]:
        """Every target, by branch, kind, subject and first month."""
        ...

    def put_workers(self, counted: RegionWorkers) -> None:
        """Say how many workers a region had in a year."""
        ...

    def workers(self, branch_ids: Collection[str]) -> tuple[RegionWorkers, ...]:
        """Every count, by branch, region and year."""
        ...
