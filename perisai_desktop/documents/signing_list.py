"""The list that the people of a kelompok sign: what they agree to and declare, and a line for each of them, on A4."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from perisai_desktop.documents.fonts import Weight
from perisai_desktop.documents.paper import DENSITIES, MM, SNUG, Paper
from perisai_desktop.documents.sheet import Sheet
from perisai_desktop.documents.signed_sheet import put_head, sheet_pdf

TITLE = "Daftar persetujuan dan pernyataan"
_A4 = Paper("A4", 210 * MM, 297 * MM, 15 * MM, 14 * MM, 6.0, 70.0, 31 * MM, DENSITIES)
_LINE = 8.2 * MM
_NIK, _SIGNATURE = 34 * MM, 62 * MM
"""Widths of the columns; a signature needs room."""


@dataclass(frozen=True, slots=True)
class SigningList:
    """Who pays, what is read aloud (each a paragraph), and name and NIK of everybody."""

    payer: str = field(repr=False)
    agent: str
    consent: tuple[str, ...]
    declaration: str
    version: str
    people: Sequence[tuple[str, str]] = field(repr=False)
    practice: bool


def signing_list_pdf(facts: SigningList) -> bytes:
    """The list as a PDF; each page repeats the heads of its columns."""
    return sheet_pdf(
        TITLE,
        "Daftar untuk ditandatangani",
        lambda sheet: _put(sheet, facts),
        practice=facts.practice,
        density=SNUG,
        paper=_A4,
        note=lambda number, count: f"Teks {facts.version} · halaman {number} dari {count}",
    )


def _put(sheet: Sheet, facts: SigningList) -> None:
    put_head(sheet, TITLE, f"{facts.payer} · agen {facts.agent}")
    for words in (*facts.consent, facts.declaration):
        _paragraph(sheet, words)
    sheet.y += sheet.density.gap * 0.6
    start = 0
    while start < len(facts.people):
        if start:
            sheet.begin_page()
        _heads(sheet)
        room = (_A4.height or 0.0) - 2 * _A4.headroom - (sheet.y - sheet.page_start) - _LINE * 0.5
        some = facts.people[start : start + max(1, int(room / _LINE))]
        for number, (name, nik) in enumerate(some, start=start + 1):
            _line(sheet, number, name, nik)
        start += len(some)


def _paragraph(sheet: Sheet, words: str) -> None:
    for line in sheet.wrapped(words, sheet.paper.measure, Weight.REGULAR, sheet.density.body):
        sheet.y += sheet.density.body * 1.35
        sheet.text(line, sheet.left, sheet.density.body)
    sheet.y += sheet.density.body * 0.6


def _heads(sheet: Sheet) -> None:
    size, high = sheet.density.body, sheet.density.row + 4
    sheet.box(sheet.y, high)
    baseline = sheet.y + high / 2 + size * 0.36
    for words, edge in zip(("No.", "Nama", "NIK", "Tanda tangan"), _edges(sheet), strict=True):
        sheet.text(words, edge, size, Weight.SEMIBOLD, baseline=baseline)
    sheet.y += high


def _edges(sheet: Sheet) -> tuple[float, float, float, float]:
    signature = sheet.right - _SIGNATURE
    return sheet.left + 6, sheet.left + 32, signature - _NIK, signature


def _line(sheet: Sheet, number: int, name: str, nik: str) -> None:
    size = sheet.density.body
    baseline = sheet.y + _LINE * 0.62
    numbers, names, niks, _ = _edges(sheet)
    room = niks - names - 8
    shown = next(iter(sheet.wrapped(name, room, Weight.MEDIUM, size)), "")
    sheet.text(str(number), numbers, size, colour=sheet.inks.muted, baseline=baseline)
    sheet.text(shown, names, size, Weight.MEDIUM, baseline=baseline)
    sheet.text(nik, niks, size, baseline=baseline)
    sheet.y += _LINE
    sheet.rule()
