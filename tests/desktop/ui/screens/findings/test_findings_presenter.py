"""The screen of findings reads, groups with the worst first, and leads to records and agents."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.branch_finding import FindingBook, FoundDays, FoundSpan
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.findings.presenter import FindingsPresenter, Ways
from perisai_desktop.ui.screens.findings.state import WORST, FindingsState, Grouping, Line, grouped
from perisai_desktop.ui.screens.findings.words import span_words
from sync.server.domain.checks.finding import Check
from tests.support.fake_findings import ON, FakeFindings, finding
from tests.support.sample_bodies import identifier


@dataclass
class Rig:
    findings: FakeFindings = field(default_factory=FakeFindings)
    jobs: HandRunJobs = field(default_factory=HandRunJobs)
    went: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        ways = Ways(
            lambda entry_id: self.went.append(("record", entry_id)),
            lambda agent_id: self.went.append(("agent", agent_id)),
            lambda grouping: self.went.append(("grouping", grouping.value)),
        )
        self.presenter = FindingsPresenter(self.findings, self.jobs, lambda _state: None, ways, lambda: ON)
        self.presenter.load()
        self.presenter.load()
        self.jobs.run_all()

    @property
    def state(self) -> FindingsState:
        return self.presenter.state

    def choose(self, code: str) -> None:
        lines = (line for line in self.state.lines if line.finding is not None and line.finding.code == code)
        self.presenter.choose(next(lines))


def test_the_worst_kind_is_first_and_the_most_rupiah_chosen() -> None:
    rig = Rig()
    assert rig.findings.asked == 1
    heads = [line.group for line in rig.state.lines if line.finding is None]
    assert [group.key for group in heads] == sorted((group.key for group in heads), key=WORST.index)
    assert (heads[0].key, heads[0].rupiah, heads[1].rupiah) == ("deposit_differs", 1_400_400, 0)
    assert rig.state.chosen == rig.state.lines[1]
    assert [one.measure for one in heads[0].findings] == [1_250_400, 150_000]


def test_every_check_of_the_server_has_its_place() -> None:
    assert set(WORST) == {check.value for check in Check}


def test_an_agent_is_as_bad_as_the_worst_finding_and_a_finding_stays_chosen() -> None:
    rig = Rig()
    rig.choose("voids_out_of_pattern")
    before = rig.state.chosen
    assert before is not None
    rig.presenter.group(Grouping.AGENT)
    rig.presenter.group(Grouping.AGENT)
    assert rig.went == [("grouping", "agent")]
    groups = rig.state.groups
    assert [group.key for group in groups] == ["agent-1", "agent-2", "agent-3", "agent-0"]
    assert rig.state.chosen == Line(groups[0], before.finding)


def test_less_is_worse_of_days_that_are_left_and_of_two_alike_the_newer() -> None:
    near = tuple(finding("age_near_limit", 0, days) for days in (90, 3))
    new, old = (finding("cash_old", 0, 9, on=ON - timedelta(days=days)) for days in (1, 2))
    strange = finding("of_a_newer_server", 0, 99)
    groups = grouped((strange, old, *near, new), Grouping.KIND)
    assert [group.findings for group in groups] == [(new, old), near[::-1], (strange,)]


def test_a_finding_leads_to_its_record_or_to_the_agent_whose_day_it_is() -> None:
    rig = Rig()
    rig.choose("same_person_likely")
    rig.presenter.open()
    rig.choose("cash_old")
    rig.presenter.open()
    rig.presenter.open_record(identifier(20))
    rig.presenter.choose(rig.state.lines[0])
    rig.presenter.open()
    expected = [("record", identifier(1)), ("agent", "agent-1"), ("record", identifier(20))]
    assert rig.went == expected
    rig.presenter.group(Grouping.AGENT)
    rig.presenter.choose(rig.state.lines[0])
    rig.presenter.open()
    assert rig.went[-1] == ("agent", "agent-1")


def test_a_failure_leaves_what_was_read_and_nothing_found_chooses_nothing() -> None:
    rig = Rig()
    rig.findings.failure = Failure(FailureCode.BRANCH_SILENT)
    rig.presenter.load()
    rig.jobs.run_all()
    failed = rig.state
    assert (failed.failure, len(failed.groups)) == (Failure(FailureCode.BRANCH_SILENT), 11)
    rig.findings.told = FindingBook(ON, ON, ())
    rig.presenter.load()
    rig.jobs.run_all()
    assert (rig.state.failure, rig.state.chosen, rig.state.lines) == (None, None, ())
    rig.presenter.open()
    assert rig.went == []


def test_days_are_chosen_and_stepped_through_but_not_beyond_today() -> None:
    rig = Rig()
    assert (rig.findings.days.since, rig.findings.days.until) == (ON - timedelta(days=6), ON)
    rig.presenter.step(1)
    assert rig.findings.asked == 1
    rig.presenter.step(-1)
    rig.presenter.choose_span(FoundSpan.MONTH)
    rig.presenter.choose_span(FoundSpan.MONTH)
    rig.jobs.run_all()
    until = ON - timedelta(days=7)
    assert rig.findings.days == FoundDays(FoundSpan.MONTH, until) == rig.state.days
    assert (rig.state.days.since, rig.state.busy) == (until - timedelta(days=29), False)
    rig.presenter.step(1)
    rig.jobs.run_all()
    assert rig.findings.days == FoundDays(FoundSpan.MONTH, ON)
    for span, count in ((FoundSpan.DAY, 1), (FoundSpan.QUARTER, 90)):
        assert (ON - FoundDays(span, ON).since).days == count - 1
    assert [span_words(ON - timedelta(days=before), ON) for before in (0, 6)] == [
        "22 November 2026",
        "16 November 2026 – 22 November 2026",
    ]


def test_a_finding_names_each_entry_once() -> None:
    about = finding("duplicate", 0, subject=identifier(1), evidence=(identifier(2), identifier(1)))
    assert about.entries == (identifier(1), identifier(2))
    assert replace(about, subject=None).entries == (identifier(2), identifier(1))


def test_receipts_and_deposits_have_no_record_to_open() -> None:
    about = finding("deposit_differs", 0, 150_000, subject=identifier(1))
    assert (about.openable, about.record) == (False, None)
    assert about.entries == (identifier(1), identifier(10))
    rig = Rig()
    rig.findings.told = FindingBook(ON, ON, (about,))
    rig.presenter.load()
    rig.jobs.run_all()
    rig.choose("deposit_differs")
    rig.presenter.open()
    assert rig.went == [("agent", "agent-0")]
