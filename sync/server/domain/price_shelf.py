"""The versions of a branch's reference data: what held on a day, and what an entry names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sync.server.domain.pricing_check import PriceList
from sync.server.storage.release_records import Release


def _unknown(version: str) -> PriceList:
    raise LookupError(version)


@dataclass(frozen=True, slots=True)
class PriceShelf:
    """What came with the server, and what the branch published, newest first; `open` reads a published version."""

    base: PriceList
    releases: Sequence[Release] = ()
    open: Callable[[str], PriceList] = field(default=_unknown, repr=False)

    def on(self, day: date) -> PriceList:
        """What held on a local day: the newest version whose day had come."""
        found = in_force(self.releases, day)
        return self.base if found is None else self.open(found.version)

    def named(self, version: str | None, day: date) -> PriceList:
        """What an entry of a local day names; where that is unknown here, or nothing, what held on the day."""
        if version == self.base.reference.version:
            return self.base
        if any(one.version == version for one in self.releases):
            return self.open(str(version))
        return self.on(day)


def in_force(releases: Sequence[Release], day: date) -> Release | None:
    """The newest of a branch's releases (newest first) whose day has come; None before the first."""
    return next((one for one in releases if one.in_force_on <= day), None)
