"""The reviewer's requests: online, with a session token, each failure a code."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import BinaryIO, TypeVar
from urllib.parse import quote, urlencode

from pydantic import BaseModel, ValidationError

from sync.client.channel import Channel, ChannelDown, RawAnswer
from sync.client.signed_channel import BUNDLE_TYPE, CARRY_TIME_OUT, JSON_TYPE
from sync.protocol.attribution import AttributionRequest, FoundWorker, FoundWorkers, WorkerSearch
from sync.protocol.bulk import BulkList, BulkRequest, BulkView
from sync.protocol.bundle_answer import BundleTaken
from sync.protocol.digests import sha256_hex
from sync.protocol.laptops import EpochCodeAnswer, EpochCodeRequest, GapList, LaptopGap
from sync.protocol.messages import Problem
from sync.protocol.review import (
    CommentRequest,
    DecisionMove,
    DecisionPayload,
    DecisionRequest,
    NoteRequest,
    ReviewQueue,
    ReviewRecord,
)
from sync.protocol.sessions import PasswordRequest, ReviewSession, SignInRequest
from sync.protocol.wire import wire_bytes
from sync.rules.states import ReviewState

A = TypeVar("A", bound=BaseModel)
_LATER = frozenset({429, 503})
"""What a proxy answers in place of a server that it does not let anybody reach for the moment."""


class ReviewFault(Exception):
    """An expected failure: a code of the server's, or `no_network` (data: detail), `answer_invalid`,
    `server_fault` (data: status), `request_invalid` (data: field), `not_signed_in`. Nothing was decided."""

    def __init__(self, code: str, data: Mapping[str, str | int | None] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.data = dict(data or {})


class ReviewClient:
    """One reviewer at one server; holds the session's token in memory and nothing else."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._session: ReviewSession | None = None

    @property
    def session(self) -> ReviewSession | None:
        """Who is signed in."""
        return self._session

    def sign_in(self, login: str, password: str) -> ReviewSession:
        """Opens a session of at most 8 hours. Raises `ReviewFault`, as every method here."""
        request = built(SignInRequest, {"login": login, "password": password})
        self._session = _read(
            ReviewSession, self._ask("POST", "/v1/review/session", request, signed_in=False)
        )
        return self._session

    def sign_out(self) -> None:
        """Ends the session at the server and forgets its token, whatever the server says."""
        try:
            self._ask("DELETE", "/v1/review/session")
        finally:
            self._session = None

    def change_password(self, old: str, new: str) -> None:
        """Replaces one's own password: every session of the account is over then, this one too."""
        self._ask("PUT", "/v1/review/password", built(PasswordRequest, {"old": old, "new": new}))

    def queue(self, state: ReviewState | None = None, after: str | None = None) -> ReviewQueue:
        """A page of what waits, by agent and local day, of one state or everything open; `after` as a page named it."""
        asked = {"state": state and state.value, "after": after}
        query = urlencode({name: text for name, text in asked.items() if text is not None})
        return _read(ReviewQueue, self._ask("GET", "/v1/review/queue" + (f"?{query}" if query else "")))

    def record(self, entry_id: str) -> ReviewRecord:
        """One record in full."""
        return _read(ReviewRecord, self._ask("GET", _record_path(entry_id)))

    def photo(self, entry_id: str, sha256: str) -> bytes:
        """A picture of a record; looking at it is written down. `photo_differs`: another picture came in its place."""
        path = f"{_record_path(entry_id, 'photos')}/{quote(sha256, safe='')}"
        content = self._ask("GET", path).body
        if sha256_hex(content) != sha256:
            another = content.startswith((b"\xff\xd8", b"\x89PNG"))
            raise ReviewFault("photo_differs" if another else _unreadable(content))
        return content

    def content(self, path: str) -> bytes:
        """What a GET answers, as it came; at most 32 MiB."""
        return self._ask("GET", path).body

    def open(self, entry_id: str) -> ReviewRecord:
        """Takes a record into review; nobody else can until it is released or decided."""
        return _read(ReviewRecord, self._ask("POST", _record_path(entry_id, "open")))

    def release(self, entry_id: str) -> ReviewRecord:
        """Puts a record back undecided."""
        return _read(ReviewRecord, self._ask("POST", _record_path(entry_id, "release")))

    def take_over(self, entry_id: str, note: str) -> ReviewRecord:
        """Takes a record from whoever has it open; the reason stays in its history."""
        request = built(NoteRequest, {"note": note})
        return _read(ReviewRecord, self._ask("POST", _record_path(entry_id, "takeover"), request))

    def decline(self, entry_id: str, note: str) -> ReviewRecord:
        """Takes away what waits for a second person: one's own, or another person's."""
        request = built(NoteRequest, {"note": note})
        return _read(ReviewRecord, self._ask("POST", _record_path(entry_id, "proposal/decline"), request))

    def approve(self, entry_id: str, content_hash: str, note: str | None = None) -> DecisionPayload:
        """Approves exactly the content with this hash."""
        return self._decide(entry_id, "approve", content_hash, note=note)

    def send_back(
        self,
        entry_id: str,
        content_hash: str,
        comments: Iterable[tuple[str, str]],
        reason: str | None = None,
        note: str | None = None,
    ) -> DecisionPayload:
        """Sends a record back with comments, each on a field of the form: (field, text)."""
        return self._decide(entry_id, "return", content_hash, reason=reason, note=note, comments=comments)

    def refuse(
        self, entry_id: str, content_hash: str, reason: str, note: str | None = None
    ) -> DecisionPayload:
        """Refuses with a coded reason."""
        return self._decide(entry_id, "refuse", content_hash, reason=reason, note=note)

    def duplicate(self, entry_id: str, content_hash: str, note: str | None = None) -> DecisionPayload:
        """Says that the same person is registered already."""
        return self._decide(entry_id, "duplicate", content_hash, note=note)

    def not_duplicate(self, entry_id: str, content_hash: str, note: str | None = None) -> DecisionPayload:
        """Takes a supposed duplicate back into review."""
        return self._decide(entry_id, "not_duplicate", content_hash, note=note)

    def workers(self, text: str) -> tuple[FoundWorker, ...]:
        """Workers of the branch with this NIK, or whose name begins so."""
        request = built(WorkerSearch, {"text": text})
        return _read(FoundWorkers, self._ask("POST", "/v1/review/workers", request)).workers

    def attribute(self, entry_id: str, content_hash: str, payer: str, worker_id: str) -> ReviewRecord:
        """Says that what exactly this content paid for `payer` was paid for a worker of the branch."""
        request = built(AttributionRequest, {"hash": content_hash, "payer": payer, "worker": worker_id})
        return _read(ReviewRecord, self._ask("POST", _record_path(entry_id, "attribution"), request))

    def bulks(self) -> tuple[BulkView, ...]:
        """What the branch approves together, of the last day, newest first."""
        return _read(BulkList, self._ask("GET", "/v1/review/bulks")).bulks

    def draw(self, entry_ids: Iterable[str]) -> BulkView:
        """Takes records together; the server draws which of them have to be opened."""
        request = built(BulkRequest, {"entries": tuple(entry_ids)})
        return _read(BulkView, self._ask("POST", "/v1/review/bulks", request))

    def schedule(self, bulk_id: str) -> BulkView:
        """Approves a bulk ten minutes from now."""
        return _read(BulkView, self._ask("POST", f"/v1/review/bulks/{quote(bulk_id, safe='')}/schedule"))

    def undo_bulk(self, bulk_id: str) -> BulkView:
        """Takes a bulk back before it stands."""
        return _read(BulkView, self._ask("POST", f"/v1/review/bulks/{quote(bulk_id, safe='')}/undo"))

    def gaps(self) -> tuple[LaptopGap, ...]:
        """What laptops of the branch wrote and the branch does not have."""
        return _read(GapList, self._ask("GET", "/v1/review/gaps")).gaps

    def epoch_code(self, laptop: str, challenge: str) -> EpochCodeAnswer:
        """The code that lets a laptop without a network number its receipts anew."""
        request = built(EpochCodeRequest, {"laptop": laptop, "challenge": challenge})
        return _read(EpochCodeAnswer, self._ask("POST", "/v1/admin/epoch-codes", request))

    def carry(self, file: BinaryIO) -> BundleTaken:
        """Brings the file of a laptop without a network, from where the open file stands."""
        headers = {**self._headers(signed_in=True), "Content-Type": BUNDLE_TYPE}
        path = "/v1/review/bundles"
        answer = _told(
            lambda: self._channel.upload(path, headers=headers, file=file, time_out=CARRY_TIME_OUT)
        )
        return _read(BundleTaken, answer)

    def told(self, model: type[A], method: str, path: str, request: BaseModel | None = None) -> A:
        """What the server answers to any other request of the person who is signed in."""
        return _read(model, self._ask(method, path, request))

    def close(self) -> None:
        """Closes the connection."""
        self._channel.close()

    def _decide(
        self,
        entry_id: str,
        move: DecisionMove,
        content_hash: str,
        *,
        reason: str | None = None,
        note: str | None = None,
        comments: Iterable[tuple[str, str]] = (),
    ) -> DecisionPayload:
        request = built(
            DecisionRequest,
            {
                "move": move,
                "hash": content_hash,
                "reason": reason,
                "note": note or None,
                "comments": tuple(
                    built(CommentRequest, {"field": field, "text": text}) for field, text in comments
                ),
            },
        )
        return _read(DecisionPayload, self._ask("POST", _record_path(entry_id, "decision"), request))

    def _ask(
        self, method: str, path: str, request: BaseModel | None = None, *, signed_in: bool = True
    ) -> RawAnswer:
        headers = self._headers(signed_in=signed_in)
        if request is not None:
            headers["Content-Type"] = JSON_TYPE
        body = b"" if request is None else wire_bytes(request)
        return _told(lambda: self._channel.send(method, path, headers=headers, body=body))

    def _headers(self, *, signed_in: bool) -> dict[str, str]:
        headers = {"Accept": JSON_TYPE}
        if signed_in:
            if self._session is None:
                raise ReviewFault("not_signed_in")
            headers["Authorization"] = f"Bearer {self._session.token}"
        return headers


