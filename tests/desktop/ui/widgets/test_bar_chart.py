"""A chart tells its figures in words, and where there is room above its bars."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from perisai_desktop.ui.theme.theme import Theme
from perisai_desktop.ui.widgets.bar_chart import Bar, BarChart
from tests.desktop.ui.conftest import Showing
from tests.support.gallery.painted import overheard

MONTHS = [Bar("Okt", 41, 40), Bar("Nov", 31, 40, strong=True)]


def painted(chart: BarChart) -> list[str]:
    """What is written on the chart."""
    with overheard() as heard:
        chart.grab()
    return [each.text for each in heard]


def test_every_figure_is_told_to_a_screen_reader(theme: Theme) -> None:
    chart = BarChart("Target and result", lambda value: f"{value} people")
    chart.say_targets("{value} of {target}")
    chart.show_bars([*MONTHS, Bar("Des", 5)])
    told = "Okt: 41 people of 40 people; Nov: 31 people of 40 people; Des: 5 people"
    assert (chart.accessibleName(), chart.accessibleDescription()) == ("Target and result", told)


def test_figures_and_names_are_written_where_there_is_room(showing: Showing) -> None:
    chart = BarChart("Target and result")
    chart.show_bars(MONTHS)
    showing(chart).resize(600, 240)
    assert {"41", "31", "Okt", "Nov", "50"} <= set(painted(chart))
    days = [Bar(f"{day}", 1_000_000 + day, 2_000_000) for day in range(1, 32)]
    chart.show_bars(days, lambda value: f"Rp{value}")
    chart.resize(400, 200)
    narrow = painted(chart)
    assert "Rp1000001" not in narrow
    assert "1" in narrow
    assert "2" not in narrow


def test_pointing_at_a_bar_tells_it(showing: Showing) -> None:
    chart = BarChart("Target and result")
    chart.show_bars(MONTHS)
    showing(chart).resize(600, 240)
    for at, told in ((QPoint(200, 120), "Okt: 41 / 40"), (QPoint(2, 120), "")):
        QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, at, chart.mapToGlobal(at)))
        assert told in QToolTip.text()
    chart.show_bars([])
    assert chart.accessibleDescription() == ""
