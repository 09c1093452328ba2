"""Finds the alternate glyphs of a font's feature: single substitutions of OpenType GSUB (ISO/IEC 14496-22)."""

import struct
from collections.abc import Iterator

_SINGLE = 1
_EXTENSION = 7


def substitutions(table: bytes, feature: str) -> dict[int, int]:
    """Glyph id to alternate glyph id for `feature` ("tnum", "cv08"); `table` is the font's GSUB table.

    Empty where the font has no such feature. Lookups other than single substitution are left out.
    """
    features, lookups = struct.unpack_from(">HH", table, 6)
    found: dict[int, int] = {}
    for lookup in sorted(set(_lookups_of(table, features, feature.encode("ascii")))):
        (offset,) = struct.unpack_from(">H", table, lookups + 2 + 2 * lookup)
        found.update(_single(table, lookups + offset))
    return found


def _lookups_of(table: bytes, features: int, tag: bytes) -> Iterator[int]:
    (count,) = struct.unpack_from(">H", table, features)
    for index in range(count):
        name, offset = struct.unpack_from(">4sH", table, features + 2 + 6 * index)
        if name == tag:
            (size,) = struct.unpack_from(">H", table, features + offset + 2)
            yield from struct.unpack_from(f">{size}H", table, features + offset + 4)


def _single(table: bytes, lookup: int) -> dict[int, int]:
    kind, _flags, count = struct.unpack_from(">HHH", table, lookup)
    pairs: dict[int, int] = {}
    for offset in struct.unpack_from(f">{count}H", table, lookup + 6):
        start, actual = lookup + offset, kind
        if kind == _EXTENSION:
            actual, distance = struct.unpack_from(">HI", table, start + 2)
            start += distance
        if actual == _SINGLE:
            pairs.update(_single_subtable(table, start))
    return pairs


def _single_subtable(table: bytes, start: int) -> dict[int, int]:
    layout, coverage = struct.unpack_from(">HH", table, start)
    glyphs = _covered(table, start + coverage)
    if layout == 1:
        (delta,) = struct.unpack_from(">h", table, start + 4)
        return {glyph: (glyph + delta) & 0xFFFF for glyph in glyphs}
    (count,) = struct.unpack_from(">H", table, start + 4)
    return dict(zip(glyphs, struct.unpack_from(f">{count}H", table, start + 6), strict=False))


def _covered(table: bytes, start: int) -> list[int]:
    layout, count = struct.unpack_from(">HH", table, start)
    if layout == 1:
        return list(struct.unpack_from(f">{count}H", table, start + 4))
    glyphs: list[int] = []
    for index in range(count):
        first, last, _position = struct.unpack_from(">HHH", table, start + 4 + 6 * index)
        glyphs.extend(range(first, last + 1))
    return glyphs
