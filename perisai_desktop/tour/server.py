"""A practice server named by its address, for a tour without its `practice.json`."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from perisai_desktop.config.practice import Practice
from perisai_desktop.services.practice_server import is_practice

KEPT = "agent-password"
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_LENGTH = 16


class RealServer(Exception):
    """The server is not one for practice: no tour may write there."""


def practice_at(url: str, code: str, reviewer: str, password_file: Path, out: Path) -> Practice:
    """The server at `url`, which must be one for practice, with a one-time code and a reviewer of its own.

    The password of the tour's store is made once and kept in `out`, readable by its owner alone, so that a tour
    which was stopped goes on. Passwords come from files: a command line is seen by everybody on the machine.
    Raises RealServer, OSError, and Failure: no_network, ask_later, address_malformed, server_insecure.
    """
    password = password_file.read_text(encoding="utf-8").partition("\n")[0].strip()
    if not is_practice(url):
        raise RealServer
    return Practice(url, code, _kept(out / KEPT), reviewer, password)


def _kept(path: Path) -> str:
    if path.exists():
        return path.read_text(encoding="ascii")
    made = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(made)
    return made
