"""Pictures belong to their draft: kept as they are taken, there again when it is opened, named by what is written."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import Crop, PhotoSubject, PreparedPhoto
from perisai_desktop.services.draft_photos import DraftPhotos
from perisai_desktop.services.preparing_photos import open_picture, prepare
from sync.protocol.digests import sha256_hex
from sync.rules.branch_settings import BranchSettings, FieldUse
from tests.desktop.ui.screens.enrolment.conftest import Bench, Desk
from tests.support.card_pictures import blurred, card, file_of
from tests.support.desk_money import MoneyHand
from tests.support.desks import SIGNATURE, desk_of

KTP = prepare(open_picture(file_of(card())), Crop(), PhotoSubject.KTP)
OTHER = prepare(open_picture(file_of(blurred())), Crop(), PhotoSubject.KTP)


def taken(bench: Bench, subject: PhotoSubject, photo: PreparedPhoto = KTP) -> Bench:
    bench.presenter.pictures.take(subject, photo)
    bench.jobs.run_all()
    return bench


def test_a_picture_is_kept_with_the_draft_and_named_by_the_enrolment(bench: Bench) -> None:
    taken(bench.opened().fill(), PhotoSubject.KTP, OTHER)
    taken(bench, PhotoSubject.KTP)
    bench.presenter.rest()
    bench.jobs.run_all()
    again = Bench(bench.desk, bench.clock).opened()
    (picture,) = again.state.pictures
    assert (picture.content, again.state.form.ktp_photo) == (KTP.content, sha256_hex(KTP.content))
    receipt = again.submit().receipt
    assert receipt is not None
    entry = MoneyHand(bench.desk).written(receipt.action_id)[0]
    assert [blob["sha256"] for blob in entry.value["blobs"]] == [sha256_hex(KTP.content)]


def test_a_thumb_print_or_a_signed_paper_stands_in_place_of_the_signature(bench: Bench) -> None:
    bench.opened().fill(signed=False)
    assert bench.state.obstacles == ("signature",)
    taken(bench, PhotoSubject.THUMB)
    taken(bench, PhotoSubject.SIGNED_PAPER, OTHER)
    assert [one.kept.shows for one in bench.state.pictures] == [PhotoSubject.SIGNED_PAPER]
    bench.presenter.pictures.drop(PhotoSubject.SIGNED_PAPER)
    assert not bench.state.signed
    bench.presenter.sign(SIGNATURE)
    taken(bench, PhotoSubject.THUMB)
    assert bench.state.signature == ()
    receipt = bench.submit().receipt
    assert receipt is not None
    consent = MoneyHand(bench.desk).written(receipt.action_id)[1]
    assert consent.value["body"]["way"] == "thumb_photo"


def test_a_picture_goes_to_no_other_draft_and_one_that_is_gone_is_left_out(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.opened().presenter.pictures.take(PhotoSubject.KTP, KTP)
    bench.presenter.start_anew()
    bench.jobs.run_all()
    assert bench.state.pictures == ()
    taken(bench, PhotoSubject.KTP).presenter.rest()
    bench.jobs.run_all()

    def gone(*_args: object) -> bytes:
        raise Failure(FailureCode.PHOTO_UNFIT, bytes=0)

    monkeypatch.setattr(DraftPhotos, "read", gone)
    again = Bench(bench.desk, bench.clock).opened()
    assert (again.state.pictures, again.state.form.ktp_photo) == ((), "")


def test_a_picture_that_cannot_be_kept_is_told(bench: Bench) -> None:
    taken(bench.opened(), PhotoSubject.KTP, replace(KTP, content=b""))
    assert bench.state.failure == Failure(FailureCode.PHOTO_UNFIT, bytes=0)
    assert bench.state.pictures == ()


def test_a_branch_can_require_the_photo_of_the_card(bench: Bench) -> None:
    strict = BranchSettings(fields=(("ktp_photo", FieldUse.REQUIRED),))
    reference = replace(bench.desk.reference, settings=strict)
    bench.desk = replace(bench.desk, enrolling=replace(bench.desk.enrolling, reference=reference))
    bench.__post_init__()
    state = bench.opened().fill().submit()
    assert (state.receipt, state.obstacles) == (None, ("ktp_photo",))
    assert taken(bench, PhotoSubject.KTP).submit().receipt is not None


def test_pictures_that_no_draft_names_go_when_the_store_is_opened(bench: Bench) -> None:
    taken(bench.opened(), PhotoSubject.KTP)
    taken(bench, PhotoSubject.THUMB, OTHER)
    bench.presenter.pictures.drop(PhotoSubject.THUMB)
    bench.presenter.rest()
    bench.jobs.run_all()
    profile = bench.desk.upkeep.readiness.profile
    assert len(list(profile.attachments.iterdir())) == 2
    bench.desk.close()

    bench.desk = desk_of(profile, bench.clock)
    assert len(list(profile.attachments.iterdir())) == 1
    bench.desk.close()


def test_the_slot_asks_for_a_photo_and_tells_how_it_can_be_read(screen: Desk) -> None:
    asked: list[tuple[PhotoSubject, str]] = []
    screen.view.photo_asked.connect(lambda subject, path: asked.append((subject, path)))
    screen.typist.press(Qt.Key.Key_F2)
    slot = screen.view.form.card_photo
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile("/foto/ktp.jpg")])
    held, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    slot.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, dropped, left, held))
    assert asked == [(PhotoSubject.KTP, ""), (PhotoSubject.KTP, "/foto/ktp.jpg")]
    screen.presenter.pictures.take(PhotoSubject.KTP, OTHER)
    screen.bench.jobs.run_all()
    assert slot.words[1].endswith("blurred")
    slot.setFocus()
    screen.typist.press(Qt.Key.Key_Delete)
    assert screen.state.pictures == ()
    assert slot.words[1] == "take, choose or drop it"


def test_a_photo_of_the_consent_takes_the_place_of_the_pad_until_somebody_signs(screen: Desk) -> None:
    asked: list[PhotoSubject] = []
    screen.view.photo_asked.connect(lambda subject, _path: asked.append(subject))
    for name in ("consent_thumb", "consent_signed_paper"):
        screen.part(name).setFocus()
        screen.typist.press(Qt.Key.Key_Space)
    assert asked == [PhotoSubject.THUMB, PhotoSubject.SIGNED_PAPER]
    screen.presenter.pictures.take(PhotoSubject.SIGNED_PAPER, KTP)
    screen.bench.jobs.run_all()
    pad = screen.view.form.consent.pad
    assert (pad.isVisible(), screen.state.signed) == (False, True)
    screen.part("consent_sign").setFocus()
    screen.typist.press(Qt.Key.Key_Space)
    assert (pad.isVisible(), screen.state.signed) == (True, False)
