"""The course of one sync as a pure state machine: no threads, sockets, clock, storage or randomness inside.

The caller asks `next_action`, does it, hands the reply to `on_reply`, and applies the effects, each in one
transaction, before it asks again. What is true at all times: sync/README.md, S1 to S10.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import pairwise

from sync.client.actions import (
    Action,
    ApplyRows,
    AwaitVerdicts,
    Effect,
    Fault,
    Finished,
    Halted,
    Learn,
    PullChanges,
    QueueFacts,
    Release,
    SayHello,
    SendBatch,
    SetAside,
    Settle,
    Verified,
    Verify,
    Wipe,
)
from sync.client.photo_replies import PhotoReply, PhotoWord
from sync.client.photos import PhotoCourse, next_photo_action, on_photo_reply
from sync.client.replies import (
    BatchAcknowledged,
    BatchStoredRaw,
    ChangesOk,
    DeviceBarred,
    HelloOk,
    NonceLapsed,
    NoNetwork,
    Reply,
    Reused,
    ServerFault,
    Slower,
    Smaller,
    VerifyOk,
)
from sync.client.sizing import Sizing
from sync.client.verifying import Search
from sync.protocol.messages import DeviceState

MOST_TIME_OUTS = 3
"""So many time-outs of batches in a row end a run."""
MOST_LAPSES = 3
"""So many lapsed nonces with nothing getting through between them halt a run."""
STRIKES_TO_BISECT = 2
"""So many server faults on a batch, over runs, before it is taken apart to find the action that causes them."""
MOST_VERIFIES = 2
"""So many times a run compares whole: once, and once more when what was missing has gone up."""
_SERVER_FAULT = "server_fault"


class Phase(Enum):
    """Where a run is: before hello, after it, or at its end."""

    HELLO = auto()
    OPEN = auto()
    OVER = auto()


@dataclass(frozen=True, slots=True)
class EngineState:
    """Everything a run knows. `feed_ahead`: the feed has rows beyond the cursor; `asked`: hello was said again
    for an epoch, once everything else was done; `search`: the comparison under way; `leaving`: the branch wants the
    device wiped and nothing is missing any more, which the next hello settles."""

    cursor: int
    sizing: Sizing = field(default_factory=Sizing)
    strikes: int = 0
    phase: Phase = Phase.HELLO
    feed_ahead: bool = False
    device_state: DeviceState = "active"
    lapses: int = 0
    time_outs: int = 0
    asked: bool = False
    search: Search = field(default_factory=Search)
    verifies: int = 0
    wipe_asked: bool = False
    leaving: bool = False
    course: PhotoCourse = field(default_factory=PhotoCourse)
    ending: Finished | Halted = field(default_factory=Finished)

    @property
    def bisecting(self) -> bool:
        """Whether batches are being taken apart to find an action that makes the server fail."""
        return self.strikes >= STRIKES_TO_BISECT

    @property
    def carried_strikes(self) -> int:
        """The strikes to start the next run with: those of a run that a server fault ended, else none."""
        ended_by_fault = self.phase is Phase.OVER and self.ending == Finished(_SERVER_FAULT)
        return self.strikes if ended_by_fault else 0


@dataclass(frozen=True, slots=True)
class Step:
    """The state after a reply, and what the caller must make durable before it goes on."""

    state: EngineState
    effects: tuple[Effect, ...] = ()


def start(cursor: int, sizing: Sizing | None = None, strikes: int = 0) -> EngineState:
    """The state of a new run; `sizing` and `carried_strikes` of the run before, where there was one."""
    return EngineState(cursor=cursor, sizing=sizing or Sizing(), strikes=strikes)


def next_action(state: EngineState, queue: QueueFacts) -> Action:
    """What to do. Asking again without a reply in between gives the same answer."""
    if state.phase is Phase.OVER:
        return state.ending
    if state.phase is Phase.HELLO:
        return SayHello()
    if queue.entries > 0:
        return SendBatch(state.sizing.entries, state.sizing.most_bytes, state.sizing.time_out)
    if state.feed_ahead and state.device_state == "active":
        return PullChanges(state.cursor)
    if queue.epoch_wanted and not state.asked:
        return SayHello()
    return _comparing(state, queue)


def _comparing(state: EngineState, queue: QueueFacts) -> Action:
    """Go on with the comparison, or begin one that is due, once everything else is done."""
    search = state.search
    if search.over and state.verifies < MOST_VERIFIES:
        search = Search(ranges=queue.unverified)
    if not search.over:
        return Verify(*search.portion())
    if queue.photo is not None:
        return next_photo_action(state.course, queue.photo)
    return SayHello() if state.leaving else Finished()


def on_reply(state: EngineState, reply: Reply | PhotoReply) -> Step:
    """The state and the effects of a reply to the action that `next_action` named."""
    if isinstance(reply, PhotoWord):
        return _after_photo(state, reply)
    match reply:
        case HelloOk():
            return _after_hello(state, reply)
        case BatchAcknowledged():
            return _after_acknowledgement(state, reply)
        case BatchStoredRaw():
            arrived = replace(_arrived(state, reply.bytes_sent, reply.seconds), feed_ahead=True)
            return Step(arrived, (AwaitVerdicts(reply.stored.batch_id),))
        case ChangesOk():
            return _after_changes(state, reply)
        case VerifyOk():
            return _after_verify(state, reply)
        case NonceLapsed():
            return _after_lapse(state, reply)
        case Smaller():
            return _after_too_large(state, reply)
        case Slower():
            return _over(state, Finished("slower", reply.seconds), reply.batch_id)
        case ServerFault():
            return _after_server_fault(state, reply)
        case NoNetwork():
            return _after_no_network(state, reply)
        case DeviceBarred():
            return _over(state, Halted(Fault("device_barred", reply.code)), reply.batch_id)
        case Reused():
            return _over(state, Halted(Fault("batch_reused")), reply.batch_id)
        case _:
            return _over(state, Halted(Fault("rejected", reply.code)), reply.batch_id)


def _over(state: EngineState, ending: Finished | Halted, batch_id: str | None) -> Step:
    return Step(replace(state, phase=Phase.OVER, ending=ending), _released(batch_id))


def _released(batch_id: str | None) -> tuple[Effect, ...]:
    return () if batch_id is None else (Release(batch_id),)


def _after_hello(state: EngineState, reply: HelloOk) -> Step:
    answer = reply.answer
    opened = replace(
        state,
        phase=Phase.OPEN,
        sizing=state.sizing.limited(answer.max_entries, answer.max_bytes),
        feed_ahead=answer.feed_head > state.cursor,
        device_state=answer.device_state,
        asked=state.phase is Phase.OPEN,
        wipe_asked=answer.wipe_asked_at is not None,
        leaving=False,
    )
    urgent = answer.settled
    settling = () if urgent is None else (Settle(urgent, reply.proof),)
    if answer.device_state == "wiped":
        opened = replace(opened, phase=Phase.OVER, ending=Halted(Fault("device_barred", "wiped")))
        return Step(opened, (*settling, Wipe(answer, reply.proof)))
    return Step(opened, (*settling, Learn(answer, reply.proof)))


def _arrived(state: EngineState, bytes_sent: int, seconds: float) -> EngineState:
    """After a batch reached the server: the link is measured, and grows unless a poison action is sought."""
    grown = state.sizing.succeeded(bytes_sent, seconds)
    sizing = replace(grown, entries=state.sizing.entries) if state.bisecting else grown
    return replace(state, sizing=sizing, time_outs=0, lapses=0)


def _after_acknowledgement(state: EngineState, reply: BatchAcknowledged) -> Step:
    arrived = _arrived(state, reply.bytes_sent, reply.seconds)
    ahead = any(verdict.feed_position > state.cursor for verdict in reply.acknowledgement.verdicts)
    return Step(
        replace(arrived, feed_ahead=state.feed_ahead or ahead), (Settle(reply.acknowledgement, reply.proof),)
    )


def _after_changes(state: EngineState, reply: ChangesOk) -> Step:
    """Rows must go on from the cursor, in order, and a page that promises more must have moved the cursor."""
    page = reply.page
    positions = [state.cursor, *(row.position for row in page.rows), page.cursor + 1]
    in_order = all(before < after for before, after in pairwise(positions))
    if not in_order or (page.more and page.cursor == state.cursor):
        return _over(state, Halted(Fault("feed_order")), None)
    moved = replace(state, cursor=page.cursor, feed_ahead=page.more, lapses=0)
    return Step(moved, (ApplyRows(page.rows, page.cursor, reply.proof),))


def _after_verify(state: EngineState, reply: VerifyOk) -> Step:
    """What differs is looked into; once nothing is left to ask, the findings are made durable."""
    search = state.search.after(reply.request, reply.answer)
    if search is None:
        return _over(state, Halted(Fault("verify_answer")), None)
    if not search.over:
        return Step(replace(state, search=search, lapses=0))
    compared = replace(
        state,
        search=Search(),
        verifies=state.verifies + 1,
        lapses=0,
        leaving=state.wipe_asked and search.found.agreed,
    )
    return Step(compared, (Verified(search.found),))


def _after_lapse(state: EngineState, reply: NonceLapsed) -> Step:
    lapses = state.lapses + 1
    if lapses >= MOST_LAPSES:
        return _over(state, Halted(Fault("nonce_refused")), reply.batch_id)
    return Step(replace(state, phase=Phase.HELLO, lapses=lapses), _released(reply.batch_id))


def _after_too_large(state: EngineState, reply: Smaller) -> Step:
    if reply.batch_id is None or state.sizing.smallest:
        return _over(state, Finished("too_large"), reply.batch_id)
    return Step(replace(state, sizing=state.sizing.shrunk()), _released(reply.batch_id))


def _after_no_network(state: EngineState, reply: NoNetwork) -> Step:
    """A time-out of a batch halves it and tries again; everything else predicts the rest and ends the run."""
    time_outs = state.time_outs + 1
    tried = replace(state, sizing=state.sizing.shrunk(), time_outs=time_outs)
    if reply.batch_id is None or reply.detail != "timeout":
        return _over(state, Finished(f"no_network_{reply.detail}"), reply.batch_id)
    if time_outs >= MOST_TIME_OUTS:
        return _over(tried, Finished("no_network_timeout"), reply.batch_id)
    return Step(tried, _released(reply.batch_id))


def _after_photo(state: EngineState, reply: PhotoWord) -> Step:
    """Pictures come last and go by a course of their own; only what predicts the rest ends the run."""
    step = on_photo_reply(state.course, reply)
    moved = replace(state, course=step.course, lapses=0)
    if step.ending is None:
        return Step(moved, step.effects)
    return Step(replace(moved, phase=Phase.OVER, ending=step.ending), step.effects)


def _after_server_fault(state: EngineState, reply: ServerFault) -> Step:
    """The first fault ends the run; from the second on the batch is halved down to the action that causes it."""
    if reply.batch_id is None:
        return _over(state, Finished(_SERVER_FAULT), None)
    struck = replace(state, strikes=state.strikes + 1)
    if not struck.bisecting:
        return _over(struck, Finished(_SERVER_FAULT), reply.batch_id)
    if state.sizing.smallest:
        return Step(replace(state, strikes=0), (SetAside(reply.batch_id, reply.code),))
    return Step(replace(struck, sizing=state.sizing.shrunk()), _released(reply.batch_id))
