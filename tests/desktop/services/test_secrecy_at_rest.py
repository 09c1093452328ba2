"""Whatever was typed, enrolled, printed and corrected, the profile's bytes say nothing of it."""

from dataclasses import replace
from pathlib import Path

from sync.protocol.signatures import SigningKey
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.secrecy import leaks, readable_stores


def test_nothing_personal_lies_open(tmp_path: Path, key: SigningKey, clock: HandClock) -> None:
    profile = make_profile(tmp_path / "profile", key)
    desk = desk_of(profile, clock)
    typed = desk.drafting.save(
        replace(filled_draft(desk, name="Setengah Diketik"), reasons={"x": "Rahasia besar"})
    )
    receipt = desk.enrolling.enrol(filled_draft(desk))
    desk.receipting.pdf(receipt.number)
    desk.receipting.page(receipt.number, 300)
    desk.correcting.keep("01935000-0000-7000-8000-000000000009", typed.form, {})
    hidden = {
        "3202081408900004",
        "Ma'rifah Wijaya",
        "Siti Rahayu",
        "Setengah Diketik",
        "Rahasia besar",
        "081234567890",
        "Jl. Melati No. 7",
    }
    assert list(leaks(profile.root, hidden)) == []
    desk.close()
    assert list(leaks(profile.root, hidden)) == []
    assert list(readable_stores(profile.root)) == []
    assert profile.database.stat().st_size > 50_000
