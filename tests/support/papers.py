"""Reads receipts back as a stranger would: opens the PDF, decodes its QR, asks the server and the desktop's offline check."""

import json
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import zxingcpp

from sync.protocol.receipt_proof import LinkFault, ReceiptLink, parse_link

# Fine enough for the smallest QR on A5: 200 dots an inch.
_SCALE = 200 / 72
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


@dataclass(frozen=True, slots=True)
class Paper:
    """One receipt's PDF as read back; `fault` is empty where its QR led to a link."""

    path: Path
    link: ReceiptLink | None
    fault: str


def read_paper(path: Path) -> Paper:
    """Opens a receipt's PDF and decodes the one QR on its first page."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        return Paper(path, None, "does not open")
    try:
        picture = document[0].render(scale=_SCALE, grayscale=True).to_pil()
    finally:
        document.close()
    texts = [found.text for found in zxingcpp.read_barcodes(picture, _QR)]
    if len(texts) != 1:
        return Paper(path, None, f"has {len(texts)} codes")
    try:
        link = parse_link(texts[0])
    except LinkFault as fault:
        return Paper(path, None, fault.code)
    if link.number != path.stem:
        return Paper(path, None, "its code names another receipt")
    return Paper(path, link, "")


def online(url: str, link: ReceiptLink) -> str:
    """What the server's page says of a link, in one word: its `standing`, with `practice:` before it in practice."""
    request = urllib.request.Request(url + link.path, headers={"Accept": "application/json"})
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(request, timeout=30) as answer:
        told = json.loads(answer.read())
    if (told["number"], told["amount"], told["on"]) != (link.number, link.amount, link.on.isoformat()):
        return "another receipt"
    return ("practice:" if told["practice"] else "") + str(told["standing"])


def altered(link: ReceiptLink) -> ReceiptLink:
    """The same link with a rupiah more, as a forger would print it."""
    return ReceiptLink(link.host, link.number, link.on, link.amount + 1, link.signature)


def told_apart(check: Callable[[str], str], link: ReceiptLink) -> str:
    """Empty where an offline check tells the link genuine and its forgery altered; else what it said."""
    said = (check(link.url), check(altered(link).url))
    return "" if said == ("genuine", "altered") else " and ".join(said)
