"""The log names the request of every line and holds nobody's data."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perisai_desktop.config import logs

logger = logging.getLogger("perisai.test")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that the log of this test is written to."""
    level = logging.getLogger().level
    handler = logs.start_logging(tmp_path / "logs")
    yield tmp_path / "logs"
    logs.stop_logging(handler)
    logging.getLogger().setLevel(level)


def _written(folder: Path) -> str:
    return (folder / "perisai.log").read_text(encoding="utf-8")


def test_every_line_names_its_request(folder: Path) -> None:
    logger.info("starting")
    with logs.request("r-1") as name:
        logger.info("saved in %d ms", 12)
    with logs.request() as other:
        logger.warning("again")
    lines = _written(folder).splitlines()
    assert name == "r-1"
    assert [line.split()[2:4] for line in lines] == [["INFO", "-"], ["INFO", "r-1"], ["WARNING", other]]
    assert lines[1].endswith("perisai.test saved in 12 ms")


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("nik 3208044810930004 is here", "3208044810930004"),
        ("nik 320804 481093 0004", "481093"),
        ("nik 3208.0448.1093.0004", "1093"),
        ("kk=3514060000000001", "3514060000000001"),
        ("phone 082787657987", "082787657987"),
        ("call +62 827-8765-7987 now", "8765"),
        ("EnrolmentForm(name='Siti Aminah', sex='P')", "Siti"),
        ('{"mother_name": "Wati Mote", "sex": "P"}', "Wati"),
        ("street=Jl. Sa'adah No 97", "Sa'adah"),
        ("nama: Budi", "Budi"),
        ("password=rahasia", "rahasia"),
        ("mail marifah@contoh.invalid came", "marifah"),
        ("personal=b'{secret}'", "secret"),
    ],
)
def test_what_is_personal_is_taken_out(folder: Path, text: str, secret: str) -> None:
    logger.error("%s", text)
    assert secret not in _written(folder)
    assert "…" in _written(folder)


@pytest.mark.parametrize(
    "text",
    [
        "receipt 0Q2FK-01-000123-Q for 25200 rupiah",
        "batch 01a20109-9da3-7000-8000-000000000007 took 120 ms",
        "2026-11-22T02:15:30.123Z pushed 2000 entries, 1048576 bytes",
        "hash " + "ab12" * 16,
    ],
)
def test_what_is_nobodys_stays(folder: Path, text: str) -> None:
    logger.info(text)
    assert text in _written(folder)


def test_a_traceback_is_filtered_too(folder: Path) -> None:
    try:
        raise ValueError("nik 3208044810930004")
    except ValueError:
        logger.exception("failed")
    written = _written(folder)
    assert "ValueError" in written
    assert "3208044810930004" not in written


@given(st.integers(10**15, 10**16 - 1), st.sampled_from(["", " ", ".", "-"]))
def test_no_number_of_sixteen_digits_passes(number: int, between: str) -> None:
    text = str(number)
    typed = between.join((text[:6], text[6:12], text[12:]))
    shown = logs.filtered(f"typed {typed}, refused")
    assert not any(character.isdigit() for character in shown)
