"""What the farmer of the filled form pays."""

from sync.protocol.bodies.contribution import ContributionLine
from sync.protocol.forms import contribution_lines
from sync.rules.iuran_month import IuranMonth
from sync.rules.pricing import quote
from sync.rules.programmes import Offer, PayerKind
from tests.support.reference_data import reference


def lines_since(
    enrolled: IuranMonth, worker_id: str, months: int, first: IuranMonth
) -> tuple[ContributionLine, ...]:
    """What the farmer of `person` pays who is a participant from `enrolled` on."""
    price = quote(
        reference(),
        income=1_000_000,
        offer=Offer.JKK_JKM,
        transport=False,
        payer=PayerKind.SELF,
        first=first,
        months=months,
        enrolled=enrolled,
    )
    return contribution_lines(worker_id, price, PayerKind.SELF)
