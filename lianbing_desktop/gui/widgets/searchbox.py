"""The search over everything (Ctrl+K): a line with what it finds below it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from lianbing_desktop.gui.widgets.delegates import AFTER_ROLE, BEFORE_ROLE, BetweenDelegate
from lianbing_desktop.gui.widgets.outside import Outside
from lianbing_desktop.services.search import Hit

_ROW, _MOST = 32, 10
_WIDTH, _PAD = 640, 8
_HIT = int(Qt.ItemDataRole.UserRole)
_KINDS = {"unit": "单位", "liaison": "联络员", "task": "任务", "submission": "报送件"}
_NAVIGATION = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class SearchBox(QLineEdit):
    """Finds while typing; ``chosen`` carries kind and id of what was picked."""

    chosen = Signal(str, int)

    def __init__(self, find: Callable[[str], Sequence[Hit]], parent: QWidget) -> None:
        super().__init__(parent)
        self._find, self._over = find, parent
        self.setObjectName("search")
        self.setPlaceholderText("搜索任务、报送件、单位、人员　Ctrl+K")
        self.setAccessibleName("搜索")
        self.setClearButtonEnabled(True)
        self.setFixedWidth(320)
        self._list = QListWidget(parent)
        self._list.setObjectName("hits")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.hide()
        self._list.setItemDelegate(BetweenDelegate(self._list))
        self._list.itemClicked.connect(self._take)
        Outside(self._list, self)
        self._pause = QTimer(self, singleShot=True, interval=80)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(lambda text: self._pause.start())
        self.installEventFilter(self)

    def _search(self) -> None:
        text = self.text().strip()
        self._list.clear()
        if not text:
            self._list.hide()
            return
        for hit in self._find(text):
            item = QListWidgetItem(" ".join(hit.title.split()))
            item.setData(_HIT, hit)
            item.setData(BEFORE_ROLE, _KINDS[hit.kind])
            item.setData(AFTER_ROLE, hit.spoken)
            item.setSizeHint(QSize(0, _ROW))
            self._list.addItem(item)
        if not self._list.count():
            nothing = QListWidgetItem("没有找到。可用汉字、拼音或首字母，例如 zjg")
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(nothing)
        self._list.setCurrentRow(0)
        self._place()

    def _place(self) -> None:
        width = min(max(self.width(), _WIDTH), self.mapTo(self._over, QPoint(self.width(), 0)).x() - _PAD)
        at = self.mapTo(self._over, QPoint(self.width() - width, self.height() + 4))
        self._list.setGeometry(at.x(), at.y(), width, min(self._list.count(), _MOST) * _ROW + 10)
        self._list.show()
        self._list.raise_()

    def _take(self, item: QListWidgetItem) -> None:
        hit = item.data(_HIT)
        if isinstance(hit, Hit):
            self._list.hide()
            self.clear()
            self.chosen.emit(hit.kind, hit.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._list.hide()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key_pressed(event)
        return False

    def _on_key_pressed(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._list.hide()
            self.clear()
            return True
        if not self._list.isVisible():
            return False
        if event.key() in _NAVIGATION:
            self._list.event(event)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.currentItem():
            self._take(self._list.currentItem())
            return True
        return False
