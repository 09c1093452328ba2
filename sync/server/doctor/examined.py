"""What an examination says of one thing: a light, what was seen, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Light(StrEnum):
    """How loud it has to be said."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that was looked at; `advice` is empty where nothing has to be done."""

    name: str
    light: Light
    seen: str
    advice: str = ""

    def line(self) -> str:
        """The light first, so that a column of them can be read down."""
        told = f"{self.light.value:<5}  {self.name}: {self.seen}"
        return f"{told}. {self.advice}" if self.advice else told


def green(name: str, seen: str) -> Examined:
    """As it should be."""
    return Examined(name, Light.GREEN, seen)


def amber(name: str, seen: str, advice: str) -> Examined:
    """To be looked after soon."""
    return Examined(name, Light.AMBER, seen, advice)


def red(name: str, seen: str, advice: str) -> Examined:
    """To be looked after today."""
    return Examined(name, Light.RED, seen, advice)
