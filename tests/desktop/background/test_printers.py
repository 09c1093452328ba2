"""One contract for every printer: the fake of the tests, CUPS by its commands, Windows by its spooler."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from perisai_desktop.background.cups_printers import CupsPrinters
from perisai_desktop.background.windows_printers import WindowsPrinters
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import (
    PrintDocument,
    PrinterState,
    PrintJob,
    PrintStage,
)
from perisai_desktop.services.printers import NoPrinters, Printers
from tests.support.fake_printers import FakePrinters
from tests.support.fake_spool import FakeSpool
from tests.support.virtual_cups import VirtualCups

NUMBER = "0Q2FK-01-000001-U"
SHEET = PrintDocument(NUMBER, PaperSize.A5, b"%PDF-1.4 a sheet")
ROLL = PrintDocument(NUMBER, PaperSize.ROLL_58, b"\x1b@ dots", raw=True)


@dataclass
class House:
    """A system with the printers Kantor (the default, with a driver) and Struk (thermal), and hands to move them."""

    printers: Printers
    finish: Callable[[PrintJob], None]
    begin: Callable[[PrintJob], None]
    throw_away: Callable[[PrintJob], None]
    switch_off: Callable[[str], None]
    refuse: Callable[[], None]
    content: Callable[[PrintJob], bytes]
    title: Callable[[PrintJob], str] = field(default=lambda _job: NUMBER)


def fake() -> House:
    printers = FakePrinters()

    def refuse() -> None:
        printers.refuse_at = len(printers.sent)

    return House(
        printers,
        finish=lambda job: printers.tell(job.job, PrintStage.DONE),
        begin=lambda job: printers.tell(job.job, PrintStage.PRINTING),
        throw_away=lambda job: printers.tell(job.job, PrintStage.FAILED),
        switch_off=lambda name: printers.turn(name, PrinterState.OFFLINE),
        refuse=refuse,
        content=lambda job: printers.sent[int(job.job.split("-")[1]) - 1][1].content,
    )


def cups(folder: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    system = VirtualCups(folder)
    system.install("Kantor", driver=True)
    system.install("Struk", driver=False)
    monkeypatch.setenv("PATH", system.path)
    return House(
        CupsPrinters(),
        finish=lambda job: system.move(job.job, state="completed", alerts="job-completed-successfully"),
        begin=lambda job: system.move(job.job, alerts="job-printing"),
        throw_away=lambda job: system.move(job.job, state="completed", alerts="job-canceled-by-user"),
        switch_off=lambda name: system.turn(name, alerts="offline-report"),
        refuse=lambda: system.set(refusing=True),
        content=lambda job: system.content(job.job),
        title=lambda job: str(system.job(job.job)["title"]),
    )


def windows() -> House:
    spool = FakeSpool()

    def refuse() -> None:
        spool.refusing = True

    return House(
        WindowsPrinters(spool, spool.draw),
        finish=lambda job: spool.forget(int(job.job)),
        begin=lambda job: spool.mark(int(job.job), 0x10),
        throw_away=lambda job: spool.mark(int(job.job), 0x100),
        switch_off=lambda name: spool.turn(name, attributes=0x400),
        refuse=refuse,
        content=lambda job: spool.content[int(job.job)],
        title=lambda job: next(one.title for one in spool.jobs(job.printer) if str(one.job) == job.job),
    )


@pytest.fixture(params=["fake", "cups", "windows"])
def house(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    if request.param == "cups":
        return cups(tmp_path / "cups", monkeypatch)
    return fake() if request.param == "fake" else windows()


def test_the_printers_are_listed_with_what_they_are(house: House) -> None:
    listed = {printer.name: printer for printer in house.printers.listed()}
    assert set(listed) == {"Kantor", "Struk"}
    assert [(one.default, one.raw) for one in listed.values()] == [(True, False), (False, True)]
    assert all(one.state is PrinterState.READY and one.takes_work for one in listed.values())
    house.switch_off("Struk")
    listed = {printer.name: printer for printer in house.printers.listed()}
    assert listed["Struk"].state is PrinterState.OFFLINE
    assert not listed["Struk"].takes_work
    assert listed["Kantor"].takes_work


@pytest.mark.parametrize(("printer", "document"), [("Kantor", SHEET), ("Struk", ROLL)], ids=["sheet", "roll"])
def test_a_paper_is_queued_printed_and_through(house: House, printer: str, document: PrintDocument) -> None:
    job = house.printers.send(printer, document)
    assert house.content(job) == document.content
    assert house.title(job) == NUMBER
    assert house.printers.progress(job).stage is PrintStage.QUEUED
    house.begin(job)
    assert house.printers.progress(job).stage is PrintStage.PRINTING
    house.finish(job)
    assert house.printers.progress(job).stage is PrintStage.DONE
    house.printers.withdraw(job)
    assert house.printers.progress(job).stage is PrintStage.DONE


def test_a_paper_that_is_thrown_away_is_not_called_printed(house: House) -> None:
    job = house.printers.send("Struk", ROLL)
    house.throw_away(job)
    assert house.printers.progress(job).stage is PrintStage.FAILED


def test_a_paper_waits_for_a_printer_that_is_off(house: House) -> None:
    job = house.printers.send("Struk", ROLL)
    house.switch_off("Struk")
    progress = house.printers.progress(job)
    assert (progress.stage, progress.printer) == (PrintStage.WAITING, PrinterState.OFFLINE)
    assert progress.moving


def test_what_waits_is_withdrawn(house: House) -> None:
    first = house.printers.send("Struk", ROLL)
    second = house.printers.send("Struk", ROLL)
    assert first.job != second.job
    house.printers.withdraw(first)
    assert house.printers.progress(first).stage is PrintStage.FAILED
    assert house.printers.progress(second).stage is PrintStage.QUEUED


@pytest.mark.parametrize(("printer", "document"), [("Kantor", SHEET), ("Struk", ROLL)], ids=["sheet", "roll"])
def test_a_spooler_that_refuses_says_so(house: House, printer: str, document: PrintDocument) -> None:
    house.refuse()
    with pytest.raises(Failure) as refused:
        house.printers.send(printer, document)
    assert refused.value.code is FailureCode.PRINT_REFUSED


def test_a_printer_that_is_gone_refuses(house: House) -> None:
    with pytest.raises(Failure) as refused:
        house.printers.send("Gudang", ROLL)
    assert refused.value.code is FailureCode.PRINT_REFUSED


def test_a_laptop_without_printers_has_none() -> None:
    none = NoPrinters()
    job = PrintJob("Struk", "1")
    none.withdraw(job)
    assert none.listed() == ()
    assert none.progress(job).stage is PrintStage.DONE
    with pytest.raises(Failure) as refused:
        none.send("Struk", ROLL)
    assert refused.value.code is FailureCode.PRINT_REFUSED
