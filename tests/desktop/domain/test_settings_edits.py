"""Edits of a branch's draft leave the documents before as they were."""

import copy
from dataclasses import replace

from perisai_desktop.domain.branch_rules import BranchRules, RulesTrouble
from perisai_desktop.domain.consent_edits import next_version, parts_of, text_to_read, with_part_read
from perisai_desktop.domain.occupation_edits import (
    OccupationForm,
    is_published,
    names_of,
    occupation_form,
    occupations_like,
    occupations_of,
    with_occupation,
    with_occupation_changed,
    without_occupation,
)
from perisai_desktop.domain.relief_edits import (
    ReliefForm,
    relief_form,
    reliefs_of,
    with_relief,
    without_relief,
)
from perisai_desktop.domain.settings_edits import (
    CHOOSABLE,
    number_of,
    use_of,
    with_month_offered,
    with_number,
    with_use,
)
from sync.rules.branch_settings import FieldUse
from tests.support.fake_configuring import documents, draft


def test_the_use_of_a_field() -> None:
    before = documents()
    kept = copy.deepcopy(before)
    after = with_use(with_use(before, "email", FieldUse.REQUIRED), "phone", FieldUse.OFF)
    assert [use_of(before, name) for name in ("email", "phone")] == [FieldUse.OPTIONAL, FieldUse.REQUIRED]
    assert [use_of(after, name) for name in ("email", "phone")] == [FieldUse.REQUIRED, FieldUse.OFF]
    assert before == kept
    assert {"nik", "bank_number"}.isdisjoint(CHOOSABLE)


def test_figures_are_kept_as_typed() -> None:
    after = with_number(with_number(documents(), "checks.voids", "7"), "undeposited_red_days", "x")
    assert (number_of(after, "checks.voids"), after["settings.json"]["checks"]["voids"]) == ("7", 7)
    assert number_of(after, "undeposited_red_days") == "x"
    fewer = with_month_offered(documents(), 12, offered=False)
    assert fewer["settings.json"]["months_offered"] == [1, 3, 6]
    assert with_month_offered(fewer, 2, offered=True)["settings.json"]["months_offered"] == [1, 2, 3, 6]


def test_reliefs_are_added_changed_and_taken_out() -> None:
    before = documents()
    forms = [relief_form(relief) for relief in reliefs_of(before)]
    assert [(form.code, form.paid, form.sector) for form in forms] == [
        ("pp50-2025-t", "50", "transport"),
        ("pp50-2025", "50", "others"),
        ("pp49-2020", "1", "all"),
    ]
    longer = with_relief(before, replace(forms[1], last="2027-06"))
    assert reliefs_of(longer)[1] == {**reliefs_of(before)[1], "last": "2027-06"}
    assert reliefs_of(longer)[2] == reliefs_of(before)[2]
    new = ReliefForm("pp60-2027", "Keringanan", "PP 60/2027", "25", "2027-07", "2027-12")
    added = reliefs_of(with_relief(before, new))[-1]
    assert (added["paid_numerator"], added["paid_denominator"], added["transport"]) == (25, 100, None)
    assert added["programmes"] == ["JKK", "JKM"]
    wider = replace(forms[0], paid="25", full="2", programmes=("JKM",), payers=("village_budget", "self"))
    changed = reliefs_of(with_relief(before, wider))[0]
    assert (changed["paid_numerator"], changed["paid_denominator"]) == (25, 100)
    assert (changed["programmes"], changed["payers"]) == (["JKM"], ["self", "village_budget"])
    assert changed["new_participants_pay_full"] == 2
    assert reliefs_of(with_relief(before, replace(new, full="x")))[-1]["new_participants_pay_full"] == "x"
    assert reliefs_of(with_relief(before, replace(new, paid="x")))[-1]["paid_numerator"] == 100
    assert len(reliefs_of(without_relief(before, "pp50-2025"))) == 2


def test_occupations_are_added_renamed_and_ended_and_published_ones_are_never_lost() -> None:
    before = documents()
    name = occupations_of(before)[0]["name"]
    renamed = with_occupation_changed(before, before, name, OccupationForm("Juru Tulis", last="2026-12"))
    first = occupations_of(renamed)[0]
    assert first == {
        "name": "Juru Tulis",
        "transport": False,
        "note": "",
        "last": "2026-12",
        "former": [name],
    }
    assert occupation_form(first) == OccupationForm("Juru Tulis", False, "2026-12")
    assert occupations_like(renamed, name.lower()) == (first,)
    typo = with_occupation_changed(renamed, before, "Juru Tulis", OccupationForm("Juru Tuliss"))
    assert names_of(occupations_of(typo)[0]) == (name, "Juru Tuliss")
    back = with_occupation_changed(typo, renamed, "Juru Tuliss", OccupationForm(name))
    assert names_of(occupations_of(back)[0]) == (name,)
    sector = with_occupation_changed(before, before, name, OccupationForm(name, transport=True))
    assert occupations_of(sector)[0] == {**occupations_of(before)[0], "transport": True}
    added = with_occupation(before, OccupationForm("Kurir Drone", transport=True))
    assert occupations_of(added)[-1] == {"name": "Kurir Drone", "transport": True, "note": ""}
    assert (is_published(added, "kurir drone"), is_published(before, "Kurir Drone")) == (True, False)
    assert without_occupation(added, "Kurir Drone") == before


def test_another_text_to_read_aloud_gets_another_version_by_itself() -> None:
    before = documents()
    assert list(parts_of(before))[:2] == ["introduction", "enrolment"]
    edited = with_part_read(before, before, "enrolment", "Saya setuju.")
    edited = with_part_read(edited, before, "declaration", "Saya bekerja.")
    text = text_to_read(edited)
    assert (text.version, text.purposes[0].text, text.declaration) == (
        "2026.2",
        "Saya setuju.",
        "Saya bekerja.",
    )
    assert text.required == frozenset({"enrolment", "branch_check"})
    back = edited
    for name in ("enrolment", "declaration"):
        back = with_part_read(back, before, name, parts_of(before)[name])
    assert back == before
    assert [next_version(one) for one in ("2026.9", "9", "a")] == ["2026.10", "10", "a.2"]


def test_what_can_be_published_and_what_is_fine() -> None:
    assert draft().publishable
    assert not draft(differences=()).publishable
    assert BranchRules("1").fine
    assert not BranchRules("1", coming="2").fine
    assert not BranchRules("1", trouble=RulesTrouble.OLDER).fine
