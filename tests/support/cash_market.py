"""A desk and its branch, and a story in which their cash is moved in every way there is."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.till import DENOMINATIONS, CashStep, DepositChannel
from perisai_desktop.services.depositing import DepositWish
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import feed, journal
from perisai_desktop.storage.feed import FeedItem
from sync.protocol.batch import pack
from sync.protocol.bodies.contribution import ContributionLine
from sync.protocol.canonical import canonical_bytes
from sync.protocol.chain import genesis_hash
from sync.protocol.entry import SealedEntry
from sync.protocol.messages import Acknowledgement
from sync.protocol.signatures import SigningKey
from sync.rules.cash import cash_facts, cash_in_hand
from sync.rules.changes import EndCause
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import MoneyBucket, Move, ReviewState, VerdictKind
from sync.server.domain.decisions import Request
from sync.server.refusals import Refusal
from sync.server.services.feed import Changes
from sync.server.services.handovers import Handovers
from sync.server.services.reviewing import Reviewing
from sync.server.storage.records import Agent, Device, DeviceEpoch
from tests.support.cash_afresh import cash_afresh
from tests.support.deciding import REVIEWER, reviewing
from tests.support.desk_money import MoneyHand
from tests.support.desks import SIGNATURE, HandClock, filled_draft
from tests.support.field_laptop import BOOT, NINE, farmer_lines, fresh_id
from tests.support.intake_house import IntakeHouse
from tests.support.sample_names import name_of

NOVEMBER, FEBRUARY = IuranMonth(2026, 11), IuranMonth(2027, 2)
OPEN = (ReviewState.RECEIVED.value, ReviewState.FLAGGED.value)


@dataclass
class Market:
    """One desk and its branch, and a story that happens to their cash."""

    desk: AgentDesk
    clock: HandClock
    house: IntakeHouse
    key: SigningKey
    chance: random.Random
    sent: int = 0
    cursor: int = 0
    people: list[tuple[str, int]] = field(default_factory=list)
    reviewing: Reviewing = field(init=False)
    handovers: Handovers = field(init=False)
    told: list[tuple[str, VerdictKind, str | None]] = field(default_factory=list)
    begun: date = field(init=False)

    def __post_init__(self) -> None:
        self.begun = self.clock.today()
        self.house.clock.at = self.clock.at
        self.reviewing = reviewing(self.house)
        self.handovers = Handovers(self.house.store, self.house.clock)
        start = genesis_hash(self.key.public)
        with self.house.store.transaction() as tx:
            tx.organisation.add_agent(Agent("agent-1", "branch", "office", "A3", "Agen Contoh", NINE))
            tx.organisation.add_agent(Agent("agent-2", "branch", "office", "A4", "Agen Lain", NINE))
            tx.devices.add_device(
                Device("0Q2FK", "agent-1", self.key.public, True, b"w", b"s" * 32, NINE, NINE)
            )
            tx.devices.put_epochs([DeviceEpoch("0Q2FK", 1, start, NINE, start)])

    @property
    def hand(self) -> MoneyHand:
        """The hand at the till."""
        return MoneyHand(self.desk)

    def step(self) -> None:
        """One thing that happens; where it cannot happen now, nothing does."""
        deeds: tuple[Callable[[], None], ...] = (
            self.enrol,
            self.pay,
            self.void,
            self.void,
            self.decide,
            self.decide,
            self.refund,
            self.deposit,
            self.adjust,
            self.close,
            self.change,
            self.hand_over,
            self.sleep,
            self.push,
            self.pull,
        )
        self.chance.choice(deeds)()

    def enrol(self) -> None:
        """Somebody new pays three months."""
        number, first = len(self.people) + 1, IuranMonth.of(self.clock.today())
        draft = filled_draft(
            self.desk,
            nik=f"320208140890{number:04d}",
            phone=f"0812{number:08d}",
            name=name_of(number),
            first_month=str(first),
        )
        reasons = dict.fromkeys(("likely_duplicate", "phone_shared"), "Orang lain")
        receipt = self.desk.enrolling.enrol(replace(draft, reasons=reasons))
        self.people.append((self.hand.written(receipt.action_id)[0].worker_id or "", first.minus(NOVEMBER)))

    def pay(self) -> None:
        """Some of the people pay another month on one receipt."""
        if self.people:
            places = self.chance.sample(
                range(len(self.people)), k=self.chance.randint(1, min(2, len(self.people)))
            )
            lines: list[ContributionLine] = []
            for place in places:
                worker_id, months = self.people[place]
                lines += farmer_lines(worker_id, 1, FEBRUARY.plus(months))
                self.people[place] = (worker_id, months + 1)
            self.hand.pay(*lines)

    def void(self) -> None:
        """A void is asked for, whole or of one worker, where that may be."""
        waiting = [one.number for one in self.desk.depositing.in_hand() if not one.held_back]
        if waiting:
            number = self.chance.choice(waiting)
            worker_id = self.chance.choice([None, self.chance.choice(self.people)[0]])
            cash = self.chance.choice(("no_cash", "cash_taken"))
            _try(lambda: self.desk.voiding.request(number, "wrong_amount", cash, worker_id))  # type: ignore[arg-type]

    def decide(self) -> None:
        """The branch decides on one thing that it has."""
        with self.house.store.reading() as tx:
            queue = tx.reviews.queue("branch", OPEN, 100)
        voids = [review for review in queue if review.kind == "void_request"]
        if queue:
            review = self.chance.choice(voids or list(queue))
            move = self.chance.choice((Move.APPROVE, Move.APPROVE, Move.REFUSE))
            reason = "not_justified" if move is Move.REFUSE else None
            self.reviewing.decide(REVIEWER, review.entry_id, Request(move, review.hash, reason))

    def refund(self) -> None:
        """Money that the branch lets go is given back."""
        due = self.desk.refunding.due()
        if due:
            self.desk.refunding.give_back(
                self.chance.choice(due).decision_id, "worker", "Penerima", SIGNATURE
            )

    def deposit(self) -> None:
        """Some receipts are deposited, now and then with a difference."""
        free = [one for one in self.desk.depositing.in_hand() if not one.held_back]
        if free:
            chosen = self.chance.sample(free, k=self.chance.randint(1, len(free)))
            amount = sum(one.rupiah for one in chosen) - self.chance.choice((0, 0, 500))
            wish = DepositWish(
                tuple(one.number for one in chosen),
                amount,
                "123456789012",
                DepositChannel.ATM,
                self.clock.now(),
                "bank_fee",
            )
            self.desk.depositing.deposit(wish)

    def adjust(self) -> None:
        """Cash is put in or taken out."""
        what, amount = self.chance.choice(tuple(CashStep)), self.chance.randint(1, 30) * 1_000
        _try(lambda: self.desk.adjusting.adjust(what, amount, "other"))

    def close(self) -> None:
        """The oldest open day is closed, now and then with a difference."""
        outlook = self.desk.closing_day.outlook()
        left, counts = max(0, outlook.expected + self.chance.choice((0, 0, 100))), {}
        for value in DENOMINATIONS:
            counts[value], left = divmod(left, value)
        _try(lambda: self.desk.closing_day.close(outlook.on, counts, "counting_error"))

    def change(self) -> None:
        """Somebody has a new phone, or goes for good."""
        if self.people:
            worker_id, _ = self.chance.choice(self.people)
            month = IuranMonth.of(self.clock.today())
            phone = f"0813{self.chance.randrange(10**8):08d}"
            if self.chance.random() < 0.3:
                _try(lambda: self.desk.changing.end(worker_id, EndCause.OWN_WISH, month.plus(1)))
            else:
                _try(lambda: self.call(worker_id, month, phone))

    def call(self, worker_id: str, month: IuranMonth, phone: str) -> None:
        """A worker's new phone is written down."""
        form = replace(self.desk.changing.form(worker_id, month), phone=phone)
        self.desk.changing.change(worker_id, form, month, {})

    def hand_over(self) -> None:
        """The branch hands somebody to another agent, and the laptop follows what it has heard of; no cash moves."""
        if self.people:
            worker_id, _ = self.chance.choice(self.people)
            with suppress(Refusal):
                self.handovers.decide("A3", "A4", [worker_id], "terminal", "branch")
        before = self.hand.cash()
        for task in self.desk.handing_over.waiting():
            self.desk.handing_over.follow(task.decision_id)
        assert self.hand.cash() == before

    def sleep(self) -> None:
        """A day goes by; the market lasts a week."""
        if (self.clock.today() - self.begun).days < 7:
            self.clock.move(days=1)
            self.house.clock.at = self.clock.at

    def push(self) -> None:
        """Everything new reaches the server; what it says is kept."""
        with self.desk.enrolling.database.reading() as session:
            stored = list(journal.replay(session))[self.sent :]
        if not stored:
            return
        self.house.clock.at = self.clock.at
        sealed = [SealedEntry.of(one.raw, one.personal) for one in stored]
        batch = pack(
            sealed,
            batch_id=fresh_id(),
            key=self.key,
            wall_at=NINE,
            utc_offset=420,
            monotonic_ms=1,
            boot_id=BOOT,
        )
        with self.house.store.reading() as tx:
            device = tx.devices.device("0Q2FK")
        assert device is not None
        taken = self.house.intake.receive(device, batch.batch_id, batch.body)
        verdicts = Acknowledgement.model_validate_json(taken.body).verdicts
        kinds = {one.entry_id: one.kind for one in stored}
        self.told += [(kinds[one.entry_id], one.kind, one.code) for one in verdicts]
        self.sent += len(stored)

    def pull(self) -> None:
        """Everything that the branch has to say reaches the laptop."""
        with self.house.store.reading() as tx:
            device = tx.devices.device("0Q2FK")
        assert device is not None
        page = Changes(self.house.store).page(device, cursor=self.cursor)
        rows = [FeedItem(row.position, row.kind, row.at, canonical_bytes(row.payload)) for row in page.rows]
        feed.apply_page(self.desk.enrolling.database, rows, page.cursor, self.clock.now())
        self.cursor = page.cursor
        if page.more:
            self.pull()

    def check(self) -> None:
        """Both ends know everything, and say the same."""
        self.push()
        self.pull()
        with self.house.store.reading() as tx:
            at_the_branch = int(cash_in_hand(cash_facts(tx.money.cash("agent-1").items())))
            totals = tx.money.totals("agent-1")
            undone = dict(totals.buckets)
        assert self.hand.cash() == self.read_afresh() == at_the_branch
        assert totals.rupiah == totals.receipts_rupiah
        assert self._undone_here() == {
            bucket.value: undone.get(bucket.value, 0) for bucket in (MoneyBucket.VOIDED, MoneyBucket.REFUNDED)
        }

    def read_afresh(self) -> int:
        """Cash from the bytes of the journal and the decisions alone."""
        with self.desk.enrolling.database.reading() as session:
            return cash_afresh(session)

    def _undone_here(self) -> dict[str, int]:
        with self.desk.enrolling.database.reading() as session:
            rows = session.connection().exec_driver_sql(
                "SELECT undone, sum(amount) FROM ledger WHERE undone IN ('voided', 'refunded') GROUP BY undone"
            )
            found = {str(undone): int(amount) for undone, amount in rows}
        return {bucket: found.get(bucket, 0) for bucket in ("voided", "refunded")}


def _try(act: Callable[[], object]) -> None:
    """A step that the rules may not allow just now."""
    with suppress(Failure):
        act()
