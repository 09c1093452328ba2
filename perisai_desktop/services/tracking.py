"""Tells what is on its way: counted as the strip counts it, listed whole, read in pages, each with its stations."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.branch_word import standing_apart
from perisai_desktop.domain.exchange import (
    Answers,
    ItemDetail,
    Pressing,
    Proof,
    SyncItem,
    SyncOverview,
)
from perisai_desktop.domain.worker import Station, TimelineStep
from perisai_desktop.services import branch_words, greetings
from perisai_desktop.services.counting import tally_of
from perisai_desktop.services.line import Line
from perisai_desktop.services.pausing import Pausing
from perisai_desktop.services.photo_store import PhotoQueue
from perisai_desktop.services.sync_items import items_of, leading
from perisai_desktop.services.timelines import timeline
from perisai_desktop.storage import acknowledgements, entry_status, feed, outbox, verification
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.entry_status import EntryStatus
from sync.protocol.feed import DecisionPayload
from sync.protocol.kinds import EntryKind
from sync.rules.states import DECIDED_KINDS, ReviewState
from sync.rules.states import Counter as Counted

_WITHDRAWAL = EntryKind.CONSENT_WITHDRAWAL.value
_RECEIPT = EntryKind.RECEIPT.value
_SORTS = {
    ReviewState.APPROVED: "approved",
    ReviewState.REGISTERED: "registered",
    ReviewState.RETURNED: "returned",
    ReviewState.DUPLICATE: "returned",
    ReviewState.REFUSED: "refused",
}


@dataclass(frozen=True, slots=True)
class Tracking:
    """What the screen of the sync asks of the store; `aside` are entries that the server failed at in the last run."""

    database: Database
    clock: Clock
    line: Line
    pausing: Pausing
    photos: PhotoQueue
    aside: Callable[[], frozenset[str]]

    def overview(self, counter: Counted | None = None) -> SyncOverview:
        """Counters, the actions in `counter` (None: in any) and what came down, from one snapshot; pictures beside it."""
        pictures = self.photos.tally()
        with self.database.reading() as session:
            tallies = entry_status.tallies(session)
            proof = acknowledgements.newest(session)
            compared = verification.state(session)
            oldest = outbox.oldest_of(session, (_WITHDRAWAL, _RECEIPT))
            return SyncOverview(
                connection=greetings.connection(session, self.line, self.clock),
                tallies={each: tally_of(counted) for each, counted in tallies.items()},
                listing=entry_status.listing(session, counter),
                unsent_bytes=outbox.queue(session).bytes,
                heard_at=greetings.heard_at(session),
                proof=None if proof is None else Proof(proof.received_at, proof.entries, proof.batch_id),
                today=_answers(session, self._midnight()),
                pressing=Pressing(oldest.get(_WITHDRAWAL), oldest.get(_RECEIPT)),
                pause=self.pausing.standing(),
                verified_at=compared.verified_at,
                differing=compared.missing + compared.otherwise,
                photos=pictures,
                apart=standing_apart(branch_words.kept(session)),
            )

    def items(self, action_ids: Sequence[str]) -> tuple[SyncItem, ...]:
        """Some actions, in the order of their ids; those that became final meanwhile are left out."""
        with self.database.reading() as session:
            return items_of(session, action_ids, self.aside())

    def detail(self, action_id: str) -> ItemDetail | None:
        """One action and the stations that it passes; None where it is final."""
        with self.database.reading() as session:
            found = items_of(session, (action_id,), self.aside())
            if not found:
                return None
            entry = leading(entry_status.of_action(session, action_id))
            assert entry is not None
            return ItemDetail(found[0], _stations(session, entry, paid=bool(found[0].rupiah)))

    def _midnight(self) -> datetime:
        """When this local day began."""
        zone = timezone(timedelta(minutes=self.clock.offset()))
        return datetime.combine(self.clock.today(), time(), zone)


def _answers(session: Session, since: datetime) -> Answers:
    """The actions that were decided since an instant, each by its newest decision."""
    told = [DecisionPayload.model_validate_json(item.whole) for item in feed.decisions_since(session, since)]
    known = entry_status.of_entries(session, [decision.entry_id for decision in told])
    sorts: dict[str, str] = {}
    for decision in told:
        entry, sort = known.get(decision.entry_id), _SORTS.get(decision.state)
        if entry is not None and sort is not None:
            sorts.setdefault(entry.action_id, sort)
    money = {decision.decision_id for decision in told if decision.decision_id is not None}
    return Answers(**Counter(sorts.values()), money=len(money))


def _stations(session: Session, entry: EntryStatus, *, paid: bool) -> tuple[TimelineStep, ...]:
    """The stations of one entry's action: decisions and KPJ only where there are any to come, money likewise."""
    passed = {Station.SAVED, Station.COPIED, Station.SENT, Station.RECEIVED}
    if entry.kind in DECIDED_KINDS or entry.review not in (None, ReviewState.RECEIVED):
        passed.add(Station.DECIDED)
    if entry.kind == EntryKind.ENROLMENT.value:
        passed.add(Station.REGISTERED)
    if paid:
        passed.add(Station.POSTED)
    return tuple(step for step in timeline(session, entry) if step.station in passed)
