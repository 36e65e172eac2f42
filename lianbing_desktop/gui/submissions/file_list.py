"""A list of files to be received: added by dialog or by dropping, removed by key or button; only paths, no bytes."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from lianbing_desktop.gui.widgets.tip import tip

_HINT = "还没有文件。点“添加文件…”，或把文件拖到这里。"


class _List(QListWidget):
    """Says what to do while it is empty."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            room = self.viewport().rect().adjusted(12, 12, -12, -12)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, _HINT)


class FileList(QWidget):
    """``changed`` when files were added or removed; ``folder`` is where the file dialog begins."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = str(Path.home())
        self._list = _List()
        self._list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName("文件")
        self._add, self._remove = QPushButton("添加文件…"), QPushButton("移除")
        for button in (self._add, self._remove):
            button.setAutoDefault(False)
        self._lay_out()
        self._add.clicked.connect(self._on_add_clicked)
        self._remove.clicked.connect(self._on_remove_clicked)
        self._list.itemSelectionChanged.connect(self._on_selection_changed)
        self.setAcceptDrops(True)
        self.setFocusProxy(self._add)
        self._on_selection_changed()

    def paths(self) -> list[Path]:
        """Return the files in the order added."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return [Path(item.data(Qt.ItemDataRole.UserRole)) for item in items]

    def add(self, paths: Iterable[Path]) -> None:
        """Add files; those already there are not added again."""
        known = set(self.paths())
        for path in paths:
            if path not in known:
                known.add(path)
                item = QListWidgetItem(path.name)
                item.setData(Qt.ItemDataRole.UserRole, str(path))
                item.setToolTip(tip(str(path)))
                self._list.addItem(item)
        self.changed.emit()

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._list, 1)
        row.addLayout(buttons)
        self.setTabOrder(self._add, self._list)
        self.setTabOrder(self._list, self._remove)

    def _on_add_clicked(self) -> None:
        dialog = QFileDialog(self, "选择文件", self.folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.add(Path(name) for name in names))
        dialog.directoryEntered.connect(self._on_directory_entered)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_directory_entered(self, folder: str) -> None:
        self.folder = folder

    def _on_remove_clicked(self) -> None:
        for item in self._list.selectedItems():
            self._list.takeItem(self._list.row(item))
        self.changed.emit()

    def _on_selection_changed(self) -> None:
        self._remove.setEnabled(bool(self._list.selectedItems()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._list.selectedItems():
            self._on_remove_clicked()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()
