#!/usr/bin/env python3
"""The door: sets up what a verb needs on a bare machine, then runs, tours, serves, tests or checks the programs."""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
SEAL = VENV / "requirements.sha256"
READING_LOCK = ROOT / "perisai_desktop" / "reading" / "requirements.lock"
READING_SEAL = VENV / "reading.sha256"
FUZZING_LOCK = ROOT / "tests" / "fuzzing" / "requirements.lock"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
WORKERS = min(os.cpu_count() or 2, 4) + 1
"""Processes that share the tests: one more than cores, five at most, for many tests wait for programs and databases."""
FUZZING_VENV = ROOT / ".venv-fuzz"
FUZZING_SEAL = FUZZING_VENV / "fuzzing.sha256"
FUZZING_PYTHON = FUZZING_VENV / PYTHON.relative_to(VENV)
OLDEST = (3, 11)

# What Qt loads from the system, each with the Debian package that holds it; the second only to show a window.
QT_LIBRARIES = """libGL.so.1=libgl1 libEGL.so.1=libegl1 libxkbcommon.so.0=libxkbcommon0 libdbus-1.so.3=libdbus-1-3
libfontconfig.so.1=libfontconfig1 libglib-2.0.so.0=libglib2.0-0"""
WINDOW_LIBRARIES = """libX11-xcb.so.1=libx11-xcb1 libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4
libxcb-image.so.0=libxcb-image0 libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-randr.so.0=libxcb-randr0
libxcb-render-util.so.0=libxcb-render-util0 libxcb-shape.so.0=libxcb-shape0 libxcb-xkb.so.1=libxcb-xkb1
libxkbcommon-x11.so.0=libxkbcommon-x11-0 libwayland-cursor.so.0=libwayland-cursor0"""


class SetUpError(Exception):
    """The machine lacks something that only its owner can give; the text says what to type."""


def say(text: str) -> None:
    """Tells the person at the terminal what happens, at once even where the output is a file."""
    print(f"dev: {text}", flush=True)


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere where a display server is named."""
    return not sys.platform.startswith("linux") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def set_up() -> None:
    """Makes system libraries and virtual environment fit the lock; does nothing where they do."""
    if tuple(sys.version_info[:2]) < OLDEST:
        raise SetUpError(
            f"this is Python {sys.version_info[0]}.{sys.version_info[1]}, the programs need {OLDEST[0]}.{OLDEST[1]} or "
            f"newer: install it and start this file with it, for example: python3.12 dev.py {' '.join(sys.argv[1:])}"
        )
    packages = missing_packages()
    if packages:
        install_packages(packages)
    if PYTHON.exists() and sealed(LOCK, SEAL):
        return
    if not venv_works():
        say(f"making the virtual environment {VENV.name} with Python {sys.version.split()[0]}")
        if subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False).returncode:
            raise SetUpError(
                f"Python could not make the virtual environment {VENV}; its own words stand above"
            )
    say("installing what the lock names, each file checked by its hash (about 250 MB, some minutes at first)")
    install(LOCK, SEAL)


def set_up_reading() -> None:
    """Adds the pack that reads cards, for the verbs that try it or build it; run, tour and serve do without."""
    if not sealed(READING_LOCK, READING_SEAL):
        say("installing what reads the photo of a KTP (about 140 MB)")
        install(READING_LOCK, READING_SEAL)


def set_up_fuzzing() -> Path:
    """Makes the fuzzer's own environment: its packages and the programs' never meet. Answers the fuzzer."""
    if not FUZZING_PYTHON.exists() or not sealed(FUZZING_LOCK, FUZZING_SEAL):
        say(f"making {FUZZING_VENV.name} for the fuzzer (about 60 MB)")
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(FUZZING_VENV)], check=True)
        install(FUZZING_LOCK, FUZZING_SEAL, FUZZING_PYTHON)
    return FUZZING_PYTHON.with_name("st")


def sealed(lock: Path, seal: Path) -> bool:
    """Whether what a lock names was installed to its end, and the lock is still the same."""
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    return seal.exists() and seal.read_text(encoding="ascii").strip() == wanted


def install(lock: Path, seal: Path, interpreter: Path | None = None) -> None:
    """Installs what a lock names and seals it. Raises SetUpError."""
    command = [
        str(interpreter or PYTHON),
        "-m",
        "pip",
        "--disable-pip-version-check",
        "-q",
        "-q",
        "install",
        "--no-deps",
    ]
    command += ["--only-binary", ":all:", "--require-hashes", "--requirement", str(lock)]
    if subprocess.run(command, check=False).returncode:
        raise SetUpError("the packages could not be installed; pip's words stand above. Is there a network?")
    seal.write_text(hashlib.sha256(lock.read_bytes()).hexdigest() + "\n", encoding="ascii")


def venv_works() -> bool:
    """Whether a virtual environment is there whose Python still starts, is new enough and has pip."""
    if not PYTHON.exists():
        return False
    probe = f"import sys, pip; sys.exit(sys.version_info[:2] < {OLDEST})"
    return subprocess.run([str(PYTHON), "-c", probe], capture_output=True, check=False).returncode == 0


def missing_packages() -> list[str]:
    """Debian's names of what this machine lacks; elsewhere a missing library is told by its file name."""
    missing = []
    if not venv_works() and None in (importlib.util.find_spec("ensurepip"), importlib.util.find_spec("venv")):
        if not sys.executable.startswith("/usr/bin/"):
            raise SetUpError(
                f"{sys.executable} lacks its own modules venv and ensurepip: use a complete Python"
            )
        missing.append("python3-venv")
    if sys.platform.startswith("linux"):
        debian = shutil.which("apt-get") is not None
        for pair in (QT_LIBRARIES + " " + (WINDOW_LIBRARIES if has_display() else "")).split():
            library, package = pair.split("=")
            missing += [] if loads(library) else [package if debian else library]
    return missing


