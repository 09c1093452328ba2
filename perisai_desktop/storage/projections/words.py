"""The words by which a worker is found, as the index keeps them and as a search is asked for them."""

import re
import unicodedata

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


def match_query(text: str) -> str | None:
    """The FTS5 query for what has been typed so far: every word a prefix, all of them needed.

    A text of digits alone is one number, however it is grouped: a NIK, or a phone in any spelling.
    None where nothing can be searched for.
    """
    typed = text.strip()
    if _NUMBER.fullmatch(typed):
        digits = re.sub(r"[^0-9]", "", typed)
        if typed.startswith("+62") and digits.startswith("62"):
            digits = "0" + digits[2:]
        return f'"{normal_phone(digits) or digits}" *' if digits else None
    words = words_of(typed)
    return " ".join(f'"{word}" *' for word in words) if words else None
