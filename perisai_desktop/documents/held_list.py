"""The list of who was on a lost laptop, on A4: what is known of the loss, the duty, and a line for each person."""

from perisai_desktop.documents.fonts import Weight
from perisai_desktop.documents.held_words import BEYOND, DUTY, TITLE, ListHead, head_facts, kinds
from perisai_desktop.documents.paper import DENSITIES, MM, SNUG, Paper
from perisai_desktop.documents.sheet import Sheet
from perisai_desktop.documents.signed_sheet import put_facts, put_head, put_paragraph, sheet_pdf
from perisai_desktop.domain.lost_laptop import HeldList, HeldPerson

_A4 = Paper("A4", 210 * MM, 297 * MM, 15 * MM, 14 * MM, 6.0, 70.0, 31 * MM, DENSITIES)
_COLUMNS = (("No.", 0.0), ("Nama", 0.06), ("NIK", 0.29), ("No HP", 0.49), ("Data di laptop", 0.67))
"""Heads of the columns, and where they begin as a share of the measure."""
_ROOM = 0.33
"""The last column's share of the measure."""


def held_list_pdf(held: HeldList, head: ListHead) -> bytes:
    """The list as a PDF; equal facts give equal bytes."""
    return sheet_pdf(
        f"{TITLE} {held.device}",
        "Daftar untuk pemberitahuan kepada orang yang datanya terungkap",
        lambda sheet: _put(sheet, held, head),
        practice=head.practice,
        density=SNUG,
        paper=_A4,
        note=lambda number, count: f"Rahasia · halaman {number} dari {count}",
    )


def _put(sheet: Sheet, held: HeldList, head: ListHead) -> None:
    put_head(sheet, TITLE, f"Laptop {held.device} · {head.branch}")
    put_facts(sheet, head_facts(held, head))
    sheet.y += sheet.density.gap
    put_paragraph(sheet, DUTY)
    put_paragraph(sheet, BEYOND)
    sheet.y += sheet.density.gap * 1.2
    _put_heads(sheet)
    for number, person in enumerate(held.people, start=1):
        lines = _kind_lines(sheet, person)
        if sheet.y - sheet.page_start + _high(sheet, lines) > (_A4.height or 0.0) - 2 * _A4.headroom:
            sheet.begin_page()
            _put_heads(sheet)
        _put_person(sheet, number, person, lines)


def _edge(sheet: Sheet, place: int) -> float:
    return sheet.left + 6 + (sheet.paper.measure - 6) * _COLUMNS[place][1]


def _put_heads(sheet: Sheet) -> None:
    size, high = sheet.density.body, sheet.density.row + 4
    sheet.box(sheet.y, high)
    baseline = sheet.y + high / 2 + size * 0.36
    for place, (words, _) in enumerate(_COLUMNS):
        sheet.text(words, _edge(sheet, place), size, Weight.SEMIBOLD, baseline=baseline)
    sheet.y += high


def _kind_lines(sheet: Sheet, person: HeldPerson) -> tuple[str, ...]:
    room = sheet.paper.measure * _ROOM - 10
    return tuple(sheet.wrapped(kinds(person), room, Weight.REGULAR, sheet.density.small)) or ("",)


def _high(sheet: Sheet, lines: tuple[str, ...]) -> float:
    return sheet.density.row * 0.5 + sheet.density.small * 1.3 * max(len(lines), 2)


def _put_person(sheet: Sheet, number: int, person: HeldPerson, lines: tuple[str, ...]) -> None:
    density = sheet.density
    baseline = sheet.y + density.row * 0.25 + density.body
    room = _edge(sheet, 2) - _edge(sheet, 1) - 8
    names = sheet.wrapped(person.name or "(sudah dihapus)", room, Weight.MEDIUM, density.body)
    sheet.text(str(number), _edge(sheet, 0), density.body, colour=sheet.inks.muted, baseline=baseline)
    for place, line in enumerate(names[:2]):
        at = baseline + place * density.body * 1.25
        sheet.text(line, _edge(sheet, 1), density.body, Weight.MEDIUM, baseline=at)
    sheet.text(person.nik or "–", _edge(sheet, 2), density.body, baseline=baseline)
    sheet.text(person.phone or "–", _edge(sheet, 3), density.body, baseline=baseline)
    for place, line in enumerate(lines):
        at = baseline + place * density.small * 1.3
        sheet.text(line, _edge(sheet, 4), density.small, colour=sheet.inks.muted, baseline=at)
    sheet.y += _high(sheet, lines)
    sheet.rule()
