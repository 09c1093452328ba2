"""A picture that the branch cannot read is taken anew: the old one beside it, kept at once, sent with the correction."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.domain.photo import PhotoFault, PhotoSubject, PreparedPhoto
from perisai_desktop.domain.task import FieldComment
from perisai_desktop.ui.enrolment_fields import build_fields
from perisai_desktop.ui.problem_words import problem_words
from perisai_desktop.ui.screens.tasks.presenter import TasksPresenter
from perisai_desktop.ui.screens.tasks.state import ILLEGIBLE
from perisai_desktop.ui.screens.tasks.view import TasksView
from perisai_desktop.ui.widgets.photo_preview import PhotoPreview
from sync.rules.enrolment import Assessment, EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.nik import read_nik
from sync.rules.reactions import Reaction, finding
from tests.desktop.ui.conftest import Showing
from tests.support.card_pictures import card, file_of
from tests.support.correcting_desk import CorrectingDesk, HandShelf
from tests.support.reference_data import reference
from tests.support.screen_values import NOW, TODAY, task

KTP, PAPER = PhotoSubject.KTP, PhotoSubject.SIGNED_PAPER
NEW = PreparedPhoto(file_of(card()), 1280, 806, (PhotoFault.GLARE,))
ILLEGIBLE_CARD = FieldComment("ktp_photo", "NIK tidak terbaca", "")


class Rig:
    """View and presenter over tasks whose pictures lie on a shelf in memory."""

    def __init__(self, desk: CorrectingDesk) -> None:
        self.desk = desk
        self.jobs = HandRunJobs()
        fields = build_fields(reference(), IuranMonth(2026, 11), prefix="fix", terse=False)
        self.view = TasksView(fields, {}, lambda: NOW)
        self.presenter = TasksPresenter(desk, desk, desk.shelf, self.jobs, self.view.show_state)
        self.asked: list[tuple[object, str]] = []
        self.view.opened.connect(self.presenter.open)
        self.view.field_opened.connect(self.presenter.open_field)
        self.view.sent.connect(self.presenter.send)
        self.view.photo_asked.connect(lambda subject, path: self.asked.append((subject, path)))
        self.view.photo_dropped.connect(self.presenter.photos.drop)
        self.presenter.load()
        self.jobs.run_all()

    def take(self, subject: PhotoSubject = KTP, photo: PreparedPhoto = NEW) -> None:
        self.presenter.photos.take(subject, photo)
        self.jobs.run_all()

    def button(self, name: str) -> QPushButton:
        found = self.view.findChild(QPushButton, name)
        assert found is not None
        return found

    def preview(self, name: str) -> PhotoPreview:
        found = self.view.findChild(PhotoPreview, name)
        assert found is not None
        return found

    @property
    def words(self) -> set[str]:
        return {label.text() for label in self.view.findChildren(QLabel) if label.isVisible()}


def with_photo(*comments: FieldComment, shows: PhotoSubject = KTP, kept: bool = True) -> CorrectingDesk:
    """One task whose picture is on the shelf, unless its file is gone."""
    shelf = HandShelf()
    photo = shelf.put(file_of(card()) + b" old", shows)
    desk = CorrectingDesk(replace(task(0, *comments), photos=(photo,)))
    desk.shelf = shelf if kept else HandShelf()
    return desk


def test_a_marked_picture_is_kept_at_once_and_goes_with_the_correction(showing: Showing) -> None:
    rig = Rig(with_photo(ILLEGIBLE_CARD))
    assert (rig.presenter.state.subjects, rig.presenter.state.ready) == ((KTP,), False)
    rig.take()
    (kept,) = rig.desk.drafts["e0"].photos
    assert rig.desk.drafts["e0"].form.ktp_photo == kept.sha256
    assert (rig.presenter.state.changed, rig.presenter.state.ready) == (frozenset({"ktp_photo"}), True)
    rig.presenter.send()
    rig.jobs.run_all()
    assert rig.desk.taken == [(kept,)]


def test_what_was_taken_is_found_again_and_can_be_left_out(showing: Showing) -> None:
    desk = with_photo(ILLEGIBLE_CARD)
    Rig(desk).take()
    again = Rig(desk)
    found = again.presenter.state.picture(KTP)
    assert found is not None
    assert found.content == NEW.content
    again.presenter.photos.drop(PAPER)
    again.presenter.photos.drop(KTP)
    again.jobs.run_all()
    assert (again.presenter.state.pictures, again.presenter.state.changed) == ((), frozenset())
    assert desk.drafts["e0"].photos == ()
    again.take()
    desk.shelf.files.clear()
    assert Rig(desk).presenter.state.pictures == ()


def test_without_room_the_old_picture_stands(showing: Showing) -> None:
    rig = Rig(with_photo(ILLEGIBLE_CARD))
    rig.desk.shelf.full = True
    rig.take()
    state = rig.presenter.state
    assert state.failure is not None
    assert (state.failure.code, state.pictures) == (FailureCode.DISK_FULL, ())


def test_a_picture_that_is_kept_too_late_belongs_to_no_other_task(showing: Showing) -> None:
    rig = Rig(CorrectingDesk(task(0, ILLEGIBLE_CARD), task(1)))
    rig.presenter.photos.take(KTP, NEW)
    rig.presenter.open("e1")
    rig.jobs.run_all()
    assert rig.presenter.state.pictures == ()
    rig.presenter.load()
    empty = TasksPresenter(rig.desk, rig.desk, rig.desk.shelf, rig.jobs, lambda _state: None)
    empty.photos.take(KTP, NEW)
    assert empty.state.pictures == ()


@pytest.mark.parametrize(
    ("comments", "shows", "reason", "subjects"),
    [
        ((), KTP, ILLEGIBLE, (KTP,)),
        ((), KTP, "other", ()),
        ((FieldComment("consents", "Tidak terbaca"),), PAPER, "other", (PAPER,)),
        ((FieldComment("consents", "Tanda tangan?"),), KTP, "other", ()),
        ((ILLEGIBLE_CARD,), PAPER, "other", (KTP,)),
    ],
)
def test_which_pictures_are_shown(
    showing: Showing,
    comments: tuple[FieldComment, ...],
    shows: PhotoSubject,
    reason: str,
    subjects: tuple[PhotoSubject, ...],
) -> None:
    desk = with_photo(*comments, shows=shows)
    desk.waiting = [replace(desk.waiting[0], reason=reason)]
    assert Rig(desk).presenter.state.subjects == subjects


@pytest.mark.usefixtures("indonesian")
def test_the_task_shows_the_old_picture_the_comment_and_the_act(showing: Showing) -> None:
    rig = Rig(with_photo(ILLEGIBLE_CARD))
    showing(rig.view)
    assert {"NIK tidak terbaca", "Foto KTP", "Dikirim sebelumnya"} <= rig.words
    assert not rig.preview("photo_sent_ktp").empty
    assert not rig.preview("photo_new_ktp").isVisible()
    assert rig.button("photo_take_ktp").accessibleName() == "Ganti foto"
    QTest.keyClick(rig.view, Qt.Key.Key_F2)
    assert rig.asked == [(KTP, "")]
    rig.take()
    assert not rig.preview("photo_new_ktp").empty
    assert "Mungkin sulit dibaca. Boleh tetap dikirim, atau ambil lagi." in rig.words
    rig.button("photo_keep_ktp").click()
    rig.jobs.run_all()
    assert not rig.preview("photo_new_ktp").isVisible()


@pytest.mark.usefixtures("indonesian")
def test_without_a_picture_one_is_added_and_one_that_is_gone_says_so(showing: Showing) -> None:
    none = Rig(CorrectingDesk(task(0, ILLEGIBLE_CARD)))
    showing(none.view)
    assert none.button("photo_take_ktp").accessibleName() == "Tambah foto"
    assert none.preview("photo_sent_ktp").accessibleName() == "Foto yang dikirim: Belum ada foto"
    gone = Rig(with_photo(ILLEGIBLE_CARD, kept=False))
    showing(gone.view)
    assert (
        gone.preview("photo_sent_ktp").accessibleName() == "Foto yang dikirim: Tidak ada lagi di laptop ini"
    )


def test_a_picture_is_chosen_among_the_fields(showing: Showing) -> None:
    desk = CorrectingDesk(task(0))
    rig = Rig(desk)
    showing(rig.view)
    another = rig.view.findChild(QLineEdit, "fix_another")
    assert another is not None
    another.setFocus()
    QTest.keyClicks(another, "photo")
    QTest.keyClick(another, Qt.Key.Key_Return)
    assert rig.button("photo_take_ktp").hasFocus()
    assert rig.presenter.state.subjects == (KTP,)


def test_the_proof_of_a_consent_is_offered_where_there_is_one() -> None:
    state = Rig(with_photo(shows=PAPER)).presenter.state
    assert state.choosable(["name"]) == ("name", "ktp_photo", "consents")


@pytest.mark.usefixtures("indonesian")
def test_where_the_branch_wants_a_photo_the_correction_stops_at_it(
    showing: Showing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def strict(_self: CorrectingDesk, _entry_id: str, form: EnrolmentForm) -> Assessment:
        found = () if form.ktp_photo else (finding(Reaction.FIELD_MISSING, "ktp_photo"),)
        return Assessment(found, read_nik(form.nik, TODAY), None)

    monkeypatch.setattr(CorrectingDesk, "assess", strict)
    rig = Rig(CorrectingDesk(task(0)))
    showing(rig.view)
    assert rig.presenter.state.subjects == (KTP,)
    assert problem_words(finding(Reaction.FIELD_MISSING, "ktp_photo")) in rig.words
    rig.take()
    assert (rig.presenter.state.problems, rig.presenter.state.ready) == ((), True)
