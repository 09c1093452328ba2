"""What a machine read off the photo of a KTP: proposals for the form, each to be looked at by a person."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from enum import StrEnum
from typing import Any

SURE = 0.9
"""From this confidence on a value is shown as read, below it as doubtful."""


class ReadingEnd(StrEnum):
    """How a reading ended; none of them stops anybody from typing."""

    READ = "read"
    NO_CARD = "no_card"
    TOO_SLOW = "too_slow"
    CANCELLED = "cancelled"
    FAILED = "failed"
    NOT_INSTALLED = "not_installed"


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands on the picture, in shares of its width and height, origin top left."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class ReadField:
    """A value as the form takes it, how sure the machine is of it (0 to 1), and where it stands, if that can be told."""

    value: str = field(repr=False)
    confidence: float
    box: Box | None

    @property
    def doubtful(self) -> bool:
        """Whether letters are to be compared one by one."""
        return self.confidence < SURE


@dataclass(frozen=True, slots=True)
class CardReading:
    """How the reading ended and what was read, by the names of `EnrolmentForm`.

    As the reader writes it, `village` is a name and `district`, `regency` and `province` stand beside it.
    """

    end: ReadingEnd
    fields: Mapping[str, ReadField] = field(default_factory=dict, repr=False)


def encode_reading(reading: CardReading) -> str:
    """A reading as one line of JSON."""
    fields = {
        name: {
            "value": read.value,
            "confidence": round(read.confidence, 3),
            "box": None if read.box is None else [round(edge, 4) for edge in astuple(read.box)],
        }
        for name, read in reading.fields.items()
    }
    return json.dumps({"end": reading.end.value, "fields": fields})


def decode_reading(line: str) -> CardReading:
    """Read what `encode_reading` wrote. Raises ValueError for all else."""
    try:
        told = json.loads(line)
        fields = {str(name): _decode_field(content) for name, content in told["fields"].items()}
        return CardReading(ReadingEnd(told["end"]), fields)
    except (KeyError, TypeError, AttributeError, RecursionError) as reason:
        raise ValueError("no reading") from reason


def _decode_field(content: Any) -> ReadField:
    value, box = content["value"], content["box"]
    if not isinstance(value, str):
        raise TypeError
    place = None if box is None else Box(*(float(edge) for edge in box))
    return ReadField(value, float(content["confidence"]), place)
