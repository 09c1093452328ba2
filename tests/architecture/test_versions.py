"""One version everywhere, and what the programs answer when they are asked for it."""

import re
import tomllib
from pathlib import Path

import pytest

import perisai_desktop
import sync.server
from perisai_desktop.__main__ import main as desktop
from sync.server.cli import main as server
from tests.architecture.tree import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def test_there_is_one_version() -> None:
    assert PROJECT == perisai_desktop.VERSION == sync.server.VERSION
    assert re.fullmatch(r"\d+\.\d+\.\d+", PROJECT)


def test_both_programs_tell_it(capsys: pytest.CaptureFixture[str]) -> None:
    for program in (desktop, server):
        with pytest.raises(SystemExit) as ended:
            program(["--version"])
        assert ended.value.code == 0
    assert capsys.readouterr().out.splitlines() == [f"perisai {PROJECT}", f"perisai-server {PROJECT}"]


@pytest.mark.parametrize("part", ["reading", "background/camera"])
def test_the_lock_of_a_part_names_no_other_version_than_the_first(part: str) -> None:
    first = _pinned(ROOT / "requirements.lock")
    own = _pinned(ROOT / "perisai_desktop" / part / "requirements.lock")
    assert {name: version for name, version in own.items() if first.get(name, version) != version} == {}


def test_what_opens_cameras_is_of_the_version_of_qt() -> None:
    own = _pinned(ROOT / "perisai_desktop" / "background" / "camera" / "requirements.lock")
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    assert own["pyside6-addons"] == own["pyside6-essentials"]
    assert groups["camera"] == [f"PySide6-Addons=={own['pyside6-addons']}"]


def _pinned(lock: Path) -> dict[str, str]:
    """The version of each package by its name."""
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", lock.read_text(encoding="utf-8"), re.MULTILINE))
