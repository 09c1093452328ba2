"""Writes down what screens say of money, in their own words, for whoever compares it with the journal."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Callable
from pathlib import Path

COLUMNS = ("what", "of", "where", "rupiah", "reached")
_AMOUNT = re.compile(r"([+\-−]?)Rp(\d{1,3}(?:\.\d{3})*)")


class NoAmount(Exception):
    """The words on screen name no rupiah, or several where one was expected."""


def amounts(said: str) -> tuple[int, ...]:
    """Every rupiah that words name, with its sign: `+Rp16.800`."""
    found = _AMOUNT.finditer(said)
    return tuple(int(each[2].replace(".", "")) * (-1 if each[1] in ("-", "−") else 1) for each in found)


class Witness:
    """Each reading is a line of `file`: what it is, of which receipt or day, on which screen, how many rupiah.

    `reached` tells how far the store had come: what the journal said at that moment can be computed again.
    """

    def __init__(self, file: Path, reached: Callable[[], int]) -> None:
        self._file = file
        self._reached = reached

    def hear(self, what: str, where: str, said: str, of: str = "") -> int:
        """Note the one amount that `said` names. Raises NoAmount."""
        found = amounts(said)
        if len(found) != 1:
            raise NoAmount(f"{what} on {where}")
        self.note(what, where, found[0], of)
        return found[0]

    def note(self, what: str, where: str, rupiah: int, of: str = "") -> None:
        """Note an amount in rupiah, durably."""
        fresh = not self._file.exists()
        with self._file.open("a", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            if fresh:
                writer.writerow(COLUMNS)
            writer.writerow((what, of, where, rupiah, self._reached()))
            file.flush()
            os.fsync(file.fileno())
