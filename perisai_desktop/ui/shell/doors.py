"""The ways into the store of a profile; what they need is imported when they are used, not before the first window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from perisai_desktop.config.clock import Clock
from perisai_desktop.config.paths import Profile
from perisai_desktop.config.practice import Practice

if TYPE_CHECKING:
    from perisai_desktop.domain.enrolling_step import EnrolStep
    from perisai_desktop.security.credentials import Credentials
    from perisai_desktop.services.desk import AgentDesk
    from perisai_desktop.services.enrolling_device import EnrollingDevice
    from perisai_desktop.services.reopening import Reopening
    from perisai_desktop.services.signing_in import SigningIn


class StoreDoor:
    """`reached` hears the address of the server that this device was enrolled with.

    `practising` is True for a profile of practice; `practice` is what a practice server wrote for the program beside
    it, where there is such a file.
    """

    def __init__(
        self,
        profile: Profile,
        clock: Clock,
        practice: Practice | None,
        reached: Callable[[str], None],
        *,
        practising: bool = False,
    ) -> None:
        self._profile = profile
        self._clock = clock
        self._practice = practice
        self._reached = reached
        self._practising = practising or practice is not None

    def lockout(self) -> int:
        """Minutes in which no password is taken, 0 for none."""
        return self._signing_in().lockout() if self._profile.lockout.exists() else 0

    def sign_in(self, password: str) -> AgentDesk:
        """Open the store; raises Failure."""
        return self._signing_in().sign_in(password)

    def prove(self, password: str) -> None:
        """The password is the one of the store, whose desk is open already; raises Failure."""
        self._signing_in().prove(password)

    def check(self, server: str, code: str) -> None:
        """Ask the server whether it is the one that the code belongs to, and of the right kind; raises Failure."""
        self._enrolling().check(server, code)

    def enrol(
        self, server: str, code: str, password: str, tell: Callable[[EnrolStep], None] = lambda _step: None
    ) -> AgentDesk:
        """Enrol this device and open its new store; raises Failure. `tell` hears of each step."""
        desk = self._enrolling().enrol(server, code, password, tell)
        self._reached(server)
        return desk

    def recoverable(self) -> bool:
        """Whether the store's key was sealed to the branch's recovery key."""
        return self._profile.recovery_file.exists()

    def practise(self) -> AgentDesk:
        """Open the practice store, enrolled first where it is new; raises Failure, ValueError outside practice."""
        practice = self._practice
        if practice is None:
            raise ValueError("not_in_practice")
        if not self._profile.enrolled:
            return self.enrol(practice.url, practice.code, practice.agent_password)
        return self.sign_in(practice.agent_password)

    def _enrolling(self) -> EnrollingDevice:
        from perisai_desktop.services.enrolling_device import EnrollingDevice

        practice = self._practising
        return EnrollingDevice(self._profile, self._clock, self.credentials(), practice=practice)

    def _signing_in(self) -> SigningIn:
        from perisai_desktop.services.signing_in import SigningIn

        # A practice server is started anew with every run, often on another port.
        server = self._practice.url if self._practice is not None else None
        return SigningIn(self._profile, self._clock, self.credentials(), server)

    def reopening(self) -> Reopening:
        """The way to a new password where the old one was forgotten."""
        from perisai_desktop.services.reopening import Reopening

        return Reopening(self._profile, self._clock, self.credentials())

    def credentials(self) -> Credentials | None:
        """The system's credential store; practice leaves nothing outside its folder."""
        from perisai_desktop.security.credentials import SystemCredentials

        return None if self._practising else SystemCredentials(self._profile.root)
