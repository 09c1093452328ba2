"""Whole days over a line on which every second exchange goes wrong: at the end everything is acknowledged, each once."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.storage import identity
from sync.server import device_side
from tests.support.bad_lines import FAULTS, BadLine, bad_line
from tests.support.centres import Centre, running_centre
from tests.support.desks import HandClock
from tests.support.enrolled_desks import LIGHT, PASSWORD, EnrolledDesk

STEPS = 60
SEEDS = (1, 2, 3)
JOINING = {FailureCode.ENROLMENT_CUT_OFF, FailureCode.ENROLMENT_WAITS}
EXCHANGING = {FailureCode.NO_NETWORK, FailureCode.SERVER_BUSY}


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    with (
        mock.patch.object(device_side, "CODES_PER_MINUTE", 6_000),
        running_centre(tmp_path_factory.mktemp("centre")) as running,
    ):
        yield running


def let_in(folder: Path, line: BadLine, code: str) -> EnrolledDesk:
    """Try until the grant comes through; code and password stay the same."""
    profile, told = Profile(folder), set[FailureCode]()
    while not profile.enrolled:
        try:
            desk = EnrollingDevice(profile, HandClock(), cost=LIGHT).enrol(line.url, code, PASSWORD)
        except Failure as failure:
            told.add(failure.code)
        else:
            assert told <= JOINING
            return EnrolledDesk(profile, desk, line.url)
    raise AssertionError("enrolled and no desk")


def exchanged(laptop: EnrolledDesk, ended: Counter[FailureCode | None]) -> None:
    try:
        laptop.desk.syncing.run()
    except Failure as failure:
        ended[failure.code] += 1
    else:
        ended[None] += 1


@pytest.mark.parametrize("seed", SEEDS)
def test_a_day(tmp_path: Path, centre: Centre, seed: int) -> None:
    chance, ended = random.Random(seed), Counter[FailureCode | None]()
    with bad_line(centre.url, seed) as line:
        laptop = let_in(tmp_path / "profile", line, centre.new_code())
        laptop.people = 1_000 * seed
        for _ in range(STEPS):
            if chance.random() < 0.4:
                laptop.enrol()
            else:
                exchanged(laptop, ended)
        line.calm()
        laptop.settle()
    assert laptop.waiting() == 0
    assert laptop.differences(centre) == []
    with laptop.desk.enrolling.database.reading() as session:
        known = identity.load(session)
    assert known is not None
    assert known.epoch == 1
    assert set(ended) <= {*EXCHANGING, None}
    assert min(ended[FailureCode.NO_NETWORK], ended[None]) > 0
    assert len([fault for fault in FAULTS if line.seen[fault]]) > len(FAULTS) // 2
    laptop.desk.close()
