"""One key and what it does, as the reference of keys tells it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyUse:
    """One key and what it does; `own` where a field or list answers to it by itself, without a shortcut."""

    key: str
    words: str
    own: bool = False
