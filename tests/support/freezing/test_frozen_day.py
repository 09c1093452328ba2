"""The market's day without Python: programs that do their part agree, and each lie is found."""

import subprocess
from pathlib import Path

import pytest

from tests.support.freezing.proving import DAY, bare_path

SERVER = """#!/bin/sh
case "$1" in
  --version) echo "perisai-server 9" ;;
  ledger) echo '{"lines": 4, "rupiah": LEDGER, "receipts": 2, "receipts_rupiah": LEDGER, "buckets": {}}' ;;
  practice) echo '{"url": "http://127.0.0.1:9"}' >"$3/practice.json"; while :; do sleep 0.05; done ;;
esac
"""
DESKTOP = """#!/bin/sh
case "$1" in
  --version) echo "perisai 9" ;;
  selftest) echo "window ok" ;;
  tour)
    out=$7
    mkdir -p "$out/receipts"
    : >"$out/receipts/A-1.pdf"; : >"$out/receipts/A-2.pdf"
    printf 'no,reaksi,catatan,jumlah,kuitansi,putusan\\n1,diterima,,100,A-1,disetujui\\n2,ditolak,x y,,,\\n3,diterima,,250,A-2,\\n' >"$out/result.csv"
    printf '{\\n "rows": 3,\\n "receipts_rupiah": 350,\\n "journal_rupiah": JOURNAL,\\n "unsent": 0,\\n "differing": DIFFERING\\n}\\n' >"$out/summary.json"
    exit CODE ;;
esac
"""
TRUE = {"LEDGER": "350", "JOURNAL": "350", "DIFFERING": "[]", "CODE": "0"}


def _day(folder: Path, **lies: str) -> subprocess.CompletedProcess[str]:
    told = {**TRUE, **lies}
    for name, script in (("perisai", DESKTOP), ("perisai-server", SERVER)):
        for word, value in told.items():
            script = script.replace(word, value)
        program = folder / name / name
        program.parent.mkdir()
        program.write_text(script, encoding="utf-8")
        program.chmod(0o700)
    path = bare_path(folder / "bin")
    arguments = [str(folder), "roster.csv", "2026-11-22", "2", "350", str(folder / "out")]
    return subprocess.run(
        [str(path / "sh"), str(DAY), *arguments],
        env={"PATH": str(path), "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_day_whose_books_agree(tmp_path: Path) -> None:
    done = _day(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "FAULT" not in done.stdout
    assert done.stdout.count("  ok ") == 11


@pytest.mark.parametrize(
    ("lie", "found"),
    [
        ({"LEDGER": "351"}, "FAULT rupiah in the server's ledger"),
        ({"JOURNAL": "100"}, "FAULT rupiah in the journal"),
        ({"DIFFERING": '["7"]'}, "FAULT rows that differ"),
        ({"CODE": "1"}, "FAULT exit code of the tour"),
    ],
    ids=["ledger", "journal", "rows", "exit code"],
)
def test_a_lie_is_found(tmp_path: Path, lie: dict[str, str], found: str) -> None:
    done = _day(tmp_path, **lie)
    assert done.returncode == 1
    assert found in done.stdout
    assert done.stdout.count("FAULT") == 1
