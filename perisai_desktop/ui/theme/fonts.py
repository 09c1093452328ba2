"""Inter under a family name of its own, with the features that make names and money readable."""

from enum import IntEnum
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from perisai_desktop.ui.theme.tokens import TYPE

FAMILIES = ["Perisai Inter", "Segoe UI", "Noto Sans", "DejaVu Sans"]


class Weight(IntEnum):
    """Weights that are bundled."""

    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600
    BOLD = 700


def load_fonts(folder: Path) -> int:
    """Register every bundled TrueType file of `folder`; how many there are."""
    files = sorted(folder.glob("*.ttf"))
    for file in files:
        QFontDatabase.addApplicationFont(str(file))
    return len(files)


def base_font() -> QFont:
    """The application's font: 13 px, with the serifed capital I (`cv08`)."""
    font = QFont(FAMILIES)
    font.setPixelSize(TYPE.base)
    font.setWeight(QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("cv08"), 1)
    return font


def sized(font: QFont, size: int, weight: Weight = Weight.REGULAR, *, tabular: bool = False) -> QFont:
    """A copy of `font` at `size` pixels; `tabular` gives every figure the same width (`tnum`)."""
    copy = QFont(font)
    copy.setPixelSize(size)
    copy.setWeight(QFont.Weight(int(weight)))
    if tabular:
        copy.setFeature(QFont.Tag("tnum"), 1)
    return copy
