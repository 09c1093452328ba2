"""Programs that the frozen one starts find the search path that was there before it."""

import os

import pytest

from perisai_desktop.config.children import ANEW, BEFORE, SEARCHED, spare_children


@pytest.fixture
def starter(monkeypatch: pytest.MonkeyPatch) -> None:
    """The surroundings that PyInstaller's starter makes on Linux."""
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv(SEARCHED, "/bundle/_internal")
    monkeypatch.delenv(BEFORE, raising=False)
    monkeypatch.setenv(ANEW, "")


@pytest.mark.usefixtures("starter")
def test_the_bundle_is_not_searched_by_others() -> None:
    spare_children()
    assert SEARCHED not in os.environ
    assert os.environ[ANEW] == "1"


@pytest.mark.usefixtures("starter")
def test_what_was_there_before_is_there_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(BEFORE, "/opt/lib")
    spare_children()
    assert os.environ[SEARCHED] == "/opt/lib"
    assert BEFORE not in os.environ


@pytest.mark.usefixtures("starter")
@pytest.mark.parametrize(("name", "value"), [("sys.frozen", False), ("sys.platform", "win32")])
def test_elsewhere_nothing_is_touched(name: str, value: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name, value)
    spare_children()
    assert os.environ[SEARCHED] == "/bundle/_internal"
    assert os.environ[ANEW] == ""
