"""People who do not exist, as a KTP writes them; always the same for a seed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from sync.rules.regions import Place

_MEN = [
    "BUDI",
    "AGUS",
    "SLAMET",
    "UJANG",
    "ASEP",
    "MUHAMMAD",
    "JOKO",
    "WAYAN",
    "YOHANES",
    "RUDI",
    "BAMBANG",
    "SUPARMAN",
]
_WOMEN = ["SITI", "DEWI", "SRI", "NUR", "AYU", "MADE", "MARIA", "FATIMAH", "RINA", "WATI", "ENDANG", "MURNI"]
_LAST = [
    "SANTOSO",
    "HIDAYAT",
    "NURHALIZA",
    "SIMANJUNTAK",
    "WIJAYA",
    "KUSUMAWARDANI",
    "SETIAWAN",
    "LESTARI",
    "NASUTION",
    "PRATAMA",
    "SA'ADAH",
    "SIHOMBING",
]
_TOWNS = (
    "SUKABUMI",
    "BANDUNG",
    "SURABAYA",
    "MEDAN",
    "JAKARTA TIMUR",
    "MAKASSAR",
    "BANYUWANGI",
    "UJUNG PANDANG",
)
_STREETS = (
    "JL. MELATI NO. 5",
    "KP. CIKARET",
    "DUSUN KRAJAN",
    "JL. AHMAD YANI GG. 3 NO. 17",
    "PERUM GRIYA INDAH BLOK C2",
)
_STATES = (
    ("BELUM KAWIN", "single"),
    ("KAWIN", "married"),
    ("CERAI HIDUP", "divorced"),
    ("CERAI MATI", "widowed"),
)


@dataclass(frozen=True, slots=True)
class Person:
    """What stands on the card, in its own capitals, and the form's word for the marital state."""

    nik: str
    name: str
    birth_place: str
    birth_date: date
    woman: bool
    street: str
    rt: str
    rw: str
    place: Place
    marital: str
    marital_code: str


def person(seed: int, places: tuple[Place, ...]) -> Person:
    """The person of that number, who lives in one of the places."""
    chance = random.Random(f"ktp {seed}")
    woman = chance.random() < 0.5
    born = date(1962, 1, 1) + timedelta(days=chance.randrange(16_000))
    place = chance.choice(places)
    marital, code = chance.choice(_STATES)
    first = chance.choice(_WOMEN if woman else _MEN)
    names = [first, *chance.sample(_LAST, chance.choice((1, 1, 2)))]
    day = born.day + (40 if woman else 0)
    region = place.code.replace(".", "")[:6]
    return Person(
        nik=f"{region}{day:02d}{born.month:02d}{born.year % 100:02d}{chance.randrange(1, 40):04d}",
        name=" ".join(names),
        birth_place=chance.choice(_TOWNS),
        birth_date=born,
        woman=woman,
        street=chance.choice(_STREETS),
        rt=f"{chance.randrange(1, 20):03d}",
        rw=f"{chance.randrange(1, 12):03d}",
        place=place,
        marital=marital,
        marital_code=code,
    )
