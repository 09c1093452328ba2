"""Targets and coverage on A4 across: figures, two charts, and the table with its sums; as many pages as it needs."""

from collections.abc import Sequence

from perisai_desktop.documents.coverage_chart import put_charts
from perisai_desktop.documents.coverage_words import (
    COVERAGE,
    FIGURES,
    FIRST_COLUMN,
    OFFICE_SHARE,
    PER,
    WORKERS,
    counted,
    line_name,
    notes,
    share,
    sheet_period,
)
from perisai_desktop.documents.fonts import Weight
from perisai_desktop.documents.paper import AIRY, DENSITIES, MM, Paper
from perisai_desktop.documents.report_pages import FOOT, Imprint, bound, fill
from perisai_desktop.documents.sheet import Sheet
from perisai_desktop.domain.coverage import CoverageGroup, CoverageHead, CoverageLine, CoverageSheet
from sync.rules.dates import format_date
from sync.rules.rupiah import format_number, format_rupiah

ACROSS = Paper("A4 melintang", 297 * MM, 210 * MM, 15 * MM, 13 * MM, 6.0, 70.0, 31 * MM, DENSITIES)
_ROW = 16.0
_ENDS = (0.35, 0.42, 0.49, 0.56, 0.67, 0.78, 0.89, 1.0)
"""Where the columns of figures end, as shares of the measure."""
_PLACE_ENDS = (0.33, 0.38, 0.43, 0.49, 0.655, 0.72, 0.82, 0.91, 1.0)
"""The same for regions, which have two columns in place of one."""
_OFFICE_ENDS = (0.31, 0.37, 0.43, 0.49, 0.59, 0.69, 0.78, 0.88, 1.0)
"""The same for offices, which have one column more."""
_NAME = 0.25


def coverage_pdf(sheet: CoverageSheet, head: CoverageHead) -> bytes:
    """The whole sheet; equal facts give equal bytes."""
    writing = _Writing(sheet, head)
    writing.put_head()
    writing.put_figures()
    if sheet.lines:
        put_charts(writing.page, sheet)
    writing.put_table()
    made = f"Dibuat {format_date(head.made_on)} oleh {head.maker} dari catatan di server cabang"
    title = f"Capaian {sheet_period(sheet)} {PER[sheet.grouping]}"
    return bound(writing.pages, Imprint(title, "Target dan capaian cabang", made, head.practice))


class _Writing:
    """Goes down the pages; a page that is full is followed by the next."""

    def __init__(self, sheet: CoverageSheet, head: CoverageHead) -> None:
        self._sheet = sheet
        self._head = head
        self.pages = [Sheet(ACROSS, AIRY)]

    @property
    def page(self) -> Sheet:
        """The page that is being written."""
        return self.pages[-1]

    def put_head(self) -> None:
        """Title and period, whose sheet it is, and a bold rule."""
        page, sheet = self.page, self._sheet
        page.y += 18
        page.text(f"Capaian {sheet_period(sheet)} {PER[sheet.grouping]}", page.left, 19, Weight.BOLD)
        page.y += 16
        told = f"{self._head.branch} · peserta dihitung per {format_date(sheet.on)}"
        page.text(told, page.left, 9.8, colour=page.inks.muted)
        page.y += 10
        page.rule(bold=True)
        page.y += 12

    def put_figures(self) -> None:
        """Six boxes side by side: the sums of the whole sheet."""
        page, total = self.page, self._sheet.total
        figures = (
            (
                "Peserta baru",
                _beside(
                    format_number(total.enrolled), format_number(total.target_enrolled), total.target_enrolled
                ),
            ),
            ("Peserta aktif", format_number(total.active)),
            ("Kepesertaan berakhir", format_number(total.lapsed)),
            ("Iuran terkumpul", format_rupiah(total.collected)),
            ("Sudah disetor", format_rupiah(total.deposited)),
            ("Belum disetor", format_rupiah(total.outstanding)),
        )
        gap = 8.0
        wide, high = (page.paper.measure - 5 * gap) / 6, 42.0
        for place, (name, value) in enumerate(figures):
            left = page.left + place * (wide + gap)
            fill(page, left, page.y, wide, high)
            page.text(name, left + 8, 8.2, colour=page.inks.muted, baseline=page.y + 15)
            page.text(value, left + 8, 12, Weight.BOLD, baseline=page.y + 32)
        page.y += high + 14

    def put_table(self) -> None:
        """A line for each key, the sums below; each page of it begins with the names of its columns."""
        sheet = self._sheet
        self._room(_ROW * 3)
        self._put_names()
        for line in sheet.lines:
            if self._room(_ROW):
                self._put_names()
            self._put_cells(line_name(sheet, line), self._cells(line), Weight.REGULAR)
            self.page.rule()
        if self._room(_ROW + 8):
            self._put_names()
        fill(self.page, self.page.left, self.page.y, self.page.paper.measure, _ROW + 2)
        self._put_cells("Jumlah", self._cells(sheet.total), Weight.BOLD)
        told = notes(sheet)
        self._room(12.0 * len(told) + 10)
        self.page.y += 8
        for note in told:
            self.page.y += 11
            self.page.text(note, self.page.left, 8, colour=self.page.inks.muted)

    def _cells(self, line: CoverageLine) -> tuple[str, ...]:
        aimed, wanted = line.target_enrolled, line.target_collected
        places = self._sheet.grouping.places
        return (
            format_number(line.enrolled),
            format_number(aimed) if aimed else "–",
            format_number(line.active),
            format_number(line.lapsed),
            *((counted(line), share(line.coverage)) if places else ()),
            format_rupiah(line.collected),
            *(() if places else (format_rupiah(wanted) if wanted else "–",)),
            format_rupiah(line.deposited),
            format_rupiah(line.outstanding),
            *(() if line.office_share is None else (format_rupiah(line.office_share),)),
        )

    def _room(self, high: float) -> bool:
        """Begin a new page where so many points do not fit; whether one was begun."""
        if self.page.y + high <= (ACROSS.height or 0) - ACROSS.headroom - FOOT:
            return False
        self.pages.append(Sheet(ACROSS, AIRY))
        self.page.y += 6
        return True

    def _put_names(self) -> None:
        names: tuple[str, ...] = FIGURES
        if self._sheet.grouping.places:
            names = (*FIGURES[:4], WORKERS, COVERAGE, FIGURES[4], *FIGURES[6:])
        if self._sheet.grouping is CoverageGroup.OFFICE:
            names = (*FIGURES, OFFICE_SHARE)
        self._put_cells(FIRST_COLUMN[self._sheet.grouping], names, Weight.SEMIBOLD, muted=True)
        self.page.rule(bold=True)

    def _put_cells(self, words: str, cells: Sequence[str], weight: Weight, *, muted: bool = False) -> None:
        page, size = self.page, 8.4 if muted else 8.8
        ink = page.inks.muted if muted else None
        baseline = page.y + 11.5
        room = page.paper.measure * _NAME
        shown = words
        while page.width(shown, weight, size) > room:
            shown = f"{shown[:-2]}…"
        page.text(shown, page.left + 4, size, weight, ink, baseline)
        ends = _PLACE_ENDS if self._sheet.grouping.places else _ENDS
        ends = _OFFICE_ENDS if self._sheet.grouping is CoverageGroup.OFFICE else ends
        for end, cell in zip(ends, cells, strict=True):
            right = page.left + page.paper.measure * end - 4
            page.text(cell, right, size, weight, ink, baseline, align_right=True)
        page.y += _ROW


def _beside(value: str, target: str, aimed: int) -> str:
    return f"{value} / {target}" if aimed else value
