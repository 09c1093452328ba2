"""What the shell asks of a screen: a title, and to be told when it comes into sight."""

from typing import Protocol


class Screen(Protocol):
    """A widget that fills the middle of the window."""

    def title(self) -> str:
        """The screen's name, in the header."""

    def subtitle(self) -> str:
        """A few words beside the name; may be empty."""

    def arrive(self) -> None:
        """The screen comes into sight: read again, take the focus."""

    def seek(self) -> bool:
        """Ctrl+F: go to the search; False where the screen has none."""
