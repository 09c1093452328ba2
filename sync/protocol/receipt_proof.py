"""The proof on a receipt: what is signed, and the link that its QR carries (sync/rules/README.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from sync.protocol.encoding import EncodingFault, from_base64url
from sync.protocol.signatures import SIGNATURE_BYTES, verify
from sync.rules.dates import possible_date
from sync.rules.receipt_number import ReceiptNumber

_PATH = re.compile(
    r"/k/([0-9A-Z-]{17})/(20[0-9]{2})([0-9]{2})([0-9]{2})/(0|[1-9][0-9]{0,15})/([A-Za-z0-9_-]{86})"
)


class LinkFault(ValueError):
    """Text that is no receipt link; `code`: `link_malformed`, `link_number`, `link_date`, `link_signature`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def receipt_message(number: str, on: date, amount: int) -> bytes:
    """What the device key signs of a receipt: its number, local date and total in rupiah."""
    return f"perisai-receipt-1|{number}|{on:%Y%m%d}|{amount}".encode("ascii")


@dataclass(frozen=True, slots=True)
class ReceiptLink:
    """What the QR of a receipt says. `signature` is base64url as printed."""

    host: str
    number: str
    on: date
    amount: int
    signature: str = field(repr=False)

    @property
    def path(self) -> str:
        """The path at the branch's public host."""
        return f"/k/{self.number}/{self.on:%Y%m%d}/{self.amount}/{self.signature}"

    @property
    def url(self) -> str:
        """The whole link, about 155 characters."""
        return f"https://{self.host}{self.path}"

    def genuine(self, device_key: bytes) -> bool:
        """Whether the key of the device that the number names signed number, date and amount."""
        try:
            signature = from_base64url(self.signature)
        except EncodingFault:
            return False
        return verify(device_key, signature, receipt_message(self.number, self.on, self.amount))


def parse_link(text: str) -> ReceiptLink:
    """Reads a scanned or typed link, whatever its host. Raises `LinkFault`."""
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        raise LinkFault("link_malformed") from None
    if parts.scheme != "https" or not parts.netloc or parts.query or parts.fragment:
        raise LinkFault("link_malformed")
    return parse_path(parts.netloc, parts.path)


def parse_path(host: str, path: str) -> ReceiptLink:
    """Reads the path of a link as a server receives it. Raises `LinkFault`."""
    match = _PATH.fullmatch(path)
    if match is None:
        raise LinkFault("link_malformed")
    number, year, month, day, amount, signature = match.groups()
    try:
        if str(ReceiptNumber.parse(number)) != number:
            raise LinkFault("link_number")
    except LinkFault:
        raise
    except ValueError:
        raise LinkFault("link_number") from None
    on = possible_date(int(year), int(month), int(day))
    if on is None:
        raise LinkFault("link_date")
    try:
        signature_is_whole = len(from_base64url(signature)) == SIGNATURE_BYTES
    except EncodingFault:
        signature_is_whole = False
    if not signature_is_whole:
        raise LinkFault("link_signature")
    return ReceiptLink(host, number, on, int(amount), signature)
