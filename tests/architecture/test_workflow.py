"""The workflows: pinned actions, least rights, and nothing called that the command file does not know."""

import re
from pathlib import Path

import pytest

import dev
from tests.architecture.tree import ROOT
from tests.support.freezing.building import options

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_sound(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "\t" not in text
    assert [line for line in text.splitlines() if (len(line) - len(line.lstrip(" "))) % 2] == []
    assert [
        word for word in ("name:", "on:", "permissions:", "jobs:") if f"\n{word}" not in f"\n{text}"
    ] == []
    assert "permissions:\n  contents: read\n" in text
    used = re.findall(r"uses: (\S+)(.*)", text)
    assert used
    assert [action for action, _ in used if not re.search(r"@[0-9a-f]{40}$", action)] == []
    assert [action for action, version in used if not re.fullmatch(r" # v\d+\.\d+\.\d+", version)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_calls_verbs_that_exist(path: Path) -> None:
    called = re.findall(r"(py|python3) dev\.py (\w+)([^\n]*)", path.read_text(encoding="utf-8"))
    assert {verb for _, verb, _ in called} <= set(dev.VERBS)
    assert {("py", "test"), ("py", "build")} <= {(python, verb) for python, verb, _ in called}
    for _, verb, rest in called:
        if verb == "build":
            assert options(rest.split()).out
