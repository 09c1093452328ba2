"""Readers of cards that say what a test wants: processes like the real one, without a machine in them."""

from __future__ import annotations

import sys
from dataclasses import replace

from perisai_desktop.domain.card_reading import Box, CardReading, ReadField, ReadingEnd, encode_reading
from perisai_desktop.services.card_reader import CardReader
from perisai_desktop.services.desk import AgentDesk

WAITING = (sys.executable, "-S", "-E", "-c", "import threading; threading.Event().wait()")
"""The command of a reader that never comes to an end."""
BOX = Box(0.3, 0.25, 0.6, 0.31)


def reading(*doubtful: str, **values: str) -> CardReading:
    """What was read, `doubtful` fields with half the confidence."""
    return CardReading(
        ReadingEnd.READ,
        {name: ReadField(value, 0.5 if name in doubtful else 0.98, BOX) for name, value in values.items()},
    )


def with_reader(desk: AgentDesk, said: CardReading | None) -> AgentDesk:
    """The desk with a reader that says that of every picture, or without one."""
    reader = CardReader(None if said is None else speaking(said))
    return replace(desk, cards=replace(desk.cards, reader=reader))


def speaking(said: CardReading) -> tuple[str, ...]:
    """The command of a reader that says that of every picture."""
    program = f"import sys; sys.stdin.buffer.read(); print({encode_reading(said)!r})"
    return sys.executable, "-S", "-E", "-c", program
