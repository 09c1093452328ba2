"""The way to the agency's portal as a test's screen has it, and a presenter with work that is run by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.list_columns import Columns
from perisai_desktop.domain.list_head import ListHead
from perisai_desktop.domain.portal import AgencyAnswer, AgencyFile, AnsweredRow
from perisai_desktop.ui.screens.portal.presenter import PortalPresenter
from perisai_desktop.ui.screens.portal.state import PortalState

LIST, FILE = Path("daftar.xlsx"), Path("jawaban.xlsx")
FAILURE = Failure(FailureCode.BRANCH_SILENT, detail="timeout")


@dataclass
class Taking:
    count: int = 0
    total: int = 300
    rupiah: int = 0


class Opened:
    """A file with two heads; how often it was closed."""

    def __init__(self, name: str) -> None:
        self.head = ListHead(
            name, "b" * 64, ("Nomor KTP", "Nomor peserta"), (("3202081408900001", "000"),), 3
        )
        self.closed = 0

    def close(self) -> None:
        self.closed += 1


@dataclass
class Portal:
    """Three pages of a hundred; answers whose KPJ is missing are faults."""

    failing: set[str] = field(default_factory=set)
    saved: list[int] = field(default_factory=list)
    brought: list[tuple[int, bool]] = field(default_factory=list)
    results: list[tuple[int, str]] = field(default_factory=list)
    opened: list[Opened] = field(default_factory=list)
    chosen: dict[tuple[str, ...], Columns] = field(default_factory=dict)

    def begin(self) -> Taking:
        return Taking()

    def take(self, taking: Taking) -> bool:
        self._fail("take")
        taking.count += 100
        taking.rupiah += 840_000
        return taking.count < taking.total

    def save(self, taking: Taking, path: Path) -> None:
        self._fail("save")
        self.saved.append(taking.count)

    def open(self, path: Path) -> Opened:
        self._fail("open")
        self.opened.append(Opened(path.name))
        return self.opened[-1]

    def columns(self, head: ListHead) -> Columns:
        return self.chosen.get(head.heads, {"nik": 0, "kpj": 1})

    def remember(self, head: ListHead, columns: Columns) -> None:
        self.chosen[head.heads] = columns

    def read(self, file: Opened, columns: Columns) -> AgencyFile:
        file.close()
        self._fail("read")
        numbered = tuple(AgencyAnswer(row, kpj="00012345678") for row in (2, 3))
        return AgencyFile(file.head.name, (*numbered, AgencyAnswer(4)))

    def answer(self, answers: Sequence[AgencyAnswer], *, dry: bool) -> tuple[AnsweredRow, ...]:
        self._fail("answer")
        self.brought.append((len(answers), dry))
        return tuple(
            AnsweredRow(one.row, "Siti", "registered", kpj=one.kpj)
            if one.kpj
            else AnsweredRow(one.row, "", "fault", "answer_empty")
            for one in answers
        )

    def save_result(self, heads: Sequence[str], rows: Sequence[Sequence[str]], path: Path) -> None:
        self._fail("result")
        self.results.append((len(rows), path.name))

    def _fail(self, what: str) -> None:
        if what in self.failing:
            raise FAILURE


@dataclass
class Counter:
    """A presenter with work that a test runs by hand."""

    portal: Portal = field(default_factory=Portal)
    jobs: HandRunJobs = field(default_factory=HandRunJobs)
    shown: list[PortalState] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.asked: list[tuple[ListHead, Columns]] = []
        self.presenter = PortalPresenter(
            self.portal, self.jobs, self.shown.append, lambda *asked: self.asked.append(asked), 2
        )

    def look(self) -> None:
        """Open the file, and take its columns as they are asked for."""
        self.presenter.read(FILE)
        self.jobs.run_all()
        self.presenter.choose(self.asked[-1][1])
        self.jobs.run_all()

    @property
    def now(self) -> PortalState:
        return self.presenter.state
