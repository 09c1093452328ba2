"""Windows' spooler by its own functions (winspool.drv), and nothing of what they mean."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import wintypes
from typing import Any, NamedTuple, Protocol

_LOCAL_AND_CONNECTED = 0x2 | 0x4
_CONTROL_DELETE = 5
_MOST_JOBS = 255


class SpoolPrinter(NamedTuple):
    """A printer with the bits of PRINTER_INFO_2 that tell how it is."""

    name: str
    driver: str
    attributes: int
    status: int
    default: bool


class SpoolJob(NamedTuple):
    """A job that the spooler still knows, with the bits of JOB_INFO_1."""

    job: int
    title: str
    status: int


class Spool(Protocol):
    """What is asked of the spooler; everything raises OSError where it refuses."""

    def printers(self) -> list[SpoolPrinter]:
        """The printers of this laptop."""

    def write(self, printer: str, title: str, content: bytes) -> int:
        """Send bytes past the driver; the number of the job."""

    def jobs(self, printer: str) -> list[SpoolJob]:
        """What waits or is being printed."""

    def delete(self, printer: str, job: int) -> None:
        """Take a job out of the queue."""


class _PrinterInfo2(ctypes.Structure):
    _fields_ = (
        ("server", wintypes.LPWSTR),
        ("name", wintypes.LPWSTR),
        ("share", wintypes.LPWSTR),
        ("port", wintypes.LPWSTR),
        ("driver", wintypes.LPWSTR),
        ("comment", wintypes.LPWSTR),
        ("location", wintypes.LPWSTR),
        ("mode", ctypes.c_void_p),
        ("separator", wintypes.LPWSTR),
        ("processor", wintypes.LPWSTR),
        ("datatype", wintypes.LPWSTR),
        ("parameters", wintypes.LPWSTR),
        ("security", ctypes.c_void_p),
        ("attributes", wintypes.DWORD),
        ("priority", wintypes.DWORD),
        ("default_priority", wintypes.DWORD),
        ("start_time", wintypes.DWORD),
        ("until_time", wintypes.DWORD),
        ("status", wintypes.DWORD),
        ("jobs", wintypes.DWORD),
        ("average_pages", wintypes.DWORD),
    )


class _JobInfo1(ctypes.Structure):
    _fields_ = (
        ("job", wintypes.DWORD),
        ("printer", wintypes.LPWSTR),
        ("machine", wintypes.LPWSTR),
        ("user", wintypes.LPWSTR),
        ("title", wintypes.LPWSTR),
        ("datatype", wintypes.LPWSTR),
        ("words", wintypes.LPWSTR),
        ("status", wintypes.DWORD),
        ("priority", wintypes.DWORD),
        ("position", wintypes.DWORD),
        ("pages", wintypes.DWORD),
        ("pages_printed", wintypes.DWORD),
        ("submitted", wintypes.WORD * 8),
    )


class _DocInfo1(ctypes.Structure):
    _fields_ = (("title", wintypes.LPWSTR), ("output", wintypes.LPWSTR), ("datatype", wintypes.LPWSTR))


class Winspool:
    """The real spooler. 64-bit Windows has one calling convention, so CDLL will do."""

    def __init__(self) -> None:
        self._dll = ctypes.CDLL("winspool.drv")

    def printers(self) -> list[SpoolPrinter]:
        """EnumPrintersW, level 2."""
        needed, count = wintypes.DWORD(), wintypes.DWORD()
        ask = (_LOCAL_AND_CONNECTED, None, 2)
        self._dll.EnumPrintersW(*ask, None, 0, ctypes.byref(needed), ctypes.byref(count))
        if not needed.value:
            return []
        room = ctypes.create_string_buffer(needed.value)
        _demand(
            self._dll.EnumPrintersW(*ask, room, needed, ctypes.byref(needed), ctypes.byref(count)), "list"
        )
        default = self._default()
        rows = (_PrinterInfo2 * count.value).from_buffer(room)
        return [
            SpoolPrinter(row.name, row.driver or "", row.attributes, row.status, row.name == default)
            for row in rows
        ]

    def write(self, printer: str, title: str, content: bytes) -> int:
        """StartDocPrinterW with the datatype RAW, one page, all bytes."""
        document = _DocInfo1(title, None, "RAW")
        with self._opened(printer) as handle:
            job = int(_demand(self._dll.StartDocPrinterW(handle, 1, ctypes.byref(document)), "start"))
            try:
                _demand(self._dll.StartPagePrinter(handle), "page")
                written = wintypes.DWORD()
                done = self._dll.WritePrinter(handle, content, len(content), ctypes.byref(written))
                _demand(done and written.value == len(content), "write")
                _demand(self._dll.EndPagePrinter(handle), "page")
            except OSError:
                self._dll.AbortPrinter(handle)
                raise
            _demand(self._dll.EndDocPrinter(handle), "end")
            return job

    def jobs(self, printer: str) -> list[SpoolJob]:
        """EnumJobsW, level 1."""
        needed, count = wintypes.DWORD(), wintypes.DWORD()
        with self._opened(printer) as handle:
            ask = (handle, 0, _MOST_JOBS, 1)
            self._dll.EnumJobsW(*ask, None, 0, ctypes.byref(needed), ctypes.byref(count))
            if not needed.value:
                return []
            room = ctypes.create_string_buffer(needed.value)
            done = self._dll.EnumJobsW(*ask, room, needed, ctypes.byref(needed), ctypes.byref(count))
            _demand(done, "jobs")
            rows = (_JobInfo1 * count.value).from_buffer(room)
            return [SpoolJob(row.job, row.title or "", row.status) for row in rows]

    def delete(self, printer: str, job: int) -> None:
        """SetJobW with JOB_CONTROL_DELETE."""
        with self._opened(printer) as handle:
            _demand(self._dll.SetJobW(handle, job, 0, None, _CONTROL_DELETE), "delete")

    def _default(self) -> str:
        length = wintypes.DWORD(512)
        name = ctypes.create_unicode_buffer(length.value)
        return name.value if self._dll.GetDefaultPrinterW(name, ctypes.byref(length)) else ""

    @contextmanager
    def _opened(self, printer: str) -> Iterator[wintypes.HANDLE]:
        handle = wintypes.HANDLE()
        _demand(self._dll.OpenPrinterW(printer, ctypes.byref(handle), None), "open")
        try:
            yield handle
        finally:
            self._dll.ClosePrinter(handle)


def _demand(answer: Any, what: str) -> Any:
    if not answer:
        raise OSError(what)
    return answer
