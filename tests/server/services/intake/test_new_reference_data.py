"""What is published anew is what the next batch is judged by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sync.rules.reference import Reference
from sync.rules.states import VerdictKind
from sync.server.services.intake import Intake
from sync.server.services.settling import Settling
from tests.support.field_laptop import person
from tests.support.intake_house import IntakeHouse
from tests.support.reference_data import gazetteer, reference

CONTRIBUTION = 2


def later() -> Reference:
    """Reference data whose tariffs carry another version than a laptop's."""
    return replace(
        reference(), tariffs=tuple(replace(tariff, version="2099.1") for tariff in reference().tariffs)
    )


def test_prices_follow_the_reference_data_in_force(field_house: IntakeHouse) -> None:
    published: Iterator[Reference] = iter((reference(), reference(), later()))
    settling = Settling(lambda: next(published), gazetteer())
    field_house.intake = Intake(
        field_house.store, field_house.keys, field_house.clock, settling, max_content=64 * 1024 * 1024
    )
    laptop = field_house.laptop()
    told = []
    for number in (1, 2, 3):
        laptop.enrol(person(number))
        told.append(field_house.verdicts(laptop)[CONTRIBUTION])
    assert [(one.kind, one.code) for one in told] == [
        (VerdictKind.ACCEPTED, None),
        (VerdictKind.ACCEPTED, None),
        (VerdictKind.ACCEPTED_REVIEW, "tariff_unknown"),
    ]
