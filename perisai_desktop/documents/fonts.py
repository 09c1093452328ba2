"""The four weights of Inter that documents are set in, with upright figures of one width for money."""

import copy
from enum import StrEnum
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

from perisai_desktop.config.resources import resource
from perisai_desktop.documents.glyphs import substitutions


class Weight(StrEnum):
    """A weight as the font files name it; the value is also the font's name inside a PDF."""

    REGULAR = "Regular"
    MEDIUM = "Medium"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


@cache
def font(weight: Weight) -> str:
    """The registered name of a weight; the first call for each reads its file (some 340 kB)."""
    name = f"PerisaiInter-{weight.value}"
    loaded = TTFont(name, str(resource("fonts", f"Inter-{weight.value}.ttf")))
    _prefer_alternates(loaded.face)
    pdfmetrics.registerFont(loaded)
    return name


def width(text: str, weight: Weight, size: float) -> float:
    """Width of `text` in points."""
    return sum(map(_advances(weight).__getitem__, text)) * size / 1000


class _Advances(dict[str, float]):
    """Advance of each character in thousandths of the size; one that the font lacks is as wide as its box."""

    def __init__(self, face: TTFontFace) -> None:
        super().__init__((chr(code), advance) for code, advance in face.charWidths.items())
        self._lacking = float(face.defaultWidth)

    def __missing__(self, _character: str) -> float:
        return self._lacking


@cache
def _advances(weight: Weight) -> _Advances:
    """A line is measured many times before it is set, and ReportLab's own measure takes ten times as long."""
    return _Advances(pdfmetrics.getFont(font(weight)).face)  # type: ignore[attr-defined]


def _prefer_alternates(face: TTFontFace) -> None:
    """Figures of one width ("tnum") and a capital I that can't be read as an l ("cv08")."""
    table: bytes = face.get_table("GSUB")  # type: ignore[no-untyped-call]
    glyph_of = copy.copy(face.charToGlyph)
    for feature, characters in (("tnum", "0123456789"), ("cv08", "I")):
        alternates = substitutions(table, feature)
        for code in map(ord, characters):
            glyph = alternates.get(glyph_of[code], glyph_of[code])
            glyph_of[code] = glyph
            face.charWidths[code] = face.hmetrics[glyph][0] * 1000 / face.unitsPerEm
    face.charToGlyph = glyph_of
