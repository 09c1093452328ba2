"""Pictures go along on the stick, once, behind the entries that name them, and are counted as the branch says."""

from __future__ import annotations

from pathlib import Path

from perisai_desktop.domain.photo import PhotoSubject
from perisai_desktop.domain.till import DepositChannel
from perisai_desktop.services.depositing import DepositWish
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.own_correcting import OwnCorrecting
from perisai_desktop.storage import photos
from perisai_desktop.storage.photos import PhotoState
from sync.protocol.digests import sha256_hex
from tests.support.desks import MARKET_DAY, filled_draft
from tests.support.photo_house import picture
from tests.support.stick_branch import DEVICE, StickBranch, branch, desk, stick

__all__ = ["branch", "desk", "stick"]
SLIP = picture(150_000)
DIGEST = sha256_hex(SLIP)


def deposit(desk: AgentDesk, slip: bytes = SLIP) -> None:
    receipt = desk.enrolling.enrol(filled_draft(desk))
    wish = DepositWish((receipt.number,), 33_600, "12345678", DepositChannel.ATM, MARKET_DAY, slip=slip)
    desk.depositing.deposit(wish)


def sums(desk: AgentDesk) -> dict[PhotoState, tuple[int, int, int]]:
    with desk.enrolling.database.reading() as session:
        return photos.sums(session)


def test_a_picture_arrives_on_the_stick(desk: AgentDesk, branch: StickBranch, stick: Path) -> None:
    deposit(desk)
    saved = desk.bundling.save(stick)
    assert saved.photos == 1
    assert saved.bytes > len(SLIP)
    _, answer = branch.take(saved.place)
    assert branch.files.read(DEVICE, DIGEST) == SLIP
    assert desk.bundling.read(answer).photos == 1
    assert sums(desk) == {PhotoState.ARRIVED: (1, len(SLIP), len(SLIP))}
    assert desk.bundling.save(stick).photos == 0


def test_the_picture_of_a_correction_goes_along(desk: AgentDesk, branch: StickBranch, stick: Path) -> None:
    receipt = desk.enrolling.enrol(filled_draft(desk))
    (task,) = OwnCorrecting(desk.correcting, receipt.worker_id).tasks()
    kept = desk.draft_photos.keep(SLIP, PhotoSubject.KTP)
    desk.correcting.correct(task.entry_id, desk.correcting.draft(task.entry_id), {}, [kept])
    saved = desk.bundling.save(stick)
    assert (saved.entries, saved.photos) == (5, 1)
    _, answer = branch.take(saved.place)
    assert branch.files.read(DEVICE, DIGEST) == SLIP
    assert desk.bundling.read(answer).photos == 1


def test_it_goes_on_where_the_network_left_it(desk: AgentDesk, branch: StickBranch, stick: Path) -> None:
    deposit(desk)
    branch.take(desk.bundling.save(stick).place)
    branch.files.drop(DEVICE, DIGEST)
    blobs, device = branch.blobs, branch.device
    blobs.recheck()
    blobs.append(device, DIGEST, 0, SLIP[:70_000])
    _, answer = branch.take(desk.bundling.save(stick).place)
    assert branch.files.read(DEVICE, DIGEST) == SLIP
    assert desk.bundling.read(answer).photos == 1


def test_one_that_is_whole_there_is_not_touched(desk: AgentDesk, branch: StickBranch, stick: Path) -> None:
    deposit(desk)
    saved = desk.bundling.save(stick)
    answers = [branch.take(saved.place)[1] for _ in range(3)]
    assert branch.files.size(DEVICE, DIGEST) == len(SLIP)
    assert desk.bundling.read(answers[-1]).photos == 1


def test_one_that_no_stored_entry_names_is_not_taken(
    desk: AgentDesk, branch: StickBranch, stick: Path
) -> None:
    deposit(desk)
    bundling = desk.bundling
    with desk.enrolling.database.transaction() as session:
        session.connection().exec_driver_sql("DELETE FROM outbox")
    saved = bundling.save(stick)
    assert (saved.entries, saved.photos) == (0, 1)
    _, answer = branch.take(saved.place)
    assert branch.files.size(DEVICE, DIGEST) == 0
    assert bundling.read(answer).photos == 0
    assert sums(desk) == {PhotoState.WAITING: (1, len(SLIP), 0)}


def test_a_picture_that_is_lost_here_does_not_keep_the_others(
    desk: AgentDesk, branch: StickBranch, stick: Path, tmp_path: Path
) -> None:
    deposit(desk)
    (kept,) = (tmp_path / "profile" / "attachments").iterdir()
    kept.unlink()
    saved = desk.bundling.save(stick)
    assert (saved.entries, saved.photos) == (5, 0)
    assert branch.take(saved.place)[0].settled == 1
