"""Fetching what a server publishes: its bytes as they came, and None for everything that is no answer."""

from __future__ import annotations

import pytest

from sync.client.channel import Channel, ChannelDown, RawAnswer
from sync.client.directory import fetch_directory
from sync.client.releases import fetch_content, fetch_release


class _Line(Channel):
    """A channel that answers one thing, and remembers what it was asked."""

    def __init__(self, answer: RawAnswer | None) -> None:
        self._answer = answer
        self.asked: list[tuple[str, str]] = []

    def send(self, method: str, path_query: str, **_: object) -> RawAnswer:
        self.asked.append((method, path_query))
        if self._answer is None:
            raise ChannelDown("refused")
        return self._answer


def test_the_directory_comes_as_it_was_sent() -> None:
    line = _Line(RawAnswer(200, b'{"directory":"{}"}', None, None))
    assert fetch_directory(line) == b'{"directory":"{}"}'
    assert line.asked == [("GET", "/v1/reference/devices")]


@pytest.mark.parametrize("answer", [None, RawAnswer(404, b"none", None, None), RawAnswer(503, b"", None, 5)])
def test_no_answer_is_no_directory(answer: RawAnswer | None) -> None:
    assert fetch_directory(_Line(answer)) is None


def test_a_version_is_asked_for_by_its_name_and_a_file_by_its_digest() -> None:
    line = _Line(RawAnswer(200, b"{}", None, None))
    assert (fetch_release(line, "001.2026/1"), fetch_content(line, "0" * 64)) == (b"{}", b"{}")
    assert line.asked == [
        ("GET", "/v1/reference/releases/001.2026%2F1"),
        ("GET", f"/v1/reference/contents/{'0' * 64}"),
    ]
    assert fetch_release(_Line(RawAnswer(404, b"{}", None, None)), "001.1") == b""
    assert fetch_content(_Line(RawAnswer(503, b"{}", None, 5)), "0" * 64) is None
    assert fetch_release(_Line(None), "001.1") is fetch_content(_Line(None), "0" * 64) is None
