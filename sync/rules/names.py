"""Keys that make the same name, differently typed, equal."""

import re
import unicodedata

_LETTERS = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_SIGNS = rf"{_LETTERS}0-9.,'\u2019()/&-"
STAFF_NAME_PATTERN = rf"^[{_LETTERS}][{_SIGNS}]*( [{_SIGNS}]+)*$"
"""The name of somebody who works for a branch: words of Latin letters, with one space between them.

Nothing in it is unseen, and no letter of another script stands for one that looks like it: whoever reads in a history who
decided, reads that person's name and no other's.
"""
_LOOKS = str.maketrans("01i", "oll")


def name_key(name: str) -> str:
    """The letters of a name in lower case, nothing else: `Ma'rifah N` is `marifahn`; accents are left out."""
    decomposed = unicodedata.normalize("NFKD", name).lower()
    return "".join(character for character in decomposed if character.isalpha())


def masked_name(name: str) -> str:
    """The initials of a name, each followed by three dots whatever its length: `S••• A•••`."""
    return " ".join(f"{word[0]}•••" for word in name.split())


def search_words(name: str) -> list[str]:
    """The words of a place's name as they are searched: lower case letters and digits, no accents or apostrophes."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return re.findall(r"[a-z0-9]+", re.sub("['`\u2018\u2019\u02bc\u0300-\u036f]", "", plain))


def seen(text: str) -> str:
    """What a reader sees of a text: without signs that take no room (Unicode category Cf), and stripped.

    Marks of writing direction are among them; in a name they make a line read otherwise than it was typed.
    """
    if text.isascii():
        return text.strip()
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf").strip()


def neat_name(typed: str) -> str:
    """A name as it is kept: one sign for a letter with its mark, one space between words, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", typed).split())


def is_staff_name(name: str) -> bool:
    """Whether a name can be that of somebody who works for a branch."""
    return re.fullmatch(STAFF_NAME_PATTERN, name) is not None


def look_alike(one: str, other: str) -> bool:
    """Whether two names look the same on a screen: marks, capitals, dots and spaces aside, 0 as o, 1 and i as l."""
    return _look(one) == _look(other)


def _look(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in plain if sign.isalnum()).translate(_LOOKS)
