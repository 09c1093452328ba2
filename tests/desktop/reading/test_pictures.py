"""The real machine on drawn cards, photographed well and badly; started once for all."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PIL import Image

from perisai_desktop.domain.card_reading import CardReading, ReadingEnd
from perisai_desktop.services.card_reader import CardReader, reader_command
from perisai_desktop.services.reference_files import open_places
from perisai_desktop.storage.places import Places
from tests.support.cards.photographing import Condition
from tests.support.cards.reading import Read, read_all
from tests.support.cards.village_square import TODAY, Shot, shots

NAMES = ("plain-000.jpg", "tilted-000.jpg", "glare-000.jpg")
TURNED = "turned.jpg"


@dataclass(frozen=True)
class Table:
    """The photographs that lie on it, and what the machine made of them."""

    shots: dict[str, Shot]
    read: dict[str, Read]
    places: Places

    def differing(self, name: str, whose: str) -> set[str]:
        """Fields that are otherwise than on the card of a photograph, or not there at all."""
        wanted = self.shots[whose].wanted
        got = self.shots[whose].got(self.read[name], self.places)
        return {field for field in wanted if got.get(field) != wanted[field]}


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Table]:
    places = open_places()
    taken = shots(places, (Condition.PLAIN, Condition.TILTED, Condition.GLARE), 1)
    pictures = {name: shot.content for name, shot in taken.items()}
    pictures |= {TURNED: _upside_down(pictures["plain-000.jpg"]), "none.jpg": b"no picture"}
    read, _ = read_all(pictures, TODAY, tmp_path_factory.mktemp("cards"))
    yield Table(taken, read, places)
    places.close()


def _upside_down(content: bytes) -> bytes:
    turned = io.BytesIO()
    Image.open(io.BytesIO(content)).rotate(180).save(turned, "JPEG", quality=80)
    return turned.getvalue()


@pytest.mark.parametrize("name", NAMES)
def test_a_card_is_read_as_it_is_printed(table: Table, name: str) -> None:
    assert table.read[name].reading.end is ReadingEnd.READ
    assert table.differing(name, name) == set()


def test_each_value_is_told_with_its_place_on_the_picture(table: Table) -> None:
    nik = table.read["plain-000.jpg"].reading.fields["nik"].box
    name = table.read["plain-000.jpg"].reading.fields["name"].box
    assert nik is not None
    assert name is not None
    assert nik.top < nik.bottom <= name.top + 0.02
    assert 0.25 < nik.left < nik.right < 0.7


def test_a_card_that_lies_upside_down_is_read_without_places(table: Table) -> None:
    assert table.differing(TURNED, "plain-000.jpg") == set()
    assert {field.box for field in table.read[TURNED].reading.fields.values()} == {None}


def test_what_is_no_picture_is_no_card(table: Table) -> None:
    assert table.read["none.jpg"].reading == CardReading(ReadingEnd.NO_CARD)


def test_the_program_itself_reads_with_every_door_shut(table: Table) -> None:
    read = CardReader(reader_command()).read(table.shots["plain-000.jpg"].content, TODAY)
    assert read == table.read["plain-000.jpg"].reading
