"""Holds every sum of a day against the journal: screens, papers, server; a line for each, and whether it agrees."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from perisai_desktop.tour.day.figures_walk import WHOLE
from perisai_desktop.tour.day.witness import amounts
from sync.rules.reference import Reference
from sync.rules.rupiah import format_rupiah
from tests.support.books import read_table
from tests.support.day.exports import read_export
from tests.support.day.raw_books import RawBooks, Written
from tests.support.day.raw_report import RawReport, raw_report
from tests.support.pages import page_words
from tests.support.papers import read_paper

Sum = Callable[[RawBooks, str, date], int]
"""What the journal says of one thing: the books at that moment, what it is of, and the day."""


def _receipt(books: RawBooks, number: str, _day: date) -> int:
    return next(int(entry.body["total"]) for entry in books.of("receipt") if entry.body["number"] == number)


def _refund_due(books: RawBooks, number: str, _day: date) -> int:
    requests = (
        entry
        for entry in books.of("void_request")
        if books.receipts[entry.body["receipt"]].body["number"] == number
    )
    return books.rupiah(key for entry in requests for key in books.named(entry.body))


def _closing(books: RawBooks, what: str, day: date) -> int:
    (closing,) = (entry for entry in books.of("closing") if entry.body["on"] == day.isoformat())
    return abs(int(closing.body[what]))


def _moved(books: RawBooks, of: str, sign: int) -> int:
    found = (move.rupiah for move in books.movements() if move.on == date.fromisoformat(of))
    return sum(rupiah for rupiah in found if rupiah * sign > 0)


SUMS: Mapping[str, Sum] = {
    "cash": lambda books, _of, _day: books.cash(),
    "cash.voids": lambda books, _of, _day: books.awaiting(),
    "receipt": _receipt,
    "refund.due": _refund_due,
    "deposit.receipts": lambda books, _of, _day: books.depositable(),
    "closing.counted": lambda books, _of, day: _closing(books, "counted", day),
    "closing.difference": lambda books, _of, day: _closing(books, "difference", day),
    "day.incoming": lambda books, of, _day: _moved(books, of, 1),
    "day.outgoing": lambda books, of, _day: _moved(books, of, -1),
    "day.balance": lambda books, of, _day: books.cash(until=date.fromisoformat(of)),
    "day.moved": lambda books, of, _day: books.cash(on=date.fromisoformat(of)),
    "home.today": lambda books, _of, day: raw_report(books, "day", "day", day).says("kept"),
    "home.month": lambda books, _of, day: raw_report(books, "month", "day", day).says("kept"),
    "round.paid": lambda books, _of, day: sum(books.renewed(day).values()),
}
"""By the name of a reading; `cash.SORT` and `round.expected` are computed apart."""


@dataclass
class Judge:
    """Prints a line for each comparison; `agreed` falls with the first that differs."""

    books: RawBooks
    day: date
    reference: Reference
    agreed: bool = True
    compared: int = 0
    _reports: dict[tuple[str, str], RawReport] = field(default_factory=dict)
    _at: dict[int, RawBooks] = field(default_factory=dict)

    def compare(self, what: str, where: str, shown: int, wanted: int) -> None:
        """One line: what it is, where it stands, what it says, what the journal says."""
        same = shown == wanted
        self.agreed, self.compared = self.agreed and same, self.compared + 1
        print(
            f"  {'ok' if same else 'FAULT':<6}{what:<42}{where:<34}{format_rupiah(shown):>15}{format_rupiah(wanted):>15}",
            flush=True,
        )

    def screens(self, file: Path) -> None:
        """Every reading of a screen against the journal as it was at that moment."""
        for row in read_table(file):
            step = int(row["reached"])
            if step not in self._at:
                self._at[step] = self.books.until(step)
            wanted = self._wanted(self._at[step], row["what"], row["of"])
            self.compare(f"{row['what']} {row['of']}".strip(), row["where"], int(row["rupiah"]), wanted)

    def papers(self, receipts: Path, papers: Path) -> None:
        """Every PDF: the amount in a receipt's code, and the figures that stand on papers of cash."""
        issued = {entry.body["number"]: entry.body for entry in self._today("receipt")}
        for number, body in issued.items():
            path = receipts / f"{number}.pdf"
            paper = read_paper(path) if path.exists() else None
            coded = paper.link.amount if paper is not None and paper.link is not None else -1
            self.compare(f"receipt {number}", "PDF, code", coded, body["total"])
            said = amounts(page_words(path.read_bytes())) if path.exists() else ()
            self.compare(f"receipt {number}", "PDF, text", _among(said, body["total"]), body["total"])
        for entry in (*self._today("deposit"), *self._today("refund"), *self._today("closing")):
            found = list(papers.glob(self._paper_of(entry)))
            figures = [abs(one) for path in found for one in amounts(page_words(path.read_bytes()))]
            for name in ("amount", "difference", "counted", "expected"):
                if name in entry.body:
                    wanted = abs(entry.body[name])
                    self.compare(f"{entry.kind} {name}", "PDF", _among(figures, wanted), wanted)

    def exports(self, folder: Path) -> None:
        """Every saved report: the sums of its table, the cash at its end, and each single payment."""
        for path in sorted(folder.iterdir()):
            _, span, grouping = path.stem.split("-")
            report = self._report(span, grouping)
            if path.suffix == ".pdf":
                said = amounts(page_words(path.read_bytes()))
                for what, wanted in (("kept", report.says("kept")), ("cash at the end", report.after)):
                    self.compare(f"report {span} {grouping} {what}", "PDF", _among(said, wanted), wanted)
            else:
                table = read_export(path)
                for what in ("received", "given_back", "kept"):
                    self.compare(
                        f"report {span} {grouping} {what}", "XLSX", table.whole[what], report.says(what)
                    )
                where = f"report {span} {grouping}"
                self.compare(f"{where} cash at the end", "XLSX", table.after, report.after)
                self.compare(f"{where} payments", "XLSX", table.payments, report.says("received"))

    def server(self, ledger: Mapping[str, Any]) -> None:
        """The branch's ledger against the whole journal."""
        books, buckets = self.books, ledger["buckets"]
        issued = sum(int(entry.body["total"]) for entry in books.of("receipt"))
        undone = books.undone()
        self.compare("all receipts", "server's ledger", ledger["receipts_rupiah"], issued)
        self.compare("all lines", "server's ledger", ledger["rupiah"], books.rupiah(books.lines))
        for state in ("voided", "refunded"):
            wanted = books.rupiah(key for key, found in undone.items() if found == state)
            self.compare(state, "server's ledger, bucket", buckets.get(state, 0), wanted)
        self.compare("all buckets", "server's ledger", sum(buckets.values()), issued)

    def _wanted(self, books: RawBooks, what: str, of: str) -> int:
        if what == "round.expected":
            return books.expected(self.day, self.reference)
        if what.startswith("report."):
            return self._reported(what.removeprefix("report."), of)
        if what in SUMS:
            return SUMS[what](books, of, self.day)
        return books.cash(sort=what.removeprefix("cash."))

    def _paper_of(self, entry: Written) -> str:
        """The name of the PDF of an entry, as a pattern."""
        if entry.kind == "closing":
            return f"Tutup-kas-{entry.body['on']}.pdf"
        if entry.kind == "deposit":
            return f"Setoran-*-{entry.body['billing_code']}.pdf"
        return f"Pengembalian-*-{self.books.receipts[entry.body['receipt']].body['number']}.pdf"

    def _reported(self, what: str, of: str) -> int:
        span, grouping, *key = of.split()
        return self._report(span, grouping).says(what, key[0] if key and key[0] != WHOLE else None)

    def _report(self, span: str, grouping: str) -> RawReport:
        if (span, grouping) not in self._reports:
            self._reports[span, grouping] = raw_report(self.books, span, grouping, self.day)
        return self._reports[span, grouping]

    def _today(self, kind: str) -> list[Written]:
        return [entry for entry in self.books.of(kind) if entry.on == self.day]


def _among(said: Sequence[int], wanted: int) -> int:
    """`wanted` where the words name it, else the first amount they name, -1 for none."""
    return wanted if wanted in said else next(iter(said), -1)
