"""A sponsor's list of 501 goes on two receipts to the branch, which judges every person of it by the same rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from perisai_desktop.storage import entry_status
from sync.client.address import ServerAddress
from sync.client.channel import Channel
from sync.client.review_client import ReviewClient
from sync.rules.kelompok import MOST_WORKERS
from sync.rules.states import ReviewState
from sync.server.services.practice import REVIEWER
from tests.support.centres import Centre, running_centre
from tests.support.enrolled_desks import EnrolledDesk, enrolled_desk
from tests.support.kelompok_lists import PAGE, GroupHand, person, write_workbook

PRICE = 33_600
PEOPLE = MOST_WORKERS + 1


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    with running_centre(tmp_path_factory.mktemp("centre")) as running:
        yield running


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, centre: Centre) -> Iterator[EnrolledDesk]:
    """A desk whose list was paid and sent; the 501st of it is on no receipt but its own."""
    folder = tmp_path_factory.mktemp("laptop")
    house = enrolled_desk(folder / "profile", centre)
    hand = GroupHand(house.desk)
    path = write_workbook(folder / "daftar.xlsx", map(person, range(1, PEOPLE + 1)))
    house.shown = hand.pay(hand.sign(hand.take(path)))
    house.settle()
    yield house
    house.desk.close()


def test_every_person_is_judged_and_nothing_is_left_to_send(house: EnrolledDesk) -> None:
    assert [(len(receipt.people), receipt.total) for receipt in house.shown] == [
        (MOST_WORKERS, MOST_WORKERS * PRICE),
        (0, PRICE),
    ]
    assert house.waiting() == 0
    with house.desk.grouping.database.reading() as session:
        found = Counter(
            (one.kind, one.review)
            for receipt in house.shown
            for one in entry_status.of_action(session, receipt.action_id)
        )
    assert found == {
        (kind, ReviewState.RECEIVED): count
        for kind, count in (("enrolment", PEOPLE), ("consent", PEOPLE), ("contribution", 2), ("receipt", 2))
    }


def test_the_branch_holds_the_same_money_in_one_bucket(house: EnrolledDesk, centre: Centre) -> None:
    with centre.server.store.reading() as tx:
        totals = tx.money.totals()
        holders = tx.workers.holders({person(number)["nik"] for number in (1, 250, PEOPLE)})
        (row,) = tx.money.receipt(house.shown[0].number)
    assert totals.rupiah == totals.receipts_rupiah == PEOPLE * PRICE
    assert dict(totals.buckets) == {"accepted": PEOPLE * PRICE}
    assert len(holders) == 3
    assert (row.total, row.genuine) == (MOST_WORKERS * PRICE, True)


def test_the_reviewer_sees_the_signed_list_with_each_person(house: EnrolledDesk, centre: Centre) -> None:
    client = ReviewClient(Channel(ServerAddress.parse(centre.url)))
    client.sign_in(REVIEWER, centre.secrets.reviewer_password)
    records = [one for group in client.queue().groups for one in group.records]
    enrolled = next(one for one in records if one.kind == "enrolment")
    (page,) = client.record(enrolled.entry_id).photos
    assert (page.shows, page.arrived, enrolled.rupiah) == ("signed_list", True, PRICE)
    assert client.photo(enrolled.entry_id, page.sha256) == PAGE
