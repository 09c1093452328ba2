"""A laptop that never has a network: out on a stick, in at the branch, decided, and back on the same stick."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.counters import LinkState
from perisai_desktop.security.key_file import Cost
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.services.reviewing import Reviewing
from sync.rules.states import ClientState, ReviewState
from sync.server.cli import main
from sync.server.services.ledger import ledger_sum
from sync.server.settings import PRACTICE_HOST
from sync.server.state_folder import ServerState, write_state
from tests.support.centres import Centre, running_centre
from tests.support.desks import HandClock, filled_draft
from tests.support.secrecy import leaks
from tests.support.stick_branch import enrol, states

PASSWORD = "kopi-pagi-di-pasar"


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    folder = tmp_path / "centre"
    write_state(folder, ServerState(practice=True, public_host=PRACTICE_HOST))
    with running_centre(folder) as running:
        yield running


@pytest.fixture
def desks(tmp_path: Path, centre: Centre) -> Iterator[tuple[AgentDesk, AgentDesk]]:
    """The laptop that goes to the island, and a colleague's that stays in town."""
    opened = []
    for name in ("island", "town"):
        door = EnrollingDevice(Profile(tmp_path / name), HandClock(), cost=Cost(64, 1, 1))
        opened.append(door.enrol(centre.url, centre.new_code(), PASSWORD))
    yield opened[0], opened[1]
    for each in opened:
        each.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_week_on_the_island(
    centre: Centre,
    desks: tuple[AgentDesk, AgentDesk],
    stick: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    desk, _ = desks
    receipt = desk.enrolling.enrol(filled_draft(desk))
    enrol(desk, 10, 11)
    saved = desk.bundling.save(stick)
    assert saved.rupiah_in == desk.counting.strip().cash.rupiah == 100_800

    terminal = ["--dir", str(tmp_path / "centre"), "--db", centre.server.settings.database]
    assert main(["bundle", saved.place, *terminal]) == 0
    printed = capsys.readouterr().out
    assert f"entries {saved.entries}, received Rp100.800" in printed
    assert saved.mark in printed
    assert ledger_sum(centre.server.store).rupiah == saved.rupiah_in
    read = desk.bundling.read(Path(saved.place + "-jawaban"))
    assert (read.settled, read.refused) == (saved.entries, ())
    assert states(desk) == {ClientState.ACKNOWLEDGED}

    reviewer = Reviewing.at(centre.url)
    reviewer.sign_in("penyelia", centre.secrets.reviewer_password)
    (entry_id,) = [
        record.entry_id
        for group in reviewer.queue()
        for record in group.records
        if record.receipt_number == receipt.number
    ]
    record = reviewer.record(entry_id)
    reviewer.approve(record.entry_id, record.hash)

    # A file with nothing to send still brings the decision back, at the reviewer's own window.
    empty = desk.bundling.save(stick)
    carried = reviewer.carry(Path(empty.place))
    reviewer.close()
    assert (empty.entries, carried.entries, carried.mark) == (0, 0, empty.mark)
    assert desk.bundling.read(Path(carried.answer_place)).decisions == 1
    assert desk.finding.card(receipt.worker_id).row.review is ReviewState.APPROVED
    assert desk.counting.strip().connection.state is LinkState.NEVER
    assert list(leaks(stick, {"3202081408900004", "Wijaya", "Agen Latihan"})) == []

    # Whenever there is a line after all, nothing is left to do and nothing has doubled.
    report = desk.syncing.run()
    assert (report.sent, report.applied) == (0, 0)
    assert ledger_sum(centre.server.store).rupiah == saved.rupiah_in


def test_a_colleague_in_town_brings_it(
    centre: Centre, desks: tuple[AgentDesk, AgentDesk], stick: Path
) -> None:
    desk, colleague = desks
    enrol(desk, 10)
    enrol(colleague, 12)
    saved = desk.bundling.save(stick)
    carried = colleague.carrying.carry(Path(saved.place))
    assert (carried.entries, carried.rupiah_in, carried.mark) == (4, 33_600, saved.mark)
    assert states(colleague) == {ClientState.ACKNOWLEDGED}, "the way was opened by a run of their own"
    assert desk.bundling.read(Path(carried.answer_place)).settled == 4
    assert states(desk) == {ClientState.ACKNOWLEDGED}
    assert ledger_sum(centre.server.store).receipts == 2
