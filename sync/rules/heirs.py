"""The heirs on the form: one text that a person can read, `Siti Aminah | istri | 28-02-1990 | 50; Adi | anak`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sync.rules.dates import parse_date

MOST_HEIRS = 20
WHOLE = 100
"""Shares are hundredths of the whole."""
_BETWEEN_HEIRS = ";"
_BETWEEN_PARTS = "|"
_PARTS = 4


@dataclass(frozen=True, slots=True)
class HeirLine:
    """One heir as typed; `share` is in hundredths. Birth date and share may be empty."""

    name: str = field(default="", repr=False)
    relation: str = ""
    birth_date: str = field(default="", repr=False)
    share: str = ""

    @property
    def parts(self) -> tuple[str, str, str, str]:
        """The four parts in the order of the text."""
        return self.name, self.relation, self.birth_date, self.share

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not any(part.strip() for part in self.parts)

    @property
    def born(self) -> date | None:
        """The birth date, None where there is none that can be read."""
        return parse_date(self.birth_date)

    @property
    def hundredths(self) -> int | None:
        """The share, None where there is none from 1 to 100."""
        digits = self.share.replace("%", "").strip()
        known = digits.isascii() and digits.isdigit() and len(digits) <= len(str(WHOLE))
        return int(digits) if known and 1 <= int(digits) <= WHOLE else None


def read_heirs(text: str) -> tuple[HeirLine, ...]:
    """The heirs of a text in their order; parts beyond the fourth are left out."""
    found: list[HeirLine] = []
    for line in text.split(_BETWEEN_HEIRS):
        parts = [part.strip() for part in line.split(_BETWEEN_PARTS)][:_PARTS]
        heir = HeirLine(*parts)
        if not heir.empty:
            found.append(heir)
    return tuple(found)


def write_heirs(heirs: Iterable[HeirLine]) -> str:
    """The text of some heirs: signs that part it are spaces inside a part, and parts that end it empty are left out."""
    lines: list[str] = []
    for heir in heirs:
        parts = [_plain(part) for part in heir.parts]
        while parts and not parts[-1]:
            parts.pop()
        if parts:
            lines.append(" ".join(f" {_BETWEEN_PARTS} ".join(parts).split()))
    return f"{_BETWEEN_HEIRS} ".join(lines)


def _plain(part: str) -> str:
    return " ".join(part.replace(_BETWEEN_HEIRS, " ").replace(_BETWEEN_PARTS, " ").split())
