"""New receipt numbers by phone: shows the branch's question, and takes the code that it reads out."""

from dataclasses import dataclass

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.standing import EpochQuestion
from perisai_desktop.services.pen import Pen
from perisai_desktop.storage import identity
from perisai_desktop.storage.database import Database
from sync.protocol.epoch_grant import ANSWER_LENGTH, challenge_of, granted_epoch
from sync.rules import crockford

MOST_TRIES = 5
"""So many wrong codes are taken for one question; after that another one is asked."""
FIRST_WAIT_MS = 2_000
"""After the second wrong code the next is taken after so long, and after each further one twice as long."""


@dataclass(slots=True)
class PhoningEpoch:
    """One question at a time; it ends with the program, so that two copies of a store never share an answer."""

    database: Database
    pen: Pen
    hotline: str
    _wrong: int = 0
    _free_at: int = 0

    def question(self) -> EpochQuestion | None:
        """What the branch has to be told, None where the laptop may write."""
        gate = self.pen.gate
        if not gate.closed:
            return None
        leaving = max(self.pen.epoch, 0 if gate.reached is None else gate.reached.epoch)
        laptop = f"{self.pen.device}-{leaving:02d}"
        return EpochQuestion(laptop, challenge_of(self.pen.ask), self.hotline)

    def answer(self, typed: str) -> int:
        """Begin the epoch that the branch's code grants, durably; returns its number.

        A laptop that may write already keeps its epoch. Raises Failure: epoch_code_unfit, epoch_code_wrong
        (tries_left), epoch_code_again (another question has to be asked), epoch_code_waits (seconds).
        """
        question = self.question()
        if question is None:
            return self.pen.epoch
        code = _read(typed)
        waits = self._free_at - self.pen.clock.monotonic_ms()
        if waits > 0:
            raise Failure(FailureCode.EPOCH_CODE_WAITS, seconds=-(-waits // 1_000))
        with self.database.transaction() as session:
            known = identity.load(session)
            secret = None if known is None else known.epoch_secret
            above = int(question.laptop[-2:])
            epoch = secret and granted_epoch(secret, self.pen.device, question.challenge, code, above)
            if epoch:
                self.pen.begin_by_phone(session, epoch, code)
        if not epoch:
            raise self._refused()
        self._wrong = 0
        return self.pen.epoch

    def _refused(self) -> Failure:
        """Count a wrong code; the last one takes the question away with it."""
        self._wrong += 1
        if self._wrong >= MOST_TRIES:
            self._wrong, self.pen.gate.ask = 0, None
            return Failure(FailureCode.EPOCH_CODE_AGAIN)
        if self._wrong > 1:
            self._free_at = self.pen.clock.monotonic_ms() + FIRST_WAIT_MS * 2 ** (self._wrong - 2)
        return Failure(FailureCode.EPOCH_CODE_WRONG, tries_left=MOST_TRIES - self._wrong)


def _read(typed: str) -> str:
    """The code as it was meant. Raises Failure(epoch_code_unfit) for anything that is no code at all."""
    try:
        code = crockford.normalise(typed)
    except ValueError:
        raise Failure(FailureCode.EPOCH_CODE_UNFIT) from None
    if len(code) != ANSWER_LENGTH:
        raise Failure(FailureCode.EPOCH_CODE_UNFIT)
    return code
