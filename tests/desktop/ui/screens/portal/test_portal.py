"""The dialog of the agency's portal: a list saved page by page, answers looked at before they are taken in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from perisai_desktop.domain.portal import AgencyFile, AnsweredRow
from perisai_desktop.ui.screens.portal.state import Doing, PortalState
from perisai_desktop.ui.screens.portal.view import PortalDialog
from perisai_desktop.ui.screens.portal.words import outcome_words, result_heads, result_lines, row_words
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.labels import Text
from tests.desktop.ui.conftest import Showing
from tests.support.fake_portal import FAILURE, FILE, LIST, Counter, Portal


def test_a_list_comes_page_by_page_and_is_saved_once() -> None:
    desk = Counter()
    desk.presenter.export(LIST)
    desk.presenter.export(LIST)
    desk.presenter.read(FILE)
    desk.jobs.run_all()
    assert [(one.done, one.of) for one in desk.shown if one.of] == [(100, 300), (200, 300), (300, 300)]
    assert (desk.portal.saved, desk.now.saved) == ([300], ("daftar.xlsx", 300, 2_520_000))
    title, _, tone = outcome_words(desk.now)
    assert (title, tone) == ("daftar.xlsx: 300 lines, Rp2.520.000", Tone.OK)


@pytest.mark.parametrize("what", ["take", "save"])
def test_a_list_that_fails_says_why(what: str) -> None:
    desk = Counter(Portal({what}))
    desk.presenter.export(LIST)
    desk.jobs.run_all()
    assert desk.now == PortalState(failure=FAILURE)


def test_a_list_that_is_given_up_is_not_saved() -> None:
    desk = Counter()
    desk.presenter.export(LIST)
    desk.presenter.give_up()
    desk.jobs.run_all()
    assert (desk.now, desk.portal.saved) == (PortalState(), [])


def test_answers_are_looked_at_and_then_taken_in() -> None:
    desk = Counter()
    desk.presenter.keep()
    desk.look()
    assert desk.portal.brought == [(2, True), (1, True)]
    assert (desk.now.ready, [row.outcome for row in desk.now.rows]) == (
        True,
        ["registered", "registered", "fault"],
    )
    assert outcome_words(desk.now)[0] == "jawaban.xlsx: 2 KPJ, 0 refused, 0 kode iuran"
    desk.presenter.keep()
    desk.jobs.run_all()
    assert desk.portal.brought[2:] == [(2, False), (1, False)]
    assert (desk.now.taken, desk.now.ready) == (True, False)
    title, words, tone = outcome_words(desk.now)
    assert title == "Taken in: 2 KPJ, 0 refused, 0 kode iuran"
    assert (words, tone) == ("1 lines stay out; the table says why.", Tone.WARNING)


def test_what_became_of_the_lines_is_saved_in_the_words_of_the_screen() -> None:
    desk = Counter()
    desk.presenter.keep_result((), (), FILE)
    desk.look()
    heads, lines = result_heads(), result_lines(desk.now.rows)
    assert (len(heads), lines[0][2:]) == (5, ("00012345678", "", "Registered · KPJ 00012345678"))
    desk.portal.failing.add("result")
    desk.presenter.keep_result(heads, lines, Path("hasil.xlsx"))
    desk.jobs.run_all()
    assert (desk.now.failure, desk.now.result) == (FAILURE, "")
    desk.portal.failing.clear()
    desk.presenter.keep_result(heads, lines, Path("hasil.xlsx"))
    desk.jobs.run_all()
    assert (desk.portal.results, desk.now.result) == ([(3, "hasil.xlsx")], "hasil.xlsx")
    assert outcome_words(desk.now)[1] == "The result is saved as hasil.xlsx."


@pytest.mark.parametrize("what", ["read", "answer"])
def test_answers_that_fail_say_why(what: str) -> None:
    desk = Counter(Portal({what}))
    desk.look()
    assert (desk.now.failure, desk.now.busy, desk.now.ready) == (FAILURE, False, False)


def test_a_look_that_is_given_up_is_forgotten() -> None:
    desk = Counter()
    desk.presenter.read(FILE)
    desk.jobs.run_all()
    desk.presenter.choose(desk.asked[0][1])
    desk.presenter.give_up()
    desk.jobs.run_all()
    assert (desk.now, desk.portal.brought) == (PortalState(), [])


def test_every_outcome_has_words() -> None:
    refused = AnsweredRow(2, "Budi", "refused")
    assert row_words(refused) == "Refused, the agent gives the money back"
    assert row_words(AnsweredRow(2, "", "fault", "kpj_taken")) == "Somebody else has this KPJ"
    assert row_words(AnsweredRow(2, "", "fault", "of_a_newer_server")) == "of_a_newer_server"
    matched = AnsweredRow(4, "Agen Contoh", "matched", billing_code="260900001234", count=2, rupiah=67_200)
    assert row_words(matched) == "Rp67.200 matched, 2 receipts · 260900001234"
    assert outcome_words(PortalState(file=AgencyFile("a.csv", ()), rows=(refused,))) == (
        "a.csv: 0 KPJ, 1 refused, 0 kode iuran",
        "",
        Tone.OK,
    )


def test_the_dialog_asks_for_files_and_shows_what_becomes_of_each_line(
    showing: Showing, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = PortalDialog()
    showing(dialog)
    saved, chosen = list[Path](), list[Path]()
    dialog.save_asked.connect(lambda path: saved.append(path))
    dialog.file_chosen.connect(lambda path: chosen.append(path))
    results = list[Path]()
    dialog.result_asked.connect(lambda _heads, _lines, path: results.append(path))
    for path in ("", "a.xlsx"):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (path, ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, path=path: (path, ""))
        for name in ("portal_save", "portal_choose", "portal_result"):
            button = dialog.findChild(Button, name)
            assert button is not None
            button.click()
    assert saved == chosen == results == [Path("a.xlsx")]
    state = PortalState(file=AgencyFile("a.xlsx", ()), rows=(AnsweredRow(2, "", "same"),))
    dialog.show_state(state)
    assert [dialog.lines.words(0, column) for column in range(3)] == ["2", "–", "Taken in before"]
    assert (dialog.lines.isVisible(), dialog.act.isEnabled()) == (True, False)
    for doing in (Doing.EXPORTING, Doing.LOOKING, Doing.TAKING):
        dialog.show_state(replace(state, doing=doing, done=3, of=9))
        assert not dialog.lines.isVisible()


def test_who_takes_no_answers_in_is_told_who_does(showing: Showing) -> None:
    dialog = PortalDialog(answers=False)
    showing(dialog)
    rows = (AnsweredRow(2, "Siti", "registered", kpj="00012345678"),)
    dialog.show_state(PortalState(file=AgencyFile("jawaban.xlsx", ()), rows=rows))
    save, choose = dialog.findChild(Button, "portal_save"), dialog.findChild(Button, "portal_choose")
    assert save is not None
    assert choose is not None
    assert (save.isVisible(), choose.isVisible(), dialog.act.isVisible()) == (True, False, False)
    told = " ".join(text.text() for text in dialog.findChildren(Text))
    assert "a reviewer to take in" in told
    assert "with these columns filled in" not in told
