"""Phones, names, numbers copied from papers, occupations and regions: one form for what is typed in many."""

import pytest

from sync.rules.names import name_key, search_words
from sync.rules.numbers_on_paper import normal_billing_code, normal_kpj, practice_kpj
from sync.rules.phones import normal_phone
from sync.rules.regions import Place, regency_label, urban_village
from tests.support.reference_data import reference


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("081234567890", "081234567890"),
        ("+6281234567890", "081234567890"),
        ("+62 812-3456-7890", "081234567890"),
        ("(0812) 3456.7890", "081234567890"),
        ("0812345678", "0812345678"),
        ("0812345678901", "0812345678901"),
        ("081234567", None),
        ("08123456789012", None),
        ("6281234567890", None),
        ("+62081234567", None),
        ("0212345678", None),
        ("12345", None),
        ("", None),
        ("08123456789a", None),
    ],
)
def test_phones(text: str, phone: str | None) -> None:
    assert normal_phone(text) == phone


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Ma'rifah N", "marifahn"),
        ("MA’RIFAH  N.", "marifahn"),
        ("René 2", "rene"),
        ("", ""),
        ("I Gusti Ngurah-Rai", "igustingurahrai"),
    ],
)
def test_names_have_one_key(name: str, key: str) -> None:
    assert name_key(name) == key


def test_places_are_searched_by_plain_words() -> None:
    assert search_words("Pa'rasangang Beru") == ["parasangang", "beru"]
    assert search_words("Tiga-puluh Ilir (II)") == ["tiga", "puluh", "ilir", "ii"]
    assert search_words("  ") == []


def test_numbers_on_paper() -> None:
    assert normal_kpj("12-345678901") == "12345678901"
    assert normal_kpj("1234567890") is None
    assert practice_kpj("00012345678")
    assert not practice_kpj("12345678901")
    assert normal_billing_code("1234 5678") == "12345678"
    assert normal_billing_code("1234567") is None
    assert normal_billing_code("1" * 21) is None
    assert normal_billing_code("1234567A") is None


def test_occupations_are_found_by_their_name_in_any_case() -> None:
    book = reference().occupations
    assert len(book.all) == 124
    found = book.find("  ojek   PANGKALAN ")
    assert found is not None
    assert (found.name, found.transport) == ("Ojek Pangkalan", True)
    assert book.find("Ojek") is None
    assert book.find("") is None
    assert sum(occupation.transport for occupation in book.all) == 13
    assert [o.name for o in book.all if o.note] == ["Pelaut"]


@pytest.mark.parametrize(
    ("official", "label"),
    [
        ("Kabupaten Sukabumi", "Kab. Sukabumi"),
        ("Kota Bandung", "Kota Bandung"),
        ("Kabupaten Administrasi Kepulauan Seribu", "Kab. Adm. Kepulauan Seribu"),
        ("Kota Administrasi Jakarta Pusat", "Kota Adm. Jakarta Pusat"),
    ],
)
def test_regencies_on_screen(official: str, label: str) -> None:
    assert regency_label(official) == label


def test_a_place_is_shown_with_its_parents() -> None:
    desa = Place("32.02.10.2006", "Sukamaju", "Cikembar", "Kab. Sukabumi", "Jawa Barat")
    assert desa.label == "Desa Sukamaju, Kec. Cikembar, Kab. Sukabumi, Jawa Barat"
    assert desa.parents == "Kec. Cikembar, Kab. Sukabumi, Jawa Barat"
    assert (
        Place("32.73.02.1004", "Dago", "Coblong", "Kota Bandung", "Jawa Barat").village_label == "Kel. Dago"
    )
    assert urban_village("32.73.02.1004")
    assert not urban_village("32.02.10.2006")
