"""Breaks text into lines."""

from perisai_desktop.documents.fonts import Weight, width

GLUE = "\u00a0"
"""A space at which no line ends."""


def wrapped(text: str, measure: float, weight: Weight, size: float) -> tuple[str, ...]:
    """Break `text` at its spaces so that no line is wider than `measure` points; a longer word is cut."""
    lines: list[str] = []
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, weight, size) <= measure:
            lines[-1] = joined
        elif word:
            lines.extend(_cut(word, measure, weight, size))
    return tuple(lines)


def _cut(word: str, measure: float, weight: Weight, size: float) -> tuple[str, ...]:
    """A glued word comes apart at its glue before it is cut anywhere else."""
    if width(word, weight, size) <= measure:
        return (word,)
    if GLUE in word:
        return wrapped(word.replace(GLUE, " "), measure, weight, size)
    end = 1
    while end < len(word) and width(word[: end + 1], weight, size) <= measure:
        end += 1
    return (word[:end], *_cut(word[end:], measure, weight, size))
