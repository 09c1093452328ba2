"""The table of a receipt: one row an iuran month, one column a programme; on narrow paper a row takes two lines."""

from collections.abc import Iterable
from dataclasses import dataclass

from perisai_desktop.documents.fonts import Weight
from perisai_desktop.documents.sheet import Sheet
from perisai_desktop.domain.receipt import Receipt, ReceiptLine
from sync.rules.programmes import Programme
from sync.rules.rupiah import format_number

_MARKS = "¹²³⁴⁵⁶⁷⁸⁹"
_MONTHS = "Bulan iuran"
_SUM = "Jumlah"
_CLEAR = 7.0  # points at least between two columns
_SMALLER = 0.9  # of the usual size, where that keeps amounts on one line


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where amounts stand, in points, and the size that rows are set in.

    `programmes` are right edges of amounts beside their month. Where a row is folded they are left edges of
    amounts that stand below it, each with the name of its programme, in the size `below`.
    """

    programmes: tuple[float, ...]
    sums: float
    size: float
    below: float = 0.0

    @property
    def folded(self) -> bool:
        return self.below > 0


def put_table(sheet: Sheet, receipt: Receipt) -> None:
    """Put the head, a row for each month and, where rows are close, the reliefs below."""
    density = sheet.density
    marks = _relief_marks(receipt) if density.footnotes else {}
    columns = _columns(sheet, receipt)
    _heading(sheet, receipt.programmes, columns)
    for number, line in enumerate(receipt.lines):
        if number:
            sheet.begin_block()
            sheet.rule()
        _row(sheet, line, receipt.programmes, columns, marks)
    sheet.rule()
    for relief, mark in marks.items():
        measure = sheet.paper.measure - 2 * sheet.paper.inset
        for text in sheet.wrapped(f"{mark} {relief}", measure, Weight.REGULAR, density.small):
            sheet.y += density.small * 1.4
            sheet.text(text, sheet.left + sheet.paper.inset, density.small, colour=sheet.inks.muted)
    if marks:
        sheet.y += density.small * 0.6


def _columns(sheet: Sheet, receipt: Receipt) -> _Columns:
    """Spread over a sheet; on a roll as its amounts ask: beside the month, a little smaller, or folded."""
    left, right = sheet.left + sheet.paper.inset, sheet.right - sheet.paper.inset
    count = len(receipt.programmes)
    if not sheet.paper.thermal:
        first = sheet.left + sheet.paper.measure * (0.46 if count < 3 else 0.41)
        step = (right - first) / count
        edges = tuple(first + step * number for number in range(count))
        return _Columns(edges, right, sheet.density.body)
    for size in (sheet.density.body, sheet.density.body * _SMALLER):
        months, amounts, sums = _widths(sheet, receipt, size)
        clear = (right - left - months - sum(amounts) - sums) / (count + 1)
        if clear >= _CLEAR:
            edges = tuple(left + months + sum(amounts[: n + 1]) + clear * (n + 1) for n in range(count))
            return _Columns(edges, right, size)
    return _folded(sheet, receipt, left, right)


def _folded(sheet: Sheet, receipt: Receipt, left: float, right: float) -> _Columns:
    """Named amounts below their month; one below the other where not even smaller ones fit one line."""
    body, small = sheet.density.body, sheet.density.small
    for size in (small, small * _SMALLER):
        wide = [
            max(sheet.width(_named(line, programme), Weight.REGULAR, size) for line in receipt.lines)
            for programme in receipt.programmes
        ]
        clear = min((right - left - sum(wide)) / max(1, len(wide) - 1), _CLEAR * 2)
        if clear >= _CLEAR / 2:
            edges = tuple(left + sum(wide[:number]) + clear * number for number in range(len(wide)))
            return _Columns(edges, right, body, below=size)
    return _Columns((left,) * len(receipt.programmes), right, body, below=small)


def _widths(sheet: Sheet, receipt: Receipt, size: float) -> tuple[float, tuple[float, ...], float]:
    """What the months, each programme's amounts and the sums need at a size, in points."""

    def widest(texts: Iterable[str], weight: Weight) -> float:
        return max(sheet.width(text, weight, size) for text in texts)

    lines = receipt.lines
    months = widest((f"{line.month.label}{_MARKS[0]}" for line in lines), Weight.MEDIUM)
    amounts = tuple(
        max(
            widest((programme.value,), Weight.SEMIBOLD),
            widest((_amount(line, programme) for line in lines), Weight.REGULAR),
        )
        for programme in receipt.programmes
    )
    sums = widest((_SUM, *(format_number(line.total) for line in lines)), Weight.SEMIBOLD)
    return max(months, widest((_MONTHS,), Weight.SEMIBOLD)), amounts, sums


