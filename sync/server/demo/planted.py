"""What was planted in a demo, as it is kept beside the demo's database: `planted.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

from sync.server.demo.cash import Moved, by_day
from sync.server.domain.checks.finding import Check

NOTE = "planted.json"


@dataclass(frozen=True, slots=True)
class Planted:
    """One case of fraud: the check that must find it, the agent, the local date, and the entries it is made of.

    Without entries it is found by agent and date alone. `rupiah` of receipts that the laptop wrote and never sent.
    """

    check: Check
    agent: str
    on: date
    entries: tuple[str, ...] = ()
    rupiah: int = 0


@dataclass(slots=True)
class Note:
    """A demo: its days, the cases, and what each laptop reckons to be in hand at the end of each day, rupiah."""

    seed: int
    first: date
    last: date
    cases: list[Planted] = field(default_factory=list)
    books: dict[str, dict[str, int]] = field(default_factory=dict)

    def keep_books(self, agent: str, moved: list[Moved], days: list[date]) -> None:
        """Keep what a laptop reckons."""
        self.books[agent] = {on.isoformat(): rupiah for on, rupiah in by_day(moved, days).items()}

    def write(self, folder: Path) -> None:
        """Keep the note beside the demo."""
        content = asdict(self)
        text = json.dumps(content, default=_written, indent=1)
        (folder / NOTE).write_text(text, encoding="utf-8")


def read_note(folder: Path) -> Note | None:
    """The note of a demo; None where a folder holds none."""
    try:
        content: Mapping[str, object] = json.loads((folder / NOTE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    cases = content["cases"]
    assert isinstance(cases, list)
    return Note(
        seed=int(str(content["seed"])),
        first=date.fromisoformat(str(content["first"])),
        last=date.fromisoformat(str(content["last"])),
        cases=[
            Planted(
                Check(one["check"]),
                one["agent"],
                date.fromisoformat(one["on"]),
                tuple(one["entries"]),
                one["rupiah"],
            )
            for one in cases
        ],
        books=dict(content["books"]),  # type: ignore[call-overload]
    )


def _written(value: object) -> str:
    assert isinstance(value, date)
    return value.isoformat()
