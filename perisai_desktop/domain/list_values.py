"""What a cell of somebody's list says, as one would type it into the form."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from perisai_desktop.domain.list_columns import Columns
from sync.rules.dates import MONTH_NAMES, possible_date
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.names import search_words
from sync.rules.programmes import Offer, Sex

Cell = str | int | float | bool | datetime | date | None
"""A cell as a spreadsheet holds it."""

_SEXES = dict.fromkeys(("l", "lk", "laki", "lakilaki", "pria", "male"), Sex.L.value) | dict.fromkeys(
    ("p", "pr", "perempuan", "wanita", "female"), Sex.P.value
)
_OFFERS = {frozenset(name.lower() for name in offer.value.split("+")): offer.value for offer in Offer}
_MONTHS = {name.lower()[:3]: number for number, name in enumerate(MONTH_NAMES, start=1)} | {
    "agt": 8,
    "ags": 8,
    "nop": 11,
}
_WORDED = re.compile(r"(?:(?P<day>[0-9]{1,2})[\s\-]+)?(?P<month>[A-Za-z]{3,})[\s\-]+(?P<year>[0-9]{4})")
_MONTH_FIRST = re.compile(r"(?P<month>[0-9]{1,2})[/\-.](?P<year>[0-9]{4})")
_THOUSANDS = re.compile(r"[0-9]{1,3}(,[0-9]{3})+")
_SURE_DIGITS = 15
"""A spreadsheet keeps so many digits of a number; of a longer one the rest are noughts."""


def form_of_cells(cells: Sequence[Cell], columns: Columns) -> EnrolmentForm:
    """A line as typed into the form; a village that is named by `district` and `regency` too keeps its own name."""
    values: dict[str, Any] = {}
    for name, place in columns.items():
        if name not in _BESIDE and place < len(cells):
            values[name] = _READING.get(name, text_of)(cells[place])
    return EnrolmentForm(**values)


def text_of(cell: Cell) -> str:
    """The words of a cell; a whole number has no point, a date is written year first."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None or isinstance(cell, bool) else " ".join(str(cell).split("\xa0")).strip()


def _nik(cell: Cell) -> str:
    """Sixteen digits that were kept as a number and end with 0 have lost their last: the fifteen sure ones are left."""
    text = text_of(cell)
    cut = isinstance(cell, int | float) and len(text) > _SURE_DIGITS and text.endswith("0")
    return text[:_SURE_DIGITS] if cut else text


def _phone(cell: Cell) -> str:
    """A number that was kept as a number has lost the nought in front."""
    text = text_of(cell)
    if not isinstance(cell, int | float):
        return text
    return f"+{text}" if text.startswith("62") else f"0{text}" if text.startswith("8") else text


def _sex(cell: Cell) -> str:
    text = text_of(cell)
    return _SEXES.get("".join(search_words(text)), text)


def _village(cell: Cell) -> str:
    text = text_of(cell)
    if len(text) == 10 and text.isascii() and text.isdigit():
        return f"{text[:2]}.{text[2:4]}.{text[4:6]}.{text[6:]}"
    return text


def _offer(cell: Cell) -> str:
    text = text_of(cell)
    return _OFFERS.get(frozenset(search_words(text.replace("+", " ").replace("-", " "))), text)


def _birth_date(cell: Cell) -> str:
    text = text_of(cell)
    found = _WORDED.fullmatch(text)
    month = _MONTHS.get(found["month"].lower()[:3]) if found is not None and found["day"] else None
    if found is None or month is None:
        return text
    day = possible_date(int(found["year"]), month, int(found["day"]))
    return text if day is None else day.isoformat()


def _first_month(cell: Cell) -> str:
    if isinstance(cell, date):
        return f"{cell.year:04d}-{cell.month:02d}"
    text = text_of(cell)
    figures, words = _MONTH_FIRST.fullmatch(text), _WORDED.fullmatch(text)
    if figures is not None:
        return f"{figures['year']}-{int(figures['month']):02d}"
    month = None if words is None else _MONTHS.get(words["month"].lower()[:3])
    return text if words is None or month is None else f"{words['year']}-{month:02d}"


def _months(cell: Cell) -> str:
    text = text_of(cell)
    words = search_words(text)
    return words[0] if len(words) == 2 and words[0].isdigit() and words[1] in ("bulan", "bln") else text


def _income(cell: Cell) -> str:
    text = text_of(cell).removesuffix(",-").removesuffix(",00")
    return text.replace(",", "") if _THOUSANDS.fullmatch(text) else text


_BESIDE = frozenset({"district", "regency"})
_READING: Mapping[str, Callable[[Cell], str]] = {
    "nik": _nik,
    "kk": _nik,
    "phone": _phone,
    "sex": _sex,
    "village": _village,
    "offer": _offer,
    "birth_date": _birth_date,
    "first_month": _first_month,
    "months": _months,
    "income": _income,
}


def place_words(cells: Sequence[Cell], columns: Columns) -> tuple[str, str, str]:
    """Village, district and regency of a line, as far as it names them."""
    village, district, regency = (
        text_of(cells[place]) if place is not None and place < len(cells) else ""
        for place in (columns.get(name) for name in ("village", "district", "regency"))
    )
    return village, district, regency
