"""F1 helps on every screen and dialog, in both languages, and every key the program obeys stands in its reference."""

from __future__ import annotations

import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from perisai_desktop import ui
from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.config.resources import resource
from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.domain.photo import PhotoSubject
from perisai_desktop.domain.review import RecordPhoto
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui import screens
from perisai_desktop.ui.keys import KEYS
from perisai_desktop.ui.screens.accounts.new_dialog import NewAccountDialog
from perisai_desktop.ui.screens.agents.acts import Act, Asked
from perisai_desktop.ui.screens.agents.reopen_dialog import ReopenDialog
from perisai_desktop.ui.screens.branch_settings.publish_dialog import PublishDialog
from perisai_desktop.ui.screens.bulk.dialog import BulkDialog
from perisai_desktop.ui.screens.bundle.state import Errand
from perisai_desktop.ui.screens.comparison.dialog import ComparisonDialog
from perisai_desktop.ui.screens.enrolment.view import EnrolmentView
from perisai_desktop.ui.screens.forgotten.dialog import ForgottenDialog
from perisai_desktop.ui.screens.lost_laptop.dialog import HeldDialog
from perisai_desktop.ui.screens.own_password.dialog import OwnPasswordDialog
from perisai_desktop.ui.screens.review.view import ReviewView
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.help_entries import page_text
from perisai_desktop.ui.shell.help_window import HelpWindow
from perisai_desktop.ui.shell.helping import HELP_PAGE, HelpSize, help_page_of
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.shell.review_window import ReviewWindow
from perisai_desktop.ui.theme.theme import Theme, ThemeChoice
from perisai_desktop.ui.widgets.rail import RailItem
from sync.protocol.signatures import SigningKey
from tests.support.bound_keys import Obeyed, keys_of
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.fake_accounts import book as accounts
from tests.support.fake_agents import book
from tests.support.fake_configuring import draft
from tests.support.fake_reviewing import FakeReviewing, record, with_photos
from tests.support.programs import running_program
from tests.support.reference_data import reference


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AgentDesk]:
    made = desk_of(make_profile(tmp_path_factory.mktemp("agent"), SigningKey.generate()), HandClock())
    yield made
    made.close()


class Stage:
    """The agent's window in front, its jobs run by hand, and the sizes that the help told."""

    def __init__(self, desk: AgentDesk, theme: Theme, folder: Path) -> None:
        self.jobs = HandRunJobs()
        self.sizes: list[str] = []
        size = HelpSize(lambda: self.sizes[-1] if self.sizes else "", self.sizes.append)
        self.looks = Looks(theme, "id", lambda _language: None, size)
        self.window = AgentWindow(desk, self.jobs, self.looks, folder)
        self.window.start()
        self.jobs.run_all()
        self.window.show()
        self.window.activateWindow()
        wait_for(self.window.isActiveWindow, "window in front")

    @property
    def screens(self) -> list[str]:
        """The screens that the rail leads to."""
        items = self.window.findChildren(RailItem)
        return [item.section.name for item in items if item.section.group >= 0]

    def go(self, name: str) -> None:
        self.window.frame.go(name)
        self.jobs.run_all()

    def dialog(self) -> QDialog:
        """The dialog in front, with the focus inside."""
        wait_for(lambda: isinstance(QApplication.activeWindow(), QDialog), "dialog in front")
        dialog = QApplication.activeWindow()
        assert isinstance(dialog, QDialog)
        wait_for(lambda: dialog.findChild(QShortcut, HELP_PAGE) is not None, "help at hand")
        return dialog


@pytest.fixture
def stage(qapp: QApplication, desk: AgentDesk, tmp_path: Path) -> Iterator[Stage]:
    theme = Theme(qapp, ThemeChoice.LIGHT, lambda _choice: None)
    made = Stage(desk, theme, tmp_path)
    yield made
    made.window.close()
    made.jobs.run_all()
    made.window.deleteLater()
    theme.deleteLater()


