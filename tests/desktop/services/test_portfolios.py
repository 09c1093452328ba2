"""Participants whom an agent serves already: told by a list, due in the round, named by NIK when they pay, never sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.portfolio import LineFault, PortfolioFile, portfolio_columns
from perisai_desktop.services import portfolios
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import feed
from perisai_desktop.storage.places import Places
from sync.rules.iuran_month import IuranMonth
from tests.support.desk_money import MoneyHand
from tests.support.desks import filled_draft
from tests.support.sample_bodies import AT
from tests.support.stores import card

HEADS = ("No", "NIK", "Nama", "KPJ", "Lunas s.d.", "Desa", "Program", "Pekerjaan", "Penghasilan", "No HP")
SITI = (
    1,
    "3202084808900077",
    "Siti Aminah",
    "26000000011",
    "10/2026",
    "",
    "JKK+JKM",
    "Petani/Pekebun",
    1_000_000,
)
OCTOBER = IuranMonth(2026, 10)


def saved(folder: Path, *lines: tuple[object, ...]) -> Path:
    book = Workbook()
    assert book.active is not None
    for line in (HEADS, *lines):
        book.active.append(list(line))
    path = folder / "peserta.xlsx"
    book.save(path)
    return path


def read_of(desk: AgentDesk, path: Path) -> PortfolioFile:
    """A list, read to its end a line at a time."""
    reading = desk.portfolios.open(path)
    while desk.portfolios.take(reading, 1):
        pass
    reading.close()
    assert reading.lines == len(reading.read.participants) + len(reading.read.unfit) + reading.here
    return reading.read


def taken_in(desk: AgentDesk, folder: Path) -> str:
    """The worker whom a list of one line tells of."""
    assert desk.portfolios.keep(read_of(desk, saved(folder, SITI))) == 1
    return desk.finding.search().rows[0].worker_id


def test_the_heads_of_a_list_are_known() -> None:
    columns = portfolio_columns(HEADS)
    assert (columns["nik"], columns["name"], columns["kpj"], columns["paid_until"]) == (1, 2, 3, 4)
    assert (columns["village"], columns["income"], columns["phone"]) == (5, 8, 9)


def test_who_is_told_of_falls_due_and_pays_by_nik_and_name(desk: AgentDesk, tmp_path: Path) -> None:
    hand = MoneyHand(desk)
    worker = taken_in(desk, tmp_path)
    found = desk.finding.card(worker)
    assert (found.row.told, found.row.kpj, found.row.paid_until) == (True, "26000000011", OCTOBER)
    row = desk.rounds.row(worker)
    assert row is not None
    assert (row.month, row.expected) == (OCTOBER.plus(1), 8_400)
    assert desk.counting.strip().unsent.count == 0
    outlook = desk.collecting.outlook(worker)
    option = outlook.options[outlook.usual]
    receipt = desk.collecting.collect(worker, option.first, option.months, option.quote.total)
    paid = hand.written(receipt.action_id)[0]
    assert (paid.personal_value or {})["workers"] == [
        {"worker_id": worker, "nik": "3202084808900077", "name": "Siti Aminah"}
    ]
    assert hand.paid_until(worker) == "2026-11"
    hand.prove_rebuild()
    desk.enrolling.enrol(filled_draft(desk))
    hand.prove_rebuild()


def test_the_branchs_own_card_counts_from_then_on(desk: AgentDesk, tmp_path: Path) -> None:
    worker = taken_in(desk, tmp_path)
    item = card(1, 9, worker_id=worker, nik="3202084808900077", paid_until="2026-12")
    feed.apply_page(desk.enrolling.database, [item], 1, AT)
    found = desk.finding.card(worker).row
    assert (found.told, str(found.paid_until)) == (False, "2026-12")
    MoneyHand(desk).prove_rebuild()


def test_lines_that_can_not_be_taken_are_named_with_all_that_is_wrong(
    desk: AgentDesk, tmp_path: Path
) -> None:
    desk.enrolling.enrol(filled_draft(desk))
    nik = desk.finding.search().rows[0].nik
    read = read_of(
        desk,
        saved(
            tmp_path,
            SITI,
            (2, *SITI[1:]),
            (3, "123", "", "77", "entah"),
            (4, "3202081508900004", "Asep", "", "2028-01", "", "", "", "1500500", "081234567891"),
            (5, nik, "Sudah Ada", "", "November 2026"),
            (6, "3202081408900004", "B" * 201, "", "10/2026"),
        ),
    )
    assert [one.form.name for one in read.participants] == ["Siti Aminah"]
    assert read.here == 1
    twice, third, fourth, endless = read.unfit
    assert (endless.faults, len(endless.name)) == ((LineFault.NAME_UNFIT,), 200)
    assert (twice.row, twice.faults) == (3, (LineFault.TWICE,))
    assert third.faults == (LineFault.UNTIL_UNREADABLE, LineFault.KPJ_LENGTH)
    assert {one.reaction.value for one in third.findings} == {"nik_length", "name_missing"}
    assert fourth.faults == (LineFault.UNTIL_AHEAD,)
    assert [one.reaction.value for one in fourth.findings] == ["income_not_thousands"]


def test_villages_of_the_same_names_are_looked_for_once(
    desk: AgentDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def looking(_places: Places, village: str, _district: str, _regency: str) -> str:
        looked.append(village)
        return "32.02.10.2006"

    monkeypatch.setattr(portfolios, "village_code", looking)
    siti = (*SITI[:5], "Sukamaju", *SITI[6:])
    budi = (2, "3202081408900004", "Budi", "", *siti[4:])
    read = read_of(desk, saved(tmp_path, siti, budi))
    assert [one.form.village for one in read.participants] == ["32.02.10.2006"] * 2
    assert looked == ["Sukamaju"]


def test_a_list_twice_takes_nobody_twice(desk: AgentDesk, tmp_path: Path) -> None:
    read = read_of(desk, saved(tmp_path, SITI))
    assert (desk.portfolios.keep(read), desk.portfolios.keep(read)) == (1, 0)
    again = read_of(desk, saved(tmp_path, SITI))
    assert (again.participants, again.here) == ((), 1)


def test_a_list_without_its_columns_is_refused(desk: AgentDesk, tmp_path: Path) -> None:
    path = tmp_path / "lain.csv"
    path.write_text("NIK;Nama\n3202084808900077;Siti\n", encoding="utf-8")
    with pytest.raises(Failure) as refused:
        desk.portfolios.open(path)
    assert refused.value == Failure(FailureCode.LIST_COLUMNS_UNKNOWN)
