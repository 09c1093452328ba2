"""Every part that ships has a licence with its text, and none leaves nothing but the GPL."""

from pathlib import Path

import pytest

from dev import ROOT
from tests.architecture.tree import imported, python_files
from tests.support.freezing import licences
from tests.support.freezing.licences import (
    GPL_OF_QT,
    KEPT,
    Part,
    barred,
    gpl_only,
    index,
    needed,
    of_modules,
    python,
    write,
)


@pytest.mark.parametrize("extra", ["desktop", "server"])
def test_every_part_that_ships_may_ship(extra: str) -> None:
    parts = needed(extra)
    assert len(parts) > 15
    assert [part.title for part in parts if gpl_only(part.licence)] == []
    assert [part.title for part in parts if not part.licence] == []


def test_every_part_has_its_text() -> None:
    without = {part.name for extra in ("desktop", "server") for part in needed(extra) if len(part.text) < 200}
    # Qt's wheels carry no text; it is kept beside.
    assert without == {"PySide6_Essentials", "shiboken6"}
    assert {"Qt", "LGPL-3.0", "GPL-3.0", "SQLCipher", "OpenSSL", "Zstandard", "ICU"} <= {
        path.stem for path in KEPT.glob("*.txt")
    }
    assert "Put your own files there under the same names" in (KEPT / "Qt.txt").read_text(encoding="utf-8")


def test_no_module_of_qt_under_the_gpl_is_imported() -> None:
    names = {name for path in python_files(ROOT / "perisai_desktop") for name in imported(path)}
    assert [name for name in names if GPL_OF_QT.search(name)] == []


@pytest.mark.parametrize(
    ("expression", "only"),
    [
        ("GPL-3.0-only", True),
        ("GPL-2.0-only OR GPL-3.0-only", True),
        ("AGPL-3.0-or-later", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", False),
        ("LGPL-3.0-only", False),
        ("GPLv2-or-later with a special exception which allows to use PyInstaller", False),
        ("MIT", False),
    ],
)
def test_the_gpl_is_told_from_what_only_sounds_like_it(expression: str, only: bool) -> None:
    assert gpl_only(expression) is only


def test_a_bundle_with_a_part_under_the_gpl_is_refused() -> None:
    files = ["PySide6/Qt/lib/libQt6Charts.so.6", "PySide6/Qt6Widgets.dll", "PySide6/QtGui.abi3.so"]
    parts = [Part("free", "1", "MIT", ""), Part("bound", "2", "GPL-3.0-only", "")]
    assert barred(parts, files) == ["bound 2", "PySide6/Qt/lib/libQt6Charts.so.6"]


def test_texts_and_index_are_written(tmp_path: Path) -> None:
    parts = write([*of_modules(["segno", "sqlalchemy", "nowhere"]), python()], tmp_path)
    assert [part.name for part in parts] == ["Python", "segno", "SQLAlchemy"]
    there = {path.name for path in tmp_path.iterdir()}
    assert {f"{part.title}.txt" for part in parts} | {"Qt.txt", "LGPL-3.0.txt"} <= there
    listed = index("perisai", parts, "licences")
    assert all(part.name in listed and part.version in listed for part in parts)
    assert "may be replaced" in listed


def test_a_part_under_the_gpl_fails_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert licences.main([str(tmp_path), "server"]) == 0
    planted = Part("planted", "1", "GPL-3.0-only", "text")
    monkeypatch.setattr(licences, "needed", lambda extra: [planted])
    assert licences.main([str(tmp_path), "server"]) == 1
    assert "nothing but the GPL: planted 1" in capsys.readouterr().out
