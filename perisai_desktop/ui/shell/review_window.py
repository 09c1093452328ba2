"""The reviewer's window: queue, record and decision in one frame."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.config.choices import note
from perisai_desktop.config.clock import SystemClock
from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.services.agency_answers import AgencyAnswers, RememberedColumns
from perisai_desktop.services.held_lists import HeldLists
from perisai_desktop.services.person_files import PersonFiles
from perisai_desktop.services.portal import Portal
from perisai_desktop.services.printers import NoPrinters, Printers
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.ui.owned_jobs import OwnedJobs
from perisai_desktop.ui.role_words import role_words
from perisai_desktop.ui.screens.accesses.presenter import AccessesPresenter
from perisai_desktop.ui.screens.accesses.screen import accesses_screen
from perisai_desktop.ui.screens.agents.acts import RIGHTS, Asked
from perisai_desktop.ui.screens.agents.presenter import AgentsPresenter
from perisai_desktop.ui.screens.agents.screen import agents_screen
from perisai_desktop.ui.screens.branch_settings.screen import branch_settings_screen
from perisai_desktop.ui.screens.bulk.screen import bulk_dialog
from perisai_desktop.ui.screens.bundle.state import Errand
from perisai_desktop.ui.screens.findings.presenter import FindingsPresenter, Ways
from perisai_desktop.ui.screens.findings.screen import findings_screen
from perisai_desktop.ui.screens.laptops.screen import laptops_dialog
from perisai_desktop.ui.screens.own_password.dialog import own_password_dialog
from perisai_desktop.ui.screens.pictures.screen import Pictures
from perisai_desktop.ui.screens.portal.screen import portal_dialog
from perisai_desktop.ui.screens.review.queues import QueueFilter
from perisai_desktop.ui.screens.review.screen import review_screen
from perisai_desktop.ui.shell.accounts_stand import AccountsStand
from perisai_desktop.ui.shell.comparison_stand import ComparisonStand
from perisai_desktop.ui.shell.coverage_stand import CoverageStand
from perisai_desktop.ui.shell.frame import Frame
from perisai_desktop.ui.shell.helping import Helping
from perisai_desktop.ui.shell.laptop import Choices, PassingChoices
from perisai_desktop.ui.shell.laptop_stand import LaptopStand
from perisai_desktop.ui.shell.looks import Looks, looks_menu
from perisai_desktop.ui.shell.reading_order import step_focus
from perisai_desktop.ui.shell.review_sections import review_sections
from perisai_desktop.ui.shell.review_strip import review_strip
from perisai_desktop.ui.shell.stick_stand import StickStand, reviewer_ports
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame
from sync.rules.reference import Reference


class ReviewWindow(QWidget):
    """Works online with the reviewer's session; nothing is kept on the laptop."""

    left = Signal()
    closed = Signal()

    def __init__(
        self,
        reviewing: Reviewing,
        reviewer: ReviewerIdentity,
        jobs: Jobs,
        looks: Looks,
        reference: Reference,
        printers: Printers | None = None,
        *,
        practice: bool,
        choices: Choices | None = None,
    ) -> None:
        super().__init__()
        self._looks = looks
        self._reviewing = reviewing
        self._jobs = OwnedJobs(jobs, self)
        self._practice = practice
        self._settings = reference.settings
        self._reviewer = reviewer
        self._choices = kept = choices or PassingChoices()
        remembered = RememberedColumns(lambda: kept.read().answers, lambda text: note(kept, answers=text))
        self._portal = Portal(reviewing, AgencyAnswers(reference, remembered))
        self.frame = Frame(review_sections(reviewer))
        clock = SystemClock()
        self._here = clock.offset()
        lists = HeldLists(clock, reviewer.branch, reviewer.name, practice)
        accesses = reviewing.accesses
        self._people = PersonFiles(accesses.person, clock, reference, reviewer.branch, practice)
        rights = RIGHTS.get(reviewer.role, frozenset())
        self._laptops = LaptopStand(reviewing, lists, self._jobs, rights, self._here, clock.now, practice)
        view, self.review = review_screen(
            reviewing,
            self._jobs,
            reference,
            looks.language,
            self._here,
            clock.now,
            reads_only=not reviewer.decides,
        )
        ports = reviewer_ports(reviewing, printers or NoPrinters())
        self.stick = StickStand(ports, self._jobs, clock.now, self._here, self, practice=practice)
        self.stick.finished.connect(lambda: self.review.load())
        self.frame.add("review", view, view)
        self.agents: AgentsPresenter | None = None
        self.frame.plan("agents", self._build_agents)
        self.findings: FindingsPresenter | None = None
        self.frame.plan("findings", self._build_findings)
        self.accesses: AccessesPresenter | None = None
        if reviewer.traces:
            self.frame.plan("accesses", self._build_accesses)
            view.trace_asked.connect(self._trace)
        self.coverage = CoverageStand(
            reviewing.coverage, reviewer, self._jobs, clock.today, self._here, self, practice=practice
        )
        self.frame.plan("coverage", lambda: self.coverage.stand_in(self.frame, self._renew))
        if reviewer.reviews:
            self.frame.plan("branch_settings", self._build_settings)
        self.accounts = AccountsStand(
            reviewing.accounts,
            self._jobs,
            self._here,
            clock.now,
            self,
            self._ask,
            self._open_agent,
            keeps=reviewer.keeps_accounts,
        )
        if reviewer.sees_accounts:
            self.frame.plan("accounts", lambda: self.accounts.stand_in(self.frame, self._renew))
        view.retitled.connect(self._renew)
        view.laptops_asked.connect(self._show_laptops)
        view.bulk_asked.connect(self._show_bulk)
        self._beside = ComparisonStand(reviewing, self._jobs, self.review.load, self, practice=practice)
        view.comparison_asked.connect(lambda entry_id: self._beside.ask(entry_id))
        self.pictures = Pictures(reviewing, self._jobs, self, commenting=reviewer.reviews)
        self.pictures.commented.connect(view.comment)
        view.stand_below(self.pictures.strip)
        view.followed.connect(self.pictures.presenter.follow)
        view.photos_asked.connect(self.pictures.presenter.look)
        self.left.connect(self.pictures.presenter.close)
        if practice:
            self.pictures.viewing.connect(lambda dialog: PracticeFrame(dialog))
        self._now = clock.now
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self.resize(self.frame.size())
        self.frame.rail.show_owner(role_words(reviewer.role), reviewer.branch or self.tr("All branches"))
        self.frame.header.show_owner(reviewer.name, self.tr("Online"), "wifi", practice=practice)
        if practice:
            PracticeFrame(self)
        helping = Helping(self, looks.language, looks.help_size)
        self.frame.help_asked.connect(lambda page: helping.show(page))
        self.frame.rail.chosen.connect(self._chosen)
        self.frame.strip.followed.connect(self._followed)

    def start(self) -> None:
        """Show the queue."""
        self.frame.go("review")
        self._renew()

    def _build_agents(self) -> None:
        view, self.agents = agents_screen(
            self._reviewing.agents, self._jobs, self._settings, self._here, self._laptops.rights
        )
        view.act_asked.connect(self._act)
        view.titled.connect(self._renew)
        self.frame.add("agents", view, view)

    def _act(self, asked: Asked) -> None:
        assert self.agents is not None
        self._laptops.ask(asked, self.agents, self)

    def _build_findings(self) -> None:
        grouping = self._choices.read().findings
        remember = lambda chosen: note(self._choices, findings=chosen.value)  # noqa: E731
        ways = Ways(self._open_record, self._open_agent, remember)
        today = SystemClock().today
        view, self.findings = findings_screen(self._reviewing.findings, self._jobs, ways, today, grouping)
        view.titled.connect(self._renew)
        self.frame.add("findings", view, view)

    def _build_accesses(self) -> None:
        view, self.accesses = accesses_screen(
            self._reviewing.accesses,
            self._people,
            self._jobs,
            self._open_record,
            self._here,
            audits=self._reviewer.audits,
            exports=self._reviewer.exports,
        )
        view.titled.connect(self._renew)
        self.frame.add("accesses", view, view)

    def _trace(self, entry_id: str) -> None:
        """Show who saw the data of the person of a record."""
        if self.accesses is None:
            self._build_accesses()
        assert self.accesses is not None
        self.accesses.ask_record(entry_id)
        self.frame.go("accesses")

    def _build_settings(self) -> None:
        today = SystemClock().today
        view, _presenter = branch_settings_screen(
            self._reviewing.settings,
            self._jobs,
            today,
            self._ask,
            reads_only=not self._reviewer.configures,
        )
        view.titled.connect(self._renew)
        self.frame.add("branch_settings", view, view)

    def _ask(self, dialog: QDialog) -> None:
        if self._practice:
            PracticeFrame(dialog)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_record(self, entry_id: str) -> None:
        """Show a record that is named elsewhere; where the list on screen lacks it, all queues are shown."""
        if entry_id not in [record.entry_id for record in self.review.state.records]:
            self.review.narrow(QueueFilter.ALL)
        self.frame.go("review")
        self.review.load(entry_id)

    def _open_agent(self, agent_id: str) -> None:
        """Show the card of an agent."""
        self.frame.go("agents")
        assert self.agents is not None
        self.agents.choose(agent_id)

    def _renew(self) -> None:
        self.frame.show_titles()
        title = self.frame.windowTitle()
        self.setWindowTitle(self.tr("PRACTICE · {title}").format(title=title) if self._practice else title)
        self.frame.strip.show_items(review_strip(self.review.state))
        self.frame.rail.show_count("review", self.review.state.tally(QueueFilter.TO_REVIEW).count)

    def _followed(self, key: str) -> None:
        narrowed = {"to_review": QueueFilter.TO_REVIEW, "flagged": QueueFilter.FLAGGED}.get(key)
        if narrowed is not None:
            self.review.narrow(narrowed)

    def _chosen(self, name: str) -> None:
        if name == "leave":
            self.left.emit()
        elif name == "laptops":
            self._show_laptops()
        elif name == "portal":
            self._show_portal()
        elif name == "receive":
            self.stick.ask(Errand.CARRY)
        elif name == "password":
            self._show_password()
        elif name == "looks":
            item = self.frame.rail.item("looks")
            looks_menu(self._looks, self).popup(item.mapToGlobal(item.rect().topRight()))

    def _show_laptops(self) -> None:
        dialog, _presenter = laptops_dialog(
            self._reviewing, self._jobs, self, self._here, codes=self._reviewer.gives_codes
        )
        self._ask(dialog)

    def _show_password(self) -> None:
        dialog, _presenter = own_password_dialog(self._reviewing.password, self._jobs, self)
        self._ask(dialog)

    def _show_bulk(self) -> None:
        records = tuple(record for group in self.review.state.groups for record in group.records)
        dialog, _presenter = bulk_dialog(self._reviewing, self._jobs, self, self._now, records)
        dialog.chosen.connect(lambda entry_id: self.review.open(entry_id))
        self._ask(dialog)

    def _show_portal(self) -> None:
        dialog, _presenter = portal_dialog(
            self._portal, self._jobs, self, answers=self._reviewer.decides, practice=self._practice
        )
        self._ask(dialog)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab, in the order of reading."""
        return step_focus(self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.pictures.presenter.close()
        self.closed.emit()
        super().closeEvent(event)
