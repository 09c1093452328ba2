"""A report on A4: its figures, a chart, the table with its sums, and what became of the cash; as many pages as it needs."""

from collections.abc import Sequence

from reportlab.lib.colors import HexColor

from perisai_desktop.documents.fonts import Weight
from perisai_desktop.documents.paper import AIRY, DENSITIES, MM, Paper
from perisai_desktop.documents.report_chart import put_chart
from perisai_desktop.documents.report_pages import FOOT, Imprint, bound, fill
from perisai_desktop.documents.report_words import BESIDE, FIRST_COLUMN, PER, SORTS, line_words, period_words
from perisai_desktop.documents.sheet import Sheet
from perisai_desktop.domain.report import Report, ReportHead, ReportLine
from sync.rules.dates import format_date
from sync.rules.rupiah import format_number, format_rupiah

A4 = Paper("A4", 210 * MM, 297 * MM, 17 * MM, 15 * MM, 6.0, 70.0, 31 * MM, DENSITIES)
_TITLE = 20.0
"""Points of the title, fewer where it would not fit on its line."""
_ROW = 16.8
_ENDS = (0.44, 0.545, 0.7, 0.845, 1.0)
"""Where the columns of figures end, as shares of the measure."""
_ACCENT = HexColor("#0B6B4F")


def report_pdf(report: Report, head: ReportHead) -> bytes:
    """The whole report; equal facts give equal bytes."""
    writing = _Writing(report, head)
    writing.put_head()
    writing.put_figures()
    if report.lines:
        put_chart(writing.sheet, report)
    writing.put_table()
    writing.put_cash()
    made = (
        f"Dibuat {format_date(head.made_on)} di laptop {head.device} dari catatan yang tersimpan di dalamnya"
    )
    title = f"Laporan {period_words(report.period)} {PER[report.grouping]}"
    return bound(writing.sheets, Imprint(title, "Laporan agen", made, head.practice))


