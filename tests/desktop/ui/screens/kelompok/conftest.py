"""A presenter of the kelompok screen at a desk of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.kelompok import KelompokKind
from perisai_desktop.domain.list_columns import Columns
from perisai_desktop.domain.list_head import ListHead
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.importing import Intake
from perisai_desktop.services.list_files import ListFile
from perisai_desktop.ui.screens.kelompok.list_reader import ListReader
from perisai_desktop.ui.screens.kelompok.ports import KelompokPorts
from perisai_desktop.ui.screens.kelompok.presenter import KelompokPresenter
from perisai_desktop.ui.screens.kelompok.state import KelompokState, ReadingOn
from sync.protocol.signatures import SigningKey
from tests.support.desks import HandClock, desk_of, make_profile
from tests.support.kelompok_lists import PAGE, person


@dataclass
class Table:
    """A presenter at a desk, and what it showed and told."""

    desk: AgentDesk
    jobs: HandRunJobs = field(default_factory=HandRunJobs)
    states: list[KelompokState] = field(default_factory=list)
    issued: list[Receipt] = field(default_factory=list)
    written: list[bool] = field(default_factory=list)
    asked: list[tuple[ListHead, Columns]] = field(default_factory=list)
    readings: list[ReadingOn | None] = field(default_factory=list)
    unreadable: Path = Path("rusak.jpg")

    def __post_init__(self) -> None:
        ports = KelompokPorts(
            grouping=self.desk.grouping,
            page=self._page,
            enrol=self.desk.group_enrolling.enrol,
            issued=self.issued.append,
            written=lambda: self.written.append(True),
        )
        self.presenter = KelompokPresenter(ports, self.jobs, self.states.append, self.desk.clock.today())
        self.reader: ListReader[ListFile, Intake] = ListReader(
            self.desk.importing,
            self.jobs,
            lambda head, columns: self.asked.append((head, columns)),
            self._told,
            self.presenter.show_kelompok,
            self.presenter.fail,
        )

    def _page(self, path: Path) -> bytes:
        if path == self.unreadable:
            raise Failure(FailureCode.PHOTO_UNREADABLE)
        return PAGE

    def _told(self, reading: ReadingOn | None) -> None:
        self.readings.append(reading)
        self.presenter.tell_reading(reading)

    @property
    def state(self) -> KelompokState:
        self.jobs.run_all()
        return self.presenter.state

    def begin(self, kind: KelompokKind = KelompokKind.FAMILY) -> None:
        self.presenter.begin(kind)
        self.jobs.run_all()

    def type_person(self, number: int, **otherwise: str) -> int:
        """Somebody is typed into the empty line; answers the line's number."""
        typed = {**person(number), **otherwise}
        self.presenter.edit(None, "nik", typed.pop("nik"))
        row = self.presenter.state.row
        assert row is not None
        for name, text in typed.items():
            self.presenter.edit(row, name, text)
        self.jobs.run_all()
        return row

    def sign(self) -> None:
        self.presenter.add_pages([Path("halaman.jpg")])
        self.jobs.run_all()

    def take(self, path: Path) -> None:
        """A list is opened and read with the columns that its heads say."""
        self.reader.open(path)
        self.jobs.run_all()
        kelompok = self.presenter.state.kelompok
        assert kelompok is not None
        self.reader.read(kelompok, self.asked[-1][1])
        self.jobs.run_all()


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    desk = desk_of(make_profile(tmp_path / "profile", SigningKey.generate()), HandClock())
    yield Table(desk)
    desk.close()
