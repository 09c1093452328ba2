"""Where a card is held before a camera, and what is kept of the picture."""

import pytest

from perisai_desktop.domain.camera import CARD, aim, kept
from perisai_desktop.domain.photo import Crop, PhotoSubject


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (640, 480), (480, 640)])
def test_the_frame_has_a_cards_shape_in_the_middle_and_what_is_kept_has_it_inside(
    size: tuple[int, int],
) -> None:
    width, height = size
    frame = aim(PhotoSubject.KTP, width, height)
    assert frame is not None
    shape = (frame.right - frame.left) * width / ((frame.bottom - frame.top) * height)
    assert shape == pytest.approx(CARD)
    assert (frame.left + frame.right, frame.top + frame.bottom) == pytest.approx((1.0, 1.0))
    assert max(frame.right - frame.left, frame.bottom - frame.top) == pytest.approx(0.82)
    part = kept(PhotoSubject.KTP, width, height)
    assert 0 <= part.left < frame.left < frame.right < part.right <= 1
    assert 0 <= part.top < frame.top < frame.bottom < part.bottom <= 1


def test_a_full_hd_picture_gives_a_card_that_needs_no_enlarging() -> None:
    part = kept(PhotoSubject.KTP, 1920, 1080)
    assert (part.right - part.left) * 1920 >= 1280


@pytest.mark.parametrize("subject", [PhotoSubject.THUMB, PhotoSubject.SIGNED_PAPER])
def test_what_has_no_fixed_shape_has_no_frame_and_is_kept_whole(subject: PhotoSubject) -> None:
    assert aim(subject, 1920, 1080) is None
    assert kept(subject, 1920, 1080) == Crop()


def test_a_picture_without_pixels_has_no_frame() -> None:
    assert aim(PhotoSubject.KTP, 0, 0) is None
