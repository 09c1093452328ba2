"""The labels printed on a KTP, found again in what a machine made of them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum


class CardLabel(StrEnum):
    """What stands before each value, in the order of the card from top to bottom."""

    PROVINCE = "PROVINSI"
    REGENCY = "KABUPATEN"
    CITY = "KOTA"
    NIK = "NIK"
    NAME = "Nama"
    BIRTH = "Tempat/Tgl Lahir"
    SEX = "Jenis Kelamin"
    BLOOD = "Gol. Darah"
    ADDRESS = "Alamat"
    RT_RW = "RT/RW"
    VILLAGE = "Kel/Desa"
    DISTRICT = "Kecamatan"
    RELIGION = "Agama"
    MARITAL = "Status Perkawinan"
    WORK = "Pekerjaan"
    CITIZENSHIP = "Kewarganegaraan"
    VALID = "Berlaku Hingga"


@dataclass(frozen=True, slots=True)
class Cut:
    """A label, and what follows it on the same line, which begins at letter `at` of the line."""

    label: CardLabel
    rest: str = field(repr=False)
    at: int


_LIKE = str.maketrans("0O1I5S8B|!Q", "OOIISSBBIIO") | {ord("L"): "I"}
_SHORT = 4
"""Letters up to which a label is taken only if each of them is right."""
_SLIPS = 0.25
"""The share of a longer label's letters that may be misread."""
_EDGES = " :;.,·-=_'\"*："
_INNER = re.compile(r"g[o0][lI1i]\W{0,2}\s?d[a@]r[a@]h", re.IGNORECASE)


def fold(text: str) -> str:
    """Letters alone, in capitals, with those that machines take for each other made one."""
    return "".join(sign for sign in text.upper().translate(_LIKE) if sign.isalpha() and sign.isascii())


_FOLDED = {label: fold(label.value) for label in CardLabel}


def distance(first: str, second: str) -> int:
    """How many letters have to be changed, added or taken away to make one text of the other (Levenshtein)."""
    before = list(range(len(second) + 1))
    for row, one in enumerate(first, start=1):
        now = [row]
        for column, other in enumerate(second, start=1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (one != other)))
        before = now
    return before[-1]


def cut_label(text: str, among: Collection[CardLabel] = tuple(CardLabel)) -> Cut | None:
    """The label that a line begins with, and the rest; None where it begins with none of them."""
    found: list[tuple[float, int, int, CardLabel]] = []
    for label in among:
        wanted = _FOLDED[label]
        allowed = 0 if len(wanted) <= _SHORT else int(len(wanted) * _SLIPS)
        for at in _ends(text, len(wanted)):
            slips = distance(fold(text[:at]), wanted)
            if slips <= allowed and not (label is CardLabel.NIK and text[at : at + 1].isalpha()):
                found.append((slips / len(wanted), -len(wanted), at, label))
    if not found:
        return None
    _, _, at, label = min(found)
    return Cut(label, text[at:].strip(_EDGES), at)


def cut_inner(text: str) -> str:
    """What stands before the blood group, which shares its line with the sex."""
    return _INNER.split(text, maxsplit=1)[0].strip(_EDGES)


def _ends(text: str, letters: int) -> list[int]:
    """Where a label of so many letters can end: a letter or two more or less, never inside a word that goes on.

    A colon ends it; so does a space; where the machine left both out, the number of letters alone does.
    """
    ends, seen = [], 0
    for at, sign in enumerate(text, start=1):
        seen += bool(fold(sign))
        if abs(seen - letters) <= max(1, letters // 6) and (
            at == len(text) or not fold(text[at]) or seen == letters
        ):
            ends.append(at)
        if seen > letters + max(1, letters // 6):
            break
    return ends
