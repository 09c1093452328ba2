"""What the screen of a kelompok does, over a real store: typed, kept and judged, read from a file, paid receipt by receipt."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.kelompok import KelompokKind
from perisai_desktop.ui.screens.kelompok.state import Part
from sync.rules import kelompok as rule
from sync.rules.programmes import PayerKind
from tests.desktop.ui.screens.kelompok.conftest import Table
from tests.support.desks import filled_draft
from tests.support.kelompok_lists import GroupHand, person, write_csv


def test_a_family_is_typed_signed_and_paid_by_the_first_of_them(table: Table) -> None:
    table.begin()
    assert (table.state.people, table.state.next_row) == ((), 1)
    table.presenter.share("occupation", "Petani/Pekebun")
    rows = [table.type_person(number, occupation="") for number in (1, 2)]
    assert rows == [1, 2]
    assert [one.form.occupation for one in table.state.people] == ["Petani/Pekebun"] * 2
    assert table.state.counts == {Part.ALL: 2, Part.WRONG: 2, Part.REASON: 0, Part.READY: 0}
    table.presenter.pay()
    assert table.issued == []
    table.sign()
    assert (table.state.counts[Part.READY], table.state.total) == (2, 67_200)
    table.presenter.pay()
    state = table.state
    (receipt,) = table.issued
    assert (receipt.received_from, receipt.total, len(receipt.people)) == (person(1)["name"], 67_200, 2)
    assert (state.kelompok, state.unpaid, state.issued, state.paying) == (None, (), (receipt,), 0)
    assert table.written == [True]


def test_the_nik_fills_what_it_says_and_nothing_that_was_typed(table: Table) -> None:
    table.begin()
    table.presenter.edit(None, "nik", "   ")
    assert table.state.counts[Part.ALL] == 0
    table.presenter.edit(None, "nik", "3202085408920001")
    (one,) = table.state.people
    assert (one.form.birth_date, one.form.sex) == ("14-08-1992", "P")
    table.presenter.edit(1, "nik", "3202081408900001")
    (one,) = table.state.people
    assert (one.form.birth_date, one.form.sex) == ("14-08-1992", "P")


def test_what_is_typed_is_kept_at_once_and_gone_on_with_later(table: Table) -> None:
    table.begin(KelompokKind.ENTERPRISE)
    table.presenter.name_payer("Warung Bu Tini")
    table.presenter.capture_in("32.02.10.2006")
    table.type_person(1)
    row = table.type_person(2)
    table.presenter.remove(row)
    table.presenter.leave()
    (kept,) = table.state.unpaid
    assert (kept.payer_name, kept.captured_in, kept.lines, kept.payer) == (
        "Warung Bu Tini",
        "32.02.10.2006",
        1,
        PayerKind.ENTERPRISE,
    )
    table.presenter.show_kelompok(kept)
    assert [one.form.name for one in table.state.people] == [person(1)["name"]]
    assert table.state.next_row == 2
    table.presenter.leave()
    table.presenter.discard(kept.kelompok_id)
    assert table.state.unpaid == ()


def test_a_warning_is_explained_for_one_or_for_all(table: Table) -> None:
    table.begin()
    table.sign()
    for number in (1, 2, 3):
        table.type_person(number, sex="P")
    table.sign()
    assert table.state.counts[Part.REASON] == 3
    table.presenter.explain(1, "sex_differs", "Sesuai KTP")
    assert table.state.counts[Part.REASON] == 2
    shown = len(table.states)
    table.presenter.explain_all("sex_differs", "Salah cetak")
    assert len(table.states) == shown + 1
    assert [one.member.reasons["sex_differs"] for one in table.state.people] == [
        "Sesuai KTP",
        "Salah cetak",
        "Salah cetak",
    ]
    assert table.state.counts[Part.READY] == 3
    table.presenter.list_person(2, False)
    assert table.state.counts[Part.WRONG] == 1
    table.presenter.narrow(Part.WRONG)
    assert [one.member.row for one in table.state.shown] == [2]
    table.presenter.choose(2)
    table.presenter.list_person(2, True)
    assert [one.member.row for one in table.state.shown] == [2]


def test_a_list_is_read_in_pieces_and_its_bad_lines_stay(table: Table, tmp_path: Path) -> None:
    people = [person(number) for number in range(1, 600)]
    people[5] = {**people[5], "phone": "12"}
    table.begin(KelompokKind.SPONSOR)
    table.presenter.name_payer("PT Contoh")
    table.take(write_csv(tmp_path / "daftar.csv", people))
    head, columns = table.asked[0]
    assert (head.lines, len(columns)) == (600, 11)
    assert [reading and reading.taken for reading in table.readings] == [0, 250, 500, 599, None]
    table.presenter.set_payer(PayerKind.REGIONAL_BUDGET)
    table.sign()
    state = table.state
    assert (state.counts[Part.ALL], state.counts[Part.READY], state.total) == (599, 598, 598 * 50_400)
    assert [len(part) for part in state.receipts] == [500, 98]


def test_a_long_list_is_paid_receipt_by_receipt(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rule, "MOST_WORKERS", 2)
    table.begin(KelompokKind.SPONSOR)
    table.presenter.name_payer("PT Contoh")
    table.take(write_csv(tmp_path / "daftar.csv", [person(number) for number in range(1, 6)]))
    table.sign()
    assert [len(part) for part in table.state.receipts] == [2, 2, 1]
    table.presenter.pay()
    state = table.state
    assert [receipt.total for receipt in state.issued] == [67_200, 67_200, 33_600]
    assert (table.issued, len(table.written), state.kelompok) == ([], 3, None)
    assert {shown.paid for shown in table.states if shown.paying} == {0, 1, 2, 3}


def test_what_happens_between_two_receipts_stops_the_rest_and_loses_nothing(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rule, "MOST_WORKERS", 2)
    table.begin(KelompokKind.SPONSOR)
    table.presenter.name_payer("PT Contoh")
    table.take(write_csv(tmp_path / "daftar.csv", [person(number) for number in range(1, 5)]))
    table.sign()
    table.presenter.pay()
    table.presenter.leave()
    table.presenter.drop_pages()
    assert table.presenter.state.kelompok is not None
    table.desk.enrolling.enrol(filled_draft(table.desk, **person(4)))
    state = table.state
    assert state.failure == Failure(FailureCode.LINES_NOT_READY, count=1)
    assert [len(receipt.people) for receipt in state.issued] == [2]
    assert [one.assessment.reaction for one in state.people] == ["diterima", "ditolak:nik_already_here"]
    table.presenter.pay()
    assert len(table.state.people) == 1
    assert len(table.issued) == 1


def test_reading_is_given_up_without_a_trace(table: Table, tmp_path: Path) -> None:
    table.begin(KelompokKind.SPONSOR)
    path = write_csv(tmp_path / "daftar.csv", [person(number) for number in range(1, 600)])
    table.reader.open(path)
    table.jobs.run_all()
    kelompok = table.presenter.state.kelompok
    assert kelompok is not None
    table.reader.read(kelompok, table.asked[0][1])
    table.reader.give_up()
    assert (table.state.reading, table.state.people) == (None, ())
    table.presenter.load()
    assert table.state.unpaid == ()
    table.reader.read(kelompok, {})
    assert table.state.failure is None


def test_a_file_that_is_no_list_is_told(table: Table, tmp_path: Path) -> None:
    table.begin(KelompokKind.SPONSOR)
    table.reader.open(tmp_path / "tidak ada.xlsx")
    assert table.state.failure == Failure(FailureCode.LIST_UNREADABLE)
    path = write_csv(tmp_path / "daftar.csv", [])
    table.reader.open(path)
    assert table.state.failure == Failure(FailureCode.LIST_UNREADABLE)
    kelompok = table.presenter.state.kelompok
    assert kelompok is not None
    table.reader.read(kelompok, {"nik": 0})
    assert table.state.failure == Failure(FailureCode.LIST_COLUMNS_MISSING)
    table.reader.open(path)
    table.jobs.run_all()
    table.reader.read(kelompok, {"nik": 0, "name": 1})
    assert table.state.failure == Failure(FailureCode.LIST_EMPTY)
    table.reader.open(path)
    table.jobs.run_all()
    table.reader.put_away()
    table.reader.read(kelompok, {"nik": 0, "name": 1})
    assert table.state.reading is None


def test_a_page_that_cannot_be_kept_is_told(table: Table) -> None:
    table.begin()
    table.type_person(1)
    table.sign()
    assert table.state.counts[Part.READY] == 1
    table.presenter.drop_pages()
    state = table.state
    assert state.kelompok is not None
    assert (state.kelompok.pages, state.counts[Part.READY]) == (0, 0)
    table.presenter.add_pages([Path("halaman.jpg"), table.unreadable])
    state = table.state
    assert state.failure == Failure(FailureCode.PHOTO_UNREADABLE)
    assert state.kelompok is not None
    assert state.kelompok.pages == 0
    assert table.desk.grouping.all()[0].pages == 0
    full = replace(state.kelompok, pages=32)
    table.presenter.show_kelompok(full)
    table.jobs.run_all()
    table.sign()
    assert table.state.failure == Failure(FailureCode.TOO_MANY_PAGES, most=32)


def test_a_draft_that_was_begun_elsewhere_is_opened_with_its_lines(table: Table, tmp_path: Path) -> None:
    hand = GroupHand(table.desk)
    kelompok = hand.take(write_csv(tmp_path / "daftar.csv", [person(1), person(2)]))
    table.presenter.load()
    assert table.state.unpaid[0].lines == 2
    table.presenter.show_kelompok(kelompok)
    assert (table.state.row, len(table.state.people), table.state.payer_name) == (2, 2, "PT Contoh Peduli")
