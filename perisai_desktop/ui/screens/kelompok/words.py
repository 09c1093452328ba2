"""What the screen of a kelompok says, and its lines as cells."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from perisai_desktop.domain.kelompok import Kelompok, KelompokKind
from perisai_desktop.domain.roll import Judged
from perisai_desktop.ui.enrolment_words import field_words, value_words
from perisai_desktop.ui.problem_words import problem_words
from perisai_desktop.ui.screens.kelompok.state import Part, part_of
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.marks import Face
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.dates import format_short_date, parse_date
from sync.rules.names import seen
from sync.rules.nik import format_nik, strip_nik
from sync.rules.reactions import Reaction, Severity
from sync.rules.rupiah import Rupiah, format_number, format_rupiah

translate = QCoreApplication.translate

_WIDTHS = {
    "nik": 164,
    "name": 192,
    "birth_date": 108,
    "sex": 116,
    "birth_place": 128,
    "mother_name": 160,
    "phone": 128,
    "occupation": 176,
    "income": 120,
    "offer": 128,
    "first_month": 124,
    "months": 84,
    "street": 200,
    "rt": 64,
    "rw": 64,
    "village": 184,
}
TYPED_COLUMNS: tuple[str, ...] = tuple(_WIDTHS)
"""The fields of a line in the order in which they are typed."""
FIRST_TYPED = 2
"""The place of the first of them; number and state stand before."""


def columns() -> tuple[Column, ...]:
    """Heads and widths of the grid."""
    heads = {
        "mother_name": translate("Kelompok", "Mother"),
        "income": translate("Kelompok", "Income"),
        "months": translate("Kelompok", "Months"),
    }
    figures = ("nik", "birth_date", "phone", "income", "rt", "rw", "months")
    return (
        Column("row", translate("Kelompok", "No."), 60, tabular=True, right=True),
        Column("state", translate("Kelompok", "State"), 136),
        *(
            Column(name, heads.get(name) or field_words(name), width, tabular=name in figures)
            for name, width in _WIDTHS.items()
        ),
        Column("total", translate("Kelompok", "To pay"), 104, tabular=True, right=True),
    )


def kind_words(kind: KelompokKind) -> tuple[str, str]:
    """A kind of kelompok, and what it is."""
    return {
        KelompokKind.FAMILY: (
            translate("Kelompok", "Family"),
            translate("Kelompok", "Relatives or neighbours, one of whom pays for all"),
        ),
        KelompokKind.ENTERPRISE: (
            translate("Kelompok", "Enterprise"),
            translate("Kelompok", "A small enterprise pays for its workers"),
        ),
        KelompokKind.SPONSOR: (
            translate("Kelompok", "Sponsor"),
            translate("Kelompok", "A company, a village or the government pays for vulnerable workers"),
        ),
    }[kind]


def kelompok_name(kelompok: Kelompok) -> str:
    """By what a kelompok is told apart: who pays, else its file, else its kind."""
    return seen(kelompok.payer_name) or kelompok.file_name or kind_words(kelompok.kind)[0]


def part_words(part: Part) -> str:
    """The words on a filter's chip."""
    return {
        Part.ALL: translate("Kelompok", "All"),
        Part.WRONG: translate("Kelompok", "To put right"),
        Part.REASON: translate("Kelompok", "Needs a reason"),
        Part.READY: translate("Kelompok", "Ready"),
    }[part]


def cells(one: Judged, village: Callable[[str], str]) -> Sequence[Cell]:
    """The cells of a line: what is wrong in red, what holds for everybody in grey; `village` names a code."""
    tones = {
        found.field: Tone.ERROR if found.severity is Severity.ERROR else Tone.WARNING
        for found in (*one.assessment.notes, *one.assessment.warnings, *one.assessment.errors)
        if found.severity is not Severity.NOTE
    }
    total = "–" if one.total is None else format_number(Rupiah(one.total))
    return (
        Cell(str(one.member.row), tone=Tone.MUTED),
        Cell(badge=face(one)),
        *(_cell(one, name, tones.get(name), village) for name in TYPED_COLUMNS),
        Cell(total, strong=True),
    )


