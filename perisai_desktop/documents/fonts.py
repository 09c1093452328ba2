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
    return float(pdfmetrics.stringWidth(text, font(weight), size))


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
