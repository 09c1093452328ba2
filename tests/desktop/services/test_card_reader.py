"""The reader's process: what it says is taken, and however it ends, the agent goes on."""

import sys
import threading
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest

from perisai_desktop.domain.card_reading import (
    Box,
    CardReading,
    ReadField,
    ReadingEnd,
    decode_reading,
    encode_reading,
)
from perisai_desktop.services import card_reader
from perisai_desktop.services.card_reader import CardReader, reader_command

TODAY = date(2026, 11, 22)
READING = CardReading(
    ReadingEnd.READ,
    {
        "nik": ReadField("3202081408900004", 0.99, Box(0.1, 0.2, 0.3, 0.25)),
        "name": ReadField("Budi Santoso", 0.4, None),
    },
)
WAITING = "import threading; print('begun', flush=True); threading.Event().wait()"


def _reader(program: str, patience: float = 60.0) -> CardReader:
    return CardReader([sys.executable, "-S", "-E", "-c", program], patience)


def test_the_picture_goes_in_and_the_reading_comes_out() -> None:
    program = f"import sys; given = sys.stdin.buffer.read(); print({encode_reading(READING)!r} if given == b'jpeg' else '')"
    assert _reader(program).read(b"jpeg", TODAY) == READING


def test_the_local_date_goes_along() -> None:
    program = "import sys; sys.exit(0 if sys.argv[1:] == ['--today', '2026-11-22'] else 3)"
    told = f"print({encode_reading(READING)!r}); "
    assert _reader(told + program).read(b"", TODAY).end is ReadingEnd.READ


@pytest.mark.parametrize(
    "program",
    [
        "raise SystemExit(1)",
        "print('Traceback')",
        "print('{}')",
        "print('[]')",
        'print(\'{"end": "read", "fields": {"nik": {"value": 3, "confidence": 1, "box": null}}}\')',
        'print(\'{"end": "perhaps", "fields": {}}\')',
        "import os; os.kill(os.getpid(), 9)",
        "import sys; sys.stdout.buffer.write(bytes([255]))",
        "print('[' * 60_000)",
        "while True: print('x' * 65_536)",
        "import sys; sys.stdout.write('{\\\"end\\\": '); sys.stdout.flush(); raise SystemExit(1)",
    ],
)
def test_a_reader_that_fails_is_told_as_one(program: str) -> None:
    assert _reader(program).read(b"jpeg", TODAY) == CardReading(ReadingEnd.FAILED)


def test_a_reader_that_is_gone_is_told_as_failed() -> None:
    assert CardReader(["/nowhere/perisai-reader"]).read(b"", TODAY).end is ReadingEnd.FAILED


def test_one_that_takes_too_long_is_ended() -> None:
    assert _reader(WAITING, patience=0.2).read(b"jpeg", TODAY).end is ReadingEnd.TOO_SLOW


def test_one_that_says_nothing_further_and_stays_is_ended() -> None:
    program = "import os, threading; os.close(1); threading.Event().wait()"
    assert _reader(program, patience=0.2).read(b"jpeg" * 100_000, TODAY).end is ReadingEnd.TOO_SLOW


def test_a_reading_that_is_given_up_ends_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    started = threading.Event()
    start = card_reader._start

    def begun(command):  # type: ignore[no-untyped-def]
        process = start(command)
        started.set()
        return process

    monkeypatch.setattr(card_reader, "_start", begun)
    reader = _reader(WAITING)
    found: list[CardReading] = []
    thread = threading.Thread(target=lambda: found.append(reader.read(b"jpeg", TODAY)))
    thread.start()
    assert started.wait(30)
    reader.cancel()
    thread.join(30)
    assert found == [CardReading(ReadingEnd.CANCELLED)]
    reader.cancel()


def test_a_laptop_without_the_pack_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        card_reader, "find_spec", lambda name: find_spec(name) if name == "rapidocr" else None
    )
    assert reader_command() is None
    reader = CardReader(reader_command())
    assert not reader.installed
    assert reader.read(b"jpeg", TODAY) == CardReading(ReadingEnd.NOT_INSTALLED)


@pytest.mark.parametrize("folder", ["perisai/perisai-reader", "perisai-reader"])
def test_the_frozen_program_finds_its_reader_beside_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: str
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "perisai" / "perisai"))
    assert reader_command() is None
    name = "perisai-reader.exe" if sys.platform == "win32" else "perisai-reader"
    program = tmp_path / folder / name
    program.parent.mkdir(parents=True)
    program.touch()
    assert reader_command() == (str(program),)


def test_what_is_written_is_read_again() -> None:
    assert decode_reading(encode_reading(READING)) == READING


def test_only_a_confident_value_is_not_doubtful() -> None:
    assert [field.doubtful for field in READING.fields.values()] == [False, True]
