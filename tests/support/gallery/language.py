"""Finds words of the wrong language on a screen: texts left untranslated, and English that no list of texts knows."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache

from tests.support.translations import FOLDER

ENGLISH = frozenset(
    [
        "the",
        "and",
        "with",
        "your",
        "you",
        "this",
        "that",
        "these",
        "from",
        "have",
        "has",
        "not",
        "are",
        "was",
        "were",
        "will",
        "which",
        "when",
        "what",
        "where",
        "here",
        "there",
        "please",
        "again",
        "already",
        "must",
        "can",
        "cannot",
        "should",
        "would",
        "only",
        "every",
        "each",
        "other",
        "than",
        "then",
        "into",
        "also",
        "after",
        "before",
        "save",
        "saved",
        "send",
        "sent",
        "sending",
        "receipt",
        "receipts",
        "worker",
        "workers",
        "password",
        "sign",
        "review",
        "branch",
        "search",
        "find",
        "found",
        "close",
        "open",
        "cancel",
        "back",
        "next",
        "refused",
        "approved",
        "waiting",
        "month",
        "months",
        "address",
        "phone",
        "name",
        "mother",
        "occupation",
        "income",
        "of",
        "to",
        "for",
    ]
)
"""Words that no Indonesian sentence holds."""
NAMES = frozenset({"English", "Perisai"})
_WORD = re.compile(r"[A-Za-z']+")
_PATH = re.compile(r"\S*[/\\]\S*")
_CODE = re.compile(r"\b(?:[0-9A-Z]{5}(?:-[0-9A-Z]{2,5})+|(?=[A-Z]*\d)[0-9A-Z]{5})\b")
"""A laptop's number or the mark of a key: drawn letters, which may spell a word."""


def foreign_words(text: str, language: str) -> Iterator[str]:
    """The text itself where it was left untranslated on an Indonesian screen, else the English words in it."""
    text = _CODE.sub("", _PATH.sub("", text))
    if language != "id" or text in NAMES or not _WORD.search(text):
        return
    if text in _untranslated():
        yield text
        return
    words = {word.casefold() for word in _WORD.findall(text)} & ENGLISH
    if words:
        yield f"{' '.join(sorted(words))} in {text!r}"


@cache
def _untranslated() -> frozenset[str]:
    """Sources whose translation reads otherwise, and that are nobody's translation."""
    sources: set[str] = set()
    translations: set[str] = set()
    for message in ET.parse(FOLDER / "id.ts").getroot().iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        words = "" if translation is None else "".join(translation.itertext()).strip()
        translations.add(words)
        if words != source:
            sources.add(source)
    return frozenset(sources - translations)
