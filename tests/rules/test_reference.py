"""The published reference data: what is in it, and how unusable files are named."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest

from sync.rules.branch_settings import (
    ALWAYS_REQUIRED,
    DEFAULT_REQUIRED,
    BranchSettings,
    FieldUse,
    MonthlyTarget,
)
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.occupations import Occupation, OccupationBook
from sync.rules.reasons import ReasonKind
from sync.rules.reference import MANIFEST, REFERENCE_FILES, parse_reference
from sync.rules.reference_documents import read_occupations
from sync.rules.reference_fields import Fields, ReferenceFault
from tests.support.reference_data import reference, reference_files


def altered(name: str, change: Callable[[Any], None]) -> dict[str, bytes]:
    """The published files with one document changed, and a manifest that agrees."""
    files = reference_files()
    document = json.loads(files[name])
    change(document)
    files[name] = json.dumps(document).encode()
    manifest = json.loads(files[MANIFEST])
    for entry in manifest["files"]:
        if entry["name"] == name:
            entry["sha256"] = hashlib.sha256(files[name]).hexdigest()
    files[MANIFEST] = json.dumps(manifest).encode()
    return files


def fault(files: dict[str, bytes]) -> tuple[str, str, str]:
    """Code, file and field of the fault that reading raises."""
    with pytest.raises(ReferenceFault) as caught:
        parse_reference(files)
    return caught.value.code, caught.value.file, caught.value.field


def test_an_occupation_ends_and_is_found_by_the_names_that_it_had() -> None:
    ends = Occupation("Ojek Daring", True, last=IuranMonth(2026, 12), former=("Ojek",))
    book = OccupationBook((ends, Occupation("Petani", False)))
    assert [book.find(name) for name in ("ojek", " OJEK daring ", "Kurir")] == [ends, ends, None]
    assert ends.names == ("Ojek", "Ojek Daring")
    found = [[one.name for one in book.offered(IuranMonth(2026, 12).plus(step))] for step in (0, 1)]
    assert found == [["Ojek Daring", "Petani"], ["Petani"]]
    files = reference_files()
    content = json.loads(files["occupations.json"])
    content["occupations"][0] |= {"last": "2026-12", "former": ["Juru Tulis"]}
    read = read_occupations(Fields(content, "occupations.json")).all[0]
    assert (read.last, read.former) == (IuranMonth(2026, 12), ("Juru Tulis",))


def test_the_published_version() -> None:
    published = reference()
    assert published.version
    assert (published.tariff.version, len(published.tariff.brackets)) == ("BPU-2015", 33)
    assert len(published.retired_regencies) == 26
    assert {"91.01", "91.28", "92.71"} <= published.retired_regencies
    assert replace(published.settings, targets=()) == BranchSettings()


def test_the_consent_text_is_separable_and_has_the_digest_of_its_file() -> None:
    consent = reference().consent
    assert consent.sha256 == hashlib.sha256(reference_files()["consent.json"]).hexdigest()
    assert consent.language == "id"
    assert [(purpose.code, purpose.required) for purpose in consent.purposes] == [
        ("enrolment", True),
        ("branch_check", True),
        ("other_programmes", False),
    ]
    assert consent.introduction
    assert "bekerja" in consent.declaration
    assert consent.missing({"enrolment"}) == {"branch_check"}
    assert consent.missing({"enrolment", "branch_check"}) == frozenset()


@pytest.mark.parametrize("kind", list(ReasonKind))
def test_every_question_has_reasons_in_both_languages(kind: ReasonKind) -> None:
    reasons = reference().reasons_of(kind)
    assert len(reasons) >= 3
    for reason in reasons:
        assert reference().reason(kind, reason.code) is reason
        assert reason.label_id != reason.label_en
    assert reference().reason(kind, "no_such_reason") is None


@pytest.mark.parametrize("name", [*REFERENCE_FILES, MANIFEST])
def test_a_missing_file_is_named(name: str) -> None:
    files = reference_files()
    del files[name]
    assert fault(files) == ("reference_file_missing", name, "")


@pytest.mark.parametrize("name", REFERENCE_FILES)
def test_an_altered_file_is_named(name: str) -> None:
    files = reference_files()
    files[name] += b"\n"
    assert fault(files) == ("reference_digest_differs", name, "")


def test_a_file_that_the_manifest_does_not_name_is_refused() -> None:
    assert fault(reference_files() | {"more.json": b"{}"}) == ("reference_digest_differs", "more.json", "")


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff"])
def test_what_is_no_document_is_refused(content: bytes) -> None:
    assert fault(reference_files() | {MANIFEST: content}) == ("reference_not_json", MANIFEST, "")


def put(*path: str | int, value: object) -> Callable[[Any], None]:
    """A change that puts a value at a path of a document."""

    def change(document: Any) -> None:
        for step in path[:-1]:
            document = document[step]
        document[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("name", "path", "value", "field"),
    [
        ("tariff.json", ("tables",), [], "tables"),
        ("tariff.json", ("tables",), "BPU", "tables"),
        ("tariff.json", ("tables",), ["BPU"], "tables"),
        ("tariff.json", ("tables", 0, "version"), "", "version"),
        ("tariff.json", ("tables", 0, "first"), "2015", "first"),
        ("tariff.json", ("tables", 0, "last"), "2026-12", "tables"),
        ("tariff.json", ("tables", 0, "brackets"), [], "brackets"),
        ("tariff.json", ("tables", 0, "brackets", 1, "income_from"), 0, "brackets"),
        ("tariff.json", ("tables", 0, "brackets", 0, "income_from"), 1, "brackets"),
        ("tariff.json", ("tables", 0, "brackets", 0, "jkk"), -1, "jkk"),
        ("tariff.json", ("tables", 0, "brackets", 0, "jkk"), "10000", "jkk"),
        ("tariff.json", ("tables", 0, "brackets", 0, "jkk"), 10000.0, "jkk"),
        ("tariff.json", ("tables", 0, "brackets", 0, "income_to"), "", "income_to"),
        ("reliefs.json", ("reliefs", 0, "programmes"), ["JP"], "programmes"),
        ("reliefs.json", ("reliefs", 0, "programmes"), [1], "programmes"),
        ("reliefs.json", ("reliefs", 0, "payers"), ["me"], "payers"),
        ("reliefs.json", ("reliefs", 0, "paid_denominator"), 1, "paid_denominator"),
        ("reliefs.json", ("reliefs", 0, "paid_denominator"), 0, "paid_denominator"),
        ("reliefs.json", ("reliefs", 0, "transport"), "yes", "transport"),
        ("reasons.json", ("reasons", 0, "kind"), "why", "kind"),
        ("reasons.json", ("reasons", 1, "code"), "nik_differs_from_ktp", "reasons"),
        ("settings.json", ("months_offered",), [0, 1], "months_offered"),
        ("settings.json", ("months_offered",), [True], "months_offered"),
        ("settings.json", ("commission",), [], "commission"),
        ("settings.json", ("fields",), {"income": "optional"}, "income"),
        ("settings.json", ("fields",), {"bank_number": "required"}, "bank_number"),
        ("settings.json", ("fields",), {"shoe_size": "off"}, "shoe_size"),
        ("settings.json", ("fields",), {"phone": "perhaps"}, "phone"),
        ("settings.json", ("targets",), {}, "targets"),
        ("settings.json", ("targets", 0, "enrolled"), -1, "enrolled"),
        ("settings.json", ("targets", 1, "first"), "2026-01", "targets"),
    ],
)
def test_a_malformed_field_is_named(
    name: str, path: tuple[str | int, ...], value: object, field: str
) -> None:
    assert fault(altered(name, put(*path, value=value))) == ("reference_malformed", name, field)


def test_a_relief_that_leaves_a_part_of_a_rupiah_is_refused() -> None:
    files = altered("reliefs.json", put("reliefs", 0, "paid_denominator", value=3))
    assert fault(files) == ("relief_not_whole_rupiah", "reliefs.json", "")


def next_table(first: str, last_of_old: str | None) -> Callable[[Any], None]:
    """A change that ends the table and puts a dearer one after it."""

    def change(document: Any) -> None:
        older = document["tables"][0]
        newer = json.loads(json.dumps(older)) | {"version": "BPU-2027", "first": first}
        newer["brackets"][0]["jkk"] = 20_000
        older["last"] = last_of_old
        document["tables"].append(newer)

    return change


def test_a_later_table_holds_from_its_first_month_and_never_before() -> None:
    published = parse_reference(altered("tariff.json", next_table("2027-01", "2026-12")))
    assert [tariff.version for tariff in published.tariffs] == ["BPU-2015", "BPU-2027"]
    assert published.tariff.version == "BPU-2027"
    versions = [published.tariff_for(IuranMonth.parse(month)) for month in ("2026-12", "2027-01", "2030-01")]
    assert [tariff and tariff.version for tariff in versions] == ["BPU-2015", "BPU-2027", "BPU-2027"]
    assert published.tariff_for(IuranMonth(2015, 6)) is None


@pytest.mark.parametrize(
    ("first", "last_of_old"), [("2027-02", "2026-12"), ("2027-01", None), ("2026-12", "2026-12")]
)
def test_tables_follow_one_another_without_a_hole(first: str, last_of_old: str | None) -> None:
    files = altered("tariff.json", next_table(first, last_of_old))
    assert fault(files) == ("reference_malformed", "tariff.json", "first")


def test_a_branch_can_say_how_fields_are_used() -> None:
    uses = {"phone": "optional", "email": "off", "income": "required", "bank": "required"}
    settings = parse_reference(altered("settings.json", put("fields", value=uses))).settings
    assert settings.use_of("phone") is FieldUse.OPTIONAL
    assert settings.use_of("email") is FieldUse.OFF
    assert settings.use_of("kk") is FieldUse.OPTIONAL
    assert settings.use_of("street") is FieldUse.REQUIRED
    assert not settings.requires("phone")
    assert settings.requires("bank_holder")


def test_what_identity_and_price_need_can_never_be_waived() -> None:
    names = {field.name for field in fields(EnrolmentForm)}
    assert ALWAYS_REQUIRED < DEFAULT_REQUIRED < names
    for name in ALWAYS_REQUIRED:
        assert replace(BranchSettings(), fields=((name, FieldUse.OFF),)).requires(name)


def test_a_target_holds_until_the_next_one() -> None:
    january, march = IuranMonth(2026, 1), IuranMonth(2026, 3)
    settings = BranchSettings(
        targets=(MonthlyTarget(january, 30, 1_500_000), MonthlyTarget(march, 40, 0)),
    )
    assert settings.target_for(january.plus(-1)) is None
    assert settings.target_for(january.plus(1)) == settings.targets[0]
    assert settings.target_for(march.plus(9)) == settings.targets[1]


def test_the_published_targets_rise_in_time() -> None:
    targets = reference().settings.targets
    assert [str(target.first) for target in targets] == ["2026-01", "2026-08", "2026-10"]
