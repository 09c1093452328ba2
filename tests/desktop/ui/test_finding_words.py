"""Everything that the server can find has a sentence on the reviewer's screen."""

import re
from pathlib import Path

from perisai_desktop.ui.finding_words import FOUND, code_words
from sync.rules.reactions import Reaction
from sync.server.domain.checks.finding import Check

DOMAIN = Path(__file__).parents[3] / "sync" / "server" / "domain"
_FLAGGED = re.compile(r"(?:held|needs_fix|flagged|Verdict)\([^()\n]*?\"([a-z_]+)\"")


def test_no_finding_is_shown_as_its_code() -> None:
    found = {
        code for file in DOMAIN.glob("*.py") for code in _FLAGGED.findall(file.read_text(encoding="utf-8"))
    }
    found |= {check.value for check in Check}
    known = set(FOUND) | {reaction.value for reaction in Reaction}
    assert {"action_split", "device_revoked"} <= found
    assert found <= known
    assert all(code not in code_words(code) for code in found)
