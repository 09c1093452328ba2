"""How a laptop stands with the branch: told from the store, over restarts."""

from __future__ import annotations

from dataclasses import replace

from perisai_desktop.services import epoch_grants, missing_entries
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.line import Line
from perisai_desktop.services.rules_in_use import RulesInUse
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.services.syncing import Syncing
from perisai_desktop.storage import journal
from sync.client.replies import HelloOk, HelloReply
from sync.protocol.encoding import to_base64url
from sync.protocol.messages import EpochGrant, HeldGrant, Hello, Mark, Notice, SequenceRange
from tests.support.desks import MARKET_DAY, HandClock, filled_draft
from tests.support.wires import ScriptedWire

HEAD, PROOF = "ab" * 32, to_base64url(b"p" * 32)


class Knowing(ScriptedWire):
    """Answers hello with what a test puts into `told`."""

    told: dict[str, object]

    def hello(self, hello: Hello) -> HelloReply:
        reply = super().hello(hello)
        assert isinstance(reply, HelloOk)
        return replace(reply, answer=reply.answer.model_copy(update=self.told))


def run(desk: AgentDesk, **told: object) -> Knowing:
    wire = Knowing()
    wire.told = told
    Syncing(
        SyncStore(desk.enrolling.database, desk.enrolling.pen, RulesInUse(desk.reference)), wire, Line()
    ).run()
    return wire


def test_a_laptop_of_one_epoch_has_nothing_to_tell(desk: AgentDesk) -> None:
    desk.enrolling.enrol(filled_draft(desk))
    run(desk)
    assert desk.standings.look().quiet


def test_what_neither_end_has_is_told_until_it_arrives(desk: AgentDesk) -> None:
    desk.enrolling.enrol(filled_draft(desk))
    beyond = (Notice(code="entries_missing", data={"count": 8}), Notice(code="other", data={"count": 99}))
    holes = (SequenceRange(epoch=1, first_seq=3, last_seq=6),)
    run(desk, notices=beyond, missing=holes)
    assert desk.standings.look().missing == 8 + 2
    run(desk, notices=beyond, missing=holes)
    assert desk.standings.look().missing == 10
    run(desk)
    assert desk.standings.look().missing == 0


def test_the_grant_is_kept_with_its_proof_and_shown_with_every_hello(
    desk: AgentDesk, clock: HandClock
) -> None:
    with desk.enrolling.database.transaction() as session:
        desk.enrolling.pen.gate.close(session)
    grant = EpochGrant(ask=desk.enrolling.pen.ask, epoch=2, start_hash=HEAD, proof=PROOF)
    wire = run(desk, epoch_grant=grant)
    assert wire.hellos[0].granted == ()
    standing = desk.standings.look()
    assert (standing.shut, standing.epoch, standing.epoch_since) == (False, 2, MARKET_DAY)
    (held,) = run(desk).hellos[0].granted
    assert held == HeldGrant(ask=grant.ask, epoch=2, start_hash=HEAD, proof=PROOF)
    with desk.enrolling.database.transaction() as session:
        epoch_grants.keep(session, grant.model_copy(update={"proof": None}))
        assert epoch_grants.held(session) == (held,)


def test_an_epoch_that_the_server_forgot_goes_up_again(desk: AgentDesk) -> None:
    with desk.enrolling.database.transaction() as session:
        desk.enrolling.pen.begin_epoch(session, 2, HEAD)
    desk.enrolling.enrol(filled_draft(desk))
    assert len(run(desk).batches) == 1
    assert len(run(desk).batches) == 1
    with desk.enrolling.database.reading() as session:
        head = journal.head(session, "0Q2FK", 2)
    assert head is not None
    known = (Mark(device="0Q2FK", epoch=2, seq=head.seq, head_hash=head.hash),)
    assert run(desk, known=known).batches == []


def test_the_number_is_read_anew_by_another_start(desk: AgentDesk) -> None:
    run(desk, notices=(Notice(code="entries_missing", data={"count": 3}),))
    with desk.enrolling.database.reading() as session:
        assert missing_entries.kept(session) == 3
