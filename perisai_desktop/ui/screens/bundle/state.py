"""What the window of a file on a stick shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from perisai_desktop.domain.bundle import CarriedBundle, HandOver, ReadAnswer, SavedBundle
from perisai_desktop.domain.failure import Failure


class Errand(StrEnum):
    """What the window was opened for."""

    SAVE = "save"
    READ = "read"
    CARRY = "carry"


class SheetStep(StrEnum):
    """How far the hand-over sheet is."""

    NONE = "none"
    UNDER_WAY = "under_way"
    PRINTED = "printed"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class BundleState:
    """One errand: under way while `running`, then what it brought, or why not.

    `sheet_failure`: why the sheet was not printed, or the answer not saved; the errand itself is done all the same.
    """

    errand: Errand
    running: bool = False
    saved: SavedBundle | None = None
    read: ReadAnswer | None = None
    carried: CarriedBundle | None = None
    failure: Failure | None = None
    sheet: SheetStep = SheetStep.NONE
    sheet_failure: Failure | None = None
    utc_offset: int = 420
    practice: bool = False

    @property
    def hand_over(self) -> HandOver | None:
        """What the hand-over sheet says, None where there is nothing to hand over."""
        found = self.saved or self.carried
        if found is None:
            return None
        return HandOver(
            device=found.device,
            name=found.name,
            made_at=found.made_at,
            utc_offset=self.utc_offset,
            entries=found.entries,
            rupiah_in=found.rupiah_in,
            rupiah_refunded=found.rupiah_refunded,
            mark=found.mark,
            practice=self.practice,
            received=self.carried is not None,
        )
