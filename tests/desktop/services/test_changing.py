"""What changes in a worker's life is written with its base, holds from its month on, and is undone by a refusal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import feed, journal
from perisai_desktop.storage.projections import lives
from sync.protocol.bodies.handover import Handover
from sync.protocol.kinds import EntryKind
from sync.rules.changes import EndCause
from sync.rules.iuran_month import IuranMonth
from tests.support.desk_money import MoneyHand
from tests.support.desks import HandClock, filled_draft
from tests.support.sample_bodies import AT, identifier
from tests.support.stores import card

NOVEMBER, FEBRUARY = IuranMonth(2026, 11), IuranMonth(2027, 2)


@pytest.fixture
def hand(desk: AgentDesk) -> MoneyHand:
    return MoneyHand(desk)


@pytest.fixture
def worker(desk: AgentDesk, hand: MoneyHand) -> str:
    receipt = desk.enrolling.enrol(filled_draft(desk))
    return hand.written(receipt.action_id)[0].worker_id or ""


def change(desk: AgentDesk, worker_id: str, month: IuranMonth = FEBRUARY, **fields: str) -> str:
    form = replace(desk.changing.form(worker_id, month), **fields)  # type: ignore[arg-type]
    return desk.changing.change(worker_id, form, month, {})


def refused(desk: AgentDesk, worker_id: str, month: IuranMonth = FEBRUARY, **fields: str) -> Failure:
    with pytest.raises(Failure) as found:
        change(desk, worker_id, month, **fields)
    return found.value


def due(desk: AgentDesk, worker_id: str) -> str | None:
    with desk.enrolling.database.reading() as session:
        query = "SELECT month FROM due WHERE worker_id = ?"
        row = session.connection().exec_driver_sql(query, (worker_id,)).one_or_none()
    return None if row is None else str(row[0])


def test_a_change_says_what_is_new_from_its_month_on(desk: AgentDesk, hand: MoneyHand, worker: str) -> None:
    written = hand.entry(change(desk, worker, income="2.600.000", offer="JKK+JKM+JHT", phone="081311112222"))
    with desk.enrolling.database.reading() as session:
        enrolment = journal.of_worker(session, worker)[0]
    assert (written.kind, written.worker_id, written.value["base"]) == ("change", worker, enrolment.hash)
    assert written.value["body"] == {
        "from_month": "2027-02",
        "bracket": desk.reference.tariff_for(FEBRUARY).bracket_for(2_600_000).number,  # type: ignore[union-attr]
        "income": 2_600_000,
        "offer": "JKK+JKM+JHT",
        "findings": [],
        "rules_version": desk.reference.version,
    }
    assert (written.personal_value or {})["phone"] == "081311112222"
    before, after = (desk.changing.form(worker, month) for month in (FEBRUARY.plus(-1), FEBRUARY))
    assert (before.income, before.phone) == ("1000000", filled_draft(desk).form.phone)
    assert (after.income, after.offer, after.phone) == ("2600000", "JKK+JKM+JHT", "081311112222")
    assert desk.finding.card(worker).phone == "081311112222"
    hand.prove_rebuild()


def test_the_card_shows_the_new_job_once_its_month_has_come(
    desk: AgentDesk, hand: MoneyHand, worker: str, clock: HandClock
) -> None:
    old = desk.finding.card(worker).row.occupation
    occupations = [one.name for one in desk.reference.occupations.all if one.name != old]
    entry_id = change(desk, worker, occupation=occupations[0], income="3000000")
    assert (desk.finding.card(worker).row.occupation, desk.finding.card(worker).income) == (old, 1_000_000)
    clock.move(days=80)
    assert desk.finding.card(worker).row.occupation == occupations[0]
    assert desk.finding.search().rows[0].occupation == occupations[0]
    assert desk.finding.card(worker).income == 3_000_000
    hand.decide(entry_id, "refused", reason="not_justified")
    assert (desk.finding.card(worker).row.occupation, desk.finding.card(worker).income) == (old, 1_000_000)
    assert desk.changing.form(worker, FEBRUARY).income == "1000000"
    hand.prove_rebuild()
    hand.decide(entry_id, "approved")
    assert desk.finding.card(worker).row.occupation == occupations[0]
    assert desk.changing.form(worker, FEBRUARY).income == "3000000"
    hand.prove_rebuild()


def test_the_next_change_stands_on_the_one_before(desk: AgentDesk, hand: MoneyHand, worker: str) -> None:
    first = hand.entry(change(desk, worker, income="2000000"))
    second = hand.entry(change(desk, worker, FEBRUARY.plus(1), income="3000000"))
    assert second.value["base"] == first.hash
    assert [desk.changing.form(worker, FEBRUARY.plus(n)).income for n in (0, 1)] == ["2000000", "3000000"]


def test_a_price_never_changes_in_paid_months_and_nothing_reaches_back(desk: AgentDesk, worker: str) -> None:
    assert desk.changing.earliest(worker, {"income"}) == FEBRUARY
    assert desk.changing.earliest(worker, {"phone"}) == NOVEMBER
    early = Failure(FailureCode.CHANGE_TOO_EARLY)
    assert refused(desk, worker, FEBRUARY.plus(-1), income="2000000") == early
    assert refused(desk, worker, NOVEMBER.plus(-1), phone="081311112222") == early
    assert refused(desk, worker, NOVEMBER.plus(13), income="2000000") == Failure(FailureCode.CHANGE_TOO_LATE)
    assert refused(desk, worker) == Failure(FailureCode.NOTHING_CHANGED)
    change(desk, worker, NOVEMBER, phone="081311112222")


def test_a_change_is_held_to_the_rules_of_the_form(desk: AgentDesk, worker: str) -> None:
    assert refused(desk, worker, income="2000001") == Failure(
        FailureCode.FORM_HAS_ERRORS, codes=("income_not_thousands",), fields=("income",)
    )
    assert refused(desk, worker, income="1").data["codes"] == ("income_below_minimum", "income_not_thousands")
    assert refused(desk, worker, name="Lain") == Failure(FailureCode.FIELD_NOT_CORRECTABLE, field="name")
    assert refused(desk, worker, offer="") == Failure(FailureCode.FIELD_UNFIT, field="offer")
    desk.enrolling.enrol(
        filled_draft(desk, nik="3202081508900004", birth_date="1990-08-15", phone="081234567891", name="Lain")
    )
    assert refused(desk, worker, phone="081234567891") == Failure(
        FailureCode.REASON_MISSING, field="phone", code="phone_shared"
    )
    form = replace(desk.changing.form(worker, FEBRUARY), phone="081234567891")
    written = desk.changing.change(worker, form, FEBRUARY, {"phone_shared": "Satu rumah"})
    findings = MoneyHand(desk).entry(written).value["body"]["findings"]
    assert findings == [{"code": "phone_shared", "reason": "Satu rumah"}]


def test_an_end_stops_what_falls_due(desk: AgentDesk, hand: MoneyHand, worker: str, clock: HandClock) -> None:
    assert due(desk, worker) == "2027-02"
    ended = desk.changing.end(worker, EndCause.EMPLOYMENT, FEBRUARY)
    assert hand.entry(ended).value["body"] == {
        "from_month": "2027-02",
        "end": {"cause": "employment"},
        "findings": [],
    }
    assert due(desk, worker) is None
    assert refused(desk, worker, income="2000000") == Failure(FailureCode.MEMBERSHIP_ENDED)
    clock.move(days=120)
    row = desk.finding.card(worker).row
    assert (row.arrears, row.ended_from) == (0, FEBRUARY)
    hand.decide(ended, "refused", reason="not_justified")
    assert (due(desk, worker), desk.finding.card(worker).row.ended_from) == ("2027-02", None)
    hand.prove_rebuild()


def test_months_before_the_end_are_still_owed(desk: AgentDesk, worker: str, clock: HandClock) -> None:
    desk.changing.end(worker, EndCause.OWN_WISH, FEBRUARY.plus(1))
    assert due(desk, worker) == "2027-02"
    clock.move(days=160)
    assert desk.finding.card(worker).row.arrears == 1


def test_a_death_is_heard_of_late(desk: AgentDesk, worker: str, hand: MoneyHand) -> None:
    for month, on in (
        (FEBRUARY, date(2026, 11, 20)),
        (NOVEMBER.plus(1), date(2026, 12, 20)),
    ):
        with pytest.raises(Failure) as unfit:
            desk.changing.end(worker, EndCause.DEATH, month, on)
        assert unfit.value == Failure(FailureCode.END_DATE_UNFIT)
    written = desk.changing.end(worker, EndCause.DEATH, NOVEMBER.plus(-1), date(2026, 10, 2))
    assert hand.entry(written).value["body"]["end"] == {"cause": "death", "on": "2026-10-02"}
    assert due(desk, worker) is None


def test_who_comes_back_is_enrolled_again(desk: AgentDesk, worker: str, clock: HandClock) -> None:
    desk.changing.end(worker, EndCause.EMPLOYMENT, FEBRUARY)
    with pytest.raises(Failure) as still:
        desk.enrolling.enrol(filled_draft(desk))
    assert still.value.code is FailureCode.FORM_HAS_ERRORS
    clock.move(days=90)
    draft = filled_draft(desk)
    again = desk.enrolling.enrol(replace(draft, form=replace(draft.form, first_month="2027-02")))
    assert MoneyHand(desk).written(again.action_id)[0].worker_id == worker
    assert due(desk, worker) == "2027-05"
    with desk.enrolling.database.reading() as session:
        assert lives.lives(session, [worker], FEBRUARY) == {}
    assert desk.changing.earliest(worker, {"offer"}) == FEBRUARY.plus(3)


def test_a_worker_known_by_a_card_alone_is_changed_without_a_base(desk: AgentDesk, hand: MoneyHand) -> None:
    feed.apply_page(
        desk.enrolling.database, [card(1, 9, nik="3202081508900004", birth_date="1990-08-15")], 1, AT
    )
    written = hand.entry(change(desk, identifier(9), phone="081311112222"))
    assert "base" not in written.value
    second = hand.entry(change(desk, identifier(9), income="2000000"))
    assert second.value["base"] == written.hash
    with pytest.raises(Failure) as unknown:
        desk.changing.form("nobody", FEBRUARY)
    assert unknown.value == Failure(FailureCode.WORKER_UNKNOWN)


def test_who_was_handed_over_is_changed_by_the_other_agent(
    desk: AgentDesk, hand: MoneyHand, worker: str, clock: HandClock
) -> None:
    body = Handover(
        workers=(worker,), side="gives", from_agent="A-1", to_agent="A-2", decision_id=identifier(1)
    )
    with desk.enrolling.database.transaction() as session:
        action = desk.enrolling.pen.action(session)
        action.write(EntryKind.HANDOVER, body)
        action.finish()
    assert refused(desk, worker, phone="081311112222") == Failure(FailureCode.HANDED_OVER)
    clock.move(days=120)
    row = desk.finding.card(worker).row
    assert (row.handed_to, row.arrears, due(desk, worker)) == ("A-2", 0, None)
    hand.prove_rebuild()
