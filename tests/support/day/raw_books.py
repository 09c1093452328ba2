"""The day's sums computed again from the bytes of the journal and the branch's decisions: no projection, no service."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from perisai_desktop.storage import feed, journal
from perisai_desktop.storage.database import Session
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import first_not_overdue, membership_ended, paid_until
from sync.rules.pricing import quote
from sync.rules.programmes import Offer, PayerKind
from sync.rules.reference import Reference

SIGNS = {"opening_float": 1, "surplus": 1, "shortage": -1, "hand_over": -1}
SOON = timedelta(days=31)

Line = tuple[str, int]
"""A line of a contribution: the entry's id and the place in it."""


@dataclass(frozen=True, slots=True)
class Written:
    """One entry of the journal: what it says, when, and its number among all that reached the store."""

    step: int
    kind: str
    entry_id: str
    action_id: str
    worker_id: str | None
    at: datetime
    offset: int
    body: Mapping[str, Any]

    @property
    def on(self) -> date:
        """The local date."""
        return (self.at + timedelta(minutes=self.offset)).date()


@dataclass(frozen=True, slots=True)
class Decided:
    """What the branch said of an entry."""

    step: int
    entry_id: str
    state: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Moved:
    """Cash that moved, in signed rupiah."""

    on: date
    sort: str
    rupiah: int


