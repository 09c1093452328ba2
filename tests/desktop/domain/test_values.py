"""Values of the domain: failures compare by code and data, and nothing personal shows in a repr."""

import dataclasses
import importlib
import pkgutil
from dataclasses import is_dataclass, replace
from datetime import UTC, datetime

import pytest

import perisai_desktop.domain as domain
from perisai_desktop.domain.draft import EnrolmentDraft
from perisai_desktop.domain.failure import Failure, FailureCode
from sync.rules.enrolment_form import EnrolmentForm
from tests.desktop.documents.receipts import receipt

MODULES = [
    importlib.import_module(f"{domain.__name__}.{found.name}")
    for found in pkgutil.iter_modules(domain.__path__)
]


def test_failures_compare_by_code_and_data() -> None:
    failure = Failure(FailureCode.REASON_MISSING, field="sex", code="sex_differs")
    assert failure == Failure(FailureCode.REASON_MISSING, field="sex", code="sex_differs")
    assert failure != Failure(FailureCode.REASON_MISSING, field="sex")
    assert failure != Failure(FailureCode.FORM_HAS_ERRORS, field="sex", code="sex_differs")
    assert failure != "reason_missing"
    assert str(failure) == "reason_missing"
    assert len({failure, Failure(FailureCode.REASON_MISSING, field="sex", code="sex_differs")}) == 1


def test_every_value_is_frozen() -> None:
    values = [
        kind
        for module in MODULES
        for kind in vars(module).values()
        if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module.__name__
    ]
    assert len(values) > 20
    for kind in values:
        assert kind.__dataclass_params__.frozen, kind  # type: ignore[attr-defined]
        assert "__slots__" in vars(kind), kind


def test_a_repr_names_nobody() -> None:
    paper = replace(receipt(), received_from="Ma'rifah Wijaya")
    assert "Ma'rifah" not in repr(paper)
    form = EnrolmentForm(nik="3202081408900004", name="Ma'rifah Wijaya", phone="081234567890")
    draft = EnrolmentDraft(
        "id", form, {"sex_differs": "Kata ibu Siti"}, (), datetime(2026, 11, 22, tzinfo=UTC)
    )
    for secret in ("Ma'rifah", "3202081408900004", "081234567890", "Siti"):
        assert secret not in repr(draft)


@pytest.mark.parametrize(
    ("minutes", "on", "clock"), [(420, 22, "23:30"), (480, 23, "00:30"), (540, 23, "01:30")]
)
def test_a_receipt_is_dated_where_the_cash_was_taken(minutes: int, on: int, clock: str) -> None:
    paper = replace(receipt(), issued_at=datetime(2026, 11, 22, 16, 30, tzinfo=UTC), utc_offset=minutes)
    assert paper.issued_on.day == on
    assert f"{paper.issued_local:%H:%M}" == clock
    assert dataclasses.asdict(paper)["number"] == paper.number
