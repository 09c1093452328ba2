"""A small market's roster, typed into the real screens by the tour's own command, and every paper of it read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sync.rules.rupiah import format_rupiah
from tests.support import touring
from tests.support.books import Books, read_books
from tests.support.postgres import passable_folder
from tests.support.rosters import Row, every_reaction, payable, write_roster

DAY = "2026-11-22"
KILLS = 4
PAID = 10
EARLY_SEED = 193
"""The four moments of this seed follow the first four of ten receipts, one each, so that each is found."""

CHECKED = (
    "rows",
    "decisions",
    "papers",
    "verified online",
    "verified offline",
    "projections",
    "numbers",
    "sums",
    "profile",
)


@dataclass(frozen=True)
class Toured:
    """What one tour left and said."""

    out: Path
    rows: list[Row]
    code: int
    told: str

    @property
    def books(self) -> Books:
        return read_books(self.out)


@pytest.fixture
def out() -> Iterator[Path]:
    """A folder that PostgreSQL's own user may enter too."""
    with passable_folder() as folder:
        yield folder


def toured(out: Path, capfd: pytest.CaptureFixture[str], rows: list[Row], *options: str) -> Toured:
    roster = write_roster(out / "roster.csv", rows)
    code = touring.main(["--roster", str(roster), "--today", DAY, "--out", str(out), *options])
    captured = capfd.readouterr()
    return Toured(out, rows, code, captured.out + captured.err)


def agrees(tour: Toured) -> None:
    """The whole table holds, and the books say what the roster says."""
    assert tour.code == 0, tour.told
    assert "FAULT" not in tour.told
    for what in CHECKED:
        assert f"  ok    {what}" in tour.told, f"{what} was not read back"
    paid = {row["no"]: row["jumlah"] for row in tour.rows if row["jumlah"]}
    books = tour.books
    assert {row["no"]: row["reaksi"] for row in books.rows} == {row["no"]: row["reaksi"] for row in tour.rows}
    assert {row["no"]: row["jumlah"] for row in books.rows if row["kuitansi"]} == paid
    total = sum(map(int, paid.values()))
    assert books.summary["receipts_rupiah"] == books.summary["journal_rupiah"] == total
    assert (
        f"{format_rupiah(total)} on papers, in journal and server's ledger; {len(paid)} receipts" in tour.told
    )
    assert sorted(path.stem for path in (tour.out / "receipts").glob("*.pdf")) == sorted(books.receipts)
    assert books.decisions == {
        "disetujui": len(paid) - 2,
        "diperbaiki, lalu disetujui": 1,
        "ditolak": 1,
    }


def test_every_reaction_of_the_market_on_sqlite(out: Path, capfd: pytest.CaptureFixture[str]) -> None:
    tour = toured(out, capfd, every_reaction())
    agrees(tour)
    assert "propagateSizeHints" not in tour.told
    screens = {path.stem for path in (out / "screens").glob("*.png")}
    names = {screen.removesuffix("_light") for screen in screens if screen.endswith("_light")}
    assert screens == {f"{name}_{theme}" for name in names for theme in ("light", "dark")}
    assert names >= {
        "sign_in",
        "enrolment",
        "enrolment_refused",
        "receipt",
        "workers",
        "sync",
        "tasks",
        "review",
    }


def test_nothing_is_lost_where_program_and_server_are_killed_on_postgresql(
    out: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    kills = ("--kills", str(KILLS), "--seed", str(EARLY_SEED))
    tour = toured(out, capfd, payable(PAID), "--server-db", "postgresql", *kills)
    assert tour.told.count("the desktop, after") == tour.told.count("the server, after") == KILLS // 2
    agrees(tour)
