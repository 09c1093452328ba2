"""A withdrawal of consent is written purpose by purpose, and is the first thing that the next sync says."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services import sync_store
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolment_versions import decoded
from perisai_desktop.services.line import Line
from perisai_desktop.services.rules_in_use import RulesInUse
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.services.syncing import Syncing
from perisai_desktop.services.withdrawing import taken_back
from perisai_desktop.services.written_words import text_shown
from perisai_desktop.storage import acknowledgements, entry_status, feed, journal
from sync.client.replies import HelloOk, HelloReply
from sync.protocol.bodies.change import Change
from sync.protocol.bodies.consent import Consent, ConsentPersonal
from sync.protocol.digests import sha256_hex
from sync.protocol.kinds import EntryKind
from sync.protocol.messages import EntryVerdict, Hello
from sync.rules.states import ClientState, ReviewState, VerdictKind
from tests.support.desk_money import MoneyHand
from tests.support.desks import SIGNATURE, filled_draft
from tests.support.sample_bodies import AT, identifier, salt
from tests.support.stores import card
from tests.support.wires import ScriptedWire


@dataclass
class HeedingWire(ScriptedWire):
    """Settles what is urgent with hello; `digest` names other content in its verdicts."""

    digest: str = ""
    urgent: list[str] = field(default_factory=list)

    def hello(self, hello: Hello) -> HelloReply:
        reply = super().hello(hello)
        assert isinstance(reply, HelloOk)
        verdicts = tuple(
            EntryVerdict(
                entry_id=json.loads(entry.raw)["entry_id"],
                hash=self.digest or sha256_hex(entry.raw.encode()),
                kind=VerdictKind.ACCEPTED_REVIEW,
                feed_position=1,
            )
            for entry in hello.urgent
        )
        self.urgent += [verdict.entry_id for verdict in verdicts]
        return HelloOk(reply.answer.model_copy(update={"urgent_verdicts": verdicts}), reply.proof)


@pytest.fixture
def worker(desk: AgentDesk) -> str:
    receipt = desk.enrolling.enrol(filled_draft(desk))
    return MoneyHand(desk).written(receipt.action_id)[0].worker_id or ""


def store_of(desk: AgentDesk) -> SyncStore:
    return SyncStore(desk.enrolling.database, desk.enrolling.pen, RulesInUse(desk.reference))


def state(desk: AgentDesk, entry_id: str) -> tuple[ClientState, ReviewState | None]:
    with desk.enrolling.database.reading() as session:
        status = entry_status.status(session, entry_id)
    assert status is not None
    return status.client, status.review


def test_purposes_are_taken_back_one_by_one(desk: AgentDesk, worker: str) -> None:
    given = desk.withdrawing.purposes(worker)
    assert len(given) >= 2
    written = desk.withdrawing.withdraw(worker, given[1:2], SIGNATURE, " Ibu  Contoh ")
    entry = MoneyHand(desk).entry(written)
    with desk.enrolling.database.reading() as session:
        consent = next(one for one in journal.of_worker(session, worker) if one.kind == "consent")
    assert (entry.worker_id, entry.value["body"]["purposes"]) == (worker, [given[1]])
    assert entry.value["body"]["consent"] == consent.entry_id
    assert entry.personal_value is not None
    assert entry.personal_value["signed_by"] == "Ibu Contoh"
    assert desk.withdrawing.purposes(worker) == (given[0], *given[2:])
    with pytest.raises(Failure) as refused:
        desk.withdrawing.withdraw(worker, given[:2], SIGNATURE)
    assert refused.value == Failure(FailureCode.CONSENT_NOT_GIVEN)
    assert desk.counting.strip().unsent.count == 2


def test_a_worker_who_agrees_again_may_take_it_back_again(desk: AgentDesk, worker: str) -> None:
    given = desk.withdrawing.purposes(worker)
    desk.withdrawing.withdraw(worker, given, SIGNATURE)
    assert desk.withdrawing.purposes(worker) == ()
    again = Consent(purposes=given[:1], text=text_shown(desk.reference.consent), way="pad")
    with desk.enrolling.database.transaction() as session:
        action = desk.enrolling.pen.action(session)
        signed = ConsentPersonal(salt=salt(1), blobs=(), signature=SIGNATURE)
        action.write(EntryKind.CONSENT, again, signed, worker_id=worker)
        action.finish()
    assert desk.withdrawing.purposes(worker) == given[:1]


def test_who_took_back_what_nobody_is_enrolled_without_is_known(desk: AgentDesk, worker: str) -> None:
    def known() -> frozenset[str]:
        with desk.enrolling.database.reading() as session:
            return taken_back(session, desk.reference)

    def agree() -> None:
        purposes = tuple(purpose.code for purpose in desk.reference.consent.purposes)
        again = Consent(purposes=purposes, text=text_shown(desk.reference.consent), way="pad")
        with desk.enrolling.database.transaction() as session:
            action = desk.enrolling.pen.action(session)
            signed = ConsentPersonal(salt=salt(1), blobs=(), signature=SIGNATURE)
            action.write(EntryKind.CONSENT, again, signed, worker_id=worker)
            action.finish()

    agree()
    required = desk.reference.consent.required
    optional = [one for one in desk.withdrawing.purposes(worker) if one not in required]
    desk.withdrawing.withdraw(worker, optional, SIGNATURE)
    assert known() == frozenset()
    desk.withdrawing.withdraw(worker, required, SIGNATURE)
    assert known() == {worker}
    agree()
    assert known() == frozenset()


def test_a_withdrawal_needs_a_worker_a_signature_and_a_purpose(desk: AgentDesk, worker: str) -> None:
    for who, what, signed, code in (
        ("nobody", ("x",), SIGNATURE, FailureCode.WORKER_UNKNOWN),
        (worker, (), SIGNATURE, FailureCode.CONSENT_NOT_GIVEN),
        (worker, ("x",), SIGNATURE, FailureCode.CONSENT_NOT_GIVEN),
        (worker, ("x",), (((5, 5),),), FailureCode.WITHDRAWAL_UNSIGNED),
    ):
        with pytest.raises(Failure) as refused:
            desk.withdrawing.withdraw(who, what, signed)
        assert refused.value == Failure(code)


def test_who_agreed_at_another_laptop_may_take_everything_back(desk: AgentDesk) -> None:
    feed.apply_page(desk.enrolling.database, [card(1, 9)], 1, AT)
    purposes = tuple(purpose.code for purpose in desk.reference.consent.purposes)
    assert desk.withdrawing.purposes(identifier(9)) == purposes
    written = desk.withdrawing.withdraw(identifier(9), purposes, SIGNATURE)
    assert "consent" not in MoneyHand(desk).entry(written).value["body"]


def test_the_first_message_announces_it_and_its_verdict_settles_it(desk: AgentDesk, worker: str) -> None:
    written = desk.withdrawing.withdraw(worker, desk.withdrawing.purposes(worker), SIGNATURE)
    wire = HeedingWire()
    syncing = Syncing(store_of(desk), wire, Line())
    report = syncing.run()
    assert wire.urgent == [written]
    assert report.sent == 5
    assert [batch.count for batch in wire.batches] == [4]
    assert state(desk, written) == (ClientState.ACKNOWLEDGED, ReviewState.FLAGGED)
    with desk.enrolling.database.reading() as session:
        assert acknowledgements.count(session) == 2
    syncing.run()
    assert wire.urgent == [written]


@pytest.mark.parametrize("wire", [ScriptedWire(), HeedingWire(digest="f" * 64)])
def test_what_the_server_does_not_settle_goes_with_the_batch(
    desk: AgentDesk, worker: str, wire: ScriptedWire
) -> None:
    written = desk.withdrawing.withdraw(worker, desk.withdrawing.purposes(worker), SIGNATURE)
    Syncing(store_of(desk), wire, Line()).run()
    assert [batch.count for batch in wire.batches] == [5]
    assert state(desk, written)[0] is ClientState.ACKNOWLEDGED


def test_only_what_can_be_judged_alone_is_urgent(
    desk: AgentDesk, worker: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    purposes = desk.withdrawing.purposes(worker)
    first = desk.withdrawing.withdraw(worker, purposes[:1], SIGNATURE)
    withdrawal = decoded(MoneyHand(desk).entry(first))
    assert withdrawal is not None
    with desk.enrolling.database.transaction() as session:
        action = desk.enrolling.pen.action(session)
        action.write(EntryKind.CONSENT_WITHDRAWAL, withdrawal.body, withdrawal.personal, worker_id=worker)
        change = Change(from_month="2026-12", occupation="Petani", findings=())
        action.write(EntryKind.CHANGE, change, worker_id=worker)
        action.finish()
    second = desk.withdrawing.withdraw(worker, purposes[1:2], SIGNATURE)
    assert urgent_ids(desk) == [first, second]
    monkeypatch.setattr(sync_store, "MOST_URGENT", 1)
    assert urgent_ids(desk) == [first]
    monkeypatch.setattr(sync_store, "MOST_URGENT_BYTES", 10)
    assert urgent_ids(desk) == []


def urgent_ids(desk: AgentDesk) -> list[str]:
    return [json.loads(entry.raw)["entry_id"] for entry in store_of(desk).hello().urgent]
