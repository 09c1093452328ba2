"""Words of a record and of an agent's day that are long have the room that they need."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from perisai_desktop.domain.review import DayTill, QueueGroup
from perisai_desktop.ui.screens.review.queue_list import GROUP_HEIGHT, TILL_HEIGHT, QueueList
from perisai_desktop.ui.screens.review.record_sheet import FieldRow, RecordSheet
from tests.desktop.ui.conftest import Showing
from tests.support.fake_reviewing import record


@pytest.mark.parametrize("narrow", [False, True])
def test_no_label_of_a_record_is_cut_nor_lies_under_its_value(showing: Showing, narrow: bool) -> None:
    siti = record(1, "Siti Aminah")
    form = {**siti.form, "mother_name": "Sri Contoh", "income": "1500000", "months": "3", "phone": "0812000"}
    sheet = RecordSheet(replace(siti, form=form), (), 420, str, str, narrow=narrow)
    sheet.resize(500, 700)
    showing(sheet)
    rows = sheet.findChildren(FieldRow)
    assert "Mother's maiden name" in {row.label.text() for row in rows}
    for row in rows:
        words = row.label.text()
        assert row.label.fontMetrics().horizontalAdvance(words) <= row.label.width(), words
        assert row.x() > row.label.geometry().right(), words


@pytest.mark.parametrize(
    ("till", "width", "lines"),
    [
        (None, 240, 0),
        (DayTill(8_400, 0, 0), 400, 1),
        (DayTill(3_078_200, 0, 0), 240, 2),
        (DayTill(313_078_200, 212_044_000, 101_016_800), 180, 3),
    ],
)
def test_the_receipts_of_a_day_take_the_lines_that_they_need(
    showing: Showing, till: DayTill | None, width: int, lines: int
) -> None:
    queue = QueueList(420)
    queue.show_groups((QueueGroup("a", "Nining", date(2026, 11, 22), 0, 84_000, (), till),), None)
    queue.resize(900, 400)
    showing(queue)
    queue.resize(width, 400)
    QApplication.processEvents()
    height = queue.visualRect(queue.model().index(0, 0)).height()
    assert height == GROUP_HEIGHT + lines * TILL_HEIGHT
