"""Buttons, chips, checks, the signature pad and the rest by keyboard and for screen readers."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, EmptyState, ProgressRow
from perisai_desktop.ui.widgets.check_row import CheckRow
from perisai_desktop.ui.widgets.marks import Badge, Chip, Face
from perisai_desktop.ui.widgets.signature_pad import SignaturePad
from perisai_desktop.ui.widgets.split import Split
from perisai_desktop.ui.widgets.text_input import TextInput
from perisai_desktop.ui.widgets.timeline import Stop, Timeline
from tests.desktop.ui.conftest import Showing

LEFT = Qt.MouseButton.LeftButton
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def test_a_button_is_pressed_by_its_key_and_names_itself(qtbot: QtBot, showing: Showing) -> None:
    button = Button("Kirim", Kind.MAIN, key="Ctrl+Return", cap="Ctrl+Enter", trailing="Rp8.400")
    showing(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    button.show_words("Simpan", "Rp16.800")
    assert button.accessibleName() == "Simpan Rp16.800"
    assert button.height() == 44


def test_a_key_that_is_only_drawn_presses_nothing(qtbot: QtBot, showing: Showing) -> None:
    button = Button("Masuk", key="Ctrl+N", bind=False)
    showing(button)
    pressed: list[bool] = []
    button.clicked.connect(pressed.append)
    QTest.keyClick(button, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []


def test_a_chip_tells_its_count() -> None:
    chip = Chip("Semua", 1284)
    assert (chip.text(), chip.accessibleName()) == ("Semua 1.284", "Semua 1.284")
    chip.show_count(None)
    assert chip.text() == "Semua"


def test_space_ticks_a_check(showing: Showing) -> None:
    row = CheckRow("Data dipakai untuk pendaftaran dan iuran", "wajib")
    showing(row)
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.isChecked()
    assert (row.accessibleName(), row.accessibleDescription()) == (
        "Data dipakai untuk pendaftaran dan iuran",
        "wajib",
    )


def test_a_long_sentence_takes_more_lines(showing: Showing) -> None:
    row = CheckRow("Saya setuju " + "data saya dipakai untuk pendaftaran dan iuran " * 5, "wajib")
    showing(row)
    assert row.heightForWidth(300) > row.heightForWidth(900) > 28


def test_strokes_are_kept_in_units_of_the_draft(showing: Showing) -> None:
    pad = SignaturePad("Tanda tangan di sini")
    showing(pad)
    pad.resize(200, 100)
    edits: list[None] = []
    pad.strokes_edited.connect(lambda: edits.append(None))
    QTest.mousePress(pad, LEFT, NO_MODIFIER, QPoint(20, 10))
    QTest.mouseMove(pad, QPoint(100, 50))
    QTest.mouseRelease(pad, LEFT, NO_MODIFIER, QPoint(100, 50))
    stroke = pad.strokes()[0]
    assert stroke[0] == (100, 50)
    assert all(0 <= x <= 1000 and 0 <= y <= 500 for x, y in stroke)
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert (pad.strokes(), len(edits)) == ((), 2)


def test_strokes_are_shown_again() -> None:
    pad = SignaturePad()
    pad.set_strokes((((1, 2), (3, 4)),))
    assert pad.strokes() == (((1, 2), (3, 4)),)


def test_a_signature_can_be_drawn_by_keyboard(showing: Showing) -> None:
    pad = SignaturePad()
    showing(pad)
    pad.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(pad, key)
    assert pad.strokes() == (((275, 250), (300, 250), (300, 275)),)
    for key in (*[Qt.Key.Key_Up] * 40, Qt.Key.Key_Space, Qt.Key.Key_Left):
        QTest.keyClick(pad, key)
    pad.clearFocus()
    assert pad.strokes()[1:] == (((300, 0), (275, 0)),)


def test_a_banner_shows_while_it_has_something_to_say(showing: Showing) -> None:
    banner = Banner()
    window = QWidget()
    QVBoxLayout(window).addWidget(banner)
    showing(window)
    assert not banner.isVisible()
    banner.say("Tersimpan", "Aman di laptop ini", Tone.OK)
    assert banner.isVisible()
    assert (banner.words, banner.property("banner")) == ("Tersimpan Aman di laptop ini", "ok")
    failure = Failure(FailureCode.DISK_FULL)
    banner.tell(failure)
    told = explain(failure)
    assert (banner.words, banner.property("banner")) == (f"{told.what} {told.advice}", "error")
    banner.tell(None)
    assert not banner.isVisible()


def test_an_empty_list_has_a_button(qtbot: QtBot, showing: Showing) -> None:
    empty = EmptyState("users", "Belum ada peserta", "Daftarkan yang pertama", "Daftar baru")
    showing(empty)
    button = empty.findChild(Button)
    assert isinstance(button, Button)
    with qtbot.waitSignal(empty.pressed):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_progress_can_be_stopped(qtbot: QtBot, showing: Showing) -> None:
    row = ProgressRow("Hentikan")
    showing(row)
    row.show_progress("Terkirim 3 dari 12", 3, 12)
    stop = row.findChild(Button)
    assert isinstance(stop, Button)
    with qtbot.waitSignal(row.cancelled):
        QTest.keyClick(stop, Qt.Key.Key_Space)


def test_badges_and_timelines_speak() -> None:
    assert Badge(Face("Terdaftar", "circle-check", Tone.OK)).accessibleName() == "Terdaftar"
    line = Timeline()
    line.show_stops([Stop("09.15", "Di laptop ini"), Stop("", "Terkirim", reached=False)])
    assert line.accessibleName() == "Di laptop ini: 09.15. Terkirim: "


@pytest.mark.parametrize(("width", "below"), [(1100, False), (640, True)])
def test_a_side_card_moves_below_where_there_is_no_room(
    qtbot: QtBot, showing: Showing, width: int, below: bool
) -> None:
    main, side = TextInput(), TextInput()
    split = Split(main, side)
    showing(split)
    split.resize(width, 400)
    qtbot.waitUntil(lambda: (side.y() > main.y()) is below)
    assert (side.x() > main.x()) is not below


def test_what_has_the_focus_is_scrolled_into_sight(qtbot: QtBot, showing: Showing) -> None:
    main, side = TextInput(), TextInput()
    split = Split(main, side)
    window, other = QWidget(), TextInput()
    column = QVBoxLayout(window)
    column.addWidget(other)
    column.addWidget(split)
    showing(window)
    window.resize(640, 250)
    qtbot.waitUntil(lambda: split.verticalScrollBar().maximum() > 0)
    side.setFocus()
    qtbot.waitUntil(lambda: split.verticalScrollBar().value() > 0)
