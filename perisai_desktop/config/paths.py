"""Names every file of a profile, the folder that holds one agent's store on one laptop."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Profile:
    """One agent's folder; practice and real work are two profiles and share nothing."""

    root: Path

    @property
    def database(self) -> Path:
        """The encrypted store."""
        return self.root / "store.db"

    @property
    def key_file(self) -> Path:
        """The store key, wrapped by the password."""
        return self.root / "store.key"

    @property
    def recovery_file(self) -> Path:
        """Which laptop this is, and the store key, wrapped to the branch's recovery key."""
        return self.root / "store.recovery"

    @property
    def reopening(self) -> Path:
        """The private key of an open request for a new password."""
        return self.root / "store.reopening"

    @property
    def pending(self) -> Path:
        """The keys of an enrolment that has not come to its end, sealed by the password."""
        return self.root / "store.pending"

    @property
    def wiping(self) -> Path:
        """There from the moment the branch had this store wiped until nothing of it is left."""
        return self.root / "wiping"

    @property
    def owed(self) -> Path:
        """The cash that was to be handed over when this store was wiped: rupiah and receipt numbers."""
        return self.root / "owed.json"

    @property
    def lockout(self) -> Path:
        """How often a wrong password was given, and until when none is taken."""
        return self.root / "attempts.json"

    @property
    def mark(self) -> Path:
        """The high-water mark of the journal, kept outside the database."""
        return self.root / "mark.json"

    @property
    def lock(self) -> Path:
        """Held by the running program."""
        return self.root / "running.lock"

    @property
    def settings(self) -> Path:
        """Language, theme and other choices that are needed before sign-in."""
        return self.root / "settings.json"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def attachments(self) -> Path:
        """Encrypted pictures under random names."""
        return self.root / "attachments"

    @property
    def backups(self) -> Path:
        """Encrypted copies made before the store's format changes."""
        return self.root / "backups"

    @property
    def enrolled(self) -> bool:
        """A store was made here: its key file, or the mark that the first entry left, lies beside the database."""
        return self.database.exists() and (self.key_file.exists() or self.mark.exists())

    def prepare(self) -> None:
        """Make the folder, open to its owner alone; raises OSError."""
        self.root.mkdir(mode=0o700, parents=True, exist_ok=True)


def default_profile(practice: bool) -> Profile:
    """The profile of this system's user: %LOCALAPPDATA%, Library or $XDG_DATA_HOME."""
    return Profile(_data_home() / "Perisai" / ("practice" if practice else "agent"))


def practice_beside(root: Path) -> Profile:
    """The profile for practice of a laptop whose real work lies in the folder `root`."""
    return Profile(root.with_name(f"{root.name}-practice"))


def _data_home() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
