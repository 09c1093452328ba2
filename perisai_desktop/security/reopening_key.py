"""The key of an open request for a new password: in a file of its owner alone until the request is answered or withdrawn."""

import base64
import json
import os
import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from perisai_desktop.config.files import replace_atomically
from perisai_desktop.security.keys import KEY_BYTES
from sync.protocol.identifiers import DEVICE_CODE_PATTERN


@dataclass(frozen=True, slots=True)
class ReopeningKey:
    """An X25519 private key made for one request of one laptop."""

    device: str
    made_at: datetime
    private: bytes = field(repr=False)


def make(path: Path, device: str, at: datetime) -> ReopeningKey:
    """A fresh key, on the disk before anybody is asked with it. Raises OSError."""
    key = ReopeningKey(device, at, os.urandom(KEY_BYTES))
    content = {
        "device": device,
        "made_at": at.isoformat(),
        "private": base64.b64encode(key.private).decode(),
    }
    replace_atomically(path, json.dumps(content, sort_keys=True).encode())
    return key


def kept(path: Path) -> ReopeningKey | None:
    """The key of the open request, None where there is none that can be read."""
    try:
        found = json.loads(path.read_bytes())
        private = base64.b64decode(found["private"], validate=True)
        key = ReopeningKey(str(found["device"]), datetime.fromisoformat(found["made_at"]), private)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    named = re.fullmatch(DEVICE_CODE_PATTERN, key.device) is not None
    return key if named and len(private) == KEY_BYTES and key.made_at.tzinfo is not None else None
