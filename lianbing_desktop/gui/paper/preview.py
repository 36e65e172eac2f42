"""The print preview of sheets, from which they are printed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QDialogButtonBox, QLayout, QPushButton, QToolBar, QWidget

from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.gui.paper.renderer import PaperRenderer, page_layout
from lianbing_desktop.gui.widgets.dialog import add_button, set_primary
from lianbing_desktop.gui.widgets.shortcut import local_key


class PaperPreview(QPrintPreviewDialog):
    """Qt's own preview dialog; it draws with the renderer and keeps the printer, which it does not own.

    Its two last tools, hidden where the bar is too narrow, are buttons with words below the pages instead.
    """

    def __init__(self, sheets: Sequence[Sheet], parent: QWidget | None = None) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._renderer = PaperRenderer(sheets)
        self._printer.setPageLayout(page_layout(sheets[0]))
        self._printer.setDocName(sheets[0].title)
        super().__init__(self._printer, parent)
        self.setWindowTitle(f"打印预览 · {sheets[0].title}")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(980, 760)
        self.paintRequested.connect(self._on_paint_requested)
        self._add_buttons()

    def _add_buttons(self) -> None:
        bar: QToolBar = self.findChild(QToolBar)  # type: ignore[assignment]
        paper, send = bar.actions()[-2:]
        for action in (paper, send):
            bar.removeAction(action)
            self.addAction(action)
        box = QDialogButtonBox()
        box.setContentsMargins(16, 8, 16, 8)
        role = QDialogButtonBox.ButtonRole
        self.paper = add_button(box, "页面设置…", role.ResetRole)
        self.shut = add_button(box, "关闭", role.RejectRole)
        self.send = add_button(box, "打印…", role.AcceptRole)
        self.send.setToolTip("Ctrl+P")
        set_primary(self.send, True)
        self.paper.clicked.connect(lambda checked=False: paper.trigger())
        self.send.clicked.connect(lambda checked=False: send.trigger())
        self.shut.clicked.connect(lambda checked=False: self.reject())
        local_key("Ctrl+P", self, send.trigger)
        whole: QLayout = self.layout()  # type: ignore[assignment]
        whole.addWidget(box)
        pages: QPrintPreviewWidget = self.findChild(QPrintPreviewWidget)  # type: ignore[assignment]
        pages.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let no Enter in the page number print; it presses the button that has the focus."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focus = self.focusWidget()
        if isinstance(focus, QPushButton):
            focus.click()

    def _on_paint_requested(self, printer: QPrinter) -> None:
        self._renderer.print_to(printer)


def preview(sheets: Sequence[Sheet], parent: QWidget | None) -> PaperPreview:
    """Open the preview over ``parent`` and return it; all sheets are shown on the first one's paper."""
    dialog = PaperPreview(sheets, parent)
    dialog.open()
    return dialog