@dataclass
class RawBooks:
    """Everything that the store knew up to a step; `villages` are the workers' by their ids."""

    entries: list[Written]
    decisions: list[Decided]
    villages: Mapping[str, str] = field(default_factory=dict)
    lines: dict[Line, Mapping[str, Any]] = field(init=False)
    receipts: dict[str, Written] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = {
            (entry.entry_id, place): line
            for entry in self.of("contribution")
            for place, line in enumerate(entry.body["lines"])
        }
        self.receipts = {entry.entry_id: entry for entry in self.of("receipt")}

    def until(self, step: int) -> RawBooks:
        """The books as they stood when the store had come as far as `step`."""
        return RawBooks(
            [entry for entry in self.entries if entry.step <= step],
            [decision for decision in self.decisions if decision.step <= step],
            self.villages,
        )

    def of(self, kind: str) -> list[Written]:
        """The entries of a kind, the oldest first."""
        return [entry for entry in self.entries if entry.kind == kind]

    def answer(self, entry_id: str) -> str:
        """The branch's last word on an entry, empty where there is none."""
        said = [one.state for one in self.decisions if one.entry_id == entry_id]
        return said[-1] if said else ""

    def named(self, body: Mapping[str, Any]) -> list[Line]:
        """The lines that a void or a refund is of."""
        if body.get("lines") is not None:
            return [(one["contribution"], one["line"]) for one in body["lines"]]
        covered = self.receipts[body["receipt"]].body["contributions"]
        return [key for key in self.lines if key[0] in covered]

    def rupiah(self, lines: Iterable[Line]) -> int:
        """What lines add up to."""
        return sum(int(self.lines[key]["amount"]) for key in lines)

    def undone(self) -> dict[Line, str]:
        """What became of the lines that are not simply paid: `requested`, `voided`, `approved` or `refunded`."""
        found: dict[Line, str] = {}
        for entry in self.of("void_request"):
            answer = self.answer(entry.entry_id)
            state = {"": "requested", "approved": "voided"}.get(answer)
            if state == "voided" and entry.body["cash"] == "cash_taken":
                state = "approved"
            if state is not None:
                found |= dict.fromkeys(self.named(entry.body), state)
        for entry in self.of("refund"):
            found |= dict.fromkeys(self.named(entry.body), "refunded")
        return found

    def movements(self) -> Iterator[Moved]:
        """Every movement of cash."""
        for entry in self.entries:
            body = entry.body
            if entry.kind == "receipt":
                yield Moved(entry.on, "receipt", body["total"])
            elif entry.kind in ("deposit", "refund"):
                yield Moved(entry.on, entry.kind, -body["amount"])
            elif entry.kind == "cash_adjustment":
                yield Moved(entry.on, body["what"], SIGNS[body["what"]] * body["amount"])
            elif entry.kind == "void_request" and body["cash"] == "no_cash":
                for said in self._approvals(entry):
                    yield Moved(self._decided_on(entry, said), "void", -self.rupiah(self.named(body)))

    def undoings(self) -> Iterator[tuple[date, list[Line]]]:
        """The lines that an approved void without cash or a refund is of, on the date when it counts."""
        for entry in self.of("void_request"):
            if entry.body["cash"] == "no_cash":
                for said in self._approvals(entry):
                    yield self._decided_on(entry, said), self.named(entry.body)
        for entry in self.of("refund"):
            yield entry.on, self.named(entry.body)

    def _approvals(self, entry: Written) -> list[Decided]:
        return [one for one in self.decisions if (one.entry_id, one.state) == (entry.entry_id, "approved")]

    def _decided_on(self, entry: Written, said: Decided) -> date:
        return (said.at + timedelta(minutes=entry.offset)).date()

    def cash(self, sort: str | None = None, on: date | None = None, until: date | None = None) -> int:
        """Cash in hand, or what moved of a sort, on a date, or up to one."""
        return sum(
            move.rupiah
            for move in self.movements()
            if sort in (None, move.sort) and on in (None, move.on) and (until is None or move.on <= until)
        )

    def awaiting(self) -> int:
        """Rupiah of lines whose void awaits the branch."""
        return self.rupiah(key for key, state in self.undone().items() if state == "requested")

    def depositable(self) -> int:
        """What is left of the receipts that were never deposited and are not held back by a void."""
        gone = {number for entry in self.of("deposit") for number in entry.body["receipts"]}
        undone = self.undone()
        total = 0
        for receipt in self.receipts.values():
            lines = [key for key in self.lines if key[0] in receipt.body["contributions"]]
            held = any(undone.get(key) == "requested" for key in lines)
            if receipt.entry_id not in gone and not held:
                total += self.rupiah(key for key in lines if undone.get(key) not in ("voided", "refunded"))
        return total

    def renewed(self, on: date) -> dict[str, int]:
        """Rupiah by worker of what was paid on a date beside an enrolment, and is not undone."""
        enrolling = {entry.action_id for entry in self.of("enrolment")}
        undone, found = self.undone(), dict[str, int]()
        for entry in self.of("contribution"):
            if entry.on == on and entry.action_id not in enrolling:
                for place, line in enumerate(entry.body["lines"]):
                    if (entry.entry_id, place) not in undone:
                        found[line["worker_id"]] = found.get(line["worker_id"], 0) + int(line["amount"])
        return found

    def expected(self, on: date, reference: Reference) -> int:
        """What the round of a date brings: what was paid, and what those who still owe have to pay."""
        paid = self.renewed(on)
        return sum(paid.values()) + sum(
            self._owed(entry, on, reference, has_paid=entry.worker_id in paid)
            for entry in self.of("enrolment")
        )

    def _owed(self, enrolment: Written, on: date, reference: Reference, *, has_paid: bool) -> int:
        undone = self.undone()
        every = [key for key in self.lines if self.lines[key]["worker_id"] == enrolment.worker_id]
        months = {IuranMonth.parse(self.lines[key]["month"]) for key in every}
        kept = {IuranMonth.parse(self.lines[key]["month"]) for key in every if key not in undone}
        first = min(months)
        until = paid_until(first, kept) or first.plus(-1)
        following, border = until.plus(1), first_not_overdue(on)
        done = has_paid and following >= border
        if following.due_on > on + SOON or membership_ended(until, on) or done:
            return 0
        body = enrolment.body
        occupation = reference.occupations.find(body["occupation"])
        return quote(
            reference,
            income=body["income"],
            offer=Offer(body["offer"]),
            transport=occupation is not None and occupation.transport,
            payer=PayerKind(body["payer"]),
            first=following,
            months=max(1, border.minus(following)),
            enrolled=first,
        ).total


def read_raw(session: Session) -> RawBooks:
    """The whole journal and every decision of a store."""
    entries, villages = [], dict[str, str]()
    for stored in journal.replay(session):
        value, personal = stored.value, stored.personal_value
        if stored.kind == "enrolment" and personal is not None:
            villages[stored.worker_id or ""] = personal["village"]
        entries.append(
            Written(
                step=stored.step,
                kind=stored.kind,
                entry_id=stored.entry_id,
                action_id=stored.action_id,
                worker_id=stored.worker_id,
                at=stored.recorded_at,
                offset=int(value["utc_offset"]),
                body=value["body"],
            )
        )
    decisions = [
        Decided(
            item.step,
            item.payload["entry_id"],
            item.payload["state"],
            datetime.fromisoformat(item.payload["decided_at"]),
        )
        for item in feed.replay(session)
        if item.kind == "decision"
    ]
    return RawBooks(entries, decisions, villages)
