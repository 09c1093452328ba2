"""Which value stands behind which label of a KTP, found by where lines of writing stand to each other."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from perisai_desktop.reading.card_labels import CardLabel, Cut, cut_label
from perisai_desktop.reading.written_line import WrittenLine, corners_of

HEADER = (CardLabel.PROVINCE, CardLabel.REGENCY, CardLabel.CITY)
ROWS = tuple(label for label in CardLabel if label not in HEADER and label is not CardLabel.BLOOD)
TWO_LINES = (CardLabel.NAME, CardLabel.ADDRESS)
"""Values that may go on in the line below."""
FEWEST_LABELS = 4
"""With fewer labels of its rows a picture is no KTP."""

_NEAR = 2.5
"""Between two pieces of one value there is at most this many times the height of the writing."""
_SAME_ROW = 0.6
_COLUMN = 4.0
"""Labels begin in one column: this many heights to either side."""


@dataclass(frozen=True, slots=True)
class Value:
    """What stands behind a label, the lowest confidence of its pieces, and the lines that it was taken from."""

    text: str = field(repr=False)
    confidence: float
    lines: tuple[WrittenLine, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Labelled:
    line: WrittenLine
    cut: Cut


def find_values(lines: Sequence[WrittenLine]) -> Mapping[CardLabel, Value]:
    """The value of each label that was found; empty where the picture shows no KTP."""
    straight = _straightened(lines)
    labelled = _labels(straight)
    if len(labelled) < FEWEST_LABELS:
        return {}
    free = [line for line in straight if not any(line is each.line for each in labelled)]
    values: dict[CardLabel, Value] = {}
    for place, each in enumerate(labelled):
        below = labelled[place + 1].line if place + 1 < len(labelled) else None
        pieces = _behind(each, free)
        if each.cut.label in TWO_LINES:
            pieces += _under(each, pieces, free, below)
        value = _joined(each, pieces)
        if value.text:
            values[each.cut.label] = value
    values |= _header(straight, labelled[0].line)
    taken = {id(turned): line for turned, line in zip(straight, lines, strict=True)}
    return {
        label: replace(value, lines=tuple(taken[id(line)] for line in value.lines))
        for label, value in values.items()
    }


def _straightened(lines: Sequence[WrittenLine]) -> list[WrittenLine]:
    """The lines as they stand when the picture is turned upright, by the slope of most of the writing."""
    long = [line.slope for line in lines if line.width > 3 * line.height]
    slope = statistics.median(long) if long else 0.0
    return [
        replace(line, corners=corners_of([(x + slope * y, y - slope * x) for x, y in line.corners]))
        for line in lines
    ]


def _labels(lines: Sequence[WrittenLine]) -> list[_Labelled]:
    """The lines that begin with a label of the card's rows, from top to bottom, of one column and in the card's order.

    On a card that lies upside down the order is turned round: what a machine takes for labels there is none.
    """
    cuts = ((line, cut_label(line.text, ROWS)) for line in lines)
    found = [_Labelled(line, cut) for line, cut in cuts if cut is not None]
    if not found:
        return []
    column = statistics.median(each.line.start[0] for each in found)
    in_column = [each for each in found if abs(each.line.start[0] - column) <= _COLUMN * each.line.height]
    return _longest_in_order(sorted(in_column, key=lambda each: each.line.start[1]))


def _longest_in_order(labelled: Sequence[_Labelled]) -> list[_Labelled]:
    """The most of them that follow one another as on the card."""
    chains: list[list[_Labelled]] = []
    for each in labelled:
        place = ROWS.index(each.cut.label)
        before = [chain for chain in chains if ROWS.index(chain[-1].cut.label) < place]
        chains.append([*max(before, key=len, default=[]), each])
    return max(chains, key=len)


def _behind(label: _Labelled, free: Sequence[WrittenLine]) -> list[WrittenLine]:
    """The pieces in the row of a label, from left to right, as far as one stands near the other."""
    pieces: list[WrittenLine] = []
    last = label.line
    reach = 12 * last.height if not label.cut.rest else _NEAR * last.height
    for line in sorted(free, key=lambda line: line.start[0]):
        gap = line.start[0] - last.end[0]
        drop = line.start[1] - (
            last.end[1] + last.slope * gap if last.width > 3 * last.height else last.end[1]
        )
        if -last.height <= gap <= reach and abs(drop) <= _SAME_ROW * last.height:
            pieces.append(line)
            last, reach = line, _NEAR * line.height
    return pieces


def _under(
    label: _Labelled, pieces: Sequence[WrittenLine], free: Sequence[WrittenLine], below: WrittenLine | None
) -> list[WrittenLine]:
    """The second line of a value: without a label, in the column of the first, above the next label."""
    if below is None:
        return []
    first = pieces[0] if pieces else None
    height = label.line.height
    found = []
    for line in free:
        lower = line.start[1] - label.line.start[1]
        above = below.start[1] - line.start[1]
        column = first.start[0] if first is not None else label.line.start[0] + label.line.width / 2
        beside = abs(line.start[0] - column) <= (2 if first is not None else 8) * height
        if lower > _SAME_ROW * height and above > _SAME_ROW * height and beside:
            found.append(line)
    return found[:1]


def _joined(label: _Labelled, pieces: Sequence[WrittenLine]) -> Value:
    texts = [label.cut.rest, *(piece.text for piece in pieces)]
    taken = (label.line, *pieces) if label.cut.rest else tuple(pieces)
    text = " ".join(text.strip(" :：") for text in texts if text.strip(" :："))
    confidence = min((line.confidence for line in taken), default=0.0)
    return Value(text, confidence, taken)


def _header(lines: Sequence[WrittenLine], first: WrittenLine) -> dict[CardLabel, Value]:
    """Province and regency, which stand above the first row."""
    found: dict[CardLabel, Value] = {}
    for line in lines:
        cut = cut_label(line.text, HEADER) if line.start[1] < first.start[1] else None
        if cut is not None and cut.rest:
            found.setdefault(cut.label, Value(cut.rest, line.confidence, (line,)))
    return found
