"""The chart of a report on paper: a bar for each line, and a mark where the branch aims at something."""

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from perisai_desktop.documents.fonts import Weight, font, width
from perisai_desktop.documents.report_words import short_rupiah, short_words
from perisai_desktop.documents.sheet import Sheet
from perisai_desktop.domain.axis import axis_steps
from perisai_desktop.domain.report import Grouping, Report, ReportLine

_HIGH = 150
_LEFT, _LOW = 40, 22
_LABEL, _APART = 7.4, 4
"""Size of the names below the bars, and the least room between two of them, in points."""
_ACCENT, _INK = HexColor("#0B6B4F"), HexColor("#17212B")
MOST_BARS = 31
MOST_VILLAGES = 10
"""Villages that have a bar; the table names all of them."""


def put_chart(sheet: Sheet, report: Report) -> None:
    """Put the chart across the measure: rupiah collected, less what was voided or given back."""
    lines = charted(report)
    targets = [report.targets.get(line.key, (0, 0))[0] for line in lines]
    wide = sheet.paper.measure
    drawing = _drawing(sheet, report, lines, targets, wide)
    at = sheet.y + 16

    def draw(canvas: Canvas, top: float) -> None:
        from reportlab.graphics import renderPDF

        renderPDF.draw(drawing, canvas, sheet.left, top - at - _HIGH)

    title = "Iuran terkumpul setelah pembatalan dan pengembalian"
    sheet.text(title, sheet.left, 9.8, Weight.SEMIBOLD, baseline=sheet.y + 8)
    if any(targets):
        right = sheet.right
        sheet.text(
            "garis: target cabang",
            right,
            8.2,
            colour=sheet.inks.muted,
            baseline=sheet.y + 8,
            align_right=True,
        )
    sheet.put(draw)
    sheet.y = at + _HIGH + 12


def charted(report: Report) -> Sequence[ReportLine]:
    """The lines that have a bar: the newest days and months, the villages with most."""
    most = MOST_VILLAGES if report.grouping is Grouping.VILLAGE else MOST_BARS
    return report.lines[:most] if report.grouping is Grouping.VILLAGE else report.lines[-most:]


def _drawing(  # type: ignore[no-untyped-def]
    sheet: Sheet, report: Report, lines: Sequence[ReportLine], targets: Sequence[int], wide: float
):
    from reportlab.graphics.charts.barcharts import VerticalBarChart
    from reportlab.graphics.shapes import Drawing, Line

    steps = axis_steps(max(max(line.kept for line in lines), *targets, 1), most=4)
    chart = VerticalBarChart()
    chart.x, chart.y = _LEFT, _LOW
    chart.width, chart.height = int(wide) - _LEFT, _HIGH - _LOW - 6
    chart.data = [[max(line.kept, 0) for line in lines]]
    chart.groupSpacing = 14 if len(lines) < 16 else 5
    chart.bars[0].fillColor = _ACCENT
    chart.bars[0].strokeColor = None
    axis, names = chart.valueAxis, chart.categoryAxis
    axis.valueMin, axis.valueMax, axis.valueStep = 0, steps[-1], steps[1]
    axis.labelTextFormat = lambda value: short_rupiah(int(value))
    axis.visibleAxis, axis.visibleTicks, axis.visibleGrid = False, False, True
    axis.gridStrokeColor, axis.gridStrokeWidth = sheet.inks.line, 0.5
    share = chart.width / len(lines)
    names.categoryNames = [cut(short_words(report, line), share - _APART, _LABEL) for line in lines]
    names.strokeColor, names.strokeWidth, names.visibleTicks = sheet.inks.muted, 0.6, False
    for labels in (axis.labels, names.labels):
        labels.fontName, labels.fontSize = font(Weight.REGULAR), _LABEL
        labels.fillColor = sheet.inks.muted
    names.labels.dy = -3
    drawing = Drawing(wide, _HIGH)
    drawing.add(chart)
    for place, target in enumerate(targets):
        if target:
            y = chart.y + chart.height * target / steps[-1]
            left = chart.x + place * share + share * 0.1
            drawing.add(Line(left, y, left + share * 0.8, y, strokeColor=_INK, strokeWidth=1.2))
    return drawing


def cut(name: str, room: float, size: float) -> str:
    """A name of a size in points as it fits, cut where it is too long."""
    shown = name
    while len(shown) > 1 and width(shown, Weight.REGULAR, size) > room:
        shown = f"{shown.removesuffix('…')[:-1].rstrip()}…"
    return shown
