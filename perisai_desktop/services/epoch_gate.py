"""Whether the store may write: it is shut while it lacks what was written in its epoch, until it has another."""

from collections.abc import Iterable

from perisai_desktop.domain.branch_word import BranchWord
from perisai_desktop.services import branch_words
from perisai_desktop.storage import choices, journal
from perisai_desktop.storage.database import Session
from perisai_desktop.storage.mark import Mark

ROLLED_BACK = "rolled_back"
"""Kept in the store from the moment a rollback was noticed until an epoch is granted."""
TOLD_MARK = "mark_told"
"""The name under which the store keeps which mark outside it an epoch was granted for, as epoch and seq."""
BEGUN_AT = "epoch_begun_at"
"""The name under which the store keeps since when it stands in an epoch that was granted to it."""


class Gate:
    """Shut once the store is known to lack what it had written: numbers would be given twice.

    `reached`: a mark kept outside that the store does not hold. `ask`: the id under which an epoch is asked for;
    a fresh one at each start, so that two copies of one store never share a grant. `word`: what the branch last said.
    """

    def __init__(self, *, closed: bool = False, reached: Mark | None = None) -> None:
        self.closed = closed
        self.reached = reached
        self.ask: str | None = None
        self.word = BranchWord()

    def close(self, session: Session) -> None:
        """Let nothing further be written in this epoch, over restarts too."""
        self.closed = True
        choices.put(session, ROLLED_BACK, "yes")

    def open(self) -> None:
        """Let the store write: it stands in an epoch of its own, durably."""
        self.closed, self.reached, self.ask = False, None, None


def gate_of(session: Session, device: str, epoch: int, reached: Iterable[Mark]) -> Gate:
    """The gate of a store that is opened; `reached` are the marks kept outside the database.

    A mark of another device says nothing, nor does one that the branch was told of. One of an epoch that this store
    has left shows that another copy of it wrote there, on this laptop, and is gone.
    """
    told = _told(session)
    known = [
        mark
        for mark in reached
        if mark.device == device and mark.seq > (0 if mark.epoch <= epoch else -1) and not _covers(told, mark)
    ]
    beyond = [mark for mark in known if journal.behind(session, mark)]
    furthest = max(beyond, key=lambda mark: (mark.epoch, mark.seq), default=None)
    closed = furthest is not None or choices.get(session, ROLLED_BACK) is not None
    gate = Gate(closed=closed, reached=furthest)
    gate.word = branch_words.kept(session)
    return gate


def tell(session: Session, reached: Mark | None) -> None:
    """Keep that the branch knows of a mark outside the store: it closes the gate no more."""
    if reached is not None:
        choices.put(session, TOLD_MARK, f"{reached.epoch}/{reached.seq}")


def _told(session: Session) -> tuple[int, int]:
    epoch, _, seq = (choices.get(session, TOLD_MARK) or "0/0").partition("/")
    return int(epoch), int(seq)


def _covers(told: tuple[int, int], mark: Mark) -> bool:
    return mark.epoch == told[0] and mark.seq <= told[1]
