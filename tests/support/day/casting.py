"""Makes the people of a day out of the market's roster: who was enrolled in earlier months and who is new today."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from tests.support.rosters import Row, market_rows, write_roster

DAY = "2026-11-22"
STREETS = 4
"""Villages among which the people of earlier months live."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How many people of what kind: `past` by day, enrolled then for one month; then the day's own numbers."""

    past: Mapping[str, int]
    renewals: int
    enrolments: int
    corrections: int


FULL = Scale({"2026-09-14": 22, "2026-10-12": 22}, renewals=40, enrolments=12, corrections=2)
SMALL = Scale({"2026-09-14": 6}, renewals=4, enrolments=2, corrections=1)
SCALES = {"full": FULL, "small": SMALL}


def cast(folder: Path, scale: Scale) -> Path:
    """Write the day's files into `folder`, unless they are there; plan.json comes last."""
    plan = folder / "plan.json"
    if plan.exists():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    rows = [row for row in market_rows() if row["reaksi"] == "diterima"]
    villages = [row["kode_wilayah"] for row in rows[:STREETS]]
    past = []
    people = iter(rows)
    today = [next(people) for _ in range(scale.enrolments)]
    for on, count in scale.past.items():
        name = f"past-{on}.csv"
        took = [_earlier(next(people), on, villages[place % STREETS]) for place in range(count)]
        write_roster(folder / name, took)
        past.append(name)
    write_roster(folder / "enrolments.csv", today)
    _slip(folder / "slip.png")
    told = {
        "past": past,
        "renewals": scale.renewals,
        "corrections": scale.corrections,
        "opening_float": 200_000,
        "short": 5_000,
        "missing": 500,
    }
    plan.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return folder


def past_days(folder: Path) -> list[tuple[str, Path]]:
    """The earlier days of a cast, the oldest first, with their people."""
    names = json.loads((folder / "plan.json").read_bytes())["past"]
    return [(name.removeprefix("past-").removesuffix(".csv"), folder / name) for name in names]


def _earlier(row: Row, on: str, village: str) -> Row:
    """Somebody of the roster as enrolled on an earlier day, for the month of it."""
    changed = {"bulan_mulai": on[:7], "jumlah_bulan": "1", "kode_wilayah": village, "jumlah": ""}
    return {**row, **changed}


def _slip(path: Path) -> None:
    """The photo of a bank's slip."""
    picture = Image.new("RGB", (900, 520), "white")
    pen = ImageDraw.Draw(picture)
    for place, line in enumerate(("BUKTI SETORAN", "Kode iuran 261122000012345", "22-11-2026", "LATIHAN")):
        pen.text((60, 60 + place * 90), line, fill="black", font_size=48)
    picture.save(path)
