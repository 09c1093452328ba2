"""What the form gets of a card's values, and what is doubted."""

from datetime import date

import pytest

from perisai_desktop.domain.card_reading import Box
from perisai_desktop.reading.card_fields import fields_of
from perisai_desktop.reading.card_layout import find_values
from tests.support.cards.writing import line, rows

TODAY = date(2026, 11, 22)
SIZE = (1000, 800)


def _read(nik: str = "3202081408900004", born: str = "14-08-1990", sex: str = "LAKI-LAKI") -> dict[str, str]:
    return {name: field.value for name, field in _fields(nik, born, sex).items()}


def _fields(nik: str = "3202081408900004", born: str = "14-08-1990", sex: str = "LAKI-LAKI"):  # type: ignore[no-untyped-def]
    lines = rows(
        ("NIK", nik),
        ("Nama", "BUDI SANTOSO"),
        ("Tempat/Tgl Lahir", f"SUKABUMI, {born}"),
        ("Jenis Kelamin", sex),
        ("Alamat", "KP. CIKARET"),
        ("RT/RW", "003/004"),
        ("Kel/Desa", "SUKAMAJU"),
        ("Kecamatan", "CIBADAK"),
        ("Status Perkawinan", "KAWIN"),
    )
    return fields_of(find_values([line("KABUPATEN SUKABUMI", 330, 116), *lines]), SIZE, TODAY)


def test_every_field_is_as_the_form_takes_it() -> None:
    assert _read() == {
        "nik": "3202081408900004",
        "name": "Budi Santoso",
        "birth_place": "Sukabumi",
        "birth_date": "14-08-1990",
        "sex": "L",
        "street": "Kp. Cikaret",
        "rt": "003",
        "rw": "004",
        "village": "Sukamaju",
        "district": "Cibadak",
        "regency": "Kabupaten Sukabumi",
        "marital": "married",
    }


def test_nothing_is_doubted_where_all_agree() -> None:
    assert not [name for name, field in _fields().items() if field.doubtful]


@pytest.mark.parametrize(
    ("changed", "doubted"),
    [
        ({"born": "15-08-1990"}, {"nik", "birth_date"}),
        ({"sex": "PEREMPUAN"}, {"nik", "sex"}),
        ({"nik": "3202081413900004"}, {"nik"}),
        ({"nik": "3202081408900000"}, {"nik"}),
    ],
)
def test_what_contradicts_is_doubted(changed: dict[str, str], doubted: set[str]) -> None:
    assert {name for name, field in _fields(**changed).items() if field.doubtful} == doubted


def test_a_nik_that_lacks_a_digit_is_left_out_and_the_rest_stays() -> None:
    assert "nik" not in _read(nik="320208140890004")
    assert _read(nik="320208140890004")["name"] == "Budi Santoso"


def test_each_field_tells_where_it_stands_on_the_picture() -> None:
    assert _fields()["name"].box == Box(0.3, (236 - 13) / 800, (300 + 12 * 13) / 1000, (236 + 13) / 800)
