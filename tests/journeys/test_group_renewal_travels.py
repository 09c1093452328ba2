"""A sponsor pays on for its people months later: one receipt travels to the branch, one of them is voided, another is given
back, and the rest is deposited and closed; both ends hold the same money throughout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from perisai_desktop.domain.group_renewal import MemberPayment
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.domain.till import DepositChannel
from perisai_desktop.services.depositing import DepositWish
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.services.signing_in import SigningIn
from perisai_desktop.storage import entry_status
from sync.rules.cash import cash_facts, cash_in_hand
from sync.rules.states import ReviewState
from tests.support.centres import MARKET_DATE, Centre, running_centre
from tests.support.desk_money import MoneyHand
from tests.support.desks import SIGNATURE, HandClock
from tests.support.enrolled_desks import PASSWORD, EnrolledDesk, enrolled_desk
from tests.support.kelompok_lists import SPONSOR, enrolled

PEOPLE, DAYS = 120, 75
FIRST, MONTH = 33_600, 16_800


@dataclass
class February:
    """The desk and its branch on 2027-02-05, when everybody of the sponsor owes February."""

    house: EnrolledDesk
    centre: Centre
    clock: HandClock

    def renew(self) -> Receipt:
        """Everybody who owes, on one receipt."""
        renewing = self.house.desk.group_renewing
        (listed,) = self.house.desk.payers.all()
        chosen = [one for one in renewing.outlook(listed.steps).members if one.due]
        options = [one.options[one.usual] for one in chosen]
        payments = [
            MemberPayment(one.worker_id, option.first, option.months)
            for one, option in zip(chosen, options, strict=True)
        ]
        return renewing.renew(listed.steps, payments, sum(option.quote.total for option in options))

    def worker(self, receipt: Receipt, place: int) -> str:
        """The worker at a place of a receipt."""
        return self.house.desk.voiding.covered(receipt.number)[place].worker_id

    def decide(self, entry_id: str) -> None:
        """A reviewer approves an entry, and the laptop hears of it."""
        self.house.settle()
        signed = Reviewing.at(self.centre.url)
        signed.sign_in("penyelia", self.centre.secrets.reviewer_password)
        signed.approve(entry_id, signed.record(entry_id).hash)
        signed.close()
        self.house.settle()

    def buckets(self) -> dict[str, int]:
        """The branch's rupiah by bucket; their sum is what was issued."""
        with self.centre.server.store.reading() as tx:
            totals = tx.money.totals()
        assert totals.rupiah == totals.receipts_rupiah
        return dict(totals.buckets)

    def cash(self) -> int:
        """Cash in hand, the same at both ends."""
        with self.centre.server.store.reading() as tx:
            device = tx.devices.device(self.house.desk.identity.device)
            assert device is not None
            there = cash_in_hand(cash_facts(tx.money.cash(device.agent_id).items()))
        assert MoneyHand(self.house.desk).cash() == there
        return there


@pytest.fixture
def february(tmp_path: Path) -> Iterator[February]:
    folder = tmp_path / "centre"
    with running_centre(folder) as centre:
        house = enrolled_desk(tmp_path / "profile", centre)
        enrolled(house.desk, tmp_path, range(1, PEOPLE + 1))
        house.settle()
        house.desk.close()
    with running_centre(folder, MARKET_DATE + timedelta(days=DAYS)) as centre:
        clock = HandClock()
        clock.move(days=DAYS)
        house.desk = SigningIn(house.profile, clock, server_url=centre.url).sign_in(PASSWORD)
        house.settle()
        yield February(house, centre, clock)
        house.desk.close()


def test_a_kelompok_pays_on_and_its_receipt_is_like_any_other(february: February) -> None:
    house, desk = february.house, february.house.desk
    receipt = february.renew()
    assert (receipt.received_from, receipt.total, len(receipt.people)) == (SPONSOR, PEOPLE * MONTH, PEOPLE)
    house.settle()
    assert house.waiting() == 0
    with desk.enrolling.database.reading() as session:
        found = entry_status.of_action(session, receipt.action_id)
    assert Counter((one.kind, one.review) for one in found) == {
        ("contribution", ReviewState.RECEIVED): 1,
        ("receipt", ReviewState.RECEIVED): 1,
    }
    assert february.buckets() == {"accepted": PEOPLE * (FIRST + MONTH)}

    voided = february.worker(receipt, 0)
    february.decide(desk.voiding.request(receipt.number, "wrong_amount", "no_cash", voided))
    assert february.buckets() == {"accepted": PEOPLE * (FIRST + MONTH) - MONTH, "voided": MONTH}
    assert february.cash() == PEOPLE * (FIRST + MONTH) - MONTH
    assert [one.due for one in desk.payers.all()] == [1]

    given = february.worker(receipt, 1)
    february.decide(desk.voiding.request(receipt.number, "wrong_amount", "cash_taken", given))
    (due,) = desk.refunding.due()
    assert due.rupiah == MONTH
    desk.refunding.give_back(due.decision_id, "payer", SPONSOR, SIGNATURE)
    house.settle()
    assert february.buckets()["refunded"] == MONTH
    assert february.cash() == PEOPLE * (FIRST + MONTH) - 2 * MONTH

    again = february.renew()
    assert (again.total, len(again.people)) == (2 * MONTH, 2)
    numbers = tuple(one.number for one in desk.depositing.in_hand())
    amount = sum(one.rupiah for one in desk.depositing.in_hand())
    assert (len(numbers), amount) == (3, PEOPLE * (FIRST + MONTH))
    desk.depositing.deposit(
        DepositWish(numbers, amount, "12345678", DepositChannel.BANK_COUNTER, february.clock.now())
    )
    house.settle()
    assert february.cash() == 0
    assert desk.payers.all()[0].due == 0


def test_a_whole_receipt_of_a_kelompok_is_voided_and_written_anew(february: February) -> None:
    desk = february.house.desk
    wrong = february.renew()
    february.decide(desk.voiding.request(wrong.number, "wrong_amount", "no_cash"))
    assert february.buckets() == {"accepted": PEOPLE * FIRST, "voided": PEOPLE * MONTH}
    right = february.renew()
    february.house.settle()
    assert (right.total, len(right.people)) == (wrong.total, PEOPLE)
    with desk.enrolling.database.reading() as session:
        found = entry_status.of_action(session, right.action_id)
    assert {one.review for one in found} == {ReviewState.RECEIVED}
    assert february.buckets() == {"accepted": PEOPLE * (FIRST + MONTH), "voided": PEOPLE * MONTH}
