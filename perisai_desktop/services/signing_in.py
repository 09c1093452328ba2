"""Opens the store of an enrolled profile with the agent's password, offline."""

from contextlib import suppress
from enum import StrEnum

from perisai_desktop.config.clock import Clock
from perisai_desktop.config.paths import Profile
from perisai_desktop.security.credentials import Credentials
from perisai_desktop.security.vault import Vault
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.desk_opening import open_desk


class ProfileState(StrEnum):
    """Whether a device was enrolled in this profile."""

    FRESH = "fresh"
    ENROLLED = "enrolled"


class SigningIn:
    """The door of one profile. `server_url` stands in for the address of the enrolment, as practice needs it."""

    def __init__(
        self,
        profile: Profile,
        clock: Clock,
        credentials: Credentials | None = None,
        server_url: str | None = None,
    ) -> None:
        self._profile = profile
        self._clock = clock
        self._server_url = server_url
        self._credentials = credentials
        self._vault = Vault(profile, clock, credentials)

    def state(self) -> ProfileState:
        """Fresh until an enrolment came to its end."""
        return ProfileState.ENROLLED if self._profile.enrolled else ProfileState.FRESH

    def lockout(self) -> int:
        """Minutes in which no password is taken, 0 for none."""
        return -(-self._vault.lockout() // 60)

    def prove(self, password: str) -> None:
        """Whether the password is the one of this store. Raises Failure where it is not, as `sign_in` does; a wrong
        one counts as one."""
        self._vault.unlock(password).drop()

    def sign_in(self, password: str) -> AgentDesk:
        """Open the store. Raises Failure: not_enrolled, wrong_password (attempts_left), locked_out (minutes),
        key_file_damaged, store_damaged, store_newer, reference_damaged."""
        keys = self._vault.unlock(password)
        for path in (self._profile.pending, self._profile.reopening):
            with suppress(OSError):
                path.unlink()
        return open_desk(self._profile, keys, self._clock, self._server_url, self._credentials)
