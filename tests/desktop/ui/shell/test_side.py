"""What one side of a laptop keeps of what is chosen in its window."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import USUAL, PrintChoice
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.shell.side import Side
from perisai_desktop.ui.theme.theme import Theme
from sync.protocol.signatures import SigningKey
from tests.desktop.ui.conftest import Showing
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.fake_printers import FakePrinters


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[AgentDesk]:
    made = desk_of(make_profile(tmp_path / "profile", SigningKey.generate()), HandClock())
    made.enrolling.enrol(filled_draft(made))
    yield made
    made.close()


def test_paper_printers_folder_and_tour_are_known_after_a_restart(
    desk: AgentDesk, theme: Theme, tmp_path: Path, showing: Showing
) -> None:
    (receipt,) = desk.receipting.recent()
    seen: list[tuple[PrintChoice, Path, bool]] = []
    wanted = PrintChoice(PaperSize.ROLL_58, "Kantor", "Struk")
    for _ in range(2):
        side, jobs = Side(Profile(tmp_path / "profile"), HandClock(), practising=True), HandRunJobs()
        looks = Looks(theme, "id", lambda _language: None)
        receipts = None if seen else tmp_path / "first"
        window = side.agent_window(
            desk, jobs, looks, side.laptop(side.choices, 100), receipts=receipts, printers=FakePrinters()
        )
        showing(window)
        window.show_receipt(receipt.number)
        jobs.run_all()
        opened = window.receipt_window
        assert opened is not None
        seen.append((opened._state.choice, opened.path.parent, side.choices.read().toured))
        opened.choice_made.emit(wanted)
        opened.folder_chosen.emit(tmp_path / "other")
        window.toured.emit()
        opened.reject()
        window.close()
    assert seen == [(USUAL, tmp_path / "first", False), (wanted, tmp_path / "other", True)]


def test_a_folder_for_receipts_that_is_gone_keeps_nobody_from_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "perisai_desktop.ui.shell.side.QStandardPaths.writableLocation",
        lambda _kind: str(tmp_path / "papers"),
    )
    side = Side(Profile(tmp_path / "profile"), HandClock(), practising=False)
    pulled = tmp_path / "stick"
    pulled.write_bytes(b"")
    side.choices.keep(receipts=str(pulled / "Kuitansi"))
    assert side.receipts_folder(None) == tmp_path / "papers" / "Kuitansi Perisai"
    assert side.receipts_folder(None).is_dir()


def test_a_full_disk_forgets_a_choice_and_keeps_nobody_from_the_work(
    desk: AgentDesk, theme: Theme, tmp_path: Path, showing: Showing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    side, jobs = Side(Profile(tmp_path / "profile"), HandClock(), practising=True), HandRunJobs()
    looks = Looks(theme, "id", lambda _language: None)
    monkeypatch.setattr("perisai_desktop.config.choices.save_settings", full)
    window = side.agent_window(
        desk, jobs, looks, side.laptop(side.choices, 100), receipts=tmp_path, printers=FakePrinters()
    )
    showing(window)
    assert window.upkeep.first(desk.clock.today()) == "ready_for_work"
    window.start(first="sync")
    window.toured.emit()
    side.laptop(side.choices, 100).keep_receipts(tmp_path)
    window.rest()
    window.close()
    assert not side.choices.read().toured
