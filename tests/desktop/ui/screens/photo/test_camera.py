"""A photo by camera: on by a key, taken by Space or Enter, taken again, and dark whenever nobody looks through it."""

from collections.abc import Callable
from dataclasses import astuple, dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.camera import Camera, kept
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import Crop, PhotoFault, PhotoSubject, PreparedPhoto
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.photo.lens import LensPorts
from perisai_desktop.ui.screens.photo.screen import photo_dialog
from perisai_desktop.ui.shell.laptop import PassingChoices
from perisai_desktop.ui.shell.screen_lock import ScreenLock
from tests.support.camera_studio import red_left, scene
from tests.support.card_pictures import card, file_of, on_table
from tests.support.fake_cameras import BUILT_IN, ON_TABLE, FakeCameras

Showing = Callable[[QWidget], QWidget]


@dataclass
class Table:
    """A dialog, its jobs run by hand, the cameras of the laptop, and what was used."""

    parent: QWidget
    cameras: FakeCameras
    subject: PhotoSubject = PhotoSubject.KTP
    choices: PassingChoices = field(default_factory=PassingChoices)
    jobs: HandRunJobs = field(default_factory=HandRunJobs)
    used: list[PreparedPhoto] = field(default_factory=list)

    def __post_init__(self) -> None:
        lens = LensPorts(
            self.cameras,
            lambda: self.choices.read().camera,
            lambda key: self.choices.keep(camera=key),
        )
        self.dialog, self.presenter = photo_dialog(
            self.subject, self.jobs, self.used.append, self.parent, lens
        )
        self.dialog.open()
        wait_for(lambda: self.presenter.state.lens.cameras is not None, "cameras told")

    @property
    def said(self) -> str:
        found = self.dialog.findChild(QWidget, "photo_said")
        assert found is not None
        return str(found.property("text"))

    def on(self) -> "Table":
        self.dialog.camera.click()
        return self

    def take(self, image: QImage | None = None) -> "Table":
        """Take a picture of this, and look at what became of it."""
        QTest.keyClick(self.dialog.live, Qt.Key.Key_Space)
        self.cameras.see(image if image is not None else _held())
        self.jobs.run_all()
        return self


def _held() -> QImage:
    """A card, held a little within the frame."""
    part = astuple(kept(PhotoSubject.KTP, 1920, 1080))
    return QImage.fromData(file_of(on_table(1920, 1080, part)))


@pytest.fixture
def parent(showing: Showing) -> QWidget:
    return showing(QWidget())


@pytest.fixture
def table(parent: QWidget) -> Table:
    return Table(parent, FakeCameras(BUILT_IN))


def test_without_what_knows_cameras_the_dialog_is_as_ever(parent: QWidget, tmp_path: Path) -> None:
    dialog, presenter = photo_dialog(PhotoSubject.KTP, HandRunJobs(), lambda _: None, parent)
    dialog.open()
    QApplication.processEvents()
    assert presenter.state.lens.cameras is None
    shown = (dialog.camera.isVisible(), dialog.cameras.isVisible(), dialog.shoot.isVisible())
    assert shown == (False, False, False)
    presenter.switch()
    assert not presenter.state.lens.live


