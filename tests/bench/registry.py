"""The benchmarks by the names that the table of speed gives them."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from tests.bench.measured import Measured


@dataclass(frozen=True, slots=True)
class Benchmark:
    """`module` has `run(size)`; `size` counts what the benchmark repeats or fills, `usual` is what its reach is for.

    `keeps`: its `run` takes a folder too, in which what it fills stays for the next run.
    """

    what: str
    module: str
    usual: int
    keeps: bool = False

    def run(self, size: int | None = None, kept: Path | None = None) -> Measured:
        """Measure; with less than the usual size the figures say nothing, but every line is run."""
        run = import_module(f"tests.bench.{self.module}").run
        measured = run(size or self.usual, kept) if self.keeps else run(size or self.usual)
        assert isinstance(measured, Measured)
        return measured


BENCHMARKS = {
    "start.cold": Benchmark(
        "process start to a sign-in that takes typing; then the list of 10,000 workers", "start_cold", 11
    ),
    "save.durable": Benchmark(
        "enrolment, contribution and receipt in one action, committed with fsync", "save_durable", 300
    ),
    "search.workers": Benchmark("search as one types among 100,000 workers", "search_workers", 100_000),
    "search.place": Benchmark("one of 91,599 regions as one types", "search_place", 400),
    "list.open": Benchmark(
        "the list of 100,000 workers; frames while it scrolls and jumps", "list_open", 100_000
    ),
    "home.open": Benchmark(
        "the first screen over 10,000 workers and 100,000 lines of the ledger", "home_open", 10_000
    ),
    "sync.push": Benchmark(
        "2,000 enrolments with contribution and receipt until acknowledged on PostgreSQL; bytes up",
        "sync_push",
        2_000,
    ),
    "sync.delta": Benchmark("52 new entries among 20,000", "sync_delta", 20_000),
    "sync.idle": Benchmark("a sync with nothing to do", "sync_idle", 100),
    "sync.link": Benchmark(
        "1,000 entries over 64 kbit/s, 600 ms, 5 % loss, until all are acknowledged", "sync_link", 1_000
    ),
    "ktp.reading": Benchmark(
        "generated KTP, read from photographs that are straight, askew, blurred, in glare and in the dark",
        "ktp_reading",
        24,
    ),
    "review.next": Benchmark(
        "records approved by keyboard until the next is on screen, each answer after 80 ms",
        "review_next",
        100,
    ),
    "review.queue": Benchmark(
        "the queue's pages, searches, a record and every list at the server, over 1,000,000 entries on PostgreSQL",
        "review_queue",
        1_000_000,
        keeps=True,
    ),
    "receipt.pdf": Benchmark("one receipt on every paper, warm; and the first", "receipt_pdf", 200),
}
