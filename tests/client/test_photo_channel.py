"""A refusal that does not say where the server stands is about the picture, not about the offset."""

from __future__ import annotations

from typing import Any

import pytest

from sync.client.photo_channel import send_piece
from sync.client.photo_replies import PhotoRefused, PhotoReply, PieceMisplaced
from sync.client.replies import Rejected
from sync.client.signed_channel import Freshness

KTP = "a" * 64


class Answering:
    """A signed channel that gives one answer."""

    def __init__(self, answer: Rejected) -> None:
        self.answer = answer

    def ask(self, *_: object, **__: object) -> Rejected:
        return self.answer


@pytest.mark.parametrize(
    ("data", "reply"),
    [
        ({"offset": 7}, PieceMisplaced(KTP, 7)),
        ({}, PhotoRefused(KTP, "offset_differs")),
        ({"offset": "7"}, PhotoRefused(KTP, "offset_differs")),
    ],
)
def test_a_misplaced_piece_names_the_offset(data: dict[str, Any], reply: PhotoReply) -> None:
    channel: Any = Answering(Rejected("offset_differs", None, 409, data))
    assert send_piece(channel, Freshness("Perisai-Nonce", "n"), KTP, 0, b"x", 15.0, lambda: 0.0) == reply
