"""Paragraphs and runs as Word and WPS want them: every run names its Chinese font itself."""

import re
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

BREAKS = {"\n": "w:br", "\t": "w:tab"}


@dataclass(frozen=True)
class Face:
    """A font with its size in half-points and its exact line height in twentieths of a point."""

    font: str
    size: int
    line: int
    is_bold: bool = False


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
    properties = element("w:pPr")
    for script in ("w:autoSpaceDE", "w:autoSpaceDN"):  # else 6月2日 is printed with gaps around its figures
        properties.append(element(script, val=0))
    properties.append(element("w:spacing", before=0, after=after, line=face.line, lineRule="exact"))
    properties.append(element("w:jc", val=align))
    made.append(properties)
    if text:
        made.append(run(face, text))
    return made


def run(face: Face, text: str = "") -> Any:
    """Return a ``w:r``; line ends and tabs become elements of their own."""
    made = element("w:r")
    made.append(run_properties(face))
    for part in re.split(r"([\n\t])", text):
        if part in BREAKS:
            made.append(element(BREAKS[part]))
        elif part:
            made.append(_words(part))
    return made


def run_properties(face: Face) -> Any:
    """Return a ``w:rPr``. The hint makes quotes and dashes Chinese, which stand in both kinds of fonts."""
    made = element("w:rPr")
    name = face.font
    made.append(element("w:rFonts", hint="eastAsia", ascii=name, hAnsi=name, eastAsia=name, cs=name))
    if face.is_bold:
        made.append(element("w:b"))
        made.append(element("w:bCs"))
    made.append(element("w:sz", val=face.size))
    made.append(element("w:szCs", val=face.size))
    return made


def _words(text: str) -> Any:
    made = OxmlElement("w:t")
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.text = text
    return made


def text_of(holder: Any) -> str:
    """Return the text of all runs in ``holder``, the other way round."""
    words = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    parts = (words.get(part.tag, part.text or "") for part in holder.iter(qn("w:t"), qn("w:br"), qn("w:tab")))
    return "".join(parts)
