"""What a benchmark measured: series of samples, and what is claimed of one beside its floor."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Series:
    """Samples of one thing, in the order they were taken; durations are in milliseconds, memory is in MiB."""

    label: str
    samples: tuple[float, ...]
    unit: str = "ms"

    @property
    def median(self) -> float:
        return statistics.median(self.samples)

    def quantile(self, share: float) -> float:
        """The sample that this share of all samples does not exceed."""
        ordered = sorted(self.samples)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]

    def line(self) -> str:
        """Median, middle half, 99th percentile and maximum, in English notation."""
        low, high, tail = (self.quantile(share) for share in (0.25, 0.75, 0.99))
        return (
            f"  {self.label:<46} p50 {_figure(self.median)}  half {_figure(low)} to {_figure(high)}  "
            f"p99 {_figure(tail)}  max {_figure(max(self.samples))} {self.unit}  n {len(self.samples):,}"
        )


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that must not exceed its reach; both are ratios unless there is a unit."""

    words: str
    value: float
    reach: float
    unit: str = "x"

    @property
    def held(self) -> bool:
        return self.value <= self.reach

    def line(self) -> str:
        """The figure, its reach, and whether it is within."""
        verdict = "reached" if self.held else "missed"
        return (
            f"  {self.words:<46} {self.value:,.2f} {self.unit}, reach {self.reach:,g} {self.unit}: {verdict}"
        )


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything that one run of one benchmark saw; `notes` are lines of a table of its own."""

    series: tuple[Series, ...]
    claims: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = ()

    def lines(self) -> tuple[str, ...]:
        """What is printed of it."""
        return (*self.notes, *(each.line() for each in self.series), *(each.line() for each in self.claims))


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that one call takes."""
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1e3


def series(label: str, samples: Sequence[float], unit: str = "ms") -> Series:
    """A series of samples; raises ValueError where there is none."""
    if not samples:
        raise ValueError(label)
    return Series(label, tuple(samples), unit)


def _figure(value: float) -> str:
    return f"{value:>9,.3f}" if value < 100 else f"{value:>9,.1f}"
