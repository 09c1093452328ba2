"""An answer on a stick moves states exactly as the network would, and only where it is the branch's own."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import acknowledgements, feed
from sync.protocol.digests import sha256_hex
from sync.protocol.signatures import SigningKey, answer_message, verify
from sync.rules.states import ClientState
from sync.server.keys import SIGNING_KEY
from tests.support.desks import HandClock, desk_of, make_profile
from tests.support.stick_branch import (
    DEVICE,
    StickBranch,
    branch,
    desk,
    enrol,
    proofs,
    queued,
    states,
    stick,
    stick_branch,
)

__all__ = ["branch", "desk", "stick"]


def refused(desk: AgentDesk, file: Path) -> FailureCode:
    before = queued(desk)
    with pytest.raises(Failure) as failure:
        desk.bundling.read(file)
    assert queued(desk) == before
    return failure.value.code


def test_out_on_a_stick_and_back(desk: AgentDesk, branch: StickBranch, stick: Path) -> None:
    enrol(desk, 10, 11)
    saved = desk.bundling.save(stick)
    assert saved.name == f"perisai-{DEVICE}-20261122-0915.perisai"
    assert (saved.entries, saved.rupiah_in, saved.rupiah_refunded) == (8, 67_200, 0)
    assert saved.bytes == Path(saved.place).stat().st_size
    assert states(desk) == {ClientState.SEALED}
    received, answer = branch.take(saved.place)
    assert (received.count, received.rupiah_in, received.mark) == (8, 67_200, saved.mark)
    assert branch.ledger().rupiah == saved.rupiah_in == desk.counting.strip().cash.rupiah
    read = desk.bundling.read(answer)
    assert (read.entries, read.settled, read.applied, read.refused) == (8, 8, 8, ())
    assert (read.ahead, read.more, read.waiting) == (False, False, 0)
    assert states(desk) == {ClientState.ACKNOWLEDGED}
    assert (queued(desk), proofs(desk)) == (0, 1)


def test_the_proof_shows_what_was_delivered(desk: AgentDesk, branch: StickBranch, stick: Path) -> None:
    enrol(desk, 10)
    _, answer = branch.take(desk.bundling.save(stick).place)
    desk.bundling.read(answer)
    with desk.enrolling.database.reading() as session:
        proof = acknowledgements.newest(session)
    assert proof is not None
    message = answer_message(proof.bound_to, 200, sha256_hex(proof.raw))
    assert verify(branch.house.keys.public, proof.signature, message)


def test_what_no_answer_settled_is_in_the_next_file_again(
    desk: AgentDesk, branch: StickBranch, stick: Path
) -> None:
    enrol(desk, 10)
    first = desk.bundling.save(stick)
    enrol(desk, 11)
    second = desk.bundling.save(stick)
    assert (first.entries, second.entries) == (4, 8)
    assert first.name != second.name
    _, late = branch.take(second.place)
    _, early = branch.take(first.place)
    assert desk.bundling.read(early).settled == 8  # the feed in it tells of the other file too
    assert desk.bundling.read(late).settled == 0
    assert (queued(desk), branch.ledger().receipts) == (0, 2)
    assert desk.bundling.save(stick).entries == 0


def test_ten_readings_are_as_good_as_one(desk: AgentDesk, branch: StickBranch, stick: Path) -> None:
    enrol(desk, 10)
    _, answer = branch.take(desk.bundling.save(stick).place)
    assert desk.bundling.read(answer).settled == 4
    enrol(desk, 11)
    for _ in range(9):
        again = desk.bundling.read(answer)
        assert (again.settled, again.applied, again.decisions) == (0, 0, 0)
    assert (queued(desk), proofs(desk)) == (4, 1)


def test_an_old_answer_does_not_move_the_cursor_back(
    desk: AgentDesk, branch: StickBranch, stick: Path
) -> None:
    enrol(desk, 10)
    old = desk.bundling.save(stick)
    _, first = branch.take(old.place)
    enrol(desk, 11)
    _, second = branch.take(desk.bundling.save(stick).place)
    desk.bundling.read(second)
    with desk.enrolling.database.reading() as session:
        reached = feed.cursor(session)
    assert desk.bundling.read(first).applied == 0
    with desk.enrolling.database.reading() as session:
        assert feed.cursor(session) == reached == 8


def test_rows_that_begin_beyond_the_store_wait_for_those_before(
    desk: AgentDesk, branch: StickBranch, stick: Path, tmp_path: Path, clock: HandClock
) -> None:
    """A store set back to an older copy: the verdicts hold, rows in between must not be passed over."""
    enrol(desk, 10)
    desk.close()
    shutil.copytree(tmp_path / "profile", tmp_path / "copy")
    desk = desk_of(Profile(tmp_path / "profile"), clock)
    _, answer = branch.take(desk.bundling.save(stick).place)
    desk.bundling.read(answer)
    _, later = branch.take(desk.bundling.save(stick).place)
    desk.close()
    back = desk_of(Profile(tmp_path / "copy"), clock)
    read = back.bundling.read(later)
    assert (read.ahead, read.applied) == (True, 0)
    with back.enrolling.database.reading() as session:
        assert feed.cursor(session) == 0
    assert back.bundling.read(answer).settled == 4
    back.close()


def test_what_the_branch_lost_goes_up_again(
    desk: AgentDesk, branch: StickBranch, stick: Path, tmp_path: Path, key: SigningKey
) -> None:
    enrol(desk, 10)
    _, answer = branch.take(desk.bundling.save(stick).place)
    desk.bundling.read(answer)
    enrol(desk, 11)
    (tmp_path / "anew").mkdir()
    shutil.copy(tmp_path / "branch" / SIGNING_KEY, tmp_path / "anew" / SIGNING_KEY)
    anew = stick_branch(tmp_path / "anew", key)
    _, answer = anew.take(desk.bundling.save(stick).place)
    enrol(desk, 12)
    assert desk.bundling.read(answer).settled == 4
    assert queued(desk) == 8
    _, answer = anew.take(desk.bundling.save(stick).place)
    desk.bundling.read(answer)
    assert (queued(desk), anew.ledger().receipts) == (0, 3)


def test_only_this_laptops_genuine_answer_is_believed(
    desk: AgentDesk, branch: StickBranch, stick: Path, tmp_path: Path, clock: HandClock
) -> None:
    enrol(desk, 10)
    saved = desk.bundling.save(stick)
    _, answer = branch.take(saved.place)
    raw = answer.read_bytes()
    broken = stick / "broken.perisai-jawaban"

    def changed(content: bytes) -> FailureCode:
        broken.write_bytes(content)
        return refused(desk, broken)

    assert changed(raw[:-1]) is FailureCode.ANSWER_DAMAGED
    assert changed(raw[:200] + bytes((raw[200] ^ 8,)) + raw[201:]) is FailureCode.ANSWER_DAMAGED
    assert changed(raw[:12] + b"\x02" + raw[13:]) is FailureCode.ANSWER_NEWER
    assert changed(b"Rekap.xlsx") is FailureCode.ANSWER_UNKNOWN
    assert refused(desk, Path(saved.place)) is FailureCode.ANSWER_IS_BUNDLE
    assert refused(desk, stick / "gone.perisai-jawaban") is FailureCode.FILE_UNREADABLE
    other = SigningKey.from_bytes(bytes(range(9, 41)))
    profile = make_profile(tmp_path / "other", other, branch.house.keys.public)
    stranger = desk_of(profile, clock)
    assert refused(stranger, answer) is FailureCode.ANSWER_FOR_ANOTHER
    stranger.close()
    assert desk.bundling.read(answer).settled == 4


def test_an_answer_of_another_server_moves_nothing(
    desk: AgentDesk, stick: Path, tmp_path: Path, key: SigningKey
) -> None:
    """A server that somehow got hold of the bundle key still cannot sign as the pinned one."""
    enrol(desk, 10)
    elsewhere = stick_branch(tmp_path / "elsewhere", key)
    sent = replace(desk.bundling, sealed_to=elsewhere.house.keys.bundle_public).save(stick)
    _, answer = elsewhere.take(sent.place)
    assert refused(desk, answer) is FailureCode.ANSWER_NOT_GENUINE


def test_reading_waits_for_its_turn(desk: AgentDesk, branch: StickBranch, stick: Path) -> None:
    enrol(desk, 10)
    _, answer = branch.take(desk.bundling.save(stick).place)
    with desk.syncing.paused():
        assert refused(desk, answer) is FailureCode.SYNC_RUNNING
    assert desk.bundling.read(answer).settled == 4


def test_power_cut_while_reading_leaves_what_the_next_reading_ends(
    desk: AgentDesk, branch: StickBranch, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enrol(desk, 10)
    _, answer = branch.take(desk.bundling.save(stick).place)

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(feed, "apply_page", cut)
        with pytest.raises(KeyboardInterrupt):
            desk.bundling.read(answer)
    assert queued(desk) == 0
    assert desk.bundling.read(answer).applied == 4
