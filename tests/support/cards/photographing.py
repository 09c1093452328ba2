"""Photographs of a card as they come from a phone at a market: straight, tilted, blurred, in glare, in the dark, small."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from enum import StrEnum

from PIL import Image, ImageChops, ImageEnhance, ImageFilter

LONG_SIDE = 1280
USUAL_QUALITY = 72
_TABLE = (96, 78, 62)


class Condition(StrEnum):
    """What is wrong with a photograph."""

    PLAIN = "plain"
    TILTED = "tilted 8 degrees"
    PERSPECTIVE = "perspective"
    BLURRED = "blurred"
    GLARE = "glare"
    DARK = "dark"
    JPEG_40 = "JPEG quality 40"
    SMALL = "59 kB"


def photograph(card: Image.Image, condition: Condition, seed: int) -> bytes:
    """A JPEG of the card on a table; always the same for a seed."""
    chance = random.Random(f"{condition.value} {seed}")
    scene = _TAKEN.get(condition, _as_is)(_on_table(card), chance)
    scene.thumbnail((LONG_SIDE, LONG_SIDE), Image.Resampling.LANCZOS)
    if condition is Condition.SMALL:
        return _of_size(scene, 59_000)
    return _jpeg(scene, 40 if condition is Condition.JPEG_40 else USUAL_QUALITY)


def _on_table(card: Image.Image) -> Image.Image:
    scene = Image.new("RGB", (1320, 860), _TABLE)
    scene.paste(card, ((scene.width - card.width) // 2, (scene.height - card.height) // 2))
    return scene


def _as_is(scene: Image.Image, _chance: random.Random) -> Image.Image:
    return scene


def _tilted(scene: Image.Image, chance: random.Random) -> Image.Image:
    angle = chance.choice((-8, 8)) * chance.uniform(0.75, 1)
    return scene.rotate(angle, Image.Resampling.BICUBIC, fillcolor=_TABLE)


def _in_perspective(scene: Image.Image, chance: random.Random) -> Image.Image:
    """One edge stands nearer than the other: the card's corners move by up to a tenth of its width."""
    wide, high = scene.size
    pull = [chance.uniform(0, 0.08) for _ in range(4)]
    corners = (
        (-pull[0] * wide, -pull[0] * high / 2),
        (wide + pull[1] * wide, -pull[2] * high),
        (wide * (1 + pull[3] / 2), high * (1 + pull[1])),
        (-pull[2] * wide / 2, high * (1 + pull[0])),
    )
    factors = _projection(corners, scene.size)
    return scene.transform(
        scene.size, Image.Transform.PERSPECTIVE, factors, Image.Resampling.BICUBIC, fillcolor=_TABLE
    )


def _blurred(scene: Image.Image, chance: random.Random) -> Image.Image:
    return scene.filter(ImageFilter.GaussianBlur(chance.uniform(2.4, 3.8)))


def _glaring(scene: Image.Image, chance: random.Random) -> Image.Image:
    """A lamp's spot, white in the middle, somewhere on the writing."""
    radius = chance.randrange(150, 260)
    spot = Image.radial_gradient("L").resize((2 * radius, 2 * radius)).point(lambda far: min(255, far * 2))
    light = Image.new("L", scene.size, 0)
    at = (chance.randrange(150, 500), chance.randrange(60, 440))
    light.paste(ImageChops.invert(spot), at)
    white = Image.new("RGB", scene.size, (255, 255, 250))
    return Image.composite(white, scene, light)


def _darkened(scene: Image.Image, chance: random.Random) -> Image.Image:
    """A sixth of the light, and the grain that a phone makes of it."""
    dark = ImageEnhance.Brightness(scene).enhance(chance.uniform(0.12, 0.25))
    dark = ImageEnhance.Contrast(dark).enhance(0.8)
    noise = Image.frombytes("L", scene.size, chance.randbytes(scene.width * scene.height))
    grain = noise.point(lambda shade: shade // 14)
    return ImageChops.add(dark, Image.merge("RGB", (grain, grain, grain)))


_TAKEN: dict[Condition, Callable[[Image.Image, random.Random], Image.Image]] = {
    Condition.TILTED: _tilted,
    Condition.PERSPECTIVE: _in_perspective,
    Condition.BLURRED: _blurred,
    Condition.GLARE: _glaring,
    Condition.DARK: _darkened,
}


def _jpeg(scene: Image.Image, quality: int) -> bytes:
    stream = io.BytesIO()
    scene.save(stream, "JPEG", quality=quality, progressive=True)
    return stream.getvalue()


def _of_size(scene: Image.Image, largest: int) -> bytes:
    """The best quality of which the file is no larger."""
    return next(taken for quality in range(90, 9, -2) if len(taken := _jpeg(scene, quality)) <= largest)


def _projection(corners: tuple[tuple[float, float], ...], size: tuple[int, int]) -> list[float]:
    """The eight factors that take a picture's own corners to these: eight equations, solved by elimination."""
    own = ((0, 0), (size[0], 0), size, (0, size[1]))
    rows = []
    for (u, v), (x, y) in zip(own, corners, strict=True):
        rows.append([u, v, 1, 0, 0, 0, -x * u, -x * v, x])
        rows.append([0, 0, 0, u, v, 1, -y * u, -y * v, y])
    for at in range(8):
        pivot = max(range(at, 8), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in range(8):
            if other != at:
                share = rows[other][at]
                rows[other] = [a - share * b for a, b in zip(rows[other], rows[at], strict=True)]
    return [row[8] for row in rows]
