"""A store that was set back writes nothing until the server granted it an epoch, and then numbers anew."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.line import Line
from perisai_desktop.services.rules_in_use import RulesInUse
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.services.syncing import Syncing
from perisai_desktop.storage import identity, journal, mark
from sync.client.replies import HelloOk, HelloReply
from sync.protocol.batch import unpack
from sync.protocol.entry import decode
from sync.protocol.messages import EpochGrant, Hello
from sync.protocol.signatures import SigningKey
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.wires import ScriptedWire

HEAD = "ab" * 32


@dataclass
class Granting(ScriptedWire):
    """Grants what is asked for, the next epoch for each ask."""

    over: tuple[int, ...] = ()
    asks: list[str] = field(default_factory=list)
    grants: bool = True

    def hello(self, hello: Hello) -> HelloReply:
        reply = super().hello(hello)
        assert isinstance(reply, HelloOk)
        wanted, given = hello.epoch_wanted, None
        if wanted is not None and self.grants:
            if wanted.ask not in self.asks:
                self.asks.append(wanted.ask)
            given = EpochGrant(ask=wanted.ask, epoch=2 + self.asks.index(wanted.ask), start_hash=HEAD)
        answer = reply.answer.model_copy(update={"epoch_grant": given, "epochs_over": self.over})
        return replace(reply, answer=answer)


def syncing_of(desk: AgentDesk, wire: ScriptedWire) -> Syncing:
    """The desk's own store and pen over a scripted wire."""
    return Syncing(
        SyncStore(desk.enrolling.database, desk.enrolling.pen, RulesInUse(desk.reference)), wire, Line()
    )


def next_draft(desk: AgentDesk) -> object:
    return filled_draft(desk, nik="3202081508900004", birth_date="1990-08-15", phone="081234567891")


def refused(desk: AgentDesk) -> FailureCode:
    with pytest.raises(Failure) as failed:
        desk.enrolling.enrol(filled_draft(desk))
    return failed.value.code


def test_the_epoch_comes_with_the_first_hello(
    set_back: AgentDesk, tmp_path: Path, key: SigningKey, clock: HandClock
) -> None:
    wire = Granting()
    assert refused(set_back) is FailureCode.STORE_ROLLED_BACK
    syncing_of(set_back, wire).run()
    (hello,) = wire.hellos
    assert hello.epoch_wanted is not None
    assert hello.epoch_wanted.leaving == 1
    reached = hello.epoch_wanted.reached
    assert reached is not None
    assert (reached.epoch, reached.seq) == (1, 4)
    profile = Profile(tmp_path / "profile")
    assert mark.read(profile.mark) == mark.Mark("0Q2FK", 2, 0, HEAD)
    written = set_back.enrolling.enrol(filled_draft(set_back))
    assert written.number.startswith("0Q2FK-02-000001")
    assert syncing_of(set_back, wire).run().sent == 4
    entries = [decode(one.raw, one.personal) for one in unpack(wire.batches[0].body).entries]
    assert [(one.envelope.epoch, one.envelope.seq) for one in entries] == [(2, 1), (2, 2), (2, 3), (2, 4)]
    assert entries[0].envelope.prev_hash == HEAD
    assert [(one.epoch, one.seq) for one in wire.hellos[-1].marks] == [(2, 4)]


@pytest.mark.parametrize(("places", "reached"), [((3,), 0), ((0, 3), 1), ((0, 1, 3), 2), ((0, 1, 2, 3), 4)])
def test_what_came_back_above_a_hole_is_not_told_as_the_end(
    tmp_path: Path, key: SigningKey, clock: HandClock, places: tuple[int, ...], reached: int
) -> None:
    whole = desk_of(make_profile(tmp_path / "whole", key), clock)
    whole.enrolling.enrol(filled_draft(whole))
    with whole.enrolling.database.reading() as session:
        entries = list(journal.replay(session))
    whole.close()
    torn = desk_of(make_profile(tmp_path / "torn", key), clock)
    with torn.enrolling.database.transaction() as session:
        for place in places:
            assert journal.restore(session, entries[place]) is journal.Restored.INSERTED
    wire = Granting()
    syncing_of(torn, wire).run()
    head = entries[reached - 1].hash if reached else entries[0].prev_hash
    assert [(one.epoch, one.seq, one.head_hash) for one in wire.hellos[0].marks] == [(1, reached, head)]
    torn.close()


