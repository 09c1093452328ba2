"""Opens a store whose password was forgotten: asks the branch by a file, and takes its answer as leave for a new one."""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from perisai_desktop.config.clock import Clock
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.reopening import ReopenQuestion
from perisai_desktop.security import reopening_key
from perisai_desktop.security.credentials import Credentials, NoCredentials
from perisai_desktop.security.key_file import Cost
from perisai_desktop.security.keys import StoreKeys
from perisai_desktop.security.recovery_note import device_in
from perisai_desktop.security.reopening_key import ReopeningKey
from perisai_desktop.security.vault import Vault
from perisai_desktop.services.high_water import kept_mark
from perisai_desktop.services.new_passwords import refuse_weak
from perisai_desktop.services.stick_files import save_whole
from perisai_desktop.storage import mark
from perisai_desktop.storage.link import connect
from sync.protocol.epoch_grant import spoken
from sync.protocol.reopening import (
    LARGEST,
    REQUEST_SUFFIX,
    ReopenFault,
    check_code,
    file_of,
    read_answer,
    request_of,
    store_key_in,
)
from sync.protocol.sealed_file import public_of

FILE_FAULTS = {
    "file_foreign": FailureCode.REOPEN_FILE_UNKNOWN,
    "file_of_other_kind": FailureCode.REOPEN_FILE_OTHER_KIND,
    "file_newer": FailureCode.REOPEN_FILE_NEWER,
    "file_damaged": FailureCode.REOPEN_FILE_DAMAGED,
}


class Reopening:
    """One open request a profile, over restarts of the program; everything works without a network.

    `cost` sets what a guess of the new password costs; None measures this machine.
    """

    def __init__(
        self,
        profile: Profile,
        clock: Clock,
        credentials: Credentials | None = None,
        cost: Cost | None = None,
    ) -> None:
        self._profile = profile
        self._clock = clock
        self._credentials = credentials or NoCredentials()
        self._vault = Vault(profile, clock, credentials, cost)

    def pending(self) -> ReopenQuestion | None:
        """The open request, None where there is none."""
        key = reopening_key.kept(self._profile.reopening)
        return None if key is None else _question(key)

    def file_name(self) -> str:
        """What the file of a request made here is called. Raises Failure(reopen_impossible)."""
        key = reopening_key.kept(self._profile.reopening)
        device = self._device() if key is None else key.device
        local = (self._clock.now() if key is None else key.made_at) + timedelta(minutes=self._clock.offset())
        return f"perisai-{device}-{local:%Y%m%d-%H%M}{REQUEST_SUFFIX}"

    def ask(self, place: Path) -> ReopenQuestion:
        """Save the file of the open request, which is made where there is none; the same one again is harmless.

        Raises Failure: reopen_impossible, disk_full, and those of the place as `save_whole`.
        """
        key = reopening_key.kept(self._profile.reopening)
        if key is None:
            try:
                key = reopening_key.make(self._profile.reopening, self._device(), self._clock.now())
            except OSError:
                raise Failure(FailureCode.DISK_FULL) from None
        save_whole(place, file_of(request_of(key.device, public_of(key.private), key.made_at)))
        return _question(key)

    def withdraw(self) -> None:
        """Want no answer any more: one that comes opens nothing."""
        with suppress(OSError):
            self._profile.reopening.unlink()

    def prove(self, place: Path) -> bytes:
        """The content of an answer that opens this store; nothing is changed.

        Raises Failure: file_unreadable, reopen_file_unknown, reopen_file_other_kind, reopen_file_newer,
        reopen_file_damaged, reopen_for_another, reopen_answers_another, reopen_opens_nothing, not_enrolled, and those
        of a store that cannot be read.
        """
        try:
            with place.open("rb") as file:
                raw = file.read(LARGEST + 1)
        except OSError:
            raise Failure(FailureCode.FILE_UNREADABLE) from None
        self._store_key(raw)
        return raw

    def reopen(self, answer: bytes, password: str) -> None:
        """Lock the store by a new password, by leave of an answer that `prove` gave back.

        The key file is replaced at one stroke: whatever breaks off before leaves the old one and the request, after
        it the new password holds. Raises Failure: password_too_short (minimum), password_too_common, disk_full, and
        as `prove`.
        """
        refuse_weak(password)
        store_key = self._store_key(answer)
        try:
            self._vault.relock(store_key, password)
        except OSError:
            raise Failure(FailureCode.DISK_FULL) from None
        self.withdraw()

    def _store_key(self, raw: bytes) -> bytes:
        """The store key in an answer, once it has opened the database."""
        key = reopening_key.kept(self._profile.reopening)
        try:
            answer = read_answer(raw)
            if answer.device != (self._device() if key is None else key.device):
                raise Failure(FailureCode.REOPEN_FOR_ANOTHER)
            if key is None or answer.code != check_code(key.device, public_of(key.private)):
                raise Failure(FailureCode.REOPEN_ANSWERS_ANOTHER)
            store_key = store_key_in(answer, key.private)
        except ReopenFault as fault:
            raise Failure(FILE_FAULTS[fault.code]) from None
        self._open(store_key)
        return store_key

    def _open(self, store_key: bytes) -> None:
        if not self._profile.database.is_file():
            raise Failure(FailureCode.NOT_ENROLLED)
        keys = StoreKeys(store_key)
        try:
            connect(self._profile.database, keys.database, writes=False).close()
        except Failure as failure:
            if failure.code is FailureCode.STORE_DAMAGED:
                raise Failure(FailureCode.REOPEN_OPENS_NOTHING) from None
            raise
        finally:
            keys.drop()

    def _device(self) -> str:
        """Which laptop this is, as it is known while the store is shut."""
        named = device_in(self._profile.recovery_file)
        if named is None:
            reached = mark.read(self._profile.mark) or kept_mark(self._credentials)
            named = None if reached is None else reached.device
        if named is None:
            raise Failure(FailureCode.REOPEN_IMPOSSIBLE)
        return named


def _question(key: ReopeningKey) -> ReopenQuestion:
    code = check_code(key.device, public_of(key.private))
    return ReopenQuestion(key.device, spoken(code), key.made_at)
