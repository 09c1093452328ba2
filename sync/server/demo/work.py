"""An agent at work: what the laptop writes in the course of a day, and what the agent knows of people and cash."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from sync.rules.enrolment import Circumstances, assess
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import arrears
from sync.rules.pricing import quote
from sync.rules.programmes import Offer, PayerKind
from sync.server.demo.branch import DemoBranch, Seat
from sync.server.demo.cash import Moved, in_hand
from sync.server.demo.laptop import WESTERN, Written
from sync.server.demo.people import Population

MORNING, EVENING = time(8, 0), time(17, 30)
_MONTHS_AHEAD = 9


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who was enrolled, and the last month that is paid."""

    worker_id: str
    entry_id: str
    form: EnrolmentForm
    first: IuranMonth
    until: IuranMonth
    card: bytes = b""


@dataclass(slots=True)
class AgentWork:
    """One agent. `hand` are receipts whose cash no deposit has carried away, `kept` those that the agent holds
    back, `lost` those that were never sent, `asked` voids that nobody has decided."""

    branch: DemoBranch
    seat: Seat
    people: Population
    chance: random.Random
    at: datetime
    members: list[Member] = field(default_factory=list)
    hand: list[Written] = field(default_factory=list)
    kept: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    asked: list[Written] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)
    pictures: list[bytes] = field(default_factory=list)
    sent: int = 0

    @property
    def on(self) -> date:
        """The local date."""
        return (self.at + WESTERN).date()

    @property
    def number(self) -> str:
        """The agent's number."""
        return self.seat.laptop.agent_number

    def begin(self, on: date) -> None:
        """A new morning; voids that the reviewer has approved by then have lowered the cash."""
        self.at = datetime.combine(on, MORNING, self.at.tzinfo) - WESTERN
        self.branch.clock.at = self.at
        for void in self.asked:
            self.branch.approve(void.subject)
            self.moved.append(Moved(self.on, "void", void.total))
        self.asked.clear()

    def enrol(
        self,
        form: EnrolmentForm,
        *,
        card: bytes = b"",
        show: bool = True,
        reasons: Sequence[str] = (),
        minutes: int | None = None,
    ) -> Written:
        """Somebody is enrolled and pays; `card` is photographed and, with `show`, sent."""
        self.wait(minutes)
        published = self.branch.server.published
        here = Circumstances(published.rules, published.gazetteer, today=self.on)
        price = assess(form, here).quote
        assert price is not None
        written = self.seat.laptop.enrol(form, price, self.at, card=card, reasons=reasons)
        first = IuranMonth.parse(form.first_month)
        until = first.plus(int(form.months) - 1)
        self.members.append(Member(written.worker_id, written.subject, form, first, until, card))
        if card and show:
            self.pictures.append(card)
        return self._taken(written)

    def pay(self, member: Member, months: int) -> Written:
        """A member pays on, from the first month that is not paid."""
        self.wait()
        price = quote(
            self.branch.server.published.rules,
            income=int(member.form.income),
            offer=Offer(member.form.offer),
            transport=False,
            payer=PayerKind.SELF,
            first=member.until.plus(1),
            months=months,
            enrolled=member.first,
        )
        written = self.seat.laptop.pay(member.worker_id, price, self.at)
        place = self.members.index(member)
        self.members[place] = replace(member, until=member.until.plus(months))
        return self._taken(written)

    def payer(self) -> Member | None:
        """Some member who can pay a month more and has no overdue ones."""
        latest = IuranMonth.of(self.on).plus(_MONTHS_AHEAD)
        able = [one for one in self.members if one.until < latest and not arrears(one.until, self.on)]
        return self.chance.choice(able) if able else None

    def void(self, paid: Written) -> Written:
        """The agent asks to void a receipt and says that no cash was taken; its member is not charged again."""
        self.wait(1)
        written = self.seat.laptop.void(paid, self.at)
        self.asked.append(written)
        self.hand = [one for one in self.hand if one.receipt != paid.receipt]
        self.leave_out(paid)
        return written

    def leave_out(self, *written: Written) -> None:
        """Take up nobody's work with these people later: the branch does not know them as members."""
        gone = {one.worker_id for one in written}
        self.members = [one for one in self.members if one.worker_id not in gone]

    def deposit(self, *, difference: int = 0, slip: bytes = b"") -> Written | None:
        """All cash that is not kept back goes to the bank."""
        carried = [one for one in self.hand if one.receipt not in self.kept | self.lost]
        if not carried:
            return None
        self.wait(5)
        written = self.seat.laptop.deposit(carried, self.at, difference=difference, slip=slip)
        self.moved.append(Moved(self.on, "deposit", written.total))
        self.hand = [one for one in self.hand if one.receipt in self.kept | self.lost]
        return written

    def close(self) -> None:
        """Count the cash at the end of the day."""
        self.at = max(self.at, datetime.combine(self.on, EVENING, self.at.tzinfo) - WESTERN)
        self.seat.laptop.close(max(in_hand(self.moved, self.on), 0), self.at)

    def send(self) -> None:
        """Send entries and pictures."""
        self.branch.clock.at = self.at + timedelta(minutes=1)
        self.sent += self.branch.push(self.seat)
        for picture in self.pictures:
            self.branch.show(self.seat, picture)
        self.pictures.clear()

    def withhold(self) -> None:
        """Lose what waits: it was written and never comes."""
        self.seat.laptop.outbox.clear()

    def wait(self, minutes: int | None = None) -> None:
        """Time goes by: as many minutes, or 8 to 25."""
        self.at += timedelta(minutes=self.chance.randint(8, 25) if minutes is None else minutes)

    def _taken(self, written: Written) -> Written:
        self.hand.append(written)
        self.moved.append(Moved(written.on, "receipt", written.total))
        return written
