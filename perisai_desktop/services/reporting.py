"""Makes reports of a span of days and saves them as PDF or as a spreadsheet; every sum is that of the journal."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from perisai_desktop.config.clock import Clock
from perisai_desktop.documents.report import report_pdf
from perisai_desktop.documents.report_book import write_book
from perisai_desktop.domain.agent import AgentIdentity
from perisai_desktop.domain.report import (
    CashStatement,
    FileKind,
    Grouping,
    PaymentLine,
    Period,
    Report,
    ReportHead,
    ReportLine,
    Span,
    period_of,
)
from perisai_desktop.domain.till_book import CashSort, cash_lines
from perisai_desktop.services.receipt_paper import place_on_paper
from perisai_desktop.services.stick_files import settling, why_not_saved
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.places import Places
from perisai_desktop.storage.projections import report_sums, takings
from perisai_desktop.storage.projections.report_sums import Sums
from sync.rules.branch_settings import BranchSettings
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import Offer, Programme

Told = Callable[[int, int], None]


class _Stopped(Exception):
    """The agent wants no file after all."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """What the screen of reports asks for."""

    database: Database
    settings: BranchSettings
    clock: Clock
    agent: AgentIdentity
    gazetteer: Places

    def period(self, span: Span, day: date | None = None) -> Period:
        """The period of a kind in which a day lies, today where none is named. Raises Failure."""
        today = self.clock.today()
        with self.database.reading() as session:
            begun = report_sums.begun_on(session) or today
        return period_of(span, day or today, begun)

    def report(self, period: Period, grouping: Grouping) -> Report:
        """The report as the store stands. Raises Failure."""
        with self.database.reading() as session:
            return self._report(session, period, grouping)

    def save(
        self,
        report: Report,
        path: Path,
        kind: FileKind,
        told: Told = lambda _done, _all: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Path | None:
        """Write the report, whole or not at all; None where it was stopped. `told` hears how far it is.

        A spreadsheet names every payment: its sums are read again with them, so that both are of one moment.

        Raises Failure: export_no_room, export_file_open, report_not_saved, and those of the store.
        """
        try:
            with settling(path) as file:
                if kind is FileKind.PDF:
                    file.write(report_pdf(report, self._head()))
                else:
                    self._write_book(report, file, told, stopped)
        except _Stopped:
            return None
        except OSError as error:
            raise why_not_saved(error) from None
        return path

    def _report(self, session: Session, period: Period, grouping: Grouping) -> Report:
        first, last = period.first, period.last
        days = report_sums.cash_by_day(session, first, last)
        enrolled = report_sums.enrolled_by_day(session, first, last)
        total = ReportLine(
            "",
            sum(enrolled.values()),
            takings.payers(session, first, last),
            sum(days["received"].values()),
            sum(days["given_back"].values()),
        )
        lines = self._lines(session, period, grouping, days, enrolled)
        statement = _statement(session, first, last)
        beside = replace(
            total,
            enrolled=0,
            payers=0,
            received=total.received - sum(line.received for line in lines),
            given_back=total.given_back - sum(line.given_back for line in lines),
        )
        return Report(period, grouping, lines, total, beside, statement, self._targets(period, grouping))

    def _write_book(self, report: Report, file: BinaryIO, told: Told, stopped: Callable[[], bool]) -> None:
        period = report.period
        with self.database.reading() as session:
            fresh = self._report(session, period, report.grouping)
            write_book(fresh, self._head(), self._payments(session, period, told, stopped), file)

    def _lines(
        self,
        session: Session,
        period: Period,
        grouping: Grouping,
        days: Mapping[str, Sums],
        enrolled: Sums,
    ) -> tuple[ReportLine, ...]:
        first, last = period.first, period.last
        if grouping is Grouping.DAY:
            payers = report_sums.payers_by_day(session, first, last)
            return _joined({**days, "payers": payers, "enrolled": enrolled})
        if grouping is Grouping.MONTH:
            months = {name: _monthly(sums) for name, sums in {**days, "enrolled": enrolled}.items()}
            return _joined({**months, "payers": report_sums.payers_by_month(session, first, last)})
        if grouping is Grouping.PROGRAMME:
            sums = report_sums.by_programme(session, first, last)
            return _joined({**sums, "enrolled": _by_programme(session, first, last)}, Programme)
        joined = _joined(
            {
                **report_sums.by_village(session, first, last),
                "enrolled": report_sums.enrolled_by_village(session, first, last),
            }
        )
        named = (replace(line, name=place_on_paper(self.gazetteer.place(line.key))) for line in joined)
        return tuple(sorted(named, key=lambda line: (-line.kept, line.name)))

    def _targets(self, period: Period, grouping: Grouping) -> dict[str, tuple[int, int]]:
        if grouping is not Grouping.MONTH:
            return {}
        month, found = IuranMonth.of(period.first), {}
        while month <= IuranMonth.of(period.last):
            target = self.settings.target_for(month)
            if target is not None:
                found[str(month)] = (target.collected, target.enrolled)
            month = month.plus(1)
        return found

    def _payments(
        self, session: Session, period: Period, told: Told, stopped: Callable[[], bool]
    ) -> Iterator[PaymentLine]:
        """The payments of a period, told by receipts; leaves off where it is stopped."""
        count, done, number = report_sums.paid_count(session, period.first, period.last), 0, ""
        for record in report_sums.paid(session, period.first, period.last):
            if record.receipt != number:
                number, done = record.receipt, done + 1
                told(done, count)
                if stopped():
                    raise _Stopped
            yield PaymentLine(
                on=record.on,
                receipt=record.receipt,
                worker_name=record.name,
                nik=record.nik,
                kpj=record.kpj,
                village=record.village,
                month=record.month,
                jkk=record.rupiah[Programme.JKK.value],
                jkm=record.rupiah[Programme.JKM.value],
                jht=record.rupiah[Programme.JHT.value],
                undone=record.undone,
            )

    def _head(self) -> ReportHead:
        agent = self.agent
        return ReportHead(
            agent.name,
            agent.number,
            agent.office,
            agent.branch,
            agent.device,
            self.clock.today(),
            agent.practice,
        )


def _joined(sums: Mapping[str, Sums], order: type[Programme] | None = None) -> tuple[ReportLine, ...]:
    """One line for each key that any of the sums has."""
    found = {key for some in sums.values() for key in some}
    keys = sorted(found) if order is None else [one.value for one in order if one.value in found]
    nobody: Sums = {}
    enrolled, payers = sums.get("enrolled", nobody), sums.get("payers", nobody)
    received, back = sums.get("received", nobody), sums.get("given_back", nobody)
    return tuple(
        ReportLine(key, enrolled.get(key, 0), payers.get(key, 0), received.get(key, 0), back.get(key, 0))
        for key in keys
    )


def _monthly(days: Sums) -> Sums:
    months: dict[str, int] = {}
    for day, value in days.items():
        months[day[:7]] = months.get(day[:7], 0) + value
    return months


def _by_programme(session: Session, first: date, last: date) -> Sums:
    """New participants by programme; whoever has all three counts in each."""
    new = report_sums.enrolled_by_offer(session, first, last)
    return {
        programme.value: sum(count for offer, count in new.items() if programme in Offer(offer).programmes)
        for programme in Programme
    }


def _statement(session: Session, first: date, last: date) -> CashStatement:
    before = _by_sort(report_sums.cash_before(session, first))
    within = cash_lines(_by_sort(report_sums.cash_within(session, first, last)))
    opening = sum(line.rupiah for line in cash_lines(before))
    return CashStatement(opening, within, opening + sum(line.rupiah for line in within))


def _by_sort(sums: tuple[tuple[str, int, int], ...]) -> tuple[tuple[CashSort, int, int], ...]:
    return tuple((CashSort(sort), count, rupiah) for sort, count, rupiah in sums)
