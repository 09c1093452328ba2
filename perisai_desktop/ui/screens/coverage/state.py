"""What the screen of targets and regions shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from perisai_desktop.domain.coverage import CoverageGroup, CoverageLine, CoverageSheet
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.report import Period, Span

_KEYS: dict[str, Callable[[CoverageLine], float | str]] = {
    "name": lambda one: (one.name or one.key).casefold(),
    "enrolled": lambda one: one.enrolled,
    "active": lambda one: one.active,
    "lapsed": lambda one: one.lapsed,
    "coverage": lambda one: -1 if one.coverage is None else one.coverage,
    "collected": lambda one: one.collected,
    "deposited": lambda one: one.deposited,
    "outstanding": lambda one: one.outstanding,
    "office_share": lambda one: -1 if one.office_share is None else one.office_share,
}
"""What each column of the table sorts by; nothing known is less than 0."""


@dataclass(frozen=True, slots=True)
class CoverageState:
    """`sheet` is None until it was read, `period` what was asked for; `chosen` is a line's key, None for none.

    Without `sorted_by` the lines stand as the server ranks them. `saved`: the path of the file written last.
    """

    grouping: CoverageGroup = CoverageGroup.AGENT
    span: Span = Span.MONTH
    period: Period | None = None
    sheet: CoverageSheet | None = None
    sorted_by: str = ""
    descending: bool = False
    chosen: str | None = None
    busy: bool = False
    saving: bool = False
    saved: str = ""
    failure: Failure | None = None

    @property
    def lines(self) -> tuple[CoverageLine, ...]:
        """The lines in the order that was asked for."""
        lines = () if self.sheet is None else self.sheet.lines
        if not self.sorted_by:
            return lines
        return tuple(sorted(lines, key=_KEYS[self.sorted_by], reverse=self.descending))

    @property
    def place(self) -> int:
        """Where the chosen line stands, -1 for none."""
        return next((place for place, one in enumerate(self.lines) if one.key == self.chosen), -1)

    @property
    def aimable(self) -> CoverageLine | None:
        """The chosen line, where a target can be set for it: not for a month, nor for a place that nobody knows."""
        settable = self.sheet is not None and self.sheet.grouping is not CoverageGroup.MONTH
        line = self.lines[self.place] if self.place >= 0 else None
        return line if settable and line is not None and line.key else None
