"""Approved work goes to the agency's portal, and its answers come back to the agents, to the rupiah."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from sync.protocol.portal import PortalAnswer, PortalLine
from sync.rules.states import Move
from sync.server.domain.decisions import Request
from sync.server.services import portal_export
from sync.server.services.auditing import trail
from sync.server.services.portal_answers import PortalAnswering
from sync.server.services.portal_export import PortalExport
from sync.server.storage.access_records import Account
from tests.support.deciding import REVIEWER
from tests.support.field_laptop import NINE, Enrolled, fresh_id, person
from tests.support.intake_house import IntakeHouse, field_house
from tests.support.reference_data import gazetteer, reference
from tests.support.void_counter import Counter

__all__ = ["field_house"]

KPJ, OTHER = "00012345678", "00012345679"
PRICE, REASON = 33_600, "not_justified"
SITI, BUDI = person(1, name="Siti Contoh"), person(2, name="Budi Contoh")


class Portal:
    """A branch with approved enrolments of two workers, and the person who carries them to the agency."""

    def __init__(self, house: IntakeHouse) -> None:
        self.counter, self.house = Counter(house), house
        self.siti: Enrolled = self.counter.laptop.enrol(SITI)
        self.budi: Enrolled = self.counter.laptop.enrol(BUDI)
        self.counter.push()
        for one in (self.siti, self.budi):
            self.counter.decide(one.entries[0], Move.APPROVE)
        self.export = PortalExport(house.store, house.clock, gazetteer())
        self.answering = PortalAnswering(house.store, house.clock, reference, practice=True)

    def lines(self, after: str = "") -> tuple[PortalLine, ...]:
        return self.export.page(REVIEWER, after).lines

    def take(self, *answers: PortalAnswer) -> list[tuple[str, str | None]]:
        """Outcome and code of each answer; looking first says the same."""
        seen = self.answering.look(REVIEWER, answers)
        taken = self.answering.take(REVIEWER, answers)
        assert seen == taken
        return [(one.outcome, one.code) for one in taken]

    def told(self, agent: str, kind: str) -> dict[str, Any]:
        """The newest row of a kind in an agent's feed."""
        with self.house.store.reading() as tx:
            payload: dict[str, Any] = json.loads(tx.feed.of_kind(agent, kind)[-1].payload)
        return payload

    def state(self, entry_id: str) -> str:
        with self.house.store.reading() as tx:
            return tx.reviews.reviews([entry_id])[entry_id].state

    def acts(self, begins: str) -> list[str]:
        return [one.act for one in trail(self.house.store, 0, 1000) if one.act.startswith(begins)]


@pytest.fixture
def portal(field_house: IntakeHouse) -> Portal:
    return Portal(field_house)


