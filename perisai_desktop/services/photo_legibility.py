"""How well a picture can be read: sharpness, glare and light, measured on the pixels alone."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageFilter, ImageStat

from perisai_desktop.domain.photo import PhotoFault, PhotoSubject

MEASURED = 1024
"""Long side, in pixels, at which a picture is measured, so that the figures of all pictures are alike."""
LEAST_SIDE = 640
"""A long side of fewer pixels does not hold the small print of a card."""
SHARP_FROM = 120.0
"""Variance of the Laplacian over the sharpest tiles; a card that can be read has several hundreds."""
BRIGHT = 250
GLARE_FROM = 0.012
"""Share of the picture that is burnt out in one piece; a reflection on a laminated card takes more."""
DARK_BELOW = 70.0
"""Mean brightness, 0 to 255."""
_TILES = 6
_SPOT = 9
_LAPLACIAN = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)


@dataclass(frozen=True, slots=True)
class Legibility:
    """`sharpness`: variance of the Laplacian; `glare`: share of burnt-out pixels; `light`: mean brightness."""

    sharpness: float
    glare: float
    light: float
    long_side: int


def measure(image: Image.Image) -> Legibility:
    """The figures of a picture."""
    grey = image.convert("L")
    grey.thumbnail((MEASURED, MEASURED))
    spots = grey.filter(ImageFilter.BoxBlur(_SPOT // 2)).point(lambda value: 255 if value >= BRIGHT else 0)
    return Legibility(
        sharpness=_sharpness(grey),
        glare=ImageStat.Stat(spots).mean[0] / 255,
        light=ImageStat.Stat(grey).mean[0],
        long_side=max(image.size),
    )


def faults(found: Legibility, subject: PhotoSubject) -> tuple[PhotoFault, ...]:
    """What to warn of. White paper is bright all over: glare is told of cards alone."""
    wrong = {
        PhotoFault.SMALL: found.long_side < LEAST_SIDE,
        PhotoFault.DARK: found.light < DARK_BELOW,
        PhotoFault.BLURRED: found.sharpness < SHARP_FROM,
        PhotoFault.GLARE: subject is PhotoSubject.KTP and found.glare > GLARE_FROM,
    }
    return tuple(fault for fault, there in wrong.items() if there)


def _sharpness(grey: Image.Image) -> float:
    """Mean of the sharpest third of the tiles: large plain areas say nothing about the print."""
    edges = grey.filter(_LAPLACIAN)
    width, height = edges.size
    tiles = [
        ImageStat.Stat(
            edges.crop(
                (
                    column * width // _TILES,
                    row * height // _TILES,
                    max((column + 1) * width // _TILES, column * width // _TILES + 1),
                    max((row + 1) * height // _TILES, row * height // _TILES + 1),
                )
            )
        ).var[0]
        for row in range(_TILES)
        for column in range(_TILES)
    ]
    best = sorted(tiles, reverse=True)[: len(tiles) // 3]
    return float(sum(best) / len(best))
