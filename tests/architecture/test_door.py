"""What README, CI, lock and command file say of one another."""

import re
import tomllib
from importlib.metadata import version

import dev
from tests.architecture.tree import ROOT

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINNED = dict(re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", LOCK, re.MULTILINE))


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_pin_of_the_project_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(pin for extra in project["optional-dependencies"].values() for pin in extra),
    ]
    pins = dict(re.fullmatch(r"([A-Za-z0-9._-]+)(?:\[\w+\])?==([\w.]+)", pin).groups() for pin in wanted)  # type: ignore[union-attr, misc]
    assert {_plain(name): pin for name, pin in pins.items()}.items() <= PINNED.items()


def test_what_runs_is_what_is_locked() -> None:
    assert version("PySide6-Essentials") == PINNED["pyside6-essentials"]
    assert version("sqlcipher3") == PINNED["sqlcipher3"]


def test_every_locked_file_has_hashes_and_no_address() -> None:
    blocks = re.split(r"^(?=[A-Za-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(PINNED) > 60
    assert [block.split(" ")[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert not re.search(r"://|^-|@|^\.?/", LOCK, re.MULTILINE)


def test_ci_and_readme_use_the_same_commands() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in ("python3 dev.py test", "python3 dev.py check"):
        assert command in ci
        assert command in readme


def test_the_readme_knows_every_verb() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [verb for verb in dev.VERBS if f"dev.py {verb}" not in readme] == []
