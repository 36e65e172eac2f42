"""The print preview of sheets, from which they are printed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.gui.paper.renderer import PaperRenderer, page_layout


class PaperPreview(QPrintPreviewDialog):
    """Qt's own preview dialog; it draws with the renderer and keeps the printer, which it does not own."""

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

    def _on_paint_requested(self, printer: QPrinter) -> None:
        self._renderer.print_to(printer)


def preview(sheets: Sequence[Sheet], parent: QWidget | None) -> PaperPreview:
    """Open the preview over ``parent`` and return it; all sheets are shown on the first one's paper."""
    dialog = PaperPreview(sheets, parent)
    dialog.open()
    return dialog
