"""Words with the person at the terminal: passwords typed unseen, one line for each failure."""

from __future__ import annotations

import getpass
import sys

from sync.protocol.sessions import SHORTEST_PASSWORD
from sync.server.services.passwords import generated_password


class Refused(Exception):
    """The command cannot be done; the message is one sentence."""


class Failed(Exception):
    """The command was done, and what it told is bad news: exit code 1 without a further sentence."""


def new_password(login: str) -> str:
    """A password typed twice, or a generated one that is printed once.

    Nothing typed means: generate. Without a terminal one is generated as well. Raises Refused where the
    two differ or fewer than 10 characters were typed.
    """
    typed = ""
    if sys.stdin.isatty():
        typed = getpass.getpass(f"Password for {login} (empty: generate one): ")
        if typed and len(typed) < SHORTEST_PASSWORD:
            raise Refused(f"A password needs at least {SHORTEST_PASSWORD} characters.")
        if typed and getpass.getpass("Once more: ") != typed:
            raise Refused("The two passwords differ.")
    if typed:
        return typed
    generated = generated_password()
    print(f"password of {login} (shown once): {generated}")
    return generated


def complain(sentence: str) -> None:
    """One line on standard error."""
    print(f"perisai-server: {sentence}", file=sys.stderr)
