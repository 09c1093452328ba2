"""What the branch sent back is corrected on the version that was shown, and nothing else is changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.domain.task import Task
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolment_versions import decoded, version_of
from perisai_desktop.services.own_correcting import OwnCorrecting
from perisai_desktop.storage import feed, journal
from perisai_desktop.storage.feed import FeedItem
from sync.protocol.bodies.correction import Correction, CorrectionPersonal
from sync.protocol.canonical import JsonValue, canonical_bytes
from sync.rules.reactions import Reaction
from sync.rules.states import ReviewState
from tests.support.desks import MARKET_DAY, filled_draft

Decide = Callable[..., None]


@pytest.fixture
def decide(desk: AgentDesk) -> Decide:
    """The branch's decision on the newest enrolment, as the feed brings it."""
    positions = iter(range(1, 100))

    def make(receipt: Receipt, state: str, **more: JsonValue) -> None:
        with desk.enrolling.database.reading() as session:
            enrolment = journal.of_action(session, receipt.action_id)[0]
        payload: dict[str, JsonValue] = {
            "entry_id": enrolment.entry_id,
            "hash": enrolment.hash,
            "state": state,
            "decided_at": "2026-11-22T05:00:00.000Z",
            "reviewer": "Penyelia Contoh",
            **more,
        }
        at = MARKET_DAY + timedelta(hours=3)
        item = FeedItem(next(positions), "decision", at, canonical_bytes(payload))
        feed.apply_page(desk.enrolling.database, [item], item.position, at)

    return make


@pytest.fixture
def task(desk: AgentDesk, decide: Decide) -> Task:
    receipt = desk.enrolling.enrol(filled_draft(desk))
    comments: list[JsonValue] = [
        {"field": "mother_name", "text": "Lihat KK"},
        {"field": "street", "text": "RT?"},
    ]
    decide(receipt, "returned", reason="data_unclear", note="Mohon dicek", comments=comments)
    (found,) = desk.correcting.tasks()
    return found


def test_a_task_shows_field_comment_and_what_was_sent(task: Task) -> None:
    assert [(each.field, each.text, each.value) for each in task.comments] == [
        ("mother_name", "Lihat KK", "Siti Rahayu"),
        ("street", "RT?", "Jl. Melati No. 7"),
    ]
    assert (task.worker_name, task.reviewer, task.note) == (
        "Ma'rifah Wijaya",
        "Penyelia Contoh",
        "Mohon dicek",
    )
    assert (task.state, task.correctable, task.rupiah) == (ReviewState.RETURNED, True, 33_600)
    assert "Siti" not in repr(task)
    assert "Ma'rifah" not in repr(task)


def test_only_what_differs_is_written(desk: AgentDesk, task: Task) -> None:
    form = desk.correcting.draft(task.entry_id)
    assert form == replace(filled_draft(desk).form, sex="L")
    desk.correcting.correct(task.entry_id, replace(form, mother_name="Siti Rohaeti", income="1.500.000"), {})
    with desk.enrolling.database.reading() as session:
        sent = journal.entry(session, task.entry_id)
        assert sent is not None
        written = decoded(journal.of_worker(session, task.worker_id)[-1])
        version = version_of(session, task.entry_id)
    assert written is not None
    assert isinstance(written.body, Correction)
    assert isinstance(written.personal, CorrectionPersonal)
    assert written.body.corrects == task.entry_id
    assert written.envelope.base == sent.hash
    assert written.body.changes.model_dump(exclude_none=True) == {"income": 1_500_000}
    assert written.personal.changes.model_dump(exclude_none=True) == {"mother_name": "Siti Rohaeti"}
    assert version is not None
    assert version.head == written.hash
    assert (version.sent.mother_name, version.form.mother_name) == ("Siti Rahayu", "Siti Rohaeti")
    assert desk.correcting.tasks() == ()


def test_a_second_return_is_corrected_on_the_first_correction(
    desk: AgentDesk, task: Task, decide: Decide
) -> None:
    receipt = desk.receipting.receipt(task.receipt_number or "")
    form = desk.correcting.draft(task.entry_id)
    desk.correcting.correct(task.entry_id, replace(form, mother_name="Siti Rohaeti"), {})
    decide(receipt, "returned", comments=[{"field": "street", "text": "Nomor rumah"}])
    (again,) = desk.correcting.tasks()
    assert again.comments[0].field == "street"
    second = desk.correcting.draft(again.entry_id)
    assert second.mother_name == "Siti Rohaeti"
    desk.correcting.correct(again.entry_id, replace(second, street="Jl. Melati No. 8"), {})
    with desk.enrolling.database.reading() as session:
        first_written, second_written = journal.of_worker(session, task.worker_id)[-2:]
    assert second_written.value["base"] == first_written.hash


