"""Invented bodies and personal parts of entries, always the same."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sync.protocol.bodies.consent import Consent, ConsentPersonal
from sync.protocol.bodies.contribution import Contribution, ContributionLine
from sync.protocol.bodies.enrolment import Enrolment, EnrolmentPersonal
from sync.protocol.bodies.parts import BankAccount, Finding, Heir, ProgrammeText, TextShown
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import Blob
from sync.protocol.identifiers import uuid7

AT = datetime(2026, 11, 22, 2, 15, 30, 123000, tzinfo=UTC)
ON = date(2026, 11, 22)
TEXT = TextShown(version="2026-1", language="id", sha256=sha256_hex(b"naskah persetujuan"))
SLIP = Blob(sha256=sha256_hex(b"slip"), length=61_234)
NIK = "3208044810930004"
_HALF_PRICE: tuple[tuple[ProgrammeText, int], ...] = (("JKK", 5_000), ("JKM", 3_400))


def identifier(number: int) -> str:
    """The UUIDv7 that stands for a number in samples."""
    return uuid7(AT + timedelta(seconds=number), number.to_bytes(10, "big"))


def salt(number: int) -> str:
    """Sixteen bytes that are anything but random."""
    return to_base64url(number.to_bytes(16, "big"))


def enrolment() -> Enrolment:
    """A motorcycle-taxi driver in the lowest bracket."""
    return Enrolment(
        offer="JKK+JKM",
        occupation="Ojek Pangkalan",
        second_occupation="Petani",
        income=1_099_000,
        payer="self",
        declaration=TEXT,
        captured_in="35.14.06.2008",
        findings=(
            Finding(code="birth_date_differs", reason="KTP lama keliru"),
            Finding(code="region_retired"),
        ),
    )


def enrolment_personal(nik: str = NIK, name: str = "Ma'rifah Nasution Wijaya") -> EnrolmentPersonal:
    """An invented woman with everything filled in."""
    return EnrolmentPersonal(
        salt=salt(1),
        blobs=(),
        nik=nik,
        name=name,
        birth_place="Pa'rasangang Beru",
        birth_date=date(1993, 10, 8),
        sex="P",
        mother_name="Wati Mote",
        street='Jl. Sa\'adah No. 97 "Blok 𝛼" / é',
        rt="008",
        rw="001",
        village="35.14.06.2008",
        postcode="67155",
        phone="082787657987",
        email="marifah@contoh.invalid",
        marital="kawin",
        kk="3514060000000001",
        npwp="000000000000000",
        bank=BankAccount(bank="Bank Contoh", number="0012345678", holder="Ma'rifah N. W."),
        workplace="Pangkalan Pasar Lama",
        working_hours="06.00-17.00",
        heirs=(Heir(name="Slamet Wijaya", relation="anak", birth_date=date(2015, 2, 28), share=100),),
    )


def contribution(worker: int) -> Contribution:
    """Three months at half price: 25,200 rupiah."""
    lines = tuple(
        ContributionLine(
            worker_id=identifier(worker),
            month=month,
            programme=programme,
            amount=amount,
            bracket=1,
            relief="pp50-2025-t",
            tariff_version="2026-1",
            payer="self",
        )
        for month in ("2026-11", "2026-12", "2027-01")
        for programme, amount in _HALF_PRICE
    )
    return Contribution(lines=lines, credits=())


def consent() -> Consent:
    """Consent given on a drawing pad."""
    return Consent(purposes=("enrolment", "messages"), text=TEXT, way="pad")


def consent_personal() -> ConsentPersonal:
    """A signature of two strokes."""
    return ConsentPersonal(salt=salt(2), blobs=(), signature=(((10, 20), (30, 40)), ((5, 5),)))
