"""Printers of a system that prints with CUPS, asked through its own commands `lpstat`, `lp` and `cancel`."""

import os
import re
import subprocess
from collections.abc import Callable, Mapping
from typing import NamedTuple

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import (
    PrintDocument,
    Printer,
    PrinterState,
    PrintJob,
    PrintProgress,
    PrintStage,
    thermal,
)

_PATIENCE = 30.0
"""Seconds until a spooler that does not answer counts as one that refused."""
_MEDIA = {PaperSize.A5: "A5", PaperSize.A4: "A4"}
_PRINTER = re.compile(r"printer (\S+) (.*)")
_TAKEN = re.compile(r"request id is (\S+-\d+)")
_THROWN_AWAY = ("canceled", "cancelled", "aborted")
_STOPPED = ("printer-stopped", "paused", "hold")
_UNREACHED = re.compile(
    r"not exist|unavailable|not responding|offline|not connected|become available", re.IGNORECASE
)
"""What CUPS' own ways to a printer say while they can't reach it, though they count the job as being printed."""


class Answer(NamedTuple):
    """What a command printed, and whether it went well."""

    well: bool
    text: str


Ask = Callable[[list[str], bytes], Answer]


def ask_system(command: list[str], content: bytes = b"") -> Answer:
    """Run a command with `content` as its input; one that is not there or does not end went badly."""
    speaking = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, its arguments never pass a shell
            command, input=content, capture_output=True, timeout=_PATIENCE, check=False, env=speaking
        )
    except (OSError, subprocess.TimeoutExpired):
        return Answer(False, "")
    return Answer(done.returncode == 0, done.stdout.decode("utf-8", "replace"))


class CupsPrinters:
    """PDFs go through the printer's driver, ESC/POS bytes past it; see `services.printers.Printers`."""

    def __init__(self, ask: Ask = ask_system) -> None:
        self._ask = ask

    def listed(self) -> tuple[Printer, ...]:
        """What `lpstat -d -l -p` names."""
        text = self._ask(["lpstat", "-d", "-l", "-p"], b"").text
        default = re.search(r"^system default destination: (\S+)", text, re.MULTILINE)
        blocks = re.split(r"^(?=printer )", text, flags=re.MULTILINE)
        found = [_printer(block, default[1] if default else "") for block in blocks]
        return tuple(printer for printer in found if printer is not None)

    def send(self, printer: str, document: PrintDocument) -> PrintJob:
        """Hand the bytes to `lp`, which answers with the name of the job."""
        options = ["-o", "raw"] if document.raw else _drawing(document.paper)
        answer = self._ask(["lp", "-d", printer, "-t", document.title, *options], document.content)
        taken = _TAKEN.search(answer.text)
        if not answer.well:
            raise Failure(FailureCode.PRINT_REFUSED)
        return PrintJob(printer, taken[1] if taken else "")

    def progress(self, job: PrintJob) -> PrintProgress:
        """Look for the job among those that wait, then among those that are over.

        CUPS 2.4 tells a job that was cancelled while it waited by the same words as one that was printed.
        """
        waiting = self._jobs(job.printer, "not-completed").get(job.job)
        if waiting is not None:
            return self._waiting(job.printer, waiting)
        alerts = self._jobs(job.printer, "completed").get(job.job, "")
        thrown_away = any(word in alerts for word in _THROWN_AWAY)
        return PrintProgress(PrintStage.FAILED if thrown_away else PrintStage.DONE)

    def withdraw(self, job: PrintJob) -> None:
        """Ask `cancel`; what it says does not matter."""
        if job.job:
            self._ask(["cancel", job.job], b"")

    def _waiting(self, name: str, alerts: str) -> PrintProgress:
        printer = next((printer for printer in self.listed() if printer.name == name), None)
        state = printer.state if printer is not None else PrinterState.OFFLINE
        if _UNREACHED.search(alerts):
            return PrintProgress(PrintStage.WAITING, PrinterState.OFFLINE)
        if state is not PrinterState.READY or any(word in alerts for word in _STOPPED):
            return PrintProgress(PrintStage.WAITING, state)
        return PrintProgress(PrintStage.PRINTING if "job-printing" in alerts else PrintStage.QUEUED)

    def _jobs(self, printer: str, which: str) -> Mapping[str, str]:
        """The jobs of a printer, and what the spooler says of each."""
        text = self._ask(["lpstat", "-l", "-W", which, "-o", printer], b"").text
        blocks = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
        return {block.split()[0]: block for block in blocks if block.strip()}


def _printer(block: str, default: str) -> Printer | None:
    head = _PRINTER.match(block)
    if head is None:
        return None
    name, words = head[1], head[2]
    facts = dict(re.findall(r"^\t([A-Z][A-Za-z ]+): (.*)$", block, re.MULTILINE))
    without_driver = "Interface" not in facts and facts.get("Connection") == "direct"
    return Printer(
        name,
        _state(words, facts.get("Alerts", "")),
        default=name == default,
        raw=without_driver or thermal(name, facts.get("Description", "")),
    )


def _state(words: str, alerts: str) -> PrinterState:
    """`printer-state-reasons` of RFC 8011, 5.4.12; reports and warnings leave a printer ready."""
    if "offline" in alerts or "connecting-to-device" in alerts:
        return PrinterState.OFFLINE
    if words.startswith("disabled"):
        return PrinterState.PAUSED
    if "-error" in alerts or re.search(r"\b(?:media-empty|media-jam|cover-open|door-open)\b(?!-)", alerts):
        return PrinterState.ERROR
    return PrinterState.READY


def _drawing(paper: PaperSize) -> list[str]:
    """Options for a page that the driver draws; a roll's page is as long as the receipt, the PDF says how long."""
    media = _MEDIA.get(paper)
    return ["-o", f"media={media}", "-o", "fit-to-page"] if media else []
