"""A page as GB/T 9704 sets it: A4 with its margins, the number below the text, and what every document begins with."""

from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm

from lianbing_desktop.domain.lettering import visible
from lianbing_desktop.export.word_table import cell_styles
from lianbing_desktop.export.word_text import BODY, NUMBER, element, paragraph, run


@dataclass(frozen=True)
class Page:
    """A page with its margins in millimetres, as GB/T 9704 sets them; landscape is the same page turned."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int

    @property
    def text_width(self) -> int:
        """The width of the text in twentieths of a point."""
        return round((self.width - self.left - self.right) * 1440 / 25.4)

    @property
    def text_height(self) -> int:
        """The height of the text in twentieths of a point."""
        return round((self.height - self.top - self.bottom) * 1440 / 25.4)


PORTRAIT = Page(210, 297, 37, 35, 28, 26)
LANDSCAPE = Page(297, 210, 28, 26, 35, 37)


def describe(document: Document, title: str) -> None:
    """Take the library's own name and dates out, and make Chinese the language of the text."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = visible(title)[:255], "", ""
    for child in list(properties._element):
        if child.tag.endswith(("}created", "}modified")):
            properties._element.remove(child)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "zh-CN")
        language.set(qn("w:eastAsia"), "zh-CN")
    fonts = document.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), BODY.font)
    for style in cell_styles():
        document.styles.element.append(style)


def set_page(document: Document, page: Page) -> None:
    """Set size, margins and numbers of the pages."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if page.width > page.height else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance, section.footer_distance = Mm(15), Mm(page.bottom - 12)
    document.settings.odd_and_even_pages_header_footer = True
    _number(section)


def _number(section: Section) -> None:
    """Number the pages ``— 1 —`` as GB/T 9704 does: odd ones at the right, even ones at the left, one space in."""
    for footer, align, words in (
        (section.footer, "right", ("— ", " —　")),
        (section.even_page_footer, "left", ("　— ", " —")),
    ):
        footer.is_linked_to_previous = False
        holder = footer._element
        for old in list(holder):
            holder.remove(old)
        line = paragraph(NUMBER, words[0], align)
        for part in (*_page_field(), run(NUMBER, words[1])):
            line.append(part)
        holder.append(line)


def _page_field() -> list[Any]:
    parts = []
    for kind in ("begin", "", "separate", "1", "end"):
        made = run(NUMBER, kind if kind == "1" else "")
        if not kind:
            made.append(element("w:instrText"))
            made[-1].text = "PAGE"
        elif kind != "1":
            made.append(element("w:fldChar", fldCharType=kind))
        parts.append(made)
    return parts
