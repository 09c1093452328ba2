"""A workbook that is written line by line: text stays text, and nothing is left of one that was not finished."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML has no place for."""


@contextmanager
def saved(file: BinaryIO) -> Iterator[Any]:
    """An empty workbook that is saved at the end; whatever is raised meanwhile leaves nothing of it in temporary files."""
    # openpyxl takes half a second to import; who exports nothing never waits for it.
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    try:
        yield book
        book.save(file)
    finally:
        for sheet in book.worksheets:
            _drop(sheet)


def text_cell(sheet: Any, text: str, *, bold: bool = False) -> Any:
    """A cell that is text whatever it begins with: nothing that was typed becomes a formula, no code loses its zeros."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, "")
    cell._value = _UNFIT.sub("", text)  # type: ignore[attr-defined]
    cell.data_type = "s"
    cell.number_format = "@"
    if bold:
        cell.font = Font(bold=True)
    return cell


def _drop(sheet: Any) -> None:
    """Take away the temporary file in which openpyxl keeps a sheet until it is saved."""
    writer = getattr(sheet, "_writer", None)
    if writer is not None and Path(writer.out).exists():
        sheet.close()
        writer.cleanup()
