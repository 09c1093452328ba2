"""Targets and regions in words and cells."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.coverage import CoverageGroup, CoverageLine, CoverageSheet
from perisai_desktop.domain.report import Period, Span
from perisai_desktop.ui.i18n import decimal_words, month_short, month_words
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.ranked_bars import Rank
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.iuran_month import IuranMonth
from sync.rules.rupiah import Rupiah, format_number, format_rupiah

translate = QCoreApplication.translate

NOTHING = "–"


def columns(*, places: bool = False, offices: bool = False) -> tuple[Column, ...]:
    """Heads and widths of the table; regions have a column for their coverage, offices one for their share. Every column
    sorts."""
    figure = partial(Column, tabular=True, right=True, sortable=True)
    name = translate("Coverage", "Region") if places else translate("Coverage", "Name")
    covered = (figure("coverage", translate("Coverage", "Covered"), 92),) if places else ()
    share = (figure("office_share", translate("Coverage", "Office's share"), 108),) if offices else ()
    return (
        Column("name", name, 152 if offices else 160, stretch=True, sortable=True),
        figure("enrolled", translate("Coverage", "New"), 84),
        figure("active", translate("Coverage", "Active"), 76, spare=places or offices),
        figure("lapsed", translate("Coverage", "Ended"), 76, spare=True),
        *covered,
        figure("collected", translate("Coverage", "Collected"), 124),
        figure("deposited", translate("Coverage", "Deposited"), 116, spare=True),
        figure("outstanding", translate("Coverage", "Not deposited"), 116),
        *share,
    )


def cells(sheet: CoverageSheet, line: CoverageLine, *, total: bool = False) -> Sequence[Cell]:
    """One line, or the sums in the last one; a target stands below the figure it is for."""
    places = sheet.grouping.places
    named = (translate("Coverage", "Sum"), "") if total else (line_words(sheet, line), line.detail)
    covered = (Cell(share_words(line.coverage), detail=_workers(line), strong=total),) if places else ()
    wanted = format_rupiah(Rupiah(line.target_collected)) if line.target_collected else ""
    aimed = format_number(line.target_enrolled) if line.target_enrolled else ""
    behind = bool(line.outstanding)
    return (
        Cell(named[0], detail=named[1], strong=True),
        Cell(format_number(line.enrolled), detail=_target(aimed), strong=total),
        Cell(format_number(line.active), strong=total),
        Cell(format_number(line.lapsed), strong=total, tone=Tone.PLAIN if line.lapsed else Tone.MUTED),
        *covered,
        Cell(format_rupiah(Rupiah(line.collected)), detail=_target(wanted), strong=True),
        Cell(format_rupiah(Rupiah(line.deposited)), strong=total),
        Cell(
            format_rupiah(Rupiah(line.outstanding)) if behind else NOTHING,
            strong=total,
            tone=Tone.WARNING if behind else Tone.MUTED,
        ),
        *_share(line, total=total),
    )


def _share(line: CoverageLine, *, total: bool) -> Sequence[Cell]:
    """What an office gets of its agents' commission, told as the estimate that it is."""
    if line.office_share is None:
        return ()
    estimate = translate("Coverage", "estimate")
    return (Cell(format_rupiah(Rupiah(line.office_share)), detail=estimate, strong=total),)


def _target(words: str) -> str:
    return translate("Coverage", "target {target}").format(target=words) if words else ""


def _workers(line: CoverageLine) -> str:
    if line.workers is None:
        return ""
    return translate("Coverage", "of {workers}").format(workers=format_number(line.workers))


def line_words(sheet: CoverageSheet, line: CoverageLine) -> str:
    """What a line stands for."""
    if sheet.grouping is CoverageGroup.MONTH:
        return month_words(IuranMonth.parse(line.key))
    if sheet.grouping.places and not line.key:
        return translate("Coverage", "Place not known")
    return line.name or line.key


def share_words(share: float | None) -> str:
    """`12,4 %`, a dash where it is not known."""
    return NOTHING if share is None else f"{decimal_words(f'{share * 100:.1f}')} %"


def period_words(period: Period) -> str:
    """`November 2026`, or a year."""
    return f"{period.first:%Y}" if period.span is Span.YEAR else month_words(IuranMonth.of(period.first))


def bar_month(line: CoverageLine) -> str:
    """A month under a bar."""
    return month_short(IuranMonth.parse(line.key)).split(" ")[0]


def short_rupiah(rupiah: int) -> str:
    """`0`, `800 rb`, `1,5 jt`: rupiah on an axis."""
    if rupiah >= 1_000_000:
        number = decimal_words(f"{rupiah / 1_000_000:.1f}".removesuffix(".0"))
        return translate("Coverage", "{number} m", "millions of rupiah").format(number=number)
    if rupiah >= 1_000:
        return translate("Coverage", "{number} k", "thousands of rupiah").format(number=rupiah // 1_000)
    return str(rupiah)


def ranks(sheet: CoverageSheet, most: int) -> tuple[Rank, ...]:
    """The bars of lines that are no months: by coverage where it is known, else new participants beside targets."""
    lines = sheet.charted(most)
    if sheet.by_coverage:
        return tuple(
            Rank(
                line_words(sheet, line),
                (line.coverage or 0) / sheet.scale,
                f"{share_words(line.coverage)} {_workers(line)}",
            )
            for line in lines
        )
    top = max((max(line.enrolled, line.target_enrolled, 1) for line in lines), default=1)
    return tuple(
        Rank(
            line_words(sheet, line),
            line.enrolled / top,
            aimed_words(line.enrolled, line.target_enrolled),
            line.target_enrolled / top if line.target_enrolled else None,
        )
        for line in lines
    )


def aimed_words(count: int, target: int) -> str:
    """`18 of 25`, the count alone where nothing is aimed at."""
    if not target:
        return format_number(count)
    words = translate("Coverage", "{count} of {target}")
    return words.format(count=format_number(count), target=format_number(target))
