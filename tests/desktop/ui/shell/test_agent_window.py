"""The agent's window over a real store: sections by key, figures in the strip, receipts, language and theme."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.branch_word import BranchWord
from perisai_desktop.domain.counters import PauseSpan
from perisai_desktop.domain.exchange import Phase, Run, SyncProgress
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import USUAL, PrintChoice
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.enrolment.view import EnrolmentView
from perisai_desktop.ui.screens.numbers.notices_card import NoticesCard
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.help_window import HelpWindow
from perisai_desktop.ui.shell.looks import Looks, looks_menu
from perisai_desktop.ui.shell.relay import Relay
from perisai_desktop.ui.theme.theme import Theme, ThemeChoice
from perisai_desktop.ui.widgets.table import Table
from sync.protocol.signatures import SigningKey
from tests.desktop.ui.conftest import Showing
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.fake_printers import FakePrinters
from tests.support.window_rigs import Rig

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AgentDesk]:
    """An agent with one worker enrolled."""
    made = desk_of(make_profile(tmp_path_factory.mktemp("agent"), SigningKey.generate()), HandClock())
    made.enrolling.enrol(filled_draft(made))
    yield made
    made.close()


@pytest.fixture
def rig(desk: AgentDesk, tmp_path: Path, theme: Theme, indonesian: None, showing: Showing) -> Iterator[Rig]:
    """The agent's window, started."""
    made = Rig(desk, theme, tmp_path)
    showing(made.window)
    made.start()
    yield made
    made.window.close()
    made.jobs.run_all()


def test_the_window_opens_with_workers_and_figures(rig: Rig) -> None:
    frame = rig.window.frame
    assert frame.current == "workers"
    assert len(rig.window.pages.workers.state.rows) == 1
    assert frame.strip.link("counter_unsent").item.figures.startswith("1 · Rp")
    assert frame.strip.link("cash").item.figures.startswith("Rp")


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_N, "enrolment"),
        (Qt.Key.Key_2, "enrolment"),
        (Qt.Key.Key_3, "sync"),
        (Qt.Key.Key_4, "tasks"),
    ],
)
def test_sections_by_key(qtbot: QtBot, rig: Rig, key: Qt.Key, name: str) -> None:
    QTest.keyClick(rig.window, key, CONTROL)
    qtbot.waitUntil(lambda: rig.window.frame.current == name)
    rig.jobs.run_all()


@pytest.mark.parametrize(("link", "name"), [("counter_unsent", "sync"), ("counter_to_fix", "tasks")])
def test_counters_lead_to_their_lists(rig: Rig, link: str, name: str) -> None:
    rig.window.frame.strip.link(link).click()
    rig.jobs.run_all()
    assert rig.window.frame.current == name


def test_a_receipt_is_opened_from_the_card_and_closed_again(qtbot: QtBot, rig: Rig) -> None:
    card = rig.window.pages.workers.state.card
    assert card is not None
    rig.window.show_receipt(card.receipts[0])
    rig.jobs.run_all()
    window = rig.window.receipt_window
    assert window is not None
    assert window.drawn
    window.reject()
    qtbot.waitUntil(lambda: rig.window.receipt_window is None)


def test_a_receipt_of_the_card_is_opened_again_with_its_copies_and_its_paper(rig: Rig) -> None:
    card = rig.window.pages.workers.state.card
    assert card is not None
    seen = []
    for _ in range(2):
        rig.window.show_receipt(card.receipts[0])
        rig.jobs.run_all()
        window = rig.window.receipt_window
        assert window is not None
        seen.append((window._state.copy, window._state.choice))
        if not rig.printers.sent:
            window.panel.paper_chosen.emit(PaperSize.ROLL_80)
            window.print_pressed.emit()
            rig.jobs.run_all()
        window.reject()
    assert rig.laptop.printing == PrintChoice(PaperSize.ROLL_80)
    assert seen == [(0, USUAL), (1, rig.laptop.printing)]
    assert [(name, document.raw) for name, document in rig.printers.sent] == [("Struk", True)]


def test_f1_opens_help_and_escape_closes_it(qtbot: QtBot, rig: Rig) -> None:
    rig.window.frame.rail.item("help").click()
    windows = rig.window.findChildren(HelpWindow)
    assert len(windows) == 1
    QTest.keyClick(windows[0], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not rig.window.findChildren(HelpWindow))


def test_theme_and_language_are_switched_by_menu(rig: Rig, theme: Theme) -> None:
    menu = looks_menu(rig.looks, rig.window)
    assert isinstance(menu, QMenu)
    actions = {action.text(): action for action in menu.actions()}
    assert actions["Terang"].isChecked()
    actions["Gelap"].trigger()
    assert theme.choice is ThemeChoice.DARK
    actions["English"].trigger()
    assert rig.spoken == ["en"]


def test_signing_out_keeps_what_was_typed(rig: Rig) -> None:
    rig.window.frame.go("enrolment")
    rig.jobs.run_all()
    rig.window.pages.enrolment.type_into("name", "Sri Wartini")
    left: list[None] = []
    rig.window.left.connect(lambda: left.append(None))
    rig.window.frame.rail.item("leave").click()
    rig.jobs.run_all()
    assert len(left) == 1
    assert rig.desk.drafting.open().form.name == "Sri Wartini"


def test_sync_without_a_network_says_so_and_loses_nothing(rig: Rig) -> None:
    rig.window.frame.go("sync")
    rig.jobs.run_all()
    rig.window.pages.sync.send()
    rig.jobs.run_all()
    state = rig.window.pages.sync.state
    assert state.run.failure is not None
    assert state.run.failure.code.value == "no_network"
    assert [state.items[action_id].rupiah for action_id in state.listing] == [33_600]


