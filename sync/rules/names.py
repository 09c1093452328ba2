"""Keys that make the same name, differently typed, equal."""

import unicodedata


def name_key(name: str) -> str:
    """The letters of a name in lower case, nothing else: `Ma'rifah N` is `marifahn`; accents are left out."""
    decomposed = unicodedata.normalize("NFKD", name).lower()
    return "".join(character for character in decomposed if character.isalpha())
