"""Keeps whatever an earlier store left in a profile before a new one is made: the program deletes no store."""

from pathlib import Path

from perisai_desktop.config.files import replace_atomically
from perisai_desktop.config.paths import Profile
from perisai_desktop.security.credentials import Credentials
from perisai_desktop.security.vault import KEY_FILE


def set_aside(profile: Profile, credentials: Credentials) -> Path | None:
    """Move a former store into a folder of its own (`former-1`, `former-2`, ...); answers it, None where nothing lay.

    Everything keeps its name in there, and the wrapped key file comes back from the credential store where
    it was lost: the folder is a profile that its password opens. Raises OSError.
    """
    left = [path for path in _parts(profile) if path.exists()]
    if not left:
        return None
    folder = _free(profile.root)
    folder.mkdir(mode=0o700)
    kept = None if profile.key_file in left else credentials.get(KEY_FILE)
    if kept is not None:
        replace_atomically(folder / profile.key_file.name, kept)
    for path in left:
        path.rename(folder / path.name)
    if profile.attachments.exists():
        profile.attachments.rename(folder / profile.attachments.name)
    return folder


def _parts(profile: Profile) -> tuple[Path, ...]:
    database = profile.database
    log = tuple(database.with_name(database.name + ending) for ending in ("-wal", "-shm"))
    keys = (profile.key_file, profile.recovery_file, profile.reopening)
    return (*keys, profile.mark, *log, database)


def _free(root: Path) -> Path:
    number = 1
    while (root / f"former-{number}").exists():
        number += 1
    return root / f"former-{number}"
