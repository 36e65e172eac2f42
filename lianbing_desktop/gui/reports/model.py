"""The list of official documents as a table: what it is, and who gets it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from lianbing_desktop.gui.widgets.tip import tip
from lianbing_desktop.services.reports import ReportOffer

_HEADINGS = ("公文", "报给")
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class ReportModel(QAbstractTableModel):
    """The documents in the order of the campaign."""

    def __init__(self) -> None:
        super().__init__()
        self._offers: tuple[ReportOffer, ...] = ()

    def set_rows(self, offers: Sequence[ReportOffer]) -> None:
        """Show other documents."""
        self.beginResetModel()
        self._offers = tuple(offers)
        self.endResetModel()

    def offer(self, row: int) -> ReportOffer:
        """Return the document of a row."""
        return self._offers[row]

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._offers)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_ours = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return _HEADINGS[section] if is_ours else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        offer = self._offers[index.row()]
        text = (offer.words, offer.receiver)[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                return tip(text)
        return None
