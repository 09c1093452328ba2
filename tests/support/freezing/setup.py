"""Compiles the Windows set-up with makensis and looks into it; on Linux with the Linux folder standing in for the payload."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from dev import ROOT, SetUpError, say
from perisai_desktop import VERSION

SCRIPT = ROOT / "resources" / "installer" / "perisai.nsi"
ICON = ROOT / "resources" / "icons" / "perisai.ico"
FLOOR = 60
"""Megabytes of the set-up that the choice of NSIS was measured with."""

_PLACES = ("C:/Program Files (x86)/NSIS/makensis.exe", "C:/Program Files/NSIS/makensis.exe")


def make(out: Path) -> bool:
    """Makes `out`/perisai-setup-VERSION.exe from `out`/perisai; whether it holds every file. Raises SetUpError."""
    made = out / f"perisai-setup-{VERSION}.exe"
    with tempfile.TemporaryDirectory(prefix="perisai-") as folder:
        payload = out / "perisai"
        if sys.platform != "win32":
            payload = stand_in(payload, Path(folder) / "payload")
        compile_setup(payload, made)
        wanted = set(_files(payload))
    held = contents(made)
    if held is None:
        say("7z is not here, so nobody looked into the set-up")
    missing = sorted(wanted - (held if held is not None else wanted))
    for name in missing[:5]:
        say(f"the set-up lacks {name}")
    what = "" if sys.platform == "win32" else ", the Linux folder inside: a rehearsal, not for Windows"
    say(f"{made.name}: {made.stat().st_size / 1e6:.1f} MB (floor {FLOOR} MB), {len(wanted)} files{what}")
    return not missing


def stand_in(folder: Path, copy: Path) -> Path:
    """A copy of the Linux folder under Windows' names: without links, the program as perisai.exe."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            inside = path.relative_to(folder)
            target = copy / (inside if str(inside) != "perisai" else "perisai.exe")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    return copy


def compile_setup(payload: Path, made: Path) -> None:
    """Runs makensis, its warnings being errors. Raises SetUpError."""
    makensis = shutil.which("makensis") or next((place for place in _PLACES if Path(place).is_file()), None)
    if makensis is None:
        raise SetUpError(
            "makensis is not here; on Debian: apt-get install nsis, on Windows the installer of NSIS"
        )
    defined = {"VERSION": VERSION, "PAYLOAD": payload, "LICENCE": ROOT / "LICENSE", "OUTPUT": made}
    if ICON.exists():
        defined["ICON"] = ICON
    flags = [f"-D{name}={value}" for name, value in defined.items()]
    done = subprocess.run(
        [makensis, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *flags, str(SCRIPT)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SetUpError(f"{done.stdout}{done.stderr}\nmakensis failed; its words stand above")


def contents(made: Path) -> set[str] | None:
    """The files inside a set-up, or None where no 7z is."""
    seven = shutil.which("7z")
    if seven is None:
        return None
    listed = subprocess.run(
        [seven, "l", "-slt", "-ba", str(made)], capture_output=True, text=True, check=True
    )
    names = (
        line.removeprefix("Path = ") for line in listed.stdout.splitlines() if line.startswith("Path = ")
    )
    return {name.replace("\\", "/") for name in names}


def _files(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.relative_to(folder).as_posix()
