"""When cameras are loaded, in which format one is opened, and whether the system keeps programs from them."""

from pathlib import Path

import pytest

from perisai_desktop.background.camera.formats import Shape, best
from perisai_desktop.background.camera.privacy import camera_forbidden, denied, shut
from perisai_desktop.background.cameras import Cameras, Watcher
from perisai_desktop.background.system_cameras import SystemCameras
from perisai_desktop.domain.camera import Camera
from perisai_desktop.domain.failure import Failure
from tests.support.fake_cameras import BUILT_IN, FakeCameras


def _watcher(failures: list[Failure]) -> Watcher:
    return Watcher(lambda _: None, lambda _: None, failures.append)


def test_cameras_are_loaded_when_they_are_asked_for_and_once() -> None:
    loaded: list[Cameras] = []

    def load() -> Cameras:
        loaded.append(FakeCameras(BUILT_IN))
        return loaded[-1]

    cameras = SystemCameras(load)
    assert loaded == []
    told: list[tuple[Camera, ...]] = []
    cameras.watch(told.append).close()
    cameras.open(BUILT_IN.key, _watcher([])).close()
    assert (told, len(loaded)) == ([(BUILT_IN,)], 1)


def test_without_what_knows_cameras_nothing_is_ever_told(qapp: object) -> None:
    def load() -> Cameras:
        raise ImportError

    cameras = SystemCameras(load)
    told: list[tuple[Camera, ...]] = []
    failures: list[Failure] = []
    cameras.watch(told.append).close()
    viewing = cameras.open("", _watcher(failures))
    viewing.take()
    viewing.close()
    assert (told, failures) == ([], [])


@pytest.mark.parametrize(
    ("shapes", "expected"),
    [
        ([], None),
        ([Shape(640, 480, 30), Shape(1280, 720, 30), Shape(1920, 1080, 30)], 2),
        ([Shape(1280, 720, 30), Shape(1920, 1080, 5)], 0),  # sharp, and no hand could follow it
        ([Shape(1920, 1080, 5), Shape(640, 480, 7.5)], 0),
        ([Shape(3840, 2160, 30), Shape(1920, 1080, 30)], 1),
        ([Shape(3840, 2160, 30), Shape(2592, 1944, 30)], 1),  # the lesser of two that are too large
        ([Shape(1920, 1080, 15), Shape(1920, 1080, 30), Shape(1920, 1080, 60)], 1),
    ],
)
def test_a_card_is_taken_sharp_but_smooth(shapes: list[Shape], expected: int | None) -> None:
    assert best(shapes) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], False),
        (["Allow", "Allow", "Allow"], False),
        (["Deny", "Allow", "Allow"], True),
        (["Allow", "Deny", "Allow"], True),
        (["Allow", "Allow", "Deny"], True),
    ],
)
def test_any_of_windows_switches_keeps_programs_from_the_camera(values: list[str], expected: bool) -> None:
    left = iter(values)
    asked: list[tuple[str, str]] = []

    def read(root: str, path: str) -> str:
        asked.append((root, path))
        return next(left, "")

    assert denied(read) is expected
    assert all("webcam" in path for _, path in asked)


def test_on_linux_the_rights_of_the_devices_say_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not shut(tmp_path)
    (tmp_path / "video0").touch()
    assert not shut(tmp_path)
    monkeypatch.setattr("os.access", lambda *_: False)
    assert shut(tmp_path)


def test_the_system_itself_answers() -> None:
    assert camera_forbidden() in {True, False}
