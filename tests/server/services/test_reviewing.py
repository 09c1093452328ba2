"""A reviewer opens, releases and decides; nothing happens without history, feed row and audit."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from sync.rules.states import Move, ReviewState
from sync.server.domain.decisions import Comment, Request
from sync.server.permissions import Role
from sync.server.refusals import Refusal
from sync.server.services.accounts import SignedIn
from sync.server.services.auditing import trail, trail_break
from sync.server.services.review_reading import ReviewReading
from sync.server.services.reviewing import Reviewing
from tests.support.agent_laptop import AgentLaptop, Posted
from tests.support.branch_house import BranchHouse
from tests.support.reference_data import gazetteer, reference

CLAIM = timedelta(minutes=30)


class Desk:
    """A reviewer at work on one agent's records."""

    def __init__(self, house: BranchHouse) -> None:
        self.house = house
        self.reviewing = Reviewing(house.store, house.clock, reference(), gazetteer(), CLAIM)
        self.reading = ReviewReading(house.store, gazetteer())
        self.reviewer = house.person()
        self.laptop = AgentLaptop(house.store, house.agent, "7Q2FK")

    def decide(
        self,
        posted: Posted,
        move: Move,
        by: SignedIn | None = None,
        reason: str | None = None,
        comments: tuple[Comment, ...] = (),
    ) -> None:
        content = self.reading.record(self.reviewer, posted.entry_id).hash
        asked = Request(move, content, reason, comments=comments)
        self.reviewing.decide(by or self.reviewer, posted.entry_id, asked)

    def send_back(self, posted: Posted) -> None:
        self.decide(posted, Move.SEND_BACK, reason="phone_unreachable", comments=COMMENTS)

    def state(self, entry_id: str) -> str:
        with self.house.store.reading() as tx:
            return tx.reviews.reviews([entry_id])[entry_id].state

    def decisions(self) -> list[dict[str, object]]:
        """What the agent's feed was told, in order."""
        with self.house.store.reading() as tx:
            rows, _ = tx.feed.page(self.house.agent.agent_id, 0, 1000)
        return [json.loads(row.payload) for row in rows]

    def buckets(self, posted: Posted) -> set[str]:
        with self.house.store.reading() as tx:
            return {line.bucket for line in tx.money.lines(posted.action_id)}


@pytest.fixture
def desk(house: BranchHouse) -> Desk:
    return Desk(house)


COMMENTS = (Comment("phone", "Nomor tidak aktif"),)


def test_an_approval_is_stored_fed_and_audited_together(desk: Desk) -> None:
    posted = desk.laptop.post()
    desk.decide(posted, Move.APPROVE)
    assert desk.state(posted.entry_id) == "approved"
    told = desk.decisions()[-1]
    assert (told["entry_id"], told["hash"]) == (posted.entry_id, posted.enrolment.hash)
    assert (told["state"], told["reviewer"]) == ("approved", "Penyelia")
    with desk.house.store.reading() as tx:
        moves = [(move.move, move.from_state, move.to_state) for move in tx.reviews.moves(posted.entry_id)]
    assert moves == [("open", "received", "in_review"), ("approve", "in_review", "approved")]
    assert [row.act for row in trail(desk.house.store, 0, 100)][-2:] == ["review_open", "review_approve"]
    assert trail_break(desk.house.store) is None
    assert desk.buckets(posted) == {"accepted"}


def test_sent_back_with_a_comment_then_corrected_then_approved(desk: Desk) -> None:
    posted = desk.laptop.post()
    desk.send_back(posted)
    assert desk.state(posted.entry_id) == "returned"
    told = desk.decisions()[-1]
    assert told["reason"] == "phone_unreachable"
    assert told["comments"] == [{"field": "phone", "text": "Nomor tidak aktif"}]
    assert desk.buckets(posted) == {"under_review"}
    correction = desk.laptop.correct(posted, phone="081200000002")
    record = desk.reading.record(desk.reviewer, posted.entry_id)
    assert record.hash == correction.hash
    assert record.form.fields["phone"] == "081200000002"
    assert record.form.previous == {"phone": "081200000001"}
    desk.decide(posted, Move.APPROVE)
    told_of = {told["entry_id"]: told for told in desk.decisions()[-2:]}
    assert told_of[posted.entry_id]["hash"] == posted.enrolment.hash
    assert {told["state"] for told in told_of.values()} == {"approved"}
    assert correction.hash in {told["hash"] for told in told_of.values()}
    assert desk.buckets(posted) == {"accepted"}


