"""The ways without a network, on the sync screen: out on a stick, in from one, and a colleague's file."""

from PySide6.QtCore import Signal

from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Card
from perisai_desktop.ui.widgets.labels import Role, Text


class StickCard(Card):
    """Tells which errand was asked for."""

    save_asked = Signal()
    read_asked = Signal()
    carry_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=16)
        save = Button(self.tr("Save to a USB stick…"), icon="save", key="Ctrl+U")
        save.setObjectName("stick_save")
        save.clicked.connect(self.save_asked)
        read = Button(self.tr("Read the answer…"), icon="inbox", key="Ctrl+B")
        read.setObjectName("stick_read")
        read.clicked.connect(self.read_asked)
        carry = Button(self.tr("Bring a colleague's file…"), Kind.LINK, icon="send")
        carry.setObjectName("stick_carry")
        carry.clicked.connect(self.carry_asked)
        self.column.setSpacing(8)
        self.column.addWidget(Text(self.tr("No network at all?"), Role.HEADING))
        for button in (save, read, carry):
            self.column.addWidget(button)
