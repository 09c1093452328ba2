"""The page of the receipt on the screen: as large as it reads well, white in both themes."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.domain.paper import PaperSize

PAPER_WIDTH = 420
WIDTHS = {
    PaperSize.A5: PAPER_WIDTH,
    PaperSize.A4: PAPER_WIDTH,
    PaperSize.ROLL_80: 340,
    PaperSize.ROLL_58: 280,
}
_HEIGHT = round(PAPER_WIDTH * 210 / 148)
_EDGE = 24
_LEAST_EDGE = 12
_STEP = 0.8
"""Of the height in sight, one page down the roll."""


class Paper(QWidget):
    """One page; its height follows from its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._wide = PAPER_WIDTH
        self._room = PAPER_WIDTH
        self.setFixedSize(PAPER_WIDTH, _HEIGHT)
        self.setAccessibleName(self.tr("The receipt as it looks on paper"))

    def show_page(self, page: PageImage, paper: PaperSize) -> None:
        """Show the pixels of `page` at the width of its paper."""
        image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()
        self._image = image
        self._wide = WIDTHS[paper]
        self.fit(self._room)
        self.update()

    def fit(self, room: int) -> None:
        """Be no wider than `room`."""
        self._room = room
        wide = min(self._wide, room)
        image = self._image
        shape = image.height() / image.width() if image is not None else _HEIGHT / PAPER_WIDTH
        self.setFixedSize(QSize(wide, round(wide * shape)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._image is not None:
            painter.drawImage(QRectF(self.rect()), self._image)


class Well(QScrollArea):
    """Holds the paper; a roll is longer than the window and scrolls."""

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self._paper = paper
        around = QWidget()
        around.setObjectName("content")
        column = QVBoxLayout(around)
        column.setContentsMargins(0, _EDGE, 0, _EDGE)
        column.addWidget(paper, 0, Qt.AlignmentFlag.AlignCenter)
        self.setProperty("well", "true")
        self.setWidget(around)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def turn(self, pages: int) -> None:
        """Scroll down by so many screenfuls, up where negative."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * _STEP * bar.pageStep()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paper.fit(min(PAPER_WIDTH, max(event.size().width() - 2 * _LEAST_EDGE, 120)))

    def sizeHint(self) -> QSize:
        return QSize(PAPER_WIDTH + 2 * _EDGE, _HEIGHT + 2 * _EDGE)
