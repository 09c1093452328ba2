"""What the screen of a kelompok shows."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.kelompok import Kelompok, KelompokKind, Member
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.domain.roll import Judged
from sync.rules.kelompok import by_receipt
from sync.rules.names import seen


class Part(StrEnum):
    """Which lines are in sight."""

    ALL = "all"
    WRONG = "wrong"
    REASON = "reason"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class ReadingOn:
    """How far a list was read; `lines` is None where the file does not say how many there are."""

    name: str
    taken: int
    lines: int | None


@dataclass(frozen=True, slots=True)
class KelompokState:
    """The kelompok that are not paid, and of the open one its people in order.

    `row` is the chosen line's number, `next_row` that of the next new one. While a list is read `reading` says how far, while money is taken `paid` of
    `paying` receipts are written; `issued` are those of this sitting.
    """

    unpaid: tuple[Kelompok, ...] = ()
    kelompok: Kelompok | None = None
    people: tuple[Judged, ...] = field(default=(), repr=False)
    part: Part = Part.ALL
    row: int | None = None
    next_row: int = 1
    reading: ReadingOn | None = None
    paying: int = 0
    paid: int = 0
    issued: tuple[Receipt, ...] = field(default=(), repr=False)
    loaded: bool = False
    failure: Failure | None = None

    @property
    def shown(self) -> tuple[Judged, ...]:
        """The lines in sight; the chosen one stays, whatever becomes of it."""
        return tuple(
            one
            for one in self.people
            if self.part is Part.ALL or part_of(one) is self.part or one.member.row == self.row
        )

    @property
    def counts(self) -> dict[Part, int]:
        """How many lines each part has."""
        found = dict.fromkeys(Part, 0)
        for one in self.people:
            found[part_of(one)] += 1
        return found | {Part.ALL: len(self.people)}

    @property
    def chosen(self) -> Judged | None:
        """The chosen line."""
        return next((one for one in self.people if one.member.row == self.row), None)

    @property
    def receipts(self) -> tuple[tuple[Judged, ...], ...]:
        """Who stands on which receipt, in the order of the list."""
        return by_receipt([one for one in self.people if one.ready])

    @property
    def total(self) -> int:
        """The price of everybody who is ready, in rupiah."""
        return sum(one.total or 0 for one in self.people if one.ready)

    @property
    def payer_name(self) -> str:
        """Who pays; in a family the first of its people where nobody was named."""
        if self.kelompok is None:
            return ""
        if seen(self.kelompok.payer_name) or self.kelompok.kind is not KelompokKind.FAMILY:
            return self.kelompok.payer_name
        return next((one.form.name for one in self.people if seen(one.form.name)), "")

    @property
    def busy(self) -> bool:
        """Whether a list is being read or money is being taken."""
        return self.reading is not None or self.paying > 0


def part_of(one: Judged) -> Part:
    """Where a line belongs: wrong, waiting for a reason, or ready."""
    if one.assessment.errors:
        return Part.WRONG
    return Part.REASON if one.open_warnings else Part.READY


def with_reason(one: Judged, code: str, words: str) -> Member:
    """A line with the words given for one of its warnings."""
    return replace(one.member, reasons={**one.member.reasons, code: words})
