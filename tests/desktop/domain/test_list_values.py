"""Heads and cells of somebody's list, read as one would type them into the form."""

from datetime import UTC, date, datetime

import pytest

from perisai_desktop.domain.list_columns import FIELDS, HEAD_WORDS, guess, known_heads
from perisai_desktop.domain.list_values import Cell, form_of_cells, place_words, text_of


@pytest.mark.parametrize("field", FIELDS)
def test_every_head_leads_to_its_field(field: str) -> None:
    for words in HEAD_WORDS[field]:
        assert guess([words.title()]) == {field: 0}


def test_heads_that_say_more_are_found_and_each_field_once() -> None:
    heads = ["No.", "N I K", "Nama Lengkap (sesuai KTP)", "Tgl. Lahir", "Nama Ibu Kandung", "Nama", "Catatan"]
    assert guess(heads) == {"name": 5, "birth_date": 3, "mother_name": 4}
    assert guess(["NIK (16 digit)", "No. KTP", "Nomor HP/WA aktif"]) == {"nik": 1, "phone": 2}
    assert guess(["Kolom", "", "Keterangan"]) == {}
    assert known_heads(["NIK", "Nama", "No KTP", "Lain"]) == 2


@pytest.mark.parametrize(
    ("field", "cell", "typed"),
    [
        ("nik", "3202-0814 0890.0004", "3202-0814 0890.0004"),
        ("nik", 3202081408900004, "3202081408900004"),
        ("nik", 3202081408900010, "320208140890001"),
        ("nik", 3.20208140890001e15, "320208140890001"),
        ("nik", 320208140890, "320208140890"),
        ("phone", 81234567890, "081234567890"),
        ("phone", 6281234567890, "+6281234567890"),
        ("phone", "81234567890", "81234567890"),
        ("phone", 12345, "12345"),
        ("name", "\xa0Ma'rifah\xa0", "Ma'rifah"),
        ("name", None, ""),
        ("name", True, ""),
        ("income", 1_100_000.0, "1100000"),
        ("income", 1_100_000.5, "1100000.5"),
        ("income", "Rp1.100.000,-", "Rp1.100.000"),
        ("income", "1,100,000", "1100000"),
        ("income", "1.100.000,00", "1.100.000"),
        ("sex", "Laki-laki", "L"),
        ("sex", "PEREMPUAN", "P"),
        ("sex", "x", "x"),
        ("village", "3202102006", "32.02.10.2006"),
        ("village", 3202102006, "32.02.10.2006"),
        ("village", "32.02.10.2006", "32.02.10.2006"),
        ("offer", "JKK, JKM dan JHT", "JKK, JKM dan JHT"),
        ("offer", "jkk jkm", "JKK+JKM"),
        ("offer", "JHT-JKK-JKM", "JKK+JKM+JHT"),
        ("offer", "JKK", "JKK"),
        ("birth_date", datetime(1990, 8, 14, tzinfo=UTC), "1990-08-14"),
        ("birth_date", date(1990, 8, 14), "1990-08-14"),
        ("birth_date", "14 Agustus 1990", "1990-08-14"),
        ("birth_date", "31 Februari 1990", "31 Februari 1990"),
        ("birth_date", "14 Foo 1990", "14 Foo 1990"),
        ("birth_date", "Agustus 1990", "Agustus 1990"),
        ("birth_date", "14/08/1990", "14/08/1990"),
        ("first_month", date(2026, 11, 1), "2026-11"),
        ("first_month", "11/2026", "2026-11"),
        ("first_month", "Nopember 2026", "2026-11"),
        ("first_month", "2026-11", "2026-11"),
        ("first_month", "Foo 2026", "Foo 2026"),
        ("months", "3 bulan", "3"),
        ("months", 3, "3"),
        ("months", "tiga", "tiga"),
        ("rt", 8, "8"),
    ],
)
def test_a_cell_is_read_as_typed(field: str, cell: Cell, typed: str) -> None:
    assert getattr(form_of_cells((cell,), {field: 0}), field) == typed


def test_what_a_line_does_not_reach_is_empty() -> None:
    columns = {"nik": 0, "name": 3, "village": 1, "district": 2, "regency": 9}
    form = form_of_cells(("1", "Sukamaju", "Cibadak"), columns)
    assert (form.nik, form.name, form.village) == ("1", "", "Sukamaju")
    assert place_words(("1", "Sukamaju", "Cibadak"), columns) == ("Sukamaju", "Cibadak", "")
    assert text_of(12.0) == "12"
