"""Tries out the frozen programs: what they say, how fast they start, a short tour, and a market's whole day without Python."""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from dev import ROOT, SetUpError, say
from tests.support import touring
from tests.support.freezing import card_proof
from tests.support.freezing.contents import DESKTOP, READER, Program
from tests.support.practising import frozen

DAY = Path(__file__).with_name("frozen_day.sh")
RECEIPTS = 212
RUPIAH = 44_323_950
"""What the market's roster comes to on its day."""

SHORT = 6
STARTS = 5
PATIENCE = 120
TOOLS = ("awk", "cat", "date", "find", "grep", "mkdir", "sed", "sh", "sleep", "tr", "wc")
"""All that the day needs beside the programs."""


def speaks(programs: Sequence[Program], out: Path) -> bool:
    """Whether each program tells its version, and the desktop opens its window and finds all its parts."""
    held = True
    for program in programs:
        if program is READER:
            held = _stands_alone(program, out) and card_proof.reads(out) and held
            continue
        command = frozen(out).desktop if program is DESKTOP else frozen(out).server
        held = _tells([*command, "--version"]) and held
        held = _stands_alone(program, out) and held
        if program is DESKTOP:
            held = _tells([*command, "selftest"]) and held
            _starts(command)
    return held


GLIBC = re.compile(r"(lib(c|m|dl|pthread|rt|util|resolv)|ld-linux\S*)\.so")


def lacking(folder: Path) -> dict[str, str]:
    """On Linux the libraries that files of a program link to, which neither it nor glibc holds, each with one such file."""
    found: dict[str, str] = {}
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    held = {path.name for path in folder.rglob("*")}
    for path in files:
        with path.open("rb") as file:
            if file.read(4) != b"\x7fELF":
                continue
        told = subprocess.run(["readelf", "-d", str(path)], capture_output=True, text=True, check=True).stdout
        for library in re.findall(r"\(NEEDED\).*\[(.+)\]", told):
            if library not in held and not GLIBC.match(library):
                found[library] = path.name
    return found


def _stands_alone(program: Program, out: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return True
    missing = lacking(out / program.name)
    for library, file in missing.items():
        say(f"{program.name} lacks {library}, which {file} links to")
    if not missing:
        say(f"{program.name} links to nothing outside its folder but glibc")
    return not missing


def _tells(command: Sequence[str]) -> bool:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONPATH", None)
    done = subprocess.run(
        command,
        env=environment,
        cwd=ROOT.anchor,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    say(f"{Path(command[0]).name} {command[-1]}: exit code {done.returncode}")
    for line in (done.stdout if done.returncode == 0 else done.stdout + done.stderr).splitlines():
        print(f"  {line}", flush=True)
    # A windowed program on Windows may have nowhere to speak to.
    return done.returncode == 0 and (bool(done.stdout.strip()) or sys.platform == "win32")


def _starts(command: Sequence[str]) -> None:
    """Prints the median time from process start to the first window, painted."""
    taken = []
    for _ in range(STARTS):
        begun = time.perf_counter()
        with subprocess.Popen(
            [*command, "selftest"],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            taken.append((time.perf_counter() - begun) * 1000)
            process.stdout.read()
    spread = f"{min(taken):.0f} to {max(taken):.0f}"
    say(f"start to the first window: median {statistics.median(taken):.0f} ms of {STARTS} ({spread})")


def walks(out: Path) -> bool:
    """Whether the frozen desktop walks the first rows of the market's roster at the frozen server, all papers read back."""
    with tempfile.TemporaryDirectory(prefix="perisai-", ignore_cleanup_errors=True) as folder:
        roster = Path(folder) / "roster.csv"
        lines = touring.ROSTER.read_text(encoding="utf-8").splitlines(keepends=True)
        roster.write_text("".join(lines[: SHORT + 1]), encoding="utf-8")
        say(f"a tour through {SHORT} rows")
        arguments = ["--frozen", str(out), "--roster", str(roster), "--today", touring.ROSTER_DAY]
        return touring.main([*arguments, "--out", str(Path(folder) / "tour")]) == 0


def pack(out: Path, folder: Path) -> list[str]:
    """Puts programs, roster and script into `folder`, which is all a bare machine needs; the command to run there."""
    folder.mkdir(parents=True)
    for program in frozen(out).desktop + frozen(out).server:
        source = Path(program).parent
        shutil.copytree(source, folder / source.name, symlinks=True)
    shutil.copyfile(touring.ROSTER, folder / "roster.csv")
    shutil.copyfile(DAY, folder / DAY.name)
    return [
        shutil.which("sh") or "sh",
        DAY.name,
        ".",
        "roster.csv",
        touring.ROSTER_DAY,
        str(RECEIPTS),
        str(RUPIAH),
    ]


def proves(out: Path) -> bool:
    """Whether the market's day comes to the same sums on a bare machine; where there is none, with a bare PATH.

    Raises SetUpError on Windows, which has no sh.
    """
    if sys.platform == "win32":
        raise SetUpError(
            "the market's day is a script for sh, which Windows has not; a tour does the same there"
        )
    with tempfile.TemporaryDirectory(prefix="perisai-", ignore_cleanup_errors=True) as made:
        folder = Path(made) / "day"
        command = pack(out, folder)
        bare = shutil.which("bare-machine") or ROOT.parent / "shared" / "tools" / "bare-machine"
        if Path(bare).exists() and os.geteuid() == 0:
            say("the market's day on a machine without Python")
            line = [str(bare), "--python", "ca-certificates", str(folder), *command, "/tmp/day"]
            return subprocess.run(line, cwd=made, check=False).returncode == 0
        say("the market's day with a shell and its tools alone")
        tools = bare_path(Path(made) / "bin")
        environment = {"PATH": str(tools), "HOME": made, "LANG": "C.UTF-8"}
        line = [str(tools / "sh"), *command[1:], str(Path(made) / "out")]
        return subprocess.run(line, cwd=folder, env=environment, check=False).returncode == 0


def bare_path(folder: Path) -> Path:
    """A folder with the tools and nothing else, to be the whole PATH."""
    folder.mkdir()
    for name in TOOLS:
        found = shutil.which(name)
        assert found is not None, name
        (folder / name).symlink_to(Path(found).resolve())
    return folder
