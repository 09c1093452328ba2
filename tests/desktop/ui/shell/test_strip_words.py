"""The strip says counts, rupiah, ages, the connection and a wrong clock in words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from perisai_desktop.domain.counters import Connection, LinkState, Pause
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.shell.strip_words import strip_items
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.strip import Strip
from tests.desktop.ui.conftest import Showing
from tests.support.screen_values import NOW, WIB, strip


@pytest.mark.usefixtures("indonesian")
def test_a_busy_strip() -> None:
    items = {item.key: item for item in strip_items(strip(), NOW, WIB)}
    assert items["counter_unsent"].sentence == "Belum terkirim 12 · Rp302.400 tertua 2 hari"
    assert items["counter_waiting"].sentence == "Menunggu keputusan 7"
    assert items["counter_to_fix"].sentence == "Perlu diperbaiki 3"
    assert (
        items["cash"].sentence
        == "Kas di tangan Rp1.243.200 tertua 2 hari · pembatalan Rp33.600 menunggu persetujuan"
    )
    assert items["cash"].age_tone is Tone.WARNING
    assert items["connection"].sentence == "Luring sejak 08.15"


@pytest.mark.usefixtures("indonesian")
@pytest.mark.parametrize(
    ("drift", "state", "words", "tone"),
    [
        (0, LinkState.ONLINE, "Tersambung sejak 08.15", Tone.OK),
        (0, LinkState.NEVER, "Belum pernah tersambung", Tone.WARNING),
        (-7200, LinkState.ONLINE, "Jam laptop meleset 2 jam", Tone.ERROR),
    ],
)
def test_the_connection_in_words(drift: int, state: LinkState, words: str, tone: Tone) -> None:
    item = strip_items(strip(drift=drift, state=state), NOW, WIB)[-1]
    assert (item.sentence, item.age_tone) == (words, tone)


@pytest.mark.usefixtures("indonesian")
def test_what_must_be_known_before_the_next_receipt() -> None:
    put_back = replace(strip(), clock_behind=26 * 60, renew_by=date(2026, 12, 1))
    item = strip_items(put_back, NOW, WIB)[-1]
    assert (item.sentence, item.age_tone) == ("Jam laptop mundur 1 hari dari kuitansi terakhir", Tone.ERROR)
    old = replace(put_back, clock_behind=5)
    item = strip_items(old, NOW, WIB)[-1]
    assert (item.sentence, item.age_tone) == ("Perlu versi baru mulai 1 Desember 2026", Tone.WARNING)
    wrong = replace(strip(drift=-7200), renew_by=date(2026, 12, 1))
    assert strip_items(wrong, NOW, WIB)[-1].sentence == "Jam laptop meleset 2 jam"


@pytest.mark.usefixtures("indonesian")
@pytest.mark.parametrize(
    ("pause", "drift", "words", "tone"),
    [
        (Pause(NOW + timedelta(hours=1)), 0, "Dijeda sampai 10.15", Tone.WARNING),
        (Pause(None), 0, "Pengiriman dijeda", Tone.WARNING),
        (Pause(None), 7200, "Jam laptop meleset 2 jam · Pengiriman dijeda", Tone.ERROR),
    ],
)
def test_a_pause_stands_where_the_connection_does(pause: Pause, drift: int, words: str, tone: Tone) -> None:
    item = strip_items(replace(strip(drift=drift), pause=pause), NOW, WIB)[-1]
    assert (item.sentence, item.age_tone) == (words, tone)


@pytest.mark.usefixtures("indonesian")
@pytest.mark.parametrize(
    ("code", "drift", "words", "tone"),
    [
        (FailureCode.DEVICE_PAUSED, 0, "Laptop dijeda oleh cabang", Tone.WARNING),
        (FailureCode.DEVICE_REVOKED, 0, "Laptop ditarik oleh cabang", Tone.WARNING),
        (FailureCode.DEVICE_LEAVING, 0, "Laptop diambil kembali oleh cabang", Tone.WARNING),
        (FailureCode.DEVICE_PAUSED, 7200, "Jam laptop meleset 2 jam", Tone.ERROR),
    ],
)
def test_the_branchs_word_on_this_laptop_stands_where_the_connection_does(
    code: FailureCode, drift: int, words: str, tone: Tone
) -> None:
    told = replace(
        strip(drift=drift, state=LinkState.ONLINE), apart=Failure(code), renew_by=date(2026, 12, 1)
    )
    item = strip_items(told, NOW, WIB)[-1]
    assert (item.sentence, item.age_tone) == (words, tone)


@pytest.mark.usefixtures("indonesian")
def test_the_last_connection_before_this_start() -> None:
    known = Connection(LinkState.NEVER, NOW - timedelta(days=1), 0)
    item = strip_items(replace(strip(), connection=known), NOW, WIB)[-1]
    assert item.sentence == "Terakhir tersambung 21 Nov 09.15"


def test_nothing_waits_is_shown_too() -> None:
    item = strip_items(strip(unsent=0), NOW, WIB)[0]
    assert (item.figures, item.age, item.icon_tone) == ("0", "", Tone.OK)


@pytest.mark.parametrize("width", [683, 911, 1366])
def test_figures_are_in_sight_at_every_width(qtbot: QtBot, showing: Showing, width: int) -> None:
    bar = Strip()
    showing(bar)
    bar.resize(width, 40)
    bar.show_items(strip_items(strip(), NOW, WIB))
    links = [
        bar.link(key) for key in ("counter_unsent", "counter_waiting", "counter_to_fix", "cash", "connection")
    ]
    qtbot.waitUntil(lambda: all(link.isVisible() for link in links))
    for link in links:
        assert link.width() >= link.width_at(link.terse)
        assert bar.rect().contains(link.geometry())
    followed: list[str] = []
    bar.followed.connect(followed.append)
    links[2].click()
    assert followed == ["counter_to_fix"]
