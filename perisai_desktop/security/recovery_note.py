"""What a profile tells without a password: which laptop it is, beside the store key wrapped to the branch."""

import base64
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from sync.protocol.identifiers import DEVICE_CODE_PATTERN

FORMAT = 1


@dataclass(frozen=True, slots=True)
class RecoveryNote:
    """The file beside the key file: a device code, and the store key sealed to the branch's recovery key."""

    device: str
    wrap: bytes = field(repr=False)


def encode(note: RecoveryNote) -> bytes:
    """The content of the file."""
    wrap = base64.b64encode(note.wrap).decode()
    return json.dumps({"format": FORMAT, "device": note.device, "wrap": wrap}, sort_keys=True).encode()


def device_in(path: Path) -> str | None:
    """The laptop that a file names, None where there is none that can be read."""
    try:
        named = json.loads(path.read_bytes())["device"]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return named if isinstance(named, str) and re.fullmatch(DEVICE_CODE_PATTERN, named) else None