def test_a_decision_on_content_that_changed_meanwhile_is_refused(desk: Desk) -> None:
    posted = desk.laptop.post()
    desk.send_back(posted)
    looked_at = desk.reading.record(desk.reviewer, posted.entry_id).hash
    desk.laptop.correct(posted, phone="081200000002")
    with pytest.raises(Refusal) as refused:
        desk.reviewing.decide(desk.reviewer, posted.entry_id, Request(Move.APPROVE, looked_at))
    assert (refused.value.code, refused.value.status) == ("content_changed", 409)
    assert desk.state(posted.entry_id) == "received"


def test_whoever_corrected_anothers_record_never_decides_on_it(desk: Desk) -> None:
    posted = desk.laptop.post()
    desk.send_back(posted)
    taking = AgentLaptop(desk.house.store, desk.house.second_agent, "7Q2FM")
    taking.correct(posted, phone="081200000002")
    maker = desk.house.person("rangkap", agent=desk.house.second_agent.number)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: desk.reviewing.open(maker, posted.entry_id),
        lambda: desk.decide(posted, Move.APPROVE, by=maker),
    )
    for attempt in attempts:
        with pytest.raises(Refusal) as refused:
            attempt()
        assert refused.value.code == "maker_is_checker"
    desk.decide(posted, Move.APPROVE)
    assert desk.state(posted.entry_id) == "approved"


def test_whoever_made_a_record_never_decides_on_it(desk: Desk) -> None:
    posted = desk.laptop.post()
    maker = desk.house.person("rangkap", agent=desk.house.agent.number)
    told = len(desk.decisions())
    attempts: tuple[Callable[[], object], ...] = (
        lambda: desk.decide(posted, Move.APPROVE, by=maker),
        lambda: desk.decide(posted, Move.REFUSE, by=maker, reason="not_working"),
        lambda: desk.reviewing.open(maker, posted.entry_id),
    )
    for attempt in attempts:
        with pytest.raises(Refusal) as refused:
            attempt()
        assert (refused.value.code, refused.value.status) == ("maker_is_checker", 403)
    assert desk.state(posted.entry_id) == "received"
    assert len(desk.decisions()) == told
    colleague = AgentLaptop(desk.house.store, desk.house.second_agent, "7Q2FM").post()
    desk.decide(colleague, Move.APPROVE, by=maker)
    assert desk.state(colleague.entry_id) == "approved"


def test_another_branch_does_not_exist_for_a_reviewer(desk: Desk) -> None:
    foreign = AgentLaptop(desk.house.store, desk.house.other_agent, "7Q2FN").post()
    attempts: tuple[Callable[[], object], ...] = (
        lambda: desk.reading.record(desk.reviewer, foreign.entry_id),
        lambda: desk.reviewing.open(desk.reviewer, foreign.entry_id),
        lambda: desk.reviewing.decide(
            desk.reviewer, foreign.entry_id, Request(Move.APPROVE, foreign.enrolment.hash)
        ),
    )
    for attempt in attempts:
        with pytest.raises(Refusal) as refused:
            attempt()
        assert refused.value.code == "record_unknown"
    assert desk.reading.queue(desk.reviewer).groups == ()


def test_an_open_record_is_somebodys_until_it_is_released_or_the_claim_lapses(desk: Desk) -> None:
    posted = desk.laptop.post(state="flagged", flags=("birth_date_differs",))
    second = desk.house.person("kedua")
    desk.reviewing.open(desk.reviewer, posted.entry_id)
    assert desk.reading.record(second, posted.entry_id).claimed_by == "Penyelia"
    attempts: tuple[Callable[[], object], ...] = (
        lambda: desk.reviewing.open(second, posted.entry_id),
        lambda: desk.reviewing.release(second, posted.entry_id),
        lambda: desk.decide(posted, Move.APPROVE, by=second),
    )
    for attempt in attempts:
        with pytest.raises(Refusal) as refused:
            attempt()
        assert refused.value.code == "claimed_by_other"
    desk.reviewing.release(desk.reviewer, posted.entry_id)
    assert desk.state(posted.entry_id) == "flagged"
    desk.reviewing.open(desk.reviewer, posted.entry_id)
    desk.house.clock.advance(CLAIM)
    desk.reviewing.open(second, posted.entry_id)
    assert desk.reading.record(second, posted.entry_id).claimed_by == "Kedua"


@pytest.mark.parametrize(
    ("move", "reason", "comments", "code"),
    [
        (Move.REFUSE, None, (), "reason_unknown"),
        (Move.REFUSE, "phone_unreachable", (), "reason_unknown"),
        (Move.SEND_BACK, "phone_unreachable", (), "comment_missing"),
        (Move.SEND_BACK, None, COMMENTS, "reason_unknown"),
        (Move.NOT_DUPLICATE, None, (), "move_refused"),
        (Move.REGISTER, None, (), "move_refused"),
    ],
)
def test_decisions_that_say_too_little_or_do_not_fit(
    desk: Desk, move: Move, reason: str | None, comments: tuple[Comment, ...], code: str
) -> None:
    posted = desk.laptop.post()
    with pytest.raises(Refusal) as refused:
        desk.decide(posted, move, reason=reason, comments=comments)
    assert refused.value.code == code
    assert desk.state(posted.entry_id) == "received"


