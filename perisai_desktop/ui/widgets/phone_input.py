"""The line for a mobile number, which begins with 08 here: the nought need not be typed."""

from perisai_desktop.ui.widgets.text_input import TextInput


class PhoneInput(TextInput):
    """A number typed from its 8 on gets its nought at once, in sight; `+62` and all else stay as typed."""

    def _on_edited(self, text: str) -> None:
        if text == "8":
            self.setText("08")
        super()._on_edited(self.text())
