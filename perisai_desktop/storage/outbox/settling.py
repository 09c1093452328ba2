"""Applies a signed acknowledgement: each verdict moves the one entry whose content it is about."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from perisai_desktop.storage import acknowledgements, verdicts
from perisai_desktop.storage.acknowledgements import StoredAcknowledgement
from perisai_desktop.storage.outbox.leasing import release, remove
from perisai_desktop.storage.projections import standing
from perisai_desktop.storage.verdicts import Verdict
from sync.protocol.messages import Acknowledgement, UrgentAnswer


@dataclass(frozen=True, slots=True)
class Settled:
    """Entries that an acknowledgement settled, and verdicts about content this journal does not hold."""

    entries: int
    ignored: int


def settle(
    session: Session,
    acknowledgement: Acknowledgement | UrgentAnswer,
    raw: bytes,
    signature: bytes,
    bound_to: str,
    at: datetime,
) -> Settled:
    """Keep the proof, move the entries it settles and give back the rest of its batch (S3, S4).

    The caller has verified the server's signature over `raw` and `bound_to`, and that the digest is the batch's own.
    """
    told = [
        Verdict(
            entry_id=verdict.entry_id,
            hash=verdict.hash,
            kind=verdict.standing,
            position=verdict.feed_position,
            code=verdict.code,
            field=verdict.field,
        )
        for verdict in acknowledgement.verdicts
    ]
    applied = verdicts.apply(session, told, at)
    remove(session, applied.steps)
    release(session, acknowledgement.batch_id)
    proof = StoredAcknowledgement(
        batch_id=acknowledgement.batch_id,
        digest=acknowledgement.digest,
        entries=len(applied.steps),
        received_at=at,
        raw=raw,
        signature=signature,
        bound_to=bound_to,
    )
    acknowledgements.put(session, proof)
    standing.refresh(session, applied.workers)
    return Settled(len(applied.steps), applied.ignored)
