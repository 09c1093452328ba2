"""The frame of practice lies over the whole window, is seen in both themes, and is in nobody's way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from perisai_desktop.ui.theme.theme import Theme, ThemeChoice, active_palette
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame
from tests.desktop.ui.conftest import Showing


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_every_edge_is_amber(showing: Showing, theme: Theme, choice: ThemeChoice) -> None:
    theme.choose(choice)
    window = QWidget()
    PracticeFrame(window)
    showing(window)
    window.resize(683, 384)
    picture = window.grab().toImage()
    amber = QColor(active_palette().warning_border)
    for x, y in ((1, 200), (681, 200), (300, 382)):
        assert picture.pixelColor(x, y) == amber
    band = {picture.pixelColor(x, 3).name() for x in range(40, 200)}
    assert {amber.name(), QColor(active_palette().warning_fill).name()} <= band


def test_clicks_go_through_and_later_parts_stay_below(showing: Showing) -> None:
    window = QWidget()
    frame = PracticeFrame(window)
    button = QPushButton("x")
    QVBoxLayout(window).addWidget(button)
    showing(window)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=button.geometry().center())
    assert pressed == [True]
    assert window.children()[-1] is frame
