"""What a change would mean is told before it is written, and what was written is told on the card."""

from __future__ import annotations

from datetime import date

import pytest

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.domain.life import LifeOutlook, LifeWish
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import feed
from sync.rules.changes import EndCause
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import ClientState
from tests.support.desk_money import MoneyHand
from tests.support.desks import SIGNATURE, filled_draft
from tests.support.sample_bodies import AT, identifier
from tests.support.stores import card

NOVEMBER, JANUARY, FEBRUARY = IuranMonth(2026, 11), IuranMonth(2027, 1), IuranMonth(2027, 2)


@pytest.fixture
def worker(desk: AgentDesk) -> str:
    """A farmer who paid November to January."""
    receipt = desk.enrolling.enrol(filled_draft(desk))
    return MoneyHand(desk).written(receipt.action_id)[0].worker_id or ""


def look(desk: AgentDesk, worker_id: str, month: IuranMonth | None = None, **edits: str) -> LifeOutlook:
    return desk.life_outlooks.look(worker_id, LifeWish(edits, month))


def test_without_a_change_nothing_is_different(desk: AgentDesk, worker: str) -> None:
    outlook = look(desk, worker)
    assert (outlook.until, outlook.month, outlook.changed, outlook.fault) == (
        JANUARY,
        NOVEMBER,
        frozenset(),
        None,
    )
    assert outlook.before == outlook.form
    assert (outlook.months[0], outlook.months[-1]) == (NOVEMBER, NOVEMBER.plus(12))
    assert [(one.month, one.before) for one in outlook.prices] == [
        (FEBRUARY.plus(n), 16_800) for n in range(4)
    ]
    assert not outlook.dearer_or_cheaper


def test_a_new_price_begins_behind_the_paid_months_and_is_the_one_then_taken(
    desk: AgentDesk, worker: str
) -> None:
    outlook = look(desk, worker, income="3.500.000", offer="JKK+JKM+JHT")
    assert (outlook.month, outlook.changed) == (FEBRUARY, frozenset({"income", "offer"}))
    assert (outlook.findings, outlook.fault, outlook.dearer_or_cheaper) == ((), None, True)
    later = look(desk, worker, FEBRUARY.plus(2), income="3.500.000", offer="JKK+JKM+JHT")
    assert [one.month for one in later.prices] == [FEBRUARY.plus(n) for n in range(1, 5)]
    assert later.prices[0].before == later.prices[0].after == 16_800
    desk.changing.change(worker, later.form, later.month, {})
    options = desk.collecting.outlook(worker).options
    two, three = (next(one for one in options if one.months == months) for months in (1, 3))
    assert two.quote.total == 16_800
    assert three.quote.total == 2 * 16_800 + (later.prices[1].after or 0)


def test_a_phone_number_counts_at_once_and_a_price_never_in_paid_months(desk: AgentDesk, worker: str) -> None:
    assert look(desk, worker, phone="0813-1111-2222").month == NOVEMBER
    early = look(desk, worker, JANUARY, income="2000000")
    assert (early.month, early.fault) == (JANUARY, FailureCode.CHANGE_TOO_EARLY)


def test_what_is_wrong_is_told_of_the_changed_fields_alone(desk: AgentDesk, worker: str) -> None:
    wrong = look(desk, worker, income="1500500", phone="12")
    assert {one.reaction.value for one in wrong.errors} == {"income_not_thousands", "phone_invalid"}
    assert (wrong.prices, wrong.warnings) == ((), ())
    desk.enrolling.enrol(
        filled_draft(desk, nik="3202081508900004", birth_date="1990-08-15", phone="081234567891", name="Lain")
    )
    shared = look(desk, worker, phone="081234567891")
    assert [one.reaction.value for one in shared.warnings] == ["phone_shared"]


def test_an_end_says_which_paid_months_lie_behind_it(desk: AgentDesk, worker: str) -> None:
    wish = LifeWish(cause=EndCause.DEATH, ended_on=date(2026, 11, 2))
    died = desk.life_outlooks.look(worker, wish)
    assert (died.month, died.months) == (NOVEMBER.plus(1), (NOVEMBER, NOVEMBER.plus(1)))
    assert (died.beyond, died.fault) == ((NOVEMBER.plus(1), JANUARY), None)
    assert {one.after for one in died.prices} == {None}
    stops = desk.life_outlooks.look(worker, LifeWish(cause=EndCause.OWN_WISH))
    assert (stops.month, stops.beyond, stops.fault) == (FEBRUARY, (), None)
    tomorrow = LifeWish(cause=EndCause.DEATH, ended_on=date(2026, 11, 23))
    assert desk.life_outlooks.look(worker, tomorrow).fault is FailureCode.END_DATE_UNFIT


def test_behind_an_end_nothing_changes(desk: AgentDesk, worker: str) -> None:
    desk.changing.end(worker, EndCause.OWN_WISH, FEBRUARY)
    outlook = look(desk, worker, income="2000000")
    assert outlook.fault is FailureCode.MEMBERSHIP_ENDED
    assert {(one.before, one.after) for one in outlook.prices} == {(None, None)}


def test_of_who_was_enrolled_elsewhere_no_price_is_told(desk: AgentDesk) -> None:
    item = card(1, 9, nik="3202081508900004", birth_date="1990-08-15")
    feed.apply_page(desk.enrolling.database, [item], 1, AT)
    outlook = look(desk, identifier(9), phone="081311112222")
    assert (outlook.prices, outlook.changed, outlook.errors) == ((), frozenset({"phone"}), ())


def test_the_card_tells_what_was_written(desk: AgentDesk, worker: str) -> None:
    new = look(desk, worker, income="2000000", phone="081311112222")
    desk.changing.change(worker, new.form, new.month, {})
    desk.changing.end(worker, EndCause.EMPLOYMENT, FEBRUARY.plus(2))
    desk.withdrawing.withdraw(worker, desk.withdrawing.purposes(worker)[:1], SIGNATURE)
    changed, ended, withdrawn = desk.finding.card(worker).life
    assert (changed.month, changed.fields, changed.end) == (FEBRUARY, frozenset({"income", "phone"}), None)
    assert (ended.month, ended.end, ended.client) == (
        FEBRUARY.plus(2),
        EndCause.EMPLOYMENT,
        ClientState.SEALED,
    )
    assert (withdrawn.month, len(withdrawn.purposes)) == (None, 1)