def test_a_pause_holds_the_sending_that_goes_by_itself_and_nothing_else(rig: Rig) -> None:
    rig.desk.pausing.pause(PauseSpan.HOUR)
    rig.window.start(lambda _failures: 900.0, first="sync")
    rig.jobs.run_all()
    sync = rig.window.pages.sync
    assert sync.state.run.ended == 0, "the heart does not beat"
    assert rig.window.frame.strip.link("connection").item.age == "Dijeda sampai 10.15"
    sync.send()
    rig.jobs.run_all()
    assert sync.state.run.ended == 1, "but sending now works"
    sync.resume()
    rig.jobs.run_all()
    assert sync.state.run.ended == 2, "it goes on by itself at once"
    assert rig.window.frame.strip.link("connection").item.age.startswith("Luring sejak")


def test_strip_and_screen_are_read_again_when_more_has_arrived(rig: Rig) -> None:
    rig.window.frame.go("sync")
    rig.jobs.run_all()

    def arrived(count: int) -> Run:
        return Run(running=True, progress=SyncProgress(Phase.SENDING, 0, 9, 0, count, 9 - count))

    looks: list[int] = []
    for run in (
        Run(running=True),
        arrived(0),
        arrived(2),
        arrived(2),
        arrived(5),
        Run(ended=1),
        Run(ended=1),
    ):
        rig.window._ran(run)
        looks.append(rig.jobs.waiting(Lane.LOCAL))
        rig.jobs.run_all()
    assert [count > 0 for count in looks] == [False, False, True, False, True, True, False]


def test_a_nik_that_is_here_opens_its_worker(qtbot: QtBot, rig: Rig) -> None:
    rig.window.pages.workers.search("nobody of this name")
    rig.window.frame.go("enrolment")
    rig.jobs.run_all()
    (worker,) = rig.desk.finding.search().rows
    rig.window.pages.enrolment.type_into("nik", worker.nik)
    rig.jobs.run_all()
    QTest.keyClick(rig.window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: rig.window.frame.current == "workers")
    rig.jobs.run_all()
    state = rig.window.pages.workers.state
    assert state.card is not None
    assert (state.card.row.worker_id, state.chosen) == (worker.worker_id, worker.worker_id)
    assert [row.worker_id for row in state.rows] == [worker.worker_id]
    assert [draft.form.nik for draft in rig.desk.drafting.drafts()] == [worker.nik]
    rig.window.pages.enrolment.discard()


def test_a_store_that_was_wiped_is_left(rig: Rig, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[bool] = []
    rig.window.left.connect(lambda: left.append(True))
    rig.window.refresh()
    monkeypatch.setattr(rig.desk.syncing, "wiped", True)
    rig.window.refresh()
    rig.window.refresh()
    assert left == []
    qtbot.waitUntil(lambda: left == [True])


def test_a_window_opens_with_the_screen_in_sight_alone(rig: Rig) -> None:
    names = ("workers", "enrolment", "sync", "tasks")
    assert [name for name in names if rig.window.frame.built(name)] == ["workers"]
    rig.window.rest()
    rig.window.refresh()
    assert not rig.window.frame.built("enrolment"), "nothing typed, nothing to keep"
    for name in names:
        rig.window.frame.go(name)
    rig.jobs.run_all()
    rig.window.rest()
    assert all(rig.window.frame.built(name) for name in names)


def test_the_widths_of_the_list_are_kept_from_window_to_window(rig: Rig, tmp_path: Path) -> None:
    table = rig.window.findChild(Table, "workers_table")
    assert isinstance(table, Table)
    table.setColumnWidth(1, 222)
    QTest.mouseRelease(table.horizontalHeader().viewport(), Qt.MouseButton.LeftButton)
    again = AgentWindow(rig.desk, rig.jobs, rig.looks, tmp_path, laptop=rig.laptop)
    again.frame.go("workers")
    found = again.findChild(Table, "workers_table")
    assert isinstance(found, Table)
    assert found.columnWidth(1) == 222
    again.deleteLater()


def test_what_a_job_tells_a_window_that_is_gone_is_dropped(qapp: QApplication) -> None:
    owner, told = QObject(), list[str]()
    relay = Relay(owner)
    owner.deleteLater()
    qapp.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    relay.post(lambda: told.append("late"))
    qapp.processEvents()
    assert told == []


def test_an_answer_that_comes_after_the_window_is_gone_finds_nobody(
    qapp: QApplication, desk: AgentDesk, theme: Theme, tmp_path: Path
) -> None:
    jobs = HandRunJobs()
    looks = Looks(theme, "id", lambda _language: None)
    window = AgentWindow(desk, jobs, looks, tmp_path, printers=FakePrinters())
    window.show()
    window.start()
    assert jobs.waiting(Lane.LOCAL) > 1
    window.deleteLater()
    qapp.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    jobs.run_all()
    assert jobs.waiting(Lane.LOCAL) == 0


def test_the_form_says_before_it_is_filled_what_stands_in_its_way(rig: Rig) -> None:
    gate, window = rig.desk.enrolling.pen.gate, rig.window
    window.frame.go("enrolment")
    rig.jobs.run_all()
    form = window.findChild(EnrolmentView)
    assert isinstance(form, EnrolmentView)
    card = form.findChild(NoticesCard)
    assert isinstance(card, NoticesCard)
    assert not card.isVisible()
    gate.word, gate.closed = BranchWord(state="paused"), True
    window.numbers.look()
    rig.jobs.run_all()
    paused, shut = card.words
    gate.word, gate.closed = BranchWord(), False
    assert "Cabang menghentikan laptop ini untuk sementara" in paused
    assert "nomor kuitansi baru" in shut
    assert card.isVisible()
    window.numbers.look()
    rig.jobs.run_all()
    assert not card.isVisible()
