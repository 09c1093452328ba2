"""Further payments over months of a market: what the laptop lets somebody pay, at its price, the branch takes without a word."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from perisai_desktop.domain.collection import DueFilter, Hurdle
from perisai_desktop.domain.draft import EnrolmentDraft
from perisai_desktop.domain.failure import Failure
from sync.protocol.signatures import SigningKey
from sync.rules.changes import EndCause
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import Move, VerdictKind
from sync.server.domain.decisions import Request
from tests.support.cash_market import OPEN, Market
from tests.support.deciding import REVIEWER
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.intake_house import open_house
from tests.support.memory_store.store import MemoryStore

STEPS = 60
INCOMES = ("1000000", "1900000", "2600000", "5200000")
PAYERS = ("self", "self", "enterprise", "village_budget")


class Season:
    """Months of one agent's round; everything is told to the branch, and heard from it, after every step."""

    def __init__(self, market: Market) -> None:
        self.market, self.desk, self.chance = market, market.desk, market.chance
        self.months_paid = 0
        known = self.desk.reference.occupations.all
        transport = next(one.name for one in known if one.transport)
        self.occupations = (transport, known[0].name, "Petani/Pekebun")

    def step(self) -> None:
        """One thing that happens."""
        deeds: tuple[Callable[[], None], ...] = (
            self.enrol,
            self.enrol,
            self.renew,
            self.renew,
            self.renew,
            self.renew,
            self.change,
            self.end,
            self.void,
            self.wait,
            self.wait,
        )
        self.chance.choice(deeds)()
        self.market.push()
        self.decide()
        self.market.pull()

    def enrol(self) -> None:
        """Somebody new, with terms of their own."""
        number = len(self.market.people) + 1
        draft = filled_draft(
            self.desk,
            nik=f"320208140890{number:04d}",
            phone=f"0812{number:08d}",
            name=f"Orang {number}",
            income=self.chance.choice(INCOMES),
            offer=self.chance.choice(("JKK+JKM", "JKK+JKM+JHT")),
            occupation=self.chance.choice(self.occupations),
            payer=self.chance.choice(PAYERS),
            first_month=str(IuranMonth.of(self.market.clock.today()).plus(self.chance.randint(0, 1))),
            months=str(self.chance.choice((1, 1, 3, 6))),
        )
        self._enrol(draft)

    def renew(self) -> None:
        """Somebody of the list pays one of the options; who was away too long is enrolled again."""
        rows = self.desk.rounds.page(part=self.chance.choice(tuple(DueFilter))).rows
        if not rows:
            return
        row = self.chance.choice(rows)
        outlook = self.desk.collecting.outlook(row.worker_id)
        if outlook.hurdle is Hurdle.ENDED:
            self.come_back(row.worker_id)
        if outlook.hurdle is not None:
            return
        usual = outlook.options[outlook.usual]
        if row.overdue:
            assert (row.expected, row.overdue) == (usual.quote.total, usual.months)
        option = self.chance.choice((usual, self.chance.choice(outlook.options)))
        receipt = self.desk.collecting.collect(row.worker_id, option.first, option.months, option.quote.total)
        assert receipt == self.desk.receipting.receipt(receipt.number)
        self.months_paid += option.months

    def come_back(self, worker_id: str) -> None:
        """A re-enrolment on the form as it was."""
        month = IuranMonth.of(self.market.clock.today())
        draft = self.desk.drafting.again(self.desk.changing.form(worker_id, month))
        filled = filled_draft(self.desk).form
        form = replace(draft.form, consents=filled.consents, declaration=True)
        self._enrol(replace(draft, form=form, signature=filled_draft(self.desk).signature))

    def change(self) -> None:
        """Somebody earns more or less from some month on, or works elsewhere."""
        worker_id = self._somebody()
        if worker_id is None:
            return
        month = self.desk.changing.earliest(worker_id, {"income"}).plus(self.chance.randint(0, 2))
        form = self.desk.changing.form(worker_id, month)
        changed = replace(
            form,
            income=self.chance.choice(INCOMES),
            occupation=self.chance.choice((form.occupation, *self.occupations)),
        )
        self._try(
            lambda: self.desk.changing.change(worker_id, changed, month, {"phone_shared": "Satu rumah"})
        )

    def end(self) -> None:
        """Now and then somebody goes for good."""
        worker_id = self._somebody()
        if worker_id is not None and self.chance.random() < 0.3:
            month = IuranMonth.of(self.market.clock.today()).plus(self.chance.randint(1, 3))
            self._try(lambda: self.desk.changing.end(worker_id, EndCause.OWN_WISH, month))

    def void(self) -> None:
        """The newest payment of somebody was a mistake; the branch agrees, and its months are paid anew."""
        worker_id = self._somebody()
        if worker_id is None:
            return
        numbers = self.desk.receipting.for_worker(worker_id)
        if numbers:
            self._try(lambda: self.desk.voiding.request(numbers[0], "wrong_amount", "no_cash"))

    def wait(self) -> None:
        """Days or weeks go by."""
        self.market.clock.move(days=self.chance.choice((1, 7, 20, 45)))
        self.market.house.clock.at = self.market.clock.at

    def decide(self) -> None:
        """The branch approves everything that a person decides."""
        with self.market.house.store.reading() as tx:
            queue = tx.reviews.queue("branch", OPEN, 100)
        for review in queue:
            if review.kind in ("void_request", "change"):
                self.market.reviewing.decide(
                    REVIEWER, review.entry_id, Request(Move.APPROVE, review.hash, None)
                )

    def _somebody(self) -> str | None:
        return self.chance.choice(self.market.people)[0] if self.market.people else None

    def _enrol(self, draft: EnrolmentDraft) -> None:
        reasons = dict.fromkeys(("likely_duplicate", "phone_shared"), "Orang lain")
        receipt = self.desk.enrolling.enrol(replace(draft, reasons=reasons))
        worker_id = self.market.hand.written(receipt.action_id)[0].worker_id or ""
        if (worker_id, 0) not in self.market.people:
            self.market.people.append((worker_id, 0))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Failure:
            return


@pytest.fixture
def season(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Season]:
    key, clock = SigningKey.from_bytes(bytes(range(1, 33))), HandClock()
    desk = desk_of(make_profile(tmp_path / "profile", key), clock)
    house = open_house(MemoryStore(), tmp_path)
    yield Season(Market(desk, clock, house, key, random.Random(request.param)))
    desk.close()


@pytest.mark.parametrize("season", range(6), indirect=True)
def test_the_branch_takes_every_payment_that_the_laptop_offers(season: Season) -> None:
    for _ in range(STEPS):
        season.step()
    season.market.check()
    season.market.hand.prove_rebuild()
    assert season.months_paid > 10
    paid = {verdict for verdict in season.market.told if verdict[0] in ("contribution", "receipt")}
    assert paid == {(kind, VerdictKind.ACCEPTED, None) for kind in ("contribution", "receipt")}
