"""What the dialog for a forgotten password shows."""

from dataclasses import dataclass
from enum import StrEnum

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.reopening import ReopenQuestion


class Step(StrEnum):
    """Nothing was asked; the branch is asked; its answer opened the store."""

    ASK = "ask"
    WAIT = "wait"
    CHOOSE = "choose"


@dataclass(frozen=True, slots=True)
class ForgottenState:
    """`name`: what the file for the branch is called, empty until it is known; `saved`: as it was saved last.

    `proven`: an answer opened the store; `differ`: the new password was typed in two ways. No password is part of it.
    """

    question: ReopenQuestion | None = None
    name: str = ""
    saved: str = ""
    proven: bool = False
    differ: bool = False
    busy: bool = False
    failure: Failure | None = None

    @property
    def step(self) -> Step:
        """Where the agent stands."""
        if self.question is None:
            return Step.ASK
        return Step.CHOOSE if self.proven else Step.WAIT

    @property
    def ready(self) -> bool:
        """Whether something can be done."""
        return bool(self.name) and not self.busy
