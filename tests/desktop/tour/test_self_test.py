"""The self-test tells each part that works, and fails for the one that is missing."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase

from perisai_desktop.background.cameras import NoCameras
from perisai_desktop.tour import self_test
from tests.support.fake_cameras import BUILT_IN, FakeCameras


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt's messages stay with the tests."""
    monkeypatch.setattr(self_test, "drop_remark", lambda: None)


def test_every_late_module_is_there() -> None:
    assert self_test._modules().startswith(str(len(self_test.LATE)))


def test_what_opens_cameras_may_be_lacking_but_not_half_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "SystemCameras", lambda: FakeCameras(BUILT_IN))
    assert self_test._camera() == "1 found"
    monkeypatch.setattr(self_test, "SystemCameras", NoCameras)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert self_test._camera() == "not installed"
    monkeypatch.setattr("importlib.util.find_spec", lambda name: name)
    with pytest.raises(self_test.SelfTestFault, match="camera"):
        self_test._camera()


def test_a_bundle_without_a_folder_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda: ["Perisai Inter"])
    assert "regions" in self_test._resources()
    monkeypatch.setattr(self_test, "resource", lambda name: tmp_path)
    with pytest.raises(self_test.SelfTestFault, match="help"):
        self_test._resources()
    monkeypatch.setattr(QFontDatabase, "families", lambda: ["DejaVu Sans"])
    with pytest.raises(self_test.SelfTestFault, match="fonts"):
        self_test._resources()