def test_what_is_approved_goes_out_and_the_trail_says_to_whom(
    portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = portal.counter.laptop.enrol(person(3))
    portal.counter.push()
    page = portal.export.page(REVIEWER)
    lines = {line.entry_id: line for line in page.lines}
    assert set(lines) == {portal.siti.entry_id, portal.budi.entry_id}
    assert (page.total, page.after) == (2, None)
    siti = lines[portal.siti.entry_id]
    assert (siti.nik, siti.name, siti.sex, siti.phone) == (SITI.nik, SITI.name, SITI.sex, SITI.phone)
    assert (siti.village, siti.rupiah, siti.agent_number) == (SITI.village, PRICE, "A-agent-1")
    assert siti.place.startswith("Desa ")
    assert (siti.programmes, siti.months) == (("JKK", "JKM"), ("2026-11", "2026-12", "2027-01"))
    assert siti.receipt_number is not None
    (act,) = [one for one in trail(portal.house.store, 0, 100) if one.act == "portal_exported"]
    assert set(json.loads(act.detail)["entries"]) == set(lines)
    assert waiting.entry_id not in lines
    monkeypatch.setattr(portal_export, "MOST_LINES", 1)
    first = portal.export.page(REVIEWER)
    assert (len(first.lines), first.total, first.after) == (1, 2, first.lines[0].entry_id)
    second = portal.export.page(REVIEWER, first.after or "")
    assert {first.lines[0].entry_id, second.lines[0].entry_id} == set(lines)
    assert portal.export.page(REVIEWER, second.after or "").lines == ()
    assert portal.export.page(replace(REVIEWER, branch_id="elsewhere")).total == 0
    assert len(portal.acts("portal_exported")) == 3


def test_a_number_reaches_the_agent_and_comes_once(portal: Portal) -> None:
    before = portal.counter.buckets()
    assert portal.take(PortalAnswer(nik=SITI.nik, kpj=KPJ)) == [("registered", None)]
    told = portal.told("agent-1", "decision")
    assert (told["entry_id"], told["state"], told["kpj"]) == (portal.siti.entry_id, "registered", KPJ)
    assert "decision_id" not in told
    assert [line.entry_id for line in portal.lines()] == [portal.budi.entry_id]
    rows = len(portal.counter.told())
    assert portal.take(PortalAnswer(entry=portal.siti.entry_id, kpj=KPJ)) == [("same", None)]
    assert portal.take(PortalAnswer(nik=SITI.nik, kpj=OTHER)) == [("fault", "kpj_differs")]
    assert (len(portal.counter.told()), portal.acts("review_register")) == (rows, ["review_register"])
    assert portal.counter.buckets() == before == {"accepted": 2 * PRICE}


def test_a_refusal_names_the_refund_and_the_cash_stays_counted(portal: Portal) -> None:
    asked = PortalAnswer(nik=BUDI.nik, reason=REASON, note="NIK tidak ditemukan")
    assert portal.take(asked) == [("refused", None)]
    told = portal.told("agent-1", "decision")
    assert (told["state"], told["reason"], told["note"]) == ("refused", REASON, "NIK tidak ditemukan")
    assert told["decision_id"]
    assert portal.counter.buckets() == {"accepted": PRICE, "under_review": PRICE}
    assert portal.take(asked) == [("same", None)]
    assert portal.take(PortalAnswer(nik=BUDI.nik, kpj=KPJ)) == [("fault", "move_refused")]


def test_a_refusal_that_names_a_refund_takes_two_people(portal: Portal) -> None:
    with portal.house.store.transaction() as tx:
        branch = tx.organisation.branch("branch")
        assert branch is not None
        tx.organisation.put_branch(replace(branch, two_person=True))
        second_account = Account("second", "kedua", "Kedua", "reviewer", "x", NINE, "branch")
        tx.accounts.add(replace(second_account, made_by=REVIEWER.account_id))
    asked, second = PortalAnswer(nik=BUDI.nik, reason=REASON), replace(REVIEWER, account_id="second")
    rows = len(portal.counter.told())
    for _ in range(2):
        assert portal.take(asked) == [("proposed", None)]
    assert (portal.state(portal.budi.entry_id), len(portal.counter.told())) == ("approved", rows)
    assert portal.acts("review_propose") == ["review_propose_turn_down"]
    assert portal.counter.buckets() == {"accepted": 2 * PRICE}
    assert [one.outcome for one in portal.answering.take(second, [asked])] == ["refused"]
    assert portal.told("agent-1", "decision")["decision_id"]
    with portal.house.store.reading() as tx:
        assert [one.check_code for one in tx.checks.about([portal.budi.entry_id])] == ["same_hand"]
    assert portal.take(PortalAnswer(nik=SITI.nik, kpj=KPJ)) == [("registered", None)]


def test_each_row_stands_for_itself(portal: Portal) -> None:
    answers = (
        PortalAnswer(nik=person(9).nik, kpj=KPJ),
        PortalAnswer(entry=portal.siti.entry_id, kpj=KPJ),
        PortalAnswer(nik=SITI.nik, kpj=KPJ),
        PortalAnswer(nik=BUDI.nik, kpj=KPJ),
        PortalAnswer(entry="no id at all", kpj=KPJ),
        PortalAnswer(kpj=KPJ),
    )
    assert portal.take(*answers) == [
        ("fault", "worker_unknown"),
        ("registered", None),
        ("fault", "answered_twice"),
        ("fault", "kpj_taken"),
        ("fault", "worker_unknown"),
        ("fault", "worker_unknown"),
    ]
    assert portal.state(portal.budi.entry_id) == "approved"


def test_nobody_carries_answers_for_own_work_or_into_another_branch(portal: Portal) -> None:
    answer = (PortalAnswer(nik=SITI.nik, kpj=KPJ),)
    for who, code in (
        (replace(REVIEWER, agent_id="agent-1"), "maker_is_checker"),
        (replace(REVIEWER, branch_id="elsewhere"), "worker_unknown"),
    ):
        assert [one.code for one in portal.answering.take(who, answer)] == [code]
    assert portal.state(portal.siti.entry_id) == "approved"


def test_corrections_go_with_the_enrolment_and_a_new_agent_gets_the_card(portal: Portal) -> None:
    corrected = portal.counter.laptop.correct(portal.siti, SITI, replace(SITI, phone="081311112222"))
    portal.counter.push()
    assert portal.take(PortalAnswer(nik=SITI.nik, kpj=KPJ)) == [("fault", "move_refused")]
    portal.counter.reviewing.decide(REVIEWER, portal.siti.entry_id, Request(Move.APPROVE, corrected.hash))
    portal.house.laptop("agent-2")
    with portal.house.store.transaction() as tx:
        tx.handovers.serve([portal.siti.worker_id], "agent-2", portal.house.clock.now())
    assert [line.phone for line in portal.lines() if line.nik == SITI.nik] == ["081311112222"]
    assert portal.take(PortalAnswer(nik=SITI.nik, kpj=KPJ)) == [("registered", None)]
    states = dict(portal.counter.told())
    assert set(states.values()) == {"registered", "approved"}
    assert portal.told("agent-2", "worker")["kpj"] == KPJ


def test_an_id_of_nothing_is_nobody(portal: Portal) -> None:
    assert portal.take(PortalAnswer(entry=fresh_id(), reason=REASON)) == [("fault", "worker_unknown")]
