"""A laptop that is copied, set back and opened again beside a running branch."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from perisai_desktop.config.paths import Profile
from perisai_desktop.security.key_file import Cost
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.services.signing_in import SigningIn
from tests.support.centres import Centre
from tests.support.desks import HandClock, filled_draft

PASSWORD = "kopi-pagi-di-pasar"
LIGHT = Cost(memory_kib=64, passes=1, lanes=1)
PRICE = 33_600
UNLIKE = "BDFGJKLMNPRST"
"""Letters that make names which no check takes for one another."""


@dataclass
class Field:
    """An agent at work: desks that are closed at the end, people who were never enrolled before, and copies."""

    centre: Centre
    folder: Path
    people: Iterator[int]
    desks: list[AgentDesk] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)

    @property
    def profile(self) -> Profile:
        return Profile(self.folder / "laptop")

    def begin(self) -> AgentDesk:
        """A laptop that was just enrolled."""
        door = EnrollingDevice(self.profile, HandClock(), cost=LIGHT)
        return self._kept(door.enrol(self.centre.url, self.centre.new_code(), PASSWORD))

    def open(self, profile: Profile | None = None) -> AgentDesk:
        """A laptop after a start of the program."""
        return self._kept(SigningIn(profile or self.profile, HandClock()).sign_in(PASSWORD))

    def enrol(self, desk: AgentDesk) -> str:
        """Take the money of somebody new; the receipt's number."""
        person = next(self.people)
        draft = filled_draft(
            desk,
            nik=f"320208150890{person:04d}",
            name=f"Warga {UNLIKE[person // 13]}a{UNLIKE[person % 13].lower()}o",
            birth_date="1990-08-15",
            phone=f"0812{person:08d}",
        )
        number = desk.enrolling.enrol(draft).number
        self.numbers.append(number)
        return number

    def copy(self, name: str) -> Profile:
        """The laptop's folder as it is now, on another disk."""
        shutil.copytree(self.profile.root, self.folder / name)
        return Profile(self.folder / name)

    def set_back(self, old: Profile) -> None:
        """Put an old copy in place; the mark beside the store survives."""
        kept = self.profile.mark.read_bytes()
        shutil.rmtree(self.profile.root)
        shutil.copytree(old.root, self.profile.root)
        self.profile.mark.write_bytes(kept)

    def _kept(self, desk: AgentDesk) -> AgentDesk:
        self.desks.append(desk)
        return desk


PEOPLE = iter(range(1, 10_000))