def help_above(window: QWidget) -> HelpWindow:
    """The help that F1 opens above a window."""
    QTest.keyClick(window, Qt.Key.Key_F1)
    wait_for(lambda: bool(window.findChildren(HelpWindow)), "help open")
    return window.findChildren(HelpWindow)[0]


def closed(window: HelpWindow, above: QWidget) -> None:
    QTest.keyClick(window, Qt.Key.Key_Escape)
    wait_for(lambda: not above.findChildren(HelpWindow), "help closed")
    above.activateWindow()
    wait_for(above.isActiveWindow, "window in front again")


def subclasses(kind: type[QDialog]) -> Iterator[type[QDialog]]:
    for each in kind.__subclasses__():
        yield each
        yield from subclasses(each)


def test_every_screen_and_every_dialog_has_its_page_in_both_languages() -> None:
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(module.name)
    pages = {module.name for module in pkgutil.iter_modules(screens.__path__)}
    for dialog in subclasses(QDialog):
        if dialog.__module__.startswith(ui.__name__) and dialog is not HelpWindow:
            pages.add(getattr(dialog, "help_page"))  # noqa: B009 - asked of every dialog, whoever wrote it
    assert len(pages) > 10
    for language in ("id", "en"):
        assert sorted(page for page in pages if not resource("help", language, f"{page}.md").exists()) == []
    names = [{file.name for file in resource("help", language).glob("*.md")} for language in ("id", "en")]
    assert names[0] == names[1]


def test_no_page_names_a_key_that_is_not_there() -> None:
    """Every key in a page stands in the table; so does every key of the table in the page's own list."""
    known = {use.key for uses in KEYS.values() for use in uses}
    for language in ("id", "en"):
        for file in resource("help", language).glob("*.md"):
            words = file.read_text(encoding="utf-8").replace("*", " ").replace(",", " ").split()
            named = {word.strip(".:;()") for word in words if word.startswith(("Ctrl+", "Alt+"))}
            assert named <= known, file


def test_f1_on_every_screen(stage: Stage) -> None:
    for name in stage.screens:
        stage.go(name)
        opened = help_above(stage.window)
        assert opened.words.split("\n")[0] == page_text("id", name).split("\n")[0].removeprefix("# ")
        closed(opened, stage.window)


def test_f1_on_the_dialogs_and_the_size_is_remembered(stage: Stage, desk: AgentDesk) -> None:
    stage.go("enrolment")
    QTest.keyClick(stage.window, Qt.Key.Key_F7)
    consent = stage.dialog()
    opened = help_above(consent)
    assert "Bacakan kalimat di layar" in opened.words
    opened.resize(610, 430)
    closed(opened, consent)
    assert stage.sizes[-1] == "610x430"
    consent.accept()
    form = stage.window.findChild(EnrolmentView)
    assert isinstance(form, EnrolmentView)
    form.receipt_ready.emit(desk.enrolling.enrol(filled_draft(desk)))
    stage.jobs.run_all()
    receipt = stage.dialog()
    assert help_page_of(receipt) == "receipt"
    opened = help_above(receipt)
    assert (opened.width(), opened.height()) == (610, 430)
    closed(opened, receipt)
    receipt.reject()


def test_f1_on_a_question(stage: Stage) -> None:
    box = QMessageBox(stage.window)
    box.setProperty(HELP_PAGE, "enrolment")
    box.open()
    closed(help_above(stage.dialog()), box)
    box.close()


