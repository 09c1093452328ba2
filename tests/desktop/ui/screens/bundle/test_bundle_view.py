"""The window of a file on a stick: large mark, plain sentences, keys, and a stick that is not pulled out in between."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.bundle.state import BundleState, Errand, SheetStep
from perisai_desktop.ui.screens.bundle.view import BundleWindow
from perisai_desktop.ui.screens.bundle.words import advice
from perisai_desktop.ui.theme.tokens import Tone
from tests.desktop.ui.conftest import Showing
from tests.desktop.ui.screens.bundle.test_bundle_presenter import CARRIED, READ, SAVED

CONTROL = Qt.KeyboardModifier.ControlModifier


def window_of(showing: Showing, state: BundleState) -> BundleWindow:
    window = BundleWindow(lambda at: f"{at:%H.%M}")
    showing(window)
    window.show_state(state)
    QApplication.processEvents()  # rows that were just added come into sight
    return window


def seen(window: BundleWindow) -> str:
    return " | ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def button(window: BundleWindow, name: str) -> QPushButton:
    found = window.findChild(QPushButton, name)
    assert found is not None
    return found


@pytest.mark.usefixtures("indonesian")
def test_what_was_saved_is_shown_with_its_mark(showing: Showing) -> None:
    words = seen(window_of(showing, BundleState(Errand.SAVE, saved=SAVED)))
    for part in (
        "Tersimpan di flashdisk",
        SAVED.mark,
        "a.perisai",
        "8 dari 2 yang belum terkirim · 900 B",
        "Rp67.200",
        "Bawa flashdisk",
    ):
        assert part in words
    assert "dikembalikan" not in words


@pytest.mark.usefixtures("indonesian")
def test_what_was_given_back_is_shown_where_there_is_some(showing: Showing) -> None:
    saved = replace(SAVED, rupiah_refunded=8_400)
    assert "Uang dikembalikan | Rp8.400" in seen(window_of(showing, BundleState(Errand.SAVE, saved=saved)))


@pytest.mark.usefixtures("indonesian")
def test_an_answer_and_a_colleagues_file_are_told(showing: Showing) -> None:
    read = seen(window_of(showing, BundleState(Errand.READ, read=READ)))
    for part in ("Jawaban sudah dibaca", "8 dari 8", "Keputusan cabang", "sudah sampai di cabang"):
        assert part in read
    assert SAVED.mark not in read
    brought = replace(CARRIED, answer_place="/stick/a.perisai-jawaban")
    carried = seen(window_of(showing, BundleState(Errand.CARRY, carried=brought)))
    for part in ("Cabang sudah menerima berkas", "0Q2FK", "02.15", "a.perisai-jawaban", "kembalikan"):
        assert part in carried


@pytest.mark.usefixtures("indonesian")
def test_a_failure_says_what_is_safe_and_what_to_do(showing: Showing) -> None:
    failure = Failure(FailureCode.BUNDLE_NOT_WRITTEN)
    window = window_of(showing, BundleState(Errand.SAVE, failure=failure))
    words = seen(window)
    for part in ("Tidak tersimpan", "tidak bisa ditulis", "masih ada di laptop ini", "terkunci"):
        assert part in words
    assert not button(window, "bundle_print").isVisible()


def test_the_window_stays_while_the_stick_is_written(showing: Showing) -> None:
    window = window_of(showing, BundleState(Errand.SAVE, running=True))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.isVisible()
    window.show_state(BundleState(Errand.SAVE, saved=SAVED))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_sheet_is_asked_for_by_key(showing: Showing, monkeypatch: pytest.MonkeyPatch) -> None:
    window = window_of(showing, BundleState(Errand.SAVE, saved=SAVED))
    asked: list[object] = []
    window.print_asked.connect(lambda: asked.append("print"))
    window.sheet_named.connect(asked.append)
    chosen = iter(["", "/home/sheet.pdf"])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (next(chosen), ""))
    QTest.keyClick(window, Qt.Key.Key_P, CONTROL)
    QTest.keyClick(window, Qt.Key.Key_S, CONTROL)
    assert asked == ["print"], "nothing chosen changes nothing"
    QTest.keyClick(window, Qt.Key.Key_S, CONTROL)
    assert asked == ["print", Path("/home/sheet.pdf")]
    window.show_state(BundleState(Errand.SAVE, saved=SAVED, sheet=SheetStep.UNDER_WAY))
    assert not button(window, "bundle_print").isEnabled()
    window.show_state(BundleState(Errand.SAVE, saved=SAVED, sheet=SheetStep.PRINTED))
    assert "The sheet is at the printer." in seen(window)


def test_an_answer_without_a_home_asks_for_another_stick(
    showing: Showing, monkeypatch: pytest.MonkeyPatch
) -> None:
    failure = Failure(FailureCode.BUNDLE_FOLDER_MISSING)
    window = window_of(showing, BundleState(Errand.CARRY, carried=CARRIED, sheet_failure=failure))
    assert "not saved yet" in seen(window)
    assert "The USB stick is not there." in seen(window)
    asked: list[object] = []
    window.answer_folder_chosen.connect(asked.append)
    chosen = iter(["", "/other"])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: next(chosen))
    button(window, "bundle_keep_answer").click()
    button(window, "bundle_keep_answer").click()
    assert asked == [Path("/other")]


@pytest.mark.parametrize(
    ("state", "words", "tone"),
    [
        (BundleState(Errand.SAVE, saved=replace(SAVED, entries=0)), "Nothing was waiting", Tone.INFO),
        (BundleState(Errand.READ, read=replace(READ, refused=("x",))), "could not take a part", Tone.ERROR),
        (BundleState(Errand.READ, read=replace(READ, ahead=True)), "still missing", Tone.WARNING),
        (BundleState(Errand.READ, read=replace(READ, waiting=1)), "answers a part of it later", Tone.INFO),
        (BundleState(Errand.READ, read=replace(READ, device_state="paused")), "paused", Tone.WARNING),
        (BundleState(Errand.READ, read=replace(READ, more=True)), "more answers", Tone.INFO),
        (BundleState(Errand.READ, read=replace(READ, settled=0, applied=0)), "read before", Tone.INFO),
        (BundleState(Errand.CARRY, carried=replace(CARRIED, refused=1)), "could not take", Tone.WARNING),
        (BundleState(Errand.CARRY, running=True), "", Tone.INFO),
    ],
)
def test_every_outcome_has_its_sentence(state: BundleState, words: str, tone: Tone) -> None:
    title, _, found = advice(state)
    assert words in title
    assert found is tone
