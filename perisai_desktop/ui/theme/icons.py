"""Line icons, drawn from SVG in any colour and at any density of pixels."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from perisai_desktop.config.resources import resource


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Icon `name` in `colour`, `size` device-independent pixels wide, for a screen of `ratio`.

    Raises FileNotFoundError for an icon that is not bundled.
    """
    svg = _source(name).replace("currentColor", colour)
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def paint_icon(painter: QPainter, name: str, colour: str, rect: QRectF) -> None:
    """Draw icon `name` in `colour` centred in `rect`, whose shorter side is the icon's size."""
    size = int(min(rect.width(), rect.height()))
    device = painter.device()
    picture = pixmap(name, colour, size, device.devicePixelRatioF())
    x = rect.x() + (rect.width() - size) / 2
    y = rect.y() + (rect.height() - size) / 2
    painter.drawPixmap(QRectF(x, y, size, size), picture, QRectF(picture.rect()))


def icon(name: str, colour: str, size: int = 18) -> QIcon:
    """A QIcon for menus and the title bar, with pixmaps for densities 1 to 3."""
    result = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        result.addPixmap(pixmap(name, colour, size, ratio))
    return result


def program_icon() -> QIcon:
    """Perisai's own mark, for windows and the task bar."""
    result = QIcon()
    for size in (16, 24, 32, 48, 256):
        result.addPixmap(pixmap("perisai", "", size))
    return result


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
