"""Reads and changes the choices of one profile."""

from dataclasses import dataclass, replace

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
