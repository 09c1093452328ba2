"""The small published files, written from their sources as JSON with fixed bytes."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from sync.server.reference.sources import BuildSources, SourceFault


def document_bytes(value: Mapping[str, object]) -> bytes:
    """A document as UTF-8 JSON, indented for readers, ending in a line feed; equal values give equal bytes."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _whole(row: Mapping[str, str], column: str, file: str) -> int:
    if not (row[column].isascii() and row[column].isdigit()):
        raise SourceFault("source_malformed", file)
    return int(row[column])


def _tariff(sources: BuildSources) -> dict[str, Any]:
    source = sources.document("tariffs.json")
    tables = []
    for table in source["tables"]:
        rows = []
        for row in sources.rows(table["rows"]):
            bracket: dict[str, object] = {
                column: _whole(row, column, table["rows"])
                for column in ("bracket", "income_from", "basis", "jkk", "jht", "jkm")
            }
            bracket["income_to"] = _whole(row, "income_to", table["rows"]) if row["income_to"] else None
            bracket["evidence"] = row["evidence"]
            rows.append(bracket)
        tables.append({key: table[key] for key in ("version", "first", "last")} | {"brackets": rows})
    return {"law": source["law"], "tables": tables}


def _occupations(sources: BuildSources) -> dict[str, Any]:
    words = {"yes": True, "no": False}
    rows = sources.rows("occupations.csv")
    if any(row["transport"] not in words for row in rows):
        raise SourceFault("source_malformed", "occupations.csv")
    return {
        "law": "PP 50/2025",
        "occupations": [
            {"name": row["name"], "transport": words[row["transport"]], "note": row["note"]} for row in rows
        ],
    }


def _reasons(sources: BuildSources) -> dict[str, Any]:
    columns = ("kind", "code", "label_id", "label_en")
    return {"reasons": [{column: row[column] for column in columns} for row in sources.rows("reasons.csv")]}


def _copied(name: str) -> Callable[[BuildSources], dict[str, Any]]:
    def write(sources: BuildSources) -> dict[str, Any]:
        return sources.document(name)

    return write


_WRITERS: dict[str, Callable[[BuildSources], dict[str, Any]]] = {
    "tariff.json": _tariff,
    "reliefs.json": _copied("reliefs.json"),
    "occupations.json": _occupations,
    "retired_regencies.json": _copied("retired_regencies.json"),
    "reasons.json": _reasons,
    "consent.json": _copied("consent.json"),
    "settings.json": _copied("settings.json"),
}


def published_documents(sources: BuildSources) -> dict[str, bytes]:
    """Every small file by its published name. Raises SourceFault where a source is missing or malformed."""
    published: dict[str, bytes] = {}
    for name, write in _WRITERS.items():
        try:
            published[name] = document_bytes(write(sources))
        except (KeyError, TypeError) as error:
            raise SourceFault("source_malformed", name) from error
    return published
