"""Paragraphs and runs as Word and WPS want them: every run names its Chinese font itself."""

import re
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from lianbing_desktop.domain.gap import GAP

BREAKS = {"\n": "w:br", "\t": "w:tab"}
GAP_BEGINS = "【待填"
_GAPS = re.compile(f"({GAP.pattern})")


@dataclass(frozen=True)
class Face:
    """A font with its size in half-points and its exact line height in twentieths of a point.

    ``color`` is RRGGBB, ``spacing`` what each character is given more (or less) room, in twentieths of a point.
    """

    font: str
    size: int
    line: int
    is_bold: bool = False
    color: str = ""
    spacing: int = 0


MARK = Face("黑体", 32, 600)
TITLE = Face("方正小标宋简体", 44, 700)
SUBTITLE = Face("楷体_GB2312", 32, 600)
HEADING = Face("黑体", 24, 400, is_bold=True)
BODY = Face("仿宋_GB2312", 24, 400)
BELOW = Face("仿宋_GB2312", 28, 560)
NUMBER = Face("宋体", 28, 280)


def element(name: str, **attributes: str | int) -> Any:
    """Return an element such as ``w:jc`` with attributes of the same namespace."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def paragraph(face: Face, text: str = "", align: str = "left", after: int = 0) -> Any:
    """Return a ``w:p`` with ``text`` in ``face``; no run stands in it where there is no text."""
    made = element("w:p")
    made.append(line_properties(face, align, after))
    made.extend(runs(face, text))
    return made


def line_properties(face: Face, align: str = "left", after: int = 0) -> Any:
    """Return a ``w:pPr`` with the line height of ``face``."""
    made = element("w:pPr")
    for script in ("w:autoSpaceDE", "w:autoSpaceDN"):  # else 6月2日 is printed with gaps around its figures
        made.append(element(script, val=0))
    made.append(element("w:snapToGrid", val=0))  # else LibreOffice gives a character wider than its square two of them
    made.append(element("w:spacing", before=0, after=after, line=face.line, lineRule="exact"))
    made.append(element("w:jc", val=align))
    return made


def runs(face: Face, text: str, is_sized: bool = True) -> list[Any]:
    """Return the ``w:r`` of a text; a gap 【待填：…】 is one of its own, marked in yellow until it is filled."""
    parts = [part for part in _GAPS.split(text) if part]
    return [run(face, part, is_sized, is_marked=bool(_GAPS.fullmatch(part))) for part in parts]


def run(face: Face, text: str = "", is_sized: bool = True, is_marked: bool = False) -> Any:
    """Return a ``w:r``; line ends and tabs become elements of their own."""
    made = element("w:r")
    made.append(run_properties(face, is_sized, is_marked))
    for part in re.split(r"([\n\t])", text):
        if part in BREAKS:
            made.append(element(BREAKS[part]))
        elif part:
            made.append(_words(part))
    return made


def run_properties(face: Face, is_sized: bool = True, is_marked: bool = False) -> Any:
    """Return a ``w:rPr``. The hint makes quotes and dashes Chinese, which stand in both kinds of fonts.

    A run that is not ``is_sized`` has its weight and size from its paragraph's style.
    """
    made = element("w:rPr")
    name = face.font
    made.append(element("w:rFonts", hint="eastAsia", ascii=name, hAnsi=name, eastAsia=name, cs=name))
    if face.is_bold and is_sized:
        made.append(element("w:b"))
        made.append(element("w:bCs"))
    if face.color:
        made.append(element("w:color", val=face.color))
    if face.spacing and is_sized:
        made.append(element("w:spacing", val=face.spacing))
    if is_sized:
        made.append(element("w:sz", val=face.size))
        made.append(element("w:szCs", val=face.size))
    if is_marked:
        made.append(element("w:highlight", val="yellow"))
    return made


def _words(text: str) -> Any:
    made = OxmlElement("w:t")
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.text = text
    return made


def text_of(holder: Any) -> str:
    """Return the text of all runs in ``holder``, the other way round."""
    words = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    parts = holder.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
    return "".join(words.get(part.tag, part.text or "") for part in parts if part.get(qn("w:pos")) is None)
