"""Reference data: tariff, reliefs, occupations, reasons, consent and settings, read from published files."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from sync.rules.branch_settings import BranchSettings
from sync.rules.consent import ConsentText
from sync.rules.iuran_month import IuranMonth
from sync.rules.occupations import OccupationBook
from sync.rules.reasons import Reason, ReasonKind
from sync.rules.reference_documents import (
    read_consent,
    read_occupations,
    read_reasons,
    read_reliefs,
    read_retired,
    read_settings,
    read_tariffs,
)
from sync.rules.reference_fields import Fields, ReferenceFault, document
from sync.rules.reliefs import Relief
from sync.rules.tariff import Tariff

MANIFEST = "manifest.json"
REFERENCE_FILES: tuple[str, ...] = (
    "tariff.json",
    "reliefs.json",
    "occupations.json",
    "retired_regencies.json",
    "reasons.json",
    "consent.json",
    "settings.json",
)
"""The files that `parse_reference` needs beside the manifest; the regions are a database of their own."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One published version of the reference data."""

    version: str
    tariffs: tuple[Tariff, ...]
    reliefs: tuple[Relief, ...]
    occupations: OccupationBook
    retired_regencies: frozenset[str]
    reasons: tuple[Reason, ...]
    consent: ConsentText
    settings: BranchSettings

    @property
    def tariff(self) -> Tariff:
        """The newest table."""
        return self.tariffs[-1]

    def tariff_for(self, month: IuranMonth) -> Tariff | None:
        """The table that holds for an iuran month, the newest where several do; None where none does."""
        return next((tariff for tariff in reversed(self.tariffs) if tariff.covers(month)), None)

    def reasons_of(self, kind: ReasonKind) -> tuple[Reason, ...]:
        """The reasons that answer one question, in the order to show them."""
        return tuple(reason for reason in self.reasons if reason.kind is kind)

    def reason(self, kind: ReasonKind, code: str) -> Reason | None:
        """One reason by its code."""
        return next((reason for reason in self.reasons_of(kind) if reason.code == code), None)


def _check_digests(manifest: Fields, files: Mapping[str, bytes]) -> None:
    digests = {entry.text("name"): entry.text("sha256") for entry in manifest.objects("files")}
    for name in REFERENCE_FILES:
        if name not in files:
            raise ReferenceFault("reference_file_missing", name)
    for name, content in files.items():
        if name != MANIFEST and digests.get(name) != hashlib.sha256(content).hexdigest():
            raise ReferenceFault("reference_digest_differs", name)


def _check_whole_rupiah(tariffs: tuple[Tariff, ...], reliefs: tuple[Relief, ...]) -> None:
    for relief in reliefs:
        for bracket in (bracket for tariff in tariffs for bracket in tariff.brackets):
            for programme in relief.programmes:
                try:
                    relief.price(bracket.amount(programme))
                except ValueError as error:
                    raise ReferenceFault("relief_not_whole_rupiah", "reliefs.json") from error


def parse_reference(files: Mapping[str, bytes]) -> Reference:
    """Read the published files, by name, after checking each against the manifest's SHA-256.

    Raises ReferenceFault with the file's name where one is missing, altered or malformed, or where a relief
    would leave a part of a rupiah.
    """
    if MANIFEST not in files:
        raise ReferenceFault("reference_file_missing", MANIFEST)
    manifest = document(files[MANIFEST], MANIFEST)
    _check_digests(manifest, files)
    read = {name: document(files[name], name) for name in REFERENCE_FILES}
    tariffs = read_tariffs(read["tariff.json"])
    reliefs = read_reliefs(read["reliefs.json"])
    _check_whole_rupiah(tariffs, reliefs)
    return Reference(
        version=manifest.text("version"),
        tariffs=tariffs,
        reliefs=reliefs,
        occupations=read_occupations(read["occupations.json"]),
        retired_regencies=read_retired(read["retired_regencies.json"]),
        reasons=read_reasons(read["reasons.json"]),
        consent=read_consent(read["consent.json"], hashlib.sha256(files["consent.json"]).hexdigest()),
        settings=read_settings(read["settings.json"]),
    )
