"""The words by which a worker is found, as the index keeps them and as a search is asked for them."""

import re
import unicodedata
from collections.abc import Sequence

from sync.rules.phones import normal_phone

_APART = re.compile(r"[^0-9a-z]+")
_NUMBER = re.compile(r"[0-9+][0-9 .()\-]*")
TAIL = 4


def words_of(text: str) -> tuple[str, ...]:
    """Lower-case words without accents; an apostrophe joins: `Ma'rifah` is found as `marifah`."""
    plain = unicodedata.normalize("NFKD", text).lower()
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign) and sign not in "'’‘`ʼ")
    return tuple(word for word in _APART.split(letters) if word)


def index_words(name: str, village_name: str, nik: str) -> str:
    """What the index keeps beside NIK and phone: name, village and the last four digits of the NIK."""
    return " ".join((*words_of(name), *words_of(village_name), *([nik[-TAIL:]] if nik else [])))


def prefixes(text: str) -> tuple[str, ...]:
    """What has been typed so far as beginnings of words, all of which must be found.

    A text of digits alone is one number, however it is grouped: a NIK, or a phone in any spelling.
    Empty where nothing can be searched for.
    """
    typed = text.strip()
    if _NUMBER.fullmatch(typed) is None:
        return words_of(typed)
    digits = re.sub(r"[^0-9]", "", typed)
    if typed.startswith("+62") and digits.startswith("62"):
        digits = "0" + digits[2:]
    return (normal_phone(digits) or digits,) if digits else ()


def match_query(wanted: Sequence[str]) -> str:
    """The FTS5 query for some prefixes: every word a prefix, all of them needed."""
    return " ".join(f'"{word}" *' for word in wanted)
