"""What CUPS says and does, by its own commands: options, states, and a system where they are missing or hang."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp

from perisai_desktop.background import cups_printers
from perisai_desktop.background.cups_printers import CupsPrinters
from perisai_desktop.background.system_printers import system_printers
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import PrintDocument, PrinterState, PrintJob, PrintStage, PrintWish
from perisai_desktop.services.desk import AgentDesk
from sync.protocol.signatures import SigningKey
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.thermal_printer import ThermalPrinter
from tests.support.virtual_cups import VirtualCups

ROLL = PrintDocument("0Q2FK-01-000001-U", PaperSize.ROLL_80, b"\x1b@", raw=True)


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> VirtualCups:
    made = VirtualCups(tmp_path / "cups")
    made.install("Kantor", driver=True, description="Printer kantor")
    made.install("Struk", driver=False)
    monkeypatch.setenv("PATH", made.path)
    return made


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[AgentDesk]:
    opened = desk_of(make_profile(tmp_path / "profile", SigningKey.generate()), HandClock())
    yield opened
    opened.close()


def test_a_roll_comes_out_of_the_thermal_printer_with_a_code_that_reads(
    system: VirtualCups, desk: AgentDesk
) -> None:
    receipt = desk.enrolling.enrol(filled_draft(desk))
    run = desk.printing.print(receipt.number, PrintWish(PaperSize.ROLL_58, "Struk"), CupsPrinters())
    (job,) = run.jobs
    facts = system.job(job.job)
    assert (facts["title"], facts["options"]) == (receipt.number, ["raw"])
    head = ThermalPrinter(width=384)
    head.receive(system.content(job.job))
    (code,) = zxingcpp.read_barcodes(head.paper.convert("L"))
    assert code.text == receipt.link


def test_a_sheet_goes_through_the_driver_as_pdf(system: VirtualCups, desk: AgentDesk) -> None:
    receipt = desk.enrolling.enrol(filled_draft(desk))
    printing, printers = desk.printing, CupsPrinters()
    for paper, options in (
        (PaperSize.A5, ["media=A5", "fit-to-page"]),
        (PaperSize.A4, ["media=A4", "fit-to-page"]),
        (PaperSize.ROLL_80, []),
    ):
        (job,) = printing.print(receipt.number, PrintWish(paper, "Kantor"), printers).jobs
        assert system.job(job.job)["options"] == options
        assert system.content(job.job).startswith(b"%PDF")
    assert not any(
        word in str(system.job(f"Kantor-{number}")) for number in (1, 2, 3) for word in ("rifah", "3202")
    )


@pytest.mark.parametrize(
    ("state", "alerts", "expected"),
    [
        ("idle", "none", PrinterState.READY),
        ("idle", "media-low-report", PrinterState.READY),
        ("idle", "toner-low-warning", PrinterState.READY),
        ("disabled", "paused", PrinterState.PAUSED),
        ("idle", "offline-report", PrinterState.OFFLINE),
        ("disabled", "offline-report", PrinterState.OFFLINE),
        ("idle", "connecting-to-device", PrinterState.OFFLINE),
        ("idle", "media-empty-error", PrinterState.ERROR),
        ("idle", "media-empty", PrinterState.ERROR),
        ("idle", "cover-open", PrinterState.ERROR),
    ],
)
def test_states_are_read_as_the_standard_names_them(
    system: VirtualCups, state: str, alerts: str, expected: PrinterState
) -> None:
    system.turn("Struk", state=state, alerts=alerts)
    assert {one.name: one.state for one in CupsPrinters().listed()} == {
        "Kantor": PrinterState.READY,
        "Struk": expected,
    }


def test_a_thermal_printer_with_a_driver_is_known_by_its_name(system: VirtualCups) -> None:
    system.install("Meja", driver=True, description="ZJ-58 Thermal")
    assert [one.raw for one in CupsPrinters().listed()] == [False, True, True]


@pytest.mark.parametrize("alerts", ["job-hold-until-specified", "printer-stopped"])
def test_a_job_that_is_held_back_waits(system: VirtualCups, alerts: str) -> None:
    printers = CupsPrinters()
    job = printers.send("Struk", ROLL)
    system.move(job.job, alerts=alerts)
    assert printers.progress(job).stage is PrintStage.WAITING


@pytest.mark.parametrize(
    ("status", "stage"),
    [
        ("The printer may not exist or is unavailable at this time.", PrintStage.WAITING),
        ("Waiting for printer to become available.", PrintStage.WAITING),
        ("The printer is not responding.", PrintStage.WAITING),
        ("Sending data to printer.", PrintStage.PRINTING),
    ],
)
def test_a_printer_that_is_not_reached_is_not_printing(
    system: VirtualCups, status: str, stage: PrintStage
) -> None:
    printers = CupsPrinters()
    job = printers.send("Struk", ROLL)
    system.move(job.job, alerts="job-printing", status=status)
    assert printers.progress(job).stage is stage


def test_an_end_without_words_is_no_more_than_out_of_the_queue(system: VirtualCups) -> None:
    printers = CupsPrinters()
    job = printers.send("Struk", ROLL)
    system.move(job.job, state="completed", alerts="processing-to-stop-point")
    assert printers.progress(job).stage is PrintStage.DONE


def test_a_queue_that_is_taken_away_with_its_jobs_is_no_success(system: VirtualCups) -> None:
    printers = CupsPrinters()
    job = printers.send("Struk", ROLL)
    system.remove("Struk")
    progress = printers.progress(job)
    assert (progress.stage, progress.printer) == (PrintStage.WAITING, PrinterState.OFFLINE)


def test_a_spooler_that_lies_is_quoted_and_no_more(system: VirtualCups) -> None:
    system.set(lying=True)
    printers = CupsPrinters()
    job = printers.send("Struk", ROLL)
    assert printers.progress(job).stage is PrintStage.DONE


def test_a_system_without_cups_has_no_printers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    printers = system_printers()
    assert isinstance(printers, CupsPrinters)
    assert printers.listed() == ()
    assert printers.progress(PrintJob("Struk", "")).stage is PrintStage.DONE
    printers.withdraw(PrintJob("Struk", ""))
    with pytest.raises(Failure) as refused:
        printers.send("Struk", ROLL)
    assert refused.value.code is FailureCode.PRINT_REFUSED


def test_a_spooler_that_hangs_counts_as_one_that_refused(
    system: VirtualCups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (system.folder / "lp").write_text("#!/bin/sh\nexec tail -f /dev/null\n")
    monkeypatch.setattr(cups_printers, "_PATIENCE", 0.05)
    with pytest.raises(Failure) as refused:
        CupsPrinters().send("Struk", ROLL)
    assert refused.value.code is FailureCode.PRINT_REFUSED
