"""What is on its way, action by action: each at its worst entry, a page of them in a few reads."""

from collections.abc import Sequence

from perisai_desktop.domain.exchange import SyncItem
from perisai_desktop.storage import entry_status, journal, photos
from perisai_desktop.storage.database import Session
from perisai_desktop.storage.entry_status import EntryStatus
from perisai_desktop.storage.photos import PhotoRecord
from perisai_desktop.storage.projections import receipts, search
from perisai_desktop.storage.projections.receipts import ReceiptRecord
from sync.protocol.kinds import EntryKind
from sync.rules.states import ClientState, Counter, worst

SET_ASIDE = "set_aside"
"""The reason of an action that the server could not take: it waits, is kept out of the way, and is tried again."""

_ORDER = list(Counter)
_TELLING = (
    EntryKind.ENROLMENT,
    EntryKind.CORRECTION,
    EntryKind.CHANGE,
    EntryKind.VOID_REQUEST,
    EntryKind.REFUND,
    EntryKind.DEPOSIT,
    EntryKind.CLOSING,
    EntryKind.CASH_ADJUSTMENT,
    EntryKind.CONSENT_WITHDRAWAL,
    EntryKind.HANDOVER,
    EntryKind.CONTRIBUTION,
)
"""The entry that tells what an action did, where it has several; the others only accompany one of these."""


def items_of(
    session: Session, action_ids: Sequence[str], aside: frozenset[str] = frozenset()
) -> tuple[SyncItem, ...]:
    """The actions of some ids in that order, without those that stand in no counter any more.

    `aside` are the entries of actions at which the server failed each time in the last run.
    """
    statuses = entry_status.of_actions(session, action_ids)
    counted = [action_id for action_id in action_ids if leading(statuses.get(action_id, ())) is not None]
    paid = receipts.of_actions(session, counted)
    sizes = journal.sizes(session, counted)
    pictures = photos.of_actions(session, counted)
    workers = {action_id: _worker(statuses[action_id]) for action_id in counted}
    names = search.names(session, {worker for worker in workers.values() if worker is not None})
    return tuple(
        _item(
            statuses[action_id],
            paid.get(action_id, ()),
            worker_name=names.get(workers[action_id] or "", ""),
            size=sizes[action_id],
            pictures=pictures.get(action_id, ()),
            aside=aside,
        )
        for action_id in counted
    )


def leading(entries: Sequence[EntryStatus]) -> EntryStatus | None:
    """The entry at which an action is counted: of the worst counter, and there of the worst state."""
    counted = [entry for entry in entries if entry.counter is not None]
    if not counted:
        return None
    place = min(_ORDER.index(entry.counter) for entry in counted if entry.counter is not None)
    there = [entry for entry in counted if entry.counter is _ORDER[place]]
    state = worst(entry.review for entry in there if entry.review is not None)
    return next(entry for entry in there if entry.review is state)


def _item(
    entries: Sequence[EntryStatus],
    paid: Sequence[ReceiptRecord],
    *,
    worker_name: str,
    size: int,
    pictures: Sequence[PhotoRecord],
    aside: frozenset[str],
) -> SyncItem:
    first = leading(entries)
    assert first is not None
    assert first.counter is not None
    failed = first.review is None and any(entry.entry_id in aside for entry in entries)
    return SyncItem(
        action_id=first.action_id,
        kind=_kind(entries),
        counter=first.counter,
        worker_id=_worker(entries),
        worker_name=worker_name,
        receipt_number=paid[0].number if paid else None,
        rupiah=sum(receipt.total for receipt in paid),
        client=ClientState.SEALED if failed else first.client,
        review=first.review,
        reason=SET_ASIDE if failed else first.reason,
        recorded_at=min(entry.recorded_at for entry in entries if entry.counter is not None),
        bytes=size,
        photos=len(pictures),
    )


def _worker(entries: Sequence[EntryStatus]) -> str | None:
    return next((entry.worker_id for entry in entries if entry.worker_id is not None), None)


def _kind(entries: Sequence[EntryStatus]) -> str:
    """What was done, by the entry that tells it."""
    kinds = {entry.kind for entry in entries}
    return next((kind.value for kind in _TELLING if kind.value in kinds), entries[0].kind)
