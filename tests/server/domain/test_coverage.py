"""Targets and coverage are sums: every grouping adds up to the same."""

from datetime import date

from sync.rules.branch_settings import BranchSettings, MonthlyTarget
from sync.rules.iuran_month import IuranMonth
from sync.server.domain.aims import Aims, workers_in
from sync.server.domain.coverage import Facts, Grouping, Row, ranked, rows_of, total_of
from sync.server.storage.coverage_records import EnrolledSum, MoneySum, PaidSpan, RegionWorkers, Target
from sync.server.storage.records import Agent
from tests.support.store_rows import AT

OCTOBER, NOVEMBER = IuranMonth(2026, 10), IuranMonth(2026, 11)
TODAY = date(2026, 11, 22)
SUKABUMI, GRESIK = "32.02.10", "35.25.01"
AGENTS = (
    Agent("a", "b", "o", "N-1", "Agen A", AT),
    Agent("c", "b", "o", "N-2", "Agen C", AT),
    Agent("d", "b", "p", "N-3", "Agen D", AT, state="left"),
)
PUBLISHED = BranchSettings(targets=(MonthlyTarget(NOVEMBER, 10, 100_000),))


def target(kind: str, subject: str, first: str, enrolled: int, collected: int) -> Target:
    return Target("b", kind, subject, first, enrolled, collected, AT, "admin")


def facts(*targets: Target) -> Facts:
    counted = [RegionWorkers("b", "32.02", 2025, 40, "BPS", AT, "admin")]
    counted += [RegionWorkers("b", "36.71", 2025, 1_000, "BPS", AT, "admin")]
    return Facts(
        agents=AGENTS,
        enrolled=(EnrolledSum("a", "2026-11", SUKABUMI, 3), EnrolledSum("c", "2026-10", "", 2)),
        money=(
            MoneySum("a", "2026-11", SUKABUMI, 50_000, 20_000),
            MoneySum("a", "2026-09", SUKABUMI, 7_000, 7_000),
            MoneySum("c", "2026-10", GRESIK, 30_000, 30_000),
            MoneySum("d", "2026-11", "", -400, 0),
        ),
        paid=(
            PaidSpan("a", SUKABUMI, "2026-03", "2026-03", "2026-11", 4),
            PaidSpan("a", SUKABUMI, "2026-11", "2026-11", None, 4),
            PaidSpan("c", GRESIK, "2026-05", "2026-06", None, 2),
            PaidSpan("c", "", "2026-11", "2027-01", None, 1),
            PaidSpan("elsewhere", "", "2026-11", "2027-01", None, 9),
        ),
        aims=Aims(targets, AGENTS, {"b": PUBLISHED}),
        workers=workers_in(counted, 2026),
    )


def test_agents_have_their_own_target_or_the_published_one() -> None:
    own = target("agent", "c", "2026-10", 4, 0)
    assert rows_of(facts(own), Grouping.AGENT, OCTOBER, NOVEMBER, TODAY) == [
        Row("a", 3, 4, 0, 50_000, 20_000, 10, 100_000),
        Row("c", 2, 1, 2, 30_000, 30_000, 8, 0),
        Row("d", collected=-400),
    ]


def test_an_office_aims_at_what_its_agents_do_and_a_branch_at_what_its_offices_do() -> None:
    own = target("office", "p", "2026-11", 7, 70_000)
    offices = rows_of(facts(own), Grouping.OFFICE, NOVEMBER, NOVEMBER, TODAY)
    assert [(one.key, one.target_enrolled, one.target_collected) for one in offices] == [
        ("o", 20, 200_000),
        ("p", 7, 70_000),
    ]
    (branch,) = rows_of(facts(own), Grouping.BRANCH, NOVEMBER, NOVEMBER, TODAY)
    assert (branch.target_enrolled, branch.target_collected) == (27, 270_000)
    said = target("branch", "b", "2026-11", 50, 0)
    (branch,) = rows_of(facts(own, said), Grouping.BRANCH, OCTOBER, NOVEMBER, TODAY)
    assert (branch.target_enrolled, branch.target_collected, branch.outstanding) == (50, 0, 29_600)


def test_people_of_a_month_are_those_of_its_last_day_and_of_this_one_those_of_today() -> None:
    months = rows_of(facts(), Grouping.MONTH, OCTOBER.plus(-1), NOVEMBER, TODAY)
    assert [(one.key, one.active, one.lapsed) for one in months] == [
        ("2026-09", 2, 4),
        ("2026-10", 2, 4),
        ("2026-11", 5, 2),
    ]
    assert [one.target_enrolled for one in months] == [0, 0, 20]
    assert [one.collected for one in months] == [7_000, 30_000, 49_600]


def test_regions_are_ranked_by_coverage_and_every_grouping_adds_up_to_the_same() -> None:
    said = target("region", "32.02", "2026-11", 5, 0)
    here = facts(said)
    regions = ranked(rows_of(here, Grouping.REGION, OCTOBER, NOVEMBER, TODAY))
    assert [(one.key, one.workers, one.coverage) for one in regions] == [
        ("32.02", 40, 0.1),
        ("36.71", 1_000, 0.0),
        ("", None, -1.0),
        ("35.25", None, -1.0),
    ]
    assert regions[0].target_enrolled == 5
    districts = rows_of(here, Grouping.DISTRICT, OCTOBER, NOVEMBER, TODAY)
    assert [one.key for one in districts] == ["", SUKABUMI, GRESIK]
    total = total_of(here, OCTOBER, NOVEMBER, TODAY)
    assert (total.enrolled, total.active, total.lapsed) == (5, 5, 2)
    for grouping in Grouping:
        rows = rows_of(here, grouping, OCTOBER, NOVEMBER, TODAY)
        for figure in ("enrolled", "collected", "deposited", "outstanding"):
            assert sum(getattr(one, figure) for one in rows) == getattr(total, figure)


def test_a_count_of_workers_holds_until_there_is_a_newer_one() -> None:
    counted = [RegionWorkers("b", "32.02", year, year, "BPS", AT, "admin") for year in (2026, 2024, 2028)]
    assert [workers_in(counted, year)["32.02"].year for year in (2023, 2025, 2026, 2030)] == [
        2024,
        2024,
        2026,
        2028,
    ]
