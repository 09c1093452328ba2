"""A receipt goes to a thermal printer and is printed again; the branch learns of each copy and nothing else moves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp

from perisai_desktop.background.cups_printers import CupsPrinters
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import PrintStage, PrintWish
from perisai_desktop.security.key_file import Cost
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.storage import entry_status, journal
from sync.rules.states import ClientState, ReviewState, VerdictKind
from tests.support.centres import Centre, running_centre
from tests.support.desks import HandClock, filled_draft, on_its_way
from tests.support.thermal_printer import ThermalPrinter
from tests.support.virtual_cups import VirtualCups

PASSWORD = "kopi-pagi-di-pasar"
LIGHT = Cost(memory_kib=64, passes=1, lanes=1)
HEAD = 576
ON_ROLL = PrintWish(PaperSize.ROLL_80, "Struk")


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    with running_centre(tmp_path_factory.mktemp("centre")) as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path, centre: Centre) -> Iterator[AgentDesk]:
    door = EnrollingDevice(Profile(tmp_path / "profile"), HandClock(), cost=LIGHT)
    opened = door.enrol(centre.url, centre.new_code(), PASSWORD)
    yield opened
    opened.close()


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> VirtualCups:
    made = VirtualCups(tmp_path / "cups")
    made.install("Struk", driver=False)
    monkeypatch.setenv("PATH", made.path)
    return made


def test_a_receipt_is_printed_and_printed_again(desk: AgentDesk, system: VirtualCups) -> None:
    receipt = desk.enrolling.enrol(filled_draft(desk))
    printers = CupsPrinters()
    system.set(refusing=True)
    with pytest.raises(Failure) as refused:
        desk.printing.print(receipt.number, ON_ROLL, printers)
    assert refused.value.code is FailureCode.PRINT_REFUSED
    system.set(refusing=False)
    original = desk.printing.print(receipt.number, ON_ROLL, printers)
    desk.syncing.run()
    before = desk.counting.strip()
    copy = desk.printing.print(receipt.number, ON_ROLL, printers)
    assert (original.first, copy.first) == (0, 1)

    system.move(copy.jobs[0].job, state="completed", alerts="job-canceled-by-user")
    assert desk.printing.progress(copy, printers).stage is PrintStage.FAILED
    again = desk.printing.print(receipt.number, ON_ROLL, printers)
    assert again.first == 1
    papers = [system.content(run.jobs[0].job) for run in (original, copy, again)]
    assert papers[0] != papers[1] == papers[2]
    for paper in papers:
        head = ThermalPrinter(width=HEAD)
        head.receive(paper)
        (code,) = zxingcpp.read_barcodes(head.paper.convert("L"))
        assert code.text == receipt.link

    waiting = desk.counting.strip()
    assert (waiting.unsent.count, waiting.unsent.rupiah) == (1, 0)
    assert waiting.cash == before.cash
    assert desk.syncing.run().sent == 1
    with desk.receipting.database.reading() as session:
        (entry,) = [entry for entry in journal.replay(session) if entry.kind == "reprint"]
        status = entry_status.status(session, entry.entry_id)
    assert status is not None
    assert (status.verdict, status.client, status.review) == (
        VerdictKind.ACCEPTED,
        ClientState.ACKNOWLEDGED,
        ReviewState.RECEIVED,
    )
    after = desk.counting.strip()
    assert (after.unsent, after.waiting, after.to_fix) == (before.unsent, before.waiting, before.to_fix)
    assert after.cash == before.cash
    assert desk.finding.card(receipt.worker_id).row.review is ReviewState.RECEIVED
    assert all(item.receipt_number == receipt.number for item in on_its_way(desk))
