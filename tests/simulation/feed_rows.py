"""What rows of the feed and verdicts make of a simulated laptop's disk."""

from __future__ import annotations

from perisai_desktop.storage.photos import PhotoState
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.entry import DecodedEntry, SealedEntry
from sync.protocol.feed import DecisionPayload, FeedRow, RecordPayload
from sync.protocol.messages import EntryVerdict
from sync.rules.states import ClientState, ReviewState, client_state_of, state_of_verdict
from tests.simulation.decoding import remembered
from tests.simulation.disk import Content, Line, Status, Told
from tests.simulation.laptop_photos import name

RESTORED = Status(ClientState.ACKNOWLEDGED, ReviewState.RECEIVED, 0, "feed")


def apply_row(content: Content, row: FeedRow) -> int:
    """Keep a row and do what it says; 1 for a decision, else 0."""
    told = content.feed[row.position] = Told.of(row)
    payload = told.payload
    if isinstance(payload, EntryVerdict) and applied(content, payload, "feed"):
        content.outbox.pop(payload.entry_id, None)
        content.leases.pop(payload.entry_id, None)
    elif isinstance(payload, DecisionPayload):
        _decide(content, payload, row.position)
        return 1
    elif isinstance(payload, RecordPayload):
        _take_back(content, payload)
    return 0


def _decide(content: Content, payload: DecisionPayload, position: int) -> None:
    line = _line(content, payload.entry_id)
    if line is not None and line.hash == payload.hash:
        _move(content, payload.entry_id, payload.state, position, "feed")


def _take_back(content: Content, payload: RecordPayload) -> None:
    """An own entry stands at its old place again, unless other content does or a neighbour contradicts it."""
    line = _line_of(payload)
    if line.hash == payload.hash and not _contradicted(content, line):
        content.journal.append(line)
        content.status[line.entry_id] = RESTORED
        name(content, line, PhotoState.ELSEWHERE)
        earlier = sorted(content.feed.items())
        applied(content, payload.verdict, "feed")
        for position, told in earlier:
            decision = told.payload
            if isinstance(decision, DecisionPayload) and decision.entry_id == line.entry_id:
                _decide(content, decision, position)
        return
    if applied(content, payload.verdict, "feed"):
        content.outbox.pop(line.entry_id, None)
        content.leases.pop(line.entry_id, None)


def _contradicted(content: Content, line: Line) -> bool:
    for other in content.journal:
        if other.entry_id == line.entry_id or (other.epoch, other.seq) == (line.epoch, line.seq):
            return True
        if (other.epoch, other.seq + 1) == (line.epoch, line.seq) and other.hash != line.prev_hash:
            return True
        if (other.epoch, other.seq - 1) == (line.epoch, line.seq) and other.prev_hash != line.hash:
            return True
    return False


def _line_of(payload: RecordPayload) -> Line:
    sealed = SealedEntry.of(
        payload.raw.encode(), None if payload.personal is None else payload.personal.encode()
    )
    entry = remembered(sealed.raw, sealed.personal)
    assert isinstance(entry, DecodedEntry)
    envelope, body = entry.envelope, entry.body
    number, total = (body.number, body.total) if isinstance(body, Receipt) else ("", 0)
    return Line(
        sealed,
        envelope.entry_id,
        envelope.action_id,
        envelope.kind,
        envelope.epoch,
        envelope.seq,
        envelope.worker_id,
        number,
        total,
        prev_hash=envelope.prev_hash,
        blobs=envelope.blobs,
    )


def applied(content: Content, verdict: EntryVerdict, cause: str) -> bool:
    """Move the one entry whose content the verdict is about (S4); False where this journal does not hold it."""
    line = _line(content, verdict.entry_id)
    review = state_of_verdict(verdict.standing)
    if line is None or line.hash != verdict.hash or review is None:
        return False
    _move(content, verdict.entry_id, review, verdict.feed_position, cause)
    return True


def _move(content: Content, entry_id: str, review: ReviewState, position: int, cause: str) -> None:
    before = content.status[entry_id]
    if before.position < position:
        content.status[entry_id] = Status(client_state_of(review), review, position, cause)


def _line(content: Content, entry_id: str) -> Line | None:
    return next((line for line in content.journal if line.entry_id == entry_id), None)
