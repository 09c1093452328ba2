"""Scenes of the agent's day: workers, sync, tasks, help, menus."""

from __future__ import annotations

from dataclasses import replace

from PIL import Image
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import KeptPhoto, PhotoFault, PhotoSubject, Picture
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.domain.task import FieldComment
from perisai_desktop.domain.worker import StateFilter
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.crash_notice import CrashNotice
from perisai_desktop.ui.screens.tasks.state import ILLEGIBLE, TasksState, with_pictures
from perisai_desktop.ui.screens.tasks.view import TasksView
from perisai_desktop.ui.screens.workers.state import WorkersState
from perisai_desktop.ui.screens.workers.view import WorkersView
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.entry_window import EntryWindow
from perisai_desktop.ui.shell.guide import Guide
from perisai_desktop.ui.widgets.table import Table
from sync.rules.states import ReviewState
from tests.support.card_pictures import blurred, card, file_of
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage

MEGABYTE = 1_000_000


def all_workers(stage: Stage) -> AgentWindow:
    """The agent's window with every worker listed and the first one's card open."""
    window = stage.screen("workers")
    window.pages.workers.search("")
    window.pages.workers.narrow(StateFilter.ALL)
    wait_for(
        lambda: window.pages.workers.state.card is not None and len(window.pages.workers.state.rows) > 1,
        "workers listed",
    )
    stage.calm()
    return window


@shot("workers")
def workers(stage: Stage) -> QWidget:
    """Peserta: daftar dan kartu"""
    return all_workers(stage)


@shot("workers")
def workers_returned(stage: Stage) -> QWidget:
    """Peserta: kartu yang dikembalikan cabang"""
    window = all_workers(stage)
    window.pages.workers.narrow(StateFilter.TO_FIX)
    returned = lambda: (  # noqa: E731
        window.pages.workers.state.card is not None
        and window.pages.workers.state.card.row.review
        in (ReviewState.RETURNED, ReviewState.REFUSED, ReviewState.DUPLICATE)
    )
    wait_for(returned, "returned worker's card")
    return window


@shot("workers")
def workers_empty(stage: Stage) -> QWidget:
    """Peserta: belum ada"""
    window = all_workers(stage)
    counts = dict.fromkeys(StateFilter, 0)
    stage.part(window, WorkersView).show_state(WorkersState(loaded=True, counts=counts))
    return window


@shot("workers")
def workers_nobody_found(stage: Stage) -> QWidget:
    """Peserta: pencarian tanpa hasil"""
    window = all_workers(stage)
    window.pages.workers.search("Zubaidah binti Zainuddin")
    wait_for(lambda: not window.pages.workers.state.rows, "nobody found")
    return window


@shot("workers")
def workers_failure(stage: Stage) -> QWidget:
    """Peserta: tidak bisa dibaca"""
    window = all_workers(stage)
    state = replace(window.pages.workers.state, failure=Failure(FailureCode.STORE_BUSY))
    stage.part(window, WorkersView).show_state(state)
    return window


@shot("workers")
def workers_table_menu(stage: Stage) -> QWidget:
    """Peserta: menu tabel"""
    window = all_workers(stage)
    table = stage.part(window, Table, "workers_table")
    table.customContextMenuRequested.emit(QPoint(120, 60))
    return window


def _tasks(stage: Stage) -> AgentWindow:
    window = stage.screen("tasks")
    window.pages.tasks.load()
    wait_for(
        lambda: window.pages.tasks.state.loaded and window.pages.tasks.state.task is not None, "tasks listed"
    )
    correctable = next(task for task in window.pages.tasks.state.tasks if task.correctable)
    window.pages.tasks.open(correctable.entry_id)
    wait_for(lambda: window.pages.tasks.state.form is not None, "task open")
    return window


@shot("tasks")
def tasks(stage: Stage) -> QWidget:
    """Perbaikan: dikembalikan cabang"""
    return _tasks(stage)


def _picture(image: Image.Image, *faults: PhotoFault) -> Picture:
    content = file_of(image)
    return Picture(KeptPhoto(PhotoSubject.KTP, "a" * 64, len(content)), content, faults)


