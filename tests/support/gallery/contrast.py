"""Reads from a picture how well each text stands out: the ink it was painted with against the colour that is behind it."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QFontInfo, QImage, QPalette, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from tests.support.gallery.painted import Painted

LEAST, LEAST_LARGE = 4.5, 3.0
"""WCAG 2.2 AA, contrast (minimum)."""
LARGE, LARGE_BOLD = 24, 18.66
"""Pixels from which text counts as large, plain and bold."""
ROUNDING = 0.02


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, contrast ratio."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def faint_texts(window: QWidget, pixmap: QPixmap, heard: list[Painted]) -> Iterator[tuple[QWidget, str]]:
    """The texts in `pixmap` (of `window`) that stand out too little, with the ratio; disabled ones are free to."""
    picture = _opened(pixmap.toImage())
    scale = pixmap.devicePixelRatio()
    for widget, text, ink, size, bold, place in _texts(window, heard):
        if not widget.isEnabled() or not text.strip():
            continue
        seen = place.translated(widget.mapTo(window, QPoint(0, 0)) if widget is not window else QPoint())
        behind = _behind(picture, seen & window.rect(), scale)
        if behind is None:
            continue
        large = size >= (LARGE_BOLD if bold else LARGE)
        ratio = contrast(ink, behind)
        if ratio < (LEAST_LARGE if large else LEAST) - ROUNDING:
            yield widget, f"{text!r}: {ink.name()} on {behind.name()} is {ratio:.2f}:1"


def _texts(
    window: QWidget, heard: list[Painted]
) -> Iterator[tuple[QWidget, str, QColor, float, bool, QRect]]:
    for each in heard:
        place = each.place & each.widget.visibleRegion().boundingRect()
        yield each.widget, each.text, each.ink, each.size, each.bold, place
    for part in window.findChildren(QWidget):
        if (
            not part.isVisibleTo(window)
            or part.window() is not window
            or not isinstance(part, QLabel | QLineEdit)
        ):
            continue
        font, palette = part.font(), part.palette()
        place = part.visibleRegion().boundingRect()
        ink = palette.color(QPalette.ColorRole.WindowText)
        text = part.text()
        if isinstance(part, QLineEdit):
            role = QPalette.ColorRole.Text if text else QPalette.ColorRole.PlaceholderText
            ink, text = palette.color(role), text or part.placeholderText()
        yield part, text, ink, QFontInfo(font).pixelSize(), font.bold(), place


def _opened(image: QImage) -> Image.Image:
    raw = image.convertToFormat(QImage.Format.Format_RGBX8888)
    return Image.frombuffer(
        "RGBX", (raw.width(), raw.height()), bytes(raw.constBits()), "raw", "RGBX", raw.bytesPerLine(), 1
    ).convert("RGB")


def _behind(picture: Image.Image, place: QRect, scale: float) -> QColor | None:
    """The colour that most of `place` has."""
    box = tuple(
        round(each * scale) for each in (place.left(), place.top(), place.right() + 1, place.bottom() + 1)
    )
    if place.width() < 4 or place.height() < 4:
        return None
    cut = picture.crop((box[0], box[1], box[2], box[3]))
    colours = cut.getcolors(cut.width * cut.height) or []
    _count, most = max(colours, key=lambda each: each[0])
    assert isinstance(most, tuple)
    return QColor(int(most[0]), int(most[1]), int(most[2]))
