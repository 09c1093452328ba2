"""Tells how this laptop stands with the branch, from what the store holds."""

from dataclasses import dataclass
from datetime import datetime

from perisai_desktop.domain.branch_word import standing_apart
from perisai_desktop.domain.standing import LaptopStanding
from perisai_desktop.services import catching_up, missing_entries
from perisai_desktop.services.epoch_gate import BEGUN_AT
from perisai_desktop.services.pen import Pen
from perisai_desktop.storage import choices, feed
from perisai_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class Standings:
    """Reads only."""

    database: Database
    pen: Pen

    def look(self) -> LaptopStanding:
        """Everything that there is to tell. Raises Failure."""
        with self.database.reading() as session:
            begun = choices.get(session, BEGUN_AT)
            returned = feed.returned(session)
            held = feed.held_here(session)
            return LaptopStanding(
                shut=self.pen.gate.closed,
                device=self.pen.device,
                epoch=self.pen.epoch,
                epoch_since=None if begun is None else datetime.fromisoformat(begun),
                returned=returned.count,
                returned_rupiah=returned.rupiah,
                forks=feed.beside(session),
                held=held.count,
                held_rupiah=held.rupiah,
                missing=missing_entries.kept(session),
                apart=standing_apart(self.pen.gate.word),
                catching_up=catching_up.behind(session),
            )
