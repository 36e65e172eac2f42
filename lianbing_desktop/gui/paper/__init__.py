"""Sheets on paper: one layout for print, preview and PDF."""

from lianbing_desktop.gui.paper.preview import preview
from lianbing_desktop.gui.paper.renderer import PaperRenderer, write_pdf

__all__ = ["PaperRenderer", "preview", "write_pdf"]
