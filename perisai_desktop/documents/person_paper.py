"""All that is held about one person, on A4 for that person to read: who it is, what was paid, written, decided, seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from perisai_desktop.documents.fonts import Weight
from perisai_desktop.documents.paper import DENSITIES, MM, ROOMY, Paper
from perisai_desktop.documents.person_words import (
    NAMES,
    Named,
    Told,
    act_words,
    code_words,
    local_words,
    value_words,
)
from perisai_desktop.documents.sheet import Sheet
from perisai_desktop.documents.signed_sheet import put_head, put_paragraph, sheet_pdf

TITLE = "Data pribadi"
_ABOUT = (
    "Semua yang disimpan tentang satu orang di server cabang (UU 27/2022 pasal 7). Berkas data.json di sebelahnya memuat"
    " hal yang sama, lengkap, untuk dibaca program. Lembar daftar bertanda tangan tidak disertakan karena memuat orang"
    " lain."
)
_A4 = Paper("A4", 210 * MM, 297 * MM, 18 * MM, 16 * MM, 6.0, 70.0, 31 * MM, DENSITIES)
_VALUE = 54 * MM
"""Where values begin, from the left margin."""
_PAID = (0.0, 0.2, 0.34, 0.52, 0.84)
_SEEN = (0.0, 0.33, 0.55, 0.7)
_ERASED = (0.0, 0.33, 0.55, 0.7)
"""Where the columns begin, as shares of the measure."""


@dataclass(frozen=True, slots=True)
class PersonHead:
    """Which branch made it; `offset`: minutes ahead of UTC by which instants are told."""

    branch: str
    offset: int
    practice: bool


def person_pdf(told: Told, head: PersonHead, named: Named) -> bytes:
    """What the archive's JSON holds, as a PDF; equal facts give equal bytes."""
    return sheet_pdf(
        TITLE,
        "Semua yang disimpan tentang satu orang",
        lambda sheet: _Writing(sheet, head, named).put(told),
        practice=head.practice,
        density=ROOMY,
        paper=_A4,
        note=lambda number, count: f"Rahasia · halaman {number} dari {count}",
    )


