"""What was enrolled, paid and given back, read afresh from what is written: the journal and the decisions, no projection."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from perisai_desktop.storage import feed, journal
from perisai_desktop.storage.database import Session
from perisai_desktop.storage.journal import StoredEntry

Place = tuple[str, int]


@dataclass
class Afresh:
    """Rupiah by local date, and by programme of a span; all of it from bytes."""

    received: Counter[date] = field(default_factory=Counter)
    given_back: Counter[date] = field(default_factory=Counter)
    enrolled: Counter[date] = field(default_factory=Counter)
    programmes: Counter[str] = field(default_factory=Counter)
    programmes_back: Counter[str] = field(default_factory=Counter)
    villages: Counter[str] = field(default_factory=Counter)
    villages_back: Counter[str] = field(default_factory=Counter)
    cash: int = 0


def figures_afresh(session: Session) -> Afresh:
    """Add everything up once more, in the order of the journal and the newest decision on each entry."""
    found = Afresh()
    entries = {entry.entry_id: entry for entry in journal.replay(session)}
    decided = {
        item.payload["entry_id"]: item.payload for item in feed.replay(session) if item.kind == "decision"
    }
    homes: dict[str, str] = {}
    lines: dict[Place, dict[str, object]] = {}
    receipts: dict[str, list[Place]] = {}
    gone: set[Place] = set()

    def undo(entry: StoredEntry, on: date) -> int:
        body = entry.value["body"]
        named = body.get("lines")
        keys = receipts[body["receipt"]]
        if named is not None:
            keys = [(one["contribution"], one["line"]) for one in named]
        fresh = [key for key in keys if key not in gone]
        gone.update(fresh)
        for key in fresh:
            amount = int(str(lines[key]["amount"]))
            found.programmes_back[str(lines[key]["programme"])] += amount
            found.villages_back[homes.get(str(lines[key]["worker_id"]), "")] += amount
        taken = sum(int(str(lines[key]["amount"])) for key in fresh)
        found.given_back[on] += taken
        found.cash -= taken
        return taken

    for entry in entries.values():
        body, on = entry.value["body"], _on(entry.recorded_at, entry)
        decision = decided.get(entry.entry_id)
        if entry.kind == "enrolment":
            homes[entry.worker_id or entry.entry_id] = (entry.personal_value or {}).get("village", "")
            turned_down = decision is not None and decision["state"] in ("refused", "duplicate")
            if not turned_down and body.get("reenrolment_of") is None:
                found.enrolled[on] += 1
        elif entry.kind == "contribution":
            lines |= {(entry.entry_id, at): line for at, line in enumerate(body["lines"])}
        elif entry.kind == "receipt":
            receipts[entry.entry_id] = [key for key in lines if key[0] in body["contributions"]]
            found.received[on] += body["total"]
            found.cash += body["total"]
            for key in receipts[entry.entry_id]:
                amount = int(str(lines[key]["amount"]))
                found.programmes[str(lines[key]["programme"])] += amount
                found.villages[homes.get(str(lines[key]["worker_id"]), "")] += amount
        elif entry.kind == "refund":
            undo(entry, on)
        elif entry.kind == "void_request" and body["cash"] == "no_cash":
            if decision is not None and decision["state"] == "approved":
                undo(entry, _on(datetime.fromisoformat(decision["decided_at"]), entry))
        elif entry.kind == "deposit":
            found.cash -= body["amount"]
        elif entry.kind == "cash_adjustment":
            out = body["what"] in ("shortage", "hand_over")
            found.cash += -body["amount"] if out else body["amount"]
    return found


def _on(at: datetime, entry: StoredEntry) -> date:
    """The local date of an instant where an entry was written."""
    return (at + timedelta(minutes=entry.value["utc_offset"])).date()
