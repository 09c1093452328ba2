"""The answer of the receipt page follows from what the server found."""

from __future__ import annotations

from itertools import product

import pytest

from sync.server.domain.receipt_standing import ReceiptFacts, Standing, standing_of


@pytest.mark.parametrize(
    ("known", "signed", "stored", "voided", "standing"),
    [
        (True, True, True, False, Standing.GENUINE_RECEIVED),
        (True, True, None, False, Standing.GENUINE_NOT_RECEIVED),
        (True, True, True, True, Standing.VOIDED),
        (True, True, False, False, Standing.GENUINE_TO_CHECK),
        (True, False, True, False, Standing.ALTERED),
        (True, False, None, False, Standing.ALTERED),
        (True, False, True, True, Standing.ALTERED),
        (False, False, None, False, Standing.UNKNOWN),
    ],
)
def test_standing(known: bool, signed: bool, stored: bool | None, voided: bool, standing: Standing) -> None:
    assert standing_of(ReceiptFacts(known, signed, stored, voided)) is standing


def test_what_no_person_has_settled_is_to_be_checked() -> None:
    for voided in (True, False):
        facts = ReceiptFacts(True, True, True, voided, settled=False)
        assert standing_of(facts) is Standing.GENUINE_TO_CHECK


def test_nothing_is_genuine_without_a_valid_signature_of_a_known_device() -> None:
    for known, signed, stored, voided in product(
        [True, False], [True, False], [True, False, None], [True, False]
    ):
        standing = standing_of(ReceiptFacts(known, signed, stored, voided))
        if not (known and signed):
            assert standing in (Standing.UNKNOWN, Standing.ALTERED)
