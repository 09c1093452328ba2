"""What a person types wrong is told on the real form, field by field and in words, and stays as it was typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from perisai_desktop.domain.draft import Source
from perisai_desktop.tour.enrolment_walk import EnrolmentWalk
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.pictures import Pictures
from perisai_desktop.tour.roster import RosterRow, read_roster
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.explain import reaction_words
from perisai_desktop.ui.screens.enrolment.problem_link import ProblemLink
from perisai_desktop.ui.shell.agent_window import AgentWindow
from sync.rules.dates import format_short_date, parse_date
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.reactions import Reaction, field_of
from tests.support.centres import running_centre
from tests.support.programs import practice_at, running_program, signed_in
from tests.support.rosters import every_reaction, write_roster

REFUSED = "ditolak:"
ROWS = every_reaction()
CODES = [row["reaksi"].removeprefix(REFUSED) for row in ROWS if row["reaksi"].startswith(REFUSED)]
TYPED = {field.name for field in fields(EnrolmentForm)} & {field.name for field in fields(RosterRow)}


@dataclass
class Seen:
    """What the form showed at the moment when it refused, and what was kept of it."""

    links: list[tuple[str, str]]
    shown: dict[str, str]
    kept: EnrolmentForm
    led_to: str


class Looking(Pictures):
    """Looks at the refused form in place of taking a picture."""

    seen: Seen | None = None

    def take(self, name: str, window: QWidget) -> None:
        if name == "enrolment_refused":
            assert isinstance(window, AgentWindow)
            self.seen = look(window)


def look(window: AgentWindow) -> Seen:
    state = window.pages.enrolment.state
    assert state is not None
    links = [link for link in window.findChildren(ProblemLink) if link.isVisible()]
    inputs = {name: window.findChild(QWidget, f"field_{name}") for name in TYPED}
    shown = {name: str(part.value()) for name, part in inputs.items()}  # type: ignore[union-attr]
    window.pages.enrolment.rest()
    wait_for(lambda: bool(window.desk.drafting.drafts()), "draft kept")
    kept = window.desk.drafting.drafts()[0].form
    Hand(window).press(links[0].objectName())
    focused = QApplication.focusWidget()
    return Seen(
        [(link.objectName().removeprefix("problem_"), link.text()) for link in links],
        shown,
        kept,
        focused.objectName() if focused else "",
    )


@dataclass
class Table:
    """The agent's table at the market, with the rows that come to it."""

    window: AgentWindow
    walk: EnrolmentWalk
    eyes: Looking
    rows: dict[str, RosterRow]
    earlier: RosterRow

    def enter(self, row: RosterRow) -> Seen | None:
        self.eyes.seen = None
        self.walk.enter(row, Source("f" * 64, row.line))
        return self.eyes.seen


@pytest.fixture(scope="module")
def table(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Table]:
    assert qapp is not None
    folder = tmp_path_factory.mktemp("market")
    (folder / "receipts").mkdir()
    rows = read_roster(write_roster(folder / "roster.csv", ROWS)).rows
    with (
        running_centre(folder / "centre") as centre,
        running_program(folder, practice_at(centre)) as program,
    ):
        window = signed_in(program)
        window.resize(1366, 768)
        eyes = Looking(folder / "screens", program.ready.theme)
        by_reaction = {row.expected_reaction or "": row for row in rows}
        again = by_reaction["ditolak:nik_already_here"]
        earlier = next(row for row in rows if row.nik == again.nik and row is not again)
        table = Table(window, EnrolmentWalk(window, eyes, folder / "receipts"), eyes, by_reaction, earlier)
        yield table


@pytest.mark.parametrize("code", CODES)
def test_a_refusal_names_field_and_reason_and_keeps_what_was_typed(table: Table, code: str) -> None:
    if code == Reaction.NIK_ALREADY_HERE:
        assert table.enter(table.earlier) is None, "the earlier enrolment of this NIK was refused too"
    row = table.rows[REFUSED + code]
    seen = table.enter(row)
    assert seen is not None, "the form took what the rules refuse"
    reaction = Reaction(code)
    words = reaction_words(reaction)
    assert (field_of(reaction), words) in seen.links
    assert len(words.split()) > 1, "a code is no sentence"
    assert seen.led_to == f"field_{seen.links[0][0]}"
    typed = {name: getattr(row, name) for name in TYPED}
    assert {name: getattr(seen.kept, name) for name in TYPED} == typed
    born = parse_date(row.birth_date)
    assert born is not None
    assert seen.shown == {**typed, "birth_date": format_short_date(born)}, (
        "one spelling of dates on the screen"
    )


def test_nothing_of_a_refused_row_is_in_the_books(table: Table) -> None:
    for code in (Reaction.NAME_MISSING, Reaction.TOO_OLD):
        before = table.window.desk.counting.books()
        table.enter(table.rows[REFUSED + code])
        assert table.window.desk.counting.books() == before


def test_every_refusal_of_the_market_is_tried() -> None:
    assert len(CODES) == len(set(CODES)) == 14
