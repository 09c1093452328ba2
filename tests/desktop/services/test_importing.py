"""A list goes into a kelompok line by line: judged by the form's rules, kept sealed, and gone without a trace on cancel."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.kelompok import KelompokKind
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage.tables.desk import KelompokMemberRow, KelompokPageRow, KelompokRow
from perisai_desktop.storage.tables.registry import table_of
from sync.protocol.signatures import SigningKey
from sync.rules.programmes import PayerKind
from tests.support.desks import HandClock, desk_of, make_profile
from tests.support.kelompok_lists import GroupHand, person, write_csv, write_workbook
from tests.support.reference_data import ROSTER

TABLES = [table_of(row) for row in (KelompokRow, KelompokMemberRow, KelompokPageRow)]


def rows_kept(desk: AgentDesk) -> list[int]:
    """How many rows each table of kelompok has."""
    with desk.grouping.database.reading() as session:
        return [len(session.connection().execute(table.select()).all()) for table in TABLES]


@pytest.fixture
def hand(desk: AgentDesk) -> GroupHand:
    return GroupHand(desk)


def test_the_markets_roster_leads_where_the_form_leads(hand: GroupHand) -> None:
    """Every row's reaction and sum as in the roster; one signed list, one receipt for all who are payable."""
    with ROSTER.open(encoding="utf-8", newline="") as file:
        expected = [(row["reaksi"], row["jumlah"]) for row in csv.DictReader(file)]
    kelompok = replace(hand.sign(hand.take(ROSTER)), payer=PayerKind.SELF)
    judged = hand.judged(kelompok)
    assert [
        (one.assessment.reaction, "" if one.total is None else str(one.total)) for one in judged
    ] == expected
    assert [one.member.row for one in judged] == list(range(2, 242))

    hand.give_reasons(kelompok)
    (receipt,) = hand.pay(kelompok)
    assert (len(receipt.people), receipt.total) == (212, 44_323_950)
    left = hand.desk.grouping.members(kelompok)
    assert len(left) == 28
    assert all(one.assessment.errors for one in hand.judged(kelompok))

    again = hand.take(ROSTER)
    assert [member.row for member in hand.desk.grouping.members(again)] == [member.row for member in left]


def test_nobody_consents_by_a_list_that_is_not_there_or_does_not_name_them(
    hand: GroupHand, tmp_path: Path
) -> None:
    kelompok = hand.take(write_csv(tmp_path / "daftar.csv", [person(1), person(2)]))
    assert [one.assessment.reaction for one in hand.judged(kelompok)] == ["ditolak:consent_missing"] * 2
    signed = hand.sign(kelompok)
    first, second = hand.desk.grouping.members(signed)
    hand.desk.grouping.keep(signed, [replace(second, listed=False)])
    judged = hand.judged(signed)
    assert [one.ready for one in judged] == [True, False]
    assert {found.reaction.value for found in judged[1].assessment.errors} == {
        "consent_missing",
        "declaration_missing",
    }
    assert hand.desk.grouping.members(signed)[0] == first


def test_who_stands_twice_in_a_list_is_found_behind_the_first(hand: GroupHand, tmp_path: Path) -> None:
    people = [person(1), person(2), person(1), {**person(4), "phone": person(2)["phone"]}]
    kelompok = hand.sign(hand.take(write_csv(tmp_path / "daftar.csv", people)))
    judged = hand.judged(kelompok)
    assert [one.assessment.reaction for one in judged] == [
        "diterima",
        "diterima",
        "ditolak:nik_already_here",
        "peringatan:phone_shared",
    ]
    assert [one.twin for one in judged] == [None, None, 2, None]
    assert [one.ready for one in judged] == [True, True, False, False]


