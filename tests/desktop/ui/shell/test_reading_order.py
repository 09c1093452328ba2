"""Tab and Shift+Tab go through a window as it is read, whatever was made first."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from perisai_desktop.ui.shell.reading_order import reading_order, step_focus
from tests.desktop.ui.conftest import Showing


class Window(QWidget):
    """A foot that was made first, two columns above it, and one control that cannot be used."""

    def __init__(self) -> None:
        super().__init__()
        self.foot = QPushButton("foot")
        self.left = [QLineEdit() for _ in range(2)]
        self.right = [QLineEdit() for _ in range(2)]
        self.off = QPushButton("off")
        self.off.setEnabled(False)
        columns = QHBoxLayout()
        for parts in (self.left, self.right):
            column = QWidget()
            lines = QVBoxLayout(column)
            for part in parts:
                lines.addWidget(part)
            columns.addWidget(column)
        whole = QVBoxLayout(self)
        whole.addLayout(columns)
        whole.addWidget(self.off)
        whole.addWidget(self.foot)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        return step_focus(self, forward=forward)


def test_columns_are_read_one_after_the_other_and_the_foot_last(showing: Showing) -> None:
    window = Window()
    showing(window)
    order = [*window.left, *window.right, window.foot]
    assert reading_order(window) == order
    window.left[0].setFocus()
    for key, way in ((Qt.Key.Key_Tab, [*order, order[0]]), (Qt.Key.Key_Backtab, [order[0], *order[::-1]])):
        seen = [QApplication.focusWidget()]
        for _ in order:
            QTest.keyClick(window, key)
            seen.append(QApplication.focusWidget())
        assert seen == way


def test_tab_begins_where_nothing_has_the_focus(showing: Showing) -> None:
    window = Window()
    showing(window)
    for forward, first in ((True, window.left[0]), (False, window.foot)):
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        assert step_focus(window, forward=forward)
        assert QApplication.focusWidget() is first
    for part in window.findChildren(QWidget):
        part.setEnabled(False)
    assert not step_focus(window, forward=True)


def test_what_tab_reaches_is_brought_into_sight(showing: Showing) -> None:
    lines = [QLineEdit() for _ in range(40)]
    content = QWidget()
    column = QVBoxLayout(content)
    for line in lines:
        column.addWidget(line)
    window = QScrollArea()
    window.setWidget(content)
    showing(window)
    window.resize(300, 200)
    lines[0].setFocus()
    assert step_focus(window, forward=False)
    assert step_focus(window, forward=False)
    focused = QApplication.focusWidget()
    assert focused in lines[-2:]
    assert not focused.visibleRegion().isEmpty()
