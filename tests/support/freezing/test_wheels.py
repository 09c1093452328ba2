"""The look for Windows wheels: which pins ship there, and what is said of one that has none."""

import pytest

from dev import LOCK
from tests.support.freezing import wheels
from tests.support.freezing.wheels import Pin, pins, shipped

TEXT = LOCK.read_text(encoding="utf-8")


def test_every_pin_is_read_with_its_hashes() -> None:
    read = pins(TEXT)
    assert len(read) == TEXT.count("==") - sum(pin.marker.count("==") for pin in read)
    assert all("--hash=sha256:" in pin.text for pin in read)
    assert [pin.marker for pin in read if pin.name == "pywin32-ctypes"] == ["sys_platform == 'win32'"]


def test_what_ships_on_windows_is_asked_for() -> None:
    names = {pin.name for pin in shipped(TEXT, "3.12")}
    assert {
        "pyside6-essentials",
        "shiboken6",
        "sqlcipher3",
        "psycopg-binary",
        "pywin32-ctypes",
        "tzdata",
    } <= names
    assert not names & {"secretstorage", "jeepney", "pytest", "pyinstaller", "mypy"}


def test_one_without_a_wheel_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def resolved(wanted: list[Pin], python: str) -> dict[str, str] | None:
        names = [pin.name for pin in wanted]
        if "segno" in names and python == "3.13":
            return None
        return {name: f"{name}-1-py3-none-any.whl" for name in names}

    monkeypatch.setattr(wheels, "_resolved", resolved)
    assert wheels.main(("3.12",)) == 0
    assert wheels.main(("3.12", "3.13")) == 1
    told = capsys.readouterr().out
    assert "no Windows wheel: segno (3.13)" in told
    assert "py3-none-any" in told
