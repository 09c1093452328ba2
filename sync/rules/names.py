"""Keys that make the same name, differently typed, equal."""

import re
import unicodedata


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
