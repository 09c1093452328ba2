"""A kelompok pays on: everybody who can on one receipt, in one action, and who pays for whom is read from the journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from perisai_desktop.domain.collection import Hurdle
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.group_renewal import MemberPayment, RenewalMember, RenewalOutlook
from perisai_desktop.domain.kelompok import KelompokKind
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolment_versions import decoded
from perisai_desktop.storage import journal, rebuild
from sync.protocol.bodies.contribution import Contribution, ContributionPersonal
from sync.protocol.bodies.receipt import Receipt as ReceiptBody
from sync.rules.changes import EndCause
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import PayerKind
from tests.support.desk_money import MoneyHand
from tests.support.desks import HandClock
from tests.support.kelompok_lists import SPONSOR, enrolled
from tests.support.round_desks import ELSEWHERE, HERE, enrol
from tests.support.stores import dump

JANUARY, FEBRUARY, MARCH = IuranMonth(2027, 1), IuranMonth(2027, 2), IuranMonth(2027, 3)


@pytest.fixture
def hand(desk: AgentDesk) -> MoneyHand:
    return MoneyHand(desk)


def projected(desk: AgentDesk) -> list[str]:
    with desk.enrolling.database.transaction() as session:
        return dump(session)


def opened(desk: AgentDesk, place: int = 0) -> RenewalOutlook:
    return desk.group_renewing.outlook(desk.payers.all()[place].steps)


def wishes(members: Sequence[RenewalMember], ahead: int = 0) -> tuple[list[MemberPayment], int]:
    """What pays for some members, and the sum."""
    chosen = [(one, one.options[one.place_of(ahead)]) for one in members]
    payments = [MemberPayment(one.worker_id, option.first, option.months) for one, option in chosen]
    return payments, sum(option.quote.total for _, option in chosen)


def renewed(
    desk: AgentDesk, outlook: RenewalOutlook, members: Sequence[RenewalMember], ahead: int = 0
) -> Receipt:
    return desk.group_renewing.renew(outlook.steps, *wishes(members, ahead))


def test_everybody_of_last_month_is_paid_for_by_one_action_with_one_receipt(
    desk: AgentDesk, hand: MoneyHand, clock: HandClock, tmp_path: Path
) -> None:
    enrolled(desk, tmp_path, (1, 2, 3))
    clock.move(days=75)  # 2027-02-05
    (listed,) = desk.payers.all()
    assert (listed.name, listed.payer, listed.members) == (SPONSOR, PayerKind.COMPANY, 3)
    assert (listed.due, listed.owed, listed.month) == (3, 3 * 16_800, FEBRUARY)
    assert listed.villages == ("Desa Sukamaju",)
    outlook = opened(desk)
    assert [one.nik[-4:] for one in outlook.members] == ["0001", "0002", "0003"]
    assert all(one.due and not one.left_out and one.until == JANUARY for one in outlook.members)
    receipt = renewed(desk, outlook, outlook.members)

    paid, issued = (decoded(entry) for entry in hand.written(receipt.action_id))
    assert paid is not None
    assert isinstance(paid.body, Contribution)
    assert isinstance(paid.personal, ContributionPersonal)
    assert (paid.personal.payer_name, paid.personal.workers) == (SPONSOR, ())
    assert {(line.month, line.payer) for line in paid.body.lines} == {("2027-02", "company")}
    assert issued is not None
    assert isinstance(issued.body, ReceiptBody)
    assert (issued.body.workers, issued.body.total, issued.envelope.worker_id) == (3, 50_400, None)
    assert (issued.body.payer, issued.body.number) == ("company", receipt.number)
    assert (receipt.received_from, receipt.payer, receipt.total) == (SPONSOR, PayerKind.COMPANY, 50_400)
    assert [(one.nik_tail, one.total) for one in receipt.people] == [
        (tail, 16_800) for tail in ("0001", "0002", "0003")
    ]
    assert receipt == desk.receipting.receipt(receipt.number)

    (after,) = desk.payers.all()
    assert (after.members, after.due, after.owed, after.month) == (3, 0, 0, MARCH)
    assert not any(one.due for one in opened(desk).members)
    assert {hand.paid_until(one.worker_id) for one in outlook.members} == {"2027-02"}


def test_a_second_press_takes_nothing(desk: AgentDesk, clock: HandClock, tmp_path: Path) -> None:
    enrolled(desk, tmp_path, (1, 2))
    clock.move(days=75)
    outlook = opened(desk)
    renewed(desk, outlook, outlook.members)
    with pytest.raises(Failure) as caught:
        renewed(desk, outlook, outlook.members)
    assert caught.value == Failure(FailureCode.MEMBERS_NOT_PAYABLE, count=2)
    assert len(desk.receipting.recent()) == 2


def test_a_sum_other_than_the_price_takes_nothing(desk: AgentDesk, clock: HandClock, tmp_path: Path) -> None:
    enrolled(desk, tmp_path, (1, 2))
    clock.move(days=75)
    outlook = opened(desk)
    payments, total = wishes(outlook.members)
    with pytest.raises(Failure) as caught:
        desk.group_renewing.renew(outlook.steps, payments, total - 1)
    assert caught.value == Failure(FailureCode.PRICE_CHANGED, shown=total - 1, price=total)
    with pytest.raises(ValueError, match="1 to 500"):
        desk.group_renewing.renew(outlook.steps, [], 0)
    assert len(desk.receipting.recent()) == 1


def test_nothing_is_half_written_where_the_store_breaks_off(
    desk: AgentDesk, clock: HandClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enrolled(desk, tmp_path, (1, 2))
    clock.move(days=75)
    outlook = opened(desk)
    before = projected(desk)

    def break_off(*_told: object) -> Receipt:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patched:
        patched.setattr("perisai_desktop.services.group_renewing.read_receipt", break_off)
        with pytest.raises(RuntimeError):
            renewed(desk, outlook, outlook.members)
    assert projected(desk) == before
    assert renewed(desk, outlook, outlook.members).number.split("-")[2] == "000002"


def test_who_was_left_out_last_time_is_told(desk: AgentDesk, clock: HandClock, tmp_path: Path) -> None:
    enrolled(desk, tmp_path, (1, 2, 3))
    clock.move(days=75)
    first, second, third = opened(desk).members
    renewed(desk, opened(desk), [first, second])
    assert [one.left_out for one in opened(desk).members] == [False, False, False]
    clock.move(days=28)  # 2027-03-05
    assert len(desk.payers.all()) == 1
    outlook = opened(desk)
    renewed(desk, outlook, outlook.members[:1])
    renewed(desk, opened(desk), [opened(desk).members[1]])
    told = {one.worker_id: one.left_out for one in opened(desk).members}
    assert told == {first.worker_id: False, second.worker_id: False, third.worker_id: True}
    renewed(desk, opened(desk), [opened(desk).members[2]])
    assert not opened(desk).members[2].left_out


def test_who_cannot_be_renewed_is_named_with_the_reason(
    desk: AgentDesk, hand: MoneyHand, clock: HandClock, tmp_path: Path
) -> None:
    enrolled(desk, tmp_path, (1, 2, 3, 4))
    first, second, third, _ = (one.worker_id for one in opened(desk).members)
    clock.move(days=75)
    desk.changing.end(first, EndCause.EMPLOYMENT, FEBRUARY)
    enrolment = next(one for one in hand.written_kind("enrolment") if one.worker_id == second)
    hand.decide(enrolment.entry_id, "refused", reason="not_a_worker")
    hurdles = {one.worker_id: one.hurdle for one in opened(desk).members}
    assert hurdles[first] is Hurdle.ENDED
    assert hurdles[second] is Hurdle.REFUSED
    assert (desk.payers.all()[0].members, desk.payers.all()[0].due) == (4, 2)
    outlook = opened(desk)
    payable = [one for one in outlook.members if one.options]
    payments, total = wishes(payable)
    assert hurdles[third] is None
    unknown = MemberPayment(first, FEBRUARY, 1)
    with pytest.raises(Failure) as caught:
        desk.group_renewing.renew(outlook.steps, [*payments, unknown], total)
    assert caught.value == Failure(FailureCode.MEMBERS_NOT_PAYABLE, count=1)
    clock.move(days=135)  # 2027-06-20: after four overdue months the membership is over
    assert {one.hurdle for one in opened(desk).members} == {Hurdle.ENDED, Hurdle.REFUSED}
    assert (desk.payers.all()[0].due, desk.payers.all()[0].owed) == (0, 0)


def test_months_go_by_the_arrears_of_each(desk: AgentDesk, clock: HandClock, tmp_path: Path) -> None:
    enrolled(desk, tmp_path, (1, 2))
    clock.move(days=75)
    renewed(desk, opened(desk), opened(desk).members[:1], ahead=3)  # February to April
    clock.move(days=45)  # 2027-03-22: February is overdue for the other
    ahead, behind = opened(desk).members
    assert (ahead.due, behind.due, behind.overdue) == (False, True, 1)
    shown = [[one.options[one.place_of(count)].months for count in (0, 1, 3, 6)] for one in (ahead, behind)]
    assert shown == [[1, 1, 3, 6], [1, 2, 4, 7]]
    assert ahead.place_of(12) == len(ahead.options) - 1
    assert desk.payers.all()[0].owed == 16_800
    receipt = renewed(desk, opened(desk), [behind], ahead=1)
    assert (receipt.people, receipt.total, receipt.received_from) == ((), 33_600, behind.name)
    assert desk.payers.all()[0].members == 2


def test_a_family_is_told_from_its_neighbours_of_the_same_name(
    desk: AgentDesk, clock: HandClock, tmp_path: Path
) -> None:
    family = KelompokKind.FAMILY
    enrolled(desk, tmp_path, (1, 2), payer="Siti Aminah", kind=family)
    enrolled(desk, tmp_path, (3,), payer="siti  aminah", kind=family)
    enrolled(desk, tmp_path, (4, 5), payer="Siti Aminah", kind=family, village=ELSEWHERE)
    assert sorted(one.members for one in desk.payers.all()) == [2, 3]
    enrolled(desk, tmp_path, (6,), payer="CV. Maju", kind=KelompokKind.ENTERPRISE)
    enrolled(desk, tmp_path, (7,), payer="CV Maju", kind=KelompokKind.ENTERPRISE, village=ELSEWHERE)
    clock.move(days=1)
    found = {one.name: (one.members, one.villages) for one in desk.payers.all()}
    assert found["CV Maju"][0] == 2
    assert len(found["CV Maju"][1]) == 2
    assert Counter(one.payer for one in desk.payers.all()) == {PayerKind.SELF: 2, PayerKind.ENTERPRISE: 1}


def test_who_pays_alone_is_of_no_kelompok_and_who_enrols_again_leaves_it(
    desk: AgentDesk, clock: HandClock, tmp_path: Path
) -> None:
    alone = enrol(desk, 9, "Budi Contoh", HERE)
    assert desk.payers.all() == ()
    assert desk.payers.step_of(alone) is None
    assert desk.payers.step_of("nobody") is None
    receipt = enrolled(desk, tmp_path, (1, 2))
    member = opened(desk).members[0].worker_id
    assert desk.payers.step_of(member) == desk.payers.all()[0].steps[0]
    option = desk.collecting.outlook(member).options[0]
    desk.collecting.collect(member, option.first, option.months, option.quote.total)
    assert desk.payers.all()[0].members == 2
    assert receipt.received_from == SPONSOR


def test_whoever_was_handed_over_is_listed_no_more(desk: AgentDesk, clock: HandClock, tmp_path: Path) -> None:
    enrolled(desk, tmp_path, (1, 2))
    outlook = opened(desk)
    clock.move(days=75)
    hand_away(desk, [outlook.members[0].worker_id])
    assert [one.worker_id for one in opened(desk).members] == [outlook.members[1].worker_id]
    with pytest.raises(Failure) as caught:
        renewed(
            desk, outlook, [replace(one, options=opened(desk).members[0].options) for one in outlook.members]
        )
    assert caught.value == Failure(FailureCode.MEMBERS_NOT_PAYABLE, count=1)
    hand_away(desk, [outlook.members[1].worker_id])
    assert desk.payers.all() == ()
    with pytest.raises(Failure) as gone:
        desk.group_renewing.outlook(outlook.steps)
    assert gone.value == Failure(FailureCode.KELOMPOK_GONE)


def hand_away(desk: AgentDesk, workers: Sequence[str]) -> None:
    from perisai_desktop.storage.projections import dues
    from perisai_desktop.storage.projections import workers as cards

    with desk.enrolling.database.transaction() as session:
        dues.refresh(session, cards.hand_over(session, workers, "AG-99"))


def test_a_void_leaves_the_member_in_the_kelompok_and_its_month_owed(
    desk: AgentDesk, hand: MoneyHand, clock: HandClock, tmp_path: Path
) -> None:
    enrolled(desk, tmp_path, (1, 2, 3))
    clock.move(days=75)
    outlook = opened(desk)
    receipt = renewed(desk, outlook, outlook.members)
    one = outlook.members[0].worker_id
    request = desk.voiding.request(receipt.number, "wrong_amount", "no_cash", one)
    (listed,) = desk.payers.all()
    assert (listed.members, listed.due, listed.owed, listed.month) == (3, 1, 16_800, FEBRUARY)
    hand.decide(request, "approved")
    again = renewed(desk, opened(desk), [member for member in opened(desk).members if member.due])
    assert again.total == 16_800
    desk.voiding.request(again.number, "wrong_amount", "no_cash")


def test_the_journal_tells_the_kelompok_again(desk: AgentDesk, clock: HandClock, tmp_path: Path) -> None:
    enrolled(desk, tmp_path, (1, 2, 3))
    clock.move(days=75)
    renewed(desk, opened(desk), opened(desk).members[:2])
    before, listed = projected(desk), desk.payers.all()
    with desk.enrolling.database.transaction() as session:
        rebuild.rebuild(session)
    assert projected(desk) == before
    assert desk.payers.all() == listed


def test_journal_grows_by_two_entries(desk: AgentDesk, clock: HandClock, tmp_path: Path) -> None:
    enrolled(desk, tmp_path, (1, 2, 3))
    clock.move(days=75)
    with desk.enrolling.database.reading() as session:
        before = len(list(journal.replay(session)))
    renewed(desk, opened(desk), opened(desk).members)
    with desk.enrolling.database.reading() as session:
        assert len(list(journal.replay(session))) == before + 2
