"""Reading a receipt's paper back: the link of its QR, and one word for each way a paper can be wrong."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import segno
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from sync.protocol.encoding import to_base64url
from sync.protocol.receipt_proof import ReceiptLink, receipt_message
from sync.protocol.signatures import SigningKey
from sync.rules.receipt_number import ReceiptNumber
from tests.support.papers import altered, read_paper, told_apart

KEY = SigningKey.generate()
NUMBER = str(ReceiptNumber("0Q2FK", 1, 123))
ON = date(2026, 11, 22)
LINK = ReceiptLink(
    "latihan.invalid", NUMBER, ON, 16800, to_base64url(KEY.sign(receipt_message(NUMBER, ON, 16800)))
)


def _paper(path: Path, *texts: str) -> Path:
    canvas = Canvas(str(path), pagesize=(420, 595))
    canvas.drawString(40, 540, "Kuitansi")
    for place, text in enumerate(texts):
        picture = BytesIO()
        segno.make(text, error="m").save(picture, kind="png", scale=4)
        canvas.drawImage(ImageReader(picture), 40 + 180 * place, 300, 120, 120)
    canvas.showPage()
    canvas.save()
    return path


def test_the_link_of_a_paper_is_read(tmp_path: Path) -> None:
    paper = read_paper(_paper(tmp_path / f"{NUMBER}.pdf", LINK.url))
    assert (paper.fault, paper.link) == ("", LINK)


@pytest.mark.parametrize(
    ("name", "texts", "fault"),
    [
        (NUMBER, (), "has 0 codes"),
        (NUMBER, (LINK.url, LINK.url + "x"), "has 2 codes"),
        (NUMBER, ("https://latihan.invalid/",), "link_malformed"),
        (str(ReceiptNumber("0Q2FK", 1, 124)), (LINK.url,), "its code names another receipt"),
    ],
)
def test_a_wrong_paper_is_told(tmp_path: Path, name: str, texts: tuple[str, ...], fault: str) -> None:
    paper = read_paper(_paper(tmp_path / f"{name}.pdf", *texts))
    assert (paper.fault, paper.link) == (fault, None)


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    assert read_paper(tmp_path / "broken.pdf").fault == "does not open"


def test_an_offline_check_must_tell_a_forgery() -> None:
    forged = altered(LINK)
    assert LINK.genuine(KEY.public)
    assert not forged.genuine(KEY.public)
    assert told_apart({LINK.url: "genuine", forged.url: "altered"}.__getitem__, LINK) == ""
    assert told_apart(lambda _: "genuine", LINK) == "genuine and genuine"
