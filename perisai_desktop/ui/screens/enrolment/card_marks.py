"""What a reading of the KTP left on the form: values that nobody has looked at yet, and others that it offers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from perisai_desktop.domain.card_reading import Box, ReadField, ReadingEnd


@dataclass(frozen=True, slots=True)
class CardMarks:
    """`running` while the machine reads, `end` how it ended last, None where none did on this picture.

    `unchecked` are fields that hold what a machine read, until somebody has looked. `offered` is what it read where
    somebody had typed something else. `read` is the reading itself, kept while its picture is on screen, and `poor`
    whether that picture is blurred, dark or in glare, so that none of it is to be trusted.
    """

    available: bool = False
    running: bool = False
    poor: bool = False
    end: ReadingEnd | None = None
    unchecked: frozenset[str] = frozenset()
    offered: Mapping[str, str] = field(default_factory=dict, repr=False)
    read: Mapping[str, ReadField] = field(default_factory=dict, repr=False)

    def checked(self, name: str) -> CardMarks:
        """The same after somebody looked at a field."""
        if name not in self.unchecked and name not in self.offered:
            return self
        offered = {other: value for other, value in self.offered.items() if other != name}
        return replace(self, unchecked=self.unchecked - {name}, offered=offered)

    def doubtful(self, name: str) -> bool:
        """Whether the machine itself is unsure of what it read, or the picture was poor."""
        return name in self.read and (self.poor or self.read[name].doubtful)

    def box(self, name: str) -> Box | None:
        """Where the value of a field stands on the picture, None where that is not known."""
        return self.read[name].box if name in self.read else None
