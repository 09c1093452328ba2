"""Scenes at the branch: the reviewer's queue, a record and the decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.laptop import EpochCode, LaptopGap
from perisai_desktop.domain.review import (
    FoundWorker,
    OtherContent,
    Proposal,
    QueueRecord,
    ReviewRecord,
    RivalReceipt,
    StrangePayer,
)
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.laptops.dialog import LaptopsDialog
from perisai_desktop.ui.screens.laptops.state import LaptopsState
from perisai_desktop.ui.screens.review.state import Decision, ReviewScreenState
from perisai_desktop.ui.screens.review.view import ReviewView
from perisai_desktop.ui.shell.review_window import ReviewWindow
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import ReviewState
from tests.support.gallery.market import COMMENT
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage


def _open(stage: Stage, wanted: Callable[[QueueRecord], bool]) -> tuple[ReviewWindow, ReviewRecord]:
    window = stage.review()
    review = window.review
    review.cancel()
    entry_id = next(each.entry_id for each in review.state.records if wanted(each))
    review.open(entry_id)
    opened = lambda: (  # noqa: E731
        review.state.idle and review.state.record is not None and review.state.record.entry_id == entry_id
    )
    wait_for(opened, "record open")
    stage.calm()
    record = review.state.record
    assert record is not None
    return window, record


def _flagged(stage: Stage) -> tuple[ReviewWindow, ReviewRecord]:
    return _open(stage, lambda record: bool(record.flags))


@shot("review")
def review(stage: Stage) -> QWidget:
    """Tinjauan: satu catatan"""
    return _flagged(stage)[0]


@shot("review")
def review_year(stage: Stage) -> QWidget:
    """Tinjauan: dua belas bulan iuran"""
    dearest = max(record.rupiah for record in stage.review().review.state.records)
    return _open(stage, lambda record: record.rupiah == dearest)[0]


@shot("review")
def review_send_back(stage: Stage) -> QWidget:
    """Tinjauan: kembalikan ke agen"""
    window, _record = _flagged(stage)
    window.review.begin(Decision.SEND_BACK)
    for field in ("mother_name", "birth_date"):
        window.review.comment_on(field)
        window.review.write_comment(field, COMMENT)
    window.review.give_reason("other")
    return window


@shot("review")
def review_refuse(stage: Stage) -> QWidget:
    """Tinjauan: tolak tanpa alasan"""
    window, _record = _flagged(stage)
    window.review.begin(Decision.REFUSE)
    window.review.send()
    return window


@shot("review")
def review_held(stage: Stage) -> QWidget:
    """Tinjauan: dua kuitansi dengan satu nomor"""
    window, record = _flagged(stage)
    number = record.receipt_number or ""
    rival = RivalReceipt(number, "Asep Sunandar", 33_600, record.recorded_at, ReviewState.RECEIVED)
    held = replace(record, state=ReviewState.HELD, flags=("fork",), findings=(), rivals=(rival,))
    return _showing(stage, window, held)


@shot("review")
def review_id_conflict(stage: Stage) -> QWidget:
    """Tinjauan: satu catatan datang dua kali dengan isi yang berbeda"""
    window, record = _flagged(stage)
    form = {**record.form, "street": "Kp. Sawah", "phone": "081200009911"}
    other = OtherContent(
        record.kind,
        record.agent_name,
        form,
        record.prices,
        record.receipt_number,
        record.recorded_at,
        record.utc_offset,
        ReviewState.APPROVED,
    )
    twice = replace(record, state=ReviewState.HELD, flags=("id_conflict",), findings=(), other=other)
    return _showing(stage, window, twice)


@shot("review")
def review_suspense(stage: Stage) -> QWidget:
    """Tinjauan: uang untuk orang yang tidak pernah didaftarkan"""
    window, record = _flagged(stage)
    waited = replace(
        record, kind="contribution", state=ReviewState.SUSPENSE, flags=(), findings=(), form={}, place=""
    )
    return _showing(stage, window, waited)


@shot("review")
def review_owner(stage: Stage) -> QWidget:
    """Tinjauan: mencari untuk siapa uang dibayar"""
    window, record = _flagged(stage)
    payer = StrangePayer("payer", "3208140890120004", "Siti Aminah", record.rupiah)
    waited = replace(
        record,
        kind="contribution",
        state=ReviewState.SUSPENSE,
        flags=(),
        findings=(),
        form={},
        place="",
        strangers=(payer,),
    )
    found = (
        FoundWorker(
            "a", "3208140890120004", "Siti Aminah", date(1990, 8, 12), "Agen Latihan", IuranMonth(2026, 10)
        ),
        FoundWorker("b", "3208044810930011", "Siti Aminatun", None, "Nining Sukaesih", None),
    )
    _showing(stage, window, waited)
    view, before = stage.part(window, ReviewView), window.review.state
    shown = replace(before, record=waited, deciding=Decision.ATTRIBUTE, sought="siti am", found=found)
    view.show_state(shown)
    return window


def _showing(stage: Stage, window: ReviewWindow, record: ReviewRecord) -> QWidget:
    """The window with a record in the place of the one that is open."""
    view = stage.part(window, ReviewView)
    before = window.review.state
    groups = tuple(
        replace(group, records=tuple(_standing_for(each, record) for each in group.records))
        for group in before.groups
    )
    view.show_state(replace(before, groups=groups, record=record))
    return window


def _standing_for(row: QueueRecord, record: ReviewRecord) -> QueueRecord:
    if row.entry_id != record.entry_id:
        return row
    name = record.form.get("name", "")
    occupation = row.occupation if name else ""
    return replace(
        row,
        kind=record.kind,
        worker_name=name,
        occupation=occupation,
        state=record.state,
        flags=record.flags,
    )


@shot("review")
def review_empty(stage: Stage) -> QWidget:
    """Tinjauan: tidak ada yang menunggu"""
    window = stage.review()
    stage.part(window, ReviewView).show_state(ReviewScreenState(loaded=True))
    return window


@shot("review")
def review_failure(stage: Stage) -> QWidget:
    """Tinjauan: tidak ada jaringan"""
    window = stage.review()
    failure = Failure(FailureCode.BRANCH_SILENT, detail="timeout")
    stage.part(window, ReviewView).show_state(replace(window.review.state, failure=failure))
    return window


@shot("review")
def review_busy(stage: Stage) -> QWidget:
    """Tinjauan: bertanya ke server"""
    window = stage.review()
    stage.part(window, ReviewView).show_state(ReviewScreenState(busy=True))
    return window


def _laptops(stage: Stage, state: LaptopsState) -> QWidget:
    window = stage.review()
    window.frame.rail.item("laptops").click()
    stage.calm()
    dialog = stage.part(window, LaptopsDialog)
    dialog.show_state(state)
    return dialog


@shot("laptops")
def laptops(stage: Stage) -> QWidget:
    """Laptop di cabang: kode dan catatan yang belum tiba"""
    at = stage.agent().desk.clock.now()
    gaps = (
        LaptopGap("Nining Sukaesih", "A-3", "7Q2FK", 1, 13, 20, at, at, left=True),
        LaptopGap("Ujang Permana", "A-4", "8R4ZK", 2, 1, 4, at, at, left=False),
    )
    code = EpochCode("7Q2FK", "Nining Sukaesih", 4, "5N2M4GT8DFK3")
    return _laptops(stage, LaptopsState(gaps, "7Q2FK-03", "K7M2QX", code))


@shot("laptops")
def laptops_refused(stage: Stage) -> QWidget:
    """Laptop di cabang: laptop tidak dikenal"""
    failure = Failure(FailureCode.LAPTOP_UNKNOWN)
    return _laptops(stage, LaptopsState((), "7Q2FA", "K7M2QX", failure=failure))


@shot("review")
def review_second(stage: Stage) -> QWidget:
    """Tinjauan: pembatalan yang menunggu orang kedua"""
    window, record = _flagged(stage)
    proposal = Proposal(
        "approve", "Rina Kartika", False, record.recorded_at, None, "Sudah saya telepon pesertanya"
    )
    return _showing(stage, window, replace(record, proposal=proposal))


@shot("review")
def review_taken(stage: Stage) -> QWidget:
    """Tinjauan: dibuka rekan, diambil alih"""
    window, record = _flagged(stage)
    taken = replace(record, claimed_by="Rina Kartika", mine=False)
    _showing(stage, window, taken)
    view, before = stage.part(window, ReviewView), window.review.state
    shown = replace(before, record=taken, unclaimed=True, deciding=Decision.TAKE_OVER, note="Bu Rina cuti")
    view.show_state(shown)
    return window
