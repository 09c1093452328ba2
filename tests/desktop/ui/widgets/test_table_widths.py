"""Column widths that a person chose are told once and come back another day."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Column
from tests.desktop.ui.conftest import Showing

COLUMNS = (
    Column("name", "Name", 180, stretch=True),
    Column("nik", "NIK", 188),
    Column("state", "State", 144),
)


@pytest.fixture
def table(showing: Showing) -> Table:
    made = Table(COLUMNS, "Workers")
    showing(made)
    return made


def test_dragging_a_head_tells_the_widths(table: Table) -> None:
    told: list[str] = []
    table.widths_moved.connect(told.append)
    head = table.horizontalHeader()
    edge = QPoint(head.sectionViewportPosition(1) + head.sectionSize(1) - 1, head.height() // 2)
    QTest.mousePress(head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, edge)
    QTest.mouseMove(head.viewport(), edge - QPoint(40, 0))
    QTest.mouseRelease(
        head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, edge - QPoint(40, 0)
    )
    assert told == ["nik=148,state=144"]


def test_a_press_without_a_drag_tells_nothing(table: Table) -> None:
    told: list[str] = []
    table.widths_moved.connect(told.append)
    QTest.mouseClick(table.horizontalHeader().viewport(), Qt.MouseButton.LeftButton)
    assert told == []


def test_widths_of_another_day_come_back_and_the_name_takes_the_rest(table: Table) -> None:
    table.set_widths("nik=220,state=100")
    assert table.widths() == "nik=220,state=100"
    assert table.columnWidth(0) == table.viewport().width() - 320


@pytest.mark.parametrize(
    ("kept", "widths"),
    [
        ("", "nik=188,state=144"),
        ("nonsense", "nik=188,state=144"),
        ("nik=wide,other=90,state=90", "nik=188,state=90"),
        ("nik=1,state=9999", "nik=60,state=600"),
        ("nik=99999", "nik=188,state=144"),
    ],
)
def test_what_is_no_width_is_passed_over(table: Table, kept: str, widths: str) -> None:
    table.set_widths(kept)
    assert table.widths() == widths
