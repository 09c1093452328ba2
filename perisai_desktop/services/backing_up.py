"""Copies the store to another disk, whole and verified, in a folder that the password alone opens again."""

from __future__ import annotations

import errno
import hashlib
import json
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from perisai_desktop import VERSION
from perisai_desktop.config.clock import Clock
from perisai_desktop.config.files import replace_atomically, sync_folder
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.backup import Backup, BackupProgress, BackupStanding
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.pen import Pen
from perisai_desktop.storage import choices
from perisai_desktop.storage.database import Database, Session

FOLDER = "backup_folder"
NEWEST = "backup_newest"
"""The names under which the store keeps where copies go and the newest one."""
KEPT = 5
SPARE = 20_000_000
"""Bytes that must stay free beside a copy."""
MANIFEST = "backup.json"
_NAME = re.compile(r"perisai-[0-9A-Z]{5}-\d{2}-\d{8}-\d{6}")

Progress = Callable[[BackupProgress], None]


class Stopped(Exception):
    """The agent stopped the copy; nothing of it is left."""


@dataclass(frozen=True, slots=True)
class BackingUp:
    """One copy is a folder `perisai-DEVICE-EPOCH-DATE-TIME` laid out as a profile: store, wrapped key, recovery
    file, mark and pictures, beside a manifest with the digest of every file. A copy under way has a name of its
    own and gets the real one last, so a folder with a real name is whole."""

    database: Database
    profile: Profile
    clock: Clock
    pen: Pen

    def standing(self) -> BackupStanding:
        """Where copies go, and the newest."""
        with self.database.reading() as session:
            return BackupStanding(choices.get(session, FOLDER) or "", newest(session))

    def choose(self, folder: Path) -> BackupStanding:
        """Remember where copies go. Raises Failure(backup_folder_unfit) inside the profile."""
        if folder.resolve().is_relative_to(self.profile.root.resolve()):
            raise Failure(FailureCode.BACKUP_FOLDER_UNFIT)
        with self.database.transaction() as session:
            choices.put(session, FOLDER, str(folder))
        return self.standing()

    def run(
        self, progress: Progress = lambda _: None, cancelled: Callable[[], bool] = lambda: False
    ) -> Backup | None:
        """Make a copy in the chosen folder and keep the newest five; None where `cancelled` said so.

        Work goes on meanwhile; what is saved during the copy is in the next one. Raises Failure:
        backup_folder_missing, backup_no_room (needed), backup_not_whole, key_file_damaged.
        """
        chosen = self.standing().folder
        folder = Path(chosen)
        if not chosen or not folder.is_dir():
            raise Failure(FailureCode.BACKUP_FOLDER_MISSING)
        if not self.profile.key_file.is_file():
            raise Failure(FailureCode.KEY_FILE_DAMAGED)
        total = self._weigh()
        if shutil.disk_usage(folder).free < total + SPARE:
            raise _no_room(total)
        at = self.clock.now()
        name = self._name(at)
        draft = folder / f".{name}.part"
        try:
            self._clear(folder)
            draft.mkdir(mode=0o700)
            entries = self._fill(draft, progress, cancelled, total, at)
            place = _settle(draft, folder / name)
        except Stopped:
            return None
        except (OSError, Failure) as error:
            raise _why(error, folder, total) from None
        finally:
            shutil.rmtree(draft, ignore_errors=True)
        made = Backup(at, str(place), entries, sum(path.stat().st_size for path in _files(place)))
        with self.database.transaction() as session:
            choices.put(session, NEWEST, _written(made))
        self._drop_old(folder, place)
        return made

    def _fill(
        self,
        draft: Path,
        progress: Progress,
        cancelled: Callable[[], bool],
        total: int,
        at: datetime,
    ) -> int:
        """Put everything into the folder `draft`; returns the entries of the journal in it."""

        def told(done: int, whole: int) -> None:
            if cancelled():
                raise Stopped
            progress(BackupProgress(min(done, whole), max(total, whole), checking=done >= whole))

        copied = Profile(draft)
        entries = self.database.copy_to(copied.database, told)
        for path in (self.profile.key_file, self.profile.recovery_file, self.profile.mark):
            if path.is_file():
                replace_atomically(draft / path.name, path.read_bytes())
        for path in _files(self.profile.attachments):
            if cancelled():
                raise Stopped
            replace_atomically(copied.attachments / path.name, path.read_bytes())
        digests = {path.relative_to(draft).as_posix(): _digest(path) for path in _files(draft)}
        manifest = {
            "format": 1,
            "program": VERSION,
            "device": self.pen.device,
            "epoch": self.pen.epoch,
            "made_at": at.isoformat(),
            "entries": entries,
            "sha256": digests,
        }
        replace_atomically(draft / MANIFEST, json.dumps(manifest, indent=1, sort_keys=True).encode())
        return entries

    def _weigh(self) -> int:
        """Bytes of a copy, as far as they can be foretold."""
        log = self.profile.database.with_name(self.profile.database.name + "-wal")
        parts = [self.profile.database, log, *_files(self.profile.attachments)]
        return sum(path.stat().st_size for path in parts if path.is_file())

    def _name(self, at: datetime) -> str:
        local = at + timedelta(minutes=self.clock.offset())
        return f"perisai-{self.pen.device}-{self.pen.epoch:02}-{local:%Y%m%d-%H%M%S}"

    def _mine(self, folder: Path) -> list[Path]:
        """The copies of this device in a folder, oldest first."""
        begun = f"perisai-{self.pen.device}-"
        found = (each for each in folder.iterdir() if each.name.startswith(begun))
        return sorted(each for each in found if _NAME.fullmatch(each.name) and (each / MANIFEST).is_file())

    def _drop_old(self, folder: Path, made: Path) -> None:
        """Keep the newest by name, and the one just `made` whatever the names beside it say: a clock may have been
        ahead. One that can't be deleted does no harm."""
        others = [old for old in self._mine(folder) if old != made]
        for old in others[: 1 - KEPT]:
            shutil.rmtree(old, ignore_errors=True)

    def _clear(self, folder: Path) -> None:
        """Throw away what a copy that was cut off has left."""
        for left in folder.glob(f".perisai-{self.pen.device}-*.part"):
            if _NAME.fullmatch(left.name[1 : -len(".part")]):
                shutil.rmtree(left, ignore_errors=True)


