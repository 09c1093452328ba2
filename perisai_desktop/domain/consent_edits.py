"""Edits of the text that is read aloud: its version goes up by itself as soon as it says something else."""

import re

from perisai_desktop.domain.branch_settings_book import Documents
from sync.rules.consent import ConsentText, Purpose

CONSENT = "consent.json"
INTRODUCTION, DECLARATION = "introduction", "declaration"
_COUNTED = re.compile(r"(?P<stem>.*?)(?P<number>[0-9]{1,9})")


def parts_of(documents: Documents) -> dict[str, str]:
    """Every part in the order in which it is read aloud: introduction, purposes by their code, declaration."""
    consent = documents[CONSENT]
    purposes = {one["code"]: one["text"] for one in consent["purposes"]}
    return {INTRODUCTION: consent[INTRODUCTION]} | purposes | {DECLARATION: consent[DECLARATION]}


def with_part_read(documents: Documents, published: Documents, name: str, text: str) -> Documents:
    """The same with another text of one part; of another version than the published text, unless both say the same."""
    consent, before = dict(documents[CONSENT]), published[CONSENT]
    if name in (INTRODUCTION, DECLARATION):
        consent[name] = text
    else:
        consent["purposes"] = [
            {**one, "text": text} if one["code"] == name else one for one in consent["purposes"]
        ]
    same = {**consent, "version": before["version"]} == before
    consent["version"] = before["version"] if same else next_version(before["version"])
    return {**documents, CONSENT: consent}


def next_version(version: str) -> str:
    """The version after another: `2026.2` after `2026.1`."""
    found = _COUNTED.fullmatch(version)
    return f"{version}.2" if found is None else f"{found['stem']}{int(found['number']) + 1}"


def text_to_read(documents: Documents) -> ConsentText:
    """The text as it would be read aloud; the digest comes with publishing."""
    consent = documents[CONSENT]
    return ConsentText(
        version=consent["version"],
        language=consent["language"],
        purposes=tuple(Purpose(one["code"], one["text"], one["required"]) for one in consent["purposes"]),
        declaration=consent[DECLARATION],
        sha256="",
        introduction=consent[INTRODUCTION],
    )
