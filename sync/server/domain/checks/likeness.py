"""Whether two Indonesian names may be one: spelling of the old and the new kind, short forms, titles, initials."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from difflib import SequenceMatcher

_TITLES = frozenset(
    {
        "alm",
        "almh",
        "bin",
        "binti",
        "bpk",
        "dr",
        "dra",
        "drs",
        "h",
        "haji",
        "hajah",
        "hj",
        "ibu",
        "ir",
        "ny",
        "tn",
    }
)
_SHORT = {
    **dict.fromkeys(
        ("m", "md", "mhd", "moch", "mochamad", "mochammad", "moh", "mohamad", "mohammad", "mohammed"),
        "muhamad",
    ),
    **dict.fromkeys(("muchamad", "muchammad", "muh", "muhamad", "muhammad"), "muhamad"),
    **dict.fromkeys(("st", "sitti"), "siti"),
    **dict.fromkeys(("abd", "abdoel"), "abdul"),
}
_SPELLINGS = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "s"), ("sy", "s"), ("sh", "s"), ("nj", "ny"), ("dz", "z"),
    ("dh", "d"), ("th", "t"), ("kh", "h"), ("ch", "h"), ("ph", "f"), ("ae", "ai"), ("q", "k"), ("v", "f"), ("z", "j"),
)  # fmt: skip
"""What sounds alike and is written both ways: Soekarno and Sukarno, Zaenal and Jainal, Syarif and Sarif."""
_CLOSE = 0.8
"""Two words are one, mistyped, from this share of common letters on."""
_LONG = 4
"""Shorter words are too much alike by chance."""


def likeness_of(name: str) -> str:
    """The words of a name as they sound, without titles, separated by blanks; empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", name).lower()
    words = re.findall(r"[a-z]+", re.sub(r"['`\u2018\u2019\u02bc\u0300-\u036f]", "", plain))
    kept = [word for word in words if word not in _TITLES] or words
    return " ".join(_sound(word) for word in kept)


def skeleton_of(likeness: str) -> str:
    """The first three consonants of the first word: names that are compared at all share it."""
    first = likeness.split(" ", 1)[0]
    return (first[:1] + re.sub(r"[aeiouy]", "", first[1:]))[:3]


def names_alike(one: str, other: str) -> bool:
    """Whether two names, as `likeness_of` spells them, may be of one person: every word of the shorter is in the longer."""
    shorter, longer = sorted((one.split(), other.split()), key=len)
    if not shorter or (len(shorter) == 1 and len(longer) > 1):
        return False
    left = list(longer)
    for word in shorter:
        found = next((known for known in left if _words_alike(word, known)), None)
        if found is None:
            return False
        left.remove(found)
    return any(len(word) > 1 for word in shorter)


def dates_close(one: date, other: date) -> bool:
    """Whether two birth dates may be one, mistyped: two of day, month and year agree, or day and month changed places."""
    agreeing = sum((one.day == other.day, one.month == other.month, one.year == other.year))
    swapped = (one.day, one.month, one.year) == (other.month, other.day, other.year)
    return agreeing >= 2 or swapped


def _sound(word: str) -> str:
    word = _SHORT.get(word, word)
    for written, sounds in _SPELLINGS:
        word = word.replace(written, sounds)
    word = re.sub(r"y$", "i", word)
    return re.sub(r"(?<=.)(.)\1+|(.)\2+(?=.)", r"\1\2", word)


def _words_alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return min(len(one), len(other)) >= _LONG and _close(one, other)


def _close(one: str, other: str) -> bool:
    """Whether two words share enough letters; the quick ratios are never below the true one, and spare it mostly."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return all(ratio() >= _CLOSE for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio))
