"""What the list of drafts shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from perisai_desktop.domain.draft import EnrolmentDraft
from perisai_desktop.domain.failure import Failure


@dataclass(frozen=True, slots=True)
class DraftsState:
    """The drafts besides the one on the form, the newest first; `thrown` is the last one that was thrown away."""

    drafts: tuple[EnrolmentDraft, ...] = field(default=(), repr=False)
    loaded: bool = False
    thrown: EnrolmentDraft | None = field(default=None, repr=False)
    failure: Failure | None = None