class _Writing:
    """Goes down the pages; a head stays with the first line below it."""

    def __init__(self, sheet: Sheet, head: PersonHead, named: Named) -> None:
        self._sheet = sheet
        self._head = head
        self._named = named
        self._fresh = False

    def put(self, told: Told) -> None:
        """All parts, in the order in which somebody asks for them."""
        person = cast(Told, told["person"])
        made = local_words(told["made_at"], self._head.offset)
        name = str(person.get("name", ""))
        put_head(self._sheet, TITLE, " · ".join(part for part in (name, self._head.branch, made) if part))
        put_paragraph(self._sheet, _ABOUT)
        self._section("Peserta")
        self._facts(person)
        self._section("Iuran")
        self._table(
            ("Bulan", "Program", "Jumlah", "Kuitansi", "Keadaan"),
            _PAID,
            map(self._paid, _listed(told, "payments")),
        )
        for record in _listed(told, "records"):
            self._record(record)
        self._section("Foto")
        for photo in _listed(told, "photos"):
            self._line(code_words("shows", photo["shows"]), str(photo["file"] or "tidak disertakan"))
        erased = _listed(told, "erased") if told.get("erased") else []
        if erased:
            self._section("Yang sudah dihapus")
            self._table(("Waktu", "Siapa", "Apa", "Karena"), _ERASED, map(self._erased, erased))
        self._section("Siapa yang melihat dan memutuskan")
        self._table(("Waktu", "Siapa", "Sebagai", "Apa"), _SEEN, map(self._seen, _listed(told, "seen_by")))

    def _paid(self, line: Told) -> Sequence[str]:
        return (
            value_words("month", line["month"], self._named),
            str(line["programme"]),
            value_words("rupiah", line["rupiah"], self._named),
            str(line["receipt"]),
            code_words("bucket", line["bucket"]),
        )

    def _erased(self, one: Told) -> Sequence[str]:
        at = local_words(one["at"], self._head.offset)
        part, why = code_words("part", one["part"]), code_words("because", one["because"])
        return at, str(one["by"] or "Server cabang"), part, why

    def _seen(self, one: Told) -> Sequence[str]:
        at = local_words(one["at"], self._head.offset)
        return at, str(one["by"] or "Server cabang"), code_words("role", one["role"]), act_words(one["act"])

    def _record(self, record: Told) -> None:
        """What was written on one occasion, and what was decided about it."""
        self._section(code_words("kind", record["kind"]))
        self._line("Ditulis", local_words(record["recorded_at"], self._head.offset))
        if record["state"] is not None:
            self._line("Keadaan", code_words("state", record["state"]))
        for part in ("personal", "content"):
            facts = cast("Told | None", record[part]) or {}
            self._facts(facts)
            self._facts(cast(Told, facts.get("changes") or {}))
        for step in _listed(record, "history"):
            self._line(local_words(step["at"], self._head.offset), self._step(step))

    def _step(self, step: Told) -> str:
        by = f" oleh {step['by']}" if step["by"] else ""
        reason = value_words("reason", step["reason"], self._named) if step["reason"] else ""
        comments = [
            f"{NAMES.get(str(one['field']), str(one['field']))}: {one['text']}"
            for one in _listed(step, "comments")
        ]
        parts = (f"{code_words('move', step['move'])}{by}", reason, str(step["note"] or ""), *comments)
        return " · ".join(part for part in parts if part)

    def _facts(self, facts: Told) -> None:
        for name in NAMES:
            if facts.get(name) not in (None, "", [], {}):
                self._line(NAMES[name], value_words(name, facts[name], self._named))

    def _section(self, title: str) -> None:
        sheet = self._sheet
        sheet.y += sheet.density.gap
        sheet.begin_block()
        sheet.y += sheet.density.title
        sheet.text(title, sheet.left, sheet.density.title * 0.86, Weight.SEMIBOLD)
        sheet.y += 5
        sheet.rule(bold=True)
        self._fresh = True

    def _line(self, label: str, value: str) -> None:
        """A label and its value beside it; whole on one page."""
        sheet, density = self._sheet, self._sheet.density
        self._begin()
        labels = sheet.wrapped(label, _VALUE - 8, Weight.REGULAR, density.body)
        values = sheet.wrapped(value, sheet.paper.measure - _VALUE, Weight.MEDIUM, density.body) or ("",)
        top = sheet.y
        for lines, left, weight in ((labels, 0.0, Weight.REGULAR), (values, _VALUE, Weight.MEDIUM)):
            for place, line in enumerate(lines):
                baseline = top + density.row * 0.8 + place * density.leading
                colour = None if left else sheet.inks.muted
                sheet.text(line, sheet.left + left, density.body, weight, colour, baseline)
        sheet.y = top + density.row + (max(len(labels), len(values)) - 1) * density.leading

    def _table(self, heads: Sequence[str], starts: Sequence[float], rows: Iterable[Sequence[str]]) -> None:
        """Heads and a line for each row; a dash where there is none."""
        listed = list(rows)
        if not listed:
            self._line("–", "")
            return
        self._row(heads, starts, muted=True)
        self._fresh = True
        for row in listed:
            self._row(row, starts)

    def _row(self, cells: Sequence[str], starts: Sequence[float], *, muted: bool = False) -> None:
        sheet, density = self._sheet, self._sheet.density
        self._begin()
        top, deepest = sheet.y, 1
        for start, end, cell in zip(starts, (*starts[1:], 1.0), cells, strict=True):
            room = sheet.paper.measure * (end - start) - 8
            lines = sheet.wrapped(cell, room, Weight.REGULAR, density.body) or ("",)
            deepest = max(deepest, len(lines))
            for place, line in enumerate(lines):
                baseline = top + density.row * 0.8 + place * density.leading
                colour = sheet.inks.muted if muted else None
                sheet.text(
                    line,
                    sheet.left + sheet.paper.measure * start,
                    density.body,
                    baseline=baseline,
                    colour=colour,
                )
        sheet.y = top + density.row + (deepest - 1) * density.leading

    def _begin(self) -> None:
        """A page may end before what follows, unless a head stands above it."""
        if not self._fresh:
            self._sheet.begin_block()
        self._fresh = False


def _listed(told: Told, part: str) -> Sequence[Mapping[str, object]]:
    return cast("Sequence[Mapping[str, object]]", told[part])