def test_the_epoch_stands_after_a_new_start(
    set_back: AgentDesk, tmp_path: Path, key: SigningKey, clock: HandClock
) -> None:
    syncing_of(set_back, Granting()).run()
    set_back.close()
    again = desk_of(Profile(tmp_path / "profile"), clock)
    try:
        assert again.enrolling.enrol(filled_draft(again)).number.startswith("0Q2FK-02-000001")
        with again.enrolling.database.reading() as session:
            known = identity.load(session)
        assert known is not None
        assert (known.epoch, known.epoch_start) == (2, HEAD)
    finally:
        again.close()


def test_a_grant_for_another_ask_is_not_taken(set_back: AgentDesk) -> None:
    class Confused(Granting):
        def hello(self, hello: Hello) -> HelloReply:
            reply = super().hello(hello)
            assert isinstance(reply, HelloOk)
            other = EpochGrant(ask="01935000-0000-7000-8000-0000000000ff", epoch=2, start_hash=HEAD)
            return replace(reply, answer=reply.answer.model_copy(update={"epoch_grant": other}))

    wire = Confused()
    syncing_of(set_back, wire).run()
    assert refused(set_back) is FailureCode.STORE_ROLLED_BACK
    assert len({hello.epoch_wanted.ask for hello in wire.hellos if hello.epoch_wanted}) == 1
    assert len(wire.hellos) == 2


def test_an_ask_ends_with_the_program(set_back: AgentDesk, tmp_path: Path, clock: HandClock) -> None:
    """A copy made while an ask is under way must not come to share the grant."""
    deaf = Granting(grants=False)
    syncing_of(set_back, deaf).run()
    set_back.close()
    again = desk_of(Profile(tmp_path / "profile"), clock)
    try:
        syncing_of(again, deaf).run()
    finally:
        again.close()
    asks = [hello.epoch_wanted.ask for hello in deaf.hellos if hello.epoch_wanted is not None]
    assert len(asks) == 4
    assert len(set(asks)) == 2


def test_an_epoch_that_another_store_left_is_left_here_too(desk: AgentDesk) -> None:
    desk.enrolling.enrol(filled_draft(desk))
    wire = Granting(over=(1,))
    assert syncing_of(desk, wire).run().sent == 4
    assert [hello.epoch_wanted is not None for hello in wire.hellos] == [False, True]
    number = desk.enrolling.enrol(next_draft(desk)).number  # type: ignore[arg-type]
    assert number.startswith("0Q2FK-02-000001")


def test_a_mark_of_an_epoch_that_was_left_closes_the_gate_until_the_branch_knows_it(
    set_back: AgentDesk, tmp_path: Path, clock: HandClock
) -> None:
    """An older copy wrote on this laptop and was replaced by a newer one: its entries are on no disk any more."""
    profile = Profile(tmp_path / "profile")
    known = mark.read(profile.mark)
    assert known is not None
    syncing_of(set_back, Granting()).run()
    set_back.close()
    mark.write(profile.mark, known)
    told = desk_of(profile, clock)
    assert not told.enrolling.pen.gate.closed
    told.close()
    mark.write(profile.mark, replace(known, head_hash="ef" * 32))
    other = desk_of(profile, clock)
    assert refused(other) is FailureCode.STORE_ROLLED_BACK
    other.close()
    mark.write(profile.mark, mark.Mark("0Q2FK", 1, 6, "cd" * 32))
    again = desk_of(profile, clock)
    wire = Granting(asks=["", ""])
    assert refused(again) is FailureCode.STORE_ROLLED_BACK
    syncing_of(again, wire).run()
    wanted = wire.hellos[0].epoch_wanted
    assert wanted is not None
    assert wanted.reached is not None
    assert (wanted.leaving, wanted.reached.epoch, wanted.reached.seq) == (2, 1, 6)
    assert again.enrolling.enrol(filled_draft(again)).number.startswith("0Q2FK-04-000001")
    again.close()
    mark.write(profile.mark, mark.Mark("0Q2FK", 1, 6, "cd" * 32))
    last = desk_of(profile, clock)
    assert not last.enrolling.pen.gate.closed
    last.close()
