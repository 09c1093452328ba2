"""A desk and its branch, and a story in which their cash is moved in every way there is."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace

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
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import MoneyBucket, Move, ReviewState, VerdictKind
from sync.server.domain.decisions import Request
from sync.server.services.feed import Changes
from sync.server.services.reviewing import Reviewing
from sync.server.storage.records import Agent, Device, DeviceEpoch
from tests.support.deciding import REVIEWER, reviewing
from tests.support.desk_money import MoneyHand
from tests.support.desks import SIGNATURE, HandClock, filled_draft
from tests.support.field_laptop import BOOT, NINE, farmer_lines, fresh_id
from tests.support.intake_house import IntakeHouse

FEBRUARY = IuranMonth(2027, 2)
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
    told: list[tuple[str, VerdictKind, str | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.reviewing = reviewing(self.house)
        start = genesis_hash(self.key.public)
        with self.house.store.transaction() as tx:
            tx.organisation.add_agent(Agent("agent-1", "branch", "office", "A3", "Agen Contoh", NINE))
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
            self.sleep,
            self.push,
            self.pull,
        )
        self.chance.choice(deeds)()

    def enrol(self) -> None:
        """Somebody new pays three months."""
        number = len(self.people) + 1
        draft = filled_draft(
            self.desk, nik=f"320208140890{number:04d}", phone=f"0812{number:08d}", name=f"Orang {number}"
        )
        reasons = dict.fromkeys(("likely_duplicate", "phone_shared"), "Orang lain")
        receipt = self.desk.enrolling.enrol(replace(draft, reasons=reasons))
        self.people.append((self.hand.written(receipt.action_id)[0].worker_id or "", 0))

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

    def sleep(self) -> None:
        """A day goes by; the market lasts a week."""
        if (self.clock.today() - NINE.date()).days < 7:
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
        cash = 0
        with self.desk.enrolling.database.reading() as session:
            entries = {entry.entry_id: entry for entry in journal.replay(session)}
            approved = {
                item.payload["entry_id"]
                for item in feed.replay(session)
                if item.kind == "decision" and item.payload["state"] == "approved"
            }
        signs = {"opening_float": 1, "surplus": 1, "shortage": -1, "hand_over": -1}
        lines: dict[tuple[str, int], int] = {}
        receipts: dict[str, list[tuple[str, int]]] = {}
        gone: set[tuple[str, int]] = set()
        for entry in entries.values():
            body = entry.value["body"]
            if entry.kind == "receipt":
                cash += body["total"]
                receipts[entry.entry_id] = [key for key in lines if key[0] in body["contributions"]]
            elif entry.kind == "contribution":
                lines |= {(entry.entry_id, at): line["amount"] for at, line in enumerate(body["lines"])}
            elif entry.kind in ("refund", "deposit"):
                cash -= body["amount"]
            elif entry.kind == "cash_adjustment":
                cash += signs[body["what"]] * body["amount"]
            if entry.kind in ("void_request", "refund"):
                granted = entry.kind == "refund" or (body["cash"] == "no_cash" and entry.entry_id in approved)
                named = body.get("lines")
                keys = (
                    receipts[body["receipt"]]
                    if named is None
                    else [(one["contribution"], one["line"]) for one in named]
                )
                fresh = [key for key in keys if granted and key not in gone]
                gone |= set(fresh)
                if entry.kind == "void_request":
                    cash -= sum(lines[key] for key in fresh)
        return cash

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
