"""The table of a receipt: one row an iuran month, one column a programme."""

from perisai_desktop.documents.fonts import Weight
from perisai_desktop.documents.sheet import MUTED, SHADE, Sheet
from perisai_desktop.domain.receipt import Receipt, ReceiptLine
from sync.rules.programmes import Programme
from sync.rules.rupiah import format_number

_INSET = 6.0
_MARKS = "¹²³⁴⁵⁶"


def put_table(sheet: Sheet, receipt: Receipt) -> None:
    """Put the head, a row for each month and, where rows are close, the reliefs below."""
    density = sheet.density
    columns = _columns(sheet, receipt.programmes)
    marks = _relief_marks(receipt) if density.footnotes else {}
    _heading(sheet, receipt.programmes, columns)
    for number, line in enumerate(receipt.lines):
        if number:
            sheet.rule(sheet.y)
        _row(sheet, line, receipt.programmes, columns, marks)
    sheet.rule(sheet.y)
    for relief, mark in marks.items():
        sheet.y += density.small * 1.4
        sheet.text(f"{mark} {relief}", sheet.left + _INSET, density.small, colour=MUTED)
    if marks:
        sheet.y += density.small * 0.4


def _columns(sheet: Sheet, programmes: tuple[Programme, ...]) -> tuple[float, ...]:
    """The right edge of every amount column, the sum last, in points."""
    last = sheet.right - _INSET
    first = sheet.left + sheet.paper.measure * (0.46 if len(programmes) < 3 else 0.41)
    step = (last - first) / len(programmes)
    return (*(first + step * number for number in range(len(programmes))), last)


def _heading(sheet: Sheet, programmes: tuple[Programme, ...], columns: tuple[float, ...]) -> None:
    density = sheet.density
    high = density.row + 3
    sheet.box(sheet.left, sheet.y, sheet.paper.measure, high, SHADE)
    baseline = sheet.y + high / 2 + density.body * 0.36
    sheet.text("Bulan iuran", sheet.left + _INSET, density.body, Weight.SEMIBOLD, baseline=baseline)
    for title, edge in zip((*(programme.value for programme in programmes), "Jumlah"), columns, strict=True):
        sheet.text(title, edge, density.body, Weight.SEMIBOLD, baseline=baseline, align_right=True)
    sheet.y += high


def _row(
    sheet: Sheet,
    line: ReceiptLine,
    programmes: tuple[Programme, ...],
    columns: tuple[float, ...],
    marks: dict[str, str],
) -> None:
    density = sheet.density
    baseline = sheet.y + density.row / 2 + density.body * 0.36
    mark = marks.get(line.relief, "") if line.relief else ""
    sheet.text(
        f"{line.month.label}{mark}", sheet.left + _INSET, density.body, Weight.MEDIUM, baseline=baseline
    )
    amounts = dict(line.amounts)
    for programme, edge in zip(programmes, columns[:-1], strict=True):
        amount = format_number(amounts.get(programme, 0))
        sheet.text(amount, edge, density.body, baseline=baseline, align_right=True)
    sheet.text(
        format_number(line.total),
        columns[-1],
        density.body,
        Weight.SEMIBOLD,
        baseline=baseline,
        align_right=True,
    )
    sheet.y += density.row
    if line.relief and not density.footnotes:
        sheet.y += density.small * 0.66
        sheet.text(line.relief, sheet.left + _INSET, density.small, colour=MUTED)
        sheet.y += density.small * 0.6


def _relief_marks(receipt: Receipt) -> dict[str, str]:
    """A small figure for each relief on the receipt, in the order of its first month."""
    reliefs = dict.fromkeys(line.relief for line in receipt.lines if line.relief)
    return dict(zip(reliefs, _MARKS, strict=False))
