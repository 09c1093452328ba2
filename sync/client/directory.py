"""Fetches the branch's directory of device keys, with which receipts of others are checked offline."""

from __future__ import annotations

from sync.client.channel import Channel, ChannelDown


def fetch_directory(channel: Channel) -> bytes | None:
    """`GET /v1/reference/devices`: the `SignedDirectory` as it came, for the caller to verify; None for no answer."""
    try:
        answer = channel.send("GET", "/v1/reference/devices", headers={})
    except ChannelDown:
        return None
    return answer.body if answer.status == 200 else None
