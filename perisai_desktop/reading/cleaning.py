"""Makes of the writing behind a label what the form takes; an empty text where it can't be made out."""

from __future__ import annotations

import re

from perisai_desktop.reading.card_labels import cut_inner, distance, fold
from sync.rules.dates import format_short_date, possible_date

_AS_DIGITS = str.maketrans(
    {
        **dict.fromkeys("OoQDU", "0"),
        **dict.fromkeys("Il|!i][", "1"),
        **dict.fromkeys("Zz", "2"),
        **dict.fromkeys("Ss", "5"),
        **dict.fromkeys("Gb", "6"),
        "A": "4",
        "B": "8",
        "T": "7",
        "g": "9",
        "q": "9",
    }
)
_AS_LETTERS = str.maketrans("015862|!", "OISBGZII")
_DATE = re.compile(r"(\d{2})\W{0,2}(\d{2})\W{0,2}(\d{4})\D*$")
_NOT_IN_WORDS = re.compile(r"[^\w .,'/()-]|_")
_ROMAN = re.compile(r"(?=[IVX])(X{0,3}(IX|IV|V?I{0,3}))")
_KEPT = {"RT", "RW", "BTN", "DKI", "DI", "PT", "CV", "SH", "SE"}
_STREET_WORDS = {
    "JL": "Jl.",
    "JLN": "Jl.",
    "JALAN": "Jl.",
    "KP": "Kp.",
    "KAMP": "Kp.",
    "KAMPUNG": "Kp.",
    "GG": "Gg.",
    "NO": "No.",
    "DSN": "Dsn.",
    "BLOK": "Blok",
}

_SEXES = {"LAKI-LAKI": "L", "PEREMPUAN": "P"}
_MARITAL = {
    "BELUM KAWIN": "single",
    "KAWIN": "married",
    "KAWIN TERCATAT": "married",
    "KAWIN BELUM TERCATAT": "married",
    "CERAI HIDUP": "divorced",
    "CERAI HIDUP TERCATAT": "divorced",
    "CERAI MATI": "widowed",
}
_SLIPS = 0.25


def as_digits(text: str) -> str:
    """The text with letters that look like figures made figures, and nothing else."""
    return re.sub(r"\D", "", text.translate(_AS_DIGITS))


def clean_nik(text: str) -> str:
    """Sixteen digits, else nothing: a NIK that lacks one is typed faster than it is mended."""
    digits = as_digits(text)
    return digits if len(digits) == 16 else ""


def clean_words(text: str) -> str:
    """A name: letters, with figures among them made letters, each word with a capital."""
    plain = _NOT_IN_WORDS.sub(" ", text.translate(_AS_LETTERS))
    return " ".join(_spelled(word) for word in plain.replace(".", ". ").split()).strip(" .,-/'")


def clean_place(text: str) -> str:
    """The name of a region."""
    return clean_words(text)


def clean_birth(text: str) -> tuple[str, str]:
    """Place of birth, and the date as `14-08-1990`; a day that no calendar has is left out."""
    comma = max(text.rfind(sign) for sign in ",;")
    head, tail = (text[:comma], text[comma + 1 :]) if comma >= 0 else _before_figures(text)
    found = _DATE.search(re.sub(r"[^\d\W]", "", tail.translate(_AS_DIGITS)))
    if found is None:
        return clean_words(head), ""
    day = possible_date(int(found[3]), int(found[2]), int(found[1]))
    return clean_words(head), format_short_date(day) if day is not None else ""


def _before_figures(text: str) -> tuple[str, str]:
    """Splits before the first figure that others follow, where the comma was not read."""
    found = re.search(r"[\d]\S{5,}$|\d{2}\W+\S+\W+\d{4}\W*$", text)
    return (text[: found.start()], text[found.start() :]) if found else (text, "")


def clean_sex(text: str) -> str:
    """`L` or `P`."""
    return _SEXES.get(_nearest(cut_inner(text), _SEXES), "")


def clean_marital(text: str) -> str:
    """The form's word for the marital state."""
    return _MARITAL.get(_nearest(text, _MARITAL), "")


def clean_rt_rw(text: str) -> tuple[str, str]:
    """Neighbourhood and hamlet, three digits each as on the card."""
    digits = as_digits(text)
    return (digits[:3], digits[3:]) if len(digits) == 6 else ("", "")


def clean_street(text: str) -> str:
    """Street or hamlet with its number."""
    plain = _NOT_IN_WORDS.sub(" ", text).replace(".", ". ")
    return " ".join(
        _STREET_WORDS.get(word.upper().strip("."), _spelled(word)) for word in plain.split()
    ).strip(" ,-")


def _nearest(text: str, words: dict[str, str]) -> str:
    """The word on the card's own list that a text is, a slip in four letters forgiven; else nothing."""
    wanted = fold(text)
    ranked = sorted((distance(wanted, fold(word)), word) for word in words)
    slips, word = ranked[0]
    return word if slips <= len(fold(word)) * _SLIPS else ""


def _spelled(word: str) -> str:
    bare = word.strip(".,")
    if bare in _KEPT or _ROMAN.fullmatch(bare) or any(sign.isdigit() for sign in bare):
        return word
    return re.sub(r"[^\W\d_]+('[^\W\d_]+)?", lambda part: part[0][0] + part[0][1:].lower(), word)
