"""Crockford's base 32: digits and capital letters without I, L, O and U, forgiving when typed."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None})


def encode(number: int, length: int) -> str:
    """A non-negative number in exactly so many characters. Raises ValueError where it does not fit."""
    if number < 0 or number >> (5 * length):
        raise ValueError("number_does_not_fit")
    return "".join(ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(length)))


def decode(text: str) -> int:
    """The number that normalised characters stand for. Raises ValueError for a character outside the alphabet."""
    number = 0
    for character in normalise(text):
        number = number * 32 + ALPHABET.index(character)
    return number


def normalise(text: str) -> str:
    """What was meant: capitals, I and L as 1, O as 0, no dashes or spaces. Raises ValueError for other characters."""
    meant = text.upper().translate(_READ_AS)
    if any(character not in ALPHABET for character in meant):
        raise ValueError("not_crockford")
    return meant
