"""Workers are found as somebody types, page by page, and listed by name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perisai_desktop.storage import feed
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.projections import search, words
from perisai_desktop.storage.projections.search import FoundPage
from perisai_desktop.storage.projections.standing import Standing
from sync.rules.names import name_key
from tests.support.sample_bodies import AT, identifier
from tests.support.sample_entries import SampleJournal
from tests.support.stores import card, store_all

NAMES = (
    "Ma'rifah Nasution Wijaya",
    "Siti Aminah",
    "Budi Santoso",
    "Aminah Siti Rahayu",
    "Agus Salim",
    "Ñandú Élan",
)


@pytest.fixture
def market(store: Database) -> Database:
    """Six workers in the order of NAMES; the fifth lives in Karang Anyar by the branch's card."""
    journal = SampleJournal()
    for place, name in enumerate(NAMES):
        journal.enrol(100 + place, nik=f"320804481093{place:04d}", name=name)
    store_all(store, journal)
    late = card(1, 104, name="Agus Salim", nik="3208044810930004", phone="081234567890", paid_until="2026-06")
    feed.apply_page(store, [late], 1, AT)
    return store


def _names(page: FoundPage) -> list[str]:
    return [row.name for row in page.rows]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("marif", [NAMES[0]]),
        ("ma'ri", [NAMES[0]]),
        ("MARIFAH wij", [NAMES[0]]),
        ("siti amin", [NAMES[3], NAMES[1]]),
        ("nandu", [NAMES[5]]),
        ("élan", [NAMES[5]]),
        ("3208 0448 1093 0002", [NAMES[2]]),
        ("320804.481093.0002", [NAMES[2]]),
        ("0812-3456", [NAMES[4]]),
        ("+62 812 345", [NAMES[4]]),
        ("+6281234567890", [NAMES[4]]),
        ("salim karang", [NAMES[4]]),
        ("karang a", [NAMES[4]]),
        ("budi 0002", [NAMES[2]]),
        ("budi siti", []),
        ("rifah", []),
        ("zzz", []),
    ],
)
def test_what_is_typed_finds(market: Database, typed: str, found: list[str]) -> None:
    with market.reading() as session:
        assert _names(search.find(session, typed)) == found


def test_the_end_of_a_nik_finds(market: Database) -> None:
    with market.reading() as session:
        assert NAMES[3] in _names(search.find(session, "0003"))


def test_nothing_typed_lists_by_name_and_pages_through_all(market: Database) -> None:
    expected = sorted(NAMES, key=name_key)
    with market.reading() as session:
        whole = search.find(session, "  ")
        assert _names(whole) == expected
        assert whole.following is None
        seen: list[str] = []
        after: str | None = None
        while True:
            page = search.find(session, "", limit=2, after=after)
            seen += _names(page)
            after = page.following
            if after is None:
                break
        assert seen == expected
        ids = search.listing(session)
        assert [row.name for row in search.page(session, ids)] == expected
        assert search.page(session, (ids[-1], 999, ids[0])) == (whole.rows[-1], whole.rows[0])


def test_pages_of_one_word_have_no_hole_and_no_row_twice(market: Database) -> None:
    with market.reading() as session:
        first = search.find(session, "sukamaju", limit=3)
        assert first.following is not None
        second = search.find(session, "sukamaju", limit=3, after=first.following)
    assert second.following is None
    assert _names(first) + _names(second) == [NAMES[5], NAMES[3], NAMES[2], NAMES[1], NAMES[0]]


def test_standings_and_arrears_filter_and_count(market: Database) -> None:
    today = date(2026, 11, 22)
    feed.apply_page(
        market, [card(2, 50, name="Kartu Saja", nik="3208044810939999", paid_until="2026-06")], 2, AT
    )
    with market.reading() as session:
        found = search.counts(session, today)
        assert found == {
            "all": 7,
            "overdue": 1,
            "unsent": 6,
            "approved": 1,
            "to_fix": 0,
            "waiting": 0,
            "settled": 0,
        }
        assert _names(search.find(session, "", standing=Standing.APPROVED)) == ["Kartu Saja"]
        assert len(search.listing(session, standing=Standing.UNSENT)) == 6
        assert _names(search.find(session, "", overdue_on=today)) == ["Kartu Saja"]
        assert _names(search.find(session, "budi", standing=Standing.UNSENT)) == [NAMES[2]]
        assert _names(search.find(session, "budi", standing=Standing.TO_FIX)) == []


def test_single_workers(market: Database) -> None:
    with market.reading() as session:
        one = search.card(session, identifier(100))
        assert one is not None
        assert (one.name, one.village, one.occupation) == (NAMES[0], "35.14.06.2008", "Ojek Pangkalan")
        assert (str(one.first_month), str(one.paid_until)) == ("2026-11", "2027-01")
        assert one.standing is Standing.UNSENT
        assert search.by_nik(session, one.nik) == one
        assert search.card(session, identifier(1)) is None
        assert search.phone_known(session, "082787657987", besides=one.worker_id)
        assert search.phone_known(session, "081234567890")
        assert not search.phone_known(session, "081234567890", besides=identifier(104))
        assert not search.phone_known(session, "")
        born = date(1993, 10, 8)
        assert search.likely(session, born, name_key("marifah nasution wijaya"), "1" * 16)
        assert not search.likely(session, born, name_key("marifah nasution wijaya"), one.nik)
        assert not search.likely(session, date(1993, 10, 9), name_key("marifah nasution wijaya"), "1" * 16)


def test_personal_values_stay_out_of_representations(market: Database) -> None:
    with market.reading() as session:
        shown = repr(search.find(session, "").rows)
    assert "Ma'rifah" not in shown
    assert "320804" not in shown


@given(st.text(max_size=40))
def test_nothing_that_can_be_typed_breaks_a_query(typed: str) -> None:
    wanted = words.prefixes(typed)
    assert all(word and set(word) <= set("abcdefghijklmnopqrstuvwxyz0123456789") for word in wanted)
    assert words.match_query(wanted).count("*") == len(wanted)


def test_texts_without_a_word_search_for_nothing() -> None:
    assert words.prefixes("") == words.prefixes(" - ' ") == words.prefixes("+") == ()
    assert words.index_words("", "", "") == ""


@pytest.mark.parametrize("few", [0, 1_000])
def test_few_and_many_of_a_standing_are_found_alike(
    market: Database, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(search, "FEW", few)
    with market.reading() as session:
        first = search.find(session, "a", standing=Standing.UNSENT, limit=2)
        assert _names(first) == [NAMES[4], NAMES[3]]
        rest = search.find(session, "a", standing=Standing.UNSENT, limit=2, after=first.following)
        assert _names(rest) == [NAMES[1]]
        assert _names(search.find(session, "0812 34", standing=Standing.UNSENT)) == [NAMES[4]]
        assert _names(search.find(session, "siti 0003", standing=Standing.UNSENT)) == [NAMES[3]]
        assert search.find(session, "a", standing=Standing.WAITING).rows == ()
