"""What the sign-in screen shows."""

from dataclasses import dataclass

from perisai_desktop.domain.failure import Failure, FailureCode


@dataclass(frozen=True, slots=True)
class SignInState:
    """Whether the store is being opened, for how many minutes no password is taken, and what was refused.

    `blocked` is True where no password can help: another window has the store, or the store can't be read.
    The password is never part of a state.
    """

    practice: bool = False
    busy: bool = False
    minutes: int = 0
    failure: Failure | None = None
    blocked: bool = False

    @property
    def open(self) -> bool:
        """A password may be given."""
        return not (self.busy or self.minutes or self.blocked)

    @property
    def recoverable(self) -> bool:
        """A new password may be asked for: the store itself is not what keeps the agent out."""
        lost = self.failure is not None and self.failure.code is FailureCode.KEY_FILE_DAMAGED
        return not self.busy and (lost or not self.blocked)