def test_where_there_is_none_that_is_said_quietly_until_one_is_plugged_in(parent: QWidget) -> None:
    table = Table(parent, FakeCameras())
    assert not table.dialog.camera.isVisible()
    assert "No camera was found." in table.said
    table.presenter.switch()
    assert table.cameras.opened == []
    table.cameras.plug(ON_TABLE)
    assert table.dialog.camera.isVisible()
    assert "No camera" not in table.said


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_card_is_taken_by_keys_alone_and_goes_the_way_of_a_file(table: Table, key: Qt.Key) -> None:
    QTest.keyClick(table.dialog, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert table.cameras.lit == [BUILT_IN.key]
    assert table.dialog.live.hasFocus()
    assert "Nothing is stored until you use the photo." in table.said
    table.cameras.see(_held())
    QTest.keyClick(table.dialog.live, key)
    assert not table.dialog.shoot.isEnabled()
    table.cameras.see(_held())
    assert table.cameras.lit == []
    table.jobs.run_all()
    state = table.presenter.state
    assert state.crop == kept(PhotoSubject.KTP, 1920, 1080)
    assert (state.by_camera, state.lens.live) == (True, False)
    assert table.dialog.picture.hasFocus()
    assert "Can be read well." in table.said
    table.dialog.turned.emit(1)
    table.jobs.run_all()
    assert table.presenter.state.by_camera
    table.dialog.act.click()
    (photo,) = table.used
    assert photo.height > photo.width
    assert PhotoFault.SMALL not in photo.faults


def test_the_button_takes_too_and_what_is_seen_is_not_mirrored(table: Table) -> None:
    table.on()
    table.cameras.see(scene())
    painted = table.dialog.live.grab().toImage()
    assert red_left(painted)
    table.dialog.shoot.click()
    table.cameras.see(_held())
    table.jobs.run_all()
    assert table.presenter.state.picture is not None


def test_another_is_taken_where_one_does_not_please(table: Table) -> None:
    assert table.dialog.camera.words == "Camera"
    table.on().take(scene())
    first = table.presenter.state.picture
    assert table.dialog.camera.words == "Take again"
    table.on()
    assert (table.dialog.camera.words, table.cameras.lit) == ("Turn the camera off", [BUILT_IN.key])
    assert not table.dialog.act.isEnabled()
    table.presenter.take()
    table.dialog.turned.emit(1)
    table.jobs.run_all()
    assert (table.used, table.presenter.state.picture) == ([], first)
    table.take()
    assert table.presenter.state.picture is not first
    table.on().dialog.camera.click()
    assert table.cameras.lit == []
    assert table.dialog.act.isEnabled()


def test_keys_that_mean_something_else_take_nothing(table: Table) -> None:
    table.on()
    QTest.keyClick(table.dialog.live, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table.dialog.live, Qt.Key.Key_A)
    assert not table.presenter.state.lens.taking
    table.presenter.lens.close()
    table.presenter.lens.take()
    assert not table.presenter.state.lens.taking


def test_a_thumb_print_is_kept_whole(parent: QWidget) -> None:
    table = Table(parent, FakeCameras(BUILT_IN), PhotoSubject.THUMB)
    table.on()
    table.cameras.see(scene())
    assert red_left(table.dialog.live.grab().toImage())
    table.take()
    assert table.presenter.state.crop == Crop()


def test_one_of_several_is_chosen_and_remembered(parent: QWidget) -> None:
    table = Table(parent, FakeCameras(BUILT_IN, ON_TABLE))
    assert table.dialog.cameras.isVisible()
    table.on()
    table.dialog.cameras.picked.emit(BUILT_IN.key)
    assert len(table.cameras.opened) == 1
    table.dialog.cameras.picked.emit(ON_TABLE.key)
    assert (table.cameras.lit, table.choices.read().camera) == ([ON_TABLE.key], ON_TABLE.key)
    table.dialog.reject()
    table.dialog.deleteLater()
    again = Table(parent, table.cameras, choices=table.choices)
    assert again.presenter.state.lens.used == ON_TABLE.key
    again.dialog.cameras.picked.emit(BUILT_IN.key)
    assert again.cameras.lit == []
    assert again.presenter.state.lens.used == BUILT_IN.key


def test_one_that_comes_while_another_is_on_changes_nothing(parent: QWidget) -> None:
    table = Table(parent, FakeCameras(BUILT_IN), choices=PassingChoices())
    table.choices.keep(camera=ON_TABLE.key)
    table.on()
    table.cameras.plug(BUILT_IN, ON_TABLE)
    assert (table.cameras.lit, table.presenter.state.lens.used) == ([BUILT_IN.key], BUILT_IN.key)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (FailureCode.CAMERA_BUSY, "another program"),
        (FailureCode.CAMERA_FORBIDDEN, "privacy settings"),
        (FailureCode.CAMERA_MISSING, "no camera"),
        (FailureCode.CAMERA_GONE, "unplugged"),
    ],
)
def test_what_a_camera_does_not_do_is_told_and_the_picture_stays(
    table: Table, code: FailureCode, words: str
) -> None:
    table.on().take()
    before = table.presenter.state.prepared
    table.on()
    table.cameras.opened[-1].fail(code)
    assert table.presenter.state.failure == Failure(code)
    assert words in table.dialog.note.words
    assert table.presenter.state.prepared is before
    assert not table.presenter.state.lens.live
    table.on()
    assert table.presenter.state.failure is None


def test_one_that_is_pulled_out_is_told_and_no_longer_offered(table: Table) -> None:
    table.on()
    table.cameras.plug()
    assert table.presenter.state.failure == Failure(FailureCode.CAMERA_GONE)
    assert not table.dialog.camera.isVisible()


def test_its_light_is_off_once_the_dialog_is_closed(table: Table) -> None:
    table.on()
    table.dialog.reject()
    assert table.cameras.lit == []


def test_its_light_is_off_while_the_screen_is_locked(table: Table) -> None:
    """The lock takes every window off the screen, and brings it back as it was: but for the camera."""
    table.on()
    lock = ScreenLock(lambda: 0)
    lock.draw(QWidget(), table.parent)
    assert (table.cameras.lit, table.dialog.isVisible()) == ([], False)
    lock.lift()
    QApplication.processEvents()
    assert table.dialog.isVisible()
    assert (table.cameras.lit, table.dialog.camera.words) == ([], "Camera")
    assert len(table.cameras.sightings) == 1


def test_its_light_is_off_once_the_dialog_is_gone_in_any_other_way(table: Table) -> None:
    table.on()
    table.dialog.blockSignals(True)
    table.dialog.deleteLater()
    table.dialog.blockSignals(False)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert table.cameras.lit == []
    assert table.cameras.sightings[0].told is None
    table.cameras.plug()


def test_its_light_is_off_once_a_file_is_chosen(table: Table, tmp_path: Path) -> None:
    table.on()
    file = tmp_path / "card.jpg"
    file.write_bytes(file_of(card()))
    table.dialog.named.emit(str(file))
    assert table.cameras.lit == []
    table.jobs.run_all()
    assert not table.presenter.state.by_camera
    assert table.presenter.state.crop == Crop()


def test_a_camera_without_a_name_is_still_one(parent: QWidget) -> None:
    table = Table(parent, FakeCameras(Camera("usb-3", "")))
    assert table.on().cameras.lit == ["usb-3"]
