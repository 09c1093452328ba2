"""Whole rupiah: the only unit of money, and how Indonesian screens and paper write it."""

from typing import NewType

Rupiah = NewType("Rupiah", int)
"""An amount in whole rupiah."""


def format_number(number: int) -> str:
    """A whole number with dots for thousands: `16.800`."""
    return f"{number:,}".replace(",", ".")


def format_rupiah(amount: int) -> str:
    """An amount as written in Indonesia: `Rp16.800`, negative `-Rp16.800`."""
    sign = "-" if amount < 0 else ""
    return f"{sign}Rp{format_number(abs(amount))}"
