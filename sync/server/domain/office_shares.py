"""The share of an office in its agents' commission (Perdir 13/2022): an estimate, always labelled one. Pure sums."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sync.rules.branch_settings import CommissionRates
from sync.rules.commission import acquisition_fee, office_fee, payment_fee
from sync.server.storage.coverage_records import NewSum, PaymentSum
from sync.server.storage.records import Agent


def office_shares(
    agents: Iterable[Agent], new: Iterable[NewSum], payments: Iterable[PaymentSum], rates: CommissionRates
) -> Mapping[str, int]:
    """Rupiah by office: month by month the office's percent of what its agents' commissions come to, rounded down."""
    offices = {agent.agent_id: agent.office_id for agent in agents}
    totals: defaultdict[tuple[str, str], int] = defaultdict(int)
    for one in new:
        totals[offices[one.agent_id], one.month] += acquisition_fee(one.two, one.three, rates)
    limits = rates.early_until_month, rates.late_until_month
    for some in payments:
        fee = payment_fee(zip(limits, (some.early, some.late), strict=True), rates)
        totals[offices[some.agent_id], some.month] += some.payments * fee
    shares: defaultdict[str, int] = defaultdict(int)
    for (office_id, _month), total in totals.items():
        shares[office_id] += office_fee(total, rates)
    return shares
