"""Destroys a store that the branch had wiped: its wrapped keys first, then everything they opened."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from perisai_desktop.config.files import drafts_of, replace_atomically, sync_folder
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.owed_cash import OwedCash
from perisai_desktop.security.credentials import Credentials
from perisai_desktop.security.vault import KEY_FILE
from perisai_desktop.services import owed_cash
from perisai_desktop.services.high_water import MARK
from sync.client.actions import Wipe


@dataclass(frozen=True, slots=True)
class Wiping:
    """The end of one profile's store, in two steps: keys at once, files when nothing holds them open.

    Older stores that were set aside in the profile, and copies made elsewhere, have keys of their own and stay.
    `owed` tells what cash is to be handed over; a store that cannot say so any more is wiped all the same.
    """

    profile: Profile
    credentials: Credentials
    owed: Callable[[], OwedCash] | None = None

    def begin(self, effect: Wipe) -> None:
        """Keep what cash is owed, and the server's signed word as the mark that a wipe has begun; destroy the keys.

        Only for an answer whose signature was verified. Raises Failure(disk_full), and then nothing was destroyed.
        """
        try:
            owed_cash.keep(self.profile.owed, self._owed())
            replace_atomically(self.profile.wiping, effect.proof.body)
        except OSError:
            raise Failure(FailureCode.DISK_FULL) from None
        self._destroy_keys()

    def _owed(self) -> OwedCash | None:
        try:
            return None if self.owed is None else self.owed()
        except Failure:
            return None

    def finish(self) -> bool:
        """Destroy what is left of a store whose wipe has begun; False where none has, or something is still held open."""
        if not self.profile.wiping.exists():
            return False
        self._destroy_keys()
        try:
            for path in _files(self.profile):
                path.unlink(missing_ok=True)
            for folder in (self.profile.attachments, self.profile.backups):
                if folder.exists():
                    shutil.rmtree(folder)
            sync_folder(self.profile.root)
            self.profile.wiping.unlink()
        except OSError:
            return False
        return True

    def _destroy_keys(self) -> None:
        made = (
            self.profile.key_file,
            self.profile.recovery_file,
            self.profile.pending,
            self.profile.reopening,
        )
        for path in (*made, *(draft for kept in made for draft in drafts_of(kept))):
            with suppress(OSError):
                _overwrite(path)
                path.unlink()
        for name in (KEY_FILE, MARK):
            self.credentials.forget(name)


def _files(profile: Profile) -> tuple[Path, ...]:
    """The database with what lies beside it; the mark goes last, since it tells that a store was here."""
    database = profile.database
    log = tuple(database.with_name(database.name + ending) for ending in ("-wal", "-shm"))
    return (database, *log, profile.lockout, profile.mark)


def _overwrite(path: Path) -> None:
    """Put zeros over a file's bytes, on the disk, before its name goes."""
    with path.open("r+b") as file:
        file.write(bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