def test_a_decided_record_is_not_decided_again(desk: Desk) -> None:
    posted = desk.laptop.post()
    desk.decide(posted, Move.REFUSE, reason="not_working")
    assert desk.buckets(posted) == {"under_review"}
    with pytest.raises(Refusal) as refused:
        desk.decide(posted, Move.APPROVE)
    assert refused.value.code == "move_refused"
    assert desk.state(posted.entry_id) == "refused"


def test_not_a_duplicate_goes_back_into_review_and_can_be_approved(desk: Desk) -> None:
    posted = desk.laptop.post(state="duplicate", flags=("duplicate",))
    desk.decide(posted, Move.NOT_DUPLICATE)
    assert desk.state(posted.entry_id) == "in_review"
    desk.decide(posted, Move.APPROVE)
    assert desk.state(posted.entry_id) == "approved"


def test_a_counted_correction_is_not_decided_alone(desk: Desk) -> None:
    posted = desk.laptop.post()
    desk.send_back(posted)
    desk.laptop.correct(posted, phone="081200000002")
    with desk.house.store.reading() as tx:
        correction = tx.reviews.corrections(posted.entry_id)[0]
    with pytest.raises(Refusal) as refused:
        desk.reviewing.decide(desk.reviewer, correction.entry_id, Request(Move.APPROVE, correction.hash))
    assert refused.value.code == "move_refused"


def test_the_queue_is_grouped_by_agent_and_day_and_sums_its_receipts(desk: Desk) -> None:
    desk.laptop.post("Siti Contoh")
    flagged = desk.laptop.post("Budi Contoh", state="flagged", flags=("sex_differs",))
    AgentLaptop(desk.house.store, desk.house.second_agent, "7Q2FM").post("Tono Contoh")
    decided = desk.laptop.post("Wati Contoh")
    desk.decide(decided, Move.APPROVE)
    groups = desk.reading.queue(desk.reviewer).groups
    assert [(group.agent_name, group.count, group.rupiah) for group in groups] == [
        ("Agen Dua", 1, 8_400),
        ("Agen Satu", 2, 16_800),
    ]
    names = [record.worker_name for record in groups[1].records]
    assert names == ["Siti Contoh", "Budi Contoh"]
    assert groups[1].records[1].utc_offset == 420
    assert groups[1].records[1].flags == ("sex_differs",)
    assert groups[1].records[1].receipt_number == flagged.number


def test_what_was_sent_back_stays_in_the_queue_behind_all_that_waits_for_a_reviewer(desk: Desk) -> None:
    waiting = desk.laptop.post("Siti Contoh")
    returned = desk.laptop.post("Budi Contoh")
    desk.send_back(returned)
    (group,) = desk.reading.queue(desk.reviewer).groups
    assert {record.entry_id: record.state.value for record in group.records} == {
        waiting.entry_id: "received",
        returned.entry_id: "returned",
    }
    assert (group.count, group.rupiah) == (2, 16_800)
    (asked,) = desk.reading.queue(desk.reviewer, ReviewState.RECEIVED).groups
    assert [record.entry_id for record in asked.records] == [waiting.entry_id]


def test_a_record_shows_all_that_a_decision_needs(desk: Desk) -> None:
    posted = desk.laptop.post("Siti Contoh", state="flagged", flags=("birth_date_differs",))
    record = desk.reading.record(desk.reviewer, posted.entry_id)
    assert record.form.fields["name"] == "Siti Contoh"
    assert (record.form.fields["first_month"], record.form.fields["months"]) == ("2026-11", "1")
    assert record.place == "Desa Jampangtengah, Kec. Jampangtengah, Kab. Sukabumi, Jawa Barat"
    assert record.form.consents == ("enrolment",)
    assert record.form.declaration
    assert [(one.code, one.field, one.reason) for one in record.findings] == [
        ("birth_date_differs", "birth_date", "Sudah dicocokkan")
    ]
    assert [(line.programme, line.amount) for line in record.lines] == [("JKK", 5_000), ("JKM", 3_400)]
    assert (record.receipt_number, record.rupiah) == (posted.number, 8_400)


def test_an_auditor_without_a_branch_reads_every_branch(desk: Desk) -> None:
    posted = desk.laptop.post()
    AgentLaptop(desk.house.store, desk.house.other_agent, "7Q2FN").post()
    auditor = desk.house.outsider("auditor", Role.AUDITOR)
    assert sum(group.count for group in desk.reading.queue(auditor).groups) == 2
    assert desk.reading.record(auditor, posted.entry_id).entry_id == posted.entry_id
