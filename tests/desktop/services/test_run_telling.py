"""What a run tells of itself: every signed hello is remembered, and progress counts what people count."""

from datetime import datetime, timedelta
from pathlib import Path

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.counters import Connection, LinkState
from perisai_desktop.domain.exchange import Phase, SyncProgress
from perisai_desktop.services import greetings
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.line import Line
from perisai_desktop.services.rules_in_use import RulesInUse
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.services.syncing import Syncing
from tests.support.desks import HandClock, desk_of, filled_draft
from tests.support.wires import ScriptedWire


def store_of(desk: AgentDesk) -> SyncStore:
    return SyncStore(desk.enrolling.database, desk.enrolling.pen, RulesInUse(desk.reference))


def test_every_signed_hello_is_remembered_over_restarts(
    desk: AgentDesk, clock: HandClock, tmp_path: Path
) -> None:
    database = desk.enrolling.database
    heard: list[datetime | None] = []

    def answered(server_at: datetime) -> None:
        greetings.hear(database, clock, server_at)
        with database.reading() as session:
            heard.append(greetings.heard_at(session))

    assert desk.tracking.overview().heard_at is None
    wire = ScriptedWire()
    syncing = Syncing(store_of(desk), wire, Line(), answered=answered)
    syncing.run()
    clock.move(minutes=9)
    syncing.run()
    assert heard == [clock.now() - timedelta(minutes=9), clock.now()], "also where there was nothing to do"
    desk.close()
    again = desk_of(Profile(tmp_path / "profile"), clock)
    assert again.tracking.overview().heard_at == clock.now()
    assert again.counting.strip().connection == Connection(LinkState.NEVER, clock.now(), 0)
    again.close()


def test_progress_and_report_count_actions_and_bytes(desk: AgentDesk) -> None:
    for day in ("10", "11", "12"):
        nik, born = f"320208{day}08900004", f"1990-08-{day}"
        desk.enrolling.enrol(filled_draft(desk, nik=nik, birth_date=born, phone=f"0812345600{day}"))
    whole = desk.tracking.overview().unsent_bytes
    wire = ScriptedWire(max_entries=4)
    told: list[SyncProgress] = []
    report = Syncing(store_of(desk), wire, Line()).run(told.append)
    assert (report.arrived, report.sent) == (3, 12)
    sending = [step for step in told if step.phase is Phase.SENDING]
    assert [(step.arrived, step.left) for step in sending] == [(0, 3), (1, 2), (2, 1)]
    assert {step.bytes_arrived + step.bytes_left for step in sending} == {whole}
    assert sending[0].rate is None
    assert all(step.rate is not None for step in sending[1:])
    assert (told[-1].arrived, told[-1].left, told[-1].bytes_left) == (3, 0, 0)
