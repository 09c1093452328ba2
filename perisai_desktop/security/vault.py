"""Makes, opens and re-locks the store key of a profile by the agent's password."""

import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from perisai_desktop.config.clock import Clock
from perisai_desktop.config.files import replace_atomically
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security import key_file
from perisai_desktop.security.credentials import Credentials, NoCredentials
from perisai_desktop.security.key_file import Cost
from perisai_desktop.security.keys import KEY_BYTES, StoreKeys
from perisai_desktop.security.lockout import Lockout
from perisai_desktop.security.recovery_note import RecoveryNote, encode
from sync.protocol.recovery import wrap_store_key

KEY_FILE = "key-file"
"""The name of the wrapped key file's copy in the credential store."""


@dataclass(frozen=True, slots=True)
class NewVault:
    """A store key that nothing on the disk knows yet; `recovery_wrap` is what the branch keeps of it."""

    keys: StoreKeys
    recovery_wrap: bytes | None = field(repr=False)
    _wrapped: bytes = field(repr=False)
    _profile: Profile = field(repr=False)
    _credentials: Credentials = field(repr=False)

    def save(self, device: str = "") -> None:
        """Write the key file, and the recovery wrap of `device` beside it: from here on the profile is enrolled.

        Whatever the store needs to be whole is committed before. Raises OSError.
        """
        if self.recovery_wrap is not None:
            note = RecoveryNote(device, self.recovery_wrap)
            replace_atomically(self._profile.recovery_file, encode(note))
        replace_atomically(self._profile.key_file, self._wrapped)
        self._credentials.put(KEY_FILE, self._wrapped)


class Vault:
    """The store key of one profile; it is never on the disk but wrapped."""

    def __init__(
        self,
        profile: Profile,
        clock: Clock,
        credentials: Credentials | None = None,
        cost: Cost | None = None,
    ) -> None:
        self._profile = profile
        self._credentials = credentials or NoCredentials()
        self._cost = cost
        self._lockout = Lockout(profile.lockout, clock)

    def prepare(self, password: str, recovery_key: bytes | None, store_key: bytes | None = None) -> NewVault:
        """A store key (None: a new random one) wrapped by the password and to the branch's recovery key (X25519,
        32 bytes)."""
        store_key = os.urandom(KEY_BYTES) if store_key is None else store_key
        wrapped = key_file.wrap(store_key, password, self._cost or key_file.calibrate())
        recovery = None if recovery_key is None else wrap_store_key(store_key, recovery_key)
        return NewVault(StoreKeys(store_key), recovery, wrapped, self._profile, self._credentials)

    def create(self, password: str, recovery_key: bytes | None) -> StoreKeys:
        """Prepare and save in one step."""
        made = self.prepare(password, recovery_key)
        made.save()
        return made.keys

    def unlock(self, password: str) -> StoreKeys:
        """The keys of the store. A forgotten key file comes back from the credential store's copy.

        Raises Failure: not_enrolled, key_file_damaged (also one that is gone everywhere), locked_out (seconds, minutes) without looking at the
        password, wrong_password (attempts_left).
        """
        return StoreKeys(self._open(password))

    def change_password(self, old: str, new: str) -> None:
        """Wrap the same store key by another password; what is stored stays as it is. Raises as `unlock`."""
        self._lock(self._open(old), new)

    def relock(self, store_key: bytes, password: str) -> None:
        """Wrap a store key that was proved otherwise by a new password, whatever the key file holds; wrong passwords
        of before count no more. Raises OSError: the key file then stands as it was."""
        self._lock(store_key, password)
        self._lockout.right()

    def lockout(self) -> int:
        """Seconds until a password is taken again, 0 where it is."""
        return self._lockout.seconds_left()

    def _open(self, password: str) -> bytes:
        wait = self._lockout.seconds_left()
        if wait:
            raise _locked_out(wait)
        store_key = self._unwrap(password)
        if store_key is None:
            wait = self._lockout.wrong()
            if wait:
                raise _locked_out(wait)
            raise Failure(FailureCode.WRONG_PASSWORD, attempts_left=self._lockout.attempts_left())
        self._lockout.right()
        return store_key

    def _lock(self, store_key: bytes, password: str) -> None:
        wrapped = key_file.wrap(store_key, password, self._cost or key_file.calibrate())
        replace_atomically(self._profile.key_file, wrapped)
        self._credentials.put(KEY_FILE, wrapped)

    def _unwrap(self, password: str) -> bytes | None:
        content = _content(self._profile.key_file)
        kept = self._credentials.get(KEY_FILE) if content is None else None
        if content is None and kept is None:
            lost = self._profile.enrolled
            raise Failure(FailureCode.KEY_FILE_DAMAGED if lost else FailureCode.NOT_ENROLLED)
        if content is not None:
            return key_file.unwrap(content, password)
        return self._restore(kept or b"", password)

    def _restore(self, kept: bytes, password: str) -> bytes | None:
        store_key = key_file.unwrap(kept, password)
        if store_key is not None:
            with suppress(OSError):
                replace_atomically(self._profile.key_file, kept)
        return store_key


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        raise Failure(FailureCode.STORE_UNREADABLE) from None


def _locked_out(seconds: int) -> Failure:
    return Failure(FailureCode.LOCKED_OUT, seconds=seconds, minutes=-(-seconds // 60))
