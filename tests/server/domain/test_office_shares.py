"""The share of an office in its agents' commission, by the example of Perdir 13/2022."""

from __future__ import annotations

from sync.rules.branch_settings import CommissionRates
from sync.server.domain.office_shares import office_shares
from sync.server.storage.coverage_records import NewSum, PaymentSum
from sync.server.storage.records import Agent
from tests.support.store_rows import AT

RATES = CommissionRates()


def agent(agent_id: str, office_id: str) -> Agent:
    return Agent(agent_id, "branch", office_id, agent_id.upper(), agent_id.title(), AT)


AGENTS = (agent("a", "harbour"), agent("b", "harbour"), agent("c", "market"))


def test_an_office_gets_its_percent_of_what_its_agents_get_together() -> None:
    new = (NewSum("a", "2026-11", 20, 5), NewSum("b", "2026-11", 24, 0), NewSum("c", "2026-11", 0, 25))
    paid = (
        PaymentSum("a", "2026-11", 16_800, 0, 10),
        PaymentSum("b", "2026-11", 0, 16_800, 1),
        PaymentSum("c", "2026-11", 8_400, 8_400, 1),
    )
    shares = office_shares(AGENTS, new, paid, RATES)
    harbour = 20 * 10_000 + 5 * 15_000 + 10 * 2_520 + 840
    market = 25 * 15_000 + 1_680
    assert shares == {"harbour": harbour // 10, "market": market // 10}


def test_each_month_is_reckoned_for_itself_and_rounded_down() -> None:
    new = (NewSum("a", "2026-10", 13, 0), NewSum("a", "2026-11", 12, 0))
    paid = (PaymentSum("a", "2026-10", 100, 0, 1), PaymentSum("b", "2026-11", 100, 0, 1))
    assert office_shares(AGENTS, new, paid, RATES) == {"harbour": 1 + 1}, "25 in two months are not 25 in one"
    assert office_shares(AGENTS, (), (), RATES) == {}
