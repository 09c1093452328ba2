"""Finding a place as one types, and regions by code, over all 83,762 villages."""

import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import sqlcipher3.dbapi2
from hypothesis import given
from hypothesis import strategies as st

from perisai_desktop.storage.places import Places, searching_driver
from sync.rules.names import search_words
from sync.rules.regions import Gazetteer, Place
from tests.support.reference_data import REFERENCE_FOLDER

REGIONS = REFERENCE_FOLDER / "regions.sqlite"


@cache
def opened() -> Places:
    """The places of the checkout."""
    return Places.open(REGIONS)


@cache
def every_code() -> tuple[str, ...]:
    """The codes of all villages."""
    connection = sqlite3.connect(f"{REGIONS.as_uri()}?mode=ro", uri=True)
    codes = tuple(code for (code,) in connection.execute("SELECT code FROM village ORDER BY code"))
    connection.close()
    return codes


def found(text: str, limit: int = 20) -> list[str]:
    """The labels of what is found."""
    return [place.label for place in opened().search(text, limit)]


def begins(place: Place, typed: str) -> bool:
    """Whether some word of the place begins with a typed word; a name can be typed as one word."""
    names = [search_words(name) for name in (place.village, place.district, place.regency, place.province)]
    return any(word.startswith(typed) for words in names for word in (*words, "".join(words)))


def fits(place: Place, words: list[str]) -> bool:
    """Whether the place has all words, or its name begins with the first or last few of them and it has the rest."""
    if all(begins(place, word) for word in words):
        return True
    name = "".join(search_words(place.village))
    halves = [(words[:split], words[split:]) for split in range(len(words) + 1)]
    splits = [*halves, *((after, before) for before, after in halves)]
    return any(
        beginning and name.startswith("".join(beginning)) and all(begins(place, word) for word in rest)
        for beginning, rest in splits
    )


def test_an_exact_name_comes_before_longer_ones() -> None:
    villages = [place.village for place in opened().search("dago", 20)]
    assert villages[:3] == ["Dago", "Dago", "Dagokebo"]


def test_words_are_found_in_any_order_and_half_typed() -> None:
    dago = "Kel. Dago, Kec. Coblong, Kota Bandung, Jawa Barat"
    for typed in (
        "dago coblong",
        "coblong dago",
        "DAGO Kota Bandung",
        "kota band dago",
        "jawa barat dago cob",
    ):
        assert found(typed)[0] == dago


def test_names_with_parents_come_before_parents_alone() -> None:
    results = opened().search("menteng jakarta pusat", 20)
    assert results[0].village == "Menteng"
    assert {place.district for place in results[1:4]} == {"Menteng"}


def test_a_name_of_several_words_can_be_typed_as_one_and_a_single_one_as_two() -> None:
    together = found("airtawarbarat")
    assert together[0] == found("air tawar barat")[0]
    assert together[0].startswith("Kel. Air Tawar Barat, Kec. Padang Utara, Kota Padang")
    assert found("suka maju cikembar")[0] == "Desa Sukamaju, Kec. Cikembar, Kab. Sukabumi, Jawa Barat"


def test_levels_may_be_typed_too() -> None:
    cikembar = "Desa Sukamaju, Kec. Cikembar, Kab. Sukabumi, Jawa Barat"
    assert found("desa sukamaju kec. cikembar kabupaten sukabumi prov jawa barat")[0] == cikembar
    assert found("sukamaju cikembar kabupat")[0] == cikembar
    assert found("desa") == found("desa", 20)
    assert all("desa" in label.casefold() for label in found("desa"))


def test_apostrophes_and_accents_are_left_out() -> None:
    assert found("parasangang") == found("pa'rasangang") == found("Pa’rasangang")
    assert found("parasangang")[0].startswith("Desa Pa'rasangang Beru, Kec. Galesong")


