"""Cash in hand read afresh from what is written: the journal and the decisions, no projection."""

from __future__ import annotations

from perisai_desktop.storage import feed, journal
from perisai_desktop.storage.database import Session


def cash_afresh(session: Session) -> int:
    """Rupiah in hand."""
    cash = 0
    entries = {entry.entry_id: entry for entry in journal.replay(session)}
    approved = {
        item.payload["entry_id"]
        for item in feed.replay(session)
        if item.kind == "decision" and item.payload["state"] == "approved"
    }
    signs = {"opening_float": 1, "surplus": 1, "shortage": -1, "hand_over": -1}
    lines: dict[tuple[str, int], int] = {}
    receipts: dict[str, list[tuple[str, int]]] = {}
    gone: set[tuple[str, int]] = set()
    for entry in entries.values():
        body = entry.value["body"]
        if entry.kind == "receipt":
            cash += body["total"]
            receipts[entry.entry_id] = [key for key in lines if key[0] in body["contributions"]]
        elif entry.kind == "contribution":
            lines |= {(entry.entry_id, at): line["amount"] for at, line in enumerate(body["lines"])}
        elif entry.kind in ("refund", "deposit"):
            cash -= body["amount"]
        elif entry.kind == "cash_adjustment":
            cash += signs[body["what"]] * body["amount"]
        if entry.kind in ("void_request", "refund"):
            granted = entry.kind == "refund" or (body["cash"] == "no_cash" and entry.entry_id in approved)
            named = body.get("lines")
            keys = (
                receipts[body["receipt"]]
                if named is None
                else [(one["contribution"], one["line"]) for one in named]
            )
            fresh = [key for key in keys if granted and key not in gone]
            gone |= set(fresh)
            if entry.kind == "void_request":
                cash -= sum(lines[key] for key in fresh)
    return cash
