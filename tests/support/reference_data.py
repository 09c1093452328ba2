"""The reference data of the checkout for tests: parsed once, with the gazetteer over all regions."""

from functools import cache
from pathlib import Path

from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.reference import MANIFEST, REFERENCE_FILES, Reference, parse_reference
from sync.server.reference.gazetteer import RegionsGazetteer

REFERENCE_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "reference"
ROSTER = Path(__file__).resolve().parents[1] / "data" / "roster_market.csv"


def reference_files() -> dict[str, bytes]:
    """The small published files by name, the manifest among them."""
    return {name: (REFERENCE_FOLDER / name).read_bytes() for name in (*REFERENCE_FILES, MANIFEST)}


@cache
def reference() -> Reference:
    """The published reference data."""
    return parse_reference(reference_files())


@cache
def gazetteer() -> RegionsGazetteer:
    """All regions."""
    return RegionsGazetteer.open(REFERENCE_FOLDER / "regions.sqlite")


def filled_form() -> EnrolmentForm:
    """An enrolment of an invented farmer that draws no reaction on 2026-11-22."""
    return EnrolmentForm(
        nik="3202081408900004",
        name="Ma'rifah Wijaya",
        birth_place="Sukabumi",
        birth_date="1990-08-14",
        sex="L",
        mother_name="Siti Rahayu",
        street="Jl. Melati No. 7",
        village="32.02.10.2006",
        phone="081234567890",
        occupation="Petani/Pekebun",
        income="1000000",
        offer="JKK+JKM",
        first_month="2026-11",
        months="3",
        consents=reference().consent.required,
        declaration=True,
    )
