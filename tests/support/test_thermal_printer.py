"""The virtual printer is as strict as the strictest real one."""

import pytest

from tests.support.thermal_printer import BLADE_DOTS, LINE_DOTS, Rubbish, ThermalPrinter

START = b"\x1b@"
DOT = b"\x1dv0\x00\x01\x00\x01\x00\x80"


def test_a_dot_comes_out_where_it_was_put() -> None:
    printer = ThermalPrinter(16)
    printer.receive(START + DOT + b"\x1bd\x02")
    paper = printer.paper
    assert paper.size == (16, 1 + 2 * LINE_DOTS)
    black = [(x, y) for x in range(paper.width) for y in range(paper.height) if paper.getpixel((x, y)) == 0]
    assert black == [(0, 0)]


def test_a_cut_leaves_the_print_on_its_own_side() -> None:
    printer = ThermalPrinter(8)
    printer.receive(START + DOT + b"\x1dVB\x00")
    assert printer.cuts == [1]
    assert printer.paper.height == 1 + BLADE_DOTS


@pytest.mark.parametrize(
    "job",
    [
        DOT,
        START + b"Kuitansi",
        START + b"\x1b!\x08",
        START + b"\x1dv0\x01\x01\x00\x01\x00\x80",
        START + b"\x1dv0\x00\x02\x00\x01\x00\x80\x80",
        START + b"\x1dv0\x00\x01\x00\x00\x00",
        START + b"\x1dv0\x00\x01\x00\x20\x00" + bytes(32),
        DOT[:-1].join((START, b"")),
        START + b"\x1dV\x00",
        START + b"\x1bd",
    ],
    ids=["unready", "text", "other", "double", "wide", "empty", "large", "short", "full cut", "broken off"],
)
def test_what_would_come_out_as_rubbish_is_refused(job: bytes) -> None:
    with pytest.raises(Rubbish):
        ThermalPrinter(8, buffer=16).receive(job)


def test_every_job_begins_anew() -> None:
    printer = ThermalPrinter(8)
    printer.receive(START + DOT)
    with pytest.raises(Rubbish):
        printer.receive(DOT)
