"""Which value is found behind which label, however the card lies and the machine cuts its lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perisai_desktop.reading.card_labels import CardLabel, cut_label, distance
from perisai_desktop.reading.card_layout import find_values
from tests.support.cards.writing import line, rows, turned

CARD = rows(
    ("NIK", ": 3202081408900004"),
    ("Nama", ": BUDI SANTOSO"),
    ("Tempat/Tgl Lahir", ": SUKABUMI, 14-08-1990"),
    ("Jenis Kelamin", ": LAKI-LAKI"),
    ("Alamat", ": KP. CIKARET"),
    ("RT/RW", ": 003/004"),
    ("Kel/Desa", ": SUKAMAJU"),
    ("Kecamatan", ": CIBADAK"),
    ("Agama", ": ISLAM"),
    ("Status Perkawinan", ": KAWIN"),
)
ABOVE = [line("PROVINSI JAWA BARAT", 330, 80), line("KABUPATEN SUKABUMI", 330, 116)]
BESIDE = [line("Gol. Darah : O", 640, 308), line("SUKABUMI", 800, 488), line("12-03-2018", 800, 524)]


def _texts(lines: object) -> dict[CardLabel, str]:
    return {label: value.text for label, value in find_values(lines).items()}  # type: ignore[arg-type]


@settings(max_examples=15)
@given(st.floats(-12, 12), st.randoms(use_true_random=False))
def test_values_are_found_on_a_card_that_lies_askew(degrees: float, chance: object) -> None:
    lines = turned([*ABOVE, *CARD, *BESIDE], degrees)
    chance.shuffle(lines)  # type: ignore[attr-defined]
    found = _texts(lines)
    assert found[CardLabel.NIK] == "3202081408900004"
    assert found[CardLabel.NAME] == "BUDI SANTOSO"
    assert found[CardLabel.BIRTH] == "SUKABUMI, 14-08-1990"
    assert found[CardLabel.MARITAL] == "KAWIN"
    assert found[CardLabel.PROVINCE] == "JAWA BARAT"
    assert found[CardLabel.REGENCY] == "SUKABUMI"


def test_label_and_value_may_be_one_line() -> None:
    lines = [
        line("NlK:3202081408900004", 40, 200),
        line("NamaBUDI SANTOSO", 40, 236),
        line("Tempat/Tgl Lahir : SUKABUMI, 14-08-1990", 40, 272),
        line("Jenis Kelamin:LAKI-LAKI Gol. Darah:O", 40, 308),
    ]
    assert _texts(lines) == {
        CardLabel.NIK: "3202081408900004",
        CardLabel.NAME: "BUDI SANTOSO",
        CardLabel.BIRTH: "SUKABUMI, 14-08-1990",
        CardLabel.SEX: "LAKI-LAKI Gol. Darah:O",
    }


def test_a_value_in_pieces_is_joined_and_as_sure_as_its_worst_piece() -> None:
    lines = [*CARD, line("PRATAMA", 300 + 15 * 13, 236, confidence=0.61)]
    value = find_values(lines)[CardLabel.NAME]
    assert value.text == "BUDI SANTOSO PRATAMA"
    assert value.confidence == 0.61


def test_an_address_of_two_lines_is_taken_whole() -> None:
    lines = [each for each in CARD if "003" not in each.text and "RT" not in each.text]
    assert _texts([*lines, line("GG. MAWAR", 314, 380)])[CardLabel.ADDRESS] == "KP. CIKARET GG. MAWAR"


def test_what_stands_under_the_portrait_is_nobodys_value() -> None:
    lines = [each for each in CARD if "KAWIN" not in each.text]
    assert CardLabel.MARITAL not in _texts([*lines, *BESIDE])


def test_a_name_that_begins_like_a_label_is_a_name() -> None:
    lines = [each for each in CARD if "BUDI" not in each.text]
    assert _texts([*lines, line("NIKEN AGAMA", 300, 236)])[CardLabel.NAME] == "NIKEN AGAMA"


def test_another_paper_is_no_card() -> None:
    assert find_values([]) == {}
    assert find_values(rows(("NIK", ": 3202081408900004"), ("Nama", ": BUDI"), ("Rp", "16.800"))) == {}


def test_a_card_upside_down_is_none_whatever_a_machine_makes_of_its_labels() -> None:
    assert find_values(list(rows(*[(each.text, "") for each in reversed(CARD) if each.start[0] < 100]))) == {}


def test_a_line_that_looks_like_a_label_out_of_its_order_is_none() -> None:
    found = _texts([*CARD, line("Nama", 40, 560), line("AGUS", 300, 560)])
    assert found[CardLabel.NAME] == "BUDI SANTOSO"


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("NIK : 32", CardLabel.NIK, "32"),
        ("N1K 32", CardLabel.NIK, "32"),
        ("Tempat/Tgi Lahlr:MEDAN", CardLabel.BIRTH, "MEDAN"),
        ("Jenis Kelarnin", CardLabel.SEX, ""),
        ("Kecamatan CIBADAK", CardLabel.DISTRICT, "CIBADAK"),
        ("KeI/Desa:SUKAMAJU", CardLabel.VILLAGE, "SUKAMAJU"),
        ("StatusPerkawinan:BELUM KAWIN", CardLabel.MARITAL, "BELUM KAWIN"),
    ],
)
def test_labels_are_known_with_slips(text: str, label: CardLabel, rest: str) -> None:
    cut = cut_label(text)
    assert cut is not None
    assert (cut.label, cut.rest) == (label, rest)


@pytest.mark.parametrize(
    "text", ["", ":", "BUDI SANTOSO", "ISLAM", "NIKEN SARI", "WIRASWASTA", "SEUMUR HIDUP"]
)
def test_values_are_no_labels(text: str) -> None:
    assert cut_label(text) is None


@given(st.text("ABC", max_size=6), st.text("ABC", max_size=6))
def test_distance_is_a_distance(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) is (one == other)
    assert abs(len(one) - len(other)) <= distance(one, other) <= max(len(one), len(other))
