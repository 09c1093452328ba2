"""What goes to the branch on a stick and what comes back on it."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SavedBundle:
    """A file that was saved whole; `mark`: what both ends write on the hand-over sheet, four groups of four.

    `place`: its path. `entries` counts what is in it, `actions` what that is in the counters of the screen, `rupiah_in` sums its receipts, `rupiah_refunded` its refunds.
    """

    place: str
    device: str
    made_at: datetime
    entries: int
    rupiah_in: int
    rupiah_refunded: int
    mark: str
    bytes: int
    photos: int = 0
    actions: int = 0

    @property
    def name(self) -> str:
        """The file's name, in which nothing personal stands."""
        return self.place.replace("\\", "/").rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class HandOver:
    """What both ends sign for on the hand-over sheet; nobody's name but those they write by hand.

    `received`: printed at the end that received it. `utc_offset` in minutes east of UTC.
    """

    device: str
    name: str
    made_at: datetime
    utc_offset: int
    entries: int
    rupiah_in: int
    rupiah_refunded: int
    mark: str
    practice: bool
    received: bool = False


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """What an answer did. `made_at`, `entries` and `rupiah_in` are of the bundle that it answers.

    `settled`: entries that it settled, none of them where it was read before. `waiting`: batches whose verdicts come
    later. `refused`: codes of batches that the branch could not take. `ahead`: its rows begin beyond what this store has;
    `more`: there is more to fetch than was in it. `device_state`: how the branch lets this laptop work.
    `photos`: pictures of that file that are at the branch whole. `settings`: newer settings of the branch came with it.
    """

    made_at: datetime
    entries: int
    rupiah_in: int
    settled: int
    applied: int
    decisions: int
    waiting: int
    refused: tuple[str, ...]
    ahead: bool
    more: bool
    device_state: str
    photos: int = 0
    settings: bool = False


@dataclass(frozen=True, slots=True)
class CarriedBundle:
    """A file that somebody brought and that the branch's server took; the carrier learns this and nothing more.

    `answer`: the file to give back, readable for the laptop that it is for alone; `answer_name` what it is called, and
    `answer_place` where it was saved, empty where it could not be.
    """

    name: str
    device: str
    made_at: datetime
    entries: int
    rupiah_in: int
    rupiah_refunded: int
    mark: str
    waiting: int
    refused: int
    answer: bytes = field(repr=False)
    answer_name: str
    answer_place: str = ""
