"""A page of a document on the screen, white in both themes, as wide as there is room."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.ui.theme.theme import active_palette

_SHAPE = 210 / 148
"""Height by width of an A5 page."""


class PagePicture(QWidget):
    """Keeps the page's shape; `name` is what a screen reader says."""

    def __init__(self, width: int, name: str) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._wide = width
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumSize(120, round(120 * _SHAPE))

    @property
    def pixels(self) -> int:
        """Pixels across that a page is drawn with on this screen."""
        return round(self._wide * self.devicePixelRatioF())

    def show_page(self, page: PageImage) -> None:
        """Show the pixels of a page."""
        image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
        self._image = image.copy()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._wide, round(self._wide * _SHAPE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wide = min(self.width(), self.height() / _SHAPE)
        high = wide * _SHAPE
        page = QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
        painter.fillRect(page, Qt.GlobalColor.white)
        if self._image is not None:
            painter.drawImage(page, self._image)
        painter.setPen(QColor(active_palette().line))
        painter.drawRect(page.adjusted(0, 0, -1, -1))
