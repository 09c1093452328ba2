"""Answers "where is my data": the stations of an enrolment and when it reached each of them."""

from datetime import datetime

from perisai_desktop.domain.worker import Station, TimelineStep
from perisai_desktop.services import backing_up
from perisai_desktop.storage import entry_status, feed
from perisai_desktop.storage.database import Session
from perisai_desktop.storage.entry_status import EntryStatus
from perisai_desktop.storage.projections import receipts
from sync.protocol.feed import DecisionPayload
from sync.rules.states import ClientState, DepositState, ReviewState

_UNSENT = (ClientState.DRAFT, ClientState.SEALED, ClientState.SENDING)
_DECIDED = frozenset(
    {
        ReviewState.APPROVED,
        ReviewState.REGISTERED,
        ReviewState.REFUSED,
        ReviewState.RETURNED,
        ReviewState.DUPLICATE,
    }
)


def timeline(session: Session, enrolment: EntryStatus) -> tuple[TimelineStep, ...]:
    """Every station in order; those that are still ahead have no instant."""
    decisions = [
        DecisionPayload.model_validate_json(item.whole)
        for item in feed.of_entry(session, enrolment.entry_id)
        if item.kind == "decision"
    ]
    received_at = _received_at(session, enrolment)
    decided = decisions[-1] if decisions else None
    registered = next((row for row in decisions if row.state is ReviewState.REGISTERED), None)
    review = enrolment.review
    return (
        TimelineStep(Station.SAVED, enrolment.recorded_at),
        TimelineStep(Station.COPIED, _copied_at(session, enrolment)),
        TimelineStep(Station.SENT, received_at),
        TimelineStep(Station.RECEIVED, received_at, review if received_at is not None else None),
        TimelineStep(
            Station.DECIDED,
            decided.decided_at if decided is not None and review in _DECIDED else None,
            review if review in _DECIDED else None,
            enrolment.reason,
        ),
        TimelineStep(Station.REGISTERED, registered.decided_at if registered is not None else None),
        TimelineStep(Station.POSTED, _posted_at(session, enrolment)),
    )


def _copied_at(session: Session, enrolment: EntryStatus) -> datetime | None:
    """When the last verified copy of the store was made, if it was made after the entry: a copy holds everything."""
    made = backing_up.newest(session)
    return made.made_at if made is not None and made.made_at >= enrolment.recorded_at else None


def _received_at(session: Session, enrolment: EntryStatus) -> datetime | None:
    """When the server said that it has the entry: its verdict in the feed, or the acknowledgement."""
    if enrolment.client in _UNSENT:
        return None
    rows = feed.of_entry(session, enrolment.entry_id)
    verdict = next((row.at for row in rows if row.kind == "verdict"), None)
    return verdict if verdict is not None else enrolment.changed_at


def _posted_at(session: Session, enrolment: EntryStatus) -> datetime | None:
    """When the last of two came true: approved or registered, and the cash of its receipt matched."""
    issued = receipts.receipt_of_action(session, enrolment.action_id)
    receipt = None if issued is None else entry_status.status(session, issued.entry_id)
    approved = enrolment.client in (ClientState.APPROVED, ClientState.REGISTERED)
    if not approved or receipt is None or receipt.deposit is not DepositState.MATCHED:
        return None
    return max(enrolment.changed_at, receipt.changed_at)
