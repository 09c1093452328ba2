"""The way from a picture to the fields of a card."""

from __future__ import annotations

from datetime import date

from perisai_desktop.domain.card_reading import CardReading, ReadingEnd
from perisai_desktop.reading.card_fields import fields_of, without_boxes
from perisai_desktop.reading.card_layout import find_values
from perisai_desktop.reading.recognising import Recogniser, open_picture

TURNS = (0, 180, 90, 270)
"""Degrees by which a picture is turned until a card is found on it: a phone does not always know how it was held."""


def read_card(content: bytes, recogniser: Recogniser, on: date) -> CardReading:
    """What the KTP on a picture says, on a local date; `no_card` where it shows none or is no picture.

    Boxes are told only where the picture stands upright.
    """
    try:
        picture = open_picture(content)
    except OSError:
        return CardReading(ReadingEnd.NO_CARD)
    for turn in TURNS:
        upright = picture.rotate(turn, expand=True)
        fields = fields_of(find_values(recogniser.lines(upright)), upright.size, on)
        if fields:
            return CardReading(ReadingEnd.READ, fields if turn == 0 else without_boxes(fields))
    return CardReading(ReadingEnd.NO_CARD)
