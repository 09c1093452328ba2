"""Takes approved enrolments to the agency's portal as a workbook, and brings its answers to the branch's server."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from perisai_desktop.documents.portal_book import write_portal_book
from perisai_desktop.documents.portal_result import write_portal_result
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.list_columns import Columns
from perisai_desktop.domain.list_head import ListLine
from perisai_desktop.domain.list_values import text_of
from perisai_desktop.domain.portal import (
    ENROLMENT,
    RENEWAL,
    AgencyAnswer,
    AgencyFile,
    AnsweredRow,
    PortalRow,
    answer_columns,
)
from perisai_desktop.services.list_files import open_list
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.services.stick_files import save_whole
from sync.protocol.canonical import LARGEST_INTEGER
from sync.protocol.portal import MOST_ANSWERS, PortalAnswer, PortalLine, PortalOutcome, RenewalLine
from sync.rules.nik import strip_nik
from sync.rules.reasons import ReasonKind
from sync.rules.reference import Reference

AT_ONCE = MOST_ANSWERS
"""So many answers go to the server at once."""
_LINES = 500
_LONGEST_NOTE = 200
_MOST_DIGITS = 17
_OTHER = "other"


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
    reference: Reference

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

    def read(self, path: Path) -> AgencyFile:
        """Read the agency's answers; nothing is sent. Each kode iuran is one answer, after those about people.

        Raises Failure: portal_columns_unknown where there is no kode iuran, and neither NIK nor entry, or neither KPJ
        nor reason has a column; and those of `open_list`.
        """
        with closing(open_list(path)) as file:
            columns = answer_columns(file.head.heads)
            people = {"nik", "entry"} & columns.keys() and {"kpj", "reason"} & columns.keys()
            if not people and "billing" not in columns:
                raise Failure(FailureCode.PORTAL_COLUMNS_UNKNOWN)
            answers: list[AgencyAnswer] = []
            named: set[str] = set()
            paid = _Paid()
            while some := file.read(_LINES):
                for line in some:
                    told = paid.take(line, columns)
                    answer = self._answer(line, columns)
                    silent = told and not answer.kpj and answer.reason is None
                    if silent or _cell(line, columns, "sort").casefold() == RENEWAL.casefold():
                        continue
                    name = answer.entry or answer.nik
                    answers.append(replace(answer, twice=bool(name) and name in named))
                    named.add(name)
            return AgencyFile(file.head.name, (*answers, *paid.answers()))

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

    def _answer(self, line: ListLine, columns: Columns) -> AgencyAnswer:
        def cell(name: str) -> str:
            return _cell(line, columns, name)

        words, kpj = " ".join(cell("reason").split()), cell("kpj")[:_LONGEST_NOTE]
        reason = None if kpj or not words else self._reason(words)
        return AgencyAnswer(
            row=line.row,
            nik=strip_nik(cell("nik"))[:_LONGEST_NOTE],
            entry=cell("entry")[:_LONGEST_NOTE],
            kpj=kpj,
            reason=reason,
            note=words[:_LONGEST_NOTE] if reason is not None else "",
        )

    def _reason(self, words: str) -> str:
        """The coded reason that the agency's words name in either language, else the one for all others."""
        key = words.casefold()
        for reason in self.reference.reasons:
            names = (reason.code, reason.label_id.casefold(), reason.label_en.casefold())
            if reason.kind is ReasonKind.REFUSE and key in names:
                return reason.code
        return _OTHER


class _Paid:
    """The kode iuran of a file, each with the line in which it stands first and the sums that stand beside it."""

    def __init__(self) -> None:
        self._rows: dict[str, int] = {}
        self._sums: dict[str, list[int]] = {}

    def take(self, line: ListLine, columns: Columns) -> bool:
        """Read a line; whether it has a kode iuran."""
        code = "".join(_cell(line, columns, "billing").split())[:_LONGEST_NOTE]
        if not code:
            return False
        self._rows.setdefault(code, line.row)
        paid = _rupiah(_cell(line, columns, "paid"))
        if paid is not None:
            self._sums.setdefault(code, []).append(paid)
        return True

    def answers(self) -> Iterator[AgencyAnswer]:
        """One for each code; a sum that every line repeats is the whole, others are parts of it."""
        for code, row in self._rows.items():
            sums = self._sums.get(code, [])
            whole = sums[0] if len(set(sums)) == 1 else sum(sums)
            paid = min(max(whole, 0), LARGEST_INTEGER) if sums else None
            yield AgencyAnswer(row, billing_code=code, paid=paid)


def _rupiah(text: str) -> int | None:
    """The amount in a cell, below zero where it was taken back; None where there is none."""
    figures = re.sub(r"[,.]([0-9]{1,2}|-)$", "", text.rstrip(")"))
    digits = "".join(sign for sign in figures if sign in "0123456789")[:_MOST_DIGITS]
    if not digits:
        return None
    return -int(digits) if text.startswith(("-", "(", "\u2212")) else int(digits)


def _cell(line: ListLine, columns: Columns, name: str) -> str:
    """The words of a cell without signs that nobody sees, which a copy from another program may carry."""
    place = columns.get(name)
    if place is None or place >= len(line.cells):
        return ""
    signs = (" " if sign.isspace() else sign for sign in text_of(line.cells[place]))
    return "".join(filter(str.isprintable, signs)).strip()


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
