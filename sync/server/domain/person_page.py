"""A person's data as one page that can be read without any program: what the file beside it says to machines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

_HEADS: Mapping[str, str] = {
    "about": "Tentang data ini",
    "person": "Peserta",
    "records": "Catatan",
    "payments": "Iuran",
    "photos": "Foto",
    "erased": "Yang sudah dihapus",
    "seen_by": "Siapa yang melihat dan memutuskan",
}
"""The parts of the page in their order, in the language of whom it is about."""
_STYLE = (
    "body{font:15px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;width:100%}td{border-bottom:1px solid #ccc;padding:.2em .6em;vertical-align:top}"
    "td:first-child{color:#555;width:14em}h2{margin-top:2em}"
)


def person_page(told: Mapping[str, Any]) -> str:
    """HTML in Bahasa Indonesia, with no script and nothing from elsewhere. `told` is what the JSON holds."""
    parts = [f"<h2>{head}</h2>{_shown(told.get(part))}" for part, head in _HEADS.items()]
    head = f'<meta charset="utf-8"><title>Data pribadi</title><style>{_STYLE}</style>'
    return f'<!doctype html><html lang="id"><head>{head}</head><body><h1>Data pribadi</h1>{"".join(parts)}</body></html>\n'


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return f"<table>{''.join(_rows(value))}</table>"
    if isinstance(value, list | tuple):
        return "".join(f"<p>{_shown(one)}</p>" for one in value) if value else "–"
    return escape(str(value))


def _rows(value: Mapping[str, Any]) -> Iterator[str]:
    for name, one in value.items():
        if one not in (None, "", [], {}):
            yield f"<tr><td>{escape(name)}</td><td>{_shown(one)}</td></tr>"
