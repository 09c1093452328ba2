"""What the access log shows: rows of the trail, what was asked, and what was proved."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from perisai_desktop.domain.access import Access, AccessQuestion, TrailProof
from perisai_desktop.domain.failure import Failure


@dataclass(frozen=True, slots=True)
class AccessesState:
    """`rows` is None until they were read. `asked_name`: the name of the account that is asked about.

    `more`: rows lie further back. `proof` and `saved`: what came of the trail's check and of saving the ledger.
    """

    question: AccessQuestion = field(default_factory=AccessQuestion)
    asked_name: str = ""
    rows: tuple[Access, ...] | None = None
    more: int | None = None
    chosen: Access | None = None
    proof: TrailProof | None = None
    saved: Path | None = None
    busy: bool = False
    failure: Failure | None = None

    @property
    def narrowed(self) -> bool:
        """Whether only one record's, or one account's rows are shown."""
        return self.question.record is not None or self.question.account is not None
