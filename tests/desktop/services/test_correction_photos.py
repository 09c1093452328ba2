"""A correction shows a picture anew: it is kept before anything names it, goes as every other, and the old one stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import KeptPhoto, Photo, PhotoSubject
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.domain.task import Task
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.draft_photos import sweep
from perisai_desktop.services.own_correcting import OwnCorrecting
from perisai_desktop.storage import journal, photos
from perisai_desktop.storage.journal import StoredEntry
from perisai_desktop.storage.photos import PhotoState
from sync.protocol.digests import sha256_hex
from sync.protocol.signatures import SigningKey
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.photo_house import picture

OLD, NEW, PAPER, SIGNED = (picture(2_000, seed) for seed in range(1, 5))
KTP, SIGNED_PAPER = PhotoSubject.KTP, PhotoSubject.SIGNED_PAPER


def enrolled(desk: AgentDesk, *taken: Photo, signed: bool = True) -> tuple[Receipt, OwnCorrecting, Task]:
    """Somebody enrolled with pictures, and the correction of that."""
    draft = filled_draft(desk)
    receipt = desk.enrolling.enrol(draft if signed else replace(draft, signature=()), photos=taken)
    own = OwnCorrecting(desk.correcting, receipt.worker_id)
    (task,) = own.tasks()
    return receipt, own, task


def newest(desk: AgentDesk, worker_id: str) -> StoredEntry:
    with desk.enrolling.database.reading() as session:
        return journal.of_worker(session, worker_id)[-1]


def states(desk: AgentDesk) -> dict[PhotoState, int]:
    with desk.enrolling.database.reading() as session:
        return {state: count for state, (count, _, _) in photos.sums(session).items()}


def shown(task: Task) -> dict[PhotoSubject, str]:
    return {one.shows: one.sha256 for one in task.photos}


def test_a_new_picture_alone_is_a_correction(desk: AgentDesk) -> None:
    receipt, own, task = enrolled(desk, Photo(KTP, OLD))
    assert task.photos == (KeptPhoto(KTP, sha256_hex(OLD), len(OLD)),)
    form = own.draft(task.entry_id)
    kept = desk.draft_photos.keep(NEW, KTP)
    own.correct(task.entry_id, form, {}, [kept])
    written = newest(desk, receipt.worker_id)
    assert written.kind == "correction"
    assert written.value["blobs"] == [{"sha256": kept.sha256, "length": len(NEW)}]
    assert written.personal_value is not None
    assert written.personal_value["blobs"] == [{"sha256": kept.sha256, "shows": "ktp"}]
    assert written.personal_value["changes"] == {}
    (after,) = own.tasks()
    assert shown(after) == {KTP: kept.sha256}
    assert own.draft(task.entry_id) == replace(form, ktp_photo=kept.sha256)
    assert states(desk) == {PhotoState.WAITING: 2}
    assert desk.draft_photos.read(sha256_hex(OLD)) == OLD


def test_a_picture_is_supplied_where_there_was_none(desk: AgentDesk) -> None:
    _, own, task = enrolled(desk)
    assert task.photos == ()
    own.correct(task.entry_id, own.draft(task.entry_id), {}, [desk.draft_photos.keep(NEW, KTP)])
    (after,) = own.tasks()
    assert shown(after) == {KTP: sha256_hex(NEW)}


def test_the_picture_that_proves_the_consent_is_shown_anew(desk: AgentDesk) -> None:
    _, own, task = enrolled(desk, Photo(KTP, OLD), Photo(SIGNED_PAPER, PAPER), signed=False)
    assert shown(task) == {KTP: sha256_hex(OLD), SIGNED_PAPER: sha256_hex(PAPER)}
    own.correct(task.entry_id, own.draft(task.entry_id), {}, [desk.draft_photos.keep(SIGNED, SIGNED_PAPER)])
    (after,) = own.tasks()
    assert shown(after) == {KTP: sha256_hex(OLD), SIGNED_PAPER: sha256_hex(SIGNED)}


def test_the_same_picture_again_changes_nothing_unless_its_file_was_gone(
    desk: AgentDesk, tmp_path: Path
) -> None:
    receipt, own, task = enrolled(desk, Photo(KTP, OLD))
    again = desk.draft_photos.keep(OLD, KTP)
    form = own.draft(task.entry_id)
    with pytest.raises(Failure) as same:
        own.correct(task.entry_id, form, {}, [again])
    assert same.value.code is FailureCode.NOTHING_CHANGED
    with desk.enrolling.database.transaction() as session:
        photos.lose(session, again.sha256, "missing", desk.clock.now())
    own.correct(task.entry_id, form, {}, [again])
    assert newest(desk, receipt.worker_id).value["blobs"] == [{"sha256": again.sha256, "length": len(OLD)}]
    assert states(desk) == {PhotoState.WAITING: 1}


def test_what_was_taken_outlives_the_program_until_it_is_written(
    tmp_path: Path, key: SigningKey, clock: HandClock
) -> None:
    profile = make_profile(tmp_path / "profile", key)
    desk = desk_of(profile, clock)
    _, own, task = enrolled(desk, Photo(KTP, OLD))
    form = own.draft(task.entry_id)
    kept = desk.draft_photos.keep(NEW, KTP)
    own.keep(task.entry_id, replace(form, ktp_photo=kept.sha256), {}, [kept])
    desk.draft_photos.keep(PAPER, KTP)
    desk.close()
    desk = desk_of(profile, clock)
    with desk.enrolling.database.transaction() as session:
        sweep(session, desk.draft_photos.attachments, desk.correcting.drafts)
    found = desk.correcting.kept(task.entry_id)
    assert found is not None
    assert (found.photos, desk.draft_photos.read(kept.sha256)) == ((kept,), NEW)
    with pytest.raises(Failure):
        desk.draft_photos.read(sha256_hex(PAPER))
    desk.correcting.correct(task.entry_id, found.form, {}, found.photos)
    assert desk.correcting.kept(task.entry_id) is None
    with desk.enrolling.database.transaction() as session:
        sweep(session, desk.draft_photos.attachments, desk.correcting.drafts)
    assert [desk.draft_photos.read(sha256_hex(one)) for one in (OLD, NEW)] == [OLD, NEW]
    desk.close()


def test_a_picture_whose_file_is_gone_stops_the_correction(desk: AgentDesk) -> None:
    receipt, own, task = enrolled(desk, Photo(KTP, OLD))
    form = own.draft(task.entry_id)
    with pytest.raises(Failure) as gone:
        own.correct(task.entry_id, replace(form, street="Jl. Mawar 9"), {}, [KeptPhoto(KTP, "f" * 64, 9)])
    assert gone.value.code is FailureCode.PHOTO_UNFIT
    assert newest(desk, receipt.worker_id).kind != "correction"


def test_what_a_correction_does_not_show_is_left_out(desk: AgentDesk) -> None:
    _, own, task = enrolled(desk, Photo(KTP, OLD))
    slip = desk.draft_photos.keep(NEW, PhotoSubject.SLIP)
    with pytest.raises(Failure) as nothing:
        own.correct(task.entry_id, own.draft(task.entry_id), {}, [slip])
    assert nothing.value.code is FailureCode.NOTHING_CHANGED


def test_pictures_that_were_taken_for_one_another_are_put_right(desk: AgentDesk) -> None:
    _, own, task = enrolled(desk, Photo(KTP, PAPER), Photo(SIGNED_PAPER, OLD), signed=False)
    right = [desk.draft_photos.keep(OLD, KTP), desk.draft_photos.keep(PAPER, SIGNED_PAPER)]
    own.correct(task.entry_id, own.draft(task.entry_id), {}, right)
    (after,) = own.tasks()
    assert shown(after) == {KTP: sha256_hex(OLD), SIGNED_PAPER: sha256_hex(PAPER)}


@pytest.mark.parametrize("for_both", [True, False])
def test_one_picture_does_not_stand_for_two_things(desk: AgentDesk, for_both: bool) -> None:
    receipt, own, task = enrolled(desk, Photo(KTP, OLD), Photo(SIGNED_PAPER, PAPER), signed=False)
    content = NEW if for_both else OLD
    taken = [desk.draft_photos.keep(content, one) for one in (KTP, SIGNED_PAPER)]
    with pytest.raises(Failure) as twice:
        own.correct(task.entry_id, own.draft(task.entry_id), {}, taken)
    assert twice.value.code is FailureCode.PHOTO_TWICE
    assert newest(desk, receipt.worker_id).kind != "correction"
