"""`dev.py build`: freezes the programs into folders, lists and weighs them, and tries out what came of it."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from dev import (
    QT_LIBRARIES,
    ROOT,
    VENV,
    WINDOW_LIBRARIES,
    SetUpError,
    install,
    install_packages,
    loads,
    python,
    say,
    sealed,
)
from tests.support.freezing import proving, setup, wheels
from tests.support.freezing.contents import CAMERA_LIBRARIES, DESKTOP, PROGRAMS, READER, SERVER, Program

CHOICES = {"desktop": (DESKTOP,), "server": (SERVER,), "reader": (READER,)}
CAMERA_LOCK = ROOT / "perisai_desktop" / "background" / "camera" / "requirements.lock"
CAMERA_SEAL = VENV / "camera.sha256"
FLOOR = {"perisai": 183, "perisai-server": None, "perisai-reader": None}
"""Megabytes of the folder that the choice of PyInstaller was measured with."""


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """What to build and how far to go."""
    parser = argparse.ArgumentParser(prog="dev.py build", description=__doc__)
    parser.add_argument(
        "--only", choices=CHOICES, help="one of the programs; the reader of cards is built by its name alone"
    )
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="DIR", help="default: dist")
    parser.add_argument(
        "--prove", action="store_true", help="the market's whole day with nothing but a shell"
    )
    parser.add_argument("--setup", action="store_true", help="the Windows set-up too (needs makensis)")
    parser.add_argument("--wheels", action="store_true", help="only look whether Windows has all wheels")
    parser.add_argument(
        "--camera", action="store_true", help="with what opens the camera, which is installed first (175 MB)"
    )
    parser.add_argument("--kept", action="store_true", help="try out what --out holds, build nothing")
    return parser.parse_args(arguments)


def build(chosen: argparse.Namespace) -> int:
    """Builds, lists, weighs and tries out; the exit code."""
    out: Path = chosen.out.resolve()
    programs = CHOICES.get(chosen.only, PROGRAMS)
    if not chosen.kept:
        _ready(camera=chosen.camera)
        freeze(out, chosen.only)
    for program in programs:
        _weigh(program, out)
    failed = not proving.speaks(programs, out)
    if len(programs) == len(PROGRAMS):
        failed = not proving.walks(out) or failed
        failed = (chosen.prove and not proving.proves(out)) or failed
    if chosen.setup and DESKTOP in programs:
        failed = not setup.make(out) or failed
    say("something failed, see above" if failed else f"built into {out}")
    return 1 if failed else 0


def _ready(*, camera: bool) -> None:
    """What opens the camera, where it is asked for; on Linux PyInstaller's tools, and every library that goes along for
    machines which lack it.
    """
    if camera and not sealed(CAMERA_LOCK, CAMERA_SEAL):
        say("installing what opens the camera (about 175 MB)")
        install(CAMERA_LOCK, CAMERA_SEAL)
    if not sys.platform.startswith("linux"):
        return
    tools = [(tool, "binutils") for tool in ("as", "ld", "objcopy", "objdump", "readelf", "strip")]
    missing = {package for tool, package in tools if shutil.which(tool) is None}
    for pair in f"{QT_LIBRARIES} {WINDOW_LIBRARIES} {CAMERA_LIBRARIES if camera else ''}".split():
        library, package = pair.split("=")
        missing |= set() if loads(library) else {package}
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if sys.base_prefix == "/usr" and not loads(f"libpython{version}.so.1.0"):
        missing.add(f"libpython{version}")
    if missing:
        install_packages(sorted(missing))


def freeze(out: Path, only: str | None) -> None:
    """Runs PyInstaller into `out`. Raises SetUpError."""
    say("freezing; this takes a minute or two")
    os.environ["PERISAI_ONLY"] = only or ""
    arguments = [
        "--noconfirm",
        "--log-level",
        "ERROR",
        "--distpath",
        str(out),
        "--workpath",
        str(ROOT / "build"),
    ]
    if python("-m", "PyInstaller", *arguments, str(ROOT / "build_installer.spec"), folder=ROOT):
        raise SetUpError("PyInstaller failed; its words stand above")


def manifest(folder: Path) -> dict[str, object]:
    """Every file of a program's folder by its path: bytes and SHA-256; a link by what it points to."""
    files: dict[str, object] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            files[name] = {"link": str(path.readlink())}
        elif path.is_file():
            content = path.read_bytes()
            files[name] = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    return files


def _weigh(program: Program, out: Path) -> None:
    folder = out / program.name
    files = manifest(folder)
    (out / f"{program.name}.json").write_text(json.dumps(files, indent=1) + "\n", encoding="utf-8")
    size = sum(int(told["bytes"]) for told in files.values() if isinstance(told, dict) and "bytes" in told)
    floor = FLOOR[program.name]
    beside = f" (floor {floor} MB)" if floor else ""
    say(f"{program.name}: {size / 1e6:.1f} MB in {len(files)} files{beside}; listed in {program.name}.json")


def main(arguments: Sequence[str]) -> int:
    """Reads the options and builds."""
    chosen = options(arguments)
    try:
        return wheels.main() if chosen.wheels else build(chosen)
    except SetUpError as error:
        say(str(error))
        return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
