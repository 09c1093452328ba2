"""What the receipt's window does: draws the page, prints it and follows the paper, saves the PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import (
    USUAL,
    PrintChoice,
    Printer,
    PrintProgress,
    PrintRun,
    PrintStage,
    PrintWish,
)
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.printers import Printers
from perisai_desktop.services.printing import Printing
from perisai_desktop.ui.screens.receipt.state import Event, ReceiptState

Show = Callable[[ReceiptState], None]
WidthOf = Callable[[PaperSize], int]

MOST_LOOKS = 300
"""So often the spooler is asked how far a paper has come."""


class ReceiptPresenter:
    """The receipt is in the journal before this window opens: nothing here can lose it.

    `remember` is told of every choice of paper and printer.
    """

    def __init__(
        self,
        printing: Printing,
        printers: Printers,
        jobs: Jobs,
        show: Show,
        receipt: Receipt,
        choice: PrintChoice = USUAL,
        remember: Callable[[PrintChoice], None] = lambda _choice: None,
    ) -> None:
        self._printing = printing
        self._receipting = printing.receipting
        self._printers = printers
        self._jobs = jobs
        self._show = show
        self._remember = remember
        self._width_of: WidthOf = lambda _paper: 420
        self._looks = 0
        self._looking = False
        self._closed = False
        self.state = ReceiptState(receipt, choice)

    def open(self, width_of: WidthOf) -> None:
        """Draw the page, as many pixels wide as `width_of` says for its paper, and ask for the printers."""
        self._width_of = width_of
        self._draw()
        self._jobs.run(Lane.PRINTER, self._printers.listed, self._listed)

    def choose_paper(self, paper: PaperSize) -> None:
        """Print on `paper` from now on."""
        if paper is not self.state.choice.paper:
            self._choose(replace(self.state.choice, paper=paper))
            self._draw()

    def choose_printer(self, name: str) -> None:
        """Print this kind of paper on the printer `name` from now on; a name that is not offered changes nothing."""
        choice = self.state.choice
        if any(printer.name == name for printer in self.state.offered):
            self._choose(choice.with_printer(name))
        else:
            self._present(self.state)

    def choose_sheets(self, sheets: int) -> None:
        """So many papers with the next print."""
        self._present(replace(self.state, sheets=sheets))

    def print(self) -> None:
        """Hand the papers to the spooler; one print at a time."""
        state = self.state
        if state.sending:
            return
        paper = state.choice.paper
        printer = state.printer
        name = printer.name if printer is not None else state.choice.printer_for(paper)
        wish = PrintWish(paper, name, state.sheets)
        self._present(replace(state, event=Event.SENDING, following=False, failure=None))
        self._jobs.run(
            Lane.PRINTER,
            lambda: self._printing.print(state.receipt.number, wish, self._printers),
            self._printed,
        )

    def follow(self) -> None:
        """Ask the spooler how far the paper has come, where that is worth asking."""
        run = self.state.run
        if run is None or not self.state.following or self._looking:
            return
        self._looking = True
        self._looks += 1
        self._jobs.run(
            Lane.PRINTER,
            lambda: self._printing.progress(run, self._printers),
            lambda outcome: self._progressed(run, outcome),
        )

    def repeat(self) -> None:
        """The paper did not come out: what waits is withdrawn, the next paper is the same again."""
        run, number = self.state.run, self.state.receipt.number
        if self.state.sending or (run is None and not self.state.copy):
            return
        self._present(replace(self.state, run=None, progress=None, following=False))

        def work() -> None:
            if run is None:
                self._printing.repeat(number)
            else:
                self._printing.take_back(run, self._printers)

        self._jobs.run(Lane.PRINTER, work, self._repeated)

    def save(self, path: Path) -> None:
        """Write the PDF as issued to `path`, whole or not at all."""
        number, paper = self.state.receipt.number, self.state.choice.paper
        self._present(replace(self.state, busy=True, failure=None))
        self._jobs.run(
            Lane.LOCAL,
            lambda: self._receipting.save_pdf(number, path, paper),
            lambda outcome: self._saved(outcome, path.name),
        )

    def shared(self) -> None:
        """The text is in the clipboard."""
        self._present(replace(self.state, event=Event.SHARED, failure=None))

    def close(self) -> None:
        """The window is gone: what is under way ends unseen."""
        self._closed = True

    def _choose(self, choice: PrintChoice) -> None:
        self._present(replace(self.state, choice=choice))
        self._remember(choice)

    def _draw(self) -> None:
        number, paper = self.state.receipt.number, self.state.choice.paper
        width = self._width_of(paper)
        self._present(replace(self.state, busy=True))

        def work() -> tuple[int, PageImage]:
            copy = self._printing.copy(number)
            return copy, self._receipting.page(number, width, paper, copy)

        self._jobs.run(Lane.LOCAL, work, lambda outcome: self._drawn(outcome, paper))

    def _drawn(self, outcome: Ok[tuple[int, PageImage]] | Err, paper: PaperSize) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        elif paper is self.state.choice.paper:
            copy, page = outcome.value
            self._present(replace(self.state, busy=False, copy=copy, page=page))

    def _listed(self, outcome: Ok[tuple[Printer, ...]] | Err) -> None:
        found = outcome.value if isinstance(outcome, Ok) else ()
        self._present(replace(self.state, printers=found))

    def _printed(self, outcome: Ok[PrintRun] | Err) -> None:
        self._looks = 0
        if isinstance(outcome, Err):
            self._present(replace(self.state, event=Event.OPENED, run=None, failure=outcome.failure))
            self._jobs.run(Lane.PRINTER, self._printers.listed, self._listed)
        else:
            self._present(
                replace(
                    self.state,
                    event=Event.PRINTED,
                    run=outcome.value,
                    progress=PrintProgress(PrintStage.QUEUED),
                    following=True,
                    sheets=1,
                )
            )
        self._draw()

    def _progressed(self, run: PrintRun, outcome: Ok[PrintProgress] | Err) -> None:
        self._looking = False
        if run is not self.state.run or isinstance(outcome, Err):
            return
        progress = outcome.value
        if progress.stage is PrintStage.FAILED:
            failure = Failure(FailureCode.PRINT_FAILED)
            self._present(
                replace(
                    self.state, event=Event.OPENED, run=None, progress=None, following=False, failure=failure
                )
            )
            self._draw()
            return
        going_on = progress.moving and self._looks < MOST_LOOKS
        self._present(replace(self.state, progress=progress, following=going_on))

    def _repeated(self, outcome: Ok[None] | Err) -> None:
        failure = outcome.failure if isinstance(outcome, Err) else None
        self._present(replace(self.state, event=Event.REPEATED, failure=failure))
        self._draw()

    def _saved(self, outcome: Ok[None] | Err, name: str) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        self._present(replace(self.state, busy=False, event=Event.SAVED, saved_as=name))

    def _present(self, state: ReceiptState) -> None:
        self.state = state
        if not self._closed:
            self._show(state)
