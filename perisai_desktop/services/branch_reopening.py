"""Answers the file of a laptop whose password was forgotten, with the session of a branch administrator."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.reopening import AskedReopening
from perisai_desktop.services.reopening import FILE_FAULTS
from perisai_desktop.services.stick_files import save_whole
from sync.client.agent_requests import AgentRequests
from sync.protocol.reopening import (
    ANSWER_SUFFIX,
    LARGEST,
    REQUEST_SUFFIX,
    ReopenAsk,
    ReopenFault,
    file_of,
    read_request,
)

T = TypeVar("T")


class Asked(Protocol):
    """Makes a Failure of what the server refuses."""

    def __call__(self, ask: Callable[[], T]) -> T:
        """The server's answer; raises Failure."""


class BranchReopening:
    """Online. To be used from one thread at a time."""

    def __init__(self, requests: AgentRequests, asked: Asked) -> None:
        self._requests = requests
        self._asked = asked

    def look(self, place: Path, device: str) -> AskedReopening:
        """The request in a file, which has to be that of `device`.

        Raises Failure: file_unreadable, reopen_file_unknown, reopen_file_other_kind, reopen_file_newer,
        reopen_file_damaged, reopen_for_another.
        """
        try:
            with place.open("rb") as file:
                raw = file.read(LARGEST + 1)
            request = read_request(raw)
        except OSError:
            raise Failure(FailureCode.FILE_UNREADABLE) from None
        except ReopenFault as fault:
            raise Failure(FILE_FAULTS[fault.code]) from None
        if request.device != device:
            raise Failure(FailureCode.REOPEN_FOR_ANOTHER)
        answer = place.name.removesuffix(REQUEST_SUFFIX) + ANSWER_SUFFIX
        return AskedReopening(request.device, request.made_at, place.name, answer, raw)

    def answer(self, asked: AskedReopening, code: str, place: Path) -> Path:
        """Save the branch's answer to a request whose code the agent has read out; again is harmless.

        Raises Failure: laptop_unknown, laptop_revoked, maker_is_checker, reopen_code_differs, reopen_too_old,
        reopen_key_lost, reopen_file_damaged, not_allowed, no_network, session_over, and those of the place as
        `save_whole`.
        """
        request = ReopenAsk(request=read_request(asked.raw), code=code)
        answer = self._asked(lambda: self._requests.reopen(asked.device, request))
        save_whole(place, file_of(answer))
        return place
