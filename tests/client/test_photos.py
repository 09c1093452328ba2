"""Pictures within a run: last of all, at the server's offset, in pieces that the link carries in two seconds."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.client.actions import Finished, PullChanges, QueueFacts, SayHello, SendBatch
from sync.client.engine import EngineState, Phase, next_action, on_reply
from sync.client.photo_actions import (
    AskBlob,
    KeepStanding,
    KeepTold,
    PhotoFacts,
    PutPhotoAside,
    ReportLost,
    SendPiece,
)
from sync.client.photo_replies import (
    LossNoted,
    PhotoFault,
    PhotoRefused,
    PhotoReply,
    PhotoStood,
    PieceMisplaced,
    PieceTimedOut,
    PieceTooLarge,
)
from sync.client.photos import FIRST_PIECE, MOST_STALLS, PhotoCourse, next_photo_action, on_photo_reply
from sync.client.replies import NonceLapsed, NoNetwork
from sync.protocol.blobs import LARGEST_PIECE, SMALLEST_PIECE, BlobStanding
from tests.support.server_replies import hello, opened

KTP, SLIP = "a" * 64, "b" * 64
LENGTH = 100_000
PHOTO = PhotoFacts(KTP, LENGTH)
QUEUE = QueueFacts(0, photo=PHOTO)


def standing(offset: int, sha256: str = KTP, length: int = LENGTH) -> BlobStanding:
    return BlobStanding(sha256=sha256, length=length, offset=offset, complete=offset == length)


def sent(offset: int, size: int, seconds: float = 1.0) -> PhotoStood:
    return PhotoStood(standing(offset), size, seconds)


def under_way(offset: int = 0, **other: object) -> PhotoCourse:
    return replace(PhotoCourse(KTP, offset), **other)  # type: ignore[arg-type]


def test_money_goes_first_decisions_second_pictures_last() -> None:
    state = opened(feed_head=3)
    assert isinstance(next_action(state, QueueFacts(3, photo=PHOTO)), SendBatch)
    assert next_action(state, QueueFacts(0, photo=PHOTO)) == PullChanges(0)
    pulled = opened(cursor=3, feed_head=3)
    assert next_action(pulled, QueueFacts(0, epoch_wanted=True, photo=PHOTO)) == SayHello()
    assert next_action(pulled, QUEUE) == AskBlob(KTP)
    assert next_action(pulled, QueueFacts(0)) == Finished()


def test_what_is_saved_meanwhile_goes_before_the_next_piece() -> None:
    state = on_reply(opened(), PhotoStood(standing(0))).state
    assert isinstance(next_action(state, QUEUE), SendPiece)
    assert isinstance(next_action(state, QueueFacts(4, photo=PHOTO)), SendBatch)
    assert isinstance(next_action(state, QUEUE), SendPiece)


def test_a_picture_goes_on_where_the_server_stands() -> None:
    step = on_photo_reply(PhotoCourse(), PhotoStood(standing(40_000)))
    assert step.effects == (KeepStanding(KTP, 40_000, False),)
    assert next_photo_action(step.course, PHOTO) == SendPiece(KTP, 40_000, FIRST_PIECE, 15.0)
    late = on_photo_reply(step.course, PhotoStood(standing(90_000)))
    assert next_photo_action(late.course, PHOTO) == SendPiece(KTP, 90_000, 10_000, 15.0)
    whole = on_photo_reply(late.course, sent(LENGTH, 10_000))
    assert whole.effects == (KeepStanding(KTP, LENGTH, True),)
    assert next_photo_action(whole.course, PhotoFacts(SLIP, 5)) == AskBlob(SLIP)


def test_another_picture_is_asked_about_first() -> None:
    assert next_photo_action(under_way(50), PhotoFacts(SLIP, 5)) == AskBlob(SLIP)


@pytest.mark.parametrize(
    ("size", "seconds", "following"),
    [
        (FIRST_PIECE, 1.0, 2 * FIRST_PIECE),
        (FIRST_PIECE, 2.0, FIRST_PIECE),
        (FIRST_PIECE, 4.0, SMALLEST_PIECE),
        (FIRST_PIECE, 60.0, SMALLEST_PIECE),
        (FIRST_PIECE, 0.0, 2 * FIRST_PIECE),
        (LARGEST_PIECE, 0.1, LARGEST_PIECE),
    ],
)
def test_pieces_take_about_two_seconds(size: int, seconds: float, following: int) -> None:
    course = PhotoCourse(KTP, size=size)
    after = on_photo_reply(course, PhotoStood(standing(size, length=LARGEST_PIECE * 3), size, seconds)).course
    assert after.size == following


def test_the_time_out_follows_the_measured_rate() -> None:
    slow = on_photo_reply(under_way(), sent(FIRST_PIECE, FIRST_PIECE, 8.0)).course
    assert slow.rate == FIRST_PIECE / 8
    assert slow.time_out == 24.0
    slower = on_photo_reply(slow, sent(2 * FIRST_PIECE, FIRST_PIECE, 800.0)).course
    assert slower.time_out == pytest.approx(6 * slower.size / slower.rate) if slower.rate else False
    assert PhotoCourse(rate=1.0).time_out == 120.0


def test_a_misplaced_piece_goes_where_the_server_says() -> None:
    step = on_photo_reply(under_way(70_000), PieceMisplaced(KTP, 30_000))
    assert step.effects == (KeepStanding(KTP, 30_000, False),)
    assert next_photo_action(step.course, PHOTO) == SendPiece(KTP, 30_000, FIRST_PIECE, 15.0)
    beyond = on_photo_reply(under_way(70_000), PieceMisplaced(KTP, LENGTH)).course
    assert next_photo_action(beyond, PHOTO) == AskBlob(KTP)


def test_a_picture_that_gets_no_further_gives_way() -> None:
    course = under_way(10)
    for _ in range(MOST_STALLS - 1):
        step = on_photo_reply(course, sent(10, 500))
        assert step.effects == (KeepStanding(KTP, 10, False),)
        course = step.course
    last = on_photo_reply(course, PieceMisplaced(KTP, 10))
    assert last.effects == (KeepStanding(KTP, 10, False), PutPhotoAside(KTP, "offset_stuck"))
    assert last.course.stalls == 0
    further = on_photo_reply(under_way(10, stalls=2), sent(11, 1)).course
    assert further.stalls == 0
    incomplete = BlobStanding(sha256=KTP, length=LENGTH, offset=LENGTH, complete=False)
    assert on_photo_reply(PhotoCourse(), PhotoStood(incomplete)).course.stalls == 1


def test_a_refused_picture_gives_way_and_says_why() -> None:
    for code in ("blob_unknown", "blob_differs", "answer_invalid"):
        step = on_photo_reply(under_way(10), PhotoRefused(KTP, code))
        assert step.effects == (PutPhotoAside(KTP, code),)
        assert step.ending is None
        assert step.course.sha256 == ""


def test_a_server_that_fails_at_a_picture_ends_the_run_and_hears_of_others_first() -> None:
    step = on_reply(opened(), PhotoFault(KTP, "server_fault"))
    assert step.effects == (PutPhotoAside(KTP, "server_fault"),)
    assert next_action(step.state, QUEUE) == Finished("server_fault")
    assert step.state.carried_strikes == 0


def test_a_time_out_halves_the_piece_and_asks_before_the_next() -> None:
    state = replace(opened(), course=under_way(40_000, size=65_536))
    once = on_reply(state, PieceTimedOut(KTP)).state
    assert (next_action(once, QUEUE), once.course.size) == (AskBlob(KTP), 32_768)
    back = on_reply(once, PhotoStood(standing(48_000))).state
    assert next_action(back, QUEUE) == SendPiece(KTP, 48_000, 32_768, 15.0)
    for _ in range(2):
        once = on_reply(once, PieceTimedOut(KTP)).state
    assert next_action(once, QUEUE) == Finished("no_network_timeout")
    assert once.course.size == SMALLEST_PIECE


def test_a_piece_that_is_too_large_is_halved_down_to_the_smallest() -> None:
    step = on_photo_reply(under_way(), PieceTooLarge(KTP))
    assert next_photo_action(step.course, PHOTO) == SendPiece(KTP, 0, SMALLEST_PIECE, 15.0)
    last = on_photo_reply(step.course, PieceTooLarge(KTP))
    assert last.effects == (PutPhotoAside(KTP, "too_large"),)


def test_a_loss_is_told_and_may_be_none() -> None:
    lost = PhotoFacts(KTP, LENGTH, "damaged")
    assert next_photo_action(under_way(10), lost) == ReportLost(KTP, "damaged")
    assert on_photo_reply(PhotoCourse(), LossNoted(standing(10))).effects == (KeepTold(KTP),)
    assert on_photo_reply(PhotoCourse(), LossNoted(standing(LENGTH))).effects == (
        KeepStanding(KTP, LENGTH, True),
    )


def test_what_ends_any_request_ends_the_pictures_too() -> None:
    state = replace(opened(), course=under_way(10))
    lapsed = on_reply(state, NonceLapsed()).state
    assert next_action(lapsed, QUEUE) == SayHello()
    greeted = on_reply(lapsed, hello()).state
    assert isinstance(next_action(greeted, QUEUE), SendPiece)
    assert on_reply(replace(greeted, lapses=2), sent(20, 10)).state.lapses == 0
    gone = on_reply(state, NoNetwork("connection")).state
    assert next_action(gone, QUEUE) == Finished("no_network_connection")


@dataclass
class Branch:
    """A server that keeps what it acknowledges, answers late or not at all, and forgets as the seed says."""

    pictures: dict[str, int]
    mood: list[int]
    held: dict[str, int] = field(default_factory=dict)
    wasted: int = 0

    def reply(self, action: AskBlob | SendPiece) -> PhotoReply:
        mood = self.mood.pop() if self.mood else 0
        sha256, length = action.sha256, self.pictures[action.sha256]
        here = self.held.get(sha256, 0)
        if mood == 1:
            return PieceTimedOut(sha256)
        if mood == 2:
            return NoNetwork("connection")
        if mood == 3:
            self.held[sha256] = here // 2
            return PieceMisplaced(sha256, here // 2)
        if mood == 4:
            return PhotoRefused(sha256, "blob_differs")
        if mood == 5:
            return PieceTooLarge(sha256)
        if isinstance(action, SendPiece):
            assert 0 < action.size <= min(LARGEST_PIECE, length - action.offset)
            if action.offset != here:
                return PieceMisplaced(sha256, here)
            here += action.size
            self.held[sha256] = here
            if mood == 6:
                return PieceTimedOut(sha256)
            return PhotoStood(standing(here, sha256, length), action.size, 0.7)
        return PhotoStood(standing(here, sha256, length))


@given(
    lengths=st.lists(st.integers(1, 3_000_000), min_size=1, max_size=4),
    mood=st.lists(st.integers(0, 6), max_size=60),
)
def test_every_picture_arrives_whole_once_the_line_holds_and_each_run_ends(
    lengths: list[int], mood: list[int]
) -> None:
    """Whatever happens, a run ends, only the server's word makes a picture arrive, and with a good line all do."""
    branch = Branch({f"{place:064x}": length for place, length in enumerate(lengths)}, mood)
    arrived: set[str] = set()
    for _ in range(100):
        if _run(branch, arrived) and not branch.mood:
            break
    assert arrived == set(branch.pictures)
    assert all(branch.held[sha256] == length for sha256, length in branch.pictures.items())


def _run(branch: Branch, arrived: set[str]) -> bool:
    """One run to its end; whether nothing was set aside and nothing waits."""
    state: EngineState = replace(opened(), phase=Phase.OPEN)
    aside: set[str] = set()
    for _ in range(2_000):
        waiting = [sha256 for sha256 in branch.pictures if sha256 not in arrived | aside]
        photo = PhotoFacts(waiting[0], branch.pictures[waiting[0]]) if waiting else None
        action = next_action(state, QueueFacts(0, photo=photo))
        if isinstance(action, Finished):
            return not waiting and not aside
        assert isinstance(action, AskBlob | SendPiece)
        step = on_reply(state, branch.reply(action))
        for effect in step.effects:
            if isinstance(effect, KeepStanding) and effect.complete:
                assert branch.held[effect.sha256] == branch.pictures[effect.sha256]
                arrived.add(effect.sha256)
            elif isinstance(effect, PutPhotoAside):
                aside.add(effect.sha256)
        state = step.state
    raise AssertionError("a run did not end")
