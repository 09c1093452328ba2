"""Reads the agency's answers out of a file, by columns that are remembered for files with the same heads."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.list_columns import Columns, guess, heads_mark
from perisai_desktop.domain.list_head import ListHead, ListLine
from perisai_desktop.domain.list_values import text_of
from perisai_desktop.domain.portal import ANSWER_HEADS, RENEWAL, AgencyAnswer, AgencyFile, answers_somebody
from perisai_desktop.services.list_files import MOST_COLUMNS, ListFile, open_list
from sync.protocol.canonical import LARGEST_INTEGER
from sync.rules.nik import strip_nik
from sync.rules.reasons import ReasonKind
from sync.rules.reference import Reference

MOST_SOURCES = 20
"""Files with so many different heads are remembered; the one chosen longest ago is forgotten for a further one."""
_LINES = 500
_LONGEST_NOTE = 200
_MOST_DIGITS = 17
_OTHER = "other"


@dataclass(frozen=True, slots=True)
class RememberedColumns:
    """What was chosen before, as one text that a laptop keeps among its choices: no head and nothing of a file stands in it.

    `kept` reads it, `keep` writes it and may fail without a word.
    """

    kept: Callable[[], str]
    keep: Callable[[str], object]

    def of(self, head: ListHead) -> Columns | None:
        """What was chosen for a file with these heads; None before the first time, and where it cannot be read."""
        chosen = self._read().get(heads_mark(head.heads))
        if not isinstance(chosen, dict):
            return None
        return {
            name: chosen[name]
            for name in ANSWER_HEADS
            if type(chosen.get(name)) is int and 0 <= chosen[name] < min(len(head.heads), MOST_COLUMNS)
        }

    def put(self, head: ListHead, columns: Columns) -> None:
        """Remember a choice as the newest."""
        known, mark = self._read(), heads_mark(head.heads)
        known.pop(mark, None)
        newest = dict(list(known.items())[-(MOST_SOURCES - 1) :])
        self.keep(json.dumps(newest | {mark: dict(columns)}, separators=(",", ":")))

    def _read(self) -> dict[str, object]:
        try:
            found = json.loads(self.kept() or "{}")
        except (ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}


@dataclass(frozen=True, slots=True)
class AgencyAnswers:
    """Nothing of a file is kept on this laptop but which column is which."""

    reference: Reference
    remembered: RememberedColumns

    def open(self, path: Path) -> ListFile:
        """Open the agency's answers. Raises Failure as `open_list`."""
        return open_list(path, ANSWER_HEADS)

    def columns(self, head: ListHead) -> Columns:
        """What was chosen for a file with these heads before, else what the heads say."""
        return self.remembered.of(head) or guess(head.heads, ANSWER_HEADS)

    def read(self, file: ListFile, columns: Columns) -> AgencyFile:
        """Read an open file, which is closed afterwards. Each kode iuran is one answer, after those about people.

        Raises Failure: portal_columns_unknown where there is no kode iuran, and neither NIK nor entry, or neither KPJ
        nor reason has a column; and those of `ListFile.read`.
        """
        with closing(file):
            if not answers_somebody(columns):
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
