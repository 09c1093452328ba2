"""The server's signed acknowledgements, kept as received: the agent's proofs of delivery."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from perisai_desktop.storage.tables.delivery import AcknowledgementRow
from perisai_desktop.storage.tables.registry import table_of

_acknowledgements = table_of(AcknowledgementRow)


@dataclass(frozen=True, slots=True)
class StoredAcknowledgement:
    """The body of the answer, its Ed25519 signature and the batch it is about.

    `bound_to`: the signature of the request or bundle that it answers, as a header spells it; the server's is over both.
    """

    batch_id: str
    digest: str
    entries: int
    received_at: datetime
    raw: bytes = field(repr=False)
    signature: bytes = field(repr=False)
    bound_to: str = field(repr=False)


def put(session: Session, proof: StoredAcknowledgement) -> None:
    """Keep a proof; a repeated answer to the same batch leaves the first one standing."""
    row = {
        "batch_id": proof.batch_id,
        "digest": proof.digest,
        "entries": proof.entries,
        "received_at": proof.received_at,
        "raw": proof.raw,
        "signature": proof.signature,
        "bound_to": proof.bound_to,
    }
    session.connection().execute(insert(_acknowledgements).on_conflict_do_nothing(), [row])


def newest(session: Session) -> StoredAcknowledgement | None:
    """The proof received last."""
    query = select(_acknowledgements).order_by(_acknowledgements.c.received_at.desc()).limit(1)
    row = session.connection().execute(query).one_or_none()
    return None if row is None else StoredAcknowledgement(**row._mapping)


def every(session: Session) -> tuple[StoredAcknowledgement, ...]:
    """All proofs, oldest first."""
    query = select(_acknowledgements).order_by(_acknowledgements.c.received_at, _acknowledgements.c.batch_id)
    return tuple(StoredAcknowledgement(**row._mapping) for row in session.connection().execute(query))


def count(session: Session) -> int:
    """How many proofs are kept."""
    return session.connection().execute(select(func.count()).select_from(_acknowledgements)).scalar_one()
