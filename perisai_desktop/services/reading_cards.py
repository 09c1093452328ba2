"""Reads the photo of a KTP, to spare the agent the typing: what was read is a proposal that a person looks at."""

from __future__ import annotations

from dataclasses import dataclass

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.card_reading import CardReading
from perisai_desktop.services.card_places import Villages, with_village
from perisai_desktop.services.card_reader import CardReader


@dataclass(frozen=True, slots=True)
class ReadingCards:
    """What the enrolment screen asks for; `read` takes seconds and never runs on the screen's thread."""

    reader: CardReader
    villages: Villages
    clock: Clock

    @property
    def installed(self) -> bool:
        """Whether this laptop has the pack that reads cards."""
        return self.reader.installed

    def read(self, picture: bytes) -> CardReading:
        """The fields of the form as the card on a picture (a file of an image) has them, each with its place on it."""
        return with_village(self.reader.read(picture, self.clock.today()), self.villages)

    def cancel(self) -> None:
        """End the reading that runs, from any thread."""
        self.reader.cancel()
