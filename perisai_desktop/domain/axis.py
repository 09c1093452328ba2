"""The axis of a chart: round steps from 0 to beyond the highest value."""

_ROUND = (1, 2, 5)


def axis_steps(highest: int, most: int = 5) -> tuple[int, ...]:
    """Evenly spaced whole numbers from 0 to at least `highest`, of 1, 2 or 5 times a power of ten; at most `most` steps."""
    step, power, place = 1, 1, 0
    while step * most < max(highest, 1):
        place += 1
        if place == len(_ROUND):
            place, power = 0, power * 10
        step = _ROUND[place] * power
    steps = max(1, -(-highest // step))
    return tuple(step * count for count in range(steps + 1))