def _heading(sheet: Sheet, programmes: tuple[Programme, ...], columns: _Columns) -> None:
    high = sheet.density.row + 3
    if sheet.paper.thermal:
        sheet.rule(bold=True)
    else:
        sheet.box(sheet.y, high)
    titles = [(_SUM, columns.sums)]
    if not columns.folded:
        named = zip(programmes, columns.programmes, strict=True)
        titles += [(programme.value, edge) for programme, edge in named]
    baseline = sheet.y + high / 2 + columns.size * 0.36
    left = sheet.left + sheet.paper.inset
    sheet.text(_MONTHS, left, columns.size, Weight.SEMIBOLD, baseline=baseline)
    for title, edge in titles:
        sheet.text(title, edge, columns.size, Weight.SEMIBOLD, baseline=baseline, align_right=True)
    sheet.y += high
    if sheet.paper.thermal:
        sheet.rule()


def _row(
    sheet: Sheet,
    line: ReceiptLine,
    programmes: tuple[Programme, ...],
    columns: _Columns,
    marks: dict[str, str],
) -> None:
    density, size = sheet.density, columns.size
    left = sheet.left + sheet.paper.inset
    baseline = sheet.y + density.row / 2 + size * 0.36
    mark = marks.get(line.relief, "") if line.relief else ""
    sheet.text(f"{line.month.label}{mark}", left, size, Weight.MEDIUM, baseline=baseline)
    sums = format_number(line.total)
    sheet.text(sums, columns.sums, size, Weight.SEMIBOLD, baseline=baseline, align_right=True)
    sheet.y += density.row
    if columns.folded:
        _amounts_below(sheet, line, programmes, columns)
    else:
        for programme, edge in zip(programmes, columns.programmes, strict=True):
            sheet.text(_amount(line, programme), edge, size, baseline=baseline, align_right=True)
    if line.relief and not density.footnotes:
        sheet.y += density.small * 0.66
        sheet.text(line.relief, left, density.small, colour=sheet.inks.muted)
        sheet.y += density.small * 0.6


def _amounts_below(
    sheet: Sheet, line: ReceiptLine, programmes: tuple[Programme, ...], columns: _Columns
) -> None:
    last = None
    for programme, edge in zip(programmes, columns.programmes, strict=True):
        if last is None or edge <= last:
            sheet.y += columns.below * (1.0 if last is None else 1.25)
        last = edge
        sheet.text(_named(line, programme), edge, columns.below)
    sheet.y += sheet.density.small * 0.5


def _amount(line: ReceiptLine, programme: Programme) -> str:
    return format_number(dict(line.amounts).get(programme, 0))


def _named(line: ReceiptLine, programme: Programme) -> str:
    return f"{programme.value} {_amount(line, programme)}"


def _relief_marks(receipt: Receipt) -> dict[str, str]:
    """A small figure for each relief on the receipt, in the order of its first month."""
    reliefs = dict.fromkeys(line.relief for line in receipt.lines if line.relief)
    return dict(zip(reliefs, _MARKS, strict=False))
