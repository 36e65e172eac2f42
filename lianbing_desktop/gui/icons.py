"""Icons: the bundled line drawings, in the colour asked for."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from lianbing_desktop.gui.style import Style
from lianbing_desktop.paths import resource

SIZE = 20


class Icons:
    """The icons of the scheme in force."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def icon(self, name: str, color: str = "secondary") -> QIcon:
        """Return an icon by its file name in ``resources/icons`` and a colour's name."""
        return _icon(name, getattr(self._style.colors, color))


@cache
def _icon(name: str, color: str) -> QIcon:
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", color)
    icon = QIcon()
    for scale in (1, 2):
        icon.addPixmap(_pixmap(drawing, scale))
    return icon


def _pixmap(drawing: str, scale: int) -> QPixmap:
    pixmap = QPixmap(QSize(SIZE * scale, SIZE * scale))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