@pytest.mark.parametrize("typed", ["35.14.06.2008", "3514062008", " 35 14 06 2008 "])
def test_a_place_is_found_by_its_code(typed: str) -> None:
    assert [place.code for place in opened().search(typed)] == ["35.14.06.2008"]


@pytest.mark.parametrize(
    ("typed", "beginning"), [("3514", "35.14."), ("35.14.06", "35.14.06."), ("3514062", "35.14.06.2")]
)
def test_a_code_can_be_half_typed(typed: str, beginning: str) -> None:
    codes = [place.code for place in opened().search(typed, 5)]
    assert len(codes) == 5
    assert codes == sorted(codes)
    assert all(code.startswith(beginning) for code in codes)


@pytest.mark.parametrize(
    "typed", ["", "   ", "-- ''", "zzzzzz", "sukamaju zzzzzz", "9999999999", '"', "dago OR", "* ("]
)
def test_what_finds_nothing_finds_nothing(typed: str) -> None:
    assert opened().search(typed) == ()


def test_the_limit_holds() -> None:
    assert len(opened().search("s", 7)) == 7
    assert len(opened().search("jawa", 20)) == 20


def test_repeated_names_are_told_apart_by_their_parents() -> None:
    labels = found("sukamaju", 50)
    assert len(set(labels)) == len(labels) == 50
    assert (
        sum(label.startswith(("Desa Sukamaju,", "Kel. Sukamaju,", "Desa Suka Maju,")) for label in labels)
        > 40
    )


@given(st.integers(0, 83_761))
def test_every_village_is_found_by_its_name_and_parents(index: int) -> None:
    place = opened().place(every_code()[index])
    assert place is not None
    results = opened().search(f"{place.village} {place.district} {place.regency} {place.province}", 20)
    assert place in results
    assert opened().search(place.code) == (place,)


@given(st.integers(0, 83_761), st.integers(1, 12), st.integers(1, 6))
def test_what_is_found_has_every_word(index: int, of_village: int, of_district: int) -> None:
    place = opened().place(every_code()[index])
    assert place is not None
    words = [*search_words(place.district[:of_district]), *search_words(place.village[:of_village])]
    results = opened().search(" ".join(words), 10)
    assert len(set(results)) == len(results)
    assert all(fits(result, words) for result in results)


@given(st.text(max_size=30))
def test_no_typing_breaks_the_search(text: str) -> None:
    assert len(opened().search(text, 5)) <= 5


def test_it_is_a_gazetteer() -> None:
    gazetteer: Gazetteer = opened()
    place = gazetteer.place("32.73.02.1004")
    assert place == Place("32.73.02.1004", "Dago", "Coblong", "Kota Bandung", "Jawa Barat")
    assert gazetteer.place("32.73.02.9999") is None
    assert gazetteer.place("dago") is None
    assert gazetteer.regency_known("32.02")
    assert not gazetteer.regency_known("91.01")
    assert gazetteer.regency_name("32.02") == "Kab. Sukabumi"
    assert gazetteer.regency_name("99.99") is None
    assert gazetteer.district_known("32.02.08")
    assert not gazetteer.district_known("32.02.99")


@pytest.fixture
def through_the_stores_driver() -> Iterator[Places]:
    places = Places.open(REGIONS, searching_driver(frozenset()))
    yield places
    places.close()


def test_the_stores_driver_gives_the_same_answers(through_the_stores_driver: Places) -> None:
    for typed in ("dago coblong", "sukamaju", "35.14.06", "kabupaten sukabumi"):
        assert through_the_stores_driver.search(typed) == opened().search(typed)


def test_the_standard_library_is_taken_where_it_can_search_text() -> None:
    assert searching_driver({"ENABLE_FTS5"}) is sqlite3
    assert searching_driver(()) is sqlcipher3.dbapi2


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        Places.open(tmp_path / "regions.sqlite")


def test_the_file_cannot_be_changed() -> None:
    places = Places.open(REGIONS)
    with pytest.raises(sqlite3.OperationalError):
        places._connection.execute("DELETE FROM village")
    places.close()