class _Writing:
    """Goes down the pages; a page that is full is followed by the next."""

    def __init__(self, report: Report, head: ReportHead) -> None:
        self._report = report
        self._head = head
        self.sheets = [Sheet(A4, AIRY)]

    @property
    def sheet(self) -> Sheet:
        """The page that is being written."""
        return self.sheets[-1]

    def put_head(self) -> None:
        """Title and period, whose report it is, and a bold rule."""
        sheet, head = self.sheet, self._head
        sheet.y += 20
        title = f"Laporan {period_words(self._report.period)}"
        fitting = _TITLE * sheet.paper.measure / sheet.width(title, Weight.BOLD, _TITLE)
        sheet.text(title, sheet.left, min(_TITLE, fitting), Weight.BOLD)
        sheet.y += 17
        below = (PER[self._report.grouping], head.agent, head.agent_number, head.office, head.branch)
        sheet.text(" · ".join(part for part in below if part), sheet.left, 9.8, colour=sheet.inks.muted)
        sheet.y += 11
        sheet.rule(bold=True)
        sheet.y += 14

    def put_figures(self) -> None:
        """Four boxes side by side: the sums of the whole report."""
        sheet, total = self.sheet, self._report.total
        figures = (
            ("Peserta baru", format_number(total.enrolled)),
            ("Orang membayar", format_number(total.payers)),
            ("Iuran diterima", format_rupiah(total.received)),
            ("Setelah dikembalikan", format_rupiah(total.kept)),
        )
        gap = 9.0
        wide, high = (sheet.paper.measure - 3 * gap) / 4, 46.0
        for place, (name, value) in enumerate(figures):
            left = sheet.left + place * (wide + gap)
            fill(sheet, left, sheet.y, wide, high)
            sheet.text(name, left + 9, 8.2, colour=sheet.inks.muted, baseline=sheet.y + 16)
            colour = _ACCENT if place == 3 else None
            sheet.text(value, left + 9, 13.5, Weight.BOLD, colour, baseline=sheet.y + 35)
        sheet.y += high + 16

    def put_table(self) -> None:
        """A line for each key, the sums below; each page of it begins with the names of its columns."""
        report = self._report
        self._room(_ROW * 3)
        self._put_names()
        for line in report.lines:
            if self._room(_ROW):
                self._put_names()
            self._put_line(line_words(report, line), line)
        if report.beside.received or report.beside.given_back:
            self._put_line(BESIDE, report.beside)
        if self._room(_ROW + 8):
            self._put_names()
        self._put_line("Jumlah", report.total, bold=True)
        self.sheet.y += 10

    def put_cash(self) -> None:
        """Cash before, every movement, cash after: they add up."""
        cash = self._report.cash
        lines = [line for line in cash.lines if line.count]
        self._room(_ROW * (len(lines) + 4))
        sheet = self.sheet
        sheet.y += 14
        sheet.text("Kas", sheet.left, 12, Weight.SEMIBOLD)
        sheet.y += 6
        sheet.rule()
        self._put_pair("Kas sebelum periode ini", format_rupiah(cash.before))
        for line in lines:
            sign = "+" if line.rupiah > 0 else ""
            words = f"{SORTS[line.sort]} ({format_number(line.count)})"
            self._put_pair(words, f"{sign}{format_rupiah(line.rupiah)}")
        self._put_pair("Kas di tangan pada akhir periode", format_rupiah(cash.after), bold=True)

    def _room(self, high: float) -> bool:
        """Begin a new page where so many points do not fit; whether one was begun."""
        if self.sheet.y + high <= (A4.height or 0) - A4.headroom - FOOT:
            return False
        self.sheets.append(Sheet(A4, AIRY))
        self.sheet.y += 6
        return True

    def _put_names(self) -> None:
        names = ("Peserta baru", "Membayar", "Diterima", "Dikembalikan", "Jumlah")
        self._put_cells(FIRST_COLUMN[self._report.grouping], names, Weight.SEMIBOLD, muted=True)
        self.sheet.rule(bold=True)

    def _put_line(self, words: str, line: ReportLine, *, bold: bool = False) -> None:
        back = format_rupiah(-line.given_back) if line.given_back else "–"
        cells = (
            format_number(line.enrolled),
            format_number(line.payers),
            format_rupiah(line.received),
            back,
            format_rupiah(line.kept),
        )
        weight = Weight.BOLD if bold else Weight.REGULAR
        if bold:
            fill(self.sheet, self.sheet.left, self.sheet.y, self.sheet.paper.measure, _ROW + 2)
        self._put_cells(words, cells, weight)
        if not bold:
            self.sheet.rule()

    def _put_cells(self, words: str, cells: Sequence[str], weight: Weight, *, muted: bool = False) -> None:
        sheet, size = self.sheet, 8.6 if muted else 9.2
        ink = sheet.inks.muted if muted else None
        baseline = sheet.y + 12
        room = sheet.paper.measure * 0.31
        shown = words
        while sheet.width(shown, weight, size) > room:
            shown = f"{shown[:-2]}…"
        sheet.text(shown, sheet.left + 4, size, weight, ink, baseline)
        for end, cell in zip(_ENDS, cells, strict=True):
            right = sheet.left + sheet.paper.measure * end - 4
            sheet.text(cell, right, size, weight, ink, baseline, align_right=True)
        sheet.y += _ROW

    def _put_pair(self, words: str, value: str, *, bold: bool = False) -> None:
        sheet = self.sheet
        weight = Weight.BOLD if bold else Weight.REGULAR
        if bold:
            fill(sheet, sheet.left, sheet.y, sheet.paper.measure, _ROW + 2)
        sheet.text(words, sheet.left + 4, 9.2, weight, baseline=sheet.y + 12.5)
        sheet.text(value, sheet.right - 4, 9.2, weight, baseline=sheet.y + 12.5, align_right=True)
        sheet.y += _ROW
        if not bold:
            sheet.rule()
