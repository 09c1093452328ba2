"""The record of a picture; field names are column names."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class BlobRecord:
    """A picture that an entry names: its length, and how many bytes of it have arrived and are durable.

    `complete_at`: since when it is whole. `lost`, `lost_at`: a store of the device said that it has not got it.
    `purged_at`: the branch has erased it and takes it no more; `received` is 0 once its file is gone.
    """

    device: str
    sha256: str
    length: int
    wanted_at: datetime
    received: int = 0
    complete_at: datetime | None = None
    lost: str | None = None
    lost_at: datetime | None = None
    purged_at: datetime | None = None
