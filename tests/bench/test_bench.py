"""Every benchmark runs and holds its figures against a reach, and the command says what it does not know."""

import json
from pathlib import Path

import pytest

from tests.bench.__main__ import main
from tests.bench.measured import Claim, Measured, Series, series
from tests.bench.registry import BENCHMARKS, Benchmark

LITTLE = {
    "start.cold": 1,
    "save.durable": 3,
    "search.workers": 200,
    "search.place": 3,
    "list.open": 200,
    "home.open": 200,
    "sync.push": 3,
    "sync.delta": 1,
    "sync.idle": 3,
    "sync.link": 8,
    "ktp.reading": 1,
    "review.next": 3,
    "review.queue": 500,
    "receipt.pdf": 2,
}
FEW = {"tests.bench.start_cold.WORKERS": 200, "tests.bench.search_workers.TYPISTS": 2}
"""What a benchmark takes of its own accord, for a run that measures nothing."""


@pytest.mark.parametrize("name", BENCHMARKS)
def test_a_benchmark_measures_its_floor_and_its_reach(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for of_its_own, little in FEW.items():
        monkeypatch.setattr(of_its_own, little)
    measured = BENCHMARKS[name].run(LITTLE[name])
    assert measured.series
    assert measured.claims
    assert all(sample > 0 for each in measured.series for sample in each.samples)


def test_an_unknown_name_is_answered_with_all_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["start.cold", "start.warm"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("bench does not know start.warm; it knows:\n")
    assert [name for name in BENCHMARKS if f"  {name} " not in said] == []


def test_figures_are_printed_in_english_and_kept_as_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    slow = Measured((series("slow", [1.5, 1234.5]),), (Claim("over nothing", 2.5, 2),))
    monkeypatch.setattr(Benchmark, "run", lambda _self, _size, _kept: slow)
    assert main(["save.durable", "--json", str(tmp_path / "figures.json")]) == 1
    said = capsys.readouterr().out
    assert "1,234.5 ms  n 2" in said
    assert "2.50 x, reach 2 x: missed" in said
    kept = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert kept["benchmarks"]["save.durable"]["series"][0]["samples"] == [1.5, 1234.5]


def test_a_series_tells_median_and_tail() -> None:
    hundred = Series("hundred", tuple(float(sample) for sample in range(100, 0, -1)))
    assert hundred.median == 50.5
    assert (hundred.quantile(0.25), hundred.quantile(0.99)) == (26, 100)
    with pytest.raises(ValueError, match="nothing"):
        series("nothing", [])
