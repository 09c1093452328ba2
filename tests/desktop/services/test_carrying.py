"""A connected laptop brings a colleague's file: refusals in words, the answer beside the file, never what is in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.carrying import Carrying, carried, keep_answer, refusal_of
from perisai_desktop.services.desk import AgentDesk
from sync.client.replies import (
    BundleCarried,
    CarryReply,
    DeviceBarred,
    NonceLapsed,
    NoNetwork,
    Rejected,
    ServerFault,
    Slower,
    Smaller,
)
from tests.support.stick_branch import StickBranch, branch, desk, enrol, queued, stick

__all__ = ["branch", "desk", "stick"]


class Line:
    """Gives replies in turn; None takes the file to the branch."""

    def __init__(self, there: StickBranch, *replies: CarryReply | None) -> None:
        self.branch = there
        self.replies = list(replies)
        self.runs = 0
        self.busy: Failure | None = None

    def carry(self, file: BinaryIO) -> CarryReply:
        reply = self.replies.pop(0)
        if reply is not None:
            file.read(10)
            return reply
        return BundleCarried(self.branch.bundles.taken(file, "0ZZZZ"))

    def run(self) -> None:
        """A run of the carrier's own sync."""
        self.runs += 1
        if self.busy is not None:
            raise self.busy


@pytest.fixture
def saved(desk: AgentDesk, stick: Path) -> Path:
    enrol(desk, 10)
    return Path(desk.bundling.save(stick).place)


@pytest.fixture
def carrying(branch: StickBranch) -> Callable[..., Carrying]:
    def make(*replies: CarryReply | None) -> Carrying:
        line = Line(branch, *replies)
        return Carrying(line, line.run)

    return make


def test_the_answer_lies_beside_the_file_and_serves_the_laptop(
    carrying: Callable[..., Carrying], desk: AgentDesk, saved: Path
) -> None:
    found = carrying(None).carry(saved)
    assert (found.name, found.entries, found.rupiah_in) == (saved.name, 4, 33_600)
    assert found.answer_place == str(saved) + "-jawaban"
    assert desk.bundling.read(Path(found.answer_place)).settled == 4
    assert queued(desk) == 0


def test_a_way_that_is_not_open_yet_is_opened_by_a_run(branch: StickBranch, saved: Path) -> None:
    line = Line(branch, NonceLapsed(), None)
    assert Carrying(line, line.run).carry(saved).entries == 4
    assert line.runs == 1


@pytest.mark.parametrize(
    ("busy", "told"),
    [
        (Failure(FailureCode.SERVER_BUSY, seconds=9), Failure(FailureCode.ASK_LATER, seconds=9)),
        (Failure(FailureCode.SYNC_RUNNING), Failure(FailureCode.SYNC_RUNNING)),
    ],
)
def test_a_run_that_does_not_get_through_promises_no_second_try_of_the_file(
    branch: StickBranch, saved: Path, busy: Failure, told: Failure
) -> None:
    line = Line(branch, NonceLapsed())
    line.busy = busy
    with pytest.raises(Failure) as raised:
        Carrying(line, line.run).carry(saved)
    assert raised.value == told


@pytest.mark.parametrize(
    ("reply", "failure"),
    [
        (NoNetwork("dns"), Failure(FailureCode.NO_NETWORK, detail="dns")),
        (Slower(40), Failure(FailureCode.ASK_LATER, seconds=40)),
        (ServerFault("server_fault"), Failure(FailureCode.ASK_LATER, seconds=0)),
        (DeviceBarred("device_wiped"), Failure(FailureCode.DEVICE_REVOKED)),
        (Smaller(), Failure(FailureCode.BUNDLE_REFUSED, reason="body_too_large")),
        (Rejected("device_unknown"), Failure(FailureCode.BUNDLE_REFUSED, reason="device_unknown")),
        (Rejected("file_damaged"), Failure(FailureCode.BUNDLE_DAMAGED)),
        (Rejected("file_for_other_key"), Failure(FailureCode.BUNDLE_FOR_ANOTHER)),
    ],
)
def test_what_the_line_or_the_server_says_becomes_a_failure(
    carrying: Callable[..., Carrying], saved: Path, reply: CarryReply, failure: Failure
) -> None:
    with pytest.raises(Failure) as raised:
        carrying(reply).carry(saved)
    assert raised.value == failure
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


def test_what_is_no_bundle_is_not_sent(
    carrying: Callable[..., Carrying], branch: StickBranch, saved: Path, stick: Path
) -> None:
    nothing = carrying()
    _, answer = branch.take(saved)
    (stick / "rekap.perisai").write_bytes(b"Rekap")
    newer = saved.read_bytes()
    (stick / "newer.perisai").write_bytes(newer[:12] + b"\x07" + newer[13:])
    for path, code in (
        (answer, FailureCode.BUNDLE_IS_ANSWER),
        (stick / "rekap.perisai", FailureCode.BUNDLE_UNKNOWN),
        (stick / "newer.perisai", FailureCode.BUNDLE_NEWER),
        (stick / "gone.perisai", FailureCode.FILE_UNREADABLE),
    ):
        with pytest.raises(Failure) as raised:
            nothing.carry(path)
        assert raised.value.code is code


def test_an_answer_that_the_stick_does_not_take_is_kept_for_another(
    branch: StickBranch, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        found = carried(saved, lambda file: branch.bundles.taken(file, "reviewer"))
        assert (found.answer_place, branch.ledger().receipts) == ("", 1)
        with pytest.raises(Failure) as raised:
            keep_answer(found, saved.parent)
    assert raised.value == Failure(FailureCode.BUNDLE_NO_ROOM, needed=1)
    kept = keep_answer(found, tmp_path)
    assert Path(kept.answer_place).read_bytes() == found.answer
    assert replace(kept, answer_place="") == found
    assert "answer=" not in repr(found)


def test_refusals_without_words_of_their_own_carry_their_code() -> None:
    assert refusal_of("practice_differs").code is FailureCode.BUNDLE_FOR_ANOTHER
    assert refusal_of("signature_invalid") == Failure(FailureCode.BUNDLE_REFUSED, reason="signature_invalid")
