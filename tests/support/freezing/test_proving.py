"""A bundle that leans on the machine it was built on is found out."""

from pathlib import Path

import pytest

from tests.support.freezing import proving

ELF = b"\x7fELF and so on"


class Told:
    """What readelf says of any file."""

    stdout = (
        " (NEEDED) Shared library: [libdbus-1.so.3]\n (NEEDED) Shared library: [libc.so.6]\n (SONAME) [x]\n"
    )


def test_a_library_of_the_system_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.run", lambda *_, **__: Told)
    (tmp_path / "libqxcb.so").write_bytes(ELF)
    (tmp_path / "readme.txt").write_text("no program")
    assert proving.lacking(tmp_path) == {"libdbus-1.so.3": "libqxcb.so"}
    (tmp_path / "libdbus-1.so.3").write_bytes(ELF)
    assert proving.lacking(tmp_path) == {}
