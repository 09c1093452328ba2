"""The list of approved enrolments and renewals for whoever types them into the agency's portal: every code is text."""

from collections.abc import Iterable
from typing import BinaryIO

from perisai_desktop.documents.spreadsheet import saved, text_cell
from perisai_desktop.domain.portal import PortalRow

_COLUMNS = (
    ("NIK", 19),
    ("Nama", 30),
    ("Tempat lahir", 18),
    ("Tanggal lahir", 13),
    ("L/P", 5),
    ("Alamat", 34),
    ("RT", 5),
    ("RW", 5),
    ("Kode wilayah", 15),
    ("Wilayah", 46),
    ("No HP", 16),
    ("Pekerjaan", 26),
    ("Penghasilan", 13),
    ("Program", 14),
    ("Bulan iuran", 26),
    ("Kuitansi", 20),
    ("Nomor agen", 12),
    ("ID pendaftaran", 38),
    ("Jenis", 15),
    ("Jumlah (Rp)", 13),
)


def write_portal_book(rows: Iterable[PortalRow], file: BinaryIO) -> None:
    """Write the workbook: a line per worker, with empty columns at the end for the agency's answer."""
    with saved(file) as book:
        sheet = book.create_sheet("Pendaftaran")
        sheet.freeze_panes = "C2"
        heads = (*_COLUMNS, ("KPJ", 14), ("Alasan", 30), ("Kode iuran", 18))
        for place, (_, width) in enumerate(heads):
            sheet.column_dimensions[chr(ord("A") + place)].width = width
        sheet.append([text_cell(sheet, head, bold=True) for head, _ in heads])
        for row in rows:
            texts = (text_cell(sheet, text) for text in row.texts)
            sheet.append([*texts, row.rupiah, text_cell(sheet, row.kpj)])
