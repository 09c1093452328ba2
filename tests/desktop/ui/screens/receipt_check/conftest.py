"""Checks of invented receipts, and somebody who answers about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.receipt_check import Arrival, BranchAnswer, Genuineness, ReceiptCheck, Standing
from perisai_desktop.ui.screens.receipt_check.words import Surroundings
from tests.support.screen_values import NOW, WIB

NUMBER = "7Q2FK-01-000123-Q"
LINK = f"https://latihan.invalid/k/{NUMBER}/20261122/33600/" + "A" * 86
GENUINE = ReceiptCheck(
    number=NUMBER,
    on=date(2026, 11, 22),
    total=33_600,
    genuineness=Genuineness.GENUINE,
    arrival=Arrival.NOT_OWN,
    practice=False,
    synced_at=NOW,
    by_signature=True,
    directory_at=NOW,
    device_listed=True,
)
OWN = replace(GENUINE, arrival=Arrival.NOT_SENT, agent="Nining Sukaesih", office="Pos Cibadak")
ALTERED = replace(GENUINE, genuineness=Genuineness.ALTERED)
UNKNOWN = replace(GENUINE, genuineness=Genuineness.UNKNOWN, on=None, total=None, by_signature=False)
RECEIVED = BranchAnswer(
    Standing.GENUINE_RECEIVED, "Dede Kurnia", "Pos Pelabuhan", "175", "S••• A•••", 1, date(2026, 11, 23)
)
WHERE = Surroundings(NOW, WIB, "0800 000 0000", practice=False)
MISTYPED = Failure(FailureCode.NUMBER_MISTYPED)


@dataclass
class Oracle:
    """Answers from a list; `asked` are the texts that the branch was asked about."""

    known: Mapping[str, ReceiptCheck | Failure]
    branch: BranchAnswer | Failure = RECEIVED
    asked: list[str] = field(default_factory=list)

    def verify(self, text: str) -> ReceiptCheck:
        found = self.known[text]
        if isinstance(found, Failure):
            raise found
        return found

    def ask(self, text: str) -> BranchAnswer:
        self.asked.append(text)
        if isinstance(self.branch, Failure):
            raise self.branch
        return self.branch
