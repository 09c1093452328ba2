"""Further months are paid by the rules and the terms of each month: one action, durably, or nothing at all."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from perisai_desktop.domain.collection import CollectionOption, Hurdle, Stranger, Terms
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import journal
from sync.rules.changes import EndCause
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import Offer, PayerKind
from sync.rules.reliefs import relief_for
from tests.support.desk_money import MoneyHand
from tests.support.desks import HandClock, filled_draft
from tests.support.round_desks import CARDED, take_card

NOVEMBER = IuranMonth(2026, 11)
TOLD = Terms(1_000_000, Offer.JKK_JKM, "Petani/Pekebun", "self")


@pytest.fixture
def hand(desk: AgentDesk) -> MoneyHand:
    return MoneyHand(desk)


@pytest.fixture
def worker(desk: AgentDesk, hand: MoneyHand) -> str:
    """A farmer who has paid November to January."""
    receipt = desk.enrolling.enrol(filled_draft(desk))
    return hand.written(receipt.action_id)[0].worker_id or ""


def months(desk: AgentDesk, worker: str) -> list[tuple[str, int, int, int]]:
    """First month, months, of them overdue, and price of every option."""
    found = desk.collecting.outlook(worker).options
    return [(str(one.first), one.months, one.arrears, one.quote.total) for one in found]


def pay(desk: AgentDesk, worker: str, option: CollectionOption) -> Receipt:
    return desk.collecting.collect(worker, option.first, option.months, option.quote.total)


def refused(desk: AgentDesk, worker: str, first: IuranMonth, count: int, shown: int) -> Failure:
    """What refuses a payment; nothing of it is written."""
    with desk.enrolling.database.reading() as session:
        entries = len(list(journal.replay(session)))
    with pytest.raises(Failure) as caught:
        desk.collecting.collect(worker, first, count, shown)
    with desk.enrolling.database.reading() as session:
        assert len(list(journal.replay(session))) == entries
    return caught.value


def test_whoever_owes_nothing_pays_ahead(desk: AgentDesk, worker: str) -> None:
    full = 16_800
    assert months(desk, worker) == [
        ("2027-02", 1, 0, full),
        ("2027-02", 3, 0, 3 * full),
        ("2027-02", 6, 0, 6 * full),
    ]
    outlook = desk.collecting.outlook(worker)
    assert (outlook.arrears, outlook.usual, outlook.hurdle) == (0, 0, None)
    assert str(outlook.paid_until) == "2027-01"
    assert [one.in_a_row for one in outlook.options] == [4, 6, 9]


def test_arrears_alone_oldest_first_or_all_of_them_with_months_ahead(
    desk: AgentDesk, worker: str, clock: HandClock
) -> None:
    clock.move(days=130)  # 2027-04-01: February is overdue
    assert months(desk, worker) == [
        ("2027-02", 1, 1, 16_800),
        ("2027-02", 2, 1, 33_600),
        ("2027-02", 4, 1, 67_200),
        ("2027-02", 7, 1, 117_600),
        ("2027-02", 13, 1, 218_400),
    ]
    clock.move(days=50)  # 2027-05-21: February to April
    outlook = desk.collecting.outlook(worker)
    assert [(one.months, one.arrears) for one in outlook.options][:4] == [(1, 1), (2, 2), (3, 3), (4, 3)]
    assert outlook.options[outlook.usual].months == outlook.arrears == 3
    clock.move(days=26)  # 2027-06-16: a fourth month is overdue
    outlook = desk.collecting.outlook(worker)
    assert (outlook.options, outlook.hurdle) == ((), Hurdle.ENDED)
    assert refused(desk, worker, IuranMonth(2027, 2), 4, 67_200) == Failure(FailureCode.MEMBERSHIP_ENDED)


def test_reliefs_go_by_the_month_that_is_paid_whenever_it_is_paid(
    desk: AgentDesk, clock: HandClock, hand: MoneyHand
) -> None:
    receipt = desk.enrolling.enrol(filled_draft(desk, months="1"))
    worker = hand.written(receipt.action_id)[0].worker_id or ""
    clock.move(days=70)  # 2027-01-31: December is overdue and was relieved, January is not
    (one, two) = desk.collecting.outlook(worker).options[:2]
    assert (one.quote.total, one.quote.full, [each.law for each in one.reliefs]) == (
        8_400,
        16_800,
        ["PP 50/2025"],
    )
    assert (two.months, two.quote.total) == (2, 8_400 + 16_800)
    assert (one.in_a_row, two.in_a_row) == (2, 3)


def test_a_payment_is_one_action_with_its_receipt(desk: AgentDesk, worker: str, hand: MoneyHand) -> None:
    cash = hand.cash()
    option = desk.collecting.outlook(worker).options[1]
    receipt = pay(desk, worker, option)
    contribution, issued = hand.written(receipt.action_id)
    assert (contribution.kind, issued.kind) == ("contribution", "receipt")
    assert contribution.personal is None
    assert contribution.worker_id == issued.worker_id == worker
    assert issued.value["body"]["contributions"] == [contribution.entry_id]
    assert contribution.value["body"]["credits"] == []
    assert (receipt.total, receipt.received_from, receipt.nik_tail) == (50_400, "Ma'rifah Wijaya", "0004")
    assert receipt.number.split("-")[2] == "000002"
    assert desk.receipting.receipt(receipt.number) == receipt
    assert hand.cash() == cash + 50_400
    assert hand.paid_until(worker) == "2027-04"
    hand.prove_rebuild()


def test_what_the_screen_named_is_what_is_written_or_nothing_is(
    desk: AgentDesk, worker: str, clock: HandClock
) -> None:
    option = desk.collecting.outlook(worker).options[0]
    assert refused(desk, worker, option.first, 1, 16_000) == Failure(
        FailureCode.PRICE_CHANGED, shown=16_000, price=16_800
    )
    assert refused(desk, worker, option.first, 2, 33_600) == Failure(FailureCode.MONTHS_NOT_PAYABLE)
    pay(desk, worker, option)
    assert refused(desk, worker, option.first, 1, 16_800) == Failure(FailureCode.MONTHS_NOT_PAYABLE)
    assert refused(desk, "nobody", option.first, 1, 16_800) == Failure(FailureCode.WORKER_UNKNOWN)
    again = pay(desk, worker, desk.collecting.outlook(worker).options[0])
    assert again.number.split("-")[2] == "000003"


def test_a_laptop_that_may_not_write_takes_no_cash(desk: AgentDesk, worker: str) -> None:
    with desk.enrolling.database.transaction() as session:
        desk.collecting.pen.gate.close(session)
    first = IuranMonth(2027, 2)
    assert refused(desk, worker, first, 1, 16_800) == Failure(FailureCode.STORE_ROLLED_BACK)


def test_nobody_pays_further_ahead_than_a_year(desk: AgentDesk, worker: str) -> None:
    for count in (6, 3, 1):
        options = {one.months: one for one in desk.collecting.outlook(worker).options}
        if count in options:
            pay(desk, worker, options[count])
    assert MoneyHand(desk).paid_until(worker) == "2027-11"
    outlook = desk.collecting.outlook(worker)
    assert (outlook.options, outlook.hurdle) == ((), Hurdle.PAID_AHEAD)


def test_each_month_costs_what_the_worker_s_terms_say_of_it(
    desk: AgentDesk, worker: str, hand: MoneyHand
) -> None:
    march = IuranMonth(2027, 3)
    form = replace(desk.changing.form(worker, march), income="2600000", offer="JKK+JKM+JHT")
    changed = desk.changing.change(worker, form, march, {})
    bracket = desk.reference.tariff_for(march).bracket_for(2_600_000)  # type: ignore[union-attr]
    dearer = bracket.jkk + bracket.jkm + bracket.jht
    assert [one[3] for one in months(desk, worker)][:2] == [16_800, 16_800 + 2 * dearer]
    receipt = pay(desk, worker, desk.collecting.outlook(worker).options[1])
    body = hand.written(receipt.action_id)[0].value["body"]
    assert [(line["month"], line["programme"]) for line in body["lines"]][:3] == [
        ("2027-02", "JKK"),
        ("2027-02", "JKM"),
        ("2027-03", "JKK"),
    ]
    hand.decide(changed, "refused", reason="not_justified")
    assert months(desk, worker)[0][3] == 16_800


def test_nothing_is_paid_for_months_behind_the_end(desk: AgentDesk, worker: str, clock: HandClock) -> None:
    desk.changing.end(worker, EndCause.EMPLOYMENT, IuranMonth(2027, 4))
    assert [(first, count) for first, count, *_ in months(desk, worker)] == [("2027-02", 1)]
    desk.changing.end(worker, EndCause.EMPLOYMENT, IuranMonth(2027, 2))
    assert desk.collecting.outlook(worker).hurdle is Hurdle.PAID_AHEAD
    clock.move(days=80)
    assert desk.collecting.outlook(worker).hurdle is Hurdle.ENDED


def test_a_void_frees_its_months_at_once(desk: AgentDesk, worker: str, hand: MoneyHand) -> None:
    first = pay(desk, worker, desk.collecting.outlook(worker).options[0])
    desk.voiding.request(first.number, "wrong_amount", "no_cash")
    assert months(desk, worker)[0][:2] == ("2027-02", 1)
    begun = next(number for number in desk.receipting.for_worker(worker) if number != first.number)
    desk.voiding.request(begun, "wrong_amount", "no_cash")
    outlook = desk.collecting.outlook(worker)
    assert (str(outlook.paid_until), outlook.options[0].first) == ("2026-10", NOVEMBER)


def test_who_was_enrolled_elsewhere_is_priced_by_what_is_told(desk: AgentDesk, hand: MoneyHand) -> None:
    take_card(desk, nik="3202081408900009")
    outlook = desk.collecting.outlook(CARDED)
    assert (outlook.hurdle, outlook.options, outlook.occupation) == (Hurdle.TERMS_UNKNOWN, (), "")
    option = desk.collecting.outlook(CARDED, TOLD).options[0]
    assert (str(option.first), option.quote.total, option.in_a_row) == ("2026-11", 8_400, None)
    receipt = desk.collecting.collect(CARDED, option.first, 1, 8_400, TOLD)
    (told,) = (hand.written(receipt.action_id)[0].personal_value or {})["workers"]
    assert told == {"worker_id": CARDED, "nik": "3202081408900009", "name": "Siti Contoh"}
    assert receipt.received_from == "Siti Contoh"


def test_somebody_unknown_pays_with_nik_and_name(desk: AgentDesk, hand: MoneyHand) -> None:
    stranger = Stranger("320208 140890 0008", "  Budi  Contoh ", IuranMonth(2026, 9))
    outlook = desk.collecting.outlook_of_stranger(stranger, TOLD)
    assert (outlook.name, outlook.nik, outlook.arrears) == ("Budi Contoh", "3202081408900008", 1)
    option = outlook.options[0]
    receipt = desk.collecting.collect_from_stranger(stranger, TOLD, option.first, 1, option.quote.total)
    contribution = hand.written(receipt.action_id)[0]
    (told,) = (contribution.personal_value or {})["workers"]
    assert told["worker_id"] == contribution.worker_id
    assert (told["nik"], told["name"], receipt.received_from) == (
        "3202081408900008",
        "Budi Contoh",
        "Budi Contoh",
    )
    assert desk.collecting.holder("3202081408900008") == contribution.worker_id
    hand.prove_rebuild()
    with pytest.raises(Failure) as caught:
        desk.collecting.outlook_of_stranger(stranger, TOLD)
    assert caught.value == Failure(FailureCode.FORM_HAS_ERRORS, codes=("nik_already_here",), fields=("nik",))


def test_terms_are_held_to_the_rules_of_the_form_all_at_once(desk: AgentDesk) -> None:
    form = EnrolmentForm(nik="12", offer="", occupation="Tukang sulap", income="1")
    with pytest.raises(Failure) as caught:
        desk.collecting.check_stranger(form, NOVEMBER)
    assert caught.value.data["fields"] == ("nik", "name", "occupation", "income", "income", "offer")
    with pytest.raises(Failure) as caught:
        desk.collecting.terms(form)
    assert caught.value.data["fields"] == ("occupation", "income", "income", "offer")
    told = EnrolmentForm(
        nik="3202081408900008",
        name="Budi",
        offer="JKK+JKM",
        occupation="Petani/Pekebun",
        income="1.000.000",
    )
    assert desk.collecting.terms(told) == TOLD
    assert desk.collecting.check_stranger(told, NOVEMBER).name == "Budi"


def test_who_comes_back_finds_the_form_as_it_was_without_consent(
    desk: AgentDesk, worker: str, clock: HandClock
) -> None:
    clock.move(days=300)
    known = desk.changing.form(worker, IuranMonth.of(clock.today()))
    draft = desk.drafting.again(known)
    assert desk.drafting.open() == draft
    assert (draft.form.name, draft.form.mother_name) == (known.name, known.mother_name)
    assert (draft.form.first_month, draft.form.months) == ("2027-09", "3")
    assert (draft.form.consents, draft.form.declaration, draft.signature) == (frozenset(), False, ())


def test_a_stranger_needs_a_nik_and_a_name_that_can_be_written(desk: AgentDesk) -> None:
    with pytest.raises(Failure) as caught:
        desk.collecting.outlook_of_stranger(Stranger("12", " ", NOVEMBER), TOLD)
    assert caught.value == Failure(
        FailureCode.FORM_HAS_ERRORS, codes=("nik_length", "name_missing"), fields=("nik", "name")
    )
    long = Stranger("3202081408900008", "x" * 201, NOVEMBER)
    with pytest.raises(Failure) as caught:
        desk.collecting.collect_from_stranger(long, TOLD, NOVEMBER.plus(1), 1, 8_400)
    assert caught.value == Failure(FailureCode.FIELD_UNFIT, field="name")
    assert desk.collecting.holder("12") is None


def test_the_price_list_follows_the_dated_reliefs_whatever_is_asked_first(desk: AgentDesk) -> None:
    """New participants of the relief of 2020 pay two months in full; the list keeps both prices apart."""
    august, prices = IuranMonth(2020, 8), desk.collecting.prices
    alike = prices.likeness(TOLD)
    assert prices.likeness(replace(TOLD, income=1_099_000)) == alike
    assert prices.likeness(replace(TOLD, income=9_000_000)) != alike
    chance = random.Random(4)
    asked = [(august.plus(chance.randrange(6)), chance.choice([None, august.plus(1)])) for _ in range(60)]
    for month, enrolled in asked:
        line = prices.line(alike, month, enrolled)
        assert line is not None
        for programme, amount in line.amounts:
            relief = relief_for(
                desk.reference.reliefs, month, programme, False, PayerKind.SELF, enrolled=enrolled
            )
            assert line.relief_of(programme) == (None if relief is None else relief.code)
            assert amount > 0
    assert prices.line(alike, IuranMonth(1990, 1), None) is None
    assert prices.quote(TOLD, (), None, IuranMonth(1990, 1), 2) is None
