"""Tooltips say words as they were written: a name that looks like markup stays a name."""

from PySide6.QtGui import Qt

_FLOWING = Qt.WhiteSpaceMode.WhiteSpaceNormal


def plain_tip(words: str) -> str:
    """`words` as a tooltip shows them letter by letter; Qt would take some for rich text and load their pictures."""
    return Qt.convertFromPlainText(words, _FLOWING) if Qt.mightBeRichText(words) else words
