"""Gives a page of help the look of the program: sizes of type, air between lines, tables without a grid."""

from __future__ import annotations

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)

_LINE = 130  # percent
_AIR = 6
_SIZES = {1: 2, 2: 1, 3: 1}
"""Qt's steps above the size of the text, by the level of a heading: half as large again, and a fifth."""


def dress(document: QTextDocument) -> None:
    """Dress what `document` holds, whether it came as Markdown or as HTML."""
    document.setIndentWidth(20)
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        level = block.blockFormat().headingLevel()
        in_table = cursor.currentTable() is not None
        shape = QTextBlockFormat()
        shape.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if level:
            shape.setTopMargin(2 * _AIR if block.blockNumber() else 0)
            shape.setBottomMargin(_AIR)
        elif not in_table:
            shape.setBottomMargin(_AIR)
        cursor.mergeBlockFormat(shape)
        if level in _SIZES:
            _resize(cursor, _SIZES[level])
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _open_up(frame)


def _resize(cursor: QTextCursor, steps: int) -> None:
    words = QTextCharFormat()
    words.setProperty(QTextFormat.Property.FontSizeAdjustment, steps)
    words.setFontWeight(QFont.Weight.DemiBold)
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    cursor.mergeCharFormat(words)


def _open_up(table: QTextTable) -> None:
    shape = table.format()
    shape.setBorder(0)
    shape.setCellSpacing(0)
    shape.setTopMargin(_AIR)
    table.setFormat(shape)
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            format_ = cell.format().toTableCellFormat()
            format_.setTopPadding(4)
            format_.setBottomPadding(4)
            format_.setLeftPadding(0)
            format_.setRightPadding(16)
            cell.setFormat(format_)
