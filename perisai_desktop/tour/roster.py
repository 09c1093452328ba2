"""A market's spreadsheet as the tour reads it: one worker a row, with the reaction each row must get where the file says so."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

REQUIRED_COLUMNS = (
    "no",
    "nik",
    "nama",
    "tempat_lahir",
    "tanggal_lahir",
    "jenis_kelamin",
    "nama_ibu",
    "alamat",
    "rt",
    "rw",
    "kode_wilayah",
    "telepon",
    "pekerjaan",
    "penghasilan",
    "program",
    "bulan_mulai",
    "jumlah_bulan",
)
EXPECTED_COLUMNS = ("reaksi", "jumlah")


class RosterFaultCode(StrEnum):
    """Why a file cannot be walked through; each is one sentence on the screen."""

    NOT_FOUND = "roster_not_found"
    NOT_UTF8 = "roster_not_utf8"
    COLUMN_MISSING = "roster_column_missing"
    NO_ROWS = "roster_no_rows"
    ROW_BROKEN = "roster_row_broken"
    NUMBER_TWICE = "roster_number_twice"


class RosterFault(Exception):
    """The roster cannot be used: `code` says why, `detail` names the column or the line, never a person."""

    def __init__(self, code: RosterFaultCode, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else str(code))
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One worker exactly as typed in the file. `line` counts from 1 and is what an action remembers as its source row."""

    line: int
    number: str
    nik: str
    name: str
    birth_place: str
    birth_date: str
    sex: str
    mother_name: str
    street: str
    rt: str
    rw: str
    village: str
    phone: str
    occupation: str
    income: str
    offer: str
    first_month: str
    months: str
    expected_reaction: str | None
    expected_amount: int | None


@dataclass(frozen=True, slots=True)
class Roster:
    """All rows of a file and the SHA-256 (hex) of its bytes, by which actions remember where they came from."""

    rows: tuple[RosterRow, ...]
    sha256: str


def read_roster(path: Path) -> Roster:
    """Read the CSV at `path` (UTF-8, with or without a byte-order mark; comma or semicolon).

    Raises `RosterFault` where the file is missing, in another encoding, lacks a column, has no rows, or a row is not whole.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise RosterFault(RosterFaultCode.NOT_FOUND, path.name) from error
    return parse_roster(raw)


def parse_roster(raw: bytes) -> Roster:
    """The roster in the bytes of a CSV file; raises `RosterFault` as `read_roster` does."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RosterFault(RosterFaultCode.NOT_UTF8, str(raw.count(b"\n", 0, error.start) + 1)) from error
    if "\0" in text:
        raise RosterFault(RosterFaultCode.NOT_UTF8, str(text.count("\n", 0, text.index("\0")) + 1))
    head = text.split("\n", 1)[0]
    delimiter = ";" if head.count(";") > head.count(",") else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = tuple(name.strip() for name in reader.fieldnames or ())
        reader.fieldnames = list(columns)
        for column in REQUIRED_COLUMNS:
            if column not in columns:
                raise RosterFault(RosterFaultCode.COLUMN_MISSING, column)
        expectations = all(column in columns for column in EXPECTED_COLUMNS)
        rows = tuple(
            _row(line, cells, expectations)
            for line, cells in enumerate((cells for cells in reader if _filled(cells)), start=1)
        )
    except csv.Error as error:
        raise RosterFault(RosterFaultCode.ROW_BROKEN, str(reader.line_num)) from error
    if not rows:
        raise RosterFault(RosterFaultCode.NO_ROWS)
    _numbers_once(rows)
    return Roster(rows, hashlib.sha256(raw).hexdigest())


def _filled(cells: Mapping[str, object]) -> bool:
    return any(isinstance(cell, str) and cell.strip() for cell in cells.values())


def _row(line: int, cells: dict[str, str], expectations: bool) -> RosterRow:
    if None in cells or any(cells[column] is None for column in REQUIRED_COLUMNS):
        raise RosterFault(RosterFaultCode.ROW_BROKEN, str(line))
    amount = cells["jumlah"].strip() if expectations and cells["jumlah"] else ""
    if amount and not amount.isdecimal():
        raise RosterFault(RosterFaultCode.ROW_BROKEN, str(line))
    return RosterRow(
        line=line,
        number=cells["no"].strip(),
        nik=cells["nik"],
        name=cells["nama"],
        birth_place=cells["tempat_lahir"],
        birth_date=cells["tanggal_lahir"],
        sex=cells["jenis_kelamin"],
        mother_name=cells["nama_ibu"],
        street=cells["alamat"],
        rt=cells["rt"],
        rw=cells["rw"],
        village=cells["kode_wilayah"],
        phone=cells["telepon"],
        occupation=cells["pekerjaan"],
        income=cells["penghasilan"],
        offer=cells["program"],
        first_month=cells["bulan_mulai"],
        months=cells["jumlah_bulan"],
        expected_reaction=cells["reaksi"].strip() if expectations else None,
        expected_amount=int(amount) if amount else None,
    )


def _numbers_once(rows: tuple[RosterRow, ...]) -> None:
    seen: set[str] = set()
    for row in rows:
        if not row.number:
            raise RosterFault(RosterFaultCode.ROW_BROKEN, str(row.line))
        if row.number in seen:
            raise RosterFault(RosterFaultCode.NUMBER_TWICE, row.number)
        seen.add(row.number)
