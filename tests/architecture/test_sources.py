"""Sizes, names, docstrings and loose ends of the source files, and what may stand at the top of the repository."""

import ast
import re
import string
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.tree import PROGRAMS, ROOT, files, python_files, strangers

LONGEST = 300
SHAPELESS = {"utils", "util", "common", "helpers", "helper", "manager", "managers", "base", "misc"}
TOP = {
    *("perisai_desktop", "resources", "sync", "tests"),
    *("pyproject.toml", "build_installer.spec", "README.md", "LICENSE", "SECURITY.md", "CHANGELOG.md"),
    *("requirements.lock", "dev.py"),
}
SAID = tuple('"""' + letter for letter in string.ascii_letters)
# Put together here so that this file does not hold what it looks for.
MACHINE = re.compile(
    "|".join(
        [
            r"(?<![\w.])/" + place + "/"
            for place in ("work", "root", r"opt/(?:wheels|pypi|pypi-more)", r"home/\w\w+", "var/cache")
        ]
    )
)
REGISTRIES = re.compile(
    "|".join(
        re.escape(".".join(parts))
        for parts in [
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("npmjs", "org"),
            ("npmjs", "com"),
            ("deb", "debian", "org"),
        ]
    )
)
LOOSE = re.compile("|".join(["TO" + "DO", "FIX" + "ME", r"\bX{3}\b", "NotImplemented" + "Error"]))
WAITS = re.compile(r"pytest\.sk" + r"ip|mark\.sk" + r"ip|time\.sl" + r"eep\(|qtbot\.wa" + r"it\(")


def _named(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


def test_the_tree_is_seen() -> None:
    assert len(list(python_files(ROOT / "perisai_desktop"))) > 50
    assert len(list(python_files(ROOT / "sync"))) > 50
    assert ROOT / "dev.py" in set(python_files())
    assert not [path for path in files() if ".venv" in path.parts or "__pycache__" in path.parts]


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert {str(path.relative_to(ROOT)): n for path, n in lengths.items() if n > LONGEST} == {}


def test_every_module_is_named_for_what_it_holds() -> None:
    assert _named([path for path in python_files() if {path.stem, path.parent.name} & SHAPELESS]) == []


def test_every_module_says_what_it_is_for() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in python_files()}
    unlike = [path for path, text in texts.items() if not text.startswith(SAID)]
    assert _named([path for path in unlike if not ast.get_docstring(ast.parse(texts[path]))]) == []


def test_only_the_agreed_names_stand_at_the_top() -> None:
    there = {path.relative_to(ROOT).parts[0] for path in files()}
    assert {name for name in there if not name.startswith(".")} <= TOP


@cache
def _texts() -> list[tuple[Path, str]]:
    read = []
    for path in files():
        raw = path.read_bytes()
        if b"\0" not in raw[:8000]:
            read.append((path, raw.decode("utf-8", errors="replace")))
    return read


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRIES, LOOSE], ids=["machine", "registries", "loose ends"])
def test_no_file_names_a_machine_a_registry_or_work_left_over(pattern: re.Pattern[str]) -> None:
    found = []
    for path, text in _texts():
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in pattern.finditer(text)]
    assert found == []


def test_no_test_skips_or_sleeps() -> None:
    found = [path for path in python_files(ROOT / "tests") if WAITS.search(path.read_text(encoding="utf-8"))]
    assert _named(found) == []


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("see /wor" + "k/main", MACHINE),
        ("/home/" + "maria/x", MACHINE),
        ("https://py" + "pi.org/simple", REGISTRIES),
        ("# TO" + "DO later", LOOSE),
        ("time.sl" + "eep(1)", WAITS),
    ],
)
def test_the_patterns_find_what_they_are_for(text: str, pattern: re.Pattern[str]) -> None:
    assert pattern.search(text)


RULES = ("sync.rules",)
PROTOCOL = (*RULES, "sync.protocol", "pydantic", "cryptography", "zstandard")
DOMAIN = (*RULES, "perisai_desktop.domain")


@pytest.mark.parametrize(
    ("folder", "allowed"),
    [("sync/rules", RULES), ("sync/protocol", PROTOCOL), ("perisai_desktop/domain", DOMAIN)],
)
def test_the_lowest_floors_stand_on_few_stones(folder: str, allowed: tuple[str, ...]) -> None:
    assert list(strangers(ROOT / folder, allowed)) == []


def test_a_stranger_is_found(tmp_path: Path) -> None:
    (tmp_path / "planted.py").write_text(
        "import json\nimport sync.rules.nik\nfrom pydantic import BaseModel\n", encoding="utf-8"
    )
    assert list(strangers(tmp_path, RULES)) == ["planted.py: pydantic"]


def test_programs_are_packages_throughout() -> None:
    # Alembic reads the versions as single files, by their path.
    folders = {
        path.parent
        for name in PROGRAMS
        for path in python_files(ROOT / name)
        if path.parent.name != "versions"
    }
    assert _named(sorted(folder for folder in folders if not (folder / "__init__.py").exists())) == []
