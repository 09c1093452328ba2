"""A store that took an epoch lets no cash go out on its own word until it has heard what it had done before."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.domain.till import DepositChannel
from perisai_desktop.services.depositing import DepositWish
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.line import Line
from perisai_desktop.services.rules_in_use import RulesInUse
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.services.syncing import Syncing
from sync.client.replies import ChangesOk, ChangesReply, HelloOk, HelloReply, NoNetwork
from sync.protocol.epoch_grant import grant_answer, spoken
from sync.protocol.feed import FeedRow
from sync.protocol.messages import EpochGrant, Hello
from sync.protocol.signatures import SigningKey
from tests.support.desk_money import MoneyHand
from tests.support.desks import MARKET_DAY, SIGNATURE, HandClock, desk_of, filled_draft, make_profile
from tests.support.wires import ScriptedWire

START = "ab" * 32
FAR = 50


@dataclass
class SetBack:
    """A laptop whose copy of the morning knows a decision and not that its refund was given."""

    desk: AgentDesk
    receipt: Receipt
    decision: str

    def give_back(self) -> str:
        return self.desk.refunding.give_back(self.decision, "worker", "Ma'rifah", SIGNATURE)

    def refused(self) -> FailureCode:
        with pytest.raises(Failure) as failed:
            self.give_back()
        return failed.value.code


@dataclass
class Granting(ScriptedWire):
    """Grants an epoch; its feed goes on to `head`, which comes only while `pulled`."""

    head: int = FAR
    pulled: bool = True

    def hello(self, hello: Hello) -> HelloReply:
        reply = super().hello(hello)
        assert isinstance(reply, HelloOk)
        wanted, given = hello.epoch_wanted, None
        if wanted is not None:
            given = EpochGrant(ask=wanted.ask, epoch=2, start_hash=START)
        answer = reply.answer.model_copy(update={"epoch_grant": given, "feed_head": self.head})
        return replace(reply, answer=answer)

    def changes(self, cursor: int) -> ChangesReply:
        if not self.pulled:
            return NoNetwork("connection")
        reply = super().changes(cursor)
        assert isinstance(reply, ChangesOk)
        row = FeedRow(position=self.head, kind="of_later", at=MARKET_DAY, payload={})
        rows = () if cursor >= self.head else (row,)
        page = reply.page.model_copy(update={"rows": rows, "cursor": max(cursor, self.head), "more": False})
        return replace(reply, page=page)


def syncing_of(desk: AgentDesk, wire: ScriptedWire) -> Syncing:
    return Syncing(
        SyncStore(desk.enrolling.database, desk.enrolling.pen, RulesInUse(desk.reference)), wire, Line()
    )


def cut_off(desk: AgentDesk, wire: ScriptedWire) -> None:
    """A run whose network goes before anything was fetched."""
    with pytest.raises(Failure) as failed:
        syncing_of(desk, wire).run()
    assert failed.value.code is FailureCode.NO_NETWORK


@pytest.fixture(params=[True, False], ids=["sent before", "waiting still"])
def laptop(
    request: pytest.FixtureRequest, tmp_path: Path, key: SigningKey, clock: HandClock
) -> Iterator[SetBack]:
    profile = make_profile(tmp_path / "profile", key)
    desk = desk_of(profile, clock)
    receipt = desk.enrolling.enrol(filled_draft(desk))
    asked = desk.voiding.request(receipt.number, "wrong_amount", "cash_taken")
    if request.param:
        syncing_of(desk, ScriptedWire()).run()
    hand = MoneyHand(desk, position=20)
    decision = hand.decide(asked, "approved", grants=True)
    desk.close()
    shutil.copytree(profile.root, tmp_path / "copy")
    desk = desk_of(profile, clock)
    desk.refunding.give_back(decision, "worker", "Ma'rifah", SIGNATURE)
    desk.close()
    kept = profile.mark.read_bytes()
    shutil.rmtree(profile.root)
    shutil.copytree(tmp_path / "copy", profile.root)
    profile.mark.write_bytes(kept)
    back = desk_of(profile, clock)
    yield SetBack(back, receipt, decision)
    back.close()


def test_nothing_is_given_before_everything_was_fetched_once(
    laptop: SetBack, tmp_path: Path, clock: HandClock
) -> None:
    assert laptop.refused() is FailureCode.STORE_ROLLED_BACK
    wire = Granting(pulled=False)
    cut_off(laptop.desk, wire)
    assert not laptop.desk.enrolling.pen.gate.closed
    assert laptop.refused() is FailureCode.STORE_CATCHING_UP
    laptop.desk.close()
    laptop.desk = desk_of(Profile(tmp_path / "profile"), clock)
    assert laptop.refused() is FailureCode.STORE_CATCHING_UP
    wire.pulled = True
    syncing_of(laptop.desk, wire).run()
    assert laptop.give_back()


def test_one_run_is_enough(laptop: SetBack) -> None:
    wire = Granting()
    syncing_of(laptop.desk, wire).run()
    assert laptop.give_back()
    before = len(wire.hellos)
    syncing_of(laptop.desk, wire).run()
    assert len(wire.hellos) == before + 1


def test_the_head_is_named_once_nothing_of_the_earlier_epoch_waits(laptop: SetBack) -> None:
    """Behind entries that have not arrived the server cannot tell what the store lacks."""
    waited = SyncStore(
        laptop.desk.enrolling.database, laptop.desk.enrolling.pen, RulesInUse(laptop.desk.reference)
    ).waiting()
    wire = Granting()
    syncing_of(laptop.desk, wire).run()
    assert len(wire.hellos) == (2 if waited else 1)
    assert laptop.desk.refunding.due()


def test_the_same_after_an_epoch_by_phone(laptop: SetBack) -> None:
    asked = laptop.desk.phoning.question()
    assert asked is not None
    laptop.desk.phoning.answer(spoken(grant_answer(bytes(32), "0Q2FK", 2, asked.challenge)))
    assert laptop.refused() is FailureCode.STORE_CATCHING_UP
    syncing_of(laptop.desk, Granting()).run()
    assert laptop.give_back()


def test_a_store_that_has_everything_waits_for_nothing_further(laptop: SetBack) -> None:
    wire = Granting(head=21, pulled=False)
    syncing_of(laptop.desk, wire).run()
    assert laptop.give_back()


def test_a_deposit_waits_likewise_and_money_is_taken_all_the_same(laptop: SetBack) -> None:
    cut_off(laptop.desk, Granting(pulled=False))
    other = filled_draft(
        laptop.desk, nik="3202081508900004", birth_date="1990-08-15", phone="081234567891", name="Asep"
    )
    fresh = laptop.desk.enrolling.enrol(other)
    wish = DepositWish((fresh.number,), 33_600, "123456789012", DepositChannel.ATM, MARKET_DAY)
    with pytest.raises(Failure) as failed:
        laptop.desk.depositing.deposit(wish)
    assert failed.value.code is FailureCode.STORE_CATCHING_UP
    assert laptop.desk.voiding.request(fresh.number, "wrong_amount", "no_cash")