def loads(library: str) -> bool:
    """Whether the system's loader finds that shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: list[str]) -> None:
    """Installs Debian packages where this user may, else names the one command to type."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        raise SetUpError(
            f"this system lacks {names}: install the packages that hold them, then start this again"
        )
    if os.geteuid() != 0:
        raise SetUpError(
            f"this system lacks some packages; type this, then start again:\n  sudo apt-get install -y {names}"
        )
    say(f"installing system packages: {names}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], env=environment, capture_output=True, check=False)
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    done = subprocess.run(install, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetUpError(
            f"{done.stderr}\nthe system packages could not be installed; try: apt-get install -y {names}"
        )


def python(*arguments: str, folder: Path | None = None) -> int:
    """Runs the environment's Python on the project, in the caller's folder or that one, and returns its exit code."""
    known = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    environment = {**os.environ, "PYTHONPATH": known}
    return subprocess.run([str(PYTHON), *arguments], cwd=folder, env=environment, check=False).returncode


def run(rest: list[str]) -> int:
    """Practice server and desktop side by side; without a display the tour instead."""
    return python("-m", "tests.support.practising", "run", *rest)


def tour(rest: list[str]) -> int:
    """The whole path through the real screens, then every paper read back; `tour --help` tells its options."""
    return python("-m", "tests.support.touring", *rest)


def serve(rest: list[str]) -> int:
    """A server until Ctrl+C: practice where nothing is said, the real one with what `perisai-server serve` takes."""
    if rest or os.environ.get("DATABASE_URL"):
        return python("-m", "sync.server", "serve", *rest)
    return python("-m", "tests.support.practising", "serve")


def screenshots(rest: list[str]) -> int:
    """A picture of every screen in every language, theme and scale in DIR, with an index; 1 where something is amiss."""
    return python("-m", "tests.support.gallery.command", *rest)


def test(rest: list[str]) -> int:
    """The whole suite with a real PostgreSQL, measured against the floors of coverage; what follows goes to pytest."""
    given = any(word.startswith(("-n", "-p")) for word in rest)
    spread = [] if given else ["-n", str(WORKERS), "--dist", "worksteal"]
    if rest:
        return python("-m", "pytest", *spread, *rest, folder=ROOT)
    python("-m", "coverage", "erase", folder=ROOT)
    code = python("-m", "coverage", "run", "-m", "pytest", *spread, folder=ROOT)
    return python("-m", "tests.support.coverage_floor", folder=ROOT) or code


def check(rest: list[str]) -> int:
    """Format, lint, types, walls and translations; all of them run, and any that fails fails the whole."""
    lint_imports = "from importlinter.cli import lint_imports_command as check; check()"
    checks = {
        "format": ["-m", "ruff", "format", "--check", "."],
        "lint": ["-m", "ruff", "check", "."],
        "types": ["-m", "mypy", "perisai_desktop", "sync", "tests", "dev.py"],
        "walls": ["-c", lint_imports],
        "translations": ["-m", "tests.support.translations"],
    }
    failed = []
    if unknown := [word for word in rest if word not in checks]:
        say(f"check knows {', '.join(checks)}; it does not know {', '.join(unknown)}")
        return 2
    for name, arguments in checks.items():
        if not rest or name in rest:
            say(name)
            failed += [name] if python(*arguments, folder=ROOT) else []
    say(f"failed: {', '.join(failed)}" if failed else "everything holds")
    return 1 if failed else 0


def bench(rest: list[str]) -> int:
    """Benchmarks beside their floors, all or those that are named; `bench --help` lists them."""
    return python("-m", "tests.bench", *rest, folder=ROOT)


def simulate(rest: list[str]) -> int:
    """Laptops and a server in one process, played from seeds with faults in between; `simulate --help`."""
    return python("-m", "tests.simulation.command", *rest)


def kill(rest: list[str]) -> int:
    """A laptop's and a server's process, killed at numbered places; then the books are compared; `kill --help`."""
    return python("-m", "tests.killing.command", *rest)


def fuzz(rest: list[str]) -> int:
    """Every route against its own description, asked by a fuzzer as every role and as nobody; `fuzz --help`."""
    return python("-m", "tests.fuzzing.command", "--program", str(set_up_fuzzing()), *rest, folder=ROOT)


def build(rest: list[str]) -> int:
    """Both programs, frozen into dist/ and tried out; set-up, proof and Windows' wheels: `build --help`."""
    return python("-m", "tests.support.freezing.building", *rest)


VERBS = {
    "run": run,
    "tour": tour,
    "serve": serve,
    "screenshots": screenshots,
    "test": test,
    "check": check,
    "bench": bench,
    "simulate": simulate,
    "kill": kill,
    "fuzz": fuzz,
    "build": build,
}


def main() -> int:
    """Reads the verb, makes the machine ready for it and runs it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.epilog = "verbs:\n" + "\n".join(f"  {name:<11} {verb.__doc__}" for name, verb in VERBS.items())
    parser.add_argument("verb", choices=VERBS)
    verb = parser.parse_args(sys.argv[1:2]).verb
    try:
        set_up()
        if VERBS[verb] in (test, bench, build):
            set_up_reading()
        return VERBS[verb](sys.argv[2:])
    except SetUpError as error:
        say(str(error))
        return 3
    except KeyboardInterrupt:
        say("stopped")
        return 130


if __name__ == "__main__":
    sys.exit(main())
