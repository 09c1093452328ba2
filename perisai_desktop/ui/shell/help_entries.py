"""What the help can look up: every key, every message and every word, made from the tables that the screens use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from string import Formatter

from PySide6.QtCore import QCoreApplication

from perisai_desktop.config.resources import resource
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.explain import Explanation, explain, reaction_words
from perisai_desktop.ui.failure_words import FAILURES, NETWORK_DETAILS
from perisai_desktop.ui.key_places import PLACES, place_words
from perisai_desktop.ui.keys import KEYS, key_words
from perisai_desktop.ui.theme.theme import active_palette
from sync.rules.reactions import Reaction, Severity, severity

translate = QCoreApplication.translate

_DATA = "…"
"""Stands for what a message fills in."""
_CELL = "padding: 4px 12px 4px 0"
_TERM = re.compile(r"^- \*\*(.+?)\*\*: (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to look up: a title, and lines of a label (may be empty) and words; `group` is its heading."""

    group: str
    title: str
    lines: tuple[tuple[str, str], ...]

    def holds(self, words: Sequence[str]) -> bool:
        """Whether each of the words, in small letters, stands somewhere in it."""
        text = " ".join((self.group, self.title, *(words for _, words in self.lines))).casefold()
        return all(word in text for word in words)


def page_text(language: str, page: str) -> str:
    """The page of a screen as Markdown, its keys at the end; a screen without a page has the general one."""
    file = resource("help", language, f"{page}.md")
    if not file.exists():
        page, file = "general", resource("help", language, "general.md")
    text = file.read_text(encoding="utf-8").rstrip()
    if page not in KEYS:
        return text
    head = (translate("Help", "Key"), translate("Help", "Does"))
    rows = [head, ("---", "---"), *((f"**{use.key}**", key_words(use)) for use in KEYS[page])]
    return text + "\n\n" + "\n".join(f"| {key} | {words} |" for key, words in rows) + "\n"


def key_entries() -> tuple[Entry, ...]:
    """Every key, by where it is obeyed."""
    return tuple(
        Entry(place_words(place), use.key, (("", key_words(use)),)) for place in PLACES for use in KEYS[place]
    )


def message_entries() -> tuple[Entry, ...]:
    """Every refusal with its three sentences, then what a form says of what was typed into it."""
    failures = [_message(explain(Failure(code, **_data(code)))) for code in FailureCode]
    network = [_message(explain(Failure(FailureCode.NO_NETWORK, detail=each))) for each in NETWORK_DETAILS]
    weights = {
        Severity.ERROR: translate("Help", "Forms: it can't be saved until this is put right"),
        Severity.WARNING: translate("Help", "Forms: a short reason is asked for"),
        Severity.NOTE: translate("Help", "Forms: noted for the branch"),
    }
    findings = [
        Entry(weights[weight], reaction_words(each), ())
        for weight in Severity
        for each in Reaction
        if severity(each) is weight
    ]
    return (*failures, *network, *findings)


def glossary_entries(language: str) -> tuple[Entry, ...]:
    """The words of this work, from the glossary's lines `- **word**: meaning`."""
    text = resource("help", language, "glossary.md").read_text(encoding="utf-8")
    group = text.splitlines()[0].removeprefix("# ")
    return tuple(Entry(group, word, (("", meaning),)) for word, meaning in _TERM.findall(text))


def found(entries: Sequence[Entry], text: str) -> tuple[Entry, ...]:
    """The entries that hold every word of `text`, whatever its case."""
    words = text.casefold().split()
    return tuple(entry for entry in entries if entry.holds(words))


def page_of(entries: Sequence[Entry]) -> str:
    """The entries as HTML, each group under its heading."""
    parts = []
    for group, members in groupby(entries, key=lambda entry: entry.group):
        parts.append(f"<h3>{escape(group)}</h3>")
        listed = tuple(members)
        beside = all(len(entry.lines) == 1 and not entry.lines[0][0] for entry in listed)
        parts.append(_table(listed) if beside else "".join(map(_paragraph, listed)))
    return "".join(parts)


def _table(entries: Sequence[Entry]) -> str:
    rows = "".join(
        f'<tr><td width="150" style="{_CELL}"><b>{escape(entry.title)}</b></td>'
        f'<td style="{_CELL}">{escape(entry.lines[0][1])}</td></tr>'
        for entry in entries
    )
    return f'<table cellspacing="0" width="100%">{rows}</table>'


def _paragraph(entry: Entry) -> str:
    muted = active_palette().muted
    lines = "".join(
        f'<br><span style="color:{muted}">{escape(label)}</span> {escape(words)}'
        for label, words in entry.lines
    )
    return f"<p><b>{escape(entry.title)}</b>{lines}</p>"


def _message(told: Explanation) -> Entry:
    safe, now = translate("Help", "Is it safe?"), translate("Help", "What now?")
    what, *rest = (sentence.replace(f"{_DATA}.", _DATA) for sentence in (told.what, told.safe, told.now))
    return Entry(translate("Help", "Messages"), what, tuple(zip((safe, now), rest, strict=True)))


def _data(code: FailureCode) -> dict[str, str]:
    names = {name for sentence in FAILURES[code] for _, name, _, _ in Formatter().parse(sentence) if name}
    return dict.fromkeys(names, _DATA)
