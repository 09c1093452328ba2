"""What is on its way, action by action, for the screen of the sync."""

from collections.abc import Sequence

from perisai_desktop.domain.counters import Connection
from perisai_desktop.domain.exchange import SyncItem, SyncOverview
from perisai_desktop.storage import acknowledgements, entry_status, feed, journal, photos, verification
from perisai_desktop.storage.database import Session
from perisai_desktop.storage.entry_status import EntryStatus
from perisai_desktop.storage.photos import PhotoRecord, PhotoState
from perisai_desktop.storage.projections import receipts, search
from sync.rules.states import DECIDED_KINDS, ClientState, Counter, counter_of

SET_ASIDE = "set_aside"
"""The reason of an action that the server could not take: it waits, is kept out of the way, and is tried again."""

_ORDER = list(Counter)
_THERE = (PhotoState.ARRIVED, PhotoState.ELSEWHERE)


def overview(
    session: Session, connection: Connection, limit: int, aside: frozenset[str] = frozenset()
) -> SyncOverview:
    """The actions that are not final, newest first, at most `limit` entries of them read.

    `aside` are the entries of actions at which the server failed each time in the last run.
    """
    unsettled = entry_status.unsettled(session, limit)
    actions: dict[str, list[EntryStatus]] = {}
    for status in unsettled:
        actions.setdefault(status.action_id, []).append(status)
    counted = sum(tally.count for tally in entry_status.tallies(session).values())
    proof = acknowledgements.newest(session)
    compared = verification.state(session)
    pictures = photos.of_actions(session, actions)
    return SyncOverview(
        connection=connection,
        items=tuple(
            _item(session, action_id, entries, aside, pictures.get(action_id, ()))
            for action_id, entries in actions.items()
        ),
        acknowledged_at=proof.received_at if proof is not None else None,
        acknowledged_batch=proof.batch_id if proof is not None else None,
        acknowledged_count=proof.entries if proof is not None else 0,
        changes_at=feed.applied_at(session),
        more=max(0, counted - len(actions)),
        verified_at=compared.verified_at,
        differing=compared.missing + compared.otherwise,
    )


def _item(
    session: Session,
    action_id: str,
    entries: Sequence[EntryStatus],
    aside: frozenset[str],
    pictures: Sequence[PhotoRecord],
) -> SyncItem:
    """One action at its worst entry."""
    leading = min(entries, key=_urgency)
    failed = leading.review is None and any(entry.entry_id in aside for entry in entries)
    receipt = receipts.receipt_of_action(session, action_id)
    worker_id = next((entry.worker_id for entry in entries if entry.worker_id is not None), None)
    worker = search.card(session, worker_id) if worker_id is not None else None
    stored = journal.of_action(session, action_id)
    return SyncItem(
        action_id=action_id,
        worker_id=worker_id,
        worker_name=worker.name if worker is not None else "",
        receipt_number=receipt.number if receipt is not None else None,
        rupiah=receipt.total if receipt is not None else 0,
        client=ClientState.SEALED if failed else leading.client,
        review=leading.review,
        reason=SET_ASIDE if failed else leading.reason,
        recorded_at=leading.recorded_at,
        bytes=sum(len(entry.raw) + len(entry.personal or b"") for entry in stored),
        photos=len(pictures),
        photos_arrived=sum(1 for one in pictures if one.state in _THERE),
    )


def _urgency(entry: EntryStatus) -> int:
    """What needs the agent comes first, then what is not sent, then what waits for the branch."""
    counter = counter_of(entry.client, entry.review, decided=entry.kind in DECIDED_KINDS)
    return len(_ORDER) if counter is None else _ORDER.index(counter)
