"""When the journal was last held against the server's chains, what came of it, and what it claims of itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from perisai_desktop.storage.tables.delivery import OutboxRow, VerificationRow
from perisai_desktop.storage.tables.journal import JournalRow
from perisai_desktop.storage.tables.projections import ReceiptRow
from perisai_desktop.storage.tables.registry import table_of

_state = table_of(VerificationRow)
_journal, _receipt, _outbox = table_of(JournalRow), table_of(ReceiptRow), table_of(OutboxRow)


@dataclass(frozen=True, slots=True)
class Verification:
    """`compared_at`: the last comparison that came to its end; `verified_at`: the last in which all agreed.

    `missing`, `otherwise`: entries that the server lacked or had otherwise in the last comparison. `due`: another is
    wanted, however short a time ago the last one was.
    """

    compared_at: datetime | None = None
    verified_at: datetime | None = None
    missing: int = 0
    otherwise: int = 0
    due: bool = False


def state(session: Session) -> Verification:
    """What is known; nothing where the chains were never compared."""
    query = select(
        _state.c.compared_at, _state.c.verified_at, _state.c.missing, _state.c.otherwise, _state.c.due
    )
    row = session.connection().execute(query).one_or_none()
    return Verification() if row is None else Verification(*row)


def want(session: Session) -> None:
    """Let the chains be compared as soon as nothing waits to be sent."""
    first = insert(_state).values(one=1, missing=0, otherwise=0, due=True)
    session.connection().execute(first.on_conflict_do_update(index_elements=["one"], set_={"due": True}))


def keep(session: Session, at: datetime, missing: int, otherwise: int, *, agreed: bool) -> None:
    """Keep a comparison that came to its end. Another is due at once where something was missing and goes up again."""
    found = {"compared_at": at, "missing": missing, "otherwise": otherwise, "due": missing > 0}
    first = insert(_state).values(one=1, **found)
    session.connection().execute(first.on_conflict_do_update(index_elements=["one"], set_=found))
    if agreed:
        session.connection().execute(update(_state).values(verified_at=at))


def begun_at(session: Session) -> datetime | None:
    """When the first entry of the journal was recorded, None in an empty one."""
    query = select(_journal.c.recorded_at).order_by(_journal.c.step).limit(1)
    return session.connection().execute(query).scalar()


def reaches(session: Session, device: str) -> tuple[tuple[int, int], ...]:
    """Epoch and highest seq of every chain of a device."""
    query = (
        select(_journal.c.epoch, func.max(_journal.c.seq))
        .where(_journal.c.device == device)
        .group_by(_journal.c.epoch)
        .order_by(_journal.c.epoch)
    )
    return tuple((row[0], row[1]) for row in session.connection().execute(query))


def length_unqueued(session: Session, device: str, epoch: int, first: int, last: int) -> int:
    """How many entries of a range are in no queue to be sent."""
    query = (
        select(func.count())
        .select_from(_journal)
        .where(_journal.c.device == device, _journal.c.epoch == epoch, _journal.c.seq.between(first, last))
        .where(_journal.c.step.not_in(select(_outbox.c.step)))
    )
    return int(session.connection().execute(query).scalar_one())


def chain(session: Session, device: str, epoch: int, first: int, last: int) -> Iterator[tuple[int, str, int]]:
    """Seq, hash and receipt total in rupiah of the entries of a range, in order, as they are read."""
    receipt = and_(_journal.c.kind == "receipt", _receipt.c.step == _journal.c.step)
    query = (
        select(_journal.c.seq, _journal.c.hash, func.coalesce(_receipt.c.total, 0))
        .join_from(_journal, _receipt, receipt, isouter=True)
        .where(_journal.c.device == device, _journal.c.epoch == epoch, _journal.c.seq.between(first, last))
        .order_by(_journal.c.seq)
    )
    for row in session.connection().execution_options(yield_per=5_000).execute(query):
        yield row[0], row[1], row[2]
