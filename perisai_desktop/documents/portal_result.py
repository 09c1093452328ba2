"""What became of each line of the agency's file, as a workbook, in the words of the screen."""

from collections.abc import Iterable, Sequence
from typing import BinaryIO

from perisai_desktop.documents.spreadsheet import saved, text_cell

_WIDTHS = (8, 30, 16, 18, 60)


def write_portal_result(heads: Sequence[str], rows: Iterable[Sequence[str]], file: BinaryIO) -> None:
    """Write the workbook: line, name, KPJ, kode iuran, and what became of it."""
    with saved(file) as book:
        sheet = book.create_sheet("Hasil")
        sheet.freeze_panes = "A2"
        for place, width in enumerate(_WIDTHS):
            sheet.column_dimensions[chr(ord("A") + place)].width = width
        sheet.append([text_cell(sheet, head, bold=True) for head in heads])
        for row in rows:
            sheet.append([text_cell(sheet, text) for text in row])
