"""What the form should hold after the card of a person was read without a slip."""

from __future__ import annotations

from perisai_desktop.reading.cleaning import clean_street, clean_words
from sync.rules.dates import format_short_date
from tests.support.cards.people import Person


def expected(person: Person) -> dict[str, str]:
    """By the names of `EnrolmentForm`."""
    return {
        "nik": person.nik,
        "name": clean_words(person.name),
        "birth_place": clean_words(person.birth_place),
        "birth_date": format_short_date(person.birth_date),
        "sex": "P" if person.woman else "L",
        "street": clean_street(person.street),
        "rt": person.rt,
        "rw": person.rw,
        "village": person.place.code,
        "marital": person.marital_code,
    }
