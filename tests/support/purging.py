"""A purge over an intake house, with the pictures that its laptops sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sync.protocol.digests import sha256_hex
from sync.server.services.blobs import Blobs
from sync.server.services.purging import Purging
from sync.server.settings import Periods
from tests.support.field_laptop import FieldLaptop
from tests.support.intake_house import IntakeHouse
from tests.support.memory_store.blobs import MemoryBlobFiles
from tests.support.reference_data import reference

YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class PurgeHouse:
    """What a purge works on: `house` with its store, and pictures in memory."""

    house: IntakeHouse
    files: MemoryBlobFiles

    def purging(self, periods: Periods | None = None) -> Purging:
        """The purge, with periods of the program's own where none are given."""
        required = reference().consent.required
        return Purging(self.house.store, self.house.clock, self.files, lambda: required, periods or Periods())

    def bring(self, laptop: FieldLaptop, picture: bytes) -> Blobs:
        """A picture arrives whole."""
        blobs = Blobs(self.house.store, self.house.clock, self.files)
        blobs.append(self.house.device(laptop), sha256_hex(picture), 0, picture)
        return blobs