def newest(session: Session) -> Backup | None:
    """The copy that was made last, None before the first."""
    kept = choices.get(session, NEWEST)
    if kept is None:
        return None
    found = json.loads(kept)
    return Backup(datetime.fromisoformat(found["made_at"]), found["place"], found["entries"], found["bytes"])


def _written(made: Backup) -> str:
    return json.dumps({**asdict(made), "made_at": made.made_at.isoformat()}, sort_keys=True)


def _settle(draft: Path, place: Path) -> Path:
    """Give a whole copy its real name, durably."""
    settled = draft.rename(place)
    sync_folder(place.parent)
    return settled


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _why(error: OSError | Failure, folder: Path, total: int) -> Failure:
    """What broke a copy off: the stick was pulled out, no room, or a disk that does not keep what it is given."""
    room = 0
    with suppress(OSError):
        room = shutil.disk_usage(folder).free if folder.is_dir() else 0
        if folder.is_dir() and (room < SPARE // 10 or getattr(error, "errno", 0) == errno.ENOSPC):
            return _no_room(total)
    return Failure(FailureCode.BACKUP_NOT_WHOLE if room else FailureCode.BACKUP_FOLDER_MISSING)


def _no_room(total: int) -> Failure:
    return Failure(FailureCode.BACKUP_NO_ROOM, needed=-(-(total + SPARE) // 1_000_000))
