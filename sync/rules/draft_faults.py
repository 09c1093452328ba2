"""What keeps a branch's draft of its settings from being published: every fault at once, each with its place."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from itertools import combinations, pairwise
from typing import TypeVar

from sync.rules.branch_settings import ALWAYS_REQUIRED, ONE_USE, BranchSettings, FieldUse
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.occupations import name_key
from sync.rules.reference import Reference
from sync.rules.reference_documents import (
    read_consent,
    read_occupations,
    read_relief,
    read_settings,
    read_tariff,
)
from sync.rules.reference_fields import Fields, ReferenceFault
from sync.rules.reliefs import Relief
from sync.rules.setting_limits import limit_faults
from sync.rules.tariff import Tariff

T = TypeVar("T")
EDITABLE: tuple[str, ...] = (
    "settings.json",
    "tariff.json",
    "reliefs.json",
    "occupations.json",
    "consent.json",
)
"""The files of the reference data that a branch decides on."""
_FORM_FIELDS = frozenset(field.name for field in fields(EnrolmentForm))
_SETTINGS = frozenset(field.name for field in fields(BranchSettings))
_LONGEST_HOTLINE = 30
_LONGEST_NAME = 100
_MOST_BRACKETS = 999
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")
"""What entries can name: versions of tables and texts, codes of reliefs and purposes."""
_LANGUAGE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True)
class DraftFault:
    """Why a draft cannot be published. `place`: the field, table, relief or occupation; `least` and `most` of a limit."""

    code: str
    file: str
    place: str = ""
    least: int | None = None
    most: int | None = None


Documents = Mapping[str, Mapping[str, object]]
"""The editable files by name, as JSON objects."""


def draft_faults(
    documents: Documents, before: Reference, in_force_on: date, today: date
) -> tuple[DraftFault, ...]:
    """Everything that is wrong with a draft that would follow `before` and hold from a local day on."""
    found = [DraftFault("in_force_past", "", in_force_on.isoformat())] if in_force_on < today else []
    found += [DraftFault("file_missing", name) for name in EDITABLE if name not in documents]
    if not set(EDITABLE) <= documents.keys():
        return tuple(found)
    of = {name: Fields(documents[name], name) for name in EDITABLE}
    tariffs, table_faults = _read(of["tariff.json"], "tables", read_tariff)
    reliefs, relief_faults = _read(of["reliefs.json"], "reliefs", read_relief)
    found += table_faults or _tariff_faults(tariffs, before.tariffs)
    found += relief_faults or _relief_faults(reliefs, tariffs)
    found += _settings_faults(of["settings.json"], before)
    found += _occupation_faults(of["occupations.json"], before)
    found += _consent_faults(of["consent.json"], before)
    return tuple(found)


def _malformed(fault: ReferenceFault) -> DraftFault:
    return DraftFault("malformed", fault.file, fault.field)


def _read(document: Fields, name: str, read: Callable[[Fields], T]) -> tuple[list[T], list[DraftFault]]:
    """The rows of a list that can be read, and the faults of those that cannot."""
    rows: list[T] = []
    found: list[DraftFault] = []
    try:
        for row in document.objects(name):
            try:
                rows.append(read(row))
            except ReferenceFault as fault:
                code = "relief_share" if fault.field == "paid_denominator" else "malformed"
                found.append(DraftFault(code, fault.file, fault.field))
    except ReferenceFault as fault:
        found.append(_malformed(fault))
    return rows, found


def _twice(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield name
        seen.add(name)


def _tariff_faults(tariffs: list[Tariff], before: tuple[Tariff, ...]) -> list[DraftFault]:
    """Tables follow one another without a hole, the newest is open, and what receipts name is never changed."""
    file = "tariff.json"
    found = [
        DraftFault("tariff_version_twice", file, name) for name in _twice(one.version for one in tariffs)
    ]
    found += [
        DraftFault("tariff_version_malformed", file, one.version)
        for one in tariffs
        if not _CODE.fullmatch(one.version)
    ]
    for tariff in tariffs:
        numbers = [bracket.number for bracket in tariff.brackets]
        if not all(1 <= number <= _MOST_BRACKETS for number in numbers) or len(set(numbers)) < len(numbers):
            found.append(DraftFault("bracket_numbers", file, tariff.version, 1, _MOST_BRACKETS))
        bounds = [bracket.income_from for bracket in tariff.brackets]
        if bounds[:1] != [0] or bounds != sorted(set(bounds)):
            found.append(DraftFault("brackets_not_rising", file, tariff.version))
        if tariff.last is not None and tariff.last < tariff.first:
            found.append(DraftFault("tariff_ends_before_start", file, tariff.version))
    for older, newer in pairwise(tariffs):
        if older.last is None:
            found.append(DraftFault("tariff_end_missing", file, older.version))
        elif newer.first <= older.last:
            found.append(DraftFault("tariff_overlaps", file, newer.version))
        elif newer.first != older.last.plus(1):
            found.append(DraftFault("tariff_hole", file, newer.version))
    if not tariffs:
        found.append(DraftFault("tariff_missing", file))
    elif tariffs[-1].last is not None:
        found.append(DraftFault("tariff_newest_ends", file, tariffs[-1].version))
    drafted = {one.version: one for one in tariffs}
    for published in before:
        kept = drafted.get(published.version)
        if kept is None or (kept.first, kept.brackets) != (published.first, published.brackets):
            found.append(DraftFault("tariff_changed", file, published.version))
    return found


def _relief_faults(reliefs: list[Relief], tariffs: list[Tariff]) -> list[DraftFault]:
    """No month has two reliefs for the same people, and every price that is left is a whole rupiah."""
    file = "reliefs.json"
    found = [DraftFault("relief_code_twice", file, code) for code in _twice(one.code for one in reliefs)]
    for relief in reliefs:
        if not _CODE.fullmatch(relief.code):
            found.append(DraftFault("relief_code_malformed", file, relief.code))
        if relief.last < relief.first:
            found.append(DraftFault("relief_ends_before_start", file, relief.code))
        if not relief.programmes or not relief.payers:
            found.append(DraftFault("relief_for_nobody", file, relief.code))
        if not _is_whole(relief, tariffs):
            found.append(DraftFault("relief_not_whole_rupiah", file, relief.code))
    found += [
        DraftFault("relief_overlaps", file, f"{one.code} {other.code}")
        for one, other in combinations(reliefs, 2)
        if _overlap(one, other)
    ]
    return found


def _is_whole(relief: Relief, tariffs: list[Tariff]) -> bool:
    return all(
        bracket.amount(programme) * relief.paid_numerator % relief.paid_denominator == 0
        for tariff in tariffs
        for bracket in tariff.brackets
        for programme in relief.programmes
    )


def _overlap(one: Relief, other: Relief) -> bool:
    return (
        one.first <= other.last
        and other.first <= one.last
        and bool(one.programmes & other.programmes)
        and bool(one.payers & other.payers)
        and (None in (one.transport, other.transport) or one.transport == other.transport)
    )


def _settings_faults(document: Fields, before: Reference) -> list[DraftFault]:
    """Known settings within their ranges; the address on receipts is the server's, not the branch's."""
    file = document.file
    found = [
        DraftFault("setting_unknown", file, name) for name in sorted(document.content.keys() - _SETTINGS)
    ]
    found += _field_faults(document)
    if found:
        return found
    try:
        settings = read_settings(document)
    except ReferenceFault as fault:
        return [_malformed(fault)]
    found = [DraftFault(one.code, file, one.name, one.least, one.most) for one in limit_faults(settings)]
    if settings.public_host != before.settings.public_host:
        found.append(DraftFault("host_changed", file, "public_host"))
    hotline = settings.hotline
    if not hotline.strip() or len(hotline) > _LONGEST_HOTLINE or not hotline.isprintable():
        found.append(DraftFault("hotline_malformed", file, "hotline"))
    return found


def _field_faults(document: Fields) -> list[DraftFault]:
    """Fields that no form has, that cannot be waived, or that are used as another is."""
    try:
        uses = document.object("fields").content
    except ReferenceFault as fault:
        return [_malformed(fault)]
    found: list[DraftFault] = []
    for name, use in uses.items():
        if name not in _FORM_FIELDS:
            found.append(DraftFault("field_unknown", document.file, name))
        elif name in ONE_USE:
            found.append(DraftFault("field_part_of_other", document.file, name))
        elif use not in tuple(FieldUse):
            found.append(DraftFault("malformed", document.file, name))
        elif name in ALWAYS_REQUIRED and use != FieldUse.REQUIRED:
            found.append(DraftFault("field_always_required", document.file, name))
    return found


def _occupation_faults(document: Fields, before: Reference) -> list[DraftFault]:
    """No name twice, and none lost that was published: entries name it."""
    try:
        book = read_occupations(document)
    except ReferenceFault as fault:
        return [_malformed(fault)]
    if not book.all:
        return [DraftFault("occupations_missing", document.file)]
    names = [name_key(name) for one in book.all for name in one.names]
    found = [DraftFault("occupation_twice", document.file, name) for name in _twice(names)]
    found += [
        DraftFault("occupation_removed", document.file, one.name)
        for one in before.occupations.all
        if not all(map(book.find, one.names))
    ]
    long = [name for name in names if len(name) > _LONGEST_NAME]
    found += [DraftFault("occupation_too_long", document.file, name[:_LONGEST_NAME]) for name in long]
    odd = [one.name for one in book.all if not one.name.isprintable() or not one.name.strip()]
    return found + [DraftFault("malformed", document.file, name[:_LONGEST_NAME]) for name in odd]


def _consent_faults(document: Fields, before: Reference) -> list[DraftFault]:
    """Another text has another version: consents name the one that was read aloud."""
    try:
        text = read_consent(document, before.consent.sha256)
    except ReferenceFault as fault:
        return [_malformed(fault)]
    if text != before.consent and text.version == before.consent.version:
        return [DraftFault("consent_version_kept", document.file, text.version)]
    named = (text.version, *(purpose.code for purpose in text.purposes))
    if not all(map(_CODE.fullmatch, named)) or not _LANGUAGE.fullmatch(text.language):
        return [DraftFault("consent_code_malformed", document.file)]
    return [] if text.purposes else [DraftFault("consent_without_purposes", document.file)]
