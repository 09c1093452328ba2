"""No failure is foretold that nothing raises a test for, and none is raised without what its sentences fill in."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from dev import ROOT
from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.failure_words import FAILURES

_MENTION = re.compile(r"FailureCode\.([A-Z_]+)\b")


def _sources(folder: str) -> Iterator[Path]:
    return (ROOT / folder).rglob("*.py")


def _raised() -> dict[str, list[frozenset[str]]]:
    """The names of the data that each code carries, for every place where the desktop makes such a failure."""
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    for path in _sources("perisai_desktop"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id != "Failure" or not node.args:
                continue
            data = frozenset(word.arg for word in node.keywords if word.arg is not None)
            for name in _MENTION.findall(ast.unparse(node.args[0])):
                found[name].append(data)
    return found


def _filled_in(code: FailureCode) -> frozenset[str]:
    parts = (part for sentence in FAILURES[code] for part in Formatter().parse(sentence))
    return frozenset(name for _, name, _, _ in parts if name)


def test_every_code_is_met_in_a_test() -> None:
    met = {name for path in _sources("tests") for name in _MENTION.findall(path.read_text(encoding="utf-8"))}
    assert sorted({code.name for code in FailureCode} - met) == []


def test_every_failure_carries_what_its_sentences_fill_in() -> None:
    raised = _raised()
    assert len(raised) > 20
    lacking = {
        name: sorted(_filled_in(FailureCode[name]) - data)
        for name, places in raised.items()
        for data in places
        if _filled_in(FailureCode[name]) - data
    }
    assert lacking == {}


def test_what_is_filled_in_stands_beside_the_code() -> None:
    source = (ROOT / "perisai_desktop/domain/failure.py").read_text(encoding="utf-8")
    lines = {line.split(" = ")[0].strip(): line for line in source.splitlines() if " = " in line}
    for code in FailureCode:
        for name in _filled_in(code):
            assert re.search(rf"\b{name}\b", lines[code.name].partition("#")[2]), code
