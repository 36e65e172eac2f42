"""Icons: the bundled line drawings, in the colour asked for."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from lianbing_desktop.gui.style import Style
from lianbing_desktop.paths import resource

SIZE = 20
_GAP = 4
"""Between icon and word, since a style sheet cannot say it."""


class Icons:
    """The icons of the scheme in force."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def icon(self, name: str, color: str = "secondary") -> QIcon:
        """Return an icon by its file name in ``resources/icons`` and a colour's name."""
        return _icon(name, getattr(self._style.colors, color), self._style.colors.muted_ink, 0)

    def dress(self, button: QAbstractButton, name: str, color: str = "secondary") -> None:
        """Put an icon before a button's words; it greys with them."""
        button.setIcon(_icon(name, getattr(self._style.colors, color), self._style.colors.muted_ink, _GAP))
        button.setIconSize(QSize(SIZE + _GAP, SIZE))


@cache
def _icon(name: str, color: str, muted: str, gap: int) -> QIcon:
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    icon = QIcon()
    for ink, mode in ((color, QIcon.Mode.Normal), (muted, QIcon.Mode.Disabled)):
        for scale in (1, 2):
            icon.addPixmap(_pixmap(drawing.replace("currentColor", ink), scale, gap), mode)
    return icon


def _pixmap(drawing: str, scale: int, gap: int) -> QPixmap:
    pixmap = QPixmap(QSize((SIZE + gap) * scale, SIZE * scale))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, SIZE * scale, SIZE * scale))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
