"""Scenes of the queues, and of records that are approved together."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.bulk import Bulk, BulkRecord
from perisai_desktop.ui.screens.bulk.dialog import BulkDialog
from perisai_desktop.ui.screens.bulk.state import BulkState
from perisai_desktop.ui.screens.review.queue_menu import QueueMenu
from perisai_desktop.ui.screens.review.view import ReviewView
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage


def _bulk(stage: Stage, state: str, outcomes: tuple[str | None, ...]) -> QWidget:
    window = stage.review()
    rows = window.review.state.records
    records = tuple(
        BulkRecord(row.entry_id, row.rupiah, place < 3, place < 2, outcomes[place % len(outcomes)])
        for place, row in enumerate(rows)
    )
    at = stage.agent().desk.clock.now() + timedelta(days=9999)
    rupiah = sum(row.rupiah for row in rows)
    bulk = Bulk("bulk", "Penyelia", True, state, at, len(rows), rupiah, 1, records)
    stage.part(window, ReviewView).bulk_asked.emit()
    stage.calm()
    dialog = stage.part(window, BulkDialog)
    dialog.show_state(BulkState(rows, bulk if state else None, read=True))
    return dialog


@shot("bulk")
def bulk_before(stage: Stage) -> QWidget:
    """Massal: sebelum contoh diundi"""
    return _bulk(stage, "", (None,))


@shot("bulk")
def bulk_sample(stage: Stage) -> QWidget:
    """Massal: contoh yang harus dibuka"""
    return _bulk(stage, "drawn", (None,))


@shot("bulk")
def bulk_applied(stage: Stage) -> QWidget:
    """Massal: yang keluar disebut namanya"""
    return _bulk(stage, "applied", ("approved", "record_flagged", "claimed_by_other"))


@shot("review")
def review_queues(stage: Stage) -> QWidget:
    """Tinjauan: antrean yang disimpan, dengan jumlah dan umur"""
    window = stage.review()
    stage.calm()
    return stage.part(window, QueueMenu).menu_of_queues()
