"""What the next worker may share with the one enrolled before: told on the same day, and nothing personal."""

import json

from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.last_enrolled import LAST_ENROLLED, Proposals
from perisai_desktop.storage import choices
from tests.support.desks import HandClock, filled_draft


def test_village_and_occupation_are_proposed_until_the_day_ends(desk: AgentDesk, clock: HandClock) -> None:
    assert desk.enrolling.proposals() == Proposals()
    draft = filled_draft(desk)
    desk.enrolling.enrol(draft)
    found = desk.enrolling.proposals()
    assert found.village is not None
    assert (found.village.code, found.occupation) == (draft.form.village, draft.form.occupation)
    clock.move(days=1)
    assert desk.enrolling.proposals() == Proposals()


def test_what_is_remembered_tells_nobody_apart(desk: AgentDesk) -> None:
    draft = filled_draft(desk)
    desk.enrolling.enrol(draft)
    with desk.enrolling.database.reading() as session:
        kept = json.loads(choices.get(session, LAST_ENROLLED) or "")
    assert kept == {"on": "2026-11-22", "village": draft.form.village, "occupation": draft.form.occupation}


def test_an_occupation_that_the_branch_took_away_is_not_proposed(desk: AgentDesk) -> None:
    told = {"on": "2026-11-22", "village": "", "occupation": "Penambang bulan"}
    with desk.enrolling.database.transaction() as session:
        choices.put(session, LAST_ENROLLED, json.dumps(told))
    assert desk.enrolling.proposals() == Proposals()
