"""The first paper is the original, each later one a SALINAN in the journal; what failed is printed again as it was."""

import json
from dataclasses import replace

import pypdfium2
import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import PrinterState, PrintStage, PrintWish
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import journal, papers, rebuild
from tests.support.desks import filled_draft
from tests.support.fake_printers import OFFICE, ROLL, FakePrinters

A5 = PrintWish(PaperSize.A5, "Kantor")


@pytest.fixture
def printers() -> FakePrinters:
    return FakePrinters()


@pytest.fixture
def number(desk: AgentDesk) -> str:
    return desk.enrolling.enrol(filled_draft(desk)).number


def reprints(desk: AgentDesk) -> list[int]:
    """The copy numbers in the journal, in the order in which they were written."""
    with desk.receipting.database.reading() as session:
        entries = [entry.value for entry in journal.replay(session) if entry.kind == "reprint"]
    return [entry["body"]["copy_number"] for entry in entries]


def copies(printers: FakePrinters) -> list[int]:
    """What each paper says it is: 0 for the original."""
    said = []
    for _printer, document in printers.sent:
        pdf = pypdfium2.PdfDocument(document.content)
        words = " ".join(str(pdf[0].get_textpage().get_text_bounded()).split())
        pdf.close()
        said.append(int(words.split("SALINAN ")[1].split()[0]) if "SALINAN" in words else 0)
    return said


def test_the_first_paper_is_the_original_and_the_next_are_copies(
    desk: AgentDesk, printers: FakePrinters, number: str
) -> None:
    seen = []
    for _ in range(3):
        seen.append(desk.printing.copy(number))
        desk.printing.print(number, A5, printers)
    assert seen == [0, 1, 2] == copies(printers)
    assert reprints(desk) == [1, 2]
    assert {document.title for _printer, document in printers.sent} == {number}
    with desk.receipting.database.reading() as session:
        last = list(journal.replay(session))[-1].value
    assert last["body"]["number"] == number
    assert last.get("worker_id") is None


def test_several_sheets_are_several_copies_written_as_one_action(
    desk: AgentDesk, printers: FakePrinters, number: str
) -> None:
    run = desk.printing.print(number, replace(A5, sheets=3), printers)
    assert (run.first, len(run.jobs)) == (0, 3)
    assert copies(printers) == [0, 1, 2]
    assert desk.printing.copy(number) == 3
    with desk.receipting.database.reading() as session:
        written = [entry.action_id for entry in journal.replay(session) if entry.kind == "reprint"]
    assert len(written) == 2
    assert len(set(written)) == 1
    desk.printing.print(number, replace(A5, sheets=99), printers)
    assert desk.printing.copy(number) == 12


def test_a_second_try_after_a_refusal_is_still_the_original(
    desk: AgentDesk, printers: FakePrinters, number: str
) -> None:
    printers.refuse_at = 0
    with pytest.raises(Failure) as refused:
        desk.printing.print(number, A5, printers)
    assert refused.value.code is FailureCode.PRINT_REFUSED
    assert desk.printing.copy(number) == 0
    printers.refuse_at = None
    desk.printing.print(number, A5, printers)
    assert copies(printers) == [0]
    assert reprints(desk) == []


def test_a_refused_copy_keeps_its_number_and_is_written_once(
    desk: AgentDesk, printers: FakePrinters, number: str
) -> None:
    printers.refuse_at = 2
    with pytest.raises(Failure):
        desk.printing.print(number, replace(A5, sheets=4), printers)
    assert desk.printing.copy(number) == 2
    printers.refuse_at = None
    desk.printing.print(number, replace(A5, sheets=3), printers)
    assert copies(printers) == [0, 1, 2, 3, 4]
    assert reprints(desk) == [1, 2, 3, 4]


def test_what_the_spooler_throws_away_is_printed_again(
    desk: AgentDesk, printers: FakePrinters, number: str
) -> None:
    run = desk.printing.print(number, replace(A5, sheets=3), printers)
    assert desk.printing.progress(run, printers).stage is PrintStage.QUEUED
    printers.tell(run.jobs[0].job, PrintStage.DONE)
    printers.tell(run.jobs[1].job, PrintStage.FAILED)
    assert desk.printing.progress(run, printers).stage is PrintStage.FAILED
    assert desk.printing.copy(number) == 1
    assert printers.withdrawn == [run.jobs[2].job]
    desk.printing.print(number, A5, printers)
    assert copies(printers)[-1] == 1
    assert reprints(desk) == [1, 2]


def test_the_slowest_paper_is_what_is_told(desk: AgentDesk, printers: FakePrinters, number: str) -> None:
    run = desk.printing.print(number, replace(A5, sheets=2), printers)
    printers.tell(run.jobs[0].job, PrintStage.DONE)
    printers.tell(run.jobs[1].job, PrintStage.PRINTING)
    assert desk.printing.progress(run, printers).stage is PrintStage.PRINTING
    printers.tell(run.jobs[1].job, PrintStage.WAITING, PrinterState.ERROR)
    assert desk.printing.progress(run, printers).printer is PrinterState.ERROR
    printers.tell(run.jobs[1].job, PrintStage.DONE)
    assert desk.printing.progress(run, printers).stage is PrintStage.DONE


