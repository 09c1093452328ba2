"""Which column of the agency's answers is what: asked before anything is read, and remembered."""

from __future__ import annotations

from perisai_desktop.domain.list_columns import Columns
from perisai_desktop.domain.list_head import ListHead
from perisai_desktop.ui.screens.portal.columns_dialog import AnswerColumnsDialog
from perisai_desktop.ui.screens.portal.state import PortalState
from perisai_desktop.ui.widgets.select_field import SelectField
from tests.desktop.ui.conftest import Showing
from tests.support.fake_portal import FAILURE, FILE, Counter, Portal


def test_a_file_that_cannot_be_opened_says_why() -> None:
    desk = Counter(Portal({"open"}))
    desk.presenter.read(FILE)
    desk.jobs.run_all()
    assert (desk.now, desk.asked) == (PortalState(failure=FAILURE), [])


def test_columns_are_asked_for_and_remembered_before_anything_is_read() -> None:
    desk = Counter()
    desk.presenter.choose({})
    desk.presenter.read(FILE)
    desk.presenter.read(FILE)
    desk.jobs.run_all()
    ((head, columns),) = desk.asked
    assert (desk.now.busy, desk.portal.brought, columns) == (False, [], {"nik": 0, "kpj": 1})
    desk.presenter.choose({"kpj": 0, "nik": 1})
    desk.jobs.run_all()
    assert (desk.now.ready, desk.portal.chosen) == (True, {head.heads: {"kpj": 0, "nik": 1}})
    desk.presenter.read(FILE)
    desk.jobs.run_all()
    assert desk.asked[-1][1] == {"kpj": 0, "nik": 1}


def test_a_file_whose_columns_are_not_chosen_is_put_away() -> None:
    desk = Counter()
    desk.presenter.read(FILE)
    desk.jobs.run_all()
    desk.presenter.put_away()
    desk.presenter.put_away()
    desk.presenter.read(FILE)
    desk.presenter.give_up()
    desk.jobs.run_all()
    assert [one.closed for one in desk.portal.opened] == [1, 1]
    assert len(desk.asked) == 1, "who left the dialog is asked nothing"
    assert (desk.now, desk.portal.chosen) == (PortalState(), {})


def test_the_columns_of_a_file_are_chosen_until_it_can_be_read(showing: Showing) -> None:
    head = ListHead(FILE.name, "b" * 64, ("No", "Nomor Induk", ""), (("1", "3202081408900001", "000"),), 3)
    dialog = AnswerColumnsDialog(head, {})
    showing(dialog)
    chosen: list[Columns] = []
    dialog.chosen.connect(lambda columns: chosen.append(columns))
    dialog.act.click()
    assert (chosen, dialog.note.isVisible()) == ([], True)
    for place, name in ((1, "nik"), (2, "kpj")):
        field = dialog.findChild(SelectField, f"column_{place}")
        assert field is not None
        field.set_value(name)
    dialog.act.click()
    assert chosen == [{"nik": 1, "kpj": 2}]
