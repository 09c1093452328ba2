"""What a key does is done when the next key comes: a scanner types without a pause."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.rail import RailItem, Section
from tests.desktop.ui.conftest import Showing


def test_what_is_typed_after_a_button_s_key_stays(qtbot: QtBot, showing: Showing) -> None:
    window, field, clear = QWidget(), QLineEdit(), Button("Next", key="Esc")
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(clear)
    clear.clicked.connect(field.clear)
    showing(window)
    field.setFocus()
    QTest.keyClicks(field, "ABC")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.keyClicks(field, "DEF")
    assert field.text() == "DEF"


def test_a_section_s_key_acts_at_once(qtbot: QtBot, showing: Showing) -> None:
    window, pressed = QWidget(), []
    item = RailItem(Section("sync", "refresh-cw", "Sync", 0, "Ctrl+3"))
    QVBoxLayout(window).addWidget(item)
    item.clicked.connect(lambda: pressed.append("sync"))
    showing(window)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["sync"]


def test_a_key_that_two_obey_presses_neither(qtbot: QtBot, showing: Showing) -> None:
    window, pressed = QWidget(), []
    column = QVBoxLayout(window)
    for name in ("one", "two"):
        button = Button(name, key="F4")
        button.clicked.connect(lambda _on=False, name=name: pressed.append(name))
        column.addWidget(button)
    showing(window)
    QTest.keyClick(window, Qt.Key.Key_F4)
    assert pressed == []
