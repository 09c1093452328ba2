"""The list of who was on a lost laptop as a workbook: what is known of the loss, and a line for each person."""

from datetime import datetime, timedelta
from typing import Any, BinaryIO

from perisai_desktop.documents.held_words import BEYOND, DUTY, KINDS, TITLE, ListHead, head_facts
from perisai_desktop.documents.spreadsheet import saved, text_cell
from perisai_desktop.domain.lost_laptop import HeldList, HeldPerson

_COLUMNS = (
    ("Nama", 30),
    ("NIK", 22),
    ("No HP", 16),
    ("Catatan terakhir", 16),
    ("Diterima", 18),
    *((words, 14) for words in KINDS.values()),
    ("Diberi tahu", 16),
    ("ID pekerja", 38),
)
_AT = "dd-mm-yyyy hh:mm"


def write_held_book(held: HeldList, head: ListHead, file: BinaryIO) -> None:
    """Write the workbook; the column "Diberi tahu" is left for whoever tells the people."""
    with saved(file) as book:
        _write_facts(book, held, head)
        sheet = book.create_sheet("Orang")
        sheet.freeze_panes = "B2"
        for place, (_, width) in enumerate(_COLUMNS):
            sheet.column_dimensions[chr(ord("A") + place)].width = width
        sheet.append([text_cell(sheet, name, bold=True) for name, _ in _COLUMNS])
        for person in held.people:
            sheet.append(_line(sheet, person, head))


def _write_facts(book: Any, held: HeldList, head: ListHead) -> None:
    sheet = book.create_sheet("Keterangan")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 28, 60
    practice = " · LATIHAN" if head.practice else ""
    sheet.append([text_cell(sheet, f"{TITLE}{practice}", bold=True)])
    for name, value in head_facts(held, head):
        sheet.append([text_cell(sheet, name), text_cell(sheet, value)])
    for words in (DUTY, BEYOND):
        sheet.append([text_cell(sheet, words)])


def _line(sheet: Any, person: HeldPerson, head: ListHead) -> list[Any]:
    newest = "" if person.epoch is None else f"{person.epoch:02d}-{person.seq}"
    known = [text_cell(sheet, "ya" if kind in person.data else "") for kind in KINDS]
    return [
        text_cell(sheet, person.name or "(sudah dihapus)"),
        text_cell(sheet, person.nik),
        text_cell(sheet, person.phone),
        text_cell(sheet, newest),
        _moment(sheet, person.received_at, head.offset),
        *known,
        None,
        text_cell(sheet, person.worker_id),
    ]


def _moment(sheet: Any, at: datetime | None, offset: int) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if at is None:
        return None
    cell = WriteOnlyCell(sheet, (at + timedelta(minutes=offset)).replace(tzinfo=None))
    cell.number_format = _AT
    return cell