def test_every_key_is_in_the_reference_and_every_bound_key_of_it_is_obeyed(
    stage: Stage, desk: AgentDesk, tmp_path: Path
) -> None:
    obeyed: Obeyed = defaultdict(set)

    def add(window: QWidget, otherwise: str = "general") -> None:
        for place, keys in keys_of(window, otherwise).items():
            obeyed[place] |= keys

    for name in stage.screens:
        stage.go(name)
    form = stage.window.findChild(EnrolmentView)
    assert isinstance(form, EnrolmentView)
    other = filled_draft(desk, nik="3202081508900004", phone="081234567891", birth_date="1990-08-15")
    form.receipt_ready.emit(desk.enrolling.enrol(other))
    help_above(stage.dialog())
    till, number = stage.window.till, desk.depositing.in_hand()[0].number
    closed_by = desk.closing_day.close(desk.clock.today(), {}, "other")
    for ask in (
        till.deposit,
        till.close_day,
        till.adjust,
        till.refund,
        lambda: till.void(number),
        lambda: till.paper(closed_by),
    ):
        ask()
        stage.jobs.run_all()
        assert till.dialog is not None
        add(till.dialog)
        till.dialog.reject()
    photos = stage.window.pages.photos
    photos.ask(PhotoSubject.KTP)
    assert photos.dialog is not None
    add(photos.dialog)
    photos.dialog.reject()
    pages = stage.window.pages
    for stand in (pages.look_alikes, pages.drafts, pages.renewal):
        stand.ask()
        stage.jobs.run_all()
        assert stand.dialog is not None
        add(stand.dialog)
        stand.dialog.reject()
    stage.window.stick.go(Errand.SAVE, tmp_path)
    stage.jobs.run_all()
    add(stage.window)
    reviewer = ReviewerIdentity("Penyelia Contoh", "Cabang Sukabumi", "reviewer")
    review = ReviewWindow(
        FakeReviewing([with_photos(record(1, "Ujang Sobarna"), RecordPhoto("f" * 64, 9, arrived=False))]),  # type: ignore[arg-type]
        reviewer,
        stage.jobs,
        stage.looks,
        reference(),
        practice=False,
    )
    review.start()
    stage.jobs.run_all()
    review.pictures.presenter.look()
    add(review)
    for screen in ("agents", "findings", "coverage"):
        review.frame.go(screen)
        stage.jobs.run_all()
        add(review)
    desk_of_reviewer = review.findChild(ReviewView)
    assert isinstance(desk_of_reviewer, ReviewView)
    desk_of_reviewer.bulk_asked.emit()
    stage.jobs.run_all()
    bulk = review.findChild(BulkDialog)
    assert isinstance(bulk, BulkDialog)
    add(bulk)
    bulk.reject()
    held, publish = HeldDialog("9S5XM", 420, desk.clock.now, review), PublishDialog(draft(), review)
    reopening = ReopenDialog(Asked(Act.REOPEN, book().agents[0], book().agents[0].laptops[0]), review)
    made = NewAccountDialog(accounts(), review)
    for dialog in (made, held, publish, reopening, ForgottenDialog(review), OwnPasswordDialog(review)):
        dialog.open()
        add(dialog)
        dialog.reject()
    desk_of_reviewer.comparison_asked.emit("entry-1")
    compared = review.findChild(ComparisonDialog)
    assert isinstance(compared, ComparisonDialog)
    add(compared)
    compared.reject()
    review.close()
    review.deleteLater()
    for role, own in (("auditor", ("accesses",)), ("branch_admin", ("branch_settings", "accounts"))):
        seat = ReviewWindow(
            FakeReviewing([record(1, "Ujang Sobarna")]),  # type: ignore[arg-type]
            ReviewerIdentity("Petugas Contoh", "Cabang Sukabumi", role),
            stage.jobs,
            stage.looks,
            reference(),
            practice=False,
        )
        seat.start()
        for name in ("review", *own):
            seat.frame.go(name)
            stage.jobs.run_all()
        add(seat)
        seat.close()
        seat.deleteLater()
    with running_program(tmp_path) as program:
        for first_run in (True, False):
            add(program.enter(first_run=first_run), "sign_in")
        add(program.open_review(), "sign_in")
    bound = {place: {use.key for use in uses if not use.own} for place, uses in KEYS.items()}
    assert obeyed == {place: keys for place, keys in bound.items() if keys}
