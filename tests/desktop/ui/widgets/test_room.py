"""Little room: chips break into lines, columns step aside, lists and dialogs stay inside, dots have tooltips."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QDialog, QStyleOptionViewItem, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.dialog_room import fit_dialog
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.field_row import FieldRow
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.marks import Chip
from perisai_desktop.ui.widgets.suggestions import Option, SuggestionList
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell, Column
from perisai_desktop.ui.widgets.text_input import TextInput
from tests.desktop.ui.conftest import Showing

COLUMNS = (
    Column("name", "Name", 160, stretch=True),
    Column("occupation", "Occupation", 120, spare=True),
    Column("month", "Month", 80, spare=True),
    Column("state", "State", 120),
)


def test_chips_without_room_go_on_in_the_next_line(showing: Showing) -> None:
    row = Flow(8)
    chips = [Chip(f"Belum terkirim {place}") for place in range(4)]
    for chip in chips:
        row.addWidget(chip)
    content = QWidget()
    content.setLayout(row)
    showing(content)
    content.resize(300, 100)
    assert row.hasHeightForWidth()
    assert row.heightForWidth(2000) == chips[0].height()
    assert row.heightForWidth(300) == 2 * chips[0].height() + 8
    assert [chip.y() > 0 for chip in chips] == [False, False, True, True]
    assert all(chip.width() == chip.sizeHint().width() for chip in chips)
    row.removeWidget(chips[0])
    assert (row.count(), row.itemAt(3), row.takeAt(3)) == (3, None, None)


def test_spare_columns_step_aside_from_the_last_and_come_back(showing: Showing) -> None:
    table = Table(COLUMNS, "Workers")
    table.show_rows(1, lambda _row: [Cell("x") for _ in COLUMNS])
    showing(table)
    table.set_widths("occupation=150")
    for width, hidden in ((800, []), (400, [2]), (300, [1, 2]), (800, [])):
        table.resize(width, 300)
        assert [place for place in range(4) if table.isColumnHidden(place)] == hidden
        assert sum(table.columnWidth(place) for place in range(4)) <= table.viewport().width()
        assert table.widths() == "occupation=150,month=80,state=120"
    assert table.columnWidth(1) == 150


def test_a_list_of_offers_stays_inside_its_window(showing: Showing) -> None:
    field = TextInput()
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(field)
    showing(window)
    window.resize(400, 300)
    options = [
        Option(str(place), f"Desa {place}", "Kec. Buay Bahuga, Kab. Way Kanan, Lampung")
        for place in range(20)
    ]
    offers = SuggestionList(field)
    offers.open(options)
    assert window.rect().contains(offers.geometry())
    assert not offers.geometry().intersects(field.geometry())
    offers.move_by(-1)
    assert offers.current == 19
    field.setFixedWidth(120)
    offers.open(options)
    assert offers.width() > field.width()


def test_a_dialog_is_never_larger_than_its_window(showing: Showing) -> None:
    window = showing(QWidget())
    window.resize(500, 320)
    dialog = QDialog(window)
    fit_dialog(dialog, QSize(560, 560))
    assert dialog.size() == QSize(500, 320)
    fit_dialog(dialog, QSize(300, 200))
    assert dialog.size() == QSize(300, 200)


def test_words_that_end_in_dots_are_the_tooltip(showing: Showing) -> None:
    button = Button("Simpan dan terima uang")
    showing(button)
    button.setFixedWidth(90)
    button.grab()
    assert button.toolTip() == "Simpan dan terima uang"
    button.setFixedWidth(300)
    button.grab()
    assert button.toolTip() == ""
    button.setToolTip("Ctrl+Enter")
    button.setFixedWidth(90)
    button.grab()
    assert button.toolTip() == "Ctrl+Enter"


def test_pointing_at_a_cell_tells_all_of_it(showing: Showing, qtbot: QtBot) -> None:
    table = Table(COLUMNS, "Workers")
    words = "Pekerja Rumah Tangga di Kabupaten Sukabumi"
    table.show_rows(1, lambda _row: [Cell(words) for _ in COLUMNS])
    showing(table)
    place = table.visualRect(table.model().index(0, 1)).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, table.viewport().mapToGlobal(place))
    option = QStyleOptionViewItem()
    option.rect = QRect(QPoint(0, 0), QSize(50, 20))
    delegate = table.itemDelegate()
    assert delegate.helpEvent(event, table, option, table.model().index(0, 1))
    qtbot.waitUntil(lambda: QToolTip.text() == words)
    QToolTip.hideText()


def test_a_row_of_fields_is_as_tall_as_the_longest_message(showing: Showing) -> None:
    row = FieldRow()
    fields = [Field("Kata sandi baru", TextInput()), Field("Ulangi kata sandi baru", TextInput())]
    for field in fields:
        row.add(field, 0)
    content = QWidget()
    content.setLayout(row)
    showing(content)
    content.resize(300, 200)
    before = row.heightForWidth(300)
    fields[0].show_state(Tone.ERROR, "Angka saja mudah ditebak, tambahkan beberapa kata")
    row.activate()
    assert row.heightForWidth(300) > before + 2 * content.fontMetrics().height()
    assert fields[0].height() >= fields[0].heightForWidth(fields[0].width())
