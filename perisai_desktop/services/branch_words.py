"""Keeps what the branch last said of this laptop, so that it holds without a network and over restarts."""

import json
from datetime import date

from perisai_desktop.domain.branch_word import BranchWord
from perisai_desktop.storage import choices
from perisai_desktop.storage.database import Session
from sync.protocol.messages import HelloAnswer
from sync.protocol.signatures import wire_instant

BRANCH_WORD = "branch_word"
"""The name under which the store keeps it."""


def word_of(answer: HelloAnswer) -> BranchWord:
    """What an answer to hello says."""
    return BranchWord(
        state=answer.device_state,
        wipe_asked_at="" if answer.wipe_asked_at is None else wire_instant(answer.wipe_asked_at),
        minimum_program=answer.minimum_program_version or "",
        minimum_on=answer.minimum_program_on,
    )


def keep(session: Session, word: BranchWord) -> None:
    """Keep it in place of what was said before."""
    on = None if word.minimum_on is None else word.minimum_on.isoformat()
    choices.put(session, BRANCH_WORD, json.dumps([word.state, word.wipe_asked_at, word.minimum_program, on]))


def kept(session: Session) -> BranchWord:
    """What was said last; a laptop that heard nothing yet works."""
    found = choices.get(session, BRANCH_WORD)
    if found is None:
        return BranchWord()
    state, wipe_asked_at, minimum_program, on = json.loads(found)
    return BranchWord(state, wipe_asked_at, minimum_program, None if on is None else date.fromisoformat(on))
