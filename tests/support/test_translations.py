"""The translation check: content where file and screens agree, and one sentence for each way they can differ."""

from pathlib import Path

import pytest

from tests.support.translations import linguist, stale

SCREEN = """
from PySide6.QtCore import QCoreApplication

def title() -> str:
    return QCoreApplication.translate("Sync", "Not sent yet")
"""


@pytest.fixture
def project(tmp_path: Path) -> tuple[Path, Path]:
    """A source folder with one text and a complete, compiled translation of it."""
    sources, folder = tmp_path / "screens", tmp_path / "i18n"
    sources.mkdir()
    folder.mkdir()
    (sources / "sync.py").write_text(SCREEN, encoding="utf-8")
    file = folder / "id.ts"
    linguist("lupdate", "-extensions", "py", str(sources), "-ts", str(file), "-target-language", "id_ID")
    unfinished = file.read_text(encoding="utf-8")
    assert '<translation type="unfinished"></translation>' in unfinished
    done = unfinished.replace(
        '<translation type="unfinished"></translation>', "<translation>Belum terkirim</translation>"
    )
    file.write_text(done, encoding="utf-8")
    linguist("lrelease", str(file), "-qm", str(folder / "id.qm"))
    return sources, folder


def test_an_up_to_date_file_is_silent(project: tuple[Path, Path]) -> None:
    assert list(stale(*project)) == []


def test_a_new_text_is_told(project: tuple[Path, Path]) -> None:
    sources, folder = project
    (sources / "sync.py").write_text(SCREEN + SCREEN.replace("Not sent yet", "Sent"), encoding="utf-8")
    assert list(stale(sources, folder)) == ["Sync: 'Sent' is on a screen and not in id.ts"]


def test_a_text_that_left_the_screens_is_told(project: tuple[Path, Path]) -> None:
    sources, folder = project
    (sources / "sync.py").write_text("", encoding="utf-8")
    assert list(stale(sources, folder)) == ["Sync: 'Not sent yet' is in id.ts and on no screen"]


@pytest.mark.parametrize(
    "left", ["<translation></translation>", '<translation type="unfinished">Belum</translation>']
)
def test_an_unfinished_text_is_told(project: tuple[Path, Path], left: str) -> None:
    sources, folder = project
    file = folder / "id.ts"
    text = file.read_text(encoding="utf-8").replace("<translation>Belum terkirim</translation>", left)
    file.write_text(text, encoding="utf-8")
    assert "Sync: 'Not sent yet' has no translation" in list(stale(sources, folder))


def test_a_file_that_was_not_compiled_again_is_told(project: tuple[Path, Path]) -> None:
    sources, folder = project
    file = folder / "id.ts"
    file.write_text(file.read_text(encoding="utf-8").replace("Belum terkirim", "Menunggu"), encoding="utf-8")
    assert list(stale(sources, folder)) == ["id.qm is not what id.ts compiles to"]
