"""Finds the village that a KTP names in the regions on the laptop, whatever letters the machine misread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Protocol

from perisai_desktop.domain.card_reading import SURE, CardReading, ReadField
from sync.rules.names import search_words
from sync.rules.nik import NIK_LENGTH
from sync.rules.regions import Place

LIKE = 0.8
"""The share of letters that a name on the card and one in the list must have in common, from 0 to 1."""
_NAMES = ("village", "district", "regency", "province")
_REGENCY = 4
_DISTRICT = 8
_ALL = 1000
"""More villages than any regency has."""


class Villages(Protocol):
    """Villages by the beginnings of words or by the beginning of a code, best first."""

    def search(self, text: str, limit: int = 20) -> tuple[Place, ...]: ...


def with_village(reading: CardReading, villages: Villages) -> CardReading:
    """The reading with the village's dotted code in place of the names; without one where none or several fit.

    A village whose names were not read letter for letter is doubtful.
    """
    names = {name: reading.fields[name].value for name in _NAMES if name in reading.fields}
    fields = {name: read for name, read in reading.fields.items() if name not in _NAMES}
    place = _fitting(names, reading.fields, villages) if {"village", "district"} <= names.keys() else None
    if place is not None:
        found = reading.fields["village"]
        sure = min(found.confidence, reading.fields["district"].confidence)
        exact = _letters(names["village"]) == _letters(place.village) and _letters(
            names["district"]
        ) == _letters(place.district)
        fields["village"] = replace(
            found, value=place.code, confidence=sure if exact else min(sure, SURE / 2)
        )
    return replace(reading, fields=fields)


def _fitting(names: Mapping[str, str], fields: Mapping[str, ReadField], villages: Villages) -> Place | None:
    ranked: dict[str, tuple[float, Place]] = {}
    for place in _candidates(names, fields, villages):
        likeness = _likeness(names, place)
        if likeness is not None:
            ranked[place.code] = (likeness, place)
    best = sorted(ranked.values(), key=lambda each: -each[0])[:2]
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return None
    return best[0][1]


def _candidates(
    names: Mapping[str, str], fields: Mapping[str, ReadField], villages: Villages
) -> Iterator[Place]:
    """Villages found by their names; those of the district that was found; those of the NIK's regency."""
    yield from villages.search(f"{names['village']} {names['district']}")
    for near in villages.search(f"{names['district']} {names.get('regency', '')}", 3):
        yield from villages.search(near.code[:_DISTRICT], _ALL)
    nik = fields["nik"].value if "nik" in fields else ""
    if len(nik) == NIK_LENGTH:
        yield from villages.search(nik[:_REGENCY], _ALL)


def _likeness(names: Mapping[str, str], place: Place) -> float | None:
    """How much of all names a place shares with the card; None where one of them is another name."""
    pairs = [(names["village"], place.village), (names["district"], place.district)]
    if "regency" in names:
        pairs.append((names["regency"], place.regency.replace("Kab.", "Kabupaten")))
    shares = [SequenceMatcher(None, _letters(one), _letters(other)).ratio() for one, other in pairs]
    return sum(shares) if min(shares) >= LIKE else None


def _letters(name: str) -> str:
    return "".join(search_words(name))
