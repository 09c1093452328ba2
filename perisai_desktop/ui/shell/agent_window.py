"""The agent's window: the screens of an open store in one frame, joined where they meet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.background.heartbeat import Heartbeat
from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.counters import StatusStrip
from perisai_desktop.domain.exchange import Run
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.printers import NoPrinters, Printers
from perisai_desktop.ui.owned_jobs import OwnedJobs
from perisai_desktop.ui.screens.receipt.view import ReceiptWindow
from perisai_desktop.ui.shell.agent_sections import LINKS, agent_sections
from perisai_desktop.ui.shell.cash_stand import CashStand
from perisai_desktop.ui.shell.figure_pages import FigurePages
from perisai_desktop.ui.shell.frame import Frame
from perisai_desktop.ui.shell.guide import Guide
from perisai_desktop.ui.shell.guide_stops import agent_stops
from perisai_desktop.ui.shell.helping import Helping
from perisai_desktop.ui.shell.laptop import Laptop
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.shell.numbers_stand import NumbersStand
from perisai_desktop.ui.shell.reading_order import step_focus
from perisai_desktop.ui.shell.receipt_stand import ReceiptStand
from perisai_desktop.ui.shell.rules_watch import RulesWatch
from perisai_desktop.ui.shell.stick_stand import StickStand, agent_ports
from perisai_desktop.ui.shell.strip_words import strip_items
from perisai_desktop.ui.shell.upkeep_pages import UpkeepPages
from perisai_desktop.ui.shell.work_pages import WorkPages
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame

_STRIP_MS = 30_000


class AgentWindow(QWidget):
    """Owns nothing but widgets: the desk and the jobs belong to whoever opens it.

    `renewed` carries the same desk under other settings of the branch: another window is to go on with it.
    """

    left = Signal()
    closed = Signal()
    toured = Signal()
    lock_asked = Signal()
    lock_moved = Signal()
    renewed = Signal(object)

    def __init__(
        self,
        desk: AgentDesk,
        jobs: Jobs,
        looks: Looks,
        receipts: Path,
        printers: Printers | None = None,
        laptop: Laptop | None = None,
    ) -> None:
        super().__init__()
        self.desk = desk
        self._jobs = OwnedJobs(jobs, self)
        self._looks = looks
        self._guide: Guide | None = None
        self._counted_once = self._tour_asked = False
        self._heartbeat: Heartbeat | None = None
        self._last_run = (0, 0)
        self._laptop = laptop or Laptop()
        self.frame = Frame(agent_sections())
        printers = printers or NoPrinters()
        self._stand = ReceiptStand(desk, self._jobs, receipts, printers, self._laptop, self)
        stand = self._stand
        desk.purging.papers = lambda: stand.folder
        self._stand.next_person.connect(lambda: self.pages.next_person())
        self._stand.closed.connect(lambda fresh: self._receipt_closed(fresh=fresh))
        self.numbers = NumbersStand(desk, self._jobs, self)
        self.numbers.begun.connect(lambda: self._written())
        self.till = self._till(printers)
        self.stick = self._sticks(printers)
        self.pages: WorkPages = self._pages()
        self.figures = FigurePages(
            self, self.frame, desk, self._jobs, looks, self._laptop, self.pages, self.till, receipts
        )
        self.upkeep = self._upkeep(printers, receipts)
        self._rules = RulesWatch(
            desk, self._jobs, lambda between: self._guide is not None or self.pages.begun(between), self
        )
        self._rules.renewed.connect(self.renewed)
        self._dress()

    def _pages(self) -> WorkPages:
        pages = WorkPages(
            self, self.frame, self.desk, self._jobs, self._looks, self._laptop, self.numbers, self.till
        )
        self.numbers.send_asked.connect(pages.send)
        pages.receipt_ready.connect(lambda receipt: self._open_receipt(receipt, fresh=True))
        pages.receipt_asked.connect(self.show_receipt)
        pages.written.connect(lambda: self._written())
        pages.held.connect(lambda: self._held())
        pages.runs.watch(self._ran)
        pages.errand_asked.connect(self.stick.ask)
        return pages

    def _till(self, printers: Printers) -> CashStand:
        language, folder = self._looks.language, lambda: self._stand.folder
        stand = CashStand(self.desk, self._jobs, folder, printers, self._laptop, language, self)
        self._stand.void_asked.connect(stand.void)
        stand.written.connect(lambda: self._written())
        return stand

    def _sticks(self, printers: Printers) -> StickStand:
        clock, practice = self.desk.clock, self.desk.identity.practice
        ports = agent_ports(self.desk, printers, lambda: self._laptop.printing)
        stand = StickStand(
            ports, self._jobs, clock.now, clock.offset(), self, self._laptop, practice=practice
        )
        stand.finished.connect(lambda: self.refresh())
        return stand

    def _upkeep(self, printers: Printers, receipts: Path) -> UpkeepPages:
        pages = UpkeepPages(
            self,
            self.frame,
            self.desk,
            self._jobs,
            self._looks,
            self._laptop,
            printers,
            receipts,
            self.numbers,
        )
        pages.send_asked.connect(self.pages.send)
        pages.receipts_moved.connect(self._stand.move)
        pages.tour_asked.connect(self.start_tour)
        pages.lock_moved.connect(self.lock_moved)
        return pages

    def _dress(self) -> None:
        agent = self.desk.identity
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self.resize(self.frame.size())
        self.frame.rail.show_owner(agent.name, agent.office)
        self.frame.header.show_owner(agent.number, agent.device, "laptop", practice=agent.practice)
        self.frame.bind("Ctrl+N", lambda: self.frame.go("enrolment"))
        self.frame.bind("Ctrl+L", self.lock_asked.emit)
        helping = Helping(self, self._looks.language, self._looks.help_size)
        self.frame.help_asked.connect(lambda page: helping.show(page))
        self.frame.strip.followed.connect(lambda key: self.frame.go(LINKS[key]))
        self.frame.rail.chosen.connect(self._chosen)
        self.frame.moved.connect(lambda _name: self._moved())
        if agent.practice:
            PracticeFrame(self)
        self._ticker = QTimer(self)
        self._ticker.setInterval(_STRIP_MS)
        self._ticker.timeout.connect(self.refresh_strip)
        self._ticker.timeout.connect(lambda: self._rules.look())
        # Whoever tells of the wipe is still at work: the window goes once they are done.
        self._emptied = QTimer(self, singleShot=True, interval=0)
        self._emptied.timeout.connect(self.left)

    def start(self, pause: Callable[[int], float] | None = None, first: str = "workers") -> None:
        """Show the screen `first` and the figures.

        With `pause`, the seconds to wait after so many failed runs, it is sent and fetched by itself.
        """
        self.frame.go(first)
        self.refresh_strip()
        self._ticker.start()
        if pause is not None:
            self._heartbeat = Heartbeat(self.pages.runs.begin, pause, self.desk.pausing.left, self)
            self._heartbeat.start()

    def start_tour(self) -> None:
        """Show the guided tour from its first stop, once the figures are there; `toured` when it is over or skipped."""
        self._tour_asked = not self._counted_once
        if self._guide is None and self._counted_once:
            # Figures that came a moment ago have their place only after this turn.
            QTimer.singleShot(0, self, self._begin_tour)

    def _begin_tour(self) -> None:
        if self._guide is None:
            self._guide = Guide(self, agent_stops(self.frame, practice=self.desk.identity.practice))
            self._guide.finished.connect(self._tour_over)
            self._guide.begin()

    def rest(self) -> None:
        """Keep everything that was typed."""
        self.pages.rest()
        self.upkeep.rest()

    def end(self) -> None:
        """Begin nothing further by itself, and give up what would keep whoever leaves waiting."""
        self._ticker.stop()
        if self._heartbeat is not None:
            self._heartbeat.stop()
        self.upkeep.end()
        self.figures.end()

    def refresh(self) -> None:
        """Something changed: read the strip and the screen in sight again; leave where the branch had it wiped."""
        if self.desk.syncing.wiped:
            self._emptied.start()
            return
        self.refresh_strip()
        self.pages.refresh()
        self.figures.refresh()
        self.numbers.look()
        if self.frame.current == "ready_for_work":
            self.upkeep.ready.look()

    def refresh_strip(self) -> None:
        """Count again."""
        self._jobs.run(Lane.LOCAL, self.desk.counting.strip, self._counted)

    @property
    def receipt_window(self) -> ReceiptWindow | None:
        """The receipt that is open over this window."""
        return self._stand.window

    def show_receipt(self, number: str) -> None:
        """Open an older receipt."""
        self._jobs.run(Lane.LOCAL, lambda: self.desk.receipting.receipt(number), self._found)

    def _counted(self, outcome: Ok[StatusStrip] | Err) -> None:
        if isinstance(outcome, Ok):
            clock = self.desk.clock
            self.frame.strip.show_items(strip_items(outcome.value, clock.now(), clock.offset()))
            self.frame.rail.show_count("tasks", outcome.value.to_fix.count)
            self._counted_once = True
            if self._tour_asked:
                self.start_tour()

    def _found(self, outcome: Ok[Receipt] | Err) -> None:
        if isinstance(outcome, Ok):
            self._open_receipt(outcome.value, fresh=False)

    def _open_receipt(self, receipt: Receipt, *, fresh: bool) -> None:
        self._stand.show(receipt, fresh=fresh, renewal=fresh and self.pages.collecting)
        if fresh:
            self._written()

    def _receipt_closed(self, *, fresh: bool) -> None:
        self._written()
        if fresh:
            self.pages.receipt_closed()
            self._rules.look(between=True)

    def _tour_over(self) -> None:
        self._guide = None
        self.toured.emit()

    def _written(self) -> None:
        self.refresh_strip()
        if self._heartbeat is not None:
            self._heartbeat.hurry()

    def _held(self) -> None:
        self.refresh()
        if self._heartbeat is not None:
            self._heartbeat.hurry()

    def _ran(self, run: Run) -> None:
        """Read again what is in sight when more has arrived, and at the end of a run."""
        arrived = run.progress.arrived if run.progress is not None else 0
        if (run.ended, arrived) != self._last_run and (arrived or not run.running):
            self.refresh()
            self._rules.look()
        self._last_run = (run.ended, arrived)

    def _chosen(self, name: str) -> None:
        if name == "leave":
            self.rest()
            self.left.emit()

    def _moved(self) -> None:
        self._rename()
        self._rules.look(between=True)

    def _rename(self) -> None:
        title = self.frame.windowTitle()
        practice = self.desk.identity.practice
        self.setWindowTitle(self.tr("PRACTICE · {title}").format(title=title) if practice else title)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab, in the order of reading."""
        return step_focus(self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.rest()
        self.end()
        self.closed.emit()
        super().closeEvent(event)
