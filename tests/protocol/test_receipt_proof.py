"""The proof on a receipt and the link of its QR."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sync.protocol.encoding import to_base64url
from sync.protocol.receipt_proof import LinkFault, ReceiptLink, parse_link, parse_path, receipt_message
from sync.protocol.signatures import SigningKey
from sync.rules.receipt_number import ReceiptNumber

KEY = SigningKey.from_bytes(bytes(32))
NUMBER = str(ReceiptNumber("7Q2FK", 1, 123))
ON = date(2026, 11, 22)
LINK = ReceiptLink(
    "kuitansi.contoh.invalid", NUMBER, ON, 25_200, to_base64url(KEY.sign(receipt_message(NUMBER, ON, 25_200)))
)


def test_what_is_signed() -> None:
    assert receipt_message(NUMBER, ON, 25_200) == f"perisai-receipt-1|{NUMBER}|20261122|25200".encode()


def test_a_link_is_read_back_as_printed_and_is_short() -> None:
    assert LINK.url == f"https://kuitansi.contoh.invalid/k/{NUMBER}/20261122/25200/{LINK.signature}"
    assert parse_link(f" {LINK.url}\n") == LINK
    assert len(LINK.url) <= 160
    assert LINK.genuine(KEY.public)


@pytest.mark.parametrize(
    "altered",
    [
        replace(LINK, amount=25_201),
        replace(LINK, on=date(2026, 11, 23)),
        replace(LINK, number=str(ReceiptNumber("7Q2FK", 1, 124))),
        replace(LINK, signature="A" * 86),
        replace(LINK, signature="!" * 86),
    ],
)
def test_whatever_is_altered_is_not_genuine(altered: ReceiptLink) -> None:
    assert not altered.genuine(KEY.public)
    assert not LINK.genuine(SigningKey.generate().public)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (LINK.path + "/", "link_malformed"),
        (LINK.path.replace("25200", "025200"), "link_malformed"),
        (LINK.path.replace("25200", "-1"), "link_malformed"),
        (LINK.path.replace("20261122", "2026-11-22"), "link_malformed"),
        (LINK.path.replace("20261122", "20261131"), "link_date"),
        (LINK.path.replace(NUMBER, NUMBER[:-1] + "0"), "link_number"),
        (LINK.path.replace(NUMBER, "7Q2FK01000123" + NUMBER[-1] + "---"), "link_number"),
        (LINK.path[:-1] + "B", "link_signature"),
        ("/k/" + LINK.path, "link_malformed"),
    ],
)
def test_other_paths_are_refused(path: str, code: str) -> None:
    with pytest.raises(LinkFault) as refused:
        parse_path("host", path)
    assert refused.value.code == code


@pytest.mark.parametrize("change", [("https", "http"), ("/k/", "/k/?"), ("https://", "https:///")])
def test_other_links_are_refused(change: tuple[str, str]) -> None:
    with pytest.raises(LinkFault, match="link_malformed"):
        parse_link(LINK.url.replace(*change))
    with pytest.raises(LinkFault, match="link_malformed"):
        parse_link("https://[broken/k/")
