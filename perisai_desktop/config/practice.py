"""What a practice server writes for the program beside it."""

import json
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Practice:
    """The server's address, a one-time code, and the words of the practice agent and reviewer."""

    url: str
    code: str = field(repr=False)
    agent_password: str = field(repr=False)
    reviewer: str = ""
    reviewer_password: str = field(default="", repr=False)


def read_practice(path: Path) -> Practice:
    """Read `practice.json`. Raises OSError, ValueError where it is no JSON object, KeyError where a part is missing."""
    written = json.loads(path.read_bytes())
    if not isinstance(written, dict):
        raise ValueError("no_practice_file")
    names = ("url", "code", "agent_password", "reviewer", "reviewer_password")
    return Practice(**{name: str(written[name]) for name in names})
