"""Scenes of cash: the screen with its sums, and every dialog that moves the cash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.till import CashStep, ClosingOutlook
from perisai_desktop.domain.till_book import CashBook, CashMovement, CashSort, cash_days, cash_lines
from perisai_desktop.domain.undoing import CoveredWorker, RefundDue, VoidOutlook
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.adjustment.state import AdjustmentState
from perisai_desktop.ui.screens.adjustment.view import AdjustmentDialog
from perisai_desktop.ui.screens.cash.state import CashState, Grouping
from perisai_desktop.ui.screens.cash.view import CashView
from perisai_desktop.ui.screens.cash_paper.view import CashPaperWindow
from perisai_desktop.ui.screens.closing.state import ClosingState
from perisai_desktop.ui.screens.closing.view import ClosingDialog
from perisai_desktop.ui.screens.deposit.view import DepositDialog
from perisai_desktop.ui.screens.refund.state import RefundState
from perisai_desktop.ui.screens.refund.view import RefundDialog
from perisai_desktop.ui.screens.voiding.state import VoidState
from perisai_desktop.ui.screens.voiding.view import VoidDialog
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.cash_stand import CashStand
from sync.rules.iuran_month import IuranMonth
from tests.support.desks import SIGNATURE
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage, W

TODAY = date(2026, 11, 22)
MOVED = (
    (TODAY - timedelta(days=3), CashSort.OPENING_FLOAT, 200_000, ""),
    (TODAY - timedelta(days=3), CashSort.RECEIPT, 403_200, "0Q2FK-01-000118-Q"),
    (TODAY - timedelta(days=1), CashSort.RECEIPT, 100_800, "0Q2FK-01-000119-R"),
    (TODAY - timedelta(days=1), CashSort.DEPOSIT, 403_200, ""),
    (TODAY - timedelta(days=1), CashSort.VOID, 16_800, "0Q2FK-01-000117-K"),
    (TODAY, CashSort.RECEIPT, 33_600, "0Q2FK-01-000120-B"),
    (TODAY, CashSort.REFUND, 50_400, "0Q2FK-01-000112-T"),
    (TODAY, CashSort.SHORTAGE, 500, ""),
)
MOVEMENTS = tuple(
    CashMovement(
        f"{place}",
        sort,
        -rupiah if sort.value in ("deposit", "void", "refund", "shortage") else rupiah,
        on,
        number,
    )
    for place, (on, sort, rupiah, number) in reversed(tuple(enumerate(MOVED)))
)
SUMS = {sort: [rupiah for _, other, rupiah, _ in MOVED if other is sort] for sort in CashSort}
BOOK = CashBook(
    rupiah=sum(one.rupiah for one in MOVEMENTS),
    lines=cash_lines((sort, len(some), sum(some)) for sort, some in SUMS.items()),
    days=cash_days(((on, sort, rupiah) for on, sort, rupiah, _ in MOVED), {TODAY - timedelta(days=3): "c"}),
    oldest_on=TODAY - timedelta(days=4),
    oldest_days=4,
    late=True,
    red=True,
    voids_awaiting=33_600,
    undeposited=14,
    refunds_due=2,
    closing=ClosingOutlook(TODAY - timedelta(days=1), 267_000, (TODAY,)),
)
DUE = (
    RefundDue("d1", "e1", "0Q2FK-01-000112-T", "w1", "Ujang Sobarna", 50_400),
    RefundDue("d2", "e2", "0Q2FK-01-000115-A", None, "", 201_600),
)


def _cash(stage: Stage, state: CashState | None = None) -> AgentWindow:
    window = stage.screen("cash")
    window.pages.cash.group(Grouping.SORTS)
    window.pages.cash.open_sort(None)
    wait_for(lambda: window.pages.cash.state.book is not None, "cash read")
    stage.calm()
    if state is not None:
        stage.part(window, CashView).show_state(state)
    return window


@shot("cash")
def cash(stage: Stage) -> QWidget:
    """Kas: hari biasa"""
    return _cash(stage)


@shot("cash")
def cash_late(stage: Stage) -> QWidget:
    """Kas: lama belum disetor, pembatalan menunggu"""
    return _cash(stage, CashState(BOOK, movements=MOVEMENTS))


@shot("cash")
def cash_days_shown(stage: Stage) -> QWidget:
    """Kas: per hari"""
    on = TODAY - timedelta(days=3)
    shown = tuple(one for one in MOVEMENTS if one.on == on)
    return _cash(stage, CashState(BOOK, Grouping.DAYS, on=on, movements=shown))


@shot("cash")
def cash_failure(stage: Stage) -> QWidget:
    """Kas: tidak bisa dibaca"""
    return _cash(stage, CashState(BOOK, movements=MOVEMENTS, failure=Failure(FailureCode.STORE_BUSY)))


@shot("cash")
def cash_empty(stage: Stage) -> QWidget:
    """Kas: belum ada uang"""
    empty = replace(
        BOOK,
        rupiah=0,
        lines=cash_lines(()),
        days=(),
        oldest_on=None,
        oldest_days=0,
        late=False,
        red=False,
        voids_awaiting=0,
        undeposited=0,
        refunds_due=0,
        closing=ClosingOutlook(TODAY, 0, ()),
    )
    return _cash(stage, CashState(empty))


def _dialog(stage: Stage, ask: Callable[[CashStand], None], kind: type[W]) -> W:
    window = _cash(stage)
    ask(window.till)
    dialog = window.till.dialog
    assert isinstance(dialog, kind)
    assert isinstance(dialog, QDialog)
    wait_for(dialog.isVisible, "dialog open")
    stage.calm()
    return dialog


@shot("deposit")
def deposit(stage: Stage) -> QWidget:
    """Setoran: semua kuitansi"""
    return _dialog(stage, CashStand.deposit, DepositDialog)


@shot("deposit")
def deposit_short(stage: Stage) -> QWidget:
    """Setoran: kurang dari kuitansi, slip ada"""
    dialog = _dialog(stage, CashStand.deposit, DepositDialog)
    dialog.amount_typed.emit("100000")
    dialog.code_typed.emit("1234567890")
    dialog.reason_chosen.emit("bank_fee")
    dialog.slip_named.emit(str(Path(__file__)))
    stage.calm()
    return dialog


@shot("closing")
def closing(stage: Stage) -> QWidget:
    """Tutup kas: cocok, hari lain menunggu"""
    dialog = _dialog(stage, CashStand.close_day, ClosingDialog)
    typed = {100_000: "2", 50_000: "1", 10_000: "1", 5_000: "1", 2_000: "1"}
    dialog.show_state(ClosingState(BOOK.closing, typed))
    return dialog


@shot("closing")
def closing_short(stage: Stage) -> QWidget:
    """Tutup kas: kurang"""
    dialog = _dialog(stage, CashStand.close_day, ClosingDialog)
    typed = {100_000: "2", 50_000: "1", 10_000: "satu"}
    failure = Failure(FailureCode.DAY_CLOSED_BEFORE)
    dialog.show_state(ClosingState(BOOK.closing, typed, "change_given", failure=failure))
    return dialog


@shot("adjustment")
def adjustment(stage: Stage) -> QWidget:
    """Gerakan kas lain"""
    dialog = _dialog(stage, CashStand.adjust, AdjustmentDialog)
    dialog.show_state(AdjustmentState(267_000, CashStep.SHORTAGE, "500", "shortage"))
    return dialog


@shot("adjustment")
def adjustment_failure(stage: Stage) -> QWidget:
    """Gerakan kas lain: kas tidak cukup"""
    dialog = _dialog(stage, CashStand.adjust, AdjustmentDialog)
    failure = Failure(FailureCode.CASH_TOO_LITTLE, rupiah=267_000)
    dialog.show_state(
        AdjustmentState(267_000, CashStep.HAND_OVER, "300000", "office_hand_over", failure=failure)
    )
    return dialog


@shot("refund")
def refund(stage: Stage) -> QWidget:
    """Uang dikembalikan"""
    dialog = _dialog(stage, CashStand.refund, RefundDialog)
    dialog.show_state(RefundState(DUE, loaded=True, chosen="d1", name="Ujang Sobarna", signature=SIGNATURE))
    return dialog


@shot("voiding")
def voiding(stage: Stage) -> QWidget:
    """Pembatalan kuitansi dua orang"""
    number = stage.agent().desk.depositing.in_hand()[0].number
    dialog = _dialog(stage, lambda till: till.void(number), VoidDialog)
    workers = (CoveredWorker("w1", "Ujang Sobarna", 33_600), CoveredWorker("w2", "Siti Aminah", 16_800))
    november = IuranMonth(2026, 11)
    months = {"w1": (november, november.plus(1)), "w2": (november,)}
    outlook = VoidOutlook(number, 50_400, months, breaks_run=True)
    dialog.show_state(VoidState(number, workers, None, outlook, "wrong_amount", "cash_taken"))
    return dialog


@shot("voiding")
def voiding_refused(stage: Stage) -> QWidget:
    """Pembatalan: sudah diminta"""
    number = stage.agent().desk.depositing.in_hand()[0].number
    dialog = _dialog(stage, lambda till: till.void(number), VoidDialog)
    dialog.show_state(VoidState(number, failure=Failure(FailureCode.VOID_REQUESTED_BEFORE)))
    return dialog


@shot("cash_paper")
def cash_paper(stage: Stage) -> QWidget:
    """Kertas tutup kas"""
    desk = stage.agent().desk
    outlook = desk.closing_day.outlook()
    closings = [day.closing for day in desk.till_book.look().days if day.closing]
    if not closings:
        left, counts = outlook.expected, {}
        for value in (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100):
            counts[value], left = divmod(left, value)
        closings = [desk.closing_day.close(outlook.on, counts, "no_small_change" if left else "")]
    dialog = _dialog(stage, lambda till: till.paper(closings[0]), CashPaperWindow)
    wait_for(lambda: dialog.drawn, "paper drawn")
    stage.calm()
    return dialog
