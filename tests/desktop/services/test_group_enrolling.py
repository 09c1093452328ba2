"""People of a kelompok are enrolled on one receipt: everybody or nobody, each line once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolment_versions import decoded
from perisai_desktop.storage import journal
from sync.protocol.bodies.consent import Consent
from sync.protocol.bodies.contribution import Contribution, ContributionPersonal
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.entry import DecodedEntry
from sync.rules.kelompok import MOST_WORKERS, by_receipt
from sync.rules.programmes import PayerKind
from tests.support.desk_money import MoneyHand
from tests.support.desks import filled_draft
from tests.support.kelompok_lists import SPONSOR, GroupHand, person, write_csv


def entries_of(desk: AgentDesk) -> list[DecodedEntry]:
    with desk.grouping.database.reading() as session:
        found = [decoded(stored) for stored in journal.replay(session)]
    return [entry for entry in found if entry is not None]


@pytest.fixture
def hand(desk: AgentDesk) -> GroupHand:
    return GroupHand(desk)


def test_three_people_are_one_action_with_one_receipt(hand: GroupHand, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "daftar.csv", [person(number) for number in (1, 2, 3)])
    kelompok = replace(hand.sign(hand.take(path)), captured_in="32.02.10.2006")
    (receipt,) = hand.pay(kelompok)
    entries = entries_of(hand.desk)
    assert Counter(entry.envelope.kind for entry in entries) == {
        "enrolment": 3,
        "consent": 3,
        "contribution": 1,
        "receipt": 1,
    }
    assert len({entry.envelope.action_id for entry in entries}) == 1
    consents = [entry for entry in entries if isinstance(entry.body, Consent)]
    assert {entry.body.way for entry in consents if isinstance(entry.body, Consent)} == {"signed_list_photo"}
    assert len({entry.envelope.blobs for entry in consents}) == 1
    assert len({entry.envelope.worker_id for entry in consents} - {None}) == 3
    paid, issued = entries[-2:]
    assert isinstance(paid.body, Contribution)
    assert isinstance(paid.personal, ContributionPersonal)
    assert (paid.personal.payer_name, paid.personal.workers) == (SPONSOR, ())
    assert {line.payer for line in paid.body.lines} == {"company"}
    assert isinstance(issued.body, Receipt)
    assert (issued.body.workers, issued.body.total, issued.envelope.worker_id) == (3, 100_800, None)

    assert receipt == hand.desk.receipting.receipt(receipt.number)
    assert (receipt.received_from, receipt.payer, receipt.worker_id) == (SPONSOR, PayerKind.COMPANY, "")
    assert [(one.nik_tail, one.total) for one in receipt.people] == [
        ("0001", 33_600),
        ("0002", 33_600),
        ("0003", 33_600),
    ]
    november = receipt.lines[0]
    assert (november.total, [amount for _, amount in november.amounts]) == (25_200, [15_000, 10_200])
    assert hand.desk.grouping.all() == ()
    assert hand.desk.grouping.new(kelompok.kind).captured_in == "32.02.10.2006"
    worker = hand.desk.enrolling.holder("3202081408900002")
    assert worker is not None
    assert MoneyHand(hand.desk).paid_until(worker) == "2027-01"
    assert hand.desk.withdrawing.purposes(worker) != ()
    assert hand.desk.receipting.for_worker(worker) == (receipt.number,)
    assert {one.rupiah for one in hand.desk.voiding.covered(receipt.number)} == {33_600}


@pytest.mark.parametrize(
    ("payer", "total"),
    [
        (PayerKind.COMPANY, 33_600),
        (PayerKind.ENTERPRISE, 33_600),
        (PayerKind.REGIONAL_BUDGET, 50_400),
        (PayerKind.CENTRAL_BUDGET, 50_400),
        (PayerKind.VILLAGE_BUDGET, 50_400),
    ],
)
def test_who_pays_decides_on_the_relief(
    hand: GroupHand, tmp_path: Path, payer: PayerKind, total: int
) -> None:
    kelompok = hand.sign(hand.take(write_csv(tmp_path / "daftar.csv", [person(1), person(2)])))
    kelompok = hand.desk.grouping.keep(replace(kelompok, payer=payer))
    assert [one.total for one in hand.judged(kelompok)] == [total, total]


def test_a_long_list_pays_in_its_order_on_full_receipts() -> None:
    parts = by_receipt(range(1_201))
    assert [len(part) for part in parts] == [MOST_WORKERS, MOST_WORKERS, 201]
    assert [place for part in parts for place in part] == list(range(1_201))
    assert by_receipt(()) == ()


def test_what_is_paid_leaves_the_draft_and_the_rest_goes_on(hand: GroupHand, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "daftar.csv", [person(number) for number in range(1, 6)])
    kelompok = hand.sign(hand.take(path))
    people = hand.judged(kelompok)
    first = hand.pay_some(kelompok, people[:2])
    assert [member.row for member in hand.desk.grouping.members(kelompok)] == [4, 5, 6]
    assert hand.desk.grouping.next_row(kelompok, ()) == 4
    with pytest.raises(Failure) as refused:
        hand.pay_some(kelompok, people[1:3])
    assert refused.value == Failure(FailureCode.LINES_NOT_READY, count=1)
    (second,) = hand.pay(kelompok)
    assert (len(first.people), len(second.people)) == (2, 3)
    assert [receipt.number for receipt in hand.desk.receipting.recent()] == [second.number, first.number]


def test_a_line_of_another_draft_of_the_same_file_is_not_paid_twice(hand: GroupHand, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "daftar.csv", [person(1), person(2)])
    first, second = hand.sign(hand.take(path)), hand.sign(hand.take(path))
    people = hand.judged(second)
    hand.desk.grouping.keep(
        second, [replace(people[0].member, form=replace(people[0].form, nik=person(7)["nik"]))]
    )
    people = hand.judged(second)
    hand.pay_some(first, hand.judged(first)[:1])
    with pytest.raises(Failure) as refused:
        hand.pay_some(second, people)
    assert refused.value == Failure(FailureCode.LINES_NOT_READY, count=1)
    assert [member.row for member in hand.desk.grouping.members(second)] == [3]


def test_nothing_is_written_where_something_is_missing(hand: GroupHand, tmp_path: Path) -> None:
    kelompok = hand.sign(hand.take(write_csv(tmp_path / "daftar.csv", [person(1), person(2)])))
    people = hand.judged(kelompok)
    enrol = hand.desk.group_enrolling.enrol
    rows = [one.member.row for one in people]
    for draft, price, failure in (
        (replace(kelompok, payer_name=" "), 67_200, Failure(FailureCode.PAYER_NAME_MISSING)),
        (kelompok, 67_201, Failure(FailureCode.PRICE_CHANGED, shown=67_201, price=67_200)),
        (replace(kelompok, pages=0), 67_200, Failure(FailureCode.LINES_NOT_READY, count=2)),
        (
            replace(kelompok, payer_name="x" * 201),
            67_200,
            Failure(FailureCode.FIELD_UNFIT, field="payer_name"),
        ),
    ):
        with pytest.raises(Failure) as refused:
            enrol(draft, rows, price)
        assert refused.value == failure
    with pytest.raises(ValueError, match="500"):
        enrol(kelompok, range(501), 0)
    hand.desk.grouping.drop_pages(kelompok)
    with pytest.raises(Failure) as refused:
        enrol(kelompok, rows, 67_200)
    assert refused.value == Failure(FailureCode.LINES_NOT_READY, count=2)
    assert entries_of(hand.desk) == []
    assert len(hand.desk.grouping.members(kelompok)) == 2


def test_somebody_enrolled_meanwhile_stops_the_payment(hand: GroupHand, tmp_path: Path) -> None:
    kelompok = hand.sign(hand.take(write_csv(tmp_path / "daftar.csv", [person(1), person(2)])))
    people = hand.judged(kelompok)
    hand.desk.enrolling.enrol(filled_draft(hand.desk, **person(2)))
    with pytest.raises(Failure) as refused:
        hand.pay_some(kelompok, people)
    assert refused.value == Failure(FailureCode.LINES_NOT_READY, count=1)
    assert [one.assessment.reaction for one in hand.judged(kelompok)] == [
        "diterima",
        "ditolak:nik_already_here",
    ]


def test_whose_membership_ended_is_enrolled_again_from_a_list(hand: GroupHand, tmp_path: Path) -> None:
    hand.desk.enrolling.enrol(filled_draft(hand.desk, **person(1)))
    worker = hand.desk.enrolling.holder(person(1)["nik"])
    clock = hand.desk.clock
    clock.move(days=300)  # type: ignore[attr-defined]
    kelompok = hand.sign(hand.take(write_csv(tmp_path / "daftar.csv", [person(1), person(2)])))
    hand.pay(kelompok)
    assert hand.desk.enrolling.holder(person(1)["nik"]) == worker
    assert worker is not None
    assert MoneyHand(hand.desk).paid_until(worker) == "2027-11"


def test_one_person_of_a_list_has_a_receipt_as_anybody(hand: GroupHand, tmp_path: Path) -> None:
    kelompok = hand.sign(hand.take(write_csv(tmp_path / "daftar.csv", [person(1)])))
    (receipt,) = hand.pay(kelompok)
    assert (receipt.people, receipt.received_from) == ((), person(1)["name"])
    assert receipt.worker_id == hand.desk.enrolling.holder(person(1)["nik"])
