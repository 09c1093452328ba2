"""The mapping of the enrolment form: both ends rebuild and assess the same form."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from sync.protocol.bodies.consent import Consent
from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.correction import Correction, CorrectionPersonal
from sync.protocol.bodies.parts import BlobMeaning, Finding
from sync.protocol.entry import EntryFault
from sync.protocol.forms import (
    BODY_FIELDS,
    PERSONAL_FIELDS,
    changed_fields,
    contribution_lines,
    corrected,
    correction_parts,
    enrolment_parts,
    form_of,
)
from sync.protocol.wire import wire_bytes
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.pricing import PriceLine, Quote
from sync.rules.programmes import PayerKind, Programme
from tests.support.sample_bodies import TEXT, contribution, identifier, salt

FORM = EnrolmentForm(
    nik="320804 481093 0004",
    name="  Ma'rifah   Nasution\tWijaya ",
    birth_place="Linggo",
    birth_date="08-10-1993",
    sex="p",
    mother_name="Wati Mote",
    street="Jl. Sa'adah No. 97",
    rt="008",
    rw="001",
    village="35.14.06.2008",
    phone="+62 827-8765-7987",
    email="",
    marital="kawin",
    kk="",
    npwp="",
    occupation="Mitra Grab",
    second_occupation="",
    workplace="",
    working_hours="",
    second_workplace="Pasar",
    second_working_hours="2 jam",
    postcode="67 155",
    payer_name="",
    heirs="Slamet  Wijaya|anak|2015-02-28|50 %; Siti | istri",
    bank=" Bank  Contoh ",
    bank_number="001",
    bank_holder="Ma'rifah",
    income="Rp 1.100.000",
    offer="JKK+JKM",
    first_month="2026-11",
    months="3",
    payer="self",
    consents=frozenset({"enrolment", "messages"}),
    declaration=True,
)
CLEAN = replace(
    FORM,
    nik="3208044810930004",
    name="Ma'rifah Nasution Wijaya",
    birth_date="1993-10-08",
    sex="P",
    phone="082787657987",
    income="1100000",
    postcode="67155",
    heirs="Slamet Wijaya | anak | 28-02-2015 | 50; Siti | istri",
    bank="Bank Contoh",
)
CONSENT = Consent(purposes=("enrolment", "messages"), text=TEXT, way="pad")
PAID = contribution(7)


def rebuilt(form: EnrolmentForm) -> EnrolmentForm:
    body, personal = enrolment_parts(form, salt=salt(1), declaration=TEXT)
    return form_of(body, personal, CONSENT, PAID, identifier(7))


def correction(after: EnrolmentForm, **options: Any) -> tuple[Correction, CorrectionPersonal]:
    return correction_parts(CLEAN, after, corrects=identifier(1), salt=salt(2), **options)


def test_every_field_of_the_form_has_its_place() -> None:
    others = {"first_month", "months", "consents", "declaration"}
    parted = {"bank", "bank_number", "bank_holder", "heirs", "ktp_photo"}
    named = {*BODY_FIELDS, *PERSONAL_FIELDS, *others, *parted}
    assert {field.name for field in fields(EnrolmentForm)} == named
    assert not set(BODY_FIELDS) & set(PERSONAL_FIELDS)


def test_a_form_comes_back_in_its_one_spelling() -> None:
    assert rebuilt(FORM) == CLEAN
    assert rebuilt(CLEAN) == CLEAN


def test_signs_that_take_no_room_are_not_written() -> None:
    assert rebuilt(replace(FORM, name="\u202eMa'rifah\u200b Nasution\ufeff Wijaya\u200f")) == CLEAN


def test_body_and_personal_part_carry_what_the_form_does_not() -> None:
    body, personal = enrolment_parts(
        FORM,
        salt=salt(1),
        declaration=TEXT,
        findings=[Finding(code="region_retired")],
        captured_in="35.14.06.2008",
        reenrolment_of=identifier(3),
    )
    assert (body.captured_in, body.reenrolment_of) == ("35.14.06.2008", identifier(3))
    assert body.findings == (Finding(code="region_retired"),)
    assert personal.birth_date == date(1993, 10, 8)
    assert personal.email is None
    assert b"3208044810930004" not in wire_bytes(body)


def test_without_consent_contribution_and_declaration_the_form_says_so() -> None:
    body, personal = enrolment_parts(replace(FORM, declaration=False), salt=salt(1), declaration=TEXT)
    form = form_of(body, personal, None, None)
    assert (form.consents, form.declaration, form.first_month, form.months) == (frozenset(), False, "", "")


def test_months_are_those_of_the_worker() -> None:
    body, personal = enrolment_parts(FORM, salt=salt(1), declaration=TEXT)
    both = Contribution(lines=(*PAID.lines, *contribution(8).lines[:2]), credits=())
    assert form_of(body, personal, CONSENT, both, identifier(8)).months == "1"
    assert form_of(body, personal, CONSENT, both).months == "3"


@pytest.mark.parametrize(
    ("members", "field"),
    [
        ({"nik": "123"}, "nik"),
        ({"nik": ""}, "nik"),
        ({"name": ""}, "name"),
        ({"name": "a" * 201}, "name"),
        ({"street": "\x00"}, "street"),
        ({"street": "\x9f"}, "street"),
        ({"street": "a\ud800"}, "street"),
        ({"birth_date": "31-02-1993"}, "birth_date"),
        ({"sex": "X"}, "sex"),
        ({"village": "Sukamaju"}, "village"),
        ({"income": "many"}, "income"),
        ({"offer": "JHT"}, "offer"),
        ({"payer": "friend"}, "payer"),
        ({"occupation": ""}, "occupation"),
        ({"heirs": "Siti"}, "heirs"),
        ({"bank_number": ""}, "bank"),
    ],
)
def test_what_cannot_be_written_names_the_field(members: dict[str, str], field: str) -> None:
    with pytest.raises(EntryFault) as refused:
        enrolment_parts(replace(FORM, **members), salt=salt(1), declaration=TEXT)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_a_declaration_is_written_with_its_text() -> None:
    with pytest.raises(EntryFault, match="declaration"):
        enrolment_parts(FORM, salt=salt(1), declaration=None)


def test_lines_are_one_for_each_month_and_programme() -> None:
    month = IuranMonth(2026, 12)
    line = PriceLine(
        month=month,
        bracket=1,
        relief="pp50-2025-t",
        amounts=((Programme.JKK, 5_000), (Programme.JKM, 3_400), (Programme.JHT, 20_000)),
        total=28_400,
        full=36_800,
        tariff_version="2026-1",
        relieved=frozenset({Programme.JKK, Programme.JKM}),
    )
    lines = contribution_lines(identifier(7), Quote((line,), 28_400), PayerKind.VILLAGE_BUDGET)
    assert [(made.programme, made.amount, made.relief) for made in lines] == [
        ("JKK", 5_000, "pp50-2025-t"),
        ("JKM", 3_400, "pp50-2025-t"),
        ("JHT", 20_000, None),
    ]
    assert {(made.worker_id, made.month, made.payer) for made in lines} == {
        (identifier(7), "2026-12", "village_budget")
    }


def test_a_correction_holds_what_differs_and_gives_the_corrected_form() -> None:
    after = replace(
        CLEAN,
        nik="3208044810930005",
        birth_date="1993-10-09",
        income="1200000",
        email="a@b.invalid",
        marital="",
    )
    body, personal = correction(after)
    assert changed_fields(body, personal) == {"nik", "birth_date", "income", "email", "marital"}
    assert changed_fields(body, None) == {"income"}
    assert corrected(CLEAN, body, personal) == after
    assert corrected(CLEAN, body, None) == replace(CLEAN, income="1200000")
    assert b"1993" not in wire_bytes(body)


def test_heirs_account_and_picture_are_corrected_and_cleared() -> None:
    card = BlobMeaning(sha256="a" * 64, shows="ktp")
    after = replace(CLEAN, heirs="Adi | anak", bank="", bank_number="", bank_holder="", ktp_photo=card.sha256)
    body, personal = correction(after, blobs=[BlobMeaning(sha256="b" * 64, shows="other"), card])
    assert changed_fields(body, personal) == {"heirs", "bank", "ktp_photo"}
    assert corrected(CLEAN, body, personal) == after
    body, personal = correction(replace(CLEAN, heirs="", bank_number="002"))
    assert changed_fields(body, personal) == {"heirs", "bank"}
    assert corrected(CLEAN, body, personal) == replace(CLEAN, heirs="", bank_number="002")
    with pytest.raises(EntryFault, match="ktp_photo"):
        correction_parts(after, CLEAN, corrects=identifier(1), salt=salt(2))


@pytest.mark.parametrize("shows", ["thumb", "signed_paper"])
def test_the_picture_that_proves_a_consent_is_a_field_of_its_own(shows: str) -> None:
    proof = BlobMeaning.model_validate({"sha256": "c" * 64, "shows": shows})
    body, personal = correction(CLEAN, blobs=[proof])
    assert changed_fields(body, personal) == {"consents"}
    assert corrected(CLEAN, body, personal) == CLEAN


def test_the_picture_of_the_card_is_the_one_that_an_enrolment_names() -> None:
    card = BlobMeaning(sha256="a" * 64, shows="ktp")
    body, personal = enrolment_parts(FORM, salt=salt(1), declaration=TEXT, blobs=[card])
    assert form_of(body, personal, CONSENT, PAID, identifier(7)) == replace(CLEAN, ktp_photo=card.sha256)


def test_another_spelling_of_the_same_is_no_change() -> None:
    body, personal = correction(replace(FORM, consents=frozenset()))
    assert changed_fields(body, personal) == frozenset()
    assert corrected(CLEAN, body, personal) == CLEAN


def test_a_declaration_can_be_made_up_for() -> None:
    before = replace(CLEAN, declaration=False)
    options: dict[str, Any] = {"corrects": identifier(1), "salt": salt(2)}
    body, personal = correction_parts(before, CLEAN, declaration=TEXT, **options)
    assert changed_fields(body, personal) == {"declaration"}
    assert corrected(before, body, personal) == CLEAN
    with pytest.raises(EntryFault, match="missing_field"):
        correction_parts(before, CLEAN, **options)


@pytest.mark.parametrize("members", [{"months": "6"}, {"first_month": "2026-12"}])
def test_months_are_not_corrected(members: dict[str, str]) -> None:
    with pytest.raises(EntryFault, match="not_correctable"):
        correction(replace(CLEAN, **members))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "field", ["nik", "name", "birth_date", "sex", "village", "occupation", "offer", "payer", "income"]
)
def test_what_must_be_there_cannot_be_emptied(field: str) -> None:
    with pytest.raises(EntryFault) as refused:
        correction(replace(CLEAN, **{field: ""}))  # type: ignore[arg-type]
    assert refused.value.field == field
