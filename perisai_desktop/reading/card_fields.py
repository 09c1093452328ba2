"""From the values of a KTP as a machine read them to what the form takes: what can't be right is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from perisai_desktop.domain.card_reading import SURE, Box, ReadField
from perisai_desktop.reading.card_labels import CardLabel
from perisai_desktop.reading.card_layout import Value
from perisai_desktop.reading.cleaning import (
    clean_birth,
    clean_marital,
    clean_nik,
    clean_place,
    clean_rt_rw,
    clean_sex,
    clean_street,
    clean_words,
)
from sync.rules.dates import parse_date
from sync.rules.nik import read_nik

DOUBTED = SURE / 2
"""The confidence of values that contradict each other."""

Size = tuple[int, int]

_SINGLE: tuple[tuple[str, CardLabel, Callable[[str], str]], ...] = (
    ("nik", CardLabel.NIK, clean_nik),
    ("name", CardLabel.NAME, clean_words),
    ("sex", CardLabel.SEX, clean_sex),
    ("street", CardLabel.ADDRESS, clean_street),
    ("village", CardLabel.VILLAGE, clean_place),
    ("district", CardLabel.DISTRICT, clean_place),
    ("marital", CardLabel.MARITAL, clean_marital),
    ("province", CardLabel.PROVINCE, clean_place),
)
_DOUBLE: tuple[tuple[tuple[str, str], CardLabel, Callable[[str], tuple[str, str]]], ...] = (
    (("birth_place", "birth_date"), CardLabel.BIRTH, clean_birth),
    (("rt", "rw"), CardLabel.RT_RW, clean_rt_rw),
)


def fields_of(values: Mapping[CardLabel, Value], size: Size, on: date) -> Mapping[str, ReadField]:
    """Fields by the names of `CardReading`, from a picture of that many pixels across and down, on a local date."""
    read = dict(_cleaned(values, size))
    return _compared(read, on)


def without_boxes(fields: Mapping[str, ReadField]) -> Mapping[str, ReadField]:
    """The same with nothing told of where they stand."""
    return {name: replace(read, box=None) for name, read in fields.items()}


def _cleaned(values: Mapping[CardLabel, Value], size: Size) -> Iterator[tuple[str, ReadField]]:
    for name, label, clean in _SINGLE:
        if label in values:
            yield from _field(name, clean(values[label].text), values[label], size)
    for names, label, split in _DOUBLE:
        if label in values:
            for name, text in zip(names, split(values[label].text), strict=True):
                yield from _field(name, text, values[label], size)
    for label, kind in ((CardLabel.REGENCY, "Kabupaten"), (CardLabel.CITY, "Kota")):
        if label in values:
            yield from _field("regency", f"{kind} {clean_place(values[label].text)}", values[label], size)


def _field(name: str, text: str, value: Value, size: Size) -> Iterator[tuple[str, ReadField]]:
    if text:
        yield name, ReadField(text, value.confidence, _box(value, size))


def _compared(read: dict[str, ReadField], on: date) -> dict[str, ReadField]:
    """The same, with NIK, birth date and sex doubted where they contradict each other."""
    if "nik" not in read:
        return read
    told = read_nik(read["nik"].value, on)
    born = parse_date(read["birth_date"].value) if "birth_date" in read else None
    doubted = set() if told.valid else {"nik"}
    if born is not None and not told.born_on_possible(born):
        doubted |= {"nik", "birth_date"}
    if told.sex is not None and "sex" in read and read["sex"].value != told.sex.value:
        doubted |= {"nik", "sex"}
    return {
        name: replace(field, confidence=min(field.confidence, DOUBTED)) if name in doubted else field
        for name, field in read.items()
    }


def _box(value: Value, size: Size) -> Box:
    across = [x / size[0] for line in value.lines for x, _ in line.corners]
    down = [y / size[1] for line in value.lines for _, y in line.corners]
    edges = (min(across), min(down), max(across), max(down))
    return Box(*(min(max(edge, 0.0), 1.0) for edge in edges))
