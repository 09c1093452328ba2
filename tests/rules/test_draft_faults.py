"""A draft of a branch's settings: what is wrong is told by code and place, all of it at once."""

import copy
import json
from datetime import date
from typing import Any

import pytest

from sync.rules.draft_faults import EDITABLE, draft_faults
from sync.rules.occupations import Occupation, OccupationBook
from tests.support.reference_data import REFERENCE_FOLDER, reference

TODAY = date(2026, 11, 22)


def documents() -> dict[str, Any]:
    """The editable files as they are published."""
    return {name: json.loads((REFERENCE_FOLDER / name).read_bytes()) for name in EDITABLE}


def codes(drafted: dict[str, Any], on: date = TODAY) -> list[tuple[str, str]]:
    return [(fault.code, fault.place) for fault in draft_faults(drafted, reference(), on, TODAY)]


def raised() -> dict[str, Any]:
    """A second table from January on, and the old one ended."""
    drafted = documents()
    old = drafted["tariff.json"]["tables"][0]
    new = copy.deepcopy(old) | {"version": "BPU-2027", "first": "2027-01"}
    old["last"] = "2026-12"
    drafted["tariff.json"]["tables"].append(new)
    return drafted


def relief(**fields: Any) -> dict[str, Any]:
    first: dict[str, Any] = documents()["reliefs.json"]["reliefs"][0]
    return first | {"code": "new", "first": "2028-01", "last": "2028-03"} | fields


def test_what_is_published_is_without_a_fault() -> None:
    assert codes(documents()) == codes(raised()) == []


def test_a_day_that_is_over_and_a_missing_file() -> None:
    drafted = documents()
    del drafted["consent.json"]
    assert codes(drafted, date(2026, 11, 21)) == [("in_force_past", "2026-11-21"), ("file_missing", "")]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda old, new: old.update(last=None), "tariff_end_missing"),
        (lambda old, new: old.update(last="2027-01"), "tariff_overlaps"),
        (lambda old, new: old.update(last="2026-11"), "tariff_hole"),
        (lambda old, new: new.update(last="2030-01"), "tariff_newest_ends"),
        (lambda old, new: new["brackets"].reverse(), "brackets_not_rising"),
        (lambda old, new: new["brackets"].pop(0), "brackets_not_rising"),
        (lambda old, new: old["brackets"][0].update(jkm=7_000), "tariff_changed"),
        (lambda old, new: new.pop("first"), "malformed"),
        (lambda old, new: new.update(version="BPU 2027"), "tariff_version_malformed"),
        (lambda old, new: new["brackets"][0].update(bracket=0), "bracket_numbers"),
        (lambda old, new: new["brackets"][0].update(bracket=2), "bracket_numbers"),
    ],
)
def test_tables_follow_one_another_and_stay_as_they_were(change: Any, code: str) -> None:
    drafted = raised()
    change(*drafted["tariff.json"]["tables"])
    assert code in dict(codes(drafted))


def test_tables_that_are_twice_end_early_or_are_gone() -> None:
    drafted = raised()
    drafted["tariff.json"]["tables"][1].update(version="BPU-2015", last="2026-06")
    found = codes(drafted)
    assert ("tariff_version_twice", "BPU-2015") in found
    assert ("tariff_ends_before_start", "BPU-2015") in found
    drafted["tariff.json"]["tables"] = []
    assert codes(drafted) == [("tariff_missing", ""), ("tariff_changed", "BPU-2015")]
    drafted["tariff.json"] = {}
    assert codes(drafted) == [("malformed", "tables")]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"last": "2027-12"}, "relief_ends_before_start"),
        ({"programmes": []}, "relief_for_nobody"),
        ({"payers": []}, "relief_for_nobody"),
        ({"paid_numerator": 3, "paid_denominator": 7}, "relief_not_whole_rupiah"),
        ({"paid_numerator": 2}, "relief_share"),
        ({"transport": "everybody"}, "malformed"),
        ({"code": "pp50-2025"}, "relief_code_twice"),
        ({"code": "PP 50/2027"}, "relief_code_malformed"),
        ({"first": "2027-03"}, "relief_overlaps"),
        ({"first": "2026-12", "last": "2026-12", "transport": False}, "relief_overlaps"),
        ({"first": "2026-05", "last": "2026-05", "transport": None}, "relief_overlaps"),
    ],
)
def test_reliefs_are_for_somebody_in_months_of_their_own(fields: dict[str, Any], code: str) -> None:
    drafted = documents()
    drafted["reliefs.json"]["reliefs"].append(relief(**fields))
    assert code in dict(codes(drafted))


