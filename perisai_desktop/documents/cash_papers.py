"""The papers around cash: deposit slip, closing of a day, and the receipt for money that was given back."""

from perisai_desktop.documents.closing import put_closing
from perisai_desktop.documents.deposit import put_deposit
from perisai_desktop.documents.paper import ROOMY
from perisai_desktop.documents.refund import put_refund
from perisai_desktop.documents.signed_sheet import sheet_pdf
from perisai_desktop.domain.cash_paper import CashPaper, ClosingPaper, DepositPaper, file_name


def cash_pdf(paper: CashPaper) -> bytes:
    """One or more A5 pages; equal facts give equal bytes."""
    title, practice = file_name(paper).removesuffix(".pdf"), paper.head.practice
    if isinstance(paper, DepositPaper):
        return sheet_pdf(title, "Bukti setoran", lambda sheet: put_deposit(sheet, paper), practice=practice)
    if isinstance(paper, ClosingPaper):
        put = lambda sheet: put_closing(sheet, paper)  # noqa: E731
        return sheet_pdf(title, "Tutup kas", put, practice=practice, density=ROOMY)
    return sheet_pdf(
        title, "Kuitansi pengembalian", lambda sheet: put_refund(sheet, paper), practice=practice
    )
