"""A laptop comes back from an old copy, or is copied: no number twice, nothing lost unseen, over loopback."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.security.key_file import Cost
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.storage.projections import cash
from perisai_desktop.storage.projections.workers import workers
from sync.rules.cash import cash_facts, cash_in_hand
from sync.rules.states import ReviewState
from tests.support.centres import Centre, running_centre
from tests.support.desks import filled_draft
from tests.support.restored_laptops import PEOPLE, Field

LIGHT = Cost(memory_kib=64, passes=1, lanes=1)
PRICE = 33_600
COUNTED = {"accepted", "under_review"}
"""Where lines lie that arrived; the agent enrols so many in an hour that a check may show the later ones to a person."""


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    with running_centre(tmp_path_factory.mktemp("centre")) as running:
        yield running


@pytest.fixture
def branch(centre: Centre) -> Iterator[Reviewing]:
    """The reviewer at the branch."""
    session = Reviewing.at(centre.url)
    session.sign_in("penyelia", centre.secrets.reviewer_password)
    yield session
    session.close()


@pytest.fixture
def work(centre: Centre, tmp_path: Path) -> Iterator[Field]:
    field_work = Field(centre, tmp_path, PEOPLE)
    yield field_work
    for desk in field_work.desks:
        desk.close()


def refused(desk: AgentDesk) -> FailureCode:
    with pytest.raises(Failure) as failed:
        desk.enrolling.enrol(filled_draft(desk))
    return failed.value.code


def of_device(work: Field, desk: AgentDesk) -> list[tuple[str | None, int, str]]:
    """Everything the branch holds of a laptop's receipts: number, rupiah, bucket."""
    with work.centre.server.store.reading() as tx:
        found = {number: tx.money.receipt(number) for number in work.numbers}
        return [
            (line.receipt_number, line.amount, line.bucket)
            for receipts in found.values()
            for receipt in receipts
            for line in tx.money.lines(receipt.action_id)
            if receipt.device == desk.identity.device
        ]


def at_the_laptop(desk: AgentDesk) -> tuple[int, dict[str, str]]:
    """The rupiah that a laptop says its agent holds, and where each person of its list stands."""
    with desk.enrolling.database.reading() as session:
        rows = session.connection().execute(select(workers.c.name, workers.c.standing))
        return int(cash_in_hand(cash.facts(session))), {row.name: row.standing for row in rows}


def at_the_branch(work: Field, desk: AgentDesk) -> int:
    """The rupiah that the branch says a laptop's agent took with it."""
    sums: Counter[str] = Counter()
    with work.centre.server.store.reading() as tx:
        for movement in tx.money.movements(desk.identity.device):
            sums[movement.sort] += movement.amount
    return int(cash_in_hand(cash_facts(sums.items())))


def week(work: Field) -> tuple[AgentDesk, Profile]:
    """Three receipts sent, the copy after the first, and two more that only the newer copy had."""
    desk = work.begin()
    work.enrol(desk)
    desk.close()
    old = work.copy("old")
    desk = work.open()
    work.enrol(desk)
    work.enrol(desk)
    desk.syncing.run()
    work.enrol(desk)
    work.enrol(desk)
    desk.close()
    work.set_back(old)
    return work.open(), old


def test_a_week_old_copy_whose_mark_survived(work: Field, branch: Reviewing) -> None:
    desk, _old = week(work)
    assert refused(desk) is FailureCode.STORE_ROLLED_BACK
    assert desk.standings.look().shut
    desk.syncing.run()
    standing = desk.standings.look()
    assert (standing.shut, standing.epoch, standing.returned, standing.missing) == (False, 2, 8, 8)
    assert standing.returned_rupiah == 2 * PRICE
    gaps = [gap for gap in branch.gaps() if gap.device == desk.identity.device]
    assert [(gap.epoch, gap.first_seq, gap.last_seq, gap.left) for gap in gaps] == [(1, 13, 20, True)]
    number = work.enrol(desk)
    assert number.startswith(f"{desk.identity.device}-02-000001")
    assert desk.syncing.run().sent == 4
    assert len(set(work.numbers)) == len(work.numbers) == 6
    arrived = of_device(work, desk)
    assert sum(amount for _, amount, _ in arrived) == 4 * PRICE
    assert {bucket for _, _, bucket in arrived} <= COUNTED


def test_the_same_by_phone_and_online_later(work: Field, branch: Reviewing) -> None:
    desk, _old = week(work)
    question = desk.phoning.question()
    assert question is not None
    granted = branch.epoch_code(question.laptop, question.challenge)
    assert (granted.epoch, granted.device) == (2, desk.identity.device)
    assert desk.phoning.answer(granted.code.lower()) == 2
    assert work.enrol(desk).startswith(f"{desk.identity.device}-02-000001")
    assert not desk.standings.look().shut
    desk.syncing.run()
    standing = desk.standings.look()
    assert (standing.shut, standing.returned, standing.epoch) == (False, 8, 2)
    arrived = of_device(work, desk)
    assert sum(amount for _, amount, _ in arrived) == 4 * PRICE
    assert {bucket for _, _, bucket in arrived} <= COUNTED
    assert len(set(work.numbers)) == len(work.numbers)


