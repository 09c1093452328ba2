"""What makes a password of this laptop, or of an account at the branch: long enough, and none of those that everybody tries first."""

from enum import StrEnum
from itertools import pairwise

LEAST_SIGNS = 8
ACCOUNT_LEAST_SIGNS = 10
"""What the branch's server asks for (sync/protocol/sessions.py)."""
_STRONG_SIGNS = 16
_GOOD_SIGNS = 12
_FEW = 4
"""A password of no more different signs than these is a pattern."""

_LEET = str.maketrans("013457@$!", "oieastasi")
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "qazwsxedcrfvtgbyhnujmikolp",
    "01234567890123456789",
)
_COMMON = frozenset(
    [
        "password",
        "passwort",
        "passw0rd",
        "letmein",
        "welcome",
        "admin",
        "administrator",
        "login",
        "master",
        "secret",
        "iloveyou",
        "monkey",
        "dragon",
        "football",
        "princess",
        "sunshine",
        "superman",
        "batman",
        "trustno",
        "changeme",
        "default",
        "qwerty",
        "asdf",
        "rahasia",
        "katasandi",
        "sandi",
        "sayang",
        "sayangku",
        "sayangkamu",
        "akucintakamu",
        "cintaku",
        "cinta",
        "bismillah",
        "alhamdulillah",
        "allahuakbar",
        "insyaallah",
        "assalamualaikum",
        "indonesia",
        "indonesiaraya",
        "jakarta",
        "bandung",
        "surabaya",
        "merdeka",
        "garuda",
        "pancasila",
        "persija",
        "persib",
        "arema",
        "doraemon",
        "naruto",
        "anakku",
        "mamaku",
        "ibuku",
        "keluarga",
        "bahagia",
        "selamatpagi",
        "terimakasih",
        "perisai",
        "agenperisai",
        "bpjs",
        "bpjsketenagakerjaan",
        "ketenagakerjaan",
        "jamsostek",
        "kartuperisai",
        "laptop",
        "komputer",
        "cabang",
        "penyelia",
        "agen",
    ]
)


class Strength(StrEnum):
    """How long a password holds; the first three are refused."""

    SHORT = "short"
    COMMON = "common"
    DIGITS = "digits"
    FAIR = "fair"
    GOOD = "good"
    STRONG = "strong"

    @property
    def accepted(self) -> bool:
        """Whether the laptop takes it."""
        return self in (Strength.FAIR, Strength.GOOD, Strength.STRONG)


def strength(password: str, least: int = LEAST_SIGNS) -> Strength:
    """Judge a password that needs `least` signs; nothing of it is kept.

    COMMON is a word of the list (digits and signs around it, and letters written as digits, are seen through),
    a run of the keyboard or the alphabet, or a pattern of few signs. DIGITS are digits alone: a birth date, a
    phone number.
    """
    if len(password) < least:
        return Strength.SHORT
    if _patterned(password) or _known(password):
        return Strength.COMMON
    if all(sign.isdigit() or not sign.isalnum() for sign in password):
        return Strength.DIGITS
    words = len(password.split())
    if len(password) >= _STRONG_SIGNS or (len(password) >= _GOOD_SIGNS and words > 2):
        return Strength.STRONG
    return Strength.GOOD if len(password) >= _GOOD_SIGNS else Strength.FAIR


def _patterned(password: str) -> bool:
    bare = [sign for sign in password.casefold() if not sign.isspace()]
    if len(set(bare)) <= _FEW:
        return True
    steps = sum(_neighbours(one, other) for one, other in pairwise(bare))
    return steps >= len(bare) - 2


def _neighbours(one: str, other: str) -> bool:
    return any(one + other in row or other + one in row for row in _ROWS)


def _known(password: str) -> bool:
    folded = "".join(password.casefold().split())
    for plain in (folded, folded.translate(_LEET), folded.rstrip("0123456789").translate(_LEET)):
        letters = "".join(sign for sign in plain if sign.isalpha())
        half = letters[: len(letters) // 2]
        if letters in _COMMON or (half in _COMMON and letters == 2 * half):
            return True
    return False
