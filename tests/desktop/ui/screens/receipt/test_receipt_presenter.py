"""What the receipt's window knows and says: choices, papers on their way, refusals, the next copy."""

from dataclasses import replace
from pathlib import Path

import pytest

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import (
    PrintChoice,
    PrinterState,
    PrintProgress,
    PrintStage,
)
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services import receipting
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.receipt import presenter as presenting
from perisai_desktop.ui.screens.receipt.presenter import ReceiptPresenter
from perisai_desktop.ui.screens.receipt.state import Event, ReceiptState
from tests.support.fake_printers import OFFICE, ROLL, FakePrinters


class Bench:
    """A presenter over a real store with printers in the hand."""

    def __init__(self, desk: AgentDesk, receipt: Receipt, choice: PrintChoice = PrintChoice()) -> None:  # noqa: B008
        self.jobs = HandRunJobs()
        self.printers = FakePrinters()
        self.shown: list[ReceiptState] = []
        self.chosen: list[PrintChoice] = []
        self.presenter = ReceiptPresenter(
            desk.printing, self.printers, self.jobs, self.shown.append, receipt, choice, self.chosen.append
        )

    def open(self) -> "Bench":
        self.presenter.open(lambda paper: 300 if paper.roll else 420)
        self.jobs.run_all()
        return self

    def look(self) -> ReceiptState:
        self.presenter.follow()
        self.jobs.run_all()
        return self.state

    def print(self) -> ReceiptState:
        self.presenter.print()
        self.jobs.run_all()
        return self.state

    @property
    def state(self) -> ReceiptState:
        return self.shown[-1]


@pytest.fixture
def bench(desk: AgentDesk, receipt: Receipt) -> Bench:
    return Bench(desk, receipt).open()


def full(*_arguments: object) -> None:
    raise OSError(28, "No space left on device")


def test_the_page_is_drawn_and_the_pdf_saved_whole(
    desk: AgentDesk, receipt: Receipt, bench: Bench, tmp_path: Path
) -> None:
    assert bench.state.page is not None
    assert (bench.state.page.width, bench.state.copy) == (420, 0)
    path = tmp_path / f"{receipt.number}.pdf"
    bench.presenter.save(path)
    bench.jobs.run_all()
    assert (bench.state.saved_as, bench.state.event, bench.state.busy) == (path.name, Event.SAVED, False)
    assert path.read_bytes() == desk.receipting.pdf(receipt.number)


def test_a_full_disk_is_said_and_the_receipt_stays(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receipting, "replace_atomically", full)
    bench.presenter.save(tmp_path / "x.pdf")
    bench.jobs.run_all()
    refused = bench.state
    assert (refused.failure, refused.saved_as) == (Failure(FailureCode.DISK_FULL), None)
    monkeypatch.undo()
    bench.presenter.save(tmp_path / "x.pdf")
    bench.jobs.run_all()
    assert (bench.state.failure, bench.state.saved_as) == (None, "x.pdf")


def test_a_state_spells_out_nothing_personal(receipt: Receipt) -> None:
    assert "rifah" not in repr(ReceiptState(receipt))


def test_nothing_about_printers_waits_in_the_lane_that_saves(desk: AgentDesk, receipt: Receipt) -> None:
    bench = Bench(desk, receipt)
    bench.presenter.open(lambda _paper: 420)
    assert (bench.jobs.waiting(Lane.LOCAL), bench.jobs.waiting(Lane.PRINTER)) == (1, 1)
    bench.presenter.print()
    assert (bench.jobs.waiting(Lane.LOCAL), bench.jobs.waiting(Lane.PRINTER)) == (1, 2)
    bench.jobs.run_all()
    bench.presenter.follow()
    assert (bench.jobs.waiting(Lane.LOCAL), bench.jobs.waiting(Lane.PRINTER)) == (0, 1)


def test_a_paper_is_followed_from_the_queue_to_its_end(bench: Bench) -> None:
    state = bench.print()
    assert (state.event, state.progress, state.following) == (
        Event.PRINTED,
        PrintProgress(PrintStage.QUEUED),
        True,
    )
    job = state.run.jobs[0].job if state.run is not None else ""
    bench.printers.tell(job, PrintStage.PRINTING)
    assert bench.look().progress == PrintProgress(PrintStage.PRINTING)
    bench.printers.tell(job, PrintStage.WAITING, PrinterState.ERROR)
    assert bench.look().progress == PrintProgress(PrintStage.WAITING, PrinterState.ERROR)
    bench.printers.tell(job, PrintStage.DONE)
    state = bench.look()
    assert (state.progress, state.following) == (PrintProgress(PrintStage.DONE), False)
    shown = len(bench.shown)
    bench.look()
    assert len(bench.shown) == shown


def test_the_next_paper_says_what_it_is(desk: AgentDesk, receipt: Receipt, bench: Bench) -> None:
    before = bench.state.page
    bench.presenter.choose_sheets(2)
    state = bench.print()
    assert (state.copy, state.sheets) == (2, 1)
    assert state.page != before
    assert state.page == desk.receipting.page(receipt.number, 420, PaperSize.A5, 2)


