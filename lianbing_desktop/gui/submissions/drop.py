"""Dropping files on a row or a cell: the target lights up and says what will be received there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame

from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.widgets.label import Label

_EDGE = 12


@dataclass(frozen=True)
class Target:
    """Where files may go: the rectangle to light up, the words, and the submission; 0 where the words refuse."""

    rect: QRect
    words: str
    submission_id: int


class FileDrop(QObject):
    """Watches a view; ``dropped`` carries a submission's id and paths, ``refused`` a UserError."""

    dropped = Signal(int, list)
    refused = Signal(object)

    def __init__(self, view: QAbstractItemView, target: Callable[[QPoint], Target | None], no_target: str) -> None:
        super().__init__(view)
        self._view, self._target, self._no_target = view, target, no_target
        viewport = view.viewport()
        view.setAcceptDrops(True)
        viewport.setAcceptDrops(True)
        viewport.installEventFilter(self)
        self._frame = QFrame(viewport)
        self._frame.setObjectName("dropTarget")
        self._words = Label("", "dropWords", parent=viewport)
        for shown in (self._frame, self._words):
            shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            shown.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter | QEvent.Type.DragMove if isinstance(event, QDragMoveEvent):
                return self._over(event)
            case QEvent.Type.DragLeave:
                self._dark()
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                return self._drop(event)
        return False

    def _over(self, event: QDragMoveEvent) -> bool:
        if not event.mimeData().urls():
            event.ignore()
            return True
        at = event.position().toPoint()
        self._scroll(at)
        self._light(self._target(at), at)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        """Answer at once, act afterwards: the program the files come from waits for the answer."""
        if not event.mimeData().urls():
            event.ignore()
            return True
        self._dark()
        target = self._target(event.position().toPoint())
        paths, strange = _paths(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        QTimer.singleShot(0, self, lambda: self._take(target, paths, strange))
        return True

    def _take(self, target: Target | None, paths: list[Path], strange: list[str]) -> None:
        if strange:
            self.refused.emit(UserError(f"“{strange[0]}”不是本机上的文件，没有收下。请先保存到本机再拖入。"))
        elif not target:
            self.refused.emit(UserError(self._no_target))
        elif not target.submission_id:
            self.refused.emit(UserError(target.words))
        else:
            self.dropped.emit(target.submission_id, paths)

    def _light(self, target: Target | None, at: QPoint) -> None:
        words = target.words if target else self._no_target
        viewport = self._view.viewport()
        self._words.setText(self._words.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 480))
        self._words.adjustSize()
        x = min(max(8, at.x() + 16), max(8, viewport.width() - self._words.width() - 8))
        y = min(max(8, at.y() + 24), max(8, viewport.height() - self._words.height() - 8))
        self._words.move(x, y)
        self._words.show()
        self._words.raise_()
        self._frame.setVisible(bool(target and target.submission_id))
        if target:
            self._frame.setGeometry(target.rect)

    def _dark(self) -> None:
        self._frame.hide()
        self._words.hide()

    def _scroll(self, at: QPoint) -> None:
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        if at.y() < _EDGE:
            bar.setValue(bar.value() - _EDGE)
        elif at.y() > height - _EDGE:
            bar.setValue(bar.value() + _EDGE)


def _paths(mime: QMimeData) -> tuple[list[Path], list[str]]:
    """Return the local files, and what is not one."""
    paths, strange = [], []
    for url in mime.urls():
        if url.isLocalFile() and url.toLocalFile():
            paths.append(Path(url.toLocalFile()))
        else:
            strange.append(url.toDisplayString()[:80])
    return paths, strange