def empty_cells(row: int) -> Sequence[Cell]:
    """The cells of the line in which somebody new is typed."""
    words = translate("Kelompok", "Type a NIK here")
    return (
        Cell(str(row), tone=Tone.MUTED),
        Cell(),
        Cell(words, tone=Tone.MUTED),
        *(Cell() for _ in TYPED_COLUMNS[1:]),
        Cell(),
    )


def face(one: Judged) -> Face:
    """Where a line stands, as a badge."""
    return {
        Part.WRONG: Face(translate("Kelompok", "Put right"), "circle-alert", Tone.ERROR),
        Part.REASON: Face(translate("Kelompok", "Give a reason"), "triangle-alert", Tone.WARNING),
        Part.READY: Face(translate("Kelompok", "Ready"), "circle-check", Tone.OK),
    }[part_of(one)]


def problems(one: Judged, *, signed: bool) -> tuple[str, ...]:
    """Every error of a line in words; a NIK that stands twice names the other line. `signed`: there is a list."""
    told: list[str] = []
    for found in one.assessment.errors:
        if found.reaction is Reaction.NIK_ALREADY_HERE and one.twin is not None:
            told.append(translate("Kelompok", "the same NIK as line {row}").format(row=one.twin))
        elif found.reaction is Reaction.DECLARATION_MISSING:
            continue
        elif found.reaction is Reaction.CONSENT_MISSING:
            words = translate("Kelompok", "not on the signed list")
            told.append(words if signed else translate("Kelompok", "the signed list is not photographed yet"))
        else:
            told.append(problem_words(found))
    return tuple(told)


def result_words(one: Judged, *, signed: bool) -> str:
    """Everything that is to be put right or explained on a line, in one sentence."""
    told = [*problems(one, signed=signed), *(problem_words(found) for found in one.open_warnings)]
    return "; ".join(told)


def count_words(count: int) -> str:
    """A number of people."""
    if count == 1:
        return translate("Kelompok", "1 person")
    return translate("Kelompok", "{count} people").format(count=format_number(Rupiah(count)))


def receipts_words(parts: Sequence[Sequence[Judged]]) -> str:
    """What will be issued: how many people on each receipt, and for how much."""
    if len(parts) < 2:
        return translate("Kelompok", "One receipt for all of them")
    sums = [sum(one.total or 0 for one in part) for part in parts]
    told = [
        translate("Kelompok", "{number}. {people}, {rupiah}").format(
            number=number, people=count_words(len(part)), rupiah=format_rupiah(Rupiah(rupiah))
        )
        for number, (part, rupiah) in enumerate(zip(parts, sums, strict=True), start=1)
    ]
    return "\n".join(
        [translate("Kelompok", "{count} receipts, in the order of the list:").format(count=len(parts)), *told]
    )


def _cell(one: Judged, name: str, tone: Tone | None, village: Callable[[str], str]) -> Cell:
    own, value = getattr(one.member.form, name).strip(), getattr(one.form, name)
    shown = village(value) if name == "village" else _shown(name, value)
    if tone is None and not own:
        tone = Tone.MUTED
    return Cell(
        shown or ("–" if tone in (Tone.ERROR, Tone.WARNING) else ""),
        tone=tone or Tone.PLAIN,
        strong=name == "name",
        copy=value if name == "nik" else "",
    )


def _shown(name: str, value: str) -> str:
    if name == "nik":
        digits = strip_nik(value)
        return format_nik(digits) if len(digits) == 16 and digits.isdigit() else value
    if name == "birth_date":
        born = parse_date(value)
        return value if born is None else format_short_date(born)
    return value_words(name, value)
