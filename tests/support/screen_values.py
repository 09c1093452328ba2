"""Invented values for tests of the agent's screens: workers, tasks, items on their way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from perisai_desktop.domain.counters import CashInHand, Connection, LinkState, StatusStrip, Tally
from perisai_desktop.domain.exchange import (
    Answers,
    ItemDetail,
    Phase,
    Pressing,
    Proof,
    SyncItem,
    SyncOverview,
    SyncProgress,
    SyncReport,
)
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.task import FieldComment, Task
from perisai_desktop.domain.worker import (
    LedgerLine,
    StateFilter,
    Station,
    TimelineStep,
    WorkerCard,
    WorkerPage,
    WorkerRow,
)
from sync.rules.enrolment import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.regions import Place
from sync.rules.states import ClientState, Counter, DepositState, ReviewState, counter_of

NOW = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
TODAY = date(2026, 11, 22)
WIB = 420
NAMES = ("Ahmad Sarkim", "Bambang Darsono", "Dewi Sumiyati", "Maria Kewa", "Ujang Sobarna")


def worker_row(place: int, client: ClientState = ClientState.SEALED, arrears: int = 0) -> WorkerRow:
    """The worker at `place` of an invented list."""
    return WorkerRow(
        worker_id=f"w{place}",
        name=f"{NAMES[place % len(NAMES)]} {place}",
        nik=f"320208140890{place:04}",
        occupation="Petani",
        place="Desa Sukamaju",
        paid_until=IuranMonth(2027, 1),
        arrears=arrears,
        client=client,
        review=ReviewState.RETURNED if client is ClientState.TASK else None,
        reason="photo_blurred" if client is ClientState.TASK else None,
        kpj=None,
    )


def worker_card(row: WorkerRow) -> WorkerCard:
    """The card of `row`: saved and sent back."""
    line = LedgerLine(IuranMonth(2026, 11), 8400, "7Q2FK-01-000123-Q", TODAY, "pending", DepositState.IN_HAND)
    steps = [TimelineStep(station, NOW if station is Station.SAVED else None) for station in Station]
    return WorkerCard(
        row=row,
        birth_date=date(1990, 8, 14),
        phone="081200004417",
        address="Kp. Baru, Desa Sukamaju",
        income=1_000_000,
        ledger=(line,),
        receipts=("7Q2FK-01-000123-Q",),
        timeline=tuple(steps),
        history=(),
    )


class ListOfWorkers:
    """Finds workers in a list of `count` invented people, in pages."""

    def __init__(self, count: int) -> None:
        self.rows = [worker_row(place) for place in range(count)]
        self.asked: list[tuple[str, StateFilter, str | None]] = []

    def search(
        self, text: str = "", state: StateFilter = StateFilter.ALL, limit: int = 50, after: str | None = None
    ) -> WorkerPage:
        """Rows whose name holds `text`, behind row number `after`."""
        self.asked.append((text, state, after))
        start = int(after or 0)
        found = [row for row in self.rows if text.casefold() in row.name.casefold()]
        end = start + limit
        return WorkerPage(tuple(found[start:end]), str(end) if end < len(found) else None)

    def card(self, worker_id: str) -> WorkerCard:
        """The card; raises Failure."""
        for row in self.rows:
            if row.worker_id == worker_id:
                return worker_card(row)
        raise Failure(FailureCode.WORKER_UNKNOWN)

    def counts(self) -> Mapping[StateFilter, int]:
        """Everybody is unsent."""
        return {
            each: len(self.rows) if each in (StateFilter.ALL, StateFilter.UNSENT) else 0
            for each in StateFilter
        }


def overview(*items: SyncItem, state: LinkState = LinkState.OFFLINE) -> SyncOverview:
    """Items on their way, and an answer of an hour ago."""
    return SyncOverview(
        connection=Connection(state, NOW, 0),
        tallies={counter: _tally(items, counter) for counter in Counter},
        listing=tuple(item.action_id for item in items),
        unsent_bytes=sum(item.bytes for item in items if item.counter is Counter.UNSENT),
        heard_at=NOW - timedelta(hours=1),
        proof=Proof(NOW - timedelta(hours=1), 4, "019350f2-7a3b-7c11-9d55-0a1b2c3d4e5f"),
        today=Answers(approved=2, registered=1),
        pressing=Pressing(),
    )


def _tally(items: Sequence[SyncItem], counter: Counter) -> Tally:
    part = [item for item in items if item.counter is counter]
    oldest = min((item.recorded_at for item in part), default=None)
    return Tally(len(part), sum(item.rupiah for item in part), oldest)


def sync_item(
    place: int,
    client: ClientState = ClientState.SEALED,
    review: ReviewState | None = None,
    reason: str | None = None,
) -> SyncItem:
    """One enrolment of two days ago, with its receipt."""
    counter = counter_of(client, review)
    assert counter is not None
    return SyncItem(
        action_id=f"a{place}",
        kind="enrolment",
        counter=counter,
        worker_id=f"w{place}",
        worker_name=NAMES[place % len(NAMES)],
        receipt_number=f"7Q2FK-01-{place:06}-Q",
        rupiah=8400,
        client=client,
        review=review,
        reason=reason,
        recorded_at=NOW - timedelta(days=2),
        bytes=1640,
    )


class ListedItems:
    """Tracks invented items; `asked` notes which rows were read."""

    def __init__(self, *items: SyncItem) -> None:
        self.all = {item.action_id: item for item in items}
        self.asked: list[tuple[str, ...]] = []
        self.failure: Failure | None = None

    def overview(self, counter: Counter | None = None) -> SyncOverview:
        """Everything, or a part of it."""
        if self.failure is not None:
            raise self.failure
        whole = overview(*self.all.values())
        part = tuple(key for key, item in self.all.items() if counter in (None, item.counter))
        return replace(whole, listing=part)

    def items(self, action_ids: Sequence[str]) -> tuple[SyncItem, ...]:
        """The rows of some."""
        self.asked.append(tuple(action_ids))
        if self.failure is not None:
            raise self.failure
        return tuple(self.all[key] for key in action_ids if key in self.all)

    def detail(self, action_id: str) -> ItemDetail | None:
        """Saved, and nothing further."""
        if self.failure is not None:
            raise self.failure
        if action_id not in self.all:
            return None
        return ItemDetail(
            self.all[action_id], (TimelineStep(Station.SAVED, NOW), TimelineStep(Station.SENT, None))
        )


class ScriptedExchange:
    """An exchange that tells two steps and ends as it is told to."""

    def __init__(self, *, failure: Failure | None = None) -> None:
        self.failure = failure
        self.cancelled: bool | None = None

    def run(self, progress: Callable[[SyncProgress], None], cancelled: Callable[[], bool]) -> SyncReport:
        """Tell, then end."""
        progress(SyncProgress(Phase.SENDING, 1, 4, 0))
        self.cancelled = cancelled()
        if self.failure is not None:
            raise self.failure
        return SyncReport(
            sent=4,
            rupiah=33600,
            applied=3,
            decisions=1,
            bytes_up=900,
            cancelled=self.cancelled,
            at=NOW,
            arrived=1,
        )


def task(place: int, *comments: FieldComment, state: ReviewState = ReviewState.RETURNED) -> Task:
    """A decision of two days ago."""
    return Task(
        entry_id=f"e{place}",
        worker_id=f"w{place}",
        worker_name=NAMES[place],
        receipt_number=f"7Q2FK-01-{place:06}",
        rupiah=8400,
        state=state,
        reason="photo_blurred",
        note="Mohon dicek",
        comments=comments,
        reviewer="P2",
        decided_at=NOW - timedelta(days=2),
        correctable=state is ReviewState.RETURNED,
    )


SENT_FORM = EnrolmentForm(
    nik="3202081408900004",
    name="Ujang Sobarna",
    mother_name="Euis Rohaeti",
    phone="081200004417",
    village="32.02.01.2001",
)
SUKAMAJU = Place("32.02.01.2001", "Desa Sukamaju", "Kec. Cibadak", "Kab. Sukabumi", "Jawa Barat")


def strip(unsent: int = 12, drift: int = 0, state: LinkState = LinkState.OFFLINE) -> StatusStrip:
    """Counters of a busy week."""
    old = NOW - timedelta(days=2)
    return StatusStrip(
        unsent=Tally(unsent, unsent * 25_200, old if unsent else None),
        waiting=Tally(7, 0, old),
        to_fix=Tally(3, 0, old),
        cash=CashInHand(1_243_200, old, 33_600, alert=True, red=False),
        connection=Connection(state, None if state is LinkState.NEVER else NOW - timedelta(hours=1), drift),
    )