def test_a_copy_is_found_at_its_first_hello_and_both_receipts_are_kept(
    work: Field, branch: Reviewing
) -> None:
    desk = work.begin()
    work.enrol(desk)
    desk.syncing.run()
    desk.close()
    twin_profile = work.copy("twin")
    desk = work.open()
    first = work.enrol(desk)
    desk.syncing.run()
    twin = work.open(twin_profile)
    second = work.enrol(twin)
    assert second == first
    twin.syncing.run()
    assert not twin.standings.look().shut
    assert twin.standings.look().epoch == 2
    assert twin.standings.look().held == 4
    buckets = {bucket for number, _, bucket in of_device(work, desk) if number == first}
    assert buckets & COUNTED
    assert buckets - COUNTED == {"held"}

    held = [
        record
        for group in branch.queue()
        for record in group.records
        if record.state is ReviewState.HELD and record.receipt_number == second
    ]
    assert [(record.kind, record.rupiah, record.flags) for record in held] == [
        ("enrolment", PRICE, ("fork",))
    ]
    record = branch.record(held[0].entry_id)
    (rival,) = record.rivals
    assert (rival.number, rival.rupiah) == (first, PRICE)
    assert rival.state in (ReviewState.RECEIVED, ReviewState.FLAGGED)
    assert rival.worker_name
    branch.approve(record.entry_id, record.hash)
    assert {bucket for number, _, bucket in of_device(work, desk) if number == first} <= COUNTED
    assert branch.record(held[0].entry_id).state is ReviewState.APPROVED
    twin.syncing.run()
    assert twin.standings.look().held == 0

    desk.syncing.run()
    assert work.enrol(desk).startswith(f"{desk.identity.device}-03-000001")
    assert work.enrol(twin).startswith(f"{desk.identity.device}-02-000001")


def test_a_held_copy_can_be_refused_whole(work: Field, branch: Reviewing) -> None:
    desk = work.begin()
    desk.syncing.run()
    desk.close()
    twin_profile = work.copy("twin")
    desk = work.open()
    number = work.enrol(desk)
    desk.syncing.run()
    twin = work.open(twin_profile)
    assert work.enrol(twin) == number
    twin.syncing.run()
    (held,) = [
        record
        for group in branch.queue(ReviewState.HELD)
        for record in group.records
        if record.receipt_number == number
    ]
    record = branch.record(held.entry_id)
    with pytest.raises(Failure) as failed:
        branch.duplicate(record.entry_id, record.hash)
    assert failed.value.code is FailureCode.MOVE_REFUSED
    branch.refuse(record.entry_id, record.hash, "other")
    buckets = {bucket for found, _, bucket in of_device(work, desk) if found == number}
    assert buckets == {"accepted", "under_review"}
    assert [
        one
        for group in branch.queue(ReviewState.HELD)
        for one in group.records
        if one.receipt_number == number
    ] == []


@pytest.mark.parametrize("kept", [True, False])
def test_a_held_copy_comes_back_to_every_store_that_lacks_it(
    work: Field, branch: Reviewing, kept: bool
) -> None:
    desk = work.begin()
    desk.syncing.run()
    desk.close()
    old = work.copy("old")
    desk = work.open()
    number = work.enrol(desk)
    desk.syncing.run()
    desk.close()
    shutil.rmtree(work.profile.root)
    shutil.copytree(old.root, work.profile.root)
    desk = work.open()
    assert work.enrol(desk) == number
    desk.syncing.run()
    assert at_the_laptop(desk)[0] == at_the_branch(work, desk) == 2 * PRICE
    desk.close()

    for turn in range(2):
        work.set_back(old)
        desk = work.open()
        assert desk.standings.look().shut
        desk.syncing.run()
        rupiah, people = at_the_laptop(desk)
        assert rupiah == at_the_branch(work, desk) == 2 * PRICE
        assert len(people) == 2
        if turn == 0:
            assert sorted(people.values()) == ["waiting", "waiting"]
            (held,) = [
                record
                for group in branch.queue(ReviewState.HELD)
                for record in group.records
                if record.receipt_number == number
            ]
            record = branch.record(held.entry_id)
            if kept:
                branch.approve(record.entry_id, record.hash)
            else:
                branch.refuse(record.entry_id, record.hash, "other")
            desk.syncing.run()
        assert at_the_laptop(desk)[0] == at_the_branch(work, desk) == 2 * PRICE
        decided = "approved" if kept else "settled"
        assert sorted(at_the_laptop(desk)[1].values()) == sorted([decided, "waiting"])
        desk.close()
