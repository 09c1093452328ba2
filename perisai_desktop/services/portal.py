"""Takes approved enrolments to the agency's portal as a workbook, and brings its answers to the branch's server."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from perisai_desktop.documents.portal_book import write_portal_book
from perisai_desktop.documents.portal_result import write_portal_result
from perisai_desktop.domain.list_columns import Columns
from perisai_desktop.domain.list_head import ListHead
from perisai_desktop.domain.portal import (
    ENROLMENT,
    RENEWAL,
    AgencyAnswer,
    AgencyFile,
    AnsweredRow,
    PortalRow,
)
from perisai_desktop.services.agency_answers import AgencyAnswers
from perisai_desktop.services.list_files import ListFile
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.services.stick_files import save_whole
from sync.protocol.portal import MOST_ANSWERS, PortalAnswer, PortalLine, PortalOutcome, RenewalLine

AT_ONCE = MOST_ANSWERS
"""So many answers go to the server at once."""


@dataclass(slots=True)
class Taking:
    """A list for the portal that is on its way from the server."""

    rows: list[PortalRow] = field(default_factory=list, repr=False)
    total: int = 0
    after: str | None = None
    renewing: bool = False
    """The enrolments have come; renewals follow them."""

    @property
    def count(self) -> int:
        """How many lines have come."""
        return len(self.rows)

    @property
    def rupiah(self) -> int:
        """What was paid with them."""
        return sum(row.rupiah for row in self.rows)


@dataclass(frozen=True, slots=True)
class Portal:
    """What the reviewer's screen of the portal asks for; nothing is kept on this laptop but the file that is saved."""

    reviewing: Reviewing
    answers: AgencyAnswers

    def begin(self) -> Taking:
        """A list that nothing has come of yet."""
        return Taking()

    def take(self, taking: Taking) -> bool:
        """Ask for the next page; False after the last one. Raises Failure as the session does."""
        if taking.renewing:
            renewals = self.reviewing.renewal_page(taking.after)
            taking.rows += map(_renewal, renewals.lines)
            taking.after = renewals.after
        else:
            page = self.reviewing.portal_page(taking.after)
            taking.rows += map(_row, page.lines)
            taking.total = page.total
            taking.after = page.after
        taking.total = max(taking.total, taking.count)
        if taking.after is None and not taking.renewing:
            taking.renewing = True
            return True
        return taking.after is not None

    def save(self, taking: Taking, path: Path) -> None:
        """Save the whole list. Raises Failure: export_no_room, export_file_open, report_not_saved."""
        content = io.BytesIO()
        write_portal_book(taking.rows, content)
        save_whole(path, content.getvalue())

    def save_result(self, heads: Sequence[str], rows: Sequence[Sequence[str]], path: Path) -> None:
        """Save what became of a file's lines. Raises Failure: export_no_room, export_file_open, report_not_saved."""
        content = io.BytesIO()
        write_portal_result(heads, rows, content)
        save_whole(path, content.getvalue())

    def open(self, path: Path) -> ListFile:
        """Open the agency's answers; nothing is sent. Raises Failure as `open_list`."""
        return self.answers.open(path)

    def columns(self, head: ListHead) -> Columns:
        """What was chosen for a file with these heads before, else what the heads say."""
        return self.answers.columns(head)

    def remember(self, head: ListHead, columns: Columns) -> None:
        """Remember what was chosen for files with these heads."""
        self.answers.remembered.put(head, columns)

    def read(self, file: ListFile, columns: Columns) -> AgencyFile:
        """Read an open file by its columns; see `AgencyAnswers.read`."""
        return self.answers.read(file, columns)

    def answer(self, answers: Sequence[AgencyAnswer], *, dry: bool) -> tuple[AnsweredRow, ...]:
        """Bring at most `AT_ONCE` answers; `dry` only says what would become of them."""
        sent = [one for one in answers if not one.twice]
        asked = [
            PortalAnswer(
                entry=one.entry,
                nik=one.nik,
                kpj=one.kpj,
                reason=one.reason,
                note=one.note or None,
                billing_code=one.billing_code,
                amount=one.paid,
            )
            for one in sent
        ]
        outcomes = self.reviewing.portal_answers(asked, dry=dry) if asked else ()
        told = iter(outcomes)
        return tuple(
            AnsweredRow(one.row, "", "fault", "answered_twice") if one.twice else _answered(one, next(told))
            for one in answers
        )


def _answered(one: AgencyAnswer, outcome: PortalOutcome) -> AnsweredRow:
    return AnsweredRow(
        one.row,
        outcome.name,
        outcome.outcome,
        outcome.code,
        one.kpj,
        one.billing_code,
        outcome.count,
        outcome.rupiah,
    )


def _row(line: PortalLine) -> PortalRow:
    texts = (
        line.nik,
        line.name,
        line.birth_place,
        "" if line.birth_date is None else f"{line.birth_date:%d-%m-%Y}",
        line.sex,
        line.street,
        line.rt,
        line.rw,
        line.village,
        line.place,
        line.phone,
        line.occupation,
        line.income,
        ", ".join(line.programmes),
        ", ".join(line.months),
        line.receipt_number or "",
        line.agent_number,
        line.entry_id,
        ENROLMENT,
    )
    return PortalRow(texts, line.rupiah)


def _renewal(line: RenewalLine) -> PortalRow:
    """A renewal among the enrolments: what the agency needs of it, the other cells empty."""
    person = (line.nik, line.name, *[""] * 11)
    paid = (", ".join(line.programmes), ", ".join(line.months), line.receipt_number or "", line.agent_number)
    return PortalRow((*person, *paid, "", RENEWAL), line.rupiah, line.kpj or "")
