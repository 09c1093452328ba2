"""The tour over a window: by keyboard, there and back, skipped at any time, and never in the way of work."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.ui.shell.guide import Guide, Stop
from tests.desktop.ui.conftest import Showing


class Rig:
    """A window with a button in each corner, a line in the middle, and one part that is out of sight."""

    def __init__(self, showing: Showing) -> None:
        self.window = QWidget()
        self.line = QLineEdit(self.window)
        self.line.move(600, 300)
        self.corners = [QPushButton(str(place), self.window) for place in range(4)]
        self.hidden = QPushButton("hidden", self.window)
        self.hidden.hide()
        stops = [self._stop(str(place), button) for place, button in enumerate(self.corners)]
        stops.insert(2, self._stop("hidden", self.hidden))
        self.arrange(1366, 768)
        showing(self.window)
        self.guide = Guide(self.window, stops)
        self.over: list[bool] = []
        self.guide.finished.connect(lambda: self.over.append(True))
        self.guide.begin()

    def arrange(self, width: int, height: int) -> None:
        """Put the buttons into the corners of a window of this size."""
        for button, (x, y) in zip(
            self.corners, ((0, 0), (width - 80, 0), (0, height - 30), (width - 80, height - 30)), strict=True
        ):
            button.setGeometry(x, y, 80, 30)
        self.window.resize(width, height)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.guide, key)

    def card(self) -> QRect:
        found = self.guide.findChild(QPushButton, "guide_next")
        assert found is not None
        card = found.parentWidget()
        assert card is not None
        return card.geometry()

    def _stop(self, name: str, target: QWidget) -> Stop:
        return Stop(name, f"Title {name}", f"Words of {name}", lambda: [target])


@pytest.fixture
def rig(showing: Showing) -> Rig:
    return Rig(showing)


def test_there_and_back_by_keyboard(rig: Rig) -> None:
    seen = [rig.guide.stop.name]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left):
        rig.press(key)
        seen.append(rig.guide.stop.name)
    assert seen == ["0", "1", "2", "1", "0", "0"]
    for _ in range(4):
        assert rig.over == []
        rig.press(Qt.Key.Key_Return)
    assert rig.over == [True]


def test_what_is_out_of_sight_is_no_stop(rig: Rig) -> None:
    assert rig.guide.count == 4


def test_the_cursor_is_back_where_it_was(rig: Rig) -> None:
    rig.press(Qt.Key.Key_Escape)
    rig.line.setFocus()
    again = Guide(rig.window, [Stop("0", "Title", "Words", lambda: [rig.corners[0]])])
    again.begin()
    assert QApplication.focusWidget() is again
    QTest.keyClick(again, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is rig.line


def test_screen_readers_hear_where_one_is(rig: Rig) -> None:
    assert QApplication.focusWidget() is rig.guide
    assert rig.guide.accessibleName() == "1 of 4. Title 0"
    assert rig.guide.accessibleDescription() == "Words of 0"


@pytest.mark.parametrize("size", [(1366, 768), (683, 384)])
def test_the_card_is_inside_and_beside_what_it_explains(rig: Rig, size: tuple[int, int]) -> None:
    rig.arrange(*size)
    for button in rig.corners:
        assert rig.window.rect().contains(rig.card())
        assert not rig.card().intersects(button.geometry())
        rig.press(Qt.Key.Key_Right)


def _escape(rig: Rig) -> None:
    rig.press(Qt.Key.Key_Escape)


def _skip(rig: Rig) -> None:
    rig.guide.findChild(QPushButton, "guide_skip").click()  # type: ignore[union-attr]


def _click_beside(rig: Rig) -> None:
    QTest.mouseClick(rig.guide, Qt.MouseButton.LeftButton, pos=QPoint(683, 500))


def _work(rig: Rig) -> None:
    rig.line.setFocus()


@pytest.mark.parametrize("way", [_escape, _skip, _click_beside, _work])
def test_it_is_over_at_any_time_and_once(qtbot: QtBot, rig: Rig, way: Callable[[Rig], None]) -> None:
    rig.press(Qt.Key.Key_Right)
    way(rig)
    assert rig.over == [True]
    qtbot.waitUntil(lambda: not rig.window.findChildren(Guide))
    QTest.keyClicks(rig.line, "x")
    assert rig.line.text() == "x"


def test_a_click_on_the_card_is_no_skip_and_tab_stays(rig: Rig) -> None:
    rig.press(Qt.Key.Key_Tab)
    rig.press(Qt.Key.Key_A)
    words = next(label for label in rig.guide.findChildren(QLabel) if label.text() == "Words of 0")
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    assert rig.over == []
    assert QApplication.focusWidget() is rig.guide


def test_without_anything_to_show_it_is_over_at_once(showing: Showing) -> None:
    window = QWidget()
    showing(window)
    over: list[bool] = []
    guide = Guide(window, ())
    guide.finished.connect(lambda: over.append(True))
    guide.begin()
    assert over == [True]
