"""A job for a thermal printer prints the very dots it was made of."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perisai_desktop.documents.escpos import BAND_BYTES, print_job
from perisai_desktop.domain.page_image import Dots
from tests.support.thermal_printer import BLADE_DOTS, LINE_DOTS, ThermalPrinter


@settings(max_examples=50)
@given(
    stride=st.integers(1, 72),
    height=st.integers(1, 200),
    chance=st.randoms(use_true_random=False),
    cut=st.booleans(),
)
def test_what_comes_out_is_what_was_sent(stride: int, height: int, chance: Random, cut: bool) -> None:
    dots = Dots(8 * stride, height, bytes(chance.getrandbits(8) for _ in range(stride * height)))
    printer = ThermalPrinter(dots.width, buffer=BAND_BYTES)
    printer.receive(print_job(dots, cut=cut))
    assert dots.stride == stride
    assert printer.paper.height == height + (BLADE_DOTS if cut else 4 * LINE_DOTS)
    printed = printer.paper.tobytes()
    assert bytes(255 - byte for byte in printed[: len(dots.bits)]) == dots.bits
    assert set(printed[len(dots.bits) :]) == {255}


@pytest.mark.parametrize("cut", [True, False])
def test_a_job_begins_by_initialising_and_cuts_only_where_asked(cut: bool) -> None:
    job = print_job(Dots(8, 1, b"\x01"), cut=cut)
    assert job.startswith(b"\x1b@\x1dv0\x00\x01\x00\x01\x00\x01")
    assert job.endswith(b"\x1dVB\x00" if cut else b"\x1bd\x04")


def test_a_line_wider_than_a_band_still_goes_out() -> None:
    dots = Dots(8 * (BAND_BYTES + 1), 2, b"\xff" * 2 * (BAND_BYTES + 1))
    assert print_job(dots, cut=False).count(b"\x1dv0\x00") == 2
