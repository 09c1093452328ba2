"""Holds the journal against the branch's books: when it is due, what is claimed, and what comes of it."""

from datetime import datetime, timedelta

from perisai_desktop.storage import outbox, verification
from perisai_desktop.storage.database import Session
from sync.client.actions import Verify
from sync.client.verifying import Comparison, Span
from sync.protocol.verification import PlacedHash, RangeClaim, ToldRange, VerifyRequest, summed

EVERY = timedelta(days=1)
"""So often the chains are compared where nothing else calls for it."""


def due(session: Session, device: str, at: datetime) -> tuple[Span, ...]:
    """Every chain of the store, whole, where a comparison is due and nothing is left to send; else nothing.

    What this run set aside, because the server fails at it, keeps nothing else from being compared.
    A day counts from the last comparison, before the first one from the first entry. One from the future is no
    comparison: the clock was put back.
    """
    known = verification.state(session)
    since = known.compared_at or verification.begun_at(session)
    if since is None or not (known.due or not timedelta() <= at - since < EVERY):
        return ()
    if outbox.waiting(session):
        return ()
    return tuple(Span(epoch, 1, reach) for epoch, reach in verification.reaches(session, device))


def claims(session: Session, device: str, action: Verify) -> VerifyRequest:
    """What the store holds of the ranges, and every entry of the small ones."""
    return VerifyRequest(
        ranges=tuple(_claim(session, device, span) for span in action.ranges),
        told=tuple(_told(session, device, span) for span in action.told),
    )


def keep(session: Session, device: str, found: Comparison, at: datetime) -> int:
    """Queue again, as whole actions, what the server lacks, and keep what was found. Returns entries queued.

    What is queued anyway is not missing. What the server has otherwise is a fork: it is kept in mind and told, and
    nothing is overwritten.
    """
    missing = sum(
        verification.length_unqueued(session, device, span.epoch, span.first_seq, span.last_seq)
        for span in found.missing
    )
    queued = sum(
        outbox.put_back(session, device, span.epoch, span.first_seq, span.last_seq) for span in found.missing
    )
    otherwise = len(found.otherwise) + len(found.unexplained)
    verification.keep(session, at, missing, otherwise, agreed=found.agreed)
    return queued


def _claim(session: Session, device: str, span: Span) -> RangeClaim:
    entries = verification.chain(session, device, span.epoch, span.first_seq, span.last_seq)
    (held,) = summed(entries, [(span.first_seq, span.last_seq)])
    return RangeClaim(
        epoch=span.epoch,
        first_seq=span.first_seq,
        last_seq=span.last_seq,
        count=held.count,
        rupiah=held.rupiah,
        digest=held.digest,
    )


def _told(session: Session, device: str, span: Span) -> ToldRange:
    entries = verification.chain(session, device, span.epoch, span.first_seq, span.last_seq)
    return ToldRange(
        epoch=span.epoch,
        first_seq=span.first_seq,
        last_seq=span.last_seq,
        entries=tuple(PlacedHash(seq=seq, hash=own) for seq, own, _ in entries),
    )
