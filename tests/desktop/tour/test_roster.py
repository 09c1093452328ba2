"""A roster is read as typed; a file that cannot be walked through is one clear fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from perisai_desktop.tour.roster import (
    REQUIRED_COLUMNS,
    RosterFault,
    RosterFaultCode,
    parse_roster,
    read_roster,
)

HEAD = ",".join(REQUIRED_COLUMNS)
ROW = "7, 35.19 0015,Ma'rifah,Linggo,1993-10-08,P,Wati,\"Jl. Sa'adah, 97\",008,001,35.14.06.2008,0827,Kurir,1100000,JKK+JKM,2026-12,12"


def fault(raw: bytes) -> RosterFault:
    with pytest.raises(RosterFault) as caught:
        parse_roster(raw)
    return caught.value


def test_what_was_typed_stays_as_typed() -> None:
    roster = parse_roster(f"{HEAD}\n{ROW}\n".encode())
    (row,) = roster.rows
    assert (row.line, row.number, row.nik, row.street) == (1, "7", " 35.19 0015", "Jl. Sa'adah, 97")
    assert row.expected_reaction is None


def test_the_market_roster_is_whole() -> None:
    roster = read_roster(Path(__file__).parents[2] / "data" / "roster_market.csv")
    amounts = [row.expected_amount for row in roster.rows if row.expected_amount is not None]
    assert (len(roster.rows), len(amounts), sum(amounts)) == (240, 212, 44_323_950)


def test_semicolons_byte_order_mark_and_empty_lines_are_read() -> None:
    cells = HEAD.replace(",", ";")
    row = ";".join(["1"] * len(REQUIRED_COLUMNS))
    roster = parse_roster(("\ufeff" + cells + "\r\n" + row + "\r\n\r\n;;;;;;;;;;;;;;;;\r\n").encode())
    assert len(roster.rows) == 1


def test_another_file_has_another_fingerprint() -> None:
    first = parse_roster(f"{HEAD}\n{ROW}\n".encode())
    second = parse_roster(f"{HEAD}\n{ROW}\n\n".encode())
    assert first.rows == second.rows
    assert first.sha256 != second.sha256


@pytest.mark.parametrize("column", REQUIRED_COLUMNS)
def test_a_missing_column_is_named(column: str) -> None:
    head = (
        HEAD.replace(f"{column},", "", 1)
        if column != REQUIRED_COLUMNS[-1]
        else HEAD.removesuffix("," + column)
    )
    found = fault(f"{head}\n{ROW}\n".encode())
    assert (found.code, found.detail) == (RosterFaultCode.COLUMN_MISSING, column)


def test_another_encoding_names_the_line() -> None:
    found = fault(HEAD.encode() + b"\n" + ROW.encode() + b"\nD\xe9wi\n")
    assert (found.code, found.detail) == (RosterFaultCode.NOT_UTF8, "3")
    assert fault(f"{HEAD}\n{ROW}\n".encode("utf-16")).code is RosterFaultCode.NOT_UTF8
    assert fault(f"{HEAD}\n{ROW}\n".encode("utf-16-le")).code is RosterFaultCode.NOT_UTF8


def test_no_rows_is_said() -> None:
    assert fault(f"{HEAD}\n\n".encode()).code is RosterFaultCode.NO_ROWS
    assert fault(b"").code is RosterFaultCode.COLUMN_MISSING


@pytest.mark.parametrize(
    "row",
    ["1,2,3", ROW + ",more", '1,"never closed', ROW.replace("7,", ",", 1)],
    ids=["short", "long", "quote", "number"],
)
def test_a_broken_row_is_named(row: str) -> None:
    assert fault(f"{HEAD}\n{row}\n".encode()).code is RosterFaultCode.ROW_BROKEN


def test_a_number_twice_is_named() -> None:
    found = fault(f"{HEAD}\n{ROW}\n{ROW}\n".encode())
    assert (found.code, found.detail) == (RosterFaultCode.NUMBER_TWICE, "7")


def test_an_amount_that_is_no_number_is_named() -> None:
    found = fault(f"{HEAD},reaksi,jumlah\n{ROW},diterima,abc\n".encode())
    assert (found.code, found.detail) == (RosterFaultCode.ROW_BROKEN, "1")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(RosterFault) as caught:
        read_roster(tmp_path / "none.csv")
    assert caught.value.code is RosterFaultCode.NOT_FOUND