def test_a_second_press_while_the_first_is_under_way_prints_nothing(bench: Bench) -> None:
    bench.presenter.print()
    assert bench.state.sending
    bench.presenter.print()
    bench.presenter.repeat()
    bench.jobs.run_all()
    assert len(bench.printers.sent) == 1


def test_a_refusal_is_said_and_the_printers_are_asked_again(bench: Bench) -> None:
    bench.printers.turn("Kantor", PrinterState.OFFLINE)
    state = bench.print()
    assert state.failure == Failure(FailureCode.PRINTER_OFFLINE)
    assert (state.copy, state.sending, state.run) == (0, False, None)
    assert state.printer == replace(OFFICE, state=PrinterState.OFFLINE)
    bench.printers.turn("Kantor", PrinterState.READY)
    assert bench.print().failure is None


def test_what_the_spooler_throws_away_is_said_and_printed_again(bench: Bench) -> None:
    state = bench.print()
    assert state.run is not None
    bench.printers.tell(state.run.jobs[0].job, PrintStage.FAILED)
    state = bench.look()
    assert state.failure == Failure(FailureCode.PRINT_FAILED)
    assert (state.copy, state.following, state.run) == (0, False, None)


def test_the_agent_says_that_nothing_came_out(bench: Bench) -> None:
    bench.presenter.repeat()
    assert bench.jobs.waiting(Lane.PRINTER) == 0
    bench.print()
    bench.presenter.repeat()
    bench.jobs.run_all()
    assert (bench.state.event, bench.state.copy, bench.state.following) == (Event.REPEATED, 0, False)
    assert bench.printers.withdrawn == ["Kantor-1"]


def test_an_older_receipt_knows_its_copies_and_can_repeat_the_last(
    desk: AgentDesk, receipt: Receipt, bench: Bench
) -> None:
    bench.presenter.choose_sheets(3)
    bench.print()
    later = Bench(desk, receipt).open()
    assert later.state.copy == 3
    later.presenter.repeat()
    later.jobs.run_all()
    assert (later.state.event, later.state.copy) == (Event.REPEATED, 2)


def test_an_answer_about_an_earlier_paper_is_not_taken_for_the_new_one(bench: Bench) -> None:
    bench.print()
    bench.presenter.follow()
    bench.presenter.follow()
    assert bench.jobs.waiting(Lane.PRINTER) == 1
    bench.presenter.print()
    bench.jobs.run_next(Lane.PRINTER)
    assert bench.state.sending
    bench.jobs.run_all()
    assert bench.state.progress == PrintProgress(PrintStage.QUEUED)


def test_the_spooler_is_not_asked_for_ever(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presenting, "MOST_LOOKS", 2)
    bench.print()
    assert bench.look().following
    state = bench.look()
    assert (state.following, state.progress) == (False, PrintProgress(PrintStage.QUEUED))


def test_paper_and_printer_are_remembered(bench: Bench) -> None:
    assert (bench.state.printer, bench.state.offered) == (OFFICE, (OFFICE,))
    bench.presenter.choose_paper(PaperSize.ROLL_58)
    bench.jobs.run_all()
    assert (bench.state.printer, bench.state.offered) == (ROLL, (ROLL, OFFICE))
    assert bench.state.page is not None
    assert bench.state.page.width == 300
    bench.presenter.choose_printer("Kantor")
    assert bench.state.printer == OFFICE
    bench.presenter.choose_printer("Gudang")
    bench.presenter.choose_paper(PaperSize.ROLL_58)
    assert bench.chosen == [
        PrintChoice(PaperSize.ROLL_58),
        PrintChoice(PaperSize.ROLL_58, roll_printer="Kantor"),
    ]
    bench.print()
    assert [name for name, _document in bench.printers.sent] == ["Kantor"]


def test_a_page_of_a_paper_chosen_before_is_not_shown(bench: Bench) -> None:
    bench.presenter.choose_paper(PaperSize.ROLL_58)
    bench.presenter.choose_paper(PaperSize.A5)
    before = bench.state.page
    bench.jobs.run_next(Lane.LOCAL)
    assert bench.state.page is before
    bench.jobs.run_all()
    assert bench.state.page is not None
    assert bench.state.page.width == 420


def test_shared_text_is_no_paper(bench: Bench) -> None:
    bench.presenter.shared()
    assert (bench.state.event, bench.state.copy) == (Event.SHARED, 0)


def test_what_fails_after_the_window_is_gone_is_not_shown(
    bench: Bench, desk: AgentDesk, receipt: Receipt
) -> None:
    bench.printers.refuse_at = 0
    bench.presenter.print()
    bench.presenter.close()
    shown = len(bench.shown)
    bench.jobs.run_all()
    assert len(bench.shown) == shown
    assert desk.printing.copy(receipt.number) == 0


def test_a_receipt_that_is_gone_is_said(desk: AgentDesk, receipt: Receipt) -> None:
    bench = Bench(desk, replace(receipt, number="0Q2FK-01-000009-X")).open()
    assert bench.state.failure == Failure(FailureCode.RECEIPT_UNKNOWN)
    bench.presenter.state = replace(bench.state, copy=1)
    bench.presenter.repeat()
    bench.jobs.run_all()
    assert bench.state.failure == Failure(FailureCode.RECEIPT_UNKNOWN)
