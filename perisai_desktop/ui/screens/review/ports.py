"""What the reviewer's screen asks of the branch's server."""

from __future__ import annotations

from typing import Protocol

from perisai_desktop.domain.laptop import LaptopGap
from perisai_desktop.domain.queue_page import QueuePage
from perisai_desktop.domain.review import FoundWorker, ReviewRecord
from perisai_desktop.domain.task import FieldComment


class Reviewing(Protocol):
    """The reviewer's session at the server; every method raises Failure where the server refuses or is not there."""

    def page(self, after: str | None = None) -> QueuePage:
        """What is to be decided, by agent and day: the first page, or the one that follows another."""

    def gaps(self) -> tuple[LaptopGap, ...]:
        """What laptops of the branch wrote and the branch does not have."""

    def record(self, entry_id: str) -> ReviewRecord:
        """Read a record in full without claiming it."""

    def open(self, entry_id: str) -> ReviewRecord:
        """Claim a record and read it in full."""

    def take_over(self, entry_id: str, note: str) -> ReviewRecord:
        """Take a record from the colleague who has it open, for a reason in words."""

    def decline(self, entry_id: str, note: str) -> ReviewRecord:
        """Take away what waits for a second person, for a reason in words."""

    def approve(self, entry_id: str, digest: str) -> bool:
        """Approve the content with this hash; False: it stands once a second person agrees."""

    def send_back(
        self, entry_id: str, digest: str, comments: tuple[FieldComment, ...], reason: str, note: str = ""
    ) -> None:
        """Ask the agent to correct the fields that are commented on."""

    def refuse(self, entry_id: str, digest: str, reason: str, note: str = "") -> bool:
        """Refuse for a coded reason; False: it stands once a second person agrees."""

    def duplicate(self, entry_id: str, digest: str) -> None:
        """Say that the same person exists already."""

    def not_duplicate(self, entry_id: str, digest: str) -> None:
        """Take a supposed duplicate back into review; it is this reviewer's then."""

    def workers(self, text: str) -> tuple[FoundWorker, ...]:
        """Workers of the branch with this NIK, or whose name begins so."""

    def attribute(self, entry_id: str, digest: str, payer: str, worker_id: str) -> ReviewRecord:
        """Say for whom money was paid that names somebody unknown; the record as it stands then."""
