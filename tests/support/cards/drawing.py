"""Draws a KTP: the real card's layout, colours and proportions, at 300 dots per inch."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from dev import ROOT
from tests.support.cards.people import Person

SIZE = (1011, 638)
_FONTS = ROOT / "resources" / "fonts"
_INK = (24, 26, 32)
_LEFT, _COLON, _VALUE = 26, 262, 280
_TOP, _PITCH = 186, 35.5


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FONTS / f"Inter-{weight}.ttf"), size)


def draw_card(person: Person) -> Image.Image:
    """The front of the card."""
    card = _ground(random.Random(person.nik))
    pen = ImageDraw.Draw(card)
    for row, text in enumerate((f"PROVINSI {person.place.province.upper()}", _regency(person))):
        pen.text((SIZE[0] / 2, 34 + 34 * row), text, _INK, _font("SemiBold", 30), anchor="mm")
    pen.text((_LEFT, 134), "NIK", _INK, _font("Bold", 36), anchor="lm")
    pen.text((_COLON - 40, 134), f": {person.nik}", _INK, _font("Bold", 40), anchor="lm")
    for row, (label, value) in enumerate(_rows(person)):
        y = _TOP + _PITCH * row
        pen.text(
            (_LEFT + (28 if label in _INDENTED else 0), y), label, _INK, _font("Medium", 25), anchor="lm"
        )
        pen.text((_COLON, y), ":", _INK, _font("Medium", 25), anchor="lm")
        pen.text((_VALUE, y), value, _INK, _font("Medium", 25), anchor="lm")
    pen.text((556, _TOP + 2 * _PITCH), "Gol. Darah : O", _INK, _font("Medium", 25), anchor="lm")
    _portrait(pen, person)
    return card


_INDENTED = ("RT/RW", "Kel/Desa", "Kecamatan")


def _rows(person: Person) -> Iterator[tuple[str, str]]:
    yield "Nama", person.name
    yield "Tempat/Tgl Lahir", f"{person.birth_place}, {person.birth_date:%d-%m-%Y}"
    yield "Jenis Kelamin", "PEREMPUAN" if person.woman else "LAKI-LAKI"
    yield "Alamat", person.street
    yield "RT/RW", f"{person.rt}/{person.rw}"
    yield "Kel/Desa", person.place.village.upper()
    yield "Kecamatan", person.place.district.upper()
    yield "Agama", "ISLAM"
    yield "Status Perkawinan", person.marital
    yield "Pekerjaan", "WIRASWASTA"
    yield "Kewarganegaraan", "WNI"
    yield "Berlaku Hingga", "SEUMUR HIDUP"


def _regency(person: Person) -> str:
    return person.place.regency.replace("Kab. ", "Kabupaten ").upper()


def _ground(chance: random.Random) -> Image.Image:
    """Pale blue, with the fine waves that the card is printed on."""
    card = Image.new("RGB", SIZE, (186, 216, 236))
    pen = ImageDraw.Draw(card)
    for wave in range(-40, SIZE[1] + 40, 13):
        phase = chance.random() * 6
        points = [(x, wave + 14 * math.sin(x / 61 + phase)) for x in range(0, SIZE[0] + 8, 8)]
        pen.line(points, (168, 203, 229), 2)
    return card


def _portrait(pen: ImageDraw.ImageDraw, person: Person) -> None:
    """The picture of nobody at the right; below it the place and the day of issue, and a scrawl."""
    left, top, right, bottom = 750, 120, 980, 430
    pen.rectangle((left, top, right, bottom), (196, 44, 50) if person.birth_date.year % 2 else (38, 74, 160))
    pen.ellipse((left + 65, top + 60, right - 65, top + 190), (206, 168, 140))
    pen.pieslice((left + 20, top + 190, right - 20, bottom + 140), 180, 360, (70, 70, 78))
    town = person.place.regency.replace("Kab. ", "").replace("Kota ", "").upper()
    pen.text((865, 462), town, _INK, _font("Medium", 21), anchor="mm")
    pen.text((865, 490), "12-03-2018", _INK, _font("Medium", 21), anchor="mm")
    scrawl = [(790 + 6 * step, 560 + 26 * math.sin(step * 1.3)) for step in range(26)]
    pen.line(scrawl, (30, 34, 60), 3)