def test_reliefs_side_by_side_do_not_overlap() -> None:
    drafted = documents()
    rows = drafted["reliefs.json"]["reliefs"]
    rows.append(relief(first="2027-01", payers=["village_budget"]))
    rows.append(relief(code="newer", first="2027-01", programmes=["JHT"]))
    assert codes(drafted) == []


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"hotlin": "175"}, ("setting_unknown", "hotlin")),
        ({"fields": []}, ("malformed", "fields")),
        ({"fields": {"shoe_size": "off"}}, ("field_unknown", "shoe_size")),
        ({"fields": {"nik": "optional"}}, ("field_always_required", "nik")),
        ({"fields": {"bank_holder": "off"}}, ("field_part_of_other", "bank_holder")),
        ({"fields": {"email": "maybe"}}, ("malformed", "email")),
        ({"fields": {"email": []}}, ("malformed", "email")),
        ({"public_host": "elsewhere.example"}, ("host_changed", "public_host")),
        ({"hotline": "021\n1"}, ("hotline_malformed", "hotline")),
        ({"undeposited_red_days": 31}, ("limit_out_of_range", "undeposited_red_days")),
        ({"undeposited_alert_days": 9}, ("alert_after_red", "undeposited_alert_days")),
        ({"months_offered": [3, 1]}, ("months_not_allowed", "months_offered")),
        ({"months_offered": []}, ("months_not_allowed", "months_offered")),
        ({"months_offered": [1, 13]}, ("months_not_allowed", "months_offered")),
        ({"hotline": " "}, ("hotline_malformed", "hotline")),
        ({"hotline": "1" * 31}, ("hotline_malformed", "hotline")),
        ({"hotline": 175}, ("malformed", "hotline")),
    ],
)
def test_settings_stay_within_what_helps(fields: dict[str, Any], found: tuple[str, str]) -> None:
    drafted = documents()
    drafted["settings.json"].update(fields)
    assert codes(drafted) == [found]


def test_a_limit_tells_its_range() -> None:
    drafted = documents()
    drafted["settings.json"]["checks"]["phone_workers"] = 0
    (fault,) = draft_faults(drafted, reference(), TODAY, TODAY)
    assert (fault.place, fault.least, fault.most) == ("checks.phone_workers", 1, 100)


def test_fields_may_be_required_or_turned_off() -> None:
    drafted = documents()
    drafted["settings.json"]["fields"] = {"email": "required", "kk": "off", "nik": "required"}
    assert codes(drafted) == []


def test_an_occupation_is_found_however_the_branch_set_its_spaces() -> None:
    book = OccupationBook((Occupation("Tukang  Becak ", transport=True),))
    assert book.find(" tukang becak") is book.all[0]


def test_occupations_and_the_text_that_is_read_aloud() -> None:
    drafted = documents()
    rows = drafted["occupations.json"]["occupations"]
    rows.append(rows[0] | {"name": f" {rows[0]['name'].upper()}"})
    drafted["consent.json"]["declaration"] += " Sungguh."
    assert codes(drafted) == [
        ("occupation_twice", rows[0]["name"].casefold()),
        ("consent_version_kept", drafted["consent.json"]["version"]),
    ]
    long = rows[0] | {"name": "x" * 101}
    drafted["occupations.json"]["occupations"] = [*rows[:-1], long]
    drafted["consent.json"]["version"] = "2027 a"
    assert codes(drafted) == [("occupation_too_long", "x" * 100), ("consent_code_malformed", "")]
    odd = ["Tukang\u202abecak", "Tukang\tbecak", "  "]
    drafted["occupations.json"]["occupations"] = [
        *rows[:-1],
        *(rows[0] | {"name": name} for name in odd),
    ]
    drafted["consent.json"].update(version="2027.1", language="indonesia")
    assert codes(drafted) == [*(("malformed", name) for name in odd), ("consent_code_malformed", "")]
    drafted["occupations.json"]["occupations"] = []
    drafted["consent.json"].update(language="id", purposes=[])
    assert codes(drafted) == [("occupations_missing", ""), ("consent_without_purposes", "")]
    gone, *kept = rows[:-1]
    drafted["occupations.json"]["occupations"] = kept
    assert codes(drafted)[0] == ("occupation_removed", gone["name"])
    kept[0] |= {"former": [gone["name"]], "last": "2026-12"}
    drafted["consent.json"] = documents()["consent.json"]
    assert codes(drafted) == []
    drafted["consent.json"] = {}
    drafted["occupations.json"] = {}
    assert codes(drafted) == [("malformed", "occupations"), ("malformed", "version")]
