"""What waits goes to a stick whole, sealed and named without a person, or leaves nothing there."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services import sync_store
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import outbox
from sync.protocol.sealed_file import mark_of
from sync.rules.states import ClientState
from tests.support.secrecy import leaks
from tests.support.stick_branch import (
    DEVICE,
    StickBranch,
    branch,
    desk,
    enrol,
    states,
    stick,
)

__all__ = ["branch", "desk", "stick"]


def test_what_a_run_has_in_flight_is_in_the_file_too(
    desk: AgentDesk, branch: StickBranch, stick: Path
) -> None:
    enrol(desk, 10)
    with desk.enrolling.database.transaction() as session:
        outbox.lease(session, desk.enrolling.pen.identifier(desk.clock.now()), 100, 1_000_000)
    saved = desk.bundling.save(stick)
    assert saved.entries == 4
    assert states(desk) == {ClientState.SENDING}
    _, answer = branch.take(saved.place)
    assert desk.bundling.read(answer).settled == 4


def test_large_queues_go_in_batches_of_whole_actions(
    desk: AgentDesk, branch: StickBranch, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enrol(desk, 10, 11, 12)
    monkeypatch.setattr(sync_store, "MOST_ENTRIES", 9)
    received, answer = branch.take(desk.bundling.save(stick).place)
    assert (received.count, received.settled) == (12, 2)
    monkeypatch.setattr(sync_store, "MOST_BYTES", 1)
    received, _ = branch.take(desk.bundling.save(stick).place)
    assert (received.count, received.settled) == (12, 3)
    assert desk.bundling.read(answer).settled == 12


def test_a_thief_reads_nothing(desk: AgentDesk, branch: StickBranch, stick: Path) -> None:
    enrol(desk, 10, 11)
    branch.take(desk.bundling.save(stick).place)
    hidden = {"3202081008900004", "Contoh k", "Nining Sukaesih", "Nining", "Sukaesih", "0812345610"}
    assert len(list(stick.iterdir())) == 2
    assert list(leaks(stick, hidden)) == []


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, FailureCode.BUNDLE_NO_ROOM),
        (errno.EROFS, FailureCode.BUNDLE_NOT_WRITTEN),
        (errno.EIO, FailureCode.BUNDLE_NOT_WRITTEN),
    ],
)
def test_a_stick_that_does_not_take_it_is_left_as_it_was(
    desk: AgentDesk, stick: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: FailureCode
) -> None:
    enrol(desk, 10)

    def fail(_handle: int) -> None:
        raise OSError(number, "stick")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Failure) as failure:
        desk.bundling.save(stick)
    assert failure.value.code is code
    assert list(stick.iterdir()) == []
    if code is FailureCode.BUNDLE_NO_ROOM:
        assert failure.value.data["needed"] == 1


def test_a_stick_that_is_gone_is_told(desk: AgentDesk, stick: Path) -> None:
    enrol(desk, 10)
    with pytest.raises(Failure) as failure:
        desk.bundling.save(stick / "pulled")
    assert failure.value.code is FailureCode.BUNDLE_FOLDER_MISSING


def test_nothing_is_written_over(desk: AgentDesk, stick: Path) -> None:
    enrol(desk, 10)
    names = [desk.bundling.save(stick).name for _ in range(3)]
    stem = f"perisai-{DEVICE}-20261122-0915"
    assert names == [f"{stem}.perisai", f"{stem}-2.perisai", f"{stem}-3.perisai"]


def test_the_mark_is_of_the_file_on_the_stick(desk: AgentDesk, stick: Path) -> None:
    enrol(desk, 10)
    saved = desk.bundling.save(stick)
    with Path(saved.place).open("rb") as file:
        assert mark_of(file) == saved.mark
