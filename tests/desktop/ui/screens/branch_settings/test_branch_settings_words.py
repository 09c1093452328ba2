"""Every fault of a draft and every kind of change has words of its own."""

import re
from dataclasses import replace
from pathlib import Path

from perisai_desktop.domain.branch_settings_book import Difference, DraftProblem
from perisai_desktop.ui.enrolment_words import field_words
from perisai_desktop.ui.screens.branch_settings.difference_words import difference_cells, price_cells
from perisai_desktop.ui.screens.branch_settings.row_words import relief_cells, tariff_cells, version_cells
from perisai_desktop.ui.screens.branch_settings.words import problem_words
from sync.rules import draft_faults, setting_limits
from tests.support.fake_configuring import FIRST, documents, draft

_CODE = re.compile(r"(?:DraftFault|LimitFault)\(\s*\"([a-z_]+)\"")


def codes() -> set[str]:
    sources = (draft_faults, setting_limits)
    text = "".join(Path(str(one.__file__)).read_text(encoding="utf-8") for one in sources)
    return {*_CODE.findall(text), "relief_share"}


def test_every_fault_is_told_in_words() -> None:
    assert {"tariff_end_missing", "relief_overlaps", "limit_out_of_range", "field_unknown"} <= codes()
    for code in codes():
        words = problem_words(DraftProblem(code, "settings.json", "undeposited_red_days", 1, 30))
        assert code not in words
        assert re.fullmatch(r"[A-Z].*[^.{}]", words)
    assert "from 1 to 30" in problem_words(DraftProblem("limit_out_of_range", "", "checks.voids", 1, 30))
    assert problem_words(DraftProblem("field_always_required", "", "nik")).endswith("NIK")


def test_what_changes_is_told_with_its_values() -> None:
    told = {what.text: [then.detail, then.text] for what, then in map(difference_cells, draft().differences)}
    assert told["Table BPU-2027"] == ["until now: –", "from January 2027 on, 33 brackets"]
    assert told["Relief pp50-2025-t"] == [
        "until now: January 2026 – March 2027",
        "January 2026 – June 2027",
    ]
    new = Difference("relief", "pp60", "", "2027-01/2027-06/1:4/JKK/all/self+village_budget/2")
    assert difference_cells(new)[1].text == (
        "January 2027 – June 2027, 25\u00a0% is paid, JKK, Everybody, The worker + Village budget,"
        " months at full price: 2"
    )
    assert told["Months that can be paid at once"] == ["until now: 1, 3, 6, 12", "1, 3"]
    assert told[field_words("email")] == ["until now: May be left empty", "Required"]
    assert told["Voids of one agent"] == ["until now: 3", "5"]
    assert told["Target from January 2027"][0] == "until now: –"
    assert told["Target from January 2027"][1] == "45 enrolled, Rp2.200.000 collected"
    renamed = Difference("occupation", "Ojek", "transport//Ojek", "transport/2026-12/Ojek Daring")
    assert [(cell.text, cell.detail) for cell in difference_cells(renamed)] == [
        ("Occupation Ojek", ""),
        ("offered until: December 2026, Ojek Daring", "until now: offered until: no end, Ojek"),
    ]
    added = Difference("occupation", "Kurir", "", "others//Kurir")
    assert difference_cells(added)[1].text == "Not transport, offered until: no end"
    office = Difference("commission", "office_percent", "10", "12")
    assert difference_cells(office)[0].text == "Commission: office, percent"
    flag = difference_cells(Difference("setting", "village_budget_relief", "no", "yes"))
    assert [cell.text for cell in flag] == ["Relief for the village budget", "Yes"]


def test_rows_are_told() -> None:
    same, dearer, *_others, fresh = draft().prices
    assert [cell.text for cell in price_cells(dearer)] == ["January 2027", "Rp16.800", "Rp18.800"]
    assert price_cells(dearer)[2].strong > price_cells(same)[2].strong
    assert price_cells(fresh)[1].text == "–"
    assert price_cells(replace(dearer, payer="company"))[0].detail.endswith("others · Sponsoring company")
    assert [cell.text for cell in version_cells(FIRST)][2:] == ["Holds", "Ibu Ratna"]
    (table,) = documents()["tariff.json"]["tables"]
    assert tariff_cells(table)[1].text == "from July 2015 on"
    relief = documents()["reliefs.json"]["reliefs"][0]
    assert relief_cells(relief)[2].detail == "Transport alone"
    assert relief_cells(relief | {"first": ""})[1].text == "–"
