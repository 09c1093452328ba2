"""Where words end in dots, the whole of them is the tooltip."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from perisai_desktop.ui.widgets.tips import plain_tip

_TOLD = "whole_words"


def tell_whole(widget: QWidget, words: str, shown: str) -> None:
    """Make `words` the tooltip of `widget` while only `shown` of them is to be seen; any other tooltip stays."""
    told = widget.property(_TOLD)
    if widget.toolTip() and widget.toolTip() != told:
        return
    whole = plain_tip(words) if shown != words else ""
    if widget.toolTip() != whole:
        widget.setToolTip(whole)
        widget.setProperty(_TOLD, whole)


class TellsWhole(QStyledItemDelegate):
    """A painter of items that cuts words where there is no room: pointing at an item tells all of it."""

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        words = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else None
        if event.type() != QEvent.Type.ToolTip or not words:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), plain_tip(str(words)), view, option.rect)
        return True
