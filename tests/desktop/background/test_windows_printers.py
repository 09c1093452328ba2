"""What the bits of Windows' spooler mean, and how a page that Qt drew is found again among the jobs."""

import ctypes
from collections.abc import Callable
from typing import Any

import pytest

from perisai_desktop.background import winspool
from perisai_desktop.background.windows_printers import WindowsPrinters
from perisai_desktop.background.winspool import SpoolPrinter
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import PrintDocument, PrinterState, PrintJob, PrintStage
from tests.support.fake_spool import FakeSpool

SHEET = PrintDocument("0Q2FK-01-000001-U", PaperSize.A5, b"%PDF")
ROLL = PrintDocument("0Q2FK-01-000001-U", PaperSize.ROLL_80, b"\x1b@", raw=True)


@pytest.fixture
def spool() -> FakeSpool:
    return FakeSpool()


@pytest.fixture
def printers(spool: FakeSpool) -> WindowsPrinters:
    return WindowsPrinters(spool, spool.draw)


@pytest.mark.parametrize(
    ("status", "attributes", "expected"),
    [
        (0, 0, PrinterState.READY),
        (0x1, 0, PrinterState.PAUSED),
        (0x10, 0, PrinterState.ERROR),  # out of paper
        (0x400000, 0, PrinterState.ERROR),  # door open
        (0x80, 0, PrinterState.OFFLINE),
        (0, 0x400, PrinterState.OFFLINE),  # "use printer offline"
        (0x1000000, 0, PrinterState.READY),  # saving power
        (0x81, 0, PrinterState.OFFLINE),
    ],
)
def test_states_of_a_printer(
    spool: FakeSpool, printers: WindowsPrinters, status: int, attributes: int, expected: PrinterState
) -> None:
    spool.turn("Struk", status, attributes)
    assert printers.listed()[1].state is expected


@pytest.mark.parametrize(
    ("status", "stage", "state"),
    [
        (0, PrintStage.QUEUED, PrinterState.READY),
        (0x8, PrintStage.QUEUED, PrinterState.READY),  # spooling
        (0x10, PrintStage.PRINTING, PrinterState.READY),
        (0x80, PrintStage.DONE, PrinterState.READY),
        (0x84, PrintStage.DONE, PrinterState.READY),  # printed, about to be forgotten
        (0x1000, PrintStage.DONE, PrinterState.READY),
        (0x4, PrintStage.FAILED, PrinterState.READY),
        (0x100, PrintStage.FAILED, PrinterState.READY),
        (0x1, PrintStage.WAITING, PrinterState.PAUSED),
        (0x20 | 0x2, PrintStage.WAITING, PrinterState.OFFLINE),
        (0x40, PrintStage.WAITING, PrinterState.ERROR),
        (0x400, PrintStage.WAITING, PrinterState.ERROR),
    ],
)
def test_states_of_a_job(
    spool: FakeSpool, printers: WindowsPrinters, status: int, stage: PrintStage, state: PrinterState
) -> None:
    job = printers.send("Struk", ROLL)
    spool.mark(int(job.job), status)
    progress = printers.progress(job)
    assert (progress.stage, progress.printer) == (stage, state)


def test_a_drawn_page_is_the_new_job_with_its_title(spool: FakeSpool, printers: WindowsPrinters) -> None:
    spool.write("Kantor", SHEET.title, b"an earlier print of the same receipt")
    spool.write("Kantor", "Surat", b"another program's")
    job = printers.send("Kantor", SHEET)
    assert spool.content[int(job.job)] == SHEET.content
    assert printers.progress(job).stage is PrintStage.QUEUED


def test_a_page_that_is_through_before_anybody_looks_has_no_job(spool: FakeSpool) -> None:
    quick = WindowsPrinters(spool, lambda _printer, _document: None)
    job = quick.send("Kantor", SHEET)
    assert job == PrintJob("Kantor", "")
    assert quick.progress(job).stage is PrintStage.DONE
    quick.withdraw(job)


def test_a_spooler_that_does_not_run_has_no_printers_and_takes_nothing(
    spool: FakeSpool, printers: WindowsPrinters
) -> None:
    job = printers.send("Struk", ROLL)
    spool.broken = True
    assert printers.listed() == ()
    printers.withdraw(job)
    with pytest.raises(Failure) as refused:
        printers.send("Struk", ROLL)
    assert refused.value.code is FailureCode.PRINT_REFUSED


