"""Numbers that are copied from papers of others: KPJ and kode iuran, each in one form."""

import re

_MARKS = re.compile(r"[\s.\-]")


def _digits(text: str, shortest: int, longest: int) -> str | None:
    digits = _MARKS.sub("", text)
    return digits if re.fullmatch(rf"[0-9]{{{shortest},{longest}}}", digits) else None


def normal_kpj(text: str) -> str | None:
    """A participant number (KPJ), 11 digits, issued by the agency alone; None for all else."""
    return _digits(text, 11, 11)


def practice_kpj(kpj: str) -> bool:
    """Whether a KPJ belongs to practice: those begin with `000`."""
    return kpj.startswith("000")


def normal_billing_code(text: str) -> str | None:
    """A billing code (kode iuran), 8 to 20 digits; None for all else."""
    return _digits(text, 8, 20)
