"""Whether what is sent costs money, as the system marks the connection in use."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import PureWindowsPath

ASKED_EVERY = 60.0
"""Seconds for which an answer holds: a run of the sync asks before each picture."""
_PATIENCE = 10.0
_NETWORK_MANAGER = (
    "busctl",
    "get-property",
    "org.freedesktop.NetworkManager",
    "/org/freedesktop/NetworkManager",
    "org.freedesktop.NetworkManager",
    "Metered",
)
_OF_NETWORK_MANAGER = {"u 1": True, "u 2": False, "u 3": True, "u 4": False}
"""NMMetered: yes, no, and both as a guess."""
_WINDOWS_SCRIPT = (
    "[void][Windows.Networking.Connectivity.NetworkInformation,Windows,ContentType=WindowsRuntime];"
    "[Windows.Networking.Connectivity.NetworkInformation]::GetInternetConnectionProfile()"
    ".GetConnectionCost().NetworkCostType"
)
_OF_WINDOWS = {"Unrestricted": False, "Fixed": True, "Variable": True}

Ask = Callable[[Sequence[str]], str]


def ask_system(command: Sequence[str]) -> str:
    """What a command prints, without spaces around it; nothing where it is not there, fails or does not end."""
    quiet = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, its arguments never pass a shell
            list(command), capture_output=True, timeout=_PATIENCE, check=False, creationflags=quiet
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else ""


class SystemCost:
    """Asks Windows' own connection profile, NetworkManager elsewhere; an answer holds for a minute.

    It may take seconds: ask in a lane where things may.
    """

    def __init__(
        self,
        ask: Ask = ask_system,
        platform: str = sys.platform,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ask = ask
        self._seconds = seconds
        self._command, self._words = _question(platform)
        self._known: bool | None = None
        self._asked_at: float | None = None

    def metered(self) -> bool | None:
        """Whether what is sent costs money; None where the system does not know."""
        now = self._seconds()
        if self._asked_at is None or now - self._asked_at >= ASKED_EVERY:
            self._asked_at, self._known = now, self._words.get(self._ask(self._command))
        return self._known


def _question(platform: str) -> tuple[Sequence[str], Mapping[str, bool]]:
    if platform != "win32":
        return _NETWORK_MANAGER, _OF_NETWORK_MANAGER
    system = PureWindowsPath(os.environ.get("SYSTEMROOT", "C:\\Windows"))
    shell = system / "System32" / "WindowsPowerShell" / "v1.0" / "powershell.exe"
    return (
        str(shell),
        "-NoProfile",
        "-NonInteractive",
        "-Command",
        _WINDOWS_SCRIPT,
    ), _OF_WINDOWS
