"""Metrics: who may read them, what they count, and that they and the log name nobody."""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from sync.server.app import app_of
from sync.server.backups.last_copy import note_copy
from sync.server.logs import write_logs
from sync.server.services.request_counts import RequestCounts
from tests.support.server_app import RunningServer
from tests.support.stored_rows import MORNING

TOKEN = "a-token-for-a-monitor"
HERE = ("127.0.0.1", 50_000)


def _client(running: RunningServer, token: str = "", caller: tuple[str, int] = HERE) -> TestClient:
    settings = replace(running.server.settings, metrics_token=token, open_per_minute=3, costly_per_minute=1)
    return TestClient(
        app_of(replace(running.server, settings=settings)), client=caller, raise_server_exceptions=False
    )


def _metrics(text: str) -> dict[str, float]:
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines)}


def test_a_monitor_here_or_with_the_token_reads_them(running: RunningServer) -> None:
    open_here = _client(running)
    assert open_here.get("/v1/metrics").status_code == 200
    assert open_here.get("/v1/metrics", headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 403
    for caller in ("10.0.0.8", "testclient"):
        assert (
            _client(running, caller=(caller, 1)).get("/v1/metrics").json()["code"] == "watching_not_allowed"
        )
    closed = _client(running, TOKEN, ("10.0.0.8", 1))
    for words, status in (
        ("", 403),
        (f"Basic {TOKEN}", 403),
        ("Bearer another", 403),
        (f"Bearer {TOKEN}", 200),
    ):
        assert closed.get("/v1/metrics", headers={"Authorization": words}).status_code == status
    assert _client(running, TOKEN).get("/v1/metrics").status_code == 403


def test_they_count_requests_laptops_and_ages_and_name_nobody(running: RunningServer) -> None:
    laptop = running.laptop()
    posted = laptop.post()
    client = _client(running)
    client.get(posted.link.path)
    client.request("BREW", "/v1/health")
    client.get("/v1/nowhere")
    told = client.get("/v1/metrics").text
    found = _metrics(told)
    page = 'method="GET",route="/k/{number}/{on}/{amount}/{signature}",status="200"'
    assert found[f"perisai_request_seconds_count{{{page}}}"] == 1
    assert found[f'perisai_request_seconds_bucket{{{page},le="+Inf"}}'] == 1
    assert found['perisai_request_seconds_count{method="other",route="/v1/health",status="405"}'] == 1
    assert found['perisai_request_seconds_count{method="GET",route="unknown",status="404"}'] == 1
    assert found['perisai_entries{verdict="accepted"}'] >= 4
    assert found['perisai_devices{state="active"}'] == 1
    assert sum(value for name, value in found.items() if name.startswith("perisai_devices_silent")) == 1
    assert found["perisai_database_bytes"] > 100_000
    assert "perisai_backup_age_seconds" not in found
    for secret in ("0Q2FK", posted.number, posted.worker_id, "L-0001"):
        assert secret not in told
    folder = running.server.settings.directory
    note_copy(folder, (MORNING - timedelta(hours=2)).isoformat(), folder)
    assert _metrics(client.get("/v1/metrics").text)["perisai_backup_age_seconds"] >= 2 * 3600


def test_a_histogram_counts_what_stayed_within_each_bound() -> None:
    counts = RequestCounts()
    for seconds in (0.004, 0.2, 99.0):
        counts.observe("GET", "/v1/health", 200, seconds)
    taken = counts.seen()[("GET", "/v1/health", 200)]
    assert (taken.count, taken.within[0], taken.within[-1]) == (3, 1, 2)
    assert taken.seconds == pytest.approx(99.204)


def test_open_and_costly_routes_have_rates_of_their_own(running: RunningServer) -> None:
    client = _client(running)
    statuses = [client.get("/v1/reference/devices").status_code for _ in range(3)]
    refused = client.get("/v1/health")
    assert (statuses, refused.status_code, refused.headers["retry-after"]) == ([200] * 3, 429, "20")
    assert [client.get("/v1/identity").status_code for _ in range(4)] == [200, 200, 200, 429]
    session = running.bearer("reviewer")
    searches = [client.post("/v1/review/workers", json={"text": "Contoh"}, headers=session) for _ in range(2)]
    assert [answer.status_code for answer in searches] == [200, 429]
    sums = [client.get("/v1/review/coverage", headers=session).status_code for _ in range(2)]
    assert sums == [200, 429]
    assert client.get("/v1/review/queue", headers=session).status_code == 200


@contextmanager
def _written() -> Iterator[io.StringIO]:
    stream, root = io.StringIO(), logging.getLogger()
    level = root.level
    handler = write_logs(stream)
    try:
        yield stream
    finally:
        root.removeHandler(handler)
        root.setLevel(level)


def test_a_request_has_one_id_in_header_problem_and_log_and_its_values_stay_out(
    running: RunningServer, caplog: pytest.LogCaptureFixture
) -> None:
    posted = running.laptop().post()
    secrets = ("SENTINEL-LOGIN", "SENTINEL-SANDI", "SENTINEL-NAMA", posted.number, posted.entry_id)
    session = running.bearer("reviewer")
    client = _client(running)
    with _written() as stream:
        answers = [
            client.post("/v1/review/session", json={"login": secrets[0], "password": secrets[1]}),
            client.post("/v1/review/workers", json={"text": secrets[2]}, headers=session),
            client.post("/v1/review/workers", content=secrets[2], headers=session),
            client.get(f"/v1/review/records/{posted.entry_id}", headers=session),
            client.get(posted.link.path),
            client.get(f"/{secrets[2]}?q={secrets[2]}"),
            client.post("/v1/hello", content=secrets[2], headers={"Perisai-Device": "0Q2FK"}),
        ]
    caplog.clear()
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    asked = {line["request"] for line in lines if line["event"] == "request"}
    assert asked == {answer.headers["perisai-request"] for answer in answers}
    problems = [answer for answer in answers if answer.status_code >= 400]
    assert len(problems) == 4
    for answer in problems:
        assert answer.json()["request"] == answer.headers["perisai-request"]
    assert [secret for secret in secrets if secret in stream.getvalue()] == []


def test_a_bug_is_answered_with_the_id_that_the_log_has(
    running: RunningServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("SENTINEL-NAMA")

    monkeypatch.setattr(type(running.server.reading), "queue", fail)
    session = running.bearer("reviewer")
    with _written() as stream:
        answer = _client(running).get("/v1/review/queue", headers=session)
    caplog.clear()
    told = answer.json()
    assert (answer.status_code, told["code"]) == (500, "server_fault")
    assert told["request"] == answer.headers["perisai-request"]
    assert re.search(rf'"event": "request".*"request": "{told["request"]}"', stream.getvalue())
    assert "SENTINEL" not in stream.getvalue()
