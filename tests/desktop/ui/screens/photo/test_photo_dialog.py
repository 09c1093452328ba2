"""A picture is chosen or dropped, turned, cut by hand or keyboard, and handed over as it will be kept."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import Crop, PhotoFault, PhotoSubject, PreparedPhoto
from perisai_desktop.ui.screens.photo.screen import photo_dialog
from tests.support.card_pictures import blurred, card, file_of

Showing = Callable[[QWidget], QWidget]


@dataclass
class Booth:
    """A dialog, its jobs run by hand, and what was taken."""

    folder: Path
    parent: QWidget
    jobs: HandRunJobs = field(default_factory=HandRunJobs)
    taken: list[PreparedPhoto] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.dialog, self.presenter = photo_dialog(
            PhotoSubject.KTP, self.jobs, self.taken.append, self.parent
        )

    def file(self, content: bytes) -> str:
        path = self.folder / "card.jpg"
        path.write_bytes(content)
        return str(path)

    def chosen(self, content: bytes) -> "Booth":
        self.dialog.named.emit(self.file(content))
        self.jobs.run_all()
        return self

    @property
    def said(self) -> str:
        found = self.dialog.findChild(QWidget, "photo_said")
        assert found is not None
        return str(found.property("text"))


@pytest.fixture
def booth(tmp_path: Path, showing: Showing) -> Booth:
    made = Booth(tmp_path, showing(QWidget()))
    made.dialog.open()
    return made


def test_a_photo_is_turned_with_the_part_that_is_kept_and_taken(booth: Booth) -> None:
    booth.dialog.act.click()
    assert booth.taken == []
    booth.chosen(file_of(card()))
    booth.dialog.cut.emit(Crop(0.1, 0.2, 0.9, 1.0))
    booth.dialog.turned.emit(1)
    booth.jobs.run_all()
    assert booth.presenter.state.crop == Crop(0.1, 0.2, 0.9, 1.0)
    booth.dialog.turned.emit(1)
    booth.jobs.run_all()
    crop = booth.presenter.state.crop
    assert [round(each, 6) for each in (crop.left, crop.top, crop.right, crop.bottom)] == [0.0, 0.1, 0.8, 0.9]
    booth.dialog.act.click()
    (photo,) = booth.taken
    assert photo.height > photo.width
    assert "Can be read well." in booth.said


def test_what_is_hard_to_read_is_told_and_can_still_be_taken(booth: Booth) -> None:
    booth.chosen(file_of(blurred()))
    assert "Blurred" in booth.said
    booth.dialog.act.click()
    assert booth.taken[0].faults == (PhotoFault.BLURRED,)


def test_a_file_that_is_no_picture_leaves_what_was_there(booth: Booth) -> None:
    booth.chosen(file_of(card()))
    before = booth.presenter.state.prepared
    booth.chosen(b"%PDF-1.7")
    assert booth.presenter.state.failure == Failure(FailureCode.PHOTO_UNREADABLE)
    assert booth.presenter.state.prepared is before
    assert "not a picture" in booth.dialog.note.words


def test_a_file_can_be_dropped_and_only_the_newest_is_shown(booth: Booth) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(booth.file(file_of(card())))])
    nothing, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    booth.dialog.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, dropped, left, nothing))
    booth.presenter.open(Path(booth.file(file_of(card().resize((900, 700))))))
    booth.jobs.run_all()
    assert booth.presenter.state.picture is not None
    assert (booth.presenter.state.picture.width, booth.presenter.state.busy) == (900, False)


def test_the_frame_is_drawn_by_mouse_and_by_keyboard(booth: Booth) -> None:
    booth.chosen(file_of(card()))
    picture, cuts = booth.dialog.picture, list[Crop]()
    picture.cut.connect(cuts.append)
    corner = picture._frame().topLeft().toPoint()
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=corner)
    QTest.mouseMove(picture, corner + QPoint(60, 40))
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=corner + QPoint(60, 40))
    assert 0 < cuts[-1].left < 0.3
    assert 0 < cuts[-1].top < 0.3
    assert (cuts[-1].right, cuts[-1].bottom) == (1.0, 1.0)
    booth.jobs.run_all()
    picture.setFocus()
    QTest.keyClick(picture, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert cuts[-1].right == pytest.approx(0.98)
    QTest.keyClick(picture, Qt.Key.Key_Right)
    assert cuts[-1].right == pytest.approx(1.0)
    QTest.keyClick(picture, Qt.Key.Key_Backspace)
    assert cuts[-1].whole


def test_an_answer_after_the_dialog_is_gone_finds_nobody(booth: Booth) -> None:
    booth.presenter.open(Path(booth.file(file_of(card()))))
    booth.dialog.reject()
    booth.dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    booth.jobs.run_all()
    assert booth.presenter.state.prepared is None
