"""What the comparison shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.look_alike import COMPARED, Likeness, LookAlike


@dataclass(frozen=True, slots=True)
class LookAlikesState:
    """The person on the form, those who are like, and which of them is in sight."""

    mine: Mapping[str, str] = field(default_factory=dict, repr=False)
    others: tuple[LookAlike, ...] = ()
    place: int = 0
    loaded: bool = False
    failure: Failure | None = None

    @property
    def other(self) -> LookAlike | None:
        """The one in sight."""
        return self.others[self.place] if self.others else None

    @property
    def same_nik(self) -> bool:
        """Whether the one in sight has the NIK of the form: then there is nothing to explain."""
        return self.other is not None and Likeness.NIK in self.other.likeness

    @property
    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """Field, text on the form, text of the one in sight; fields that neither has are left out."""
        theirs = self.other.fields if self.other is not None else {}
        pairs = ((name, self.mine.get(name, ""), theirs.get(name, "")) for name in COMPARED)
        return tuple(row for row in pairs if row[1] or row[2])