def test_nothing_changed_is_nothing_written(desk: AgentDesk, task: Task) -> None:
    form = desk.correcting.draft(task.entry_id)
    desk.correcting.keep(task.entry_id, form, {})
    with pytest.raises(Failure) as refused:
        desk.correcting.correct(task.entry_id, replace(form, street="  Jl. Melati   No. 7 "), {})
    assert refused.value.code is FailureCode.NOTHING_CHANGED
    assert desk.correcting.kept(task.entry_id) is not None
    desk.correcting.correct(task.entry_id, replace(form, street="Jl. Melati No. 9"), {})
    assert desk.correcting.kept(task.entry_id) is None


def test_the_rules_hold_for_corrections_too(desk: AgentDesk, task: Task) -> None:
    form = desk.correcting.draft(task.entry_id)
    assert desk.correcting.assess(task.entry_id, form).findings == ()
    wrong = replace(form, birth_date="1990-08-15")
    found = desk.correcting.assess(task.entry_id, wrong)
    assert [finding.reaction for finding in found.warnings] == [Reaction.BIRTH_DATE_DIFFERS]
    with pytest.raises(Failure) as refused:
        desk.correcting.correct(task.entry_id, wrong, {})
    assert refused.value.code is FailureCode.REASON_MISSING
    with pytest.raises(Failure) as empty:
        desk.correcting.correct(task.entry_id, replace(form, name=""), {})
    assert empty.value.code is FailureCode.FORM_HAS_ERRORS
    desk.correcting.correct(task.entry_id, wrong, {"birth_date_differs": "Sesuai akta"})


def test_a_nik_of_somebody_else_here_is_an_error(desk: AgentDesk, task: Task) -> None:
    desk.enrolling.enrol(
        filled_draft(desk, nik="3202081508900004", birth_date="1990-08-15", phone="081234567891", name="Asep")
    )
    form = desk.correcting.draft(task.entry_id)
    found = desk.correcting.assess(task.entry_id, replace(form, nik="3202081508900004"))
    assert Reaction.NIK_ALREADY_HERE in [finding.reaction for finding in found.errors]


def test_months_are_money_and_stay(desk: AgentDesk, task: Task) -> None:
    form = desk.correcting.draft(task.entry_id)
    with pytest.raises(Failure) as refused:
        desk.correcting.correct(task.entry_id, replace(form, months="6"), {})
    assert refused.value == Failure(FailureCode.FIELD_NOT_CORRECTABLE, field="months")


@pytest.mark.parametrize("state", ["", "approved"])
def test_what_is_wrong_is_corrected_before_it_is_sent_and_after_the_branch_approved_it(
    desk: AgentDesk, decide: Decide, state: str
) -> None:
    receipt = desk.enrolling.enrol(filled_draft(desk))
    if state:
        decide(receipt, state)
    own = OwnCorrecting(desk.correcting, receipt.worker_id)
    (task,) = own.tasks()
    assert (task.correctable, task.comments) == (True, ())
    assert task.state is ReviewState(state or "received")
    after = replace(
        own.draft(task.entry_id), heirs="Siti | istri", bank="Bank", bank_number="1", bank_holder="U"
    )
    own.keep(task.entry_id, after, {})
    kept = own.kept(task.entry_id)
    assert kept is not None
    assert kept.form == after
    assert own.assess(task.entry_id, after).errors == ()
    own.correct(task.entry_id, after, {})
    with desk.enrolling.database.reading() as session:
        version = version_of(session, task.entry_id)
    assert version is not None
    assert version.form == after
    assert own.kept(task.entry_id) is None


def test_somebody_without_an_enrolment_here_has_nothing_to_correct(desk: AgentDesk) -> None:
    with pytest.raises(Failure) as refused:
        OwnCorrecting(desk.correcting, "nobody").tasks()
    assert refused.value == Failure(FailureCode.TASK_UNKNOWN)


@pytest.mark.parametrize("state", ["duplicate", "refused"])
def test_what_the_branch_keeps_is_not_corrected_here(desk: AgentDesk, decide: Decide, state: str) -> None:
    receipt = desk.enrolling.enrol(filled_draft(desk))
    decide(receipt, state, reason="other")
    with desk.enrolling.database.reading() as session:
        entry_id = journal.of_action(session, receipt.action_id)[0].entry_id
    assert [task.correctable for task in desk.correcting.tasks()] == [False]
    with pytest.raises(Failure) as refused:
        desk.correcting.draft(entry_id)
    assert refused.value == Failure(FailureCode.TASK_NOT_CORRECTABLE, state=state)
    with pytest.raises(Failure) as unknown:
        desk.correcting.draft("nothing")
    assert unknown.value.code is FailureCode.TASK_UNKNOWN