def test_a_workbook_says_the_same_as_a_text_file(hand: GroupHand, tmp_path: Path) -> None:
    people = [person(number) for number in (1, 2, 3)]
    text = hand.take(write_csv(tmp_path / "a.csv", people))
    book = hand.take(write_workbook(tmp_path / "b.xlsx", people, title="Daftar pekerja rentan"))
    told = hand.desk.grouping.members(book)
    assert [member.form for member in told] == [member.form for member in hand.desk.grouping.members(text)]
    assert [member.row for member in told] == [4, 5, 6]
    assert (book.file_name, book.kind) == ("b.xlsx", KelompokKind.SPONSOR)


def test_what_a_list_has_no_column_for_holds_for_everybody(hand: GroupHand, tmp_path: Path) -> None:
    kelompok = hand.take(write_csv(tmp_path / "daftar.csv", [{**person(1), "income": ""}, person(2)]))
    assert (kelompok.shared.months, kelompok.shared.first_month) == ("3", "2026-11")
    shared = replace(kelompok.shared, income="2000000", months="1")
    kelompok = hand.desk.grouping.keep(hand.sign(replace(kelompok, shared=shared)))
    assert [one.form.income for one in hand.judged(kelompok)] == ["2000000", "1000000"]
    assert [one.form.months for one in hand.judged(kelompok)] == ["1", "1"]


def test_a_village_is_found_by_its_names(hand: GroupHand, tmp_path: Path) -> None:
    path = tmp_path / "desa.csv"
    path.write_text(
        "NIK;Nama;Desa;Kecamatan;Kabupaten\n"
        "3202081408900001;Budi;Sukamaju;Cikembar;Sukabumi\n"
        "3202081408900002;Ani;Sukamaju;;\n"
        "3202081408900003;Siti;Pagerwangi;;Kabupaten Bandung Barat\n"
        "3202081408900005;Wayan;Pagerwangi;;Kab. Bandung\n",
        encoding="utf-8",
    )
    named, several, in_the_west, elsewhere = hand.desk.grouping.members(hand.take(path))
    place = hand.desk.places.place(named.form.village)
    assert place is not None
    assert (place.village, place.district) == ("Sukamaju", "Cikembar")
    assert several.form.village == "Sukamaju"
    assert in_the_west.form.village == "32.17.01.2001"
    assert elsewhere.form.village == "Pagerwangi"


def test_columns_are_remembered_for_lists_with_the_same_heads(hand: GroupHand, tmp_path: Path) -> None:
    importing = hand.desk.importing
    path = tmp_path / "aneh.csv"
    path.write_text("Identitas,Sebutan\n3202081408900001,Budi\n", encoding="utf-8")
    file = importing.open(path)
    assert importing.columns(file.head) == {}
    kelompok = hand.desk.grouping.new(KelompokKind.ENTERPRISE)
    with pytest.raises(Failure) as refused:
        importing.begin(kelompok, file, {"nik": 0})
    assert refused.value == Failure(FailureCode.LIST_COLUMNS_MISSING)
    importing.cancel(importing.begin(kelompok, file, {"nik": 0, "name": 1}))
    path.write_text("IDENTITAS;Sebutan\n3202081408900002;Ani\n", encoding="utf-8")
    assert importing.columns(importing.open(path).head) == {"nik": 0, "name": 1}


def test_a_cancelled_list_leaves_no_trace(hand: GroupHand, tmp_path: Path) -> None:
    importing = hand.desk.importing
    file = importing.open(write_csv(tmp_path / "daftar.csv", [person(number) for number in range(1, 9)]))
    intake = importing.begin(hand.desk.grouping.new(KelompokKind.SPONSOR), file, importing.columns(file.head))
    assert importing.take(intake, 5)
    assert (intake.taken, rows_kept(hand.desk)) == (5, [1, 5, 0])
    importing.cancel(intake)
    assert rows_kept(hand.desk) == [0, 0, 0]
    signed = hand.sign(hand.take(write_csv(tmp_path / "lain.csv", [person(1)])))
    hand.desk.grouping.discard(signed.kelompok_id)
    assert rows_kept(hand.desk) == [0, 0, 0]
    assert hand.desk.grouping.all() == ()


