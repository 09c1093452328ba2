"""The two charts of targets and coverage on paper: results of the lines beside their targets, and money by month."""

from typing import Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from perisai_desktop.documents.coverage_words import line_name, share
from perisai_desktop.documents.fonts import Weight, font
from perisai_desktop.documents.report_chart import cut
from perisai_desktop.documents.report_words import short_rupiah
from perisai_desktop.documents.sheet import Sheet
from perisai_desktop.domain.axis import axis_steps
from perisai_desktop.domain.coverage import CoverageLine, CoverageSheet
from sync.rules.dates import MONTH_NAMES
from sync.rules.iuran_month import IuranMonth
from sync.rules.rupiah import format_number

MOST_BARS = 8
"""Lines that have a bar; the table names all of them."""
_HIGH, _ROW, _BAR = 150.0, 17.0, 9.0
_NAME, _VALUE = 130.0, 74.0
_APART, _SIZE = 28.0, 8.0
_ACCENT, _INK, _TRACK = HexColor("#0B6B4F"), HexColor("#17212B"), HexColor("#EEF1F5")
_OPEN, _OPEN_EDGE = HexColor("#FFF3D6"), HexColor("#A87100")


def put_charts(page: Sheet, sheet: CoverageSheet) -> None:
    """Put both charts side by side across the measure."""
    from reportlab.graphics import renderPDF

    wide = (page.paper.measure - _APART) / 2
    results, money = _results(sheet, wide), _months(page, sheet, wide)
    heading = (
        f"Cakupan: peserta aktif dari jumlah pekerja (batang penuh: {share(sheet.scale)})"
        if sheet.by_coverage
        else "Peserta baru (garis: target)"
    )
    page.text(heading, page.left, 9.8, Weight.SEMIBOLD, baseline=page.y + 8)
    right = page.left + wide + _APART
    words = "Iuran per bulan: disetor (hijau), belum disetor (kuning)"
    page.text(words, right, 9.8, Weight.SEMIBOLD, baseline=page.y + 8)
    at = page.y + 16

    def draw(canvas: Canvas, top: float) -> None:
        renderPDF.draw(results, canvas, page.left, top - at - _HIGH)
        renderPDF.draw(money, canvas, right, top - at - _HIGH)

    page.put(draw)
    page.y = at + _HIGH + 12


def _results(sheet: CoverageSheet, wide: float):  # type: ignore[no-untyped-def]
    from reportlab.graphics.shapes import Drawing, Line

    covered, lines = sheet.by_coverage, sheet.charted(MOST_BARS)[-MOST_BARS:]
    most = max((max(line.enrolled, line.target_enrolled, 1) for line in lines), default=1)
    room = wide - _NAME - _VALUE
    drawing = Drawing(wide, _HIGH)
    for place, line in enumerate(lines):
        y = _HIGH - (place + 1) * _ROW + (_ROW - _BAR) / 2
        filled = (line.coverage or 0.0) / sheet.scale if covered else line.enrolled / most
        name = cut(line_name(sheet, line), _NAME - 8, _SIZE)
        drawing.add(_words(0, y + 1.5, name, "start"))
        drawing.add(_bar(y, room, _TRACK))
        drawing.add(_bar(y, room * filled, _ACCENT))
        if line.target_enrolled and not covered:
            x = _NAME + room * line.target_enrolled / most
            drawing.add(Line(x, y - 2, x, y + _BAR + 2, strokeColor=_INK, strokeWidth=1.2))
        drawing.add(_words(wide, y + 1.5, share(line.coverage) if covered else _told(line), "end"))
    return drawing


def _bar(y: float, wide: float, colour: Color):  # type: ignore[no-untyped-def]
    from reportlab.graphics.shapes import Rect

    bar = Rect(_NAME, y, wide, _BAR)
    bar.fillColor, bar.strokeColor = colour, None
    return bar


def _words(x: float, y: float, words: str, anchor: Literal["start", "end"]):  # type: ignore[no-untyped-def]
    from reportlab.graphics.shapes import String

    text = String(x, y, words)
    text.fontName, text.fontSize, text.fillColor = font(Weight.REGULAR), _SIZE, _INK
    text.textAnchor = anchor
    return text


def _months(page: Sheet, sheet: CoverageSheet, wide: float):  # type: ignore[no-untyped-def]
    from reportlab.graphics.charts.barcharts import VerticalBarChart
    from reportlab.graphics.shapes import Drawing

    months = sheet.months[-12:]
    steps = axis_steps(max(max(month.collected for month in months), 1), most=4)
    chart = VerticalBarChart()
    chart.x, chart.y = 44, 20
    chart.width, chart.height = int(wide) - 46, int(_HIGH) - 26
    deposited = [max(month.deposited, 0) for month in months]
    chart.data = [deposited, [max(month.outstanding, 0) for month in months]]
    chart.categoryAxis.style = "stacked"
    chart.groupSpacing = 10
    for bars, (colour, edge) in enumerate(((_ACCENT, None), (_OPEN, _OPEN_EDGE))):
        chart.bars[bars].fillColor = colour
        chart.bars[bars].strokeColor = edge
        chart.bars[bars].strokeWidth = 0.6
    axis, names = chart.valueAxis, chart.categoryAxis
    axis.valueMin, axis.valueMax, axis.valueStep = 0, steps[-1], steps[1]
    axis.labelTextFormat = lambda value: short_rupiah(int(value))
    axis.visibleAxis, axis.visibleTicks, axis.visibleGrid = False, False, True
    axis.gridStrokeColor, axis.gridStrokeWidth = page.inks.line, 0.5
    names.categoryNames = [MONTH_NAMES[IuranMonth.parse(month.key).month - 1][:3] for month in months]
    names.strokeColor, names.strokeWidth, names.visibleTicks = page.inks.muted, 0.6, False
    for labels in (axis.labels, names.labels):
        labels.fontName, labels.fontSize = font(Weight.REGULAR), 7.4
        labels.fillColor = page.inks.muted
    names.labels.dy = -3
    drawing = Drawing(wide, _HIGH)
    drawing.add(chart)
    return drawing


def _told(line: CoverageLine) -> str:
    value = format_number(line.enrolled)
    return f"{value} / {format_number(line.target_enrolled)}" if line.target_enrolled else value
