"""Fixed seeds and fresh ones hold every rule; every planted bug is seen; a failing story is shortened and told."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.simulation.command import catch, main
from tests.simulation.events import Deed, Event, Fault, events_of
from tests.simulation.kept_seeds import kept_seeds
from tests.simulation.planted import BUGS
from tests.simulation.story import failing, play, shortened, story_of

FIXED = 60
FRESH = 40
MOST_SEEDS = 300


@pytest.mark.parametrize("first", range(0, FIXED, 10))
def test_every_rule_holds_over_fixed_seeds(first: int) -> None:
    broken = [seed for seed in range(first, first + 10) if story_of(seed).played.rule]
    assert [failing(seed) for seed in broken] == []


@pytest.mark.parametrize("part", range(4))
def test_every_rule_holds_over_fresh_seeds(part: int, record_property: Callable[[str, object], None]) -> None:
    first = random.SystemRandom().randrange(10**9)
    each = FRESH // 4
    record_property("measure", f"simulated fresh seeds {first} to {first + each - 1}")
    violations = [found for seed in range(first, first + each) if (found := failing(seed)) is not None]
    assert "\n".join(violation.told() for violation in violations) == ""


@pytest.mark.parametrize("bug", BUGS)
def test_no_planted_bug_survives(bug: str, record_property: Callable[[str, object], None]) -> None:
    kept = kept_seeds().get(bug, 0)
    caught = catch(bug, kept, MOST_SEEDS)
    assert caught is not None
    if caught[0] > 1:
        record_property("measure", f"seed {kept} lets {bug} by: dev.py simulate --from 0 --bug {bug} --keep")


def test_a_seed_that_catches_a_bug_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "seeds.json"
    kept.write_text('{"new_id_on_retry": 9}', encoding="utf-8")
    monkeypatch.setattr("tests.simulation.kept_seeds.KEPT", kept)
    assert main(["--seeds", "3", "--from", "0", "--bug", "verdicts_ignored", "--keep"]) == 0
    seeds = kept_seeds()
    assert (seeds.pop("new_id_on_retry"), list(seeds)) == (9, ["verdicts_ignored"])
    assert play(seeds["verdicts_ignored"], bug="verdicts_ignored").rule


def test_there_are_as_many_bugs_as_were_promised() -> None:
    assert len(BUGS) >= 58


def test_any_effect_of_a_run_can_be_the_place_of_a_crash() -> None:
    laptops: set[str] = set()
    servers: set[str] = set()
    at_laptops = {"_write", "save", "release_all", "batch", "settle", "apply"}
    at_the_server = {"receive", "_acknowledge", "_settle_by_action", "_heed", "decide", "open"}
    for seed in range(FIXED):
        story = story_of(seed)
        laptops |= story.laptops_died_in
        servers |= story.server_died_in
        if laptops >= at_laptops and servers >= at_the_server:
            break
    assert at_laptops - laptops == set()
    assert at_the_server - servers == set()


def test_days_go_by_and_every_way_of_moving_cash_is_taken() -> None:
    deeds = {"void of", "refund of", "deposit of", "opening_float of", "closed at", "1 day", "approve"}
    mishaps = {"a picture is gone", "half a picture", "a whole picture is gone", "entries are gone"}
    ways = {"entries, 1 pictures", "entries of laptop", "settled, ", "refused: file_damaged"}
    missing = deeds | mishaps | ways
    for seed in range(FIXED):
        told = "\n".join(story_of(seed).trace)
        missing = {words for words in missing if words not in told}
        if not missing:
            break
    assert missing == set()


def test_a_seed_is_the_same_story_for_ever() -> None:
    assert events_of(7) == events_of(7)
    assert play(7) == play(7)
    assert play(7).digest != play(8).digest


def test_a_story_is_shortened_to_what_breaks_it() -> None:
    events = [Event(number, Deed.SYNC, 0, Fault.NONE, 0, 0) for number in range(40)]
    kept = shortened(events, lambda tried: {7, 23} <= {event.number for event in tried})
    assert [event.number for event in kept] == [7, 23]


def test_a_violation_is_told_in_words() -> None:
    violation = failing(0, "mark_before_acknowledgement")
    assert violation is not None
    assert violation.told().startswith("seed 0 breaks S3: entry 1 of laptop")
    assert 1 <= len(violation.story) <= 4
    assert "enrol laptop" in violation.told()


def test_the_command_names_seeds_bugs_and_rate(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--seeds", "4", "--from", "0"]) == 0
    assert "4 seeds, 0 violations" in capsys.readouterr().out
    assert main(["--seeds", "3", "--from", "0", "--bug", "verdicts_ignored"]) == 0
    assert "1 of 1 caught" in capsys.readouterr().out
    assert main(["--bug", "no_such_bug"]) == 2
    assert "it does not know no_such_bug" in capsys.readouterr().out
    assert main(["--trace", "1"]) == 0
    assert "every rule held" in capsys.readouterr().out
