"""Mobile numbers of Indonesia in one form."""

import re

_NATIONAL = re.compile(r"08[0-9]{8,11}")


def normal_phone(text: str) -> str | None:
    """The number as `08…` with 10 to 13 digits, read from `08…` or `+628…`; None for all else.

    Spaces, dots, dashes and brackets are left out.
    """
    digits = re.sub(r"[\s().\-]", "", text)
    if digits.startswith("+62"):
        digits = "0" + digits[3:]
    return digits if _NATIONAL.fullmatch(digits) else None
