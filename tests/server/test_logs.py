"""Logs hold events and technical facts, never what people told us."""

import io
import json
import logging
from collections.abc import Iterator

import pytest

from sync.server.logs import REQUEST, write_logs

NIK = "3202081408900004"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What is written while a test runs."""
    stream, root = io.StringIO(), logging.getLogger()
    level = root.level
    handler = write_logs(stream)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


def test_a_line_names_event_facts_and_request(lines: io.StringIO) -> None:
    token = REQUEST.set("ab12")
    logging.getLogger("sync.server.test").info("batch_rejected", extra={"device": "7Q2FK", "nik": NIK})
    REQUEST.reset(token)
    line = json.loads(lines.getvalue())
    assert (line["event"], line["device"], line["request"], line["level"]) == (
        "batch_rejected",
        "7Q2FK",
        "ab12",
        "info",
    )
    assert NIK not in lines.getvalue()


def test_a_failure_tells_types_and_places_and_no_message(
    lines: io.StringIO, caplog: pytest.LogCaptureFixture
) -> None:
    def inner() -> None:
        raise ValueError(NIK)

    try:
        try:
            inner()
        except ValueError as fault:
            raise LookupError(f"no {NIK}") from fault
    except LookupError:
        logging.getLogger("sync.server.test").exception("action_not_settled")
    line = json.loads(lines.getvalue())
    assert [place.split(" ")[0] for place in line["failures"]] == [
        "builtins.LookupError",
        "builtins.ValueError",
    ]
    assert "inner:" in line["failures"][1]
    assert NIK not in lines.getvalue()
    assert "request" not in line
    caplog.clear()
