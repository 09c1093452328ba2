"""A day of an earlier month: people are enrolled, approved and their cash deposited, by the services of both ends."""

from __future__ import annotations

from perisai_desktop.app import Practice
from perisai_desktop.domain.draft import EnrolmentDraft, Source
from perisai_desktop.domain.till import DENOMINATIONS, DepositChannel
from perisai_desktop.services.depositing import DepositWish
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.tour.roster import Roster, RosterRow
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.states import ReviewState

BILLING_CODE = "260900001234"
SIGNATURE = (((200, 250), (400, 150), (600, 350), (800, 250)),)
OPEN = (ReviewState.RECEIVED, ReviewState.FLAGGED)


class Past:
    """What is written already is not written again: a day that was interrupted goes on."""

    def __init__(self, desk: AgentDesk, practice: Practice) -> None:
        self._desk = desk
        self._practice = practice

    def live(self, roster: Roster) -> None:
        """Take everybody of `roster` in, deposit what they paid, close the day, and have the branch approve them.

        Raises Failure where a row does not fit or the server is not there.
        """
        desk = self._desk
        for row in roster.rows:
            source = Source(roster.sha256, row.line)
            if desk.enrolling.already(source) is None:
                desk.enrolling.enrol(self._draft(row), source)
        self._deposit()
        outlook = desk.closing_day.outlook()
        if not any(day.on == outlook.on and day.closing for day in desk.till_book.look().days):
            desk.closing_day.close(outlook.on, notes(outlook.expected))
        desk.syncing.run()
        self._approve()
        desk.syncing.run()

    def _draft(self, row: RosterRow) -> EnrolmentDraft:
        desk = self._desk
        draft = desk.drafting.new()
        purposes = desk.reference.consent.purposes
        form = EnrolmentForm(
            nik=row.nik,
            name=row.name,
            birth_place=row.birth_place,
            birth_date=row.birth_date,
            sex=row.sex,
            mother_name=row.mother_name,
            street=row.street,
            rt=row.rt,
            rw=row.rw,
            village=row.village,
            phone=row.phone,
            occupation=row.occupation,
            income=row.income,
            offer=row.offer,
            first_month=row.first_month,
            months=row.months,
            consents=frozenset(purpose.code for purpose in purposes if purpose.required),
            declaration=True,
        )
        return EnrolmentDraft(draft.draft_id, form, {}, SIGNATURE, draft.updated_at)

    def _deposit(self) -> None:
        desk = self._desk
        receipts = desk.depositing.in_hand()
        if receipts:
            numbers = tuple(one.number for one in receipts)
            rupiah = sum(one.rupiah for one in receipts)
            at = desk.clock.now()
            desk.depositing.deposit(
                DepositWish(numbers, rupiah, BILLING_CODE, DepositChannel.BANK_COUNTER, at)
            )

    def _approve(self) -> None:
        reviewing = Reviewing.at(self._practice.url)
        try:
            reviewing.sign_in(self._practice.reviewer, self._practice.reviewer_password)
            for group in reviewing.queue():
                for record in group.records:
                    if record.state in OPEN:
                        opened = reviewing.open(record.entry_id)
                        reviewing.approve(opened.entry_id, opened.hash)
        finally:
            reviewing.close()


def notes(rupiah: int) -> dict[int, int]:
    """The fewest notes and coins that make up `rupiah`, by denomination; what is below the smallest is left out."""
    counts: dict[int, int] = {}
    for value in DENOMINATIONS:
        counts[value], rupiah = divmod(rupiah, value)
    return counts
