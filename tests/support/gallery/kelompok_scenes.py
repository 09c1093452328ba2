"""Scenes of a kelompok: where it begins, a family as it is typed, a sponsor's list with its faults, and its columns."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.kelompok import Kelompok, KelompokKind, Member
from perisai_desktop.domain.list_columns import guess
from perisai_desktop.domain.list_head import ListHead
from perisai_desktop.domain.roll import Judged, Known, Roll
from perisai_desktop.ui.screens.kelompok.columns_dialog import ColumnsDialog
from perisai_desktop.ui.screens.kelompok.discard_dialog import DiscardDialog
from perisai_desktop.ui.screens.kelompok.state import KelompokState, Part, ReadingOn
from perisai_desktop.ui.screens.kelompok.view import KelompokView
from perisai_desktop.ui.shell.agent_window import AgentWindow
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.programmes import PayerKind
from tests.desktop.documents.receipts import receipt
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage
from tests.support.kelompok_lists import person
from tests.support.reference_data import gazetteer, reference

TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
SHARED = EnrolmentForm(
    offer="JKK+JKM", first_month="2026-11", months="3", occupation="Petani/Pekebun", village="32.02.10.2006"
)
FAMILY = Kelompok("k1", KelompokKind.FAMILY, PayerKind.SELF, SHARED, "a" * 64, AT, pages=1, lines=3)
SPONSOR = Kelompok(
    "k2",
    KelompokKind.SPONSOR,
    PayerKind.VILLAGE_BUDGET,
    SHARED,
    "b" * 64,
    AT,
    payer_name="Pemerintah Desa Sukamaju, Kecamatan Cibadak",
    file_name="Daftar pekerja rentan 2026.xlsx",
    pages=2,
    lines=212,
)


def people(kelompok: Kelompok, count: int, **faults: dict[str, str]) -> tuple[Judged, ...]:
    """So many lines; `faults` are by `line_N` what is typed otherwise there."""
    members = [
        Member(row, EnrolmentForm(**person(row) | faults.get(f"line_{row}", {})))  # type: ignore[arg-type]
        for row in range(1, count + 1)
    ]
    return Roll(reference(), gazetteer(), TODAY).judge(kelompok, members, Known())


def listed(count: int = 40) -> tuple[Judged, ...]:
    """A sponsor's list as one gets it."""
    return people(
        SPONSOR,
        count,
        line_2={"nik": person(1)["nik"], "name": "Ma'rifah Nur Sa'adah Abdurrahman Wahid Sitorus"},
        line_4={"phone": "12345", "income": "900000"},
        line_5={"sex": "P"},
        line_6={"occupation": "Tukang sulap keliling", "mother_name": ""},
        line_7={"phone": person(8)["phone"]},
    )


def _showing(stage: Stage, state: KelompokState) -> AgentWindow:
    window = stage.screen("kelompok")
    stage.calm()
    stage.part(window, KelompokView).show_state(state)
    return window


@shot("kelompok")
def kelompok_start(stage: Stage) -> QWidget:
    """Kelompok: mulai, dan yang belum dibayar"""
    return _showing(stage, KelompokState(unpaid=(SPONSOR, FAMILY), loaded=True))


@shot("kelompok")
def kelompok_issued(stage: Stage) -> QWidget:
    """Kelompok: kuitansi terbit"""
    numbers = ("7Q2FK-01-000123-Q", "7Q2FK-01-000124-O")
    issued = tuple(replace(receipt(3), number=number, total=16_800_000) for number in numbers)
    return _showing(stage, KelompokState(loaded=True, issued=issued))


@shot("kelompok")
def kelompok_family(stage: Stage) -> QWidget:
    """Kelompok: keluarga"""
    lines = people(FAMILY, 3, line_3={"phone": "", "mother_name": "", "income": ""})
    return _showing(
        stage, KelompokState(kelompok=FAMILY, people=lines, row=3, next_row=4, unpaid=(FAMILY,), loaded=True)
    )


@shot("kelompok")
def kelompok_list(stage: Stage) -> QWidget:
    """Kelompok: daftar sponsor dengan baris salah"""
    return _showing(stage, KelompokState(kelompok=SPONSOR, people=listed(), row=4, next_row=41, loaded=True))


@shot("kelompok")
def kelompok_reason(stage: Stage) -> QWidget:
    """Kelompok: peringatan dan alasannya"""
    lines = tuple(
        replace(one, member=replace(one.member, reasons={"sex_differs": "Sesuai KTP asli"}))
        if one.member.row == 5
        else one
        for one in people(SPONSOR, 9, line_5={"sex": "P"}, line_7={"sex": "P"})
    )
    return _showing(
        stage,
        KelompokState(kelompok=SPONSOR, people=lines, row=5, part=Part.REASON, next_row=10, loaded=True),
    )


@shot("kelompok")
def kelompok_long(stage: Stage) -> QWidget:
    """Kelompok: lebih dari 500 orang, beberapa kuitansi"""
    lines = people(SPONSOR, 1_100)
    return _showing(
        stage, KelompokState(kelompok=SPONSOR, people=lines, next_row=1_101, paying=3, paid=1, loaded=True)
    )


@shot("kelompok")
def kelompok_reading(stage: Stage) -> QWidget:
    """Kelompok: berkas sedang dibaca"""
    reading = ReadingOn(SPONSOR.file_name, 1_750, 5_000)
    empty = replace(SPONSOR, pages=0, payer_name="")
    return _showing(stage, KelompokState(kelompok=empty, reading=reading, loaded=True))


@shot("kelompok")
def kelompok_failure(stage: Stage) -> QWidget:
    """Kelompok: berkas tak terbaca"""
    empty = replace(SPONSOR, pages=0, payer_name="")
    failure = Failure(FailureCode.LIST_LOCKED)
    return _showing(stage, KelompokState(kelompok=empty, failure=failure, loaded=True))


@shot("kelompok")
def kelompok_columns(stage: Stage) -> QWidget:
    """Kelompok: kolom daftar"""
    window = _showing(stage, KelompokState(kelompok=replace(SPONSOR, pages=0), loaded=True))
    heads = ("No.", "NIK (16 digit)", "Nama Lengkap", "Tgl Lahir", "L/P", "Desa", "Kecamatan", "Keterangan")
    samples = (
        ("1", "3202081408900001", "Budi Contoh", "14-08-1990", "L", "Sukamaju", "Cibadak", "pindahan"),
    )
    head = ListHead(SPONSOR.file_name, "b" * 64, heads, samples, 212)
    ColumnsDialog(head, guess(heads), stage.part(window, KelompokView)).open()
    return window


@shot("kelompok")
def kelompok_discard(stage: Stage) -> QWidget:
    """Kelompok: buang"""
    window = _showing(stage, KelompokState(unpaid=(SPONSOR, FAMILY), loaded=True))
    DiscardDialog(SPONSOR, stage.part(window, KelompokView)).open()
    return window
