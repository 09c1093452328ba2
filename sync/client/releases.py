"""Fetches what a branch published: a version's signed manifest, and files by their digest."""

from __future__ import annotations

from urllib.parse import quote

from sync.client.channel import Channel, ChannelDown


def fetch_release(channel: Channel, version: str) -> bytes | None:
    """`GET /v1/reference/releases/{version}`: the `SignedRelease` as it came, for the caller to verify; empty where
    the server has not got it, None for no answer."""
    return _fetched(channel, f"/v1/reference/releases/{quote(version, safe='')}")


def fetch_content(channel: Channel, sha256: str) -> bytes | None:
    """`GET /v1/reference/contents/{sha256}`: bytes, for the caller to compare; empty and None as above."""
    return _fetched(channel, f"/v1/reference/contents/{sha256}")


def _fetched(channel: Channel, path: str) -> bytes | None:
    try:
        answer = channel.send("GET", path, headers={})
    except ChannelDown:
        return None
    if answer.status == 404:
        return b""
    return answer.body if answer.status == 200 else None
