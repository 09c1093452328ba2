"""Whether the store may write: it is shut while it lacks what was written in its epoch, until it has another."""

from collections.abc import Collection, Iterable

from perisai_desktop.domain.branch_word import BranchWord
from perisai_desktop.services import branch_words
from perisai_desktop.storage import choices, journal
from perisai_desktop.storage.database import Session
from perisai_desktop.storage.mark import Mark

ROLLED_BACK = "rolled_back"
"""Kept in the store from the moment a rollback was noticed until an epoch is granted."""
TOLD_MARK = "mark_told"
"""The name under which the store keeps which marks outside it an epoch was granted for, as epoch, seq and hash each."""
BEGUN_AT = "epoch_begun_at"
"""The name under which the store keeps since when it stands in an epoch that was granted to it."""


class Gate:
    """Shut once the store is known to lack what it had written: numbers would be given twice.

    `beyond`: the marks kept outside that the store does not hold. `ask`: the id under which an epoch is asked for;
    a fresh one at each start, so that two copies of one store never share a grant. `word`: what the branch last said.
    """

    def __init__(self, *, closed: bool = False, beyond: Collection[Mark] = ()) -> None:
        self.closed = closed
        self.beyond = beyond
        self.ask: str | None = None
        self.word = BranchWord()

    @property
    def reached(self) -> Mark | None:
        """The furthest mark that the store does not hold, the one that the branch is told of."""
        return max(self.beyond, key=lambda mark: (mark.epoch, mark.seq), default=None)

    def close(self, session: Session) -> None:
        """Let nothing further be written in this epoch, over restarts too."""
        self.closed = True
        choices.put(session, ROLLED_BACK, "yes")

    def open(self) -> None:
        """Let the store write: it stands in an epoch of its own, durably."""
        self.closed, self.beyond, self.ask = False, (), None


def gate_of(session: Session, device: str, epoch: int, reached: Iterable[Mark]) -> Gate:
    """The gate of a store that is opened; `reached` are the marks kept outside the database.

    A mark of another device says nothing, nor does one that the branch was told of. One of an epoch that this store
    has left shows that another copy of it wrote there, on this laptop, and is gone; so does one at a place of which the
    branch was told, where it names another entry.
    """
    told = _told(session)
    beyond = [
        mark
        for mark in reached
        if mark.device == device
        and mark.seq > (0 if mark.epoch <= epoch else -1)
        and (mark.epoch, mark.seq, mark.head_hash) not in told
        and journal.behind(session, mark)
    ]
    gate = Gate(closed=bool(beyond) or choices.get(session, ROLLED_BACK) is not None, beyond=beyond)
    gate.word = branch_words.kept(session)
    return gate


def tell(session: Session, gate: Gate) -> None:
    """Keep that the branch knows how far an epoch was written outside the store: no such mark closes the gate again."""
    reached = gate.reached
    if reached is not None:
        told = [mark for mark in gate.beyond if mark.epoch == reached.epoch]
        choices.put(session, TOLD_MARK, " ".join(f"{one.epoch}/{one.seq}/{one.head_hash}" for one in told))


def _told(session: Session) -> frozenset[tuple[int, int, str]]:
    marks = (one.split("/") for one in (choices.get(session, TOLD_MARK) or "").split())
    return frozenset((int(epoch), int(seq), head) for epoch, seq, head in marks)
