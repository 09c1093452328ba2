"""Gives money back after a decision of the branch that names it, signed for by whoever receives it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from perisai_desktop.domain.draft import Stroke, is_signed
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.undoing import RefundDue
from perisai_desktop.services import catching_up
from perisai_desktop.services.pen import Pen
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.projections import grants, receipts, search
from perisai_desktop.storage.projections.grants import GrantRecord
from sync.protocol.bodies.parts import LineReference
from sync.protocol.bodies.refund import Refund, RefundPersonal
from sync.protocol.kinds import EntryKind

Receiver = Literal["worker", "payer", "heir", "representative"]


@dataclass(frozen=True, slots=True)
class Refunding:
    """What the refund dialog asks for."""

    database: Database
    pen: Pen

    def due(self) -> tuple[RefundDue, ...]:
        """Money that the branch has decided to be given back and that still is here, oldest decision first.

        What a void is asked for waits for that decision.
        """
        with self.database.reading() as session:
            waiting = grants.waiting(session)
            return tuple(_due(session, one) for one in waiting if not grants.void_open(session, one))

    def give_back(
        self, decision_id: str, received_by: Receiver, name: str, signature: Sequence[Stroke]
    ) -> str:
        """Write the refund that a decision names, whole; cash in hand falls with it. Returns its entry id.

        Raises Failure: refund_not_decided, refunded_before, void_open, refund_unsigned, field_unfit (field),
        store_catching_up, store_rolled_back, or what the store raises.
        """
        personal = _signed(self.pen.salt(), name, signature)
        with self.database.transaction() as session:
            catching_up.refuse(session)
            found = grants.find(session, decision_id)
            if found is None:
                raise Failure(FailureCode.REFUND_NOT_DECIDED)
            if found.refunded_by is not None or found.amount <= 0:
                raise Failure(FailureCode.REFUNDED_BEFORE)
            if grants.void_open(session, found):
                raise Failure(FailureCode.VOID_OPEN)
            lines = None
            if not found.whole:
                named = grants.lines_of(session, found)
                lines = tuple(LineReference(contribution=one, line=place) for one, place in named)
            body = Refund(
                receipt=found.receipt_id,
                lines=lines,
                amount=found.amount,
                decision_id=decision_id,
                received_by=received_by,
            )
            action = self.pen.action(session)
            written = action.write(EntryKind.REFUND, body, personal, worker_id=_worker(session, found))
            action.finish()
        return written.entry_id


def _signed(salt: str, name: str, signature: Sequence[Stroke]) -> RefundPersonal:
    """Who received the money, with a name and a signature of their own."""
    written, strokes = " ".join(name.split()), tuple(stroke for stroke in signature if stroke)
    if not written or not is_signed(strokes):
        raise Failure(FailureCode.REFUND_UNSIGNED)
    try:
        return RefundPersonal(salt=salt, blobs=(), name=written, signature=strokes)
    except ValueError:
        raise Failure(FailureCode.FIELD_UNFIT, field="name") from None


def _due(session: Session, found: GrantRecord) -> RefundDue:
    worker_id = _worker(session, found)
    worker = None if worker_id is None else search.card(session, worker_id)
    return RefundDue(
        decision_id=found.decision_id,
        entry_id=found.entry_id,
        receipt_number=found.receipt,
        worker_id=worker_id,
        worker_name="" if worker is None else worker.name,
        rupiah=found.amount,
    )


def _worker(session: Session, found: GrantRecord) -> str | None:
    """The one worker whose money is given back, None where there are several."""
    named = set(grants.lines_of(session, found))
    lines = receipts.lines_of(session, found.receipt)
    workers = {line.worker_id for line in lines if (line.entry_id, line.line) in named}
    return workers.pop() if len(workers) == 1 else None