def test_a_list_that_was_being_read_when_the_program_ended_is_forgotten(
    hand: GroupHand, tmp_path: Path
) -> None:
    importing = hand.desk.importing
    whole = hand.take(write_csv(tmp_path / "ganz.csv", [person(9)]))
    file = importing.open(write_csv(tmp_path / "daftar.csv", [person(1), person(2)]))
    importing.take(importing.begin(hand.desk.grouping.new(KelompokKind.FAMILY), file, {"nik": 0, "name": 1}))
    assert [kelompok.kelompok_id for kelompok in hand.desk.grouping.all()] == [whole.kelompok_id]
    assert rows_kept(hand.desk) == [1, 1, 0]


def test_what_was_typed_survives_the_program(tmp_path: Path, key: SigningKey, clock: HandClock) -> None:
    profile = make_profile(tmp_path / "profile", key)
    desk = desk_of(profile, clock)
    hand = GroupHand(desk)
    kelompok = hand.sign(hand.take(write_csv(tmp_path / "daftar.csv", [person(1), person(2)])))
    first, _ = desk.grouping.members(kelompok)
    edited = replace(first, form=replace(first.form, name="Budi"), reasons={"phone_shared": "Nomor kantor"})
    kept = desk.grouping.keep(kelompok, [edited])
    desk.grouping.drop(kelompok.kelompok_id, [3])
    desk.close()
    desk = desk_of(profile, clock)
    assert desk.grouping.all() == (replace(kept, lines=1),)
    assert desk.grouping.members(kept) == (edited,)
    desk.close()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", FailureCode.LIST_EMPTY),
        (b"NIK;Nama\n", FailureCode.LIST_EMPTY),
        (b"PK\x03\x04 no workbook", FailureCode.LIST_UNREADABLE),
        (b"NIK,Nama\n\x00", FailureCode.LIST_UNREADABLE),
        (b"\xd0\xcf\x11\xe0", FailureCode.LIST_LOCKED),
    ],
)
def test_what_is_no_list_is_refused_with_its_reason(
    hand: GroupHand, tmp_path: Path, content: bytes, code: FailureCode
) -> None:
    path = tmp_path / "berkas.xlsx"
    path.write_bytes(content)
    with pytest.raises(Failure) as refused:
        hand.take(path)
    assert refused.value.code is code
    assert rows_kept(hand.desk) == [0, 0, 0]


def test_a_list_that_was_enrolled_whole_is_not_taken_again(hand: GroupHand, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "daftar.csv", [person(1), person(2)])
    hand.pay(hand.sign(hand.take(path)))
    with pytest.raises(Failure) as refused:
        hand.take(path)
    assert refused.value == Failure(FailureCode.LIST_TAKEN, lines=2)
    assert rows_kept(hand.desk) == [0, 0, 0]


def test_pages_of_a_signed_list_have_an_end(hand: GroupHand, tmp_path: Path) -> None:
    kelompok = hand.take(write_csv(tmp_path / "daftar.csv", [person(1)]))
    with pytest.raises(Failure) as refused:
        hand.desk.grouping.add_pages(kelompok, [b""])
    assert refused.value.code is FailureCode.PHOTO_UNFIT
    with pytest.raises(Failure) as refused:
        hand.desk.grouping.add_pages(replace(kelompok, pages=31), [b"\xff\xd8\xff"] * 2)
    assert refused.value == Failure(FailureCode.TOO_MANY_PAGES, most=32)
    signed = hand.sign(kelompok)
    assert (signed.pages, hand.desk.grouping.drop_pages(signed).pages, rows_kept(hand.desk)) == (
        1,
        0,
        [1, 1, 0],
    )


def test_a_list_beyond_every_measure_is_refused(
    hand: GroupHand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("perisai_desktop.services.list_files.MOST_LINES", 3)
    with pytest.raises(Failure) as refused:
        hand.take(write_csv(tmp_path / "daftar.csv", [person(number) for number in range(1, 6)]))
    assert refused.value == Failure(FailureCode.LIST_TOO_LONG, most=3)
