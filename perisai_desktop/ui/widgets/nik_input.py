"""The line for a NIK, read in groups of 6, 6 and 4 while the text stays as typed."""

from perisai_desktop.ui.widgets.grouped_input import GroupedInput

_LAST_OF_GROUP = (5, 11)
_LENGTH = 16


class NikInput(GroupedInput):
    """Shows `320208 140890 0004` for sixteen digits; letters, dots and spaces can be typed and stay."""

    def gaps(self, text: str) -> tuple[int, ...]:
        if len(text) > _LENGTH:
            return ()
        return tuple(place for place in _LAST_OF_GROUP if place < len(text) - 1)
