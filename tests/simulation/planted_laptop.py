"""Bugs of a laptop's side, each as a patch over the code that ships or over the store of the simulation."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from unittest.mock import patch

from sync.client import engine, signed_channel
from sync.client.actions import ApplyRows, SendBatch, Settle
from sync.client.channel import RawAnswer
from sync.client.replies import BatchAcknowledged, BatchReply, NoNetwork, SignedAnswer
from sync.client.transport import Transport
from sync.protocol.batch import PackedBatch
from sync.protocol.entry import SealedEntry
from sync.protocol.messages import Acknowledgement, EntryVerdict, Hello
from sync.rules.states import ClientState, ReviewState, VerdictKind
from tests.simulation.clocks import NINE
from tests.simulation.disk import Line, Status
from tests.simulation.feed_rows import apply_row
from tests.simulation.laptop import Issued, Laptop
from tests.simulation.laptop_store import LaptopStore
from tests.simulation.writing import Quill, Written

_believe, _put_batch = signed_channel.believe, Transport.put_batch
_batch, _settle, _apply, _next_action = (
    LaptopStore.batch,
    LaptopStore.settle,
    LaptopStore.apply,
    engine.next_action,
)
PROOF = SignedAnswer(200, b"{}", "", "")


def _all_accepted(batch: PackedBatch, server: str) -> BatchAcknowledged:
    """What somebody makes up who thinks that everything went well."""
    verdicts = tuple(
        EntryVerdict(entry_id=entry_id, hash=digest, kind=VerdictKind.ACCEPTED, feed_position=10_000)
        for entry_id, digest in batch.hashes
    )
    answer = Acknowledgement(
        batch_id=batch.batch_id, digest=batch.digest, verdicts=verdicts, stored_at=NINE, server=server
    )
    return BatchAcknowledged(answer, PROOF, len(batch.body), 0.1)


def mark_before_acknowledgement() -> Iterator[None]:
    """What was handed to the network counts as sent."""

    def batch(self: LaptopStore, action: SendBatch) -> PackedBatch | None:
        packed = _batch(self, action)
        if packed is not None:
            with self.disk.transaction() as content:
                for entry_id, _ in packed.hashes:
                    content.status[entry_id] = Status(
                        ClientState.ACKNOWLEDGED, ReviewState.RECEIVED, 0, "sent"
                    )
        return packed

    with patch.object(LaptopStore, "batch", batch):
        yield


def any_200_is_success() -> Iterator[None]:
    """A 200 settles the batch, whoever sent it."""

    def believe(
        raw: RawAnswer, request_signature: str, server_key: bytes, batch_id: str | None = None
    ) -> object:
        if raw.status == 200 and batch_id is not None:
            return SignedAnswer(200, raw.body, "", request_signature)
        return _believe(raw, request_signature, server_key, batch_id)

    def put_batch(self: Transport, batch: PackedBatch, time_out: float) -> BatchReply:
        reply = _put_batch(self, batch, time_out)
        differs = getattr(reply, "code", "") == "acknowledgement_differs"
        return _all_accepted(batch, self._server) if differs else reply

    with patch.object(signed_channel, "believe", believe), patch.object(Transport, "put_batch", put_batch):
        yield


def status_moves_on_a_time_out() -> Iterator[None]:
    """A batch whose answer did not come in time counts as arrived."""

    def put_batch(self: Transport, batch: PackedBatch, time_out: float) -> BatchReply:
        reply = _put_batch(self, batch, time_out)
        late = isinstance(reply, NoNetwork) and reply.detail == "timeout"
        return _all_accepted(batch, self._server) if late else reply

    with patch.object(Transport, "put_batch", put_batch):
        yield


def verdicts_ignored() -> Iterator[None]:
    """Whatever the server says of an entry, it is taken as accepted."""

    def settle(self: LaptopStore, effect: Settle) -> int:
        verdicts = tuple(
            one.model_copy(update={"kind": VerdictKind.ACCEPTED, "original": None, "feed_position": 10_000})
            for one in effect.acknowledgement.verdicts
        )
        answer = effect.acknowledgement.model_copy(update={"verdicts": verdicts})
        return _settle(self, replace(effect, acknowledgement=answer))

    with patch.object(LaptopStore, "settle", settle):
        yield


def new_id_on_retry() -> Iterator[None]:
    """An entry that is sent a second time gets an id of its own for that."""
    sent: set[str] = set()

    def again(line: Line, number: int) -> Line:
        value = json.loads(line.sealed.raw)
        value["entry_id"] = f"{line.entry_id[:-4]}{number:04x}"
        raw = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        return replace(line, sealed=SealedEntry.of(raw, line.sealed.personal), entry_id=value["entry_id"])

    def batch(self: LaptopStore, action: SendBatch) -> PackedBatch | None:
        with self.disk.transaction() as content:
            for place, line in enumerate(content.journal):
                if line.hash in sent and line.entry_id in content.outbox and line.kind == "receipt":
                    fresh = again(line, len(sent) % 65_536)
                    content.journal[place] = fresh
                    content.outbox[fresh.entry_id] = content.outbox.pop(line.entry_id)
                    content.status[fresh.entry_id] = content.status.pop(line.entry_id)
        packed = _batch(self, action)
        if packed is not None:
            sent.update(digest for _, digest in packed.hashes)
        return packed

    with patch.object(LaptopStore, "batch", batch):
        yield


def cursor_before_rows() -> Iterator[None]:
    """The cursor is kept first and the rows afterwards, in two transactions."""

    def apply(self: LaptopStore, effect: ApplyRows) -> tuple[int, int]:
        with self.disk.transaction() as content:
            content.cursor = effect.cursor
        return _apply(self, effect)

    with patch.object(LaptopStore, "apply", apply):
        yield


def rows_applied_one_by_one() -> Iterator[None]:
    """A page is applied row by row, and its cursor with the first of them."""

    def apply(self: LaptopStore, effect: ApplyRows) -> tuple[int, int]:
        for row in effect.rows:
            with self.disk.transaction() as content:
                content.cursor = effect.cursor
                if row.position not in content.feed:
                    apply_row(content, row)
        return len(effect.rows), 0

    with patch.object(LaptopStore, "apply", apply):
        yield


def first_batch_only() -> Iterator[None]:
    """After the first acknowledged batch the queue counts as empty."""

    def settle(self: LaptopStore, effect: Settle) -> int:
        settled = _settle(self, effect)
        with self.disk.transaction() as content:
            content.outbox, content.leases = {}, {}
        return settled

    with patch.object(LaptopStore, "settle", settle):
        yield


def lease_survives_a_crash() -> Iterator[None]:
    """What was in flight when the power went is in flight for ever."""
    begin = LaptopStore.__init__

    def same_life(self: LaptopStore, *args: object, **named: object) -> None:
        begin(self, *args, **{**named, "run": "for ever"})  # type: ignore[arg-type]

    with (
        patch.object(LaptopStore, "__init__", same_life),
        patch.object(LaptopStore, "release_all", lambda self: None),
    ):
        yield


def restore_reuses_numbers() -> Iterator[None]:
    """A store that is older than its mark goes on as if nothing had happened."""

    def believe_the_disk(self: Laptop) -> None:
        """The mark is not asked."""

    with (
        patch.object(Laptop, "_refuse_rolled_back", believe_the_disk),
        patch.object(LaptopStore, "compare", lambda self, answer: 0),
    ):
        yield


def epoch_self_assigned() -> Iterator[None]:
    """A store that is older than its mark takes the next epoch by itself."""
    refuse = Laptop._refuse_rolled_back

    def take_the_next(self: Laptop) -> None:
        refuse(self)
        if self.content.rolled_back:
            with self.disk.transaction() as content:
                content.epoch, content.rolled_back = content.epoch + 1, False

    with patch.object(Laptop, "_refuse_rolled_back", take_the_next):
        yield


def marks_sent_only_with_a_push() -> Iterator[None]:
    """With nothing to send, hello says nothing of how far the chains reach or reached."""
    whole = LaptopStore.hello

    def hello(self: LaptopStore) -> Hello:
        said = whole(self)
        if self.disk.content.outbox:
            return said
        wanted = said.epoch_wanted and said.epoch_wanted.model_copy(update={"reached": None})
        return said.model_copy(update={"marks": (), "epoch_wanted": wanted})

    with patch.object(LaptopStore, "hello", hello):
        yield


def kept_mark_is_not_told() -> Iterator[None]:
    """A store that was set back asks for an epoch and does not say how far it had reached."""
    whole = LaptopStore.hello

    def hello(self: LaptopStore) -> Hello:
        said = whole(self)
        wanted = said.epoch_wanted and said.epoch_wanted.model_copy(update={"reached": None})
        return said.model_copy(update={"epoch_wanted": wanted})

    with patch.object(LaptopStore, "hello", hello):
        yield


def shown_before_it_is_durable() -> Iterator[None]:
    """The receipt is on the screen before the commit, whose failure nobody hears of."""
    write = Laptop._write

    def careless(self: Laptop, *args: object) -> object:
        pay, shown = Quill.pay, []

        def remember(quill: Quill, *parts: object) -> Written:
            made = pay(quill, *parts)  # type: ignore[arg-type]
            shown.append(Issued(made.number, made.total, made.on, made.hash, self.device, self.lineage))
            return made

        with patch.object(Quill, "pay", remember):
            return write(self, *args) or (shown[0] if shown else None)  # type: ignore[arg-type]

    with patch.object(Laptop, "_write", careless):
        yield


def never_looks_at_the_feed() -> Iterator[None]:
    """A run ends when everything was sent; what the branch decided is not fetched while anything came back."""

    def next_action(state: engine.EngineState, queue: object) -> object:
        return _next_action(replace(state, feed_ahead=False), queue)  # type: ignore[arg-type]

    with patch.object(engine, "next_action", next_action):
        yield


LAPTOP_BUGS = {
    "mark_before_acknowledgement": mark_before_acknowledgement,
    "any_200_is_success": any_200_is_success,
    "status_moves_on_a_time_out": status_moves_on_a_time_out,
    "verdicts_ignored": verdicts_ignored,
    "new_id_on_retry": new_id_on_retry,
    "cursor_before_rows": cursor_before_rows,
    "rows_applied_one_by_one": rows_applied_one_by_one,
    "first_batch_only": first_batch_only,
    "lease_survives_a_crash": lease_survives_a_crash,
    "restore_reuses_numbers": restore_reuses_numbers,
    "epoch_self_assigned": epoch_self_assigned,
    "marks_sent_only_with_a_push": marks_sent_only_with_a_push,
    "kept_mark_is_not_told": kept_mark_is_not_told,
    "shown_before_it_is_durable": shown_before_it_is_durable,
    "never_looks_at_the_feed": never_looks_at_the_feed,
}
