"""Dropping files on a view the way a file manager does: enter, move, drop."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_COPY = Qt.DropAction.CopyAction


def files(paths: Iterable[Path | str]) -> QMimeData:
    """Return what a file manager hands over: paths as local URLs, texts as URLs as they are."""
    mime = QMimeData()
    mime.setUrls([QUrl(path) if isinstance(path, str) else QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drag_over(view: QAbstractItemView, at: QPoint, mime: QMimeData) -> bool:
    """Drag over a point of the view; whether it would take the drop."""
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(at, _COPY, mime, _LEFT, _NONE))
    move = QDragMoveEvent(at, _COPY, mime, _LEFT, _NONE)
    QApplication.sendEvent(view.viewport(), move)
    return move.isAccepted()


def drag_away(view: QAbstractItemView) -> None:
    """Leave the view with the files still in hand."""
    QApplication.sendEvent(view.viewport(), QDragLeaveEvent())


def drop(view: QAbstractItemView, at: QPoint, mime: QMimeData) -> None:
    """Drop on a point of the view, and let the program act on it."""
    drag_over(view, at, mime)
    QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(at), _COPY, mime, _LEFT, _NONE))
    QApplication.processEvents()
