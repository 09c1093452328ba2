"""What the screen of a kelompok asks of services."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from perisai_desktop.domain.kelompok import Kelompok, KelompokKind, Member
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.domain.roll import Judged, Roll


class Grouping(Protocol):
    """Where kelompok are kept and judged."""

    def all(self) -> tuple[Kelompok, ...]:
        """Those that are not paid."""

    def new(self, kind: KelompokKind) -> Kelompok:
        """One with the usual choices."""

    def keep(self, kelompok: Kelompok, members: Sequence[Member] = ()) -> Kelompok:
        """Keep what was typed."""

    def drop(self, kelompok_id: str, rows: Iterable[int]) -> None:
        """Forget lines."""

    def discard(self, kelompok_id: str) -> None:
        """Forget everything."""

    def members(self, kelompok: Kelompok) -> tuple[Member, ...]:
        """The lines."""

    def next_row(self, kelompok: Kelompok, members: Sequence[Member]) -> int:
        """The number of a new line."""

    def add_pages(self, kelompok: Kelompok, pictures: Sequence[bytes]) -> Kelompok:
        """More pages of the signed list; raises Failure."""

    def drop_pages(self, kelompok: Kelompok) -> Kelompok:
        """Forget the pages."""

    def roll(self) -> Roll:
        """A judge for as long as a kelompok is open."""

    def judge(self, roll: Roll, kelompok: Kelompok, members: Sequence[Member]) -> tuple[Judged, ...]:
        """What the rules say of each line."""


@dataclass(frozen=True, slots=True)
class KelompokPorts:
    """What the screen asks for: keeping and judging, a picture from a file, one receipt; each raises Failure.

    `issued` hears of the receipt of a list that needs one alone, `written` of every receipt.
    """

    grouping: Grouping
    page: Callable[[Path], bytes]
    enrol: Callable[[Kelompok, Sequence[int], int], Receipt]
    issued: Callable[[Receipt], None]
    written: Callable[[], None]
