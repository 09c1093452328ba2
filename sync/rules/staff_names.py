"""The names of people who work for a branch, and the logins with which they sign in at its server."""

import re
import unicodedata

_LETTERS = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_SIGNS = rf"{_LETTERS}0-9.,'\u2019()/&-"
STAFF_NAME_PATTERN = rf"^[{_LETTERS}][{_SIGNS}]*( [{_SIGNS}]+)*$"
"""The name of somebody who works for a branch: words of Latin letters, with one space between them.

Nothing in it is unseen, and no letter of another script stands for one that looks like it: whoever reads in a history who
decided, reads that person's name and no other's.
"""
LONGEST_LOGIN = 60
LOGIN_PATTERN = rf"^[A-Za-z0-9._-]{{3,{LONGEST_LOGIN}}}$"
"""The name with which somebody signs in at a branch's server; capitals make no other one."""
_LOOKS = str.maketrans("01i", "oll")


def neat_name(typed: str) -> str:
    """A name as it is kept: one sign for a letter with its mark, one space between words, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", typed).split())


def is_staff_name(name: str) -> bool:
    """Whether a name can be that of somebody who works for a branch."""
    return re.fullmatch(STAFF_NAME_PATTERN, name) is not None


def is_login(text: str) -> bool:
    """Whether somebody can sign in by a name."""
    return re.fullmatch(LOGIN_PATTERN, text) is not None


def login_for(name: str) -> str:
    """A login that a name suggests: `Ratna Dewi` becomes `ratna.dewi`; empty where it has too little of it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    login = ".".join(re.findall(r"[a-z0-9]+", plain))[:LONGEST_LOGIN].strip(".")
    return login if is_login(login) else ""


def look_alike(one: str, other: str) -> bool:
    """Whether two names look the same on a screen: marks, capitals, dots and spaces aside, 0 as o, 1 and i as l."""
    return _look(one) == _look(other)


def _look(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in plain if sign.isalnum()).translate(_LOOKS)
