"""Drawing a badge: nine small shapes and the word beside them, legible in black and white."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen, QPolygonF

from lianbing_desktop.gui.colors import Colors
from lianbing_desktop.gui.widgets.badge import Badge, Shape

SHAPE_PX = 14
GAP_PX = 6
PAD_PX = 8
HEIGHT_PX = 24


def badge_width(badge: Badge, metrics: QFontMetrics) -> int:
    """Return how wide a badge is, in pixels."""
    pad = PAD_PX if badge.ground else 0
    return 2 * pad + SHAPE_PX + GAP_PX + metrics.horizontalAdvance(badge.word)


def paint_badge(painter: QPainter, rect: QRect, badge: Badge, colors: Colors) -> None:
    """Draw a badge at the left of ``rect``, in its middle; a word too long for it ends in …"""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink, pad = colors.color(badge.ink), PAD_PX if badge.ground else 0
    metrics = painter.fontMetrics()
    box = QRect(0, 0, min(rect.width(), badge_width(badge, metrics)), min(HEIGHT_PX, rect.height()))
    box.moveTop(rect.top() + (rect.height() - box.height()) // 2)
    box.moveLeft(rect.left())
    if badge.ground:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color(badge.ground))
        painter.drawRoundedRect(box, 4, 4)
    mark = QRectF(box.left() + pad, box.center().y() - SHAPE_PX / 2 + 0.5, SHAPE_PX, SHAPE_PX)
    paint_shape(painter, mark, badge.shape, ink)
    words = box.adjusted(pad + SHAPE_PX + GAP_PX, 0, -pad, 0)
    painter.setPen(ink)
    text = metrics.elidedText(badge.word, Qt.TextElideMode.ElideRight, words.width() + 1)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


def paint_shape(painter: QPainter, rect: QRectF, shape: Shape, ink: QColor) -> None:
    """Draw one shape filling ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAWN[shape](painter, rect.adjusted(1, 1, -1, -1), ink)
    painter.restore()


def _ring(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    painter.drawEllipse(rect)


def _part(painter: QPainter, rect: QRectF, ink: QColor, degrees: int) -> None:
    painter.drawEllipse(rect)
    painter.setBrush(ink)
    painter.drawPie(rect, 90 * 16, -degrees * 16)


def _quarter(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    _part(painter, rect, ink, 90)


def _half(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    _part(painter, rect, ink, 180)


def _disc(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    painter.setBrush(ink)
    painter.drawEllipse(rect)


def _tick(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    path = QPainterPath()
    path.addEllipse(rect)
    tick = QPainterPath(_at(rect, 0.26, 0.52))
    tick.lineTo(_at(rect, 0.44, 0.70))
    tick.lineTo(_at(rect, 0.76, 0.34))
    painter.drawPath(path)
    painter.setPen(QPen(ink, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(tick)


def _flag(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    painter.drawLine(_at(rect, 0.18, 0.0), _at(rect, 0.18, 1.0))
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([_at(rect, 0.18, 0.05), _at(rect, 0.95, 0.30), _at(rect, 0.18, 0.58)]))


def _half_clock(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    painter.drawEllipse(rect)
    painter.setBrush(ink)
    painter.drawPie(rect.adjusted(2, 2, -2, -2), 90 * 16, -180 * 16)
    painter.drawLine(_at(rect, 0.5, 0.12), _at(rect, 0.5, 0.5))


def _arrow(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    painter.drawArc(rect, 60 * 16, 270 * 16)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([_at(rect, 0.60, -0.06), _at(rect, 0.98, 0.16), _at(rect, 0.66, 0.42)]))


def _dash(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    painter.drawLine(_at(rect, 0.15, 0.5), _at(rect, 0.85, 0.5))


def _at(rect: QRectF, x: float, y: float) -> QPointF:
    return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height())


_DRAWN = {
    Shape.RING: _ring,
    Shape.QUARTER: _quarter,
    Shape.HALF: _half,
    Shape.DISC: _disc,
    Shape.TICK: _tick,
    Shape.FLAG: _flag,
    Shape.HALF_CLOCK: _half_clock,
    Shape.ARROW: _arrow,
    Shape.DASH: _dash,
}
