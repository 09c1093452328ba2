"""The search of a profile's bytes: what it looks for, and that it finds it in any file and either encoding."""

import sqlite3
from pathlib import Path

import pytest

from tests.support.secrecy import leaks, readable_stores, secrets

ROSTER = [{"nik": "32.02 0814-0890.0004", "nama": "Sri Nurhayati", "nama_ibu": "Wati"}]
HIDDEN = {"32.02 0814-0890.0004", "3202081408900004", "Sri Nurhayati", "Nurhayati"}


def test_numbers_in_both_spellings_and_long_names_are_looked_for() -> None:
    assert secrets(ROSTER) == HIDDEN


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le"])
@pytest.mark.parametrize("text", ["3202081408900004", "sri nurhayati"])
def test_a_text_is_found_wherever_it_stands(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "page").write_bytes(b"\x00\xff" + text.encode(code) + b"\x01")
    (tmp_path / "clean").write_bytes(bytes(range(256)))
    assert list(leaks(tmp_path, HIDDEN)) == ["deep/page shows 1 names or numbers of the roster"]


def test_a_file_name_counts(tmp_path: Path) -> None:
    (tmp_path / "Nurhayati.txt").touch()
    assert list(leaks(tmp_path, HIDDEN)) == ["Nurhayati.txt shows 1 names or numbers of the roster"]


def test_a_store_without_encryption_is_told(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "open.db") as store:
        store.execute("CREATE TABLE worker (name text)")
    store.close()
    (tmp_path / "sealed.db").write_bytes(bytes(range(256)) * 32)
    assert list(readable_stores(tmp_path)) == ["open.db opens without a key"]
