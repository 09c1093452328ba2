"""What lies on the stage: a small market enrolled for real, part of it decided by a reviewer of the branch."""

from __future__ import annotations

from dataclasses import replace

from perisai_desktop.domain.draft import EnrolmentDraft
from perisai_desktop.domain.task import FieldComment
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.tour.roster import RosterRow, read_roster
from sync.rules.enrolment_form import EnrolmentForm
from tests.support.centres import Centre
from tests.support.desks import SIGNATURE
from tests.support.reference_data import ROSTER, filled_form

REASON = "Sudah dicocokkan dengan KTP asli dan keterangan peserta"
COMMENT = "Cocokkan sekali lagi dengan kartu keluarga."
DECIDED, SENT, UNSENT = 8, 6, 5
"""How many of the market's people are decided at the branch, wait there, and are not sent yet."""


def market_form(row: RosterRow) -> EnrolmentForm:
    """A row of the roster as the form holds it once it is typed."""
    names = EnrolmentForm.__dataclass_fields__.keys() & RosterRow.__dataclass_fields__.keys()
    return replace(filled_form(), **{name: getattr(row, name) for name in names})


def rows(reaction: str, months: str = "") -> list[RosterRow]:
    """The market's rows with a reaction (`diterima`, `peringatan:…`, `ditolak:…`), paid for so many months."""
    found = [row for row in read_roster(ROSTER).rows if row.expected_reaction == reaction]
    return [row for row in found if not months or row.months == months]


def furnish(desk: AgentDesk, centre: Centre) -> None:
    """Enrol, send and decide, so that every list has something and every counter counts."""
    taken, year = rows("diterima"), rows("diterima", "12")[:1]
    people = [row for row in taken if row not in year]
    for row in people[:DECIDED]:
        _enrol(desk, row)
    desk.syncing.run()
    _decide(centre)
    for row in year + people[DECIDED : DECIDED + SENT] + rows("peringatan:birth_date_differs")[:1]:
        _enrol(desk, row)
    desk.syncing.run()
    for row in people[DECIDED + SENT : DECIDED + SENT + UNSENT]:
        _enrol(desk, row)


def _enrol(desk: AgentDesk, row: RosterRow) -> None:
    form = market_form(row)
    warnings = desk.enrolling.assess(form).warnings
    reasons = {finding.reaction.value: REASON for finding in warnings}
    draft: EnrolmentDraft = replace(desk.drafting.new(), form=form, reasons=reasons, signature=SIGNATURE)
    desk.enrolling.enrol(draft)


def _decide(centre: Centre) -> None:
    """Approve most, send two back, refuse one and call one a duplicate."""
    reviewing = Reviewing.at(centre.url)
    reviewing.sign_in("penyelia", centre.secrets.reviewer_password)
    records = [record for group in reviewing.queue() for record in group.records]
    for place, record in enumerate(records):
        opened = reviewing.open(record.entry_id)
        if place in (0, 1):
            fields = ("mother_name", "phone") if place else ("mother_name",)
            comments = tuple(FieldComment(name, COMMENT, opened.form.get(name, "")) for name in fields)
            reviewing.send_back(opened.entry_id, opened.hash, comments, "other", COMMENT)
        elif place == 2:
            reviewing.refuse(opened.entry_id, opened.hash, "employed_elsewhere")
        elif place == 3:
            reviewing.duplicate(opened.entry_id, opened.hash)
        else:
            reviewing.approve(opened.entry_id, opened.hash)
    reviewing.sign_out()
    reviewing.close()
