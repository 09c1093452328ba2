"""A reviewer who looks at what comes in and decides one way or the other."""

from __future__ import annotations

from datetime import timedelta

from sync.protocol.kinds import EntryKind
from sync.rules.reasons import ReasonKind
from sync.rules.states import DECIDED_STATES, Move, ReviewState
from sync.server.domain.decisions import Comment, Request
from sync.server.domain.held_actions import leading
from sync.server.refusals import Refusal
from sync.server.services.reviewing import Reviewing
from tests.simulation.centre import Centre
from tests.simulation.checkers import PENYELIA, SECOND
from tests.simulation.failing_store import ServerDied
from tests.support.reference_data import gazetteer, reference

MOVES = (Move.APPROVE, Move.APPROVE, Move.APPROVE, Move.SEND_BACK, Move.REFUSE, Move.DUPLICATE)
HELD_MOVES = (Move.APPROVE, Move.REFUSE)
VOID_MOVES = (Move.APPROVE, Move.APPROVE, Move.REFUSE, Move.APPROVE)
OPEN = (ReviewState.RECEIVED.value, ReviewState.FLAGGED.value, ReviewState.IN_REVIEW.value)


class Reviewer:
    """One person at the branch."""

    def __init__(self, centre: Centre) -> None:
        self._centre = centre
        self._reviewing = Reviewing(
            centre.store, centre.clock, reference(), gazetteer(), timedelta(minutes=30)
        )

    def act(self, first: int, second: int) -> str:
        """Open or decide one record; what was done, or nothing where there is nothing."""
        reviews = [one for one in self._centre.reviews() if one.state in OPEN and one.parent_id is None]
        duplicates = [one for one in self._centre.reviews() if one.state == ReviewState.DUPLICATE.value]
        if second % 7 == 0 and duplicates:
            return self._decide(duplicates[first % len(duplicates)].entry_id, Move.NOT_DUPLICATE)
        held = leading(one for one in self._centre.reviews() if one.state == ReviewState.HELD.value)
        if held and second % 4 == 1:
            return self._decide(held[first % len(held)].entry_id, HELD_MOVES[second // 4 % 2])
        if not reviews:
            return ""
        voids = [one for one in reviews if one.kind == EntryKind.VOID_REQUEST.value]
        if voids and second % 2 == 0:
            move = VOID_MOVES[second // 2 % len(VOID_MOVES)]
            return self._decide(voids[first % len(voids)].entry_id, move)
        review = reviews[first % len(reviews)]
        if second % 5 == 0:
            return self._try(lambda: self._reviewing.open(PENYELIA, review.entry_id), "opened")
        return self._decide(review.entry_id, MOVES[second % len(MOVES)])

    def _decide(self, entry_id: str, move: Move) -> str:
        review = next(one for one in self._centre.reviews() if one.entry_id == entry_id)
        asked = Request(move=move, hash=review.hash)
        if move is Move.SEND_BACK:
            comment = (Comment("street", "Cocokkan dengan KTP."),)
            asked = Request(move, review.hash, _reason(ReasonKind.RETURN), None, comment)
        elif move is Move.REFUSE:
            asked = Request(move, review.hash, _reason(ReasonKind.REFUSE))
        return self._try(lambda: self._ruled(entry_id, asked), move.value)

    def _ruled(self, entry_id: str, asked: Request) -> None:
        told = self._reviewing.decide(PENYELIA, entry_id, asked)
        if told.state not in DECIDED_STATES and asked.move is not Move.NOT_DUPLICATE:
            self._reviewing.decide(SECOND, entry_id, asked)

    def _try(self, act: object, done: str) -> str:
        try:
            act()  # type: ignore[operator]
        except Refusal as refusal:
            return f"refused: {refusal.code}"
        except ServerDied:
            self._centre.start()
            return "the server died"
        except RuntimeError:
            return "the server failed"
        return done


def _reason(kind: ReasonKind) -> str:
    return next(reason.code for reason in reference().reasons if reason.kind == kind)
