"""The cursor leaves a NIK by itself only where nothing is to be said of it, and never for a button."""

import pytest

from tests.desktop.ui.screens.enrolment.conftest import Bench
from tests.support.desks import filled_draft


@pytest.mark.parametrize("nik", ["3202083213900004", "9999081408900004"])
def test_a_nik_with_a_finding_keeps_the_cursor(bench: Bench, nik: str) -> None:
    bench.opened().presenter.type_into("nik", nik)
    bench.jobs.run_all()
    assert (bench.state.focus, bench.state.current) == (None, True)


def test_a_nik_that_is_here_keeps_the_cursor(bench: Bench) -> None:
    bench.desk.enrolling.enrol(filled_draft(bench.desk))
    bench.opened().presenter.type_into("nik", filled_draft(bench.desk).form.nik)
    bench.jobs.run_all()
    assert (bench.state.focus, bench.state.known_here) == (None, True)


def test_a_corrected_nik_does_not_carry_the_cursor_to_a_button(bench: Bench) -> None:
    bench.opened().fill().presenter.type_into("nik", "3202081408900005")
    bench.jobs.run_all()
    assert (bench.state.focus, bench.state.ready) == (None, True)


def test_a_cursor_that_left_the_nik_is_not_carried(bench: Bench) -> None:
    bench.opened().presenter.type_into("nik", "3202081408900004")
    bench.presenter.leave("nik")
    bench.jobs.run_all()
    assert bench.state.focus is None
