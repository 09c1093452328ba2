"""A main part with a side card: beside each other, or one below the other where there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QScrollArea, QWidget

from perisai_desktop.ui.theme.tokens import METRICS

NARROW = 800
"""Below this width of the content, in device-independent pixels, the parts stand one below the other."""


class _Parts(QWidget):
    """Beside each other the parts ask for no more height than they can do with, so that each scrolls by itself."""

    def heightForWidth(self, width: int) -> int:
        row = self.layout()
        assert isinstance(row, QBoxLayout)
        beside = row.direction() is QBoxLayout.Direction.LeftToRight
        return row.minimumHeightForWidth(width) if beside else row.heightForWidth(width)


class Split(QScrollArea):
    """Stacked parts scroll; parts that stand beside each other fill the height, if they find `least` of it.

    `stacked_least`: the height of the main part above or below the other one. Below `narrow` they are stacked.
    """

    def __init__(
        self,
        main: QWidget,
        side: QWidget,
        *,
        side_width: int = 308,
        least: int = 0,
        stacked_least: int = 300,
        side_first: bool = False,
        narrow: int = NARROW,
    ) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._main = main
        self._side = side
        self._side_width = side_width
        self._least = least
        self._stacked_least = stacked_least
        self._narrow = narrow
        self._stacked: bool | None = None
        content = _Parts()
        content.setObjectName("content")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(METRICS.between_cards)
        self._row.addWidget(main, 1)
        self._row.insertWidget(0 if side_first else 1, side)
        self.setWidget(content)
        self._arrange(stacked=False)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Keep what has the focus in sight."""
        if self._stacked and new is not None and self.isAncestorOf(new):
            self.ensureWidgetVisible(new)

    def refit(self) -> None:
        """The side part has grown or shrunk: one that stands below or above takes the height that it needs."""
        if self._stacked:
            self._side.setMinimumHeight(self._side_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(stacked=self.width() < self._narrow)

    def _arrange(self, *, stacked: bool) -> None:
        if stacked == self._stacked:
            return
        self._stacked = stacked
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        self._main.setMinimumHeight(self._stacked_least if stacked else self._least)
        self._side.setMinimumHeight(self._side_height() if stacked else self._least)
        self._side.setMinimumWidth(0 if stacked else self._side_width)
        self._side.setMaximumWidth(16_777_215 if stacked else self._side_width)

    def _side_height(self) -> int:
        """What the side part needs to be seen whole, also where it could scroll by itself."""
        inner = self._side.widget() if isinstance(self._side, QScrollArea) else None
        return (inner or self._side).sizeHint().height()
