"""Drawing of the checklist: the tick box and the words beside it."""

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem


class TickDelegate(QStyledItemDelegate):
    """Draws the tick box with a little air, and no frame about the cell."""

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        return f" {value}"

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]
