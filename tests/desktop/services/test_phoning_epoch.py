"""New receipt numbers by phone: a code serves one question once, and begins the epoch that it was given for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import journal, mark
from sync.protocol.bodies.epoch_start import EpochStart
from sync.protocol.chain import ZERO_HASH
from sync.protocol.entry import DecodedEntry, decode
from sync.protocol.epoch_grant import challenge_of, grant_answer, spoken
from tests.support.desks import HandClock, desk_of, filled_draft

SECRET = bytes(32)


def question(desk: AgentDesk) -> str:
    asked = desk.phoning.question()
    assert asked is not None
    return asked.challenge


def answer(desk: AgentDesk, epoch: int = 2, challenge: str = "") -> str:
    return spoken(grant_answer(SECRET, "0Q2FK", epoch, challenge or question(desk)))


def refused(desk: AgentDesk, typed: str) -> Failure:
    with pytest.raises(Failure) as failed:
        desk.phoning.answer(typed)
    return failed.value


def test_the_question_names_laptop_and_hotline_and_stays_while_the_program_runs(
    set_back: AgentDesk,
) -> None:
    asked = set_back.phoning.question()
    assert asked is not None
    assert (asked.laptop, asked.hotline) == ("0Q2FK-01", "0800 000 0000")
    assert set_back.phoning.question() == asked
    wanted = set_back.enrolling.pen.epoch_wanted()
    assert wanted is not None
    assert asked.challenge == challenge_of(wanted.ask)


def test_a_laptop_that_may_write_asks_nothing(desk: AgentDesk) -> None:
    assert desk.phoning.question() is None
    assert desk.phoning.answer("whatever") == 1


@pytest.mark.parametrize("epoch", [2, 5, 99])
def test_the_code_begins_the_epoch_that_it_was_given_for(
    set_back: AgentDesk, tmp_path: Path, clock: HandClock, epoch: int
) -> None:
    ask = set_back.enrolling.pen.ask
    assert set_back.phoning.answer(answer(set_back, epoch).lower()) == epoch
    with set_back.enrolling.database.reading() as session:
        first = journal.head(session, "0Q2FK", epoch)
        (stored,) = journal.of_action(session, ask)
    assert first is not None
    assert first.seq == 1
    entry = decode(stored.raw, stored.personal)
    assert isinstance(entry, DecodedEntry)
    assert isinstance(entry.body, EpochStart)
    assert (entry.envelope.prev_hash, entry.body.cause, entry.body.local_epoch) == (ZERO_HASH, "restore", 1)
    assert entry.body.local_seq == 4
    assert mark.read(Profile(tmp_path / "profile").mark) == mark.Mark("0Q2FK", epoch, 1, first.hash)
    assert set_back.phoning.question() is None
    written = set_back.enrolling.enrol(filled_draft(set_back))
    assert written.number.startswith(f"0Q2FK-{epoch:02d}-000001")
    set_back.close()
    again = desk_of(Profile(tmp_path / "profile"), clock)
    try:
        assert again.phoning.question() is None
        assert again.enrolling.pen.epoch == epoch
    finally:
        again.close()


def test_a_store_that_is_set_back_again_names_where_it_had_come_to(
    set_back: AgentDesk, tmp_path: Path, clock: HandClock
) -> None:
    set_back.phoning.answer(answer(set_back, 4))
    set_back.close()
    profile = Profile(tmp_path / "profile")
    kept = profile.mark.read_bytes()
    shutil.rmtree(profile.root)
    shutil.copytree(tmp_path / "copy", profile.root)
    profile.mark.write_bytes(kept)
    again = desk_of(profile, clock)
    try:
        asked = again.phoning.question()
        assert asked is not None
        assert asked.laptop == "0Q2FK-04"
        assert refused(again, answer(again, 4)).code is FailureCode.EPOCH_CODE_WRONG
        assert again.phoning.answer(answer(again, 5)) == 5
    finally:
        again.close()


def test_a_copy_that_met_its_twin_says_so(desk: AgentDesk) -> None:
    """Without a mark beyond the store, it was the branch that told of the other copy."""
    desk.enrolling.enrol(filled_draft(desk))
    with desk.enrolling.database.transaction() as session:
        desk.enrolling.pen.gate.close(session)
    desk.phoning.answer(answer(desk))
    with desk.enrolling.database.reading() as session:
        head = journal.head(session, "0Q2FK", 1)
        newest = list(journal.replay(session))[-1]
    assert head is not None
    body = newest.value["body"]
    assert (body["cause"], body["local_seq"], body["local_head"]) == ("clone", 4, head.hash)


def test_wrong_codes_are_counted_slowed_and_end_the_question(set_back: AgentDesk, clock: HandClock) -> None:
    passed = [0]
    clock.ticks = lambda: passed[0]
    first = question(set_back)
    wrong = "0" * 12
    assert refused(set_back, wrong) == Failure(FailureCode.EPOCH_CODE_WRONG, tries_left=4)
    assert refused(set_back, wrong) == Failure(FailureCode.EPOCH_CODE_WRONG, tries_left=3)
    assert refused(set_back, wrong) == Failure(FailureCode.EPOCH_CODE_WAITS, seconds=2)
    passed[0] += 2_000
    assert refused(set_back, wrong) == Failure(FailureCode.EPOCH_CODE_WRONG, tries_left=2)
    passed[0] += 3_999
    assert refused(set_back, wrong) == Failure(FailureCode.EPOCH_CODE_WAITS, seconds=1)
    passed[0] += 1
    assert refused(set_back, wrong) == Failure(FailureCode.EPOCH_CODE_WRONG, tries_left=1)
    passed[0] += 8_000
    late = answer(set_back)
    assert refused(set_back, wrong) == Failure(FailureCode.EPOCH_CODE_AGAIN)
    assert question(set_back) != first
    assert refused(set_back, late) == Failure(FailureCode.EPOCH_CODE_WRONG, tries_left=4)
    assert set_back.phoning.answer(answer(set_back)) == 2


@pytest.mark.parametrize("typed", ["", "ABCD", "U" * 12, "0" * 13, "!"])
def test_what_is_no_code_costs_no_try(set_back: AgentDesk, typed: str) -> None:
    assert refused(set_back, typed) == Failure(FailureCode.EPOCH_CODE_UNFIT)
    assert refused(set_back, "0" * 12) == Failure(FailureCode.EPOCH_CODE_WRONG, tries_left=4)


def test_a_question_ends_with_the_program(set_back: AgentDesk, tmp_path: Path, clock: HandClock) -> None:
    """Two copies of one store must not come to share an answer."""
    before = question(set_back)
    code = answer(set_back)
    set_back.close()
    again = desk_of(Profile(tmp_path / "profile"), clock)
    try:
        assert question(again) != before
        assert refused(again, code).code is FailureCode.EPOCH_CODE_WRONG
    finally:
        again.close()
