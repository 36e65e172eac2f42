"""How the desk is dressed: font, palette and the one style sheet, in the scheme asked for."""

from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from lianbing_desktop.gui.colors import DARK, LIGHT, Colors
from lianbing_desktop.paths import resource

FAMILIES = ["Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", "Source Han Sans SC"]
BASE_PX = 14
SCHEMES = {"": "跟随系统", "light": "浅色", "dark": "深色"}


class Style(QObject):
    """The look of the running program; ``changed`` tells that the colours are others now."""

    changed = Signal()

    def __init__(self, application: QApplication, scheme: str = "") -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        application.setStyle("Fusion")
        application.setFont(base_font())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._dress()

    @property
    def colors(self) -> Colors:
        """The colours of the scheme in force."""
        return DARK if self._is_dark() else LIGHT

    def choose(self, scheme: str) -> None:
        """Take ``light``, ``dark`` or, with an empty text, the system's scheme."""
        self._scheme = scheme
        self._dress()
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self._scheme:
            return self._scheme == "dark"
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark

    def _on_scheme_changed(self) -> None:
        if not self._scheme:
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        colors = self.colors
        self._application.setPalette(palette(colors))
        sheet = Template(resource("style.qss").read_text(encoding="utf-8"))
        drawings = {"icons": resource("icons").as_posix(), "tick": "ink" if colors is DARK else "white"}
        dress = sheet.substitute(colors.named(), **drawings)
        if self._application.styleSheet() != dress:  # putting on the same one would polish every widget anew
            self._application.setStyleSheet(dress)


def base_font() -> QFont:
    """Return the font of the whole window: the system's Chinese one, 14 px."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(BASE_PX)
    return font


def palette(colors: Colors) -> QPalette:
    """Return the palette Fusion draws with."""
    made = QPalette()
    role = QPalette.ColorRole
    for roles, name in (
        ((role.Window,), "window"),
        ((role.Base, role.Button, role.ToolTipBase), "surface"),
        ((role.AlternateBase,), "hover"),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.HighlightedText), "text"),
        ((role.PlaceholderText,), "secondary"),
        ((role.Highlight,), "selection"),
        ((role.Accent, role.Link), "accent"),
        ((role.Mid, role.Dark), "line"),
    ):
        for each in roles:
            made.setColor(each, colors.color(name))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, colors.color("muted_ink"))
    return made
