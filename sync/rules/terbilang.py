"""Amounts in Indonesian words, as receipts must carry them beside the figures."""

_UNITS = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"))
_LIMIT = 10**15


def _words(number: int) -> list[str]:
    """The words of a number of at least 1, below 10**15."""
    for scale, name in _SCALES:
        if number >= scale:
            count, rest = divmod(number, scale)
            head = ["seribu"] if scale == 1000 and count == 1 else [*_words(count), name]
            return head + (_words(rest) if rest else [])
    if number >= 100:
        count, rest = divmod(number, 100)
        head = ["seratus"] if count == 1 else [_UNITS[count], "ratus"]
        return head + (_words(rest) if rest else [])
    if number >= 20:
        count, rest = divmod(number, 10)
        return [_UNITS[count], "puluh", *(_words(rest) if rest else [])]
    return [_UNITS[number - 10], "belas"] if number >= 12 else [_UNITS[number]]


def number_words(number: int) -> str:
    """A whole number in words: 1,000 is `seribu`, 11 `sebelas`. Raises ValueError outside 0 to 10**15 - 1."""
    if not 0 <= number < _LIMIT:
        raise ValueError("terbilang_out_of_range")
    return " ".join(_words(number)) if number else _UNITS[0]


def terbilang(amount: int) -> str:
    """An amount of rupiah in words: `enam belas ribu delapan ratus rupiah`."""
    return f"{number_words(amount)} rupiah"
