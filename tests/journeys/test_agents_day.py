"""A small whole day at the table and at the branch, driven through the real screens; every sum is the journal's."""

from __future__ import annotations

import io
from collections import Counter
from contextlib import redirect_stdout
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.tour.day.past import Past
from perisai_desktop.tour.day.plan import read_plan
from perisai_desktop.tour.day.running import Day
from perisai_desktop.tour.entering import Entering
from perisai_desktop.tour.pictures import Pictures
from perisai_desktop.tour.roster import RosterRow
from sync.server.services.ledger import ledger_sum
from tests.support.books import read_table
from tests.support.centres import running_centre
from tests.support.day.casting import SMALL, cast, past_days
from tests.support.day.running import compare
from tests.support.programs import practice_at, running_program

DEEDS = {
    "uang kas awal": 1,
    "perpanjangan": SMALL.renewals,
    "pendaftaran": SMALL.enrolments,
    "kelompok": 3,
    "perpanjangan kelompok": 1,
    "permintaan batal": 3,
    "perbaikan": SMALL.corrections,
    "uang dikembalikan": 1,
    "setoran": 1,
    "tutup kas": 1,
}


RECEIPTS = ("perpanjangan", "pendaftaran", "kelompok", "perpanjangan kelompok")


@dataclass(frozen=True)
class Lived:
    """What the day left, whether every sum agreed, and what was said of them."""

    out: Path
    agreed: bool
    told: str


def _leave_draft(desk: AgentDesk, row: RosterRow) -> None:
    """What a day that was killed in the middle of a form leaves behind."""
    draft = desk.drafting.new()
    form = replace(draft.form, nik=row.nik, name=row.name, mother_name=row.mother_name)
    desk.drafting.save(replace(draft, form=form))


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Lived:
    out = tmp_path_factory.mktemp("day")
    plan = read_plan(cast(out / "cast", SMALL))
    ((before, _),) = past_days(out / "cast")
    earlier = date.fromisoformat(before)
    (out / "receipts").mkdir()
    with running_centre(out / "server", earlier) as centre:
        practice = practice_at(centre)
        with running_program(out, practice, today=earlier) as program:
            agent = Entering(program, practice, Pictures(None, program.ready.theme)).agent()
            Past(agent.desk, practice).live(plan.past[0])
            _leave_draft(agent.desk, plan.enrolments.rows[0])
    port = urlsplit(centre.url).port or 0
    with running_centre(out / "server", port=port) as centre, running_program(out, practice) as program:
        Day(program, practice, plan, out, Pictures(None, program.ready.theme)).run()
        assert program.desk is not None
        with redirect_stdout(io.StringIO()) as told:
            agreed = compare(out, program.desk, asdict(ledger_sum(centre.server.store)))
    return Lived(out, agreed, told.getvalue())


def test_every_sum_is_the_journals(lived: Lived) -> None:
    lines = [line.split()[0] for line in lived.told.splitlines() if line.startswith("  ")]
    assert lived.agreed, lived.told
    assert set(lines) == {"ok"}
    for screen in (
        "cash screen, by day",
        "round, expected",
        "void dialog",
        "closing dialog, counted",
        "XLSX",
        "report, line",
        "overview, cash",
    ):
        assert screen in lived.told
    assert "PDF, code" in lived.told
    assert "server's ledger, bucket" in lived.told


def test_every_deed_is_in_the_table(lived: Lived) -> None:
    rows = read_table(lived.out / "day.csv")
    assert Counter(row["kegiatan"] for row in rows) == DEEDS
    receipts = {path.stem for path in (lived.out / "receipts").glob("*.pdf")}
    issued = [row for row in rows if row["kegiatan"] in RECEIPTS]
    assert {row["kuitansi"] for row in issued} == receipts
    names = sorted(path.name.split("-")[0] for path in (lived.out / "papers").glob("*.pdf"))
    assert names == ["Pengembalian", "Setoran", "Tutup"]
