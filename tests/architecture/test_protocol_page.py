"""The rules of the protocol's page can be named by their number: each has one of its own, and they rise."""

import re

from tests.architecture.tree import ROOT

PAGE = ROOT / "sync" / "README.md"
RECIPE = "## A new kind or version"
RULE = re.compile(r"^(\d+)([a-z]?)\. ", re.MULTILINE)


def numbers(page: str) -> list[tuple[int, str]]:
    return [(int(found[1]), found[2]) for found in RULE.finditer(page.partition(RECIPE)[0])]


def test_every_rule_has_a_number_of_its_own_and_they_rise() -> None:
    found = numbers(PAGE.read_text(encoding="utf-8"))
    assert found[0] == (1, "")
    assert found == sorted(set(found))
    assert {number for number, _ in found} == set(range(1, found[-1][0] + 1))


def test_a_number_given_twice_is_seen() -> None:
    assert numbers("1. One\n2. Two\n2. Three\n") == [(1, ""), (2, ""), (2, "")]
