"""What an agent has typed and not yet saved as an enrolment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from perisai_desktop.domain.photo import KeptPhoto
from sync.rules.enrolment import EnrolmentForm

Stroke: TypeAlias = tuple[tuple[int, int], ...]
"""One pen movement: points on a pad of SIGNATURE_WIDTH by SIGNATURE_HEIGHT units, origin top left."""

SIGNATURE_WIDTH = 1000
SIGNATURE_HEIGHT = 500


def is_signed(strokes: Sequence[Stroke]) -> bool:
    """Whether somebody drew on the pad; a tap leaves a single point and signs nothing."""
    return any(len(set(stroke)) > 1 for stroke in strokes)


@dataclass(frozen=True, slots=True)
class EnrolmentDraft:
    """A form exactly as typed; `reasons` holds the words given for each warning by its reaction code.

    `captured_in` is the dotted code of the village where agent and worker sit, empty where nobody said.
    `unchecked` are fields that a machine filled in and nobody has looked at.
    """

    draft_id: str
    form: EnrolmentForm
    reasons: Mapping[str, str] = field(repr=False)
    signature: tuple[Stroke, ...] = field(repr=False)
    updated_at: datetime
    captured_in: str = ""
    photos: tuple[KeptPhoto, ...] = ()
    unchecked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Source:
    """The line of a file that an action was made from, so that a killed import resumes behind it."""

    file_sha256: str
    row: int


@dataclass(frozen=True, slots=True)
class ActionSummary:
    """An action that is written already: its receipt's number and total in rupiah, and the codes of its findings."""

    action_id: str
    entry_id: str
    worker_id: str
    receipt_number: str
    total: int
    findings: tuple[str, ...] = ()
