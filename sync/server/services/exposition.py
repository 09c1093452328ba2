"""The text format in which Prometheus reads metrics (version 0.0.4): names, help, labels and values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sample:
    """One value; `suffix` follows the metric's name (`_bucket`, `_sum`, `_count`)."""

    value: float
    labels: Mapping[str, str]
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric of a kind (`counter`, `gauge`, `histogram`) with its samples."""

    name: str
    kind: str
    told: str
    samples: tuple[Sample, ...]


def gauge(name: str, told: str, samples: Iterable[tuple[Mapping[str, str], float]]) -> Metric:
    """A value that rises and falls, by its labels."""
    return Metric(name, "gauge", told, tuple(Sample(value, labels) for labels, value in samples))


def exposed(metrics: Iterable[Metric]) -> str:
    """All metrics as text."""
    lines: list[str] = []
    for metric in metrics:
        lines += [f"# HELP {metric.name} {metric.told}", f"# TYPE {metric.name} {metric.kind}"]
        lines += [
            f"{metric.name}{one.suffix}{_labels(one.labels)} {_number(one.value)}" for one in metric.samples
        ]
    return "\n".join(lines) + "\n"


def _number(value: float) -> str:
    """Whole numbers to the last digit, others as short as they read back the same."""
    return str(int(value)) if value == int(value) else repr(value)


def _labels(labels: Mapping[str, str]) -> str:
    if not labels:
        return ""
    return "{" + ",".join(f'{name}="{_escaped(value)}"' for name, value in labels.items()) + "}"


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
