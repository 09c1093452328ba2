"""The NIK: what sixteen digits say of birth date, sex and region of first registration, and what is wrong with them.

`PPKKCC` region, `DDMMYY` birth date with the day + 40 for women, serial from `0001`. There is no check
digit, and the number stays for life (UU 23/2006 and UU 24/2013 on population administration).
"""

import re
from dataclasses import dataclass, field
from datetime import date

from sync.rules.dates import birthday_reached, possible_date
from sync.rules.programmes import Sex
from sync.rules.reactions import Reaction

NIK_LENGTH = 16
YOUNGEST = 15
OLDEST = 100
_FEMALE_OFFSET = 40
_MARKS = re.compile(r"[\s.\-\u2010-\u2015]")


@dataclass(frozen=True, slots=True)
class NikReading:
    """What was read: `digits` where there are 16, `birth_date` in the century that makes the age 15 to 100.

    `regency` (`35.14`) and `district` (`35.14.06`) are of the first registration: a suggestion, people move.
    """

    typed: str = field(repr=False)
    digits: str | None = field(repr=False)
    findings: tuple[Reaction, ...] = ()
    birth_date: date | None = field(default=None, repr=False)
    sex: Sex | None = None
    regency: str | None = None
    district: str | None = None

    @property
    def valid(self) -> bool:
        """Whether there are 16 digits without an error."""
        return self.digits is not None and all(found is Reaction.SPACES_AND_DOTS for found in self.findings)

    def born_on_possible(self, born: date) -> bool:
        """Whether a birth date agrees with the digits: day, month and year, or the year's last two digits alone
        where no century fits. True where there are no readable digits to compare."""
        if self.digits is None or self.sex is None:
            return True
        if self.birth_date is not None:
            return born == self.birth_date
        day = int(self.digits[6:8]) - (_FEMALE_OFFSET if self.sex is Sex.P else 0)
        return (born.day, born.month, born.year % 100) == (
            day,
            int(self.digits[8:10]),
            int(self.digits[10:12]),
        )


def strip_nik(text: str) -> str:
    """The text without spaces, dots and dashes."""
    return _MARKS.sub("", text)


def _birth(digits: str, on: date) -> tuple[bool, date | None, Sex | None]:
    """Whether the date exists in either century, the one that makes the age 15 to 100, and the sex."""
    day, month, year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12])
    sex = Sex.P if day > _FEMALE_OFFSET else Sex.L
    if sex is Sex.P:
        day -= _FEMALE_OFFSET
    this_century = on.year - on.year % 100
    candidates = [possible_date(century + year, month, day) for century in (this_century, this_century - 100)]
    existing = [born for born in candidates if born is not None]
    if not existing:
        return False, None, None
    fitting = (
        b for b in existing if birthday_reached(b, YOUNGEST, on) and not birthday_reached(b, OLDEST + 1, on)
    )
    return True, next(fitting, None), sex


def read_nik(text: str, on: date) -> NikReading:
    """Read a NIK as typed, on a local date; findings in order of precedence, the region's not among them."""
    stripped = strip_nik(text)
    noted = (Reaction.SPACES_AND_DOTS,) if stripped != text else ()
    errors: list[Reaction] = []
    plain = stripped.isascii() and stripped.isdigit()
    if stripped and not plain:
        errors.append(Reaction.NIK_NOT_DIGITS)
    if len(stripped) != NIK_LENGTH:
        errors.append(Reaction.NIK_LENGTH)
    if errors:
        return NikReading(text, None, (*errors, *noted))
    if len(set(stripped)) == 1:
        errors.append(Reaction.NIK_ALL_EQUAL)
    exists, born, sex = _birth(stripped, on)
    if not exists:
        errors.append(Reaction.NIK_IMPOSSIBLE_DATE)
    if stripped.endswith("0000"):
        errors.append(Reaction.NIK_SERIAL_ZERO)
    return NikReading(
        typed=text,
        digits=stripped,
        findings=(*errors, *noted),
        birth_date=born,
        sex=sex,
        regency=f"{stripped[:2]}.{stripped[2:4]}",
        district=f"{stripped[:2]}.{stripped[2:4]}.{stripped[4:6]}",
    )


def format_nik(digits: str) -> str:
    """A NIK in groups of six, six and four: `320208 140890 0004`."""
    return f"{digits[:6]} {digits[6:12]} {digits[12:]}"


def mask_nik(digits: str) -> str:
    """A NIK of which only the last four digits are shown: `•••••• •••••• 0004`."""
    return f"•••••• •••••• {digits[12:]}"
