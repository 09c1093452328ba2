"""Work that the branch sent back."""

import dataclasses
from dataclasses import dataclass
from datetime import datetime

from perisai_desktop.domain.photo import KeptPhoto
from sync.rules.states import ReviewState


@dataclass(frozen=True, slots=True)
class FieldComment:
    """A reviewer's words on one field of the enrolment form; `value` is what was sent."""

    field: str
    text: str = dataclasses.field(repr=False)
    value: str = dataclasses.field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Task:
    """A decision that asks the agent for something; `correctable` is False where the branch will call.

    `kind` is that of the entry which was decided, `photos` are the pictures that stand with it. `cleaned`: its form was cleaned from the laptop, and no field of it
    can be shown or corrected here.
    """

    entry_id: str
    worker_id: str
    worker_name: str = dataclasses.field(repr=False)
    receipt_number: str | None
    rupiah: int
    state: ReviewState
    reason: str | None
    note: str = dataclasses.field(repr=False)
    comments: tuple[FieldComment, ...]
    reviewer: str
    decided_at: datetime
    correctable: bool
    kind: str = "enrolment"
    cleaned: bool = False
    photos: tuple[KeptPhoto, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether nothing is left to do but to read it: a refusal that no money hangs on."""
        return self.state is ReviewState.REFUSED and self.kind not in ("enrolment", "contribution")