def test_the_agent_says_that_the_paper_did_not_come_out(
    desk: AgentDesk, printers: FakePrinters, number: str
) -> None:
    run = desk.printing.print(number, A5, printers)
    desk.printing.take_back(run, printers)
    assert printers.withdrawn == [run.jobs[0].job]
    assert desk.printing.copy(number) == 0
    desk.printing.print(number, A5, printers)
    desk.printing.print(number, A5, printers)
    desk.printing.repeat(number)
    desk.printing.print(number, A5, printers)
    assert copies(printers) == [0, 0, 1, 1]
    assert reprints(desk) == [1]
    for _ in range(4):
        desk.printing.repeat(number)
    assert desk.printing.copy(number) == 0


def test_a_roll_goes_to_the_thermal_printer_as_dots_and_to_any_other_as_a_page(
    desk: AgentDesk, printers: FakePrinters, number: str
) -> None:
    for name in ("Struk", "Kantor"):
        desk.printing.print(number, PrintWish(PaperSize.ROLL_80, name), printers)
    (_, dots), (_, page) = printers.sent
    assert (dots.raw, dots.content[:2]) == (True, b"\x1b@")
    assert (page.raw, page.content[:4]) == (False, b"%PDF")


@pytest.mark.parametrize(
    ("found", "wish", "code"),
    [
        ((), A5, FailureCode.NO_PRINTER),
        ((ROLL,), PrintWish(PaperSize.A5, ""), FailureCode.NO_PRINTER),
        ((ROLL,), PrintWish(PaperSize.A5, "Struk"), FailureCode.PRINTER_UNKNOWN),
        ((OFFICE,), PrintWish(PaperSize.A5, "Gudang"), FailureCode.PRINTER_UNKNOWN),
        ((replace(OFFICE, state=PrinterState.OFFLINE),), A5, FailureCode.PRINTER_OFFLINE),
        ((replace(OFFICE, state=PrinterState.PAUSED),), A5, FailureCode.PRINTER_OFFLINE),
    ],
)
def test_what_cannot_be_printed_is_said_before_anything_is_written(
    desk: AgentDesk, number: str, found: tuple[object, ...], wish: PrintWish, code: FailureCode
) -> None:
    printers = FakePrinters(found)  # type: ignore[arg-type]
    with desk.receipting.database.transaction() as session:
        papers.follow(session, number, 1)
    with pytest.raises(Failure) as refused:
        desk.printing.print(number, wish, printers)
    assert refused.value.code is code
    assert (reprints(desk), desk.printing.copy(number), printers.sent) == ([], 1, [])


def test_without_a_wish_the_usual_printer_is_taken(
    desk: AgentDesk, printers: FakePrinters, number: str
) -> None:
    desk.printing.print(number, PrintWish(PaperSize.ROLL_58, ""), printers)
    desk.printing.print(number, PrintWish(PaperSize.A5, ""), printers)
    assert [name for name, _document in printers.sent] == ["Struk", "Kantor"]


def test_a_receipt_that_is_not_here_has_no_paper(desk: AgentDesk, printers: FakePrinters) -> None:
    for act in (
        lambda: desk.printing.copy("0Q2FK-01-000009-X"),
        lambda: desk.printing.repeat("0Q2FK-01-000009-X"),
        lambda: desk.printing.print("0Q2FK-01-000009-X", A5, printers),
    ):
        with pytest.raises(Failure) as unknown:
            act()
        assert unknown.value.code is FailureCode.RECEIPT_UNKNOWN


def test_a_saved_pdf_is_the_receipt_as_issued_and_no_paper(
    desk: AgentDesk, printers: FakePrinters, number: str
) -> None:
    before = desk.receipting.pdf(number)
    assert desk.printing.copy(number) == 0
    desk.printing.print(number, A5, printers)
    assert desk.receipting.pdf(number) == before


def test_a_restored_store_goes_on_counting_from_the_journal(
    desk: AgentDesk, printers: FakePrinters, number: str
) -> None:
    desk.printing.print(number, replace(A5, sheets=3), printers)
    with desk.receipting.database.transaction() as session:
        session.connection().exec_driver_sql("DELETE FROM paper")
        rebuild.rebuild(session)
    assert desk.printing.copy(number) == 3
    desk.printing.print(number, A5, printers)
    assert reprints(desk) == [1, 2, 3]


def test_a_reprint_moves_no_money_and_counts_as_one_action_to_send(
    desk: AgentDesk, printers: FakePrinters, number: str
) -> None:
    before = desk.counting.strip()
    desk.printing.print(number, replace(A5, sheets=3), printers)
    after = desk.counting.strip()
    assert (after.unsent.count, after.unsent.rupiah) == (before.unsent.count + 1, before.unsent.rupiah)
    assert after.cash == before.cash
    with desk.receipting.database.reading() as session:
        assert json.loads(list(journal.replay(session))[-1].raw)["kind"] == "reprint"
