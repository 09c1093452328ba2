"""Takes in the participants whom an agent serves already: cards of the agent's own, no entry and no money.

No kind of entry says this, and none has to: the branch knows its participants. What the agent tells stays on the laptop,
until a payment names the worker by NIK and name and the branch matches it (sync/README.md, "Further payments").
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.list_columns import Columns
from perisai_desktop.domain.list_head import ListHead, ListLine
from perisai_desktop.domain.list_values import form_of_cells, place_words, text_of
from perisai_desktop.domain.portfolio import (
    LineFault,
    Participant,
    PortfolioFile,
    UnfitLine,
    portfolio_columns,
)
from perisai_desktop.services.list_files import ListFile, open_list
from perisai_desktop.services.pen import Pen
from perisai_desktop.services.village_codes import village_code
from perisai_desktop.storage import portfolio
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.places import Places
from perisai_desktop.storage.projections import search
from sync.protocol.forms import form_values
from sync.protocol.wire import is_line
from sync.rules.enrolment import Circumstances, assess
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import MONTHS_AHEAD
from sync.rules.reactions import Finding, Reaction
from sync.rules.reference import Reference

Village = Callable[[str, str, str], str]
"""Finds the code of a village by its name, its district's and its regency's."""
KPJ_DIGITS = 11
AT_ONCE = 200
"""Lines of each reading: somebody's receipt waits for no more."""
_SHOWN = 200
_ALWAYS = frozenset({"nik", "name"})
_AGES = frozenset({Reaction.TOO_OLD, Reaction.TURNS_65_TODAY, Reaction.TOO_YOUNG})
"""Age is a rule of enrolment: who was in time goes on after it."""
_KEPT = ("nik", "name", "birth_date", "phone", "village", "occupation", "income", "offer")


@dataclass(slots=True)
class PortfolioReading:
    """A list that is being read: what its lines so far came to. `here` counts those whose NIK this laptop knows."""

    file: ListFile
    columns: Columns
    village: Village
    taken: dict[str, Participant] = field(default_factory=dict, repr=False)
    unfit: list[UnfitLine] = field(default_factory=list, repr=False)
    here: int = 0

    @property
    def head(self) -> ListHead:
        """What the file says of itself."""
        return self.file.head

    @property
    def lines(self) -> int:
        """How many lines were judged."""
        return len(self.taken) + len(self.unfit) + self.here

    @property
    def read(self) -> PortfolioFile:
        """The list, as far as it was read."""
        return PortfolioFile(self.head.name, tuple(self.taken.values()), tuple(self.unfit), self.here)

    def close(self) -> None:
        """Let go of the file; nothing of it was kept."""
        self.file.close()


@dataclass(frozen=True, slots=True)
class Portfolios:
    """What the dialog for participants whom the agent serves already asks for."""

    database: Database
    pen: Pen
    reference: Reference
    gazetteer: Places

    def open(self, path: Path) -> PortfolioReading:
        """Open a list; nothing is kept of it before `keep`.

        Raises Failure: list_columns_unknown where NIK, name or paid until has no column, and those of `open_list`.
        """
        file = open_list(path)
        columns = portfolio_columns(file.head.heads)
        if not {"nik", "name", "paid_until"} <= columns.keys():
            file.close()
            raise Failure(FailureCode.LIST_COLUMNS_UNKNOWN)
        return PortfolioReading(file, columns, cache(partial(village_code, self.gazetteer)))

    def take(self, reading: PortfolioReading, count: int = AT_ONCE) -> bool:
        """Judge the next lines; False at the end. Raises Failure as `ListFile.read`."""
        lines = reading.file.read(count)
        today = self.pen.clock.today()
        with self.database.reading() as session:
            for line in lines:
                self._judge(session, reading, line, today)
        return bool(lines)

    def keep(self, read: PortfolioFile) -> int:
        """Keep the participants of a list; returns how many. Who is here meanwhile is left out.

        Raises what the store raises.
        """
        at = self.pen.clock.now()
        with self.database.transaction() as session:
            fresh = [one for one in read.participants if search.by_nik(session, one.form.nik) is None]
            cards = [_card(self.pen.identifier(at), one) for one in fresh]
            portfolio.put(session, at, cards)
        return len(cards)

    def _judge(self, session: Session, reading: PortfolioReading, line: ListLine, today: date) -> None:
        columns = reading.columns
        form = _form(line, columns, reading.village)
        until, kpj = _until(line, columns), _text(line, columns, "kpj")
        findings = self._findings(form, today)
        faults = _faults(form.name, until, kpj, today)
        if not findings and form.nik in reading.taken:
            faults = (*faults, LineFault.TWICE)
        if findings or faults or until is None:
            reading.unfit.append(UnfitLine(line.row, form.name[:_SHOWN], findings, faults))
        elif search.by_nik(session, form.nik) is not None:
            reading.here += 1
        else:
            reading.taken[form.nik] = Participant(form, until, kpj)

    def _findings(self, form: EnrolmentForm, today: date) -> tuple[Finding, ...]:
        """What is wrong with what a line says; what it does not say is asked when somebody pays."""
        found = assess(form, Circumstances(self.reference, self.gazetteer, today)).errors
        told = _ALWAYS | {name for name in _KEPT if getattr(form, name)}
        return tuple(one for one in found if one.field in told and one.reaction not in _AGES)


def _form(line: ListLine, columns: Columns, village: Village) -> EnrolmentForm:
    """A line as the form holds it, in the one spelling of what is written; `village` finds a code by names."""
    known = {name: place for name, place in columns.items() if name not in ("kpj", "paid_until")}
    form = form_of_cells(line.cells, known)
    if form.village and not form.village[:2].isdigit():
        form = replace(form, village=village(*place_words(line.cells, columns)))
    values = form_values(form)
    texts: dict[str, Any] = {name: _spelled(values[name], getattr(form, name)) for name in _KEPT}
    return replace(form, **texts)


def _faults(name: str, until: IuranMonth | None, kpj: str, today: date) -> tuple[LineFault, ...]:
    found: list[LineFault] = []
    if not is_line(name):
        found.append(LineFault.NAME_UNFIT)
    if until is None:
        found.append(LineFault.UNTIL_UNREADABLE)
    elif until > IuranMonth.of(today).plus(MONTHS_AHEAD):
        found.append(LineFault.UNTIL_AHEAD)
    if kpj and not (len(kpj) == KPJ_DIGITS and kpj.isascii() and kpj.isdigit()):
        found.append(LineFault.KPJ_LENGTH)
    return tuple(found)


def _text(line: ListLine, columns: Columns, name: str) -> str:
    place = columns.get(name)
    return "" if place is None or place >= len(line.cells) else text_of(line.cells[place]).replace(" ", "")


def _until(line: ListLine, columns: Columns) -> IuranMonth | None:
    """The month in which a line says that it is paid until, however it is written."""
    text = form_of_cells(line.cells, {"first_month": columns["paid_until"]}).first_month
    try:
        return IuranMonth.parse(text[:7] if text[:4].isdigit() else text)
    except ValueError:
        return None


def _spelled(value: object, typed: str) -> str:
    return typed if value is None else str(value)


def _card(worker_id: str, one: Participant) -> dict[str, Any]:
    values = form_values(one.form)
    card = {name: value for name, value in values.items() if name in _KEPT and value is not None}
    if "birth_date" in card:
        card["birth_date"] = str(card["birth_date"])
    return card | {"worker_id": worker_id, "paid_until": str(one.until), "kpj": one.kpj or None}
