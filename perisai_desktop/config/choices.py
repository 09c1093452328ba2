"""Reads and changes the choices of one profile."""

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Protocol

from perisai_desktop.config.paths import Profile
from perisai_desktop.config.settings import Settings, load_settings, save_settings


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of a profile, kept in a small file beside its store."""

    profile: Profile

    def read(self) -> Settings:
        """The choices as they are."""
        return load_settings(self.profile.settings)

    def keep(self, **changes: str | int | bool) -> None:
        """Change some of them; raises OSError."""
        save_settings(self.profile.settings, replace(self.read(), **changes))  # type: ignore[arg-type]


class Keeping(Protocol):
    """Whoever keeps choices."""

    def keep(self, **changes: str | int | bool) -> None:
        """Change some of them; raises OSError."""


def note(choices: Keeping, **changes: str | int | bool) -> None:
    """Keep in passing what nobody waits for: a disk that is full forgets it, and never stands in the way of the work."""
    with suppress(OSError):
        choices.keep(**changes)
