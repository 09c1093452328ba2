"""`device reopen`: answers the file of a laptop whose password was forgotten, once its agent has read out the code."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sync.protocol.epoch_grant import spoken
from sync.protocol.reopening import (
    ANSWER_SUFFIX,
    LARGEST,
    REQUEST_SUFFIX,
    ReopenFault,
    ReopenRequest,
    file_of,
    read_request,
)
from sync.server.cli.bundles import replacing
from sync.server.cli.organisation import TERMINAL
from sync.server.cli.serving import real_settings
from sync.server.cli.terminal import Refused
from sync.server.composition import opened
from sync.server.refusals import Refusal


def reopen(asked: argparse.Namespace) -> None:
    """Ask for the check code and write the answer beside the file. Refusals as `Reopening`, those of the file, and
    `answer_not_sealed` where it cannot be written."""
    request = _request(asked.file)
    place = asked.out or asked.file.with_name(asked.file.name.removesuffix(REQUEST_SUFFIX) + ANSWER_SUFFIX)
    with opened(real_settings(asked)) as server:
        agent = server.reopening.asker(request.device)
        print(f"laptop {request.device} of {agent.number} {agent.name} asks for a new password")
        answer = server.reopening.answer(request, asked.code or _heard(), TERMINAL)
    try:
        with replacing(place) as file:
            file.write(file_of(answer))
    except OSError:
        raise Refusal("answer_not_sealed", 422) from None
    print(f"check code {spoken(answer.code)}")
    print(f"answer {place}: only that laptop opens it")


def _request(path: Path) -> ReopenRequest:
    try:
        with path.open("rb") as file:
            return read_request(file.read(LARGEST + 1))
    except OSError:
        raise Refusal("file_unreadable", 422) from None
    except ReopenFault as fault:
        raise Refusal(f"reopen_{fault.code}", 422) from None


def _heard() -> str:
    """The code as it was heard. Raises Refused without a terminal: a file alone proves nobody."""
    if not sys.stdin.isatty():
        raise Refused("Name the code that the agent reads out with --code.")
    print("Call the agent on the number that you know, not on one that came with the file.")
    return input("Code on the laptop's screen, as the agent reads it out: ")