def _tasks_photo(stage: Stage, new: tuple[Picture, ...] = ()) -> QWidget:
    """The open task as if the branch could not read the card."""
    window = _tasks(stage)
    stage.calm()
    state = window.pages.tasks.state
    marked = FieldComment("ktp_photo", "NIK dan tanggal lahir tidak terbaca, ambil lagi di tempat terang")
    tasks = tuple(
        replace(task, comments=(marked,), reason=ILLEGIBLE, note="") if task is state.task else task
        for task in state.tasks
    )
    sent = _picture(blurred())
    shown = replace(state, tasks=tasks, sent_pictures=(sent,), failure=None)
    stage.part(window, TasksView).show_state(with_pictures(shown, new))
    return window


@shot("tasks")
def tasks_photo(stage: Stage) -> QWidget:
    """Perbaikan: foto KTP tidak terbaca"""
    return _tasks_photo(stage)


@shot("tasks")
def tasks_photo_new(stage: Stage) -> QWidget:
    """Perbaikan: foto KTP diganti, masih silau"""
    return _tasks_photo(stage, (_picture(card(), PhotoFault.GLARE),))


@shot("tasks")
def tasks_refused(stage: Stage) -> QWidget:
    """Perbaikan: ditolak cabang"""
    window = _tasks(stage)
    refused = next(task for task in window.pages.tasks.state.tasks if not task.correctable)
    window.pages.tasks.open(refused.entry_id)
    return window


@shot("tasks")
def tasks_failure(stage: Stage) -> QWidget:
    """Perbaikan: belum ada yang diubah"""
    window = _tasks(stage)
    window.pages.tasks.send()
    wait_for(lambda: window.pages.tasks.state.failure is not None, "what is missing")
    return window


@shot("tasks")
def tasks_empty(stage: Stage) -> QWidget:
    """Perbaikan: tidak ada"""
    window = stage.screen("tasks")
    stage.calm()
    stage.part(window, TasksView).show_state(TasksState(loaded=True))
    return window


@shot("receipt_check")
def receipt_check(stage: Stage) -> QWidget:
    """Periksa kuitansi: kosong"""
    window = stage.screen("receipt_check")
    window.pages.receipt_check.clear()
    return window


def _checked(stage: Stage, text: str) -> QWidget:
    window = stage.screen("receipt_check")
    window.pages.receipt_check.clear()
    stage.calm()
    window.pages.receipt_check.check(text)
    answered = lambda: (  # noqa: E731
        window.pages.receipt_check.state.failure is not None
        or (
            window.pages.receipt_check.state.shown is not None
            and not window.pages.receipt_check.state.shown.asking
        )
    )
    wait_for(answered, "receipt checked")
    return window


@shot("receipt_check")
def receipt_check_genuine(stage: Stage) -> QWidget:
    """Periksa kuitansi: asli"""
    return _checked(stage, _receipt(stage).link)


@shot("receipt_check")
def receipt_check_false(stage: Stage) -> QWidget:
    """Periksa kuitansi: isinya diubah"""
    return _checked(stage, _receipt(stage).link.replace("JKK", "JKX")[:-4] + "AAAA")


@shot("receipt_check")
def receipt_check_unreadable(stage: Stage) -> QWidget:
    """Periksa kuitansi: bukan kuitansi"""
    return _checked(stage, "https://contoh.example/promo")


def _receipt(stage: Stage) -> Receipt:
    desk = stage.agent().desk
    return desk.receipting.receipt(desk.finding.card(desk.finding.search().rows[0].worker_id).receipts[0])


@shot("shell")
def guide_first(stage: Stage) -> QWidget:
    """Tur: perhentian pertama"""
    window = all_workers(stage)
    window.start_tour()
    wait_for(lambda: bool(window.findChildren(Guide)), "tour begun")
    return window


@shot("shell")
def guide_last(stage: Stage) -> QWidget:
    """Tur: perhentian terakhir"""
    window = all_workers(stage)
    window.start_tour()
    wait_for(lambda: bool(window.findChildren(Guide)), "tour begun")
    guide = stage.part(window, Guide)
    for _ in range(guide.count - 1):
        guide.go_on()
    return window


@shot("shell")
def lock(stage: Stage) -> QWidget:
    """Layar terkunci"""
    all_workers(stage)
    stage.program.lock()
    return next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, EntryWindow) and each.isVisible()
    )


@shot("shell")
def looks_menu(stage: Stage) -> QWidget:
    """Menu tampilan dan bahasa penyelia"""
    window = stage.review()
    window.frame.rail.item("looks").click()
    return window


@shot("shell")
def crash_notice(stage: Stage) -> QWidget:
    """Pemberitahuan kesalahan program"""
    window = all_workers(stage)
    window.activateWindow()
    CrashNotice("ValueError").open()
    return window
