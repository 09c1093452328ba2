"""Cards of a crowd: people from villages all over the country, photographed under every condition in turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from perisai_desktop.services.card_places import Villages, with_village
from sync.rules.regions import Place
from tests.support.cards.drawing import draw_card
from tests.support.cards.expected import expected
from tests.support.cards.people import Person, person
from tests.support.cards.photographing import Condition, photograph
from tests.support.cards.reading import Read

TODAY = date(2026, 11, 22)
_REGENCIES = ("1271", "3202", "3578", "5103", "7305", "9171")
_APART = 37


@dataclass(frozen=True, slots=True)
class Shot:
    """One photograph: of whom, under which condition, and its file."""

    person: Person
    condition: Condition
    content: bytes

    @property
    def wanted(self) -> Mapping[str, str]:
        """What the form should hold after a reading without a slip."""
        return expected(self.person)

    def got(self, read: Read, villages: Villages) -> Mapping[str, str]:
        """What the form would hold after this reading, as far as it was read."""
        fields = with_village(read.reading, villages).fields
        return {name: fields[name].value for name in self.wanted if name in fields}


def homes(villages: Villages) -> tuple[Place, ...]:
    """Some villages of six regencies between Sumatra and Papua."""
    return tuple(place for code in _REGENCIES for place in villages.search(code, 400)[::_APART])


def shots(villages: Villages, conditions: Sequence[Condition], each: int) -> dict[str, Shot]:
    """So many people under each condition, by a name for the file; always the same."""
    where = homes(villages)
    crowd = [person(seed, where) for seed in range(each)]
    return {
        f"{condition.name.lower()}-{seed:03d}.jpg": Shot(
            who, condition, photograph(draw_card(who), condition, seed)
        )
        for condition in conditions
        for seed, who in enumerate(crowd)
    }
