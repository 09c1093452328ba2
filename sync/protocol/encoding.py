"""Bytes as text on the wire: base64url without padding (RFC 4648, section 5), one spelling for each value."""

from __future__ import annotations

import base64
import binascii


class EncodingFault(ValueError):
    """Text that is not base64url in its one spelling."""

    def __init__(self) -> None:
        super().__init__("base64url")


def to_base64url(content: bytes) -> str:
    """`content` as base64url without padding."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")


def from_base64url(text: str) -> bytes:
    """The bytes of `text`. Raises `EncodingFault`, also for a second spelling of the same bytes."""
    try:
        content = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise EncodingFault from None
    if to_base64url(content) != text:
        raise EncodingFault
    return content
