"""A desk with people who owe something: villages, arrears and a worker who was enrolled elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import feed
from perisai_desktop.storage.feed import FeedItem
from sync.protocol.canonical import JsonValue, canonical_bytes
from tests.support.desk_money import MoneyHand
from tests.support.desks import filled_draft

HERE, ELSEWHERE = "32.02.10.2006", "32.02.09.2001"
CARDED = "01935000-0000-7000-8000-00000000c0de"


def enrol(desk: AgentDesk, number: int, name: str, village: str = HERE, **typed: str) -> str:
    """Somebody who has paid November 2026 alone, where nothing else is typed; the worker's id."""
    form = {"months": "1", **typed}
    draft = filled_draft(
        desk,
        nik=f"320208140890{number:04d}",
        phone=f"0812{number:08d}",
        name=name,
        village=village,
        **form,
    )
    receipt = desk.enrolling.enrol(replace(draft, reasons={"likely_duplicate": "Orang lain"}))
    return MoneyHand(desk).written(receipt.action_id)[0].worker_id or ""


def take_card(desk: AgentDesk, **more: str) -> None:
    """The branch's card of somebody who was enrolled by another agent, paid until October 2026."""
    card: dict[str, JsonValue] = {
        "worker_id": CARDED,
        "nik": "3202081408900099",
        "name": "Siti Contoh",
        "paid_until": "2026-10",
        "village": HERE,
        **more,
    }
    at = desk.clock.now() + timedelta(hours=1)
    feed.apply_page(desk.enrolling.database, [FeedItem(1, "worker", at, canonical_bytes(card))], 1, at)
