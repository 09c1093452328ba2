"""The screens of an agent's work in an agent's window: built when shown, joined where they meet."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.cleaning import Cleaning
from perisai_desktop.background.exchange_runs import ExchangeRuns
from perisai_desktop.background.ports import Jobs
from perisai_desktop.config.choices import note
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.bundle.state import Errand
from perisai_desktop.ui.screens.cash.presenter import CashPresenter
from perisai_desktop.ui.screens.cash.screen import cash_screen
from perisai_desktop.ui.screens.collection.presenter import CollectionPresenter
from perisai_desktop.ui.screens.collection.screen import collection_screen
from perisai_desktop.ui.screens.enrolment.presenter import EnrolmentPresenter
from perisai_desktop.ui.screens.enrolment.screen import enrolment_screen
from perisai_desktop.ui.screens.kelompok.presenter import KelompokPresenter
from perisai_desktop.ui.screens.kelompok.screen import kelompok_screen
from perisai_desktop.ui.screens.numbers.notices_card import NoticesCard
from perisai_desktop.ui.screens.numbers.notices_words import bars, cash_bars
from perisai_desktop.ui.screens.receipt_check.presenter import ReceiptCheckPresenter
from perisai_desktop.ui.screens.receipt_check.screen import receipt_check_screen
from perisai_desktop.ui.screens.sync.presenter import SyncPresenter
from perisai_desktop.ui.screens.sync.screen import sync_screen
from perisai_desktop.ui.screens.tasks.presenter import TasksPresenter
from perisai_desktop.ui.screens.tasks.screen import tasks_screen
from perisai_desktop.ui.screens.workers.presenter import WorkersPresenter
from perisai_desktop.ui.screens.workers.screen import workers_screen
from perisai_desktop.ui.shell.cash_stand import CashStand
from perisai_desktop.ui.shell.drafts_stand import DraftsStand
from perisai_desktop.ui.shell.frame import Frame
from perisai_desktop.ui.shell.laptop import Laptop
from perisai_desktop.ui.shell.life_stand import LifeStand
from perisai_desktop.ui.shell.look_alikes_stand import LookAlikesStand
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.shell.numbers_stand import NumbersStand
from perisai_desktop.ui.shell.photo_stand import PhotoStand, TakePhoto
from perisai_desktop.ui.shell.relay import Relay
from perisai_desktop.ui.shell.renewal_stand import RenewalStand
from perisai_desktop.ui.shell.round_stand import RoundStand
from perisai_desktop.ui.state_words import reason_labels
from sync.rules.iuran_month import IuranMonth


class WorkPages(QObject):
    """Plans the screens `workers`, `enrolment`, `kelompok`, `collection`, `sync`, `tasks`, `cash` and `receipt_check`.

    `receipt_ready` carries the receipt that was just written, `receipt_asked` the number of an older one. `written`:
    something waits to be sent. `held`: a pause of the sending began or ended. `errand_asked`: a file is to go out on a stick,
    or to come in.
    """

    receipt_ready = Signal(object)
    receipt_asked = Signal(str)
    written = Signal()
    held = Signal()
    errand_asked = Signal(object)
    receipt_over = Signal()

    def __init__(
        self,
        window: QWidget,
        frame: Frame,
        desk: AgentDesk,
        jobs: Jobs,
        looks: Looks,
        laptop: Laptop,
        numbers: NumbersStand,
        till: CashStand,
    ) -> None:
        super().__init__(window)
        self._frame = frame
        self._desk = desk
        self._jobs = jobs
        self._laptop = laptop
        self._numbers = numbers
        self._till = till
        self._relay = Relay(self)
        self.runs = ExchangeRuns(desk.syncing, jobs, self._relay.post)
        self._cleaning = Cleaning(self.runs, desk.purging.step, jobs)
        self._reasons = reason_labels(desk.reference, looks.language)
        self.life = LifeStand(desk, jobs, self._reasons, laptop, window)
        self.life.written.connect(self.written)
        self.life.receipt_asked.connect(self.receipt_asked)
        self.renewal = RenewalStand(desk, jobs, self.receipt_asked.emit, self._enrol_again, window)
        self.renewal.receipt_ready.connect(self.receipt_ready)
        self.renewal.written.connect(self.written)
        self.renewal.written.connect(self.refresh)
        frame.plan("workers", lambda: self.workers)
        frame.plan("enrolment", lambda: self.enrolment)
        frame.plan("kelompok", lambda: self.kelompok)
        frame.plan("collection", lambda: self.collection)
        frame.plan("sync", lambda: self.sync)
        frame.plan("tasks", lambda: self.tasks)
        frame.plan("cash", lambda: self.cash)
        frame.plan("receipt_check", lambda: self.receipt_check)

    @cached_property
    def workers(self) -> WorkersPresenter:
        """The list of workers."""
        view, presenter = workers_screen(self._desk, self._jobs, self._reasons)
        view.table.set_widths(self._laptop.choices.read().columns)
        view.table.widths_moved.connect(lambda widths: note(self._laptop.choices, columns=widths))
        view.enrol_asked.connect(lambda: self._frame.go("enrolment"))
        view.task_asked.connect(lambda: self._frame.go("tasks"))
        view.pay_asked.connect(self._open_payment)
        view.change_asked.connect(self.life.change)
        view.correction_asked.connect(self.life.correct)
        view.withdrawal_asked.connect(self.life.withdraw)
        view.list_asked.connect(self.life.take_list)
        view.show_above(self.life.notice())
        view.show_above(self._numbers.card(bars))
        view.appeared.connect(self.life.look)
        self.life.written.connect(presenter.refresh)
        view.receipt_asked.connect(self.receipt_asked)
        view.titled.connect(self._frame.show_titles)
        self._frame.add("workers", view, view)
        return presenter

    @cached_property
    def enrolment(self) -> EnrolmentPresenter:
        """The form for a new worker."""
        view, presenter = enrolment_screen(self._desk, self._jobs)
        view.receipt_ready.connect(self.receipt_ready)
        view.closed.connect(lambda: self._frame.go("workers"))
        view.worker_asked.connect(self._open_worker)
        view.numbers_asked.connect(self._numbers.show)
        view.show_above(self._numbers.card(bars))
        self.photos = self._photo_stand(presenter.pictures.take, view)
        view.photo_asked.connect(self.photos.ask)
        self.drafts = DraftsStand(self._desk, self._jobs, presenter, view)
        view.drafts_asked.connect(self.drafts.ask)
        self.look_alikes = LookAlikesStand(self._desk, self._jobs, presenter, view)
        self.look_alikes.worker_asked.connect(self._open_worker)
        view.comparison_asked.connect(self.look_alikes.ask)
        self._frame.add("enrolment", view, view)
        return presenter

    @cached_property
    def kelompok(self) -> KelompokPresenter:
        """People who are enrolled together."""
        view, presenter = kelompok_screen(self._desk, self._jobs, self.receipt_ready.emit, self.written.emit)
        view.start.receipt_asked.connect(self.receipt_asked)
        view.start.renewal_asked.connect(self.renewal.ask)
        view.show_above(self._numbers.card(bars))
        view.titled.connect(self._frame.show_titles)
        self._frame.add("kelompok", view, view)
        return presenter

    @cached_property
    def collection(self) -> CollectionPresenter:
        """The collection round."""
        view, presenter = collection_screen(self._desk, self._jobs)
        view.receipt_ready.connect(self.receipt_ready)
        view.enrol_asked.connect(self._enrol_again)
        self.round = RoundStand(self._desk, self._jobs, presenter, view)
        view.terms_asked.connect(self.round.ask_terms)
        view.stranger_asked.connect(self.round.ask_stranger)
        view.group_asked.connect(lambda: self.renewal.ask(presenter.state.chosen))
        self.receipt_over.connect(view.back)
        view.show_above(self._numbers.card(bars))
        self._frame.add("collection", view, view)
        return presenter

    @cached_property
    def sync(self) -> SyncPresenter:
        """What goes up and comes down."""
        view, presenter = sync_screen(self._desk, self.runs, self._jobs, self._reasons, self.held.emit)
        view.receipt_asked.connect(self.receipt_asked)
        view.task_asked.connect(lambda: self._frame.go("tasks"))
        view.titled.connect(self._frame.show_titles)
        view.show_above(self._numbers.card())
        view.stick.save_asked.connect(lambda: self.errand_asked.emit(Errand.SAVE))
        view.stick.read_asked.connect(lambda: self.errand_asked.emit(Errand.READ))
        view.stick.carry_asked.connect(lambda: self.errand_asked.emit(Errand.CARRY))
        self._frame.add("sync", view, view)
        return presenter

    @cached_property
    def tasks(self) -> TasksPresenter:
        """What the branch gave back to correct."""
        view, presenter = tasks_screen(self._desk, self._jobs, self._reasons, self.written.emit)
        self.new_photos = self._photo_stand(presenter.photos.take, view)
        view.photo_asked.connect(self.new_photos.ask)
        view.sync_asked.connect(lambda: self._frame.go("sync"))
        view.receipt_asked.connect(self.receipt_asked)
        view.titled.connect(self._frame.show_titles)
        view.numbers_asked.connect(self._numbers.show)
        self._frame.add("tasks", view, view)
        return presenter

    @cached_property
    def cash(self) -> CashPresenter:
        """Cash in hand and everything that moves it."""
        view, presenter = cash_screen(self._desk, self._jobs)
        view.show_above(self._numbers.card(cash_bars))
        view.figure.deposit_asked.connect(self._till.deposit)
        view.figure.closing_asked.connect(self._till.close_day)
        view.figure.refund_asked.connect(self._till.refund)
        view.figure.adjustment_asked.connect(self._till.adjust)
        view.entries.receipt_asked.connect(self.receipt_asked)
        view.entries.paper_asked.connect(self._till.paper)
        view.titled.connect(self._frame.show_titles)
        self._till.written.connect(presenter.load)
        self._frame.add("cash", view, view)
        return presenter

    @cached_property
    def receipt_check(self) -> ReceiptCheckPresenter:
        """Whether a receipt that somebody holds is genuine."""
        view, presenter = receipt_check_screen(self._desk, self._jobs)
        view.receipt_asked.connect(self.receipt_asked)
        self._frame.add("receipt_check", view, view)
        return presenter

    def notices(self) -> NoticesCard:
        """A card of what the agent has to be told first, for another screen of the window."""
        return self._numbers.card(bars)

    def rest(self) -> None:
        """Keep everything that was typed."""
        if self._frame.built("enrolment"):
            self.enrolment.rest()
        if self._frame.built("tasks"):
            self.tasks.rest()

    def begun(self, between: bool) -> bool:
        """Whether a run goes on, or the screen in sight holds something that was begun.

        `between`: the agent just finished something, or went to this screen: a payment there is none of theirs yet.
        """
        begun: dict[str, Callable[[], bool]] = {
            "workers": lambda: False,
            "enrolment": lambda: self.enrolment.state is None or self.enrolment.state.begun,
            "kelompok": lambda: self.kelompok.state.kelompok is not None,
            "collection": lambda: not between or self.collection.state.busy,
            "tasks": lambda: bool(self.tasks.state.changed),
            "cash": lambda: False,
        }
        return self.runs.state.running or begun.get(self._frame.current, lambda: not between)()

    def refresh(self) -> None:
        """Read the screen in sight again, where it is one of these."""
        again: dict[str, Callable[[], None]] = {
            "workers": lambda: self.workers.refresh(),
            "collection": lambda: self.collection.refresh(),
            "sync": lambda: self.sync.refresh(),
            "tasks": lambda: self.tasks.load(),
            "cash": lambda: self.cash.load(),
        }
        again.get(self._frame.current, lambda: None)()

    def send(self) -> None:
        """Show the sync and begin a run."""
        self._frame.go("sync")
        self.sync.send()

    @property
    def collecting(self) -> bool:
        """Whether the round is in sight: then a fresh receipt is one of its payments."""
        return self._frame.current == "collection"

    def next_person(self) -> None:
        """A receipt was handed over, and somebody else is next."""
        if self._frame.current not in ("collection", "kelompok"):
            self._frame.go("enrolment")

    def receipt_closed(self) -> None:
        """A fresh receipt was handed over or put away."""
        if self.collecting:
            self.collection.receipt_closed()
            self.receipt_over.emit()
        elif self._frame.current != "kelompok":
            self.enrolment.receipt_closed()

    def _photo_stand(self, take: TakePhoto, form: QWidget) -> PhotoStand:
        return PhotoStand(self._jobs, take, form, self._laptop, practice=self._desk.identity.practice)

    def _enrol_again(self, worker_id: str) -> None:
        """A draft with what is known this month of somebody whose membership ended, on the form."""
        desk, month = self._desk, IuranMonth.of(self._desk.clock.today())
        self._frame.go("enrolment")
        self.enrolment.open(lambda: desk.drafting.again(desk.changing.form(worker_id, month)))

    def _open_payment(self, worker_id: str, nik: str) -> None:
        self.collection.reveal(worker_id, nik)
        self._frame.go("collection")

    def _open_worker(self, worker_id: str, nik: str) -> None:
        self.workers.reveal(worker_id, nik)
        self._frame.go("workers")