def _told(ask: Callable[[], RawAnswer]) -> RawAnswer:
    """A 2xx; everything else as a fault."""
    try:
        answer = ask()
    except ChannelDown as down:
        raise ReviewFault("no_network", {"detail": down.detail}) from None
    if not 200 <= answer.status < 300:
        raise _fault(answer)
    return answer


def _record_path(entry_id: str, act: str | None = None) -> str:
    path = f"/v1/review/records/{quote(entry_id, safe='')}"
    return path if act is None else f"{path}/{act}"


def built(model: type[A], values: Mapping[str, object]) -> A:
    """A request of some values. Raises `ReviewFault` (`request_invalid`) naming the field that does not fit."""
    try:
        return model(**values)
    except ValidationError as invalid:
        raise ReviewFault("request_invalid", {"field": str(invalid.errors()[0]["loc"][0])}) from None


def _read(model: type[A], answer: RawAnswer) -> A:
    try:
        return model.model_validate_json(answer.body)
    except ValidationError:
        raise ReviewFault(_unreadable(answer.body)) from None


def _unreadable(body: bytes) -> str:
    """An answer that is JSON is a server's that this program does not understand; anything else is not a server's."""
    try:
        json.loads(body)
    except ValueError:
        return "no_network"
    return "answer_invalid"


def _fault(answer: RawAnswer) -> ReviewFault:
    try:
        problem = Problem.model_validate_json(answer.body)
    except ValidationError:
        if answer.status in _LATER:
            return ReviewFault("too_many_requests", {"seconds": answer.retry_after or 0})
        code = "server_fault" if answer.status >= 500 else "no_network"
        return ReviewFault(code, {"status": answer.status})
    return ReviewFault(problem.code, problem.data)
