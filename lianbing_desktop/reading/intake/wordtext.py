"""The text of one Word paragraph as it is read on paper, and what else hangs in it: text boxes, pictures, revisions."""

import re
from collections.abc import Callable

from lxml import etree

from lianbing_desktop.reading.intake.markup import MAIN, local
from lianbing_desktop.reading.intake.numbering import Numbering
from lianbing_desktop.reading.intake.remarks import Remarks
from lianbing_desktop.reading.intake.symbols import symbol, unwinged
from lianbing_desktop.reading.intake.wordstyles import Styles, number

_VAL = f"{MAIN}val"
SILENT = frozenset(
    ("pPr", "rPr", "sdtPr", "sdtEndPr", "rubyPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx", "sectPr", "fldData",
     "delText", "delInstrText", "docPr", "cNvPr", "positionH", "positionV", "softHyphen", "smartTagPr", "customXmlPr",
     "fldSimplePr", "ctrlPr", "oMathParaPr", "lastRenderedPageBreak")
)  # fmt: skip
"""Elements that say nothing on paper."""
DELETED = frozenset(("del", "moveFrom"))
_SIGNS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_MADE = re.compile(r"^\s*(EQ|SYMBOL|ADVANCE|QUOTE|INCLUDETEXT)\b", re.I)
"""Fields that draw their own words, or bring those of another file."""
HIDDEN = "有隐藏文字，也读入了"
REVISED = "有修订：已删除的文字没有读入"


class WordText:
    """Reads paragraphs, in the order of the document (lists count on)."""

    def __init__(self, styles: Styles, numbering: Numbering, remarks: Remarks) -> None:
        self._styles, self._numbering, self.remarks = styles, numbering, remarks
        self._boxes: list[etree._Element] = []
        self._place = ""
        self._special: dict[str, Callable[[etree._Element], str]] = {
            "r": self._run,
            "t": lambda element: element.text or "",
            "sym": self._symbol,
            "AlternateContent": self._alternate,
            "txbxContent": self._box,
            "instrText": self._instruction,
            "ffData": self._form_field,
            "rt": self._ruby,
            "textpath": self._word_art,
        }

    def read(self, paragraph: etree._Element, place: str) -> tuple[str, int, list[etree._Element]]:
        """Return text with its automatic number, heading level, and the contents of text boxes in it."""
        boxes, before = self._boxes, self._place
        self._boxes, self._place = [], place
        properties = paragraph.find(f"{MAIN}pPr")
        style = self._styles.paragraph(properties)
        text = self._inside(paragraph)
        if style.is_hidden and text.strip():
            self._note(HIDDEN)
        if text.strip() or not _is_struck(properties):
            label = self._numbering.label(style.list, style.depth, place)
            text = label + text if text.strip() else text
        found = self._boxes
        self._boxes, self._place = boxes, before
        return text, style.level or 0, found

    def _note(self, what: str) -> None:
        self.remarks.note(what, self._place)

    def _inside(self, element: etree._Element) -> str:
        return "".join(map(self._text, element))

    def _text(self, element: etree._Element) -> str:
        name = local(element)
        if name in SILENT:
            return ""
        if name in DELETED:
            self._note(REVISED)
            return ""
        special = self._special.get(name)
        if special:
            return special(element)
        self._look(name)
        return _SIGNS.get(name, "") + self._inside(element)

    def _look(self, name: str) -> None:
        if name in ("ins", "moveTo"):
            self._note("有修订：新增的文字按已接受读入")
        elif name in ("blip", "imagedata"):
            self._note("有图片，图片里的文字没有读入")
        elif name in ("relIds", "chart"):
            self._note("有图表或智能图形，其中的文字没有读入")
        elif name in ("object", "control", "contentPart"):
            self._note("有嵌入的对象或墨迹，其中的文字没有读入")

    def _run(self, element: etree._Element) -> str:
        text = self._inside(element)
        properties = element.find(f"{MAIN}rPr")
        if properties is None:
            return text
        if text.strip() and self._styles.is_hidden(properties):
            self._note(HIDDEN)
        fonts = properties.find(f"{MAIN}rFonts")
        return text if fonts is None else unwinged(text, fonts.get(f"{MAIN}ascii", ""))

    def _symbol(self, element: etree._Element) -> str:
        found = symbol(element.get(f"{MAIN}font", ""), element.get(f"{MAIN}char", ""))
        if not found:
            self._note("有读不出的符号，以“〓”代替")
        return found or "〓"

    def _alternate(self, element: etree._Element) -> str:
        """Read one of the ways in which the same is drawn: the first that says anything."""
        for way in element:
            known = len(self._boxes)
            text = self._inside(way)
            if text.strip() or len(self._boxes) > known:
                return text
        return ""

    def _box(self, element: etree._Element) -> str:
        self._boxes.append(element)
        self._note("有文本框，其中的文字放在所在段落之后")
        return ""

    def _instruction(self, element: etree._Element) -> str:
        if _MADE.match(element.text or ""):
            self._note(f"有用域拼成的文字（{' '.join((element.text or '').split())[:40]}），可能没有读全")
        return ""

    def _form_field(self, element: etree._Element) -> str:
        box, choice = element.find(f"{MAIN}checkBox"), element.find(f"{MAIN}ddList")
        if box is not None:
            state = box.find(f"{MAIN}checked")
            state = box.find(f"{MAIN}default") if state is None else state
            return "☑" if state is not None and state.get(_VAL, "1") not in ("0", "false") else "☐"
        if choice is None:
            return ""
        entries = [entry.get(_VAL, "") for entry in choice.iterfind(f"{MAIN}listEntry")]
        picked = choice.find(f"{MAIN}result")
        at = 0 if picked is None else number(picked.get(_VAL, "")) or 0
        return entries[at] if at < len(entries) else ""

    def _ruby(self, element: etree._Element) -> str:
        self._note("有拼音指南，拼音没有读入")
        return ""

    def _word_art(self, element: etree._Element) -> str:
        return element.get("string", "")


def _is_struck(properties: etree._Element | None) -> bool:
    return properties is not None and properties.find(f"{MAIN}rPr/{MAIN}del") is not None
