"""Receipts are found again as they were issued, and checked as far as a laptop can tell offline."""

import errno
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import journal, personal_parts
from tests.support.desks import filled_draft
from tests.support.pages import page_words
from tests.support.thermal_printer import ThermalPrinter


def test_a_receipt_reads_back_as_it_was_issued(desk: AgentDesk) -> None:
    issued = desk.enrolling.enrol(filled_draft(desk))
    assert desk.receipting.receipt(issued.number) == issued
    assert desk.receipting.recent() == (issued,)
    assert desk.receipting.for_worker(issued.worker_id) == (issued.number,)
    with pytest.raises(Failure) as unknown:
        desk.receipting.receipt("0Q2FK-01-000002-X")
    assert unknown.value.code is FailureCode.RECEIPT_UNKNOWN


def test_the_paper_is_the_same_each_time(desk: AgentDesk, tmp_path: Path) -> None:
    number = desk.enrolling.enrol(filled_draft(desk)).number
    first = desk.receipting.pdf(number)
    assert first.startswith(b"%PDF")
    assert desk.receipting.pdf(number) == first
    desk.receipting.save_pdf(number, tmp_path / "out" / "kuitansi.pdf")
    assert (tmp_path / "out" / "kuitansi.pdf").read_bytes() == first
    page = desk.receipting.page(number, 300)
    assert (page.width, len(page.pixels)) == (300, page.stride * page.height)


def test_stamp_duty_is_told_by_the_total(desk: AgentDesk) -> None:
    year = {"offer": "JKK+JKM+JHT", "months": "12"}
    large = desk.enrolling.enrol(filled_draft(desk, income="25000000", **year))
    assert (large.total > 5_000_000, large.stamp_duty_above) == (True, 5_000_000)
    other = {"nik": "3202081508900004", "phone": "081234567891", "birth_date": "1990-08-15"}
    small = desk.enrolling.enrol(filled_draft(desk, **other))
    assert small.stamp_duty_above is None


def test_a_place_that_cannot_be_written_is_said(desk: AgentDesk, tmp_path: Path) -> None:
    number = desk.enrolling.enrol(filled_draft(desk)).number
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Failure) as failed:
        desk.receipting.save_pdf(number, tmp_path / "file" / "kuitansi.pdf")
    assert failed.value.code is FailureCode.STORE_READ_ONLY


def test_a_full_disk_is_told_from_a_place_that_cannot_be_written(
    desk: AgentDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    number = desk.enrolling.enrol(filled_draft(desk)).number
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Failure) as failed:
        desk.receipting.save_pdf(number, tmp_path / "kuitansi.pdf")
    assert failed.value.code is FailureCode.DISK_FULL
    assert not (tmp_path / "kuitansi.pdf").exists()


def test_after_a_purge_the_card_names_the_giver(desk: AgentDesk) -> None:
    issued = desk.enrolling.enrol(filled_draft(desk))
    with desk.receipting.database.transaction() as session:
        entries = journal.of_action(session, issued.action_id)
        personal_parts.remove(session, [entry.entry_id for entry in entries])
    assert desk.receipting.receipt(issued.number) == replace(issued, signature=())


def test_a_worker_nobody_knows_leaves_number_and_sums(desk: AgentDesk) -> None:
    issued = desk.enrolling.enrol(filled_draft(desk))
    with desk.receipting.database.transaction() as session:
        personal_parts.remove(
            session, [entry.entry_id for entry in journal.of_action(session, issued.action_id)]
        )
        session.connection().exec_driver_sql("DELETE FROM worker")
    again = desk.receipting.receipt(issued.number)
    assert (again.received_from, again.nik_tail) == ("", "")
    assert (again.total, again.lines, again.link) == (issued.total, issued.lines, issued.link)


@pytest.mark.parametrize("paper", [PaperSize.ROLL_80, PaperSize.ROLL_58])
def test_a_roll_prints_what_its_page_shows(desk: AgentDesk, paper: PaperSize) -> None:
    issued = desk.enrolling.enrol(filled_draft(desk))
    printer = ThermalPrinter(576 if paper is PaperSize.ROLL_80 else 384)
    printer.receive(desk.receipting.thermal(issued.number, paper))
    (code,) = zxingcpp.read_barcodes(printer.paper.convert("L"))
    assert code.text == issued.link
    assert len(printer.cuts) == (1 if paper is PaperSize.ROLL_80 else 0)


def test_a_sheet_is_no_roll(desk: AgentDesk) -> None:
    issued = desk.enrolling.enrol(filled_draft(desk))
    with pytest.raises(ValueError, match="a4"):
        desk.receipting.thermal(issued.number, PaperSize.A4)


def test_a_copy_says_so(desk: AgentDesk, tmp_path: Path) -> None:
    number = desk.enrolling.enrol(filled_draft(desk)).number
    for paper in PaperSize:
        assert "SALINAN" not in page_words(desk.receipting.pdf(number, paper))
        assert "SALINAN 2" in page_words(desk.receipting.pdf(number, paper, 2))
    desk.receipting.save_pdf(number, tmp_path / "kuitansi.pdf", PaperSize.A4, 1)
    assert (tmp_path / "kuitansi.pdf").read_bytes() == desk.receipting.pdf(number, PaperSize.A4, 1)
