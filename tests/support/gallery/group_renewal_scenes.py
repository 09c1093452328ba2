"""Scenes of a kelompok that pays on: which one, its members, who can't pay, the writing, and what went wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.collection import CollectionOption, Hurdle
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.group_renewal import PayerDue, RenewalMember, RenewalOutlook
from perisai_desktop.ui.screens.group_renewal.state import GroupRenewalState
from perisai_desktop.ui.screens.group_renewal.view import GroupRenewalDialog
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import arrears, payable
from sync.rules.pricing import quote
from sync.rules.programmes import Offer, PayerKind
from tests.desktop.documents.receipts import receipt
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage
from tests.support.reference_data import reference
from tests.support.sample_names import name_of

TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
OCTOBER = IuranMonth(2026, 10)
KELOMPOK = (
    PayerDue(
        "CV Sumber Rejeki", PayerKind.ENTERPRISE, (12,), 20, 20, 168_000, OCTOBER.plus(1), ("Desa Sukamaju",)
    ),
    PayerDue(
        "Pemerintah Desa Sukamaju, Kecamatan Cibadak",
        PayerKind.VILLAGE_BUDGET,
        (40, 41),
        512,
        498,
        8_366_400,
        OCTOBER,
        ("Desa Sukamaju", "Desa Karang Anyar", "Desa Warnajati"),
    ),
    PayerDue("Siti Komalasari", PayerKind.SELF, (7,), 5, 4, 33_600, OCTOBER, ("Desa Sukamaju",)),
    PayerDue("PT Contoh Peduli", PayerKind.COMPANY, (60,), 31, 0, 0, OCTOBER.plus(3), ("Desa Warnajati",)),
    PayerDue("Ma'rifah Wijaya Kusuma", PayerKind.SELF, (3,), 1, 0, 0, None, ("Desa Karang Anyar",)),
)


def member(number: int, until: IuranMonth, **more: object) -> RenewalMember:
    """A farmer of an enterprise who has paid up to a month."""
    data = reference()
    options = tuple(
        CollectionOption(
            option.first,
            option.months,
            option.arrears,
            quote(
                data,
                income=1_000_000,
                offer=Offer.JKK_JKM,
                transport=False,
                payer=PayerKind.ENTERPRISE,
                first=option.first,
                months=option.months,
            ),
        )
        for option in payable(until, TODAY, data.settings.months_offered)
    )
    owed = arrears(until, TODAY)
    one = RenewalMember(
        worker_id=f"w{number}",
        name=name_of(number),
        nik=f"320208140890{number:04d}",
        place="Desa Sukamaju, Kec. Cibadak",
        until=until,
        overdue=owed,
        options=options,
        usual=max(owed - 1, 0),
        due=until < IuranMonth.of(TODAY),
    )
    return replace(one, **more)  # type: ignore[arg-type]


MEMBERS = (
    *(member(number, OCTOBER) for number in range(1, 5)),
    member(5, OCTOBER.plus(-2)),
    member(6, OCTOBER.plus(-1), left_out=True),
    member(7, OCTOBER.plus(2)),
    *(member(number, OCTOBER) for number in range(8, 18)),
    member(18, OCTOBER.plus(-6), options=(), hurdle=Hurdle.ENDED),
    member(19, OCTOBER, options=(), hurdle=Hurdle.REFUSED),
    member(20, OCTOBER, options=(), hurdle=Hurdle.DUPLICATE),
)
OUTLOOK = RenewalOutlook("CV Sumber Rejeki", PayerKind.ENTERPRISE, (12,), MEMBERS, (1, 3, 6, 12))
TICKED = frozenset(one.worker_id for one in MEMBERS if one.due and one.options and not one.left_out)
LISTED = GroupRenewalState(kelompok=KELOMPOK, loaded=True)
OPENED = replace(LISTED, outlook=OUTLOOK, ticked=TICKED)


def _dialog(stage: Stage, state: GroupRenewalState) -> GroupRenewalDialog:
    dialog = GroupRenewalDialog(stage.screen("collection"))
    PracticeFrame(dialog)
    dialog.open()
    dialog.show_state(state)
    stage.calm()
    return dialog


@shot("group_renewal")
def group_renewal(stage: Stage) -> QWidget:
    """Perpanjang kelompok: pilih pembayarnya"""
    return _dialog(stage, LISTED)


@shot("group_renewal")
def group_renewal_empty(stage: Stage) -> QWidget:
    """Perpanjang kelompok: belum ada kelompok"""
    return _dialog(stage, GroupRenewalState(loaded=True))


@shot("group_renewal")
def group_renewal_not_found(stage: Stage) -> QWidget:
    """Perpanjang kelompok: tidak ditemukan"""
    return _dialog(stage, replace(LISTED, text="bengkel"))


@shot("group_renewal")
def group_renewal_members(stage: Stage) -> QWidget:
    """Perpanjang kelompok: anggota, bulan, dan jumlahnya"""
    return _dialog(stage, replace(OPENED, own={"w2": 2}))


@shot("group_renewal")
def group_renewal_barred(stage: Stage) -> QWidget:
    """Perpanjang kelompok: yang tidak bisa diperpanjang, dengan alasannya"""
    dialog = _dialog(stage, replace(OPENED, ahead=12))
    dialog.show_state(replace(OPENED, ahead=12, row=17))
    stage.calm()
    return dialog


@shot("group_renewal")
def group_renewal_writing(stage: Stage) -> QWidget:
    """Perpanjang kelompok: kuitansi sedang ditulis"""
    return _dialog(stage, replace(OPENED, paying=2, paid=1))


@shot("group_renewal")
def group_renewal_written(stage: Stage) -> QWidget:
    """Perpanjang kelompok: dua kuitansi"""
    two = (receipt(), replace(receipt(), number="7Q2FK-01-000124-O"))
    return _dialog(stage, replace(LISTED, issued=two))


@shot("group_renewal")
def group_renewal_failure(stage: Stage) -> QWidget:
    """Perpanjang kelompok: tagihan berubah"""
    return _dialog(stage, replace(OPENED, failure=Failure(FailureCode.MEMBERS_NOT_PAYABLE, count=2)))
