"""Who does not decide is offered no act: the window of each role reaches what the server lets the role do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.access import AccessQuestion
from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.domain.review import ReviewRecord
from perisai_desktop.ui.screens.accesses.view import AccessesView
from perisai_desktop.ui.screens.accesses.words import ACTS, WAYS
from perisai_desktop.ui.screens.coverage.aiming import AIMING
from perisai_desktop.ui.screens.laptops.dialog import LaptopsDialog
from perisai_desktop.ui.screens.review.view import ReviewView
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.shell.review_sections import review_sections
from perisai_desktop.ui.shell.review_window import ReviewWindow
from perisai_desktop.ui.theme.theme import Theme
from sync.rules.states import Move
from sync.server.permissions import Role, may
from sync.server.services.accesses import VIEWS
from sync.server.services.viewing import Way
from tests.desktop.ui.conftest import Showing
from tests.support.fake_accesses import rows
from tests.support.fake_reviewing import FakeReviewing, record
from tests.support.reference_data import reference

DECISION = ("POST", "/v1/review/records/{entry_id}/decision")


@pytest.mark.parametrize("role", list(Role))
def test_what_a_role_is_offered_is_what_the_server_lets_it_do(role: Role) -> None:
    person = ReviewerIdentity("Sari", "Cabang", role.value)
    assert person.reviews == may(role, "GET", "/v1/review/queue")
    assert person.decides == may(role, *DECISION)
    for route in ("/v1/review/portal/answers", "/v1/review/bulks", "/v1/review/workers"):
        assert person.decides == may(role, "POST", route)
    assert (role in AIMING) == may(role, "PUT", "/v1/admin/targets")
    assert (role in AIMING) == may(role, "PUT", "/v1/admin/region-workers")
    assert person.receives == may(role, "POST", "/v1/review/bundles")
    assert person.receives == may(role, "GET", "/v1/review/portal/export")
    assert person.gives_codes == may(role, "POST", "/v1/admin/epoch-codes")
    assert person.traces == may(role, "GET", "/v1/review/accesses")
    assert person.exports == may(role, "GET", "/v1/admin/people/{entry_id}/export")
    assert person.reviews == may(role, "GET", "/v1/review/settings")
    assert person.configures == may(role, "POST", "/v1/review/settings/releases")
    for method, path in (
        ("POST", "/v1/admin/accounts"),
        ("PUT", "/v1/admin/accounts/{account_id}/state"),
        ("POST", "/v1/admin/accounts/{account_id}/password"),
        ("POST", "/v1/admin/agents"),
    ):
        assert person.keeps_accounts == (may(role, method, path) and person.reviews)
    assert person.sees_accounts == (may(role, "GET", "/v1/admin/accounts") and person.reviews)
    audits = may(role, "GET", "/v1/admin/ledger") and may(role, "GET", "/v1/admin/audit/proof")
    assert person.audits == (audits and person.traces)
    reached = {section.name for section in review_sections(person)}
    assert {
        "accesses": "accesses" in reached,
        "branch_settings": "branch_settings" in reached,
        "accounts": "accounts" in reached,
        "portal": "portal" in reached,
        "receive": "receive" in reached,
    } == {
        "accesses": person.traces,
        "branch_settings": person.reviews,
        "accounts": person.sees_accounts,
        "portal": person.receives,
        "receive": person.receives,
    }


def test_acts_that_show_data_and_the_ways_to_a_record_have_words() -> None:
    assert ACTS.keys() >= VIEWS
    assert {way.value for way in Way} == WAYS.keys()
    assert {f"review_{move.value}" for move in Move} - ACTS.keys() == {"review_correct", "review_clear"}


class Watched(FakeReviewing):
    """Writes down which records were read, and which were claimed."""

    def __init__(self) -> None:
        super().__init__([record(1, "Ujang Sobarna"), record(2, "Siti Maesaroh")])
        self.read: list[str] = []
        self.claimed: list[str] = []

    def record(self, entry_id: str) -> ReviewRecord:
        self.read.append(entry_id)
        return super().record(entry_id)

    def open(self, entry_id: str) -> ReviewRecord:
        self.claimed.append(entry_id)
        return super().open(entry_id)


def _window(role: str, theme: Theme, showing: Showing) -> tuple[ReviewWindow, Watched, HandRunJobs]:
    reviewing, jobs = Watched(), HandRunJobs()
    window = ReviewWindow(
        reviewing,  # type: ignore[arg-type]
        ReviewerIdentity("Ratna", "", role),
        jobs,
        Looks(theme, "id", lambda _language: None),
        reference(),
        practice=False,
    )
    showing(window)
    window.start()
    jobs.run_all()
    return window, reviewing, jobs


def test_an_auditor_reads_and_neither_button_nor_key_acts(theme: Theme, showing: Showing) -> None:
    window, reviewing, jobs = _window("auditor", theme, showing)
    view = window.findChild(ReviewView)
    assert isinstance(view, ReviewView)
    view.setFocus()
    QTest.keyClicks(view, "AFRDCNTMZ")
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    jobs.run_all()
    assert (reviewing.decided, reviewing.claimed, window.review.state.deciding) == ([], [], None)
    buttons = view.findChildren(QAbstractButton)
    offered = {one.objectName() for one in buttons if one.isVisible() and one.objectName()}
    assert not [name for name in offered if name.startswith(("decide_", "comment_"))]
    assert "queue_bulk" not in offered
    QTest.keyClicks(view, "J")
    jobs.run_all()
    assert reviewing.read == ["entry-1", "entry-2"]
    QTest.keyClicks(view, "L")
    jobs.run_all()
    assert reviewing.accesses.asked == [AccessQuestion(record="entry-2")]
    assert window.frame.current == "accesses"
    window.close()


def test_a_row_of_the_log_leads_to_its_record(theme: Theme, showing: Showing) -> None:
    window, reviewing, jobs = _window("auditor", theme, showing)
    window.frame.go("accesses")
    jobs.run_all()
    view = window.findChild(AccessesView)
    assert isinstance(view, AccessesView)
    assert view.table.words(0, 1) == "Hendra Gunawan, Branch admin"
    assert view.table.words(len(rows()) - 1, 2) == "Another act (tindakan_baru)"
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    jobs.run_all()
    assert window.frame.current == "review"
    assert reviewing.read[-1] == rows()[0].record
    window.close()


def test_who_gives_no_codes_sees_only_what_has_not_arrived(qtbot: QtBot) -> None:
    dialog = LaptopsDialog(420, codes=False)
    qtbot.addWidget(dialog)
    dialog.show()
    make = dialog.findChild(QAbstractButton, "laptops_make")
    assert make is not None
    assert not make.isVisible()
