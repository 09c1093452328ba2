"""The port of what was reached: enrolments, money and paid months summed up in the database."""

from collections.abc import Collection
from datetime import date
from typing import Protocol

from sync.server.storage.coverage_records import EnrolledSum, MoneySum, NewSum, PaidSpan, PaymentSum


class CoveragePort(Protocol):
    """Each method is one statement, however many records there are; nothing is told of what is not there."""

    def enrolled(self, agent_ids: Collection[str], first: date, last: date) -> tuple[EnrolledSum, ...]:
        """First enrolments of workers, recorded on some local dates, both included; what was refused, is a duplicate
        or is kept aside is left out."""
        ...

    def money(self, agent_ids: Collection[str], first: date, last: date) -> tuple[MoneySum, ...]:
        """Money of receipts recorded on some local dates, both included, what was voided or refunded left out."""
        ...

    def paid(self, agent_ids: Collection[str], last: date) -> tuple[PaidSpan, ...]:
        """How far the workers to whom these agents gave receipts had paid, up to a local date."""
        ...

    def new(self, agent_ids: Collection[str], first: date, last: date) -> tuple[NewSum, ...]:
        """The same enrolments as `enrolled`, by the programmes that were paid for with them."""
        ...

    def payments(
        self, agent_ids: Collection[str], first: date, last: date, early_until: int, late_until: int
    ) -> tuple[PaymentSum, ...]:
        """Payments recorded on some local dates for workers who are known, what is undone or asked to be left out: the
        rupiah for months of membership up to `early_until`, and for those up to `late_until`.

        A membership is an unbroken run of paid months, and its months count from the first that was ever paid.
        """
        ...
