"""Whether the system keeps programs from the camera: Windows by its privacy settings, Linux by the rights of the device."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

_STORE = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\webcam"
_PLACES = (
    ("HKEY_LOCAL_MACHINE", _STORE),
    ("HKEY_CURRENT_USER", _STORE),
    ("HKEY_CURRENT_USER", _STORE + r"\NonPackaged"),
)
"""The switch of the machine, that of the person, and the person's for programs that are no apps of the Store."""

Read = Callable[[str, str], str]


def camera_forbidden() -> bool:
    """Whether a camera that is there may not be used by this program."""
    if sys.platform == "win32":
        return denied(_registry)
    return shut(Path("/dev"))


def denied(read: Read) -> bool:
    """Whether one of Windows' switches for cameras is off; `read` gives the value `Value` of a key, or nothing."""
    return any(read(root, path) == "Deny" for root, path in _PLACES)


def shut(devices: Path) -> bool:
    """Whether there are video devices in a folder and none of them may be opened."""
    found = [str(path) for path in devices.glob("video*")]
    return bool(found) and not any(os.access(path, os.R_OK | os.W_OK) for path in found)


def _registry(root: str, path: str) -> str:
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(getattr(winreg, root), path) as key:
                return str(winreg.QueryValueEx(key, "Value")[0])
        except OSError:
            return ""
    return ""
