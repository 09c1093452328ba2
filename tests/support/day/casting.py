"""Makes the people of a day out of the market's roster: who was enrolled in earlier months and who is new today."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from tests.support.kelompok_lists import person, write_csv, write_workbook
from tests.support.rosters import Row, market_rows, write_roster

DAY = "2026-11-22"
STREETS = 4
"""Villages among which the people of earlier months live."""
EMPLOYED, SPONSORED = 101, 201
"""Where the numbers of people of the lists begin; a family's begin at 1."""
EMPLOYER = "UD Maju Bersama"
FIRST_LINE = 2
"""The line of a list that names its first person: heads stand on the one before."""
FAULTS: tuple[dict[str, str], ...] = (
    {"nik": "320208140890"},
    {"income": "900000"},
    {"birth_date": "31-02-1990"},
    {"name": ""},
    {"phone": "0812"},
    {"occupation": "Astronaut"},
)
"""What can be wrong with a line of a list."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How many people of what kind: `past` by day, enrolled then for one month; then the day's own numbers."""

    past: Mapping[str, int]
    renewals: int
    enrolments: int
    corrections: int
    family: int
    enterprise: int
    sponsor: int
    bad: int
    mended: int


FULL = Scale(
    {"2026-09-14": 22, "2026-10-12": 22},
    renewals=40,
    enrolments=12,
    corrections=2,
    family=5,
    enterprise=20,
    sponsor=200,
    bad=15,
    mended=3,
)
SMALL = Scale(
    {"2026-09-14": 6},
    renewals=4,
    enrolments=2,
    corrections=1,
    family=2,
    enterprise=3,
    sponsor=6,
    bad=2,
    mended=1,
)
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
    _photo(folder / "slip.png", "BUKTI SETORAN", "Kode iuran 261122000012345", "22-11-2026", "LATIHAN")
    _photo(folder / "page.png", "DAFTAR PESERTA", "ditandatangani semua orang", "LATIHAN")
    told = {
        "past": past,
        "renewals": scale.renewals,
        "corrections": scale.corrections,
        "opening_float": 200_000,
        "short": 5_000,
        "missing": 500,
        "family": _family(scale.family),
        "lists": [_sponsor(folder, scale), _enterprise(folder, scale)],
        "pays_on": EMPLOYER,
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


def _family(size: int) -> dict[str, object]:
    """Brothers and sisters in one house; what the grid asks of each is typed."""
    people = [person(number) for number in range(1, size + 1)]
    shared = {name: people[0][name] for name in ("occupation", "village", "street")}
    return {"shared": shared, "people": people}


def _sponsor(folder: Path, scale: Scale) -> dict[str, object]:
    """A sponsor's list as a workbook, its bad lines spread over it, the first of them to be mended by a phone number."""
    people = [person(number) for number in range(SPONSORED, SPONSORED + scale.sponsor)]
    step = scale.sponsor // scale.bad
    mended = {}
    for place in range(scale.bad):
        at = place * step
        if place < scale.mended:
            mended[at + FIRST_LINE] = ("phone", people[at]["phone"])
            people[at] = {**people[at], "phone": "0812"}
        else:
            people[at] = {**people[at], **FAULTS[place % len(FAULTS)]}
    write_workbook(folder / "sponsor.xlsx", people)
    return {"kind": "sponsor", "payer": "PT Contoh Peduli", "file": "sponsor.xlsx", "mended": mended}


def _enterprise(folder: Path, scale: Scale) -> dict[str, object]:
    """An enterprise's workers as a text file."""
    people = [person(number) for number in range(EMPLOYED, EMPLOYED + scale.enterprise)]
    write_csv(folder / "enterprise.csv", people)
    return {"kind": "enterprise", "payer": EMPLOYER, "file": "enterprise.csv", "mended": {}}


def _photo(path: Path, *lines: str) -> None:
    """A photo of a paper with some lines on it."""
    picture = Image.new("RGB", (900, 520), "white")
    pen = ImageDraw.Draw(picture)
    for place, line in enumerate(lines):
        pen.text((60, 60 + place * 90), line, fill="black", font_size=48)
    picture.save(path)