def test_a_job_that_will_not_be_deleted_is_no_error(
    spool: FakeSpool, printers: WindowsPrinters, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(_printer: str, _job: int) -> None:
        raise OSError("delete")

    job = printers.send("Struk", ROLL)
    monkeypatch.setattr(spool, "delete", denied)
    printers.withdraw(job)
    assert printers.progress(job).stage is PrintStage.QUEUED


class FakeLibrary:
    """winspool.drv as far as this program calls it, filling the very structures that Windows fills."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.written = b""
        self.fails = ""
        self.empty = False
        self.kept: list[ctypes.Structure] = []

    def __getattr__(self, name: str) -> object:
        answers: dict[str, Callable[..., int]] = {
            "GetDefaultPrinterW": self.default,
            "EnumPrintersW": self.printers,
            "EnumJobsW": self.jobs,
            "StartDocPrinterW": lambda *_asked: 7,
            "WritePrinter": self.write,
        }

        def call(*arguments: object) -> int:
            self.calls.append(name)
            if name == self.fails:
                return 0
            return answers[name](*arguments) if name in answers else 1

        return call

    def default(self, name: ctypes.Array[ctypes.c_wchar], _length: object) -> int:
        name.value = "Struk"
        return 1

    def printers(self, *asked: object) -> int:
        row = winspool._PrinterInfo2(name="Struk", driver="POS-58", attributes=0x40, status=0x10)
        return self._give(row, *asked[3:])

    def jobs(self, *asked: object) -> int:
        return self._give(winspool._JobInfo1(job=7, title="0Q2FK-01-000001-U", status=0x10), *asked[4:])

    def write(self, _handle: object, content: bytes, length: int, written: Any) -> int:
        self.written = content
        written._obj.value = length
        return 1

    def _give(self, row: ctypes.Structure, room: object, _size: object, needed: Any, count: Any) -> int:
        needed._obj.value = 0 if self.empty else ctypes.sizeof(row)
        if room is None:
            return 0
        assert isinstance(room, ctypes.Array)
        self.kept.append(row)
        ctypes.memmove(room, ctypes.byref(row), ctypes.sizeof(row))
        count._obj.value = 1
        return 1


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> FakeLibrary:
    made = FakeLibrary()
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: made)
    return made


def test_the_real_spooler_reads_what_windows_fills_in(library: FakeLibrary) -> None:
    spool = winspool.Winspool()
    assert spool.printers() == [SpoolPrinter("Struk", "POS-58", 0x40, 0x10, True)]
    assert spool.jobs("Struk") == [winspool.SpoolJob(7, "0Q2FK-01-000001-U", 0x10)]
    assert spool.write("Struk", "0Q2FK-01-000001-U", b"\x1b@dots") == 7
    assert library.written == b"\x1b@dots"
    spool.delete("Struk", 7)
    assert library.calls[-3:] == ["OpenPrinterW", "SetJobW", "ClosePrinter"]
    assert library.calls.count("OpenPrinterW") == library.calls.count("ClosePrinter")


@pytest.mark.parametrize(
    "step", ["OpenPrinterW", "StartDocPrinterW", "StartPagePrinter", "WritePrinter", "EndDocPrinter"]
)
def test_a_step_that_windows_refuses_is_an_error_and_leaves_nothing_half(
    library: FakeLibrary, step: str
) -> None:
    library.fails = step
    with pytest.raises(OSError, match=r"\w"):
        winspool.Winspool().write("Struk", "x", b"\x1b@")
    aborted = step in ("StartPagePrinter", "WritePrinter")
    assert ("AbortPrinter" in library.calls) is aborted
    assert ("ClosePrinter" in library.calls) is (step != "OpenPrinterW")


def test_a_windows_without_printers_or_jobs_has_none(library: FakeLibrary) -> None:
    library.empty = True
    assert winspool.Winspool().printers() == []
    assert winspool.Winspool().jobs("Struk") == []
    library.fails = "GetDefaultPrinterW"
    assert winspool.Winspool()._default() == ""
