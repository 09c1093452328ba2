"""Scenes of the collection round: the list, what can be paid, what stands in the way, and who is not known here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.collection import (
    CollectionOption,
    CollectionOutlook,
    DueFilter,
    DueRow,
    DueSum,
    DueTotals,
    Hurdle,
)
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.collection.state import CollectionState
from perisai_desktop.ui.screens.collection.view import CollectionView
from perisai_desktop.ui.screens.payer_terms.view import PayerTermsDialog
from perisai_desktop.ui.shell.agent_window import AgentWindow
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import payable
from sync.rules.pricing import quote
from sync.rules.programmes import Offer, PayerKind
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage
from tests.support.reference_data import reference

TODAY = date(2026, 11, 22)
JULY, SEPTEMBER = IuranMonth(2026, 7), IuranMonth(2026, 9)
VILLAGES = ("Desa Sukamaju, Kec. Cibadak", "Desa Karang Anyar, Kec. Cibadak")
PEOPLE = (
    ("Ahmad Sarkim", SEPTEMBER, 0, 8_400),
    ("Dewi Sumiyati", SEPTEMBER, 1, 8_400),
    ("Bambang Darsono", JULY, 3, 25_200),
    ("Siti Komalasari", SEPTEMBER.plus(1), 0, 8_400),
    ("Ma'rifah Wijaya Kusuma Nata Negara Sastrawinata", SEPTEMBER.plus(1), 0, 18_150),
    ("Joko Waluyan", JULY.plus(-1), 4, None),
    ("Nurhayati", SEPTEMBER, 1, 16_800),
)
ROWS = tuple(
    DueRow(
        worker_id=f"w{place}",
        name=name,
        nik=f"320208140890{place:04}",
        village=f"32.02.10.200{place // 4}",
        place=VILLAGES[place // 4],
        month=until.plus(1),
        due_on=until.plus(1).due_on,
        overdue=overdue,
        expected=expected,
        paid=16_800 if place == 0 else 0,
        ended=expected is None,
    )
    for place, (name, until, overdue, expected) in enumerate(PEOPLE)
)
TOTALS = DueTotals(
    {"32.02.10.2000": DueSum(3, 42_000, 1, 16_800), "32.02.10.2001": DueSum(2, 34_950)},
    {DueFilter.DUE: 7, DueFilter.OVERDUE: 4, DueFilter.ALL: 1_284},
)


def outlook(row: DueRow) -> CollectionOutlook:
    """What a farmer of the list can pay."""
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
                payer=PayerKind.SELF,
                first=option.first,
                months=option.months,
            ),
            reliefs=tuple(one for one in data.reliefs if one.transport is False),
            in_a_row=option.months + 1,
        )
        for option in payable(row.month.plus(-1), TODAY, data.settings.months_offered)
    )
    return CollectionOutlook(
        worker_id=row.worker_id,
        name=row.name,
        nik=row.nik,
        place=row.place,
        occupation="Petani/Pekebun",
        paid_until=row.month.plus(-1),
        arrears=row.overdue,
        options=options,
        usual=max(row.overdue - 1, 0),
    )


def state_of(place: int, **more: object) -> CollectionState:
    """The list with the person at `place` open."""
    opened = outlook(ROWS[place])
    state = CollectionState(
        rows=ROWS,
        totals=TOTALS,
        chosen=ROWS[place].worker_id,
        outlook=opened,
        option=opened.usual,
        loaded=True,
    )
    return replace(state, **more)  # type: ignore[arg-type]


def _showing(stage: Stage, state: CollectionState) -> AgentWindow:
    window = stage.screen("collection")
    stage.calm()
    stage.part(window, CollectionView).show_state(state)
    return window


@shot("collection")
def collection(stage: Stage) -> QWidget:
    """Iuran: tunggakan dan pilihan bulan"""
    return _showing(stage, state_of(2))


@shot("collection")
def collection_soon(stage: Stage) -> QWidget:
    """Iuran: jatuh tempo, nama panjang"""
    return _showing(stage, state_of(4))


@shot("collection")
def collection_ended(stage: Stage) -> QWidget:
    """Iuran: kepesertaan berakhir"""
    ended = replace(outlook(ROWS[5]), options=(), hurdle=Hurdle.ENDED, usual=0)
    return _showing(stage, state_of(5, outlook=ended))


@shot("collection")
def collection_terms(stage: Stage) -> QWidget:
    """Iuran: didaftarkan di tempat lain"""
    unknown = replace(outlook(ROWS[1]), options=(), hurdle=Hurdle.TERMS_UNKNOWN, occupation="")
    return _showing(stage, state_of(1, outlook=unknown))


@shot("collection")
def collection_ahead(stage: Stage) -> QWidget:
    """Iuran: semua sudah lunas"""
    paid = replace(outlook(ROWS[3]), options=(), hurdle=Hurdle.PAID_AHEAD, paid_until=IuranMonth(2027, 11))
    return _showing(stage, state_of(3, outlook=paid))


@shot("collection")
def collection_failure(stage: Stage) -> QWidget:
    """Iuran: tagihan berubah"""
    return _showing(stage, state_of(1, failure=Failure(FailureCode.MONTHS_NOT_PAYABLE)))


@shot("collection")
def collection_empty(stage: Stage) -> QWidget:
    """Iuran: tidak ada tagihan"""
    counts = {DueFilter.DUE: 0, DueFilter.OVERDUE: 0, DueFilter.ALL: 12}
    return _showing(stage, CollectionState(totals=DueTotals({}, counts), loaded=True))


@shot("payer_terms")
def payer_terms_stranger(stage: Stage) -> QWidget:
    """Iuran: orang lain, yang salah ditandai"""
    window = _showing(stage, state_of(2))
    assert window.pages.collection is not None
    window.pages.round.ask_stranger()
    dialog = window.pages.round.dialog
    assert isinstance(dialog, PayerTermsDialog)
    dialog.act.click()
    stage.calm()
    return window


@shot("payer_terms")
def payer_terms(stage: Stage) -> QWidget:
    """Iuran: data yang belum diketahui"""
    window = _showing(stage, state_of(1))
    assert window.pages.collection is not None
    window.pages.round.ask_terms()
    stage.calm()
    return window
