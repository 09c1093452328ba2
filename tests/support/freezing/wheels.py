"""Looks whether every dependency that ships has a wheel for Windows, by the lock's own hashes; downloads nothing to keep."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement

from dev import LOCK, PYTHON, ROOT, say
from tests.support.freezing.licences import requirements

PYTHONS = ("3.11", "3.12", "3.13")
PLATFORM = "win_amd64"
EXTRAS = ("desktop", "server")
MISSING = "MISSING"


@dataclass(frozen=True, slots=True)
class Pin:
    """One line of the lock: name, its whole text with hashes, and the condition under which it is installed."""

    name: str
    version: str
    text: str
    marker: str


def pins(lock: str) -> list[Pin]:
    """Every pin of a lock file."""
    found = []
    for block in re.split(r"^(?=[A-Za-z0-9])", lock, flags=re.MULTILINE)[1:]:
        head = re.match(r"([A-Za-z0-9._-]+)==([^ ;\\]+)(?:\s*;\s*([^\\]+))?", block)
        assert head is not None
        found.append(Pin(_plain(head[1]), head[2], block.rstrip(), (head[3] or "").strip()))
    return found


def shipped(lock: str, python: str) -> list[Pin]:
    """The pins that go into the programs on Windows: what the two extras ask for, and what these ask for."""
    by_name = {pin.name: pin for pin in pins(lock)}
    windows = {
        "sys_platform": "win32",
        "platform_system": "Windows",
        "os_name": "nt",
        "python_version": python,
        "python_full_version": f"{python}.0",
    }
    reached = requirements([Requirement(line) for extra in EXTRAS for line in _asked(extra)], windows)
    return [by_name[name] for name in sorted({_plain(name) for name in reached}) if name in by_name]


def _asked(extra: str) -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *project["optional-dependencies"][extra]]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def wheels(wanted: Sequence[Pin], python: str) -> dict[str, str]:
    """By the name of each pin the wheel that pip would take for a Python on 64-bit Windows; what has none is left out.

    All are asked for at once; only where that fails are they asked for one by one.
    """
    found = _resolved(wanted, python)
    if found is None and len(wanted) > 1:
        return {name: file for pin in wanted for name, file in wheels([pin], python).items()}
    return found or {}


def _resolved(wanted: Sequence[Pin], python: str) -> dict[str, str] | None:
    with tempfile.TemporaryDirectory(prefix="perisai-") as folder:
        lines = Path(folder) / "lock.txt"
        unconditional = (re.sub(r"\s*;[^\\]*", " ", pin.text, count=1) for pin in wanted)
        lines.write_text("\n".join(unconditional) + "\n", encoding="utf-8")
        report = Path(folder) / "report.json"
        command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "-q", "install", "--dry-run"]
        command += ["--ignore-installed", "--no-deps", "--only-binary", ":all:", "--require-hashes"]
        command += ["--platform", PLATFORM, "--python-version", python, "--implementation", "cp"]
        command += ["--target", str(Path(folder) / "target"), "--report", str(report), "-r", str(lines)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            return None
        told = json.loads(report.read_text(encoding="utf-8"))["install"]
    return {
        _plain(part["metadata"]["name"]): str(part["download_info"]["url"])
        .rpartition("/")[2]
        .partition("#")[0]
        for part in told
    }


def _kind(name: str | None) -> str:
    """What a wheel is built for, in its own tags."""
    return MISSING if name is None else "-".join(name.removesuffix(".whl").split("-")[-3:])


def main(pythons: Sequence[str] = PYTHONS) -> int:
    """Prints the table: 0, or 1 with the names of what has no wheel."""
    lock = LOCK.read_text(encoding="utf-8")
    wanted = {python: shipped(lock, python) for python in pythons}
    found = {python: wheels(wanted[python], python) for python in pythons}
    every = sorted({pin for pins_of_one in wanted.values() for pin in pins_of_one}, key=lambda pin: pin.name)
    missing = []
    print(f"  {'':<24}{'':<12}" + "".join(f"{python:<22}" for python in pythons), flush=True)
    for pin in every:
        kinds = [_kind(found[python].get(pin.name)) if pin in wanted[python] else "" for python in pythons]
        missing += [
            f"{pin.name} ({python})" for python, kind in zip(pythons, kinds, strict=True) if kind == MISSING
        ]
        print(f"  {pin.name:<24}{pin.version:<12}" + "".join(f"{kind:<22}" for kind in kinds), flush=True)
    if missing:
        say(f"no Windows wheel: {', '.join(missing)}")
        return 1
    say(f"{len(every)} dependencies have wheels for {PLATFORM} and Python {', '.join(pythons)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
