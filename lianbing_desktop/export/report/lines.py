"""Paragraphs of an official document, placed by counts of characters and lines as the standard gives them."""

from typing import Any

from docx.oxml.ns import qn

from lianbing_desktop.domain.lettering import visible
from lianbing_desktop.export.report.measures import squares_wide
from lianbing_desktop.export.word_text import Face, element, line_properties, runs

_AFTER_KEEP = ("pStyle", "keepNext")


def line(
    face: Face,
    text: str = "",
    align: str = "left",
    *,
    first: int = 0,
    left: float = 0,
    hanging: float = 0,
    right: float = 0,
    before: int = 0,
    after: int = 0,
    is_kept: bool = False,
    is_new_page: bool = False,
) -> Any:
    """Return a ``w:p``. Indents are in characters, ``before`` and ``after`` in twentieths of a point.

    ``is_kept`` keeps it on one page with the next one.
    """
    made = element("w:p")
    how = line_properties(face, align, after)
    how.find(qn("w:spacing")).set(qn("w:before"), str(before))
    flags = [name for name, is_set in (("w:keepNext", is_kept), ("w:pageBreakBefore", is_new_page)) if is_set]
    for name in reversed(flags):
        how.insert(0, element(name))
    if first or left or hanging or right:
        how.find(qn("w:jc")).addprevious(_indents(first, left, hanging, right))
    made.append(how)
    made.extend(runs(face, visible(text)))
    return made


def with_tab(made: Any, squares: float) -> Any:
    """Give a paragraph a tab stop to which text is set flush right, ``squares`` characters from the left."""
    tabs = element("w:tabs")
    tabs.append(element("w:tab", val="right", pos=squares_wide(squares)))
    made.pPr.find(qn("w:autoSpaceDE")).addprevious(tabs)
    return made


def ruled(made: Any, side: str, size: int, color: str = "000000") -> Any:
    """Give a paragraph a line above (``top``) or below (``bottom``); ``size`` in eighths of a point."""
    borders = element("w:pBdr")
    borders.append(element(f"w:{side}", val="single", sz=size, space=0, color=color))
    made.pPr.find(qn("w:autoSpaceDE")).addprevious(borders)
    return made


def _indents(first: int, left: float, hanging: float, right: float) -> Any:
    """Return a ``w:ind`` both in characters, which Word prefers, and in widths, which the others read."""
    made = element("w:ind")
    for name, count in (("left", left), ("right", right), ("hanging", hanging), ("firstLine", first)):
        if count:
            made.set(qn(f"w:{name}Chars"), str(round(count * 100)))
            made.set(qn(f"w:{name}"), str(squares_wide(count)))
    return made
