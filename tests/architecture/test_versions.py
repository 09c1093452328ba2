"""One version everywhere, and what the programs answer when they are asked for it."""

import re
import tomllib

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
