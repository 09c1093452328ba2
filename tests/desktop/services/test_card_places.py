"""The village of a card among all villages: found with slips, never guessed among several."""

from collections.abc import Iterator

import pytest

from perisai_desktop.domain.card_reading import CardReading, ReadField, ReadingEnd
from perisai_desktop.services.card_places import with_village
from perisai_desktop.services.reference_files import open_places
from perisai_desktop.storage.places import Places


@pytest.fixture(scope="module")
def places() -> Iterator[Places]:
    opened = open_places()
    yield opened
    opened.close()


def _read(**names: str) -> CardReading:
    return CardReading(ReadingEnd.READ, {name: ReadField(text, 0.99, None) for name, text in names.items()})


def _village(places: Places, **names: str) -> tuple[str, bool] | None:
    fields = with_village(_read(**names), places).fields
    assert not {"district", "regency", "province"} & fields.keys()
    return (fields["village"].value, fields["village"].doubtful) if "village" in fields else None


CARD = {
    "village": "Sekarwangi",
    "district": "Cibadak",
    "regency": "Kabupaten Sukabumi",
    "nik": "3202091408900004",
}


def test_names_read_letter_for_letter_are_sure(places: Places) -> None:
    code, doubtful = _village(places, **CARD) or ("", True)
    place = places.place(code)
    assert place is not None
    assert (place.village, place.district, place.regency) == ("Sekarwangi", "Cibadak", "Kab. Sukabumi")
    assert not doubtful


@pytest.mark.parametrize(
    "changed",
    [
        {"village": "Sekarwanqi"},
        {"village": "Sekarwang"},
        {"district": "Cibadah"},
        {"regency": "Kabupaten Sukabuml"},
    ],
)
def test_a_slip_is_forgiven_and_a_slip_in_the_names_doubted(places: Places, changed: dict[str, str]) -> None:
    sure = _village(places, **CARD)
    assert sure is not None
    assert _village(places, **{**CARD, **changed}) == (sure[0], "regency" not in changed)


@pytest.mark.parametrize(
    "changed",
    [{"village": "Wangunreja Hilir"}, {"district": "Ujung Berung"}, {"regency": "Kota Jayapura"}],
)
def test_another_name_is_no_slip(places: Places, changed: dict[str, str]) -> None:
    assert _village(places, **{**CARD, **changed}) is None


def test_without_a_district_no_village_is_told(places: Places) -> None:
    assert _village(places, village="Sukamaju", nik="3202091408900004") is None


def test_where_two_fit_none_is_told(places: Places) -> None:
    class Twins:
        def search(self, text: str, limit: int = 20):  # type: ignore[no-untyped-def]
            return places.search("Sekarwangi Cibadak Sukabumi", 1) + tuple(
                type(place)(
                    f"{place.code[:-1]}9", place.village, place.district, place.regency, place.province
                )
                for place in places.search("Sekarwangi Cibadak Sukabumi", 1)
            )

    assert "village" not in with_village(_read(**CARD), Twins()).fields


def test_what_is_no_place_stays_as_it_is(places: Places) -> None:
    reading = _read(**CARD, name="Budi Santoso")
    kept = with_village(reading, places).fields
    assert (kept["name"], kept["nik"]) == (reading.fields["name"], reading.fields["nik"])
