"""The people on the receipt of a kelompok: below what was paid where they fit, else on pages of their own."""

from dataclasses import dataclass

from perisai_desktop.documents.fonts import Weight
from perisai_desktop.documents.paper import TIGHT
from perisai_desktop.documents.receipt_words import months_span, people_count
from perisai_desktop.documents.sheet import Sheet
from perisai_desktop.domain.receipt import CoveredPerson, Receipt
from sync.rules.rupiah import format_number

MOST_ON_A_ROLL = 12
"""So many people stand on a roll; of more the sheets hold the list."""
_GAP = 8.0  # points between two columns
_SMALLER = 0.82  # of the usual size, where that keeps a name on one line
_UNKNOWN = "(nama sudah dihapus)"


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left edges of name and NIK in points, and right edges of months and sum."""

    name: float
    nik: float
    months: float
    total: float

    @property
    def name_room(self) -> float:
        return self.nik - self.name - _GAP


def put_people(sheet: Sheet, receipt: Receipt) -> None:
    """Put everybody below each other; on a roll only as many as one hands over with the money."""
    if sheet.paper.thermal:
        _on_a_roll(sheet, receipt)
        return
    columns = _columns(sheet, receipt)
    _heading(sheet, columns)
    for number, person in enumerate(receipt.people, start=1):
        _row(sheet, columns, number, person)
    sheet.y += sheet.density.gap * 0.7


def attach_people(sheet: Sheet, receipt: Receipt) -> None:
    """Put everybody on pages of their own, each with its head and the sum of its people; the last with all of them."""
    density = sheet.density = TIGHT
    columns = _columns(sheet, receipt)
    start, end = 0, len(receipt.people)
    carried = 0
    while start < end:
        sheet.begin_page()
        _title(sheet, receipt)
        _heading(sheet, columns)
        taken = sheet.y - sheet.page_start + 1.5 * density.row
        room = (sheet.paper.height or 0.0) - 2 * sheet.paper.headroom - taken
        fitting = max(1, int(room / density.row))
        some = receipt.people[start : start + fitting]
        for number, person in enumerate(some, start=start + 1):
            _row(sheet, columns, number, person)
        start += len(some)
        carried += sum(person.total for person in some)
        label = "Jumlah" if start == end else f"Jumlah sampai nomor {start}"
        sheet.y += density.row * 0.9
        sheet.text(label, columns.name, density.body, Weight.SEMIBOLD)
        sheet.text(format_number(carried), columns.total, density.body, Weight.BOLD, align_right=True)


def _title(sheet: Sheet, receipt: Receipt) -> None:
    density = sheet.density
    sheet.y += density.title * 0.75
    sheet.text("DAFTAR PESERTA", sheet.left, density.title * 0.85, Weight.BOLD)
    sheet.y += density.leading
    words = f"Lampiran kuitansi {receipt.number} · {people_count(receipt)}"
    sheet.text(words, sheet.left, density.body, colour=sheet.inks.muted)
    sheet.y += density.gap


def _columns(sheet: Sheet, receipt: Receipt) -> _Columns:
    """As wide as numbers, months and sums ask; the names have the rest."""
    size, inset = sheet.density.body, sheet.paper.inset
    numbers = sheet.width(str(len(receipt.people)), Weight.REGULAR, size)
    sums = max(sheet.width(format_number(one.total), Weight.SEMIBOLD, size) for one in receipt.people)
    sums = max(sums, sheet.width("Jumlah", Weight.SEMIBOLD, size))
    spans = max(sheet.width(months_span(one), Weight.REGULAR, size) for one in receipt.people)
    spans = max(spans, sheet.width("Bulan iuran", Weight.SEMIBOLD, size))
    tails = sheet.width("…0000", Weight.REGULAR, size)
    total = sheet.right - inset
    months = total - sums - _GAP * 1.5
    return _Columns(sheet.left + inset + numbers + _GAP, months - spans - _GAP - tails, months, total)


def _heading(sheet: Sheet, columns: _Columns) -> None:
    size, high = sheet.density.body, sheet.density.row + 3
    sheet.box(sheet.y, high)
    baseline = sheet.y + high / 2 + size * 0.36
    for title, edge in (("Nama", columns.name), ("NIK", columns.nik)):
        sheet.text(title, edge, size, Weight.SEMIBOLD, baseline=baseline)
    for title, edge in (("Bulan iuran", columns.months), ("Jumlah", columns.total)):
        sheet.text(title, edge, size, Weight.SEMIBOLD, baseline=baseline, align_right=True)
    sheet.y += high


def _row(sheet: Sheet, columns: _Columns, number: int, person: CoveredPerson) -> None:
    sheet.begin_block()
    size = sheet.density.body
    baseline = sheet.y + sheet.density.row / 2 + size * 0.36
    muted = sheet.inks.muted
    sheet.text(str(number), columns.name - _GAP, size, colour=muted, baseline=baseline, align_right=True)
    name, fitted = _fitted(sheet, person.name or _UNKNOWN, columns.name_room)
    sheet.text(name, columns.name, fitted, Weight.MEDIUM, baseline=baseline)
    sheet.text(_tail(person), columns.nik, size, colour=muted, baseline=baseline)
    sheet.text(months_span(person), columns.months, size, baseline=baseline, align_right=True)
    sums = format_number(person.total)
    sheet.text(sums, columns.total, size, Weight.SEMIBOLD, baseline=baseline, align_right=True)
    sheet.y += sheet.density.row
    sheet.rule()


def _fitted(sheet: Sheet, name: str, room: float) -> tuple[str, float]:
    """A name on one line: a little smaller, or cut where even that is too long."""
    size = sheet.density.body
    if sheet.width(name, Weight.MEDIUM, size) <= room:
        return name, size
    size *= _SMALLER
    cut = name
    while cut and sheet.width(f"{cut}…", Weight.MEDIUM, size) > room:
        cut = cut[:-1]
    whole = sheet.width(name, Weight.MEDIUM, size) <= room
    return (name if whole else f"{cut.rstrip()}…"), size


def _tail(person: CoveredPerson) -> str:
    return f"…{person.nik_tail}" if person.nik_tail else ""


def _on_a_roll(sheet: Sheet, receipt: Receipt) -> None:
    density = sheet.density
    sheet.rule(bold=True)
    if len(receipt.people) > MOST_ON_A_ROLL:
        words = f"Daftar {people_count(receipt)} ada pada kuitansi ini di kertas A4 atau A5."
        for line in sheet.wrapped(words, sheet.paper.measure, Weight.REGULAR, density.small):
            sheet.y += density.small * 1.4
            sheet.text(line, sheet.left, density.small)
        sheet.y += density.gap * 0.6
        return
    for number, person in enumerate(receipt.people, start=1):
        name = f"{number}. {person.name or _UNKNOWN}"
        sheet.y += density.gap * 0.3
        for line in sheet.wrapped(name, sheet.paper.measure, Weight.MEDIUM, density.body):
            sheet.y += density.body * 1.25
            sheet.text(line, sheet.left, density.body, Weight.MEDIUM)
        sheet.y += density.body * 1.25
        words = " · ".join(part for part in (_tail(person), months_span(person)) if part)
        sheet.text(words, sheet.left, density.small)
        sums = format_number(person.total)
        sheet.text(sums, sheet.right, density.body, Weight.SEMIBOLD, align_right=True)
    sheet.y += density.gap * 0.7
