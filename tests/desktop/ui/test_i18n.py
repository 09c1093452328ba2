"""Words for dates, ages and sizes, and the completeness of both languages."""

import re
import xml.etree.ElementTree as ET
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from perisai_desktop.config.resources import resource
from perisai_desktop.ui.i18n import (
    Language,
    age_words,
    clock_words,
    date_words,
    moment_words,
    month_short,
    month_words,
    size_words,
)
from sync.rules.iuran_month import IuranMonth

DAY = date(2026, 11, 22)
_PLACE = re.compile(r"\{[a-z_]*\}|%n")


@pytest.mark.usefixtures("indonesian")
def test_indonesian_words() -> None:
    assert date_words(DAY) == "Minggu, 22 November 2026"
    assert month_words(IuranMonth(2027, 5)) == "Mei 2027"
    assert month_short(IuranMonth(2026, 8)) == "Agu 2026"
    assert clock_words(datetime(2026, 11, 22, 9, 5)) == "09.05"  # noqa: DTZ001
    assert age_words(timedelta(seconds=20)) == "baru saja"
    assert age_words(timedelta(days=2, hours=3)) == "2 hari"
    assert size_words(1_640_000) == "1,6 MB"


def test_english_words_count_in_singular_and_plural(qapp: QApplication) -> None:
    english = Language(qapp, resource("i18n"))
    english.speak("en")
    told = [age_words(timedelta(minutes=1)), age_words(timedelta(hours=5)), age_words(timedelta(days=1))]
    english.silence()
    assert told == ["1 minute", "5 hours", "1 day"]
    assert (size_words(640), size_words(12_345), size_words(1_640_000)) == ("640 B", "12 kB", "1.6 MB")


def test_a_moment_says_no_more_than_is_needed() -> None:
    at = datetime(2026, 11, 20, 16, 40)  # noqa: DTZ001
    assert moment_words(at, date(2026, 11, 20)) == "16:40"
    assert moment_words(at, DAY) == "20 Nov 16:40"
    assert moment_words(at, date(2027, 1, 1)) == "20 Nov 2026 16:40"


def test_a_language_that_is_not_there_is_refused(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        Language(qapp, resource("i18n")).speak("fr")


@pytest.mark.parametrize("file", ["id.ts", "en.ts", "qt_id.ts"])
def test_translations_keep_the_places_of_the_source(file: str) -> None:
    found = 0
    for message in ET.parse(resource("i18n", file)).getroot().iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        forms = [each.text or "" for each in translation.iter("numerusform")] or [
            "".join(translation.itertext())
        ]
        for form in forms:
            assert sorted(_PLACE.findall(form)) == sorted(_PLACE.findall(source)), source
            assert form.strip(), source
        found += 1
    assert found > 10
