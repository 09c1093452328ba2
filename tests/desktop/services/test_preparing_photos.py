"""A picture is kept upright, cut, small and without anything about camera or place, and told where it can't be read."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import Crop, PhotoFault, PhotoSubject
from perisai_desktop.services import preparing_photos
from perisai_desktop.services.photo_legibility import SHARP_FROM, faults, measure
from perisai_desktop.services.preparing_photos import open_file, open_picture, prepare, turned
from tests.support.card_pictures import blurred, card, dark, file_of, with_reflection

ORIENTATION, MAKER, PLACE = 0x0112, 0x010F, 0x8825
HELD_UPRIGHT = 6


def image_of(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def damaged_exif() -> bytes:
    """A photo held upright whose camera's name is told to be a fraction."""
    whole = file_of(card(), exif={ORIENTATION: HELD_UPRIGHT, MAKER: "X" * 40})
    entry = whole.index(b"\x01\x0f\x00\x02")
    return whole[: entry + 2] + b"\x00\x05\x00\x00\x00\x01" + whole[entry + 8 :]


def test_a_photo_is_kept_small_progressive_and_says_nothing_of_camera_or_place() -> None:
    raw = file_of(card().resize((3200, 2020)), exif={MAKER: "Telepon Contoh", PLACE: {1: "S"}})
    photo = prepare(open_picture(raw), Crop(), PhotoSubject.KTP)
    kept = image_of(photo.content)
    assert (kept.format, kept.size) == ("JPEG", (photo.width, photo.height))
    assert max(kept.size) == 1280
    assert kept.info.get("progressive")
    assert not kept.getexif()
    assert b"Contoh" not in photo.content
    assert len(photo.content) < 200_000
    assert photo.faults == ()


def test_a_photo_stands_upright_as_it_was_held_and_is_turned_by_hand() -> None:
    opened = open_picture(file_of(card(), exif={ORIENTATION: HELD_UPRIGHT}))
    assert (opened.width, opened.height) == (1010, 1600)
    back = turned(opened, 3)
    assert (back.width, back.height) == (1600, 1010)
    assert turned(back, 4) is back
    red = image_of(back.content).getpixel((1350, 400))
    assert isinstance(red, tuple)
    assert red[0] > 2 * red[2]


def test_what_is_cut_off_is_gone() -> None:
    opened = open_picture(file_of(card(), "PNG"))
    photo = prepare(opened, Crop(0.75, 0.25, 0.95, 0.65), PhotoSubject.KTP)
    assert (photo.width, photo.height) == (320, 404)
    middle = image_of(photo.content).getpixel((160, 200))
    assert isinstance(middle, tuple)
    assert middle[0] > 2 * middle[2]
    assert PhotoFault.SMALL in photo.faults
    sliver = prepare(opened, Crop(0.5, 0.5, 0.5, 0.5), PhotoSubject.KTP)
    assert (sliver.width, sliver.height) == (1, 1)


@pytest.mark.parametrize(
    ("mode", "white"),
    [("RGBA", (0, 0, 0, 0)), ("LA", (0, 0)), ("P", 0), ("L", 255), ("1", 1), ("I;16", 65_535)],
)
def test_a_large_picture_of_any_kind_is_made_small_and_lies_on_white(
    mode: str, white: int | tuple[int, ...]
) -> None:
    file = io.BytesIO()
    Image.new(mode, (3_000, 1_500), white).save(file, "PNG", **({"transparency": 0} if mode == "P" else {}))
    opened = open_picture(file.getvalue())
    assert (opened.width, opened.height) == (2_560, 1_280)
    assert image_of(opened.content).getpixel((9, 9)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("make", "found"),
    [
        (card, ()),
        (blurred, (PhotoFault.BLURRED,)),
        (dark, (PhotoFault.DARK,)),
        (with_reflection, (PhotoFault.GLARE,)),
        (lambda: card().resize((480, 303)), (PhotoFault.SMALL,)),
    ],
    ids=["fine", "blurred", "dark", "glare", "small"],
)
def test_what_makes_a_card_hard_to_read_is_told(
    make: Callable[[], Image.Image],
    found: tuple[PhotoFault, ...],
    record_property: Callable[[str, object], None],
) -> None:
    figures = measure(make())
    record_property(
        "measure",
        f"sharpness {figures.sharpness:.0f}, glare {figures.glare:.3f}, light {figures.light:.0f}: {found}",
    )
    assert faults(figures, PhotoSubject.KTP) == found


def test_white_paper_is_no_glare_and_the_threshold_of_sharpness_has_room_on_both_sides() -> None:
    assert PhotoFault.GLARE not in faults(measure(with_reflection()), PhotoSubject.SIGNED_PAPER)
    assert measure(blurred()).sharpness * 2 < SHARP_FROM < measure(card()).sharpness / 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", FailureCode.PHOTO_UNREADABLE),
        (b"%PDF-1.7", FailureCode.PHOTO_UNREADABLE),
        (file_of(card())[:9_000], FailureCode.PHOTO_UNREADABLE),
        (b"GIF89a" + bytes(40), FailureCode.PHOTO_UNREADABLE),
        (damaged_exif(), FailureCode.PHOTO_UNREADABLE),
    ],
)
def test_what_is_no_picture_is_refused(content: bytes, code: FailureCode) -> None:
    with pytest.raises(Failure) as refused:
        open_picture(content)
    assert refused.value == Failure(code)


def test_a_file_that_is_gone_or_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Failure) as gone:
        open_file(tmp_path / "none.jpg")
    assert gone.value == Failure(FailureCode.PHOTO_UNREADABLE)
    file = tmp_path / "card.jpg"
    file.write_bytes(file_of(card()))
    monkeypatch.setattr(preparing_photos, "LARGEST_FILE", 1_000)
    with pytest.raises(Failure) as large:
        open_file(file)
    assert large.value == Failure(FailureCode.PHOTO_UNFIT, bytes=1_001)
    monkeypatch.undo()
    monkeypatch.setattr(preparing_photos, "MOST_PIXELS", 1_000)
    with pytest.raises(Failure):
        open_file(file)
