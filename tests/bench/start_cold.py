"""A cold start with a warm disk, in turns with the barest PySide6 window."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from dev import ROOT
from perisai_desktop.config.paths import Profile
from perisai_desktop.security.keys import StoreKeys
from perisai_desktop.security.vault import Vault
from perisai_desktop.services.desk_opening import open_store
from perisai_desktop.services.reference_files import open_places
from sync.protocol.signatures import SigningKey
from tests.bench.filled_store import fill
from tests.bench.measured import Claim, Measured, series, timed
from tests.support.clocks import HandClock
from tests.support.desks import STORE_KEY, make_profile

WORKERS = 10_000
PASSWORD = "kunci pasar pagi"
PACE = 0.12
"""Seconds between two letters: a quick typist."""


@dataclass(frozen=True, slots=True)
class Start:
    """One start of the program; milliseconds and MiB."""

    window: float
    memory: float
    stall: float
    list: float
    list_memory: float


class Stage:
    """Starts processes that keep their bytecode, as an installed program has it, and no secret outside.

    Where the caller wants none beside the modules, it is kept in `folder`.
    """

    def __init__(self, folder: Path) -> None:
        self._profile = _enrolled(folder / "agent")
        self._environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "QT_LOGGING_RULES": "qt.qpa.*=false",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }
        if self._environment.pop("PYTHONDONTWRITEBYTECODE", ""):
            self._environment["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
        self.unlocking = [timed(lambda: Vault(self._profile, HandClock()).unlock(PASSWORD)) for _ in range(5)]

    def bare(self) -> tuple[float, float]:
        """Milliseconds to the first letter of a bare window, and its memory."""
        begun, (taken, memory) = self._fresh("tests.bench.bare_window")
        return (taken - begun) * 1e3, memory

    def program(self, pace: float) -> Start:
        """The program, the password typed at a pace in seconds."""
        begun, told = self._fresh("tests.bench.cold_program", str(self._profile.root), PASSWORD, str(pace))
        taken, memory, stall, pressed, listed, list_memory = told
        return Start((taken - begun) * 1e3, memory, stall, (listed - pressed) * 1e3, list_memory)

    def _fresh(self, *module: str) -> tuple[float, list[float]]:
        begun = time.monotonic()
        command = [sys.executable, "-m", *module]
        done = subprocess.run(
            command, env=self._environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
        )
        return begun, [float(word) for word in done.stdout.split()]


def run(size: int) -> Measured:
    """`size` starts of each, after one that nobody counts."""
    with tempfile.TemporaryDirectory() as name:
        stage = Stage(Path(name))
        stage.bare(), stage.program(0)
        turns = [(stage.bare(), stage.program(PACE), stage.program(0)) for _ in range(size)]
    bare = series("bare window to its first letter", [turn[0][0] for turn in turns])
    window = series("sign-in to its first letter", [turn[1].window for turn in turns])
    bare_memory = series("bare window, most memory", [turn[0][1] for turn in turns], "MiB")
    memory = series("sign-in, most memory", [turn[1].memory for turn in turns], "MiB")
    listed = series("Enter to the list, password typed", [turn[1].list for turn in turns])
    return Measured(
        (
            bare,
            window,
            series("longest stall while the password is typed", [turn[1].stall for turn in turns]),
            series("of the list: the password's own cost", stage.unlocking),
            listed,
            series("Enter to the list, password pasted at once", [turn[2].list for turn in turns]),
            bare_memory,
            memory,
            series("list, most memory", [turn[1].list_memory for turn in turns], "MiB"),
        ),
        (
            Claim("sign-in over a bare window", window.median / bare.median, 2),
            Claim("its memory over the bare window's", memory.median / bare_memory.median, 2.5),
            Claim("list over the time of a bare window", listed.median / bare.median, 6),
        ),
    )


def _enrolled(folder: Path) -> Profile:
    """A profile with its workers, opened by the password at the cost that this machine's own enrolment would set."""
    profile = make_profile(folder, SigningKey.generate())
    Vault(profile, HandClock()).prepare(PASSWORD, None, STORE_KEY).save()
    places = open_places()
    database = open_store(profile, StoreKeys(STORE_KEY), places)
    fill(database, WORKERS)
    database.close()
    places.close()
    return profile
