"""Asking about a receipt: the branch's answer is read, anything else in its place is no answer."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from sync.client.channel import Channel, ChannelDown, RawAnswer
from sync.client.receipt_answer import Busy, PublicStanding, ask_receipt
from sync.protocol.receipt_proof import ReceiptLink

LINK = ReceiptLink("elsewhere.invalid", "7Q2FK-01-000123-Q", date(2026, 11, 22), 8_400, "A" * 86)
BODY: dict[str, Any] = {
    "standing": "genuine_received",
    "practice": False,
    "number": LINK.number,
    "on": "2026-11-22",
    "amount": 8_400,
    "agent_name": "Nining Sukaesih",
    "agent_number": "A3",
    "office": "Pos Cibadak",
    "hotline": "175",
    "worker": "S••• A•••",
    "others": 0,
    "received_on": "2026-11-22",
}


class _Line(Channel):
    """A channel that answers one thing, and remembers what it was asked."""

    def __init__(self, status: int, body: bytes, retry_after: int | None = None) -> None:
        self._answer = RawAnswer(status, body, None, retry_after)
        self.asked: list[tuple[str, str, object]] = []

    def send(self, method: str, path_query: str, **how: object) -> RawAnswer:
        self.asked.append((method, path_query, how["headers"]))
        return self._answer


def test_the_pinned_branch_is_asked_whatever_host_the_link_names() -> None:
    line = _Line(200, json.dumps({**BODY, "added_later": 1}).encode())
    answer = ask_receipt(line, LINK)
    assert line.asked == [("GET", LINK.path, {"Accept": "application/json"})]
    assert (answer.standing, answer.office) == (PublicStanding.GENUINE_RECEIVED, "Pos Cibadak")


@pytest.mark.parametrize(
    "change",
    [
        {"number": "7Q2FK-01-000124-N"},
        {"on": "2026-11-21"},
        {"amount": 84_000},
        {"standing": "fine"},
        {"others": -1},
        {"office": "x" * 201},
    ],
)
def test_an_answer_about_something_else_is_none(change: dict[str, Any]) -> None:
    with pytest.raises(ChannelDown, match="unsigned"):
        ask_receipt(_Line(200, json.dumps({**BODY, **change}).encode()), LINK)


@pytest.mark.parametrize(
    ("status", "body", "detail"),
    [
        (200, b"<html>Selamat datang</html>", "unsigned"),
        (200, b'{"ok":true}', "unsigned"),
        (302, b"", "unsigned"),
        (404, b"", "connection"),
        (500, b"", "connection"),
    ],
)
def test_a_portal_or_a_fault_is_no_network(status: int, body: bytes, detail: str) -> None:
    with pytest.raises(ChannelDown, match=detail):
        ask_receipt(_Line(status, body), LINK)


@pytest.mark.parametrize(("status", "wait", "seconds"), [(429, 40, 40), (503, None, 0)])
def test_a_busy_branch_says_how_long(status: int, wait: int | None, seconds: int) -> None:
    with pytest.raises(Busy) as busy:
        ask_receipt(_Line(status, b"", wait), LINK)
    assert busy.value.seconds == seconds
