"""The ratchet of coverage: who falls is told, who rises is told, and every floor has its room."""

import json

from tests.support.coverage_floor import FLOORS, ROOT, fallen, measured, risen


def _file(run: int, there: int) -> dict[str, dict[str, int]]:
    return {
        "summary": {
            "covered_lines": run - 1,
            "covered_branches": 1,
            "num_statements": there - 2,
            "num_branches": 2,
        }
    }


REPORT = {
    "files": {
        "sync/rules/nik.py": _file(50, 50),
        "sync/rules/cash.py": _file(49, 50),
        "sync/rules_of_thumb.py": _file(1, 50),
    }
}


def test_a_room_is_measured_with_all_below_it() -> None:
    assert measured(REPORT, "sync/rules") == 99.0
    assert measured(REPORT, "sync/rules/nik.py") == 100.0
    assert measured(REPORT, "") == 66.6
    assert measured(REPORT, "gone") == 0.0


def test_a_room_below_its_floor_is_told() -> None:
    assert list(fallen(REPORT, {"sync/rules": 99, "": 66})) == []
    assert list(fallen(REPORT, {"sync/rules": 100, "gone": 1})) == [
        "sync/rules: 99.0 % of lines and branches, the floor is 100 %",
        "gone: 0.0 % of lines and branches, the floor is 1 %",
    ]


def test_a_floor_follows_its_room() -> None:
    assert list(risen(REPORT, {"sync/rules": 97, "": 10})) == [
        "sync/rules: 99.0 %; raise its floor from 97 % to 99 %"
    ]
    assert list(risen(REPORT, {"sync/rules": 98.5})) == []


def test_every_floor_has_its_room() -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert [room for room in floors if not (ROOT / room).exists()] == []
    assert floors[""] >= 90
