"""One worksheet into texts by place: its own rows and cells are counted, whatever its dimension says."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from lianbing_desktop.reading.intake.excelformat import plain, shown
from lianbing_desktop.reading.intake.grid import Place, Span, label
from lianbing_desktop.reading.intake.limits import CELLS, MERGES, SHEET_COLUMNS, SHEET_ROWS, SHEET_TAGS
from lianbing_desktop.reading.intake.markup import local, streamed
from lianbing_desktop.reading.intake.refusal import ANY, SAVE_AGAIN, Refused
from lianbing_desktop.reading.intake.remarks import Remarks, shortened

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_VALUE, _FORMULA, _INLINE, _TEXT, _RUN = (f"{SHEET}{name}" for name in ("v", "f", "is", "t", "r"))
LONGEST = 10**15
"""Excel keeps 15 digits: of a longer number the last ones are gone before anybody reads it."""
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TAGS = [f"{SHEET}{name}" for name in ("c", "row", "mergeCell", "col", "oddHeader", "oddFooter", "headerFooter")]
_PAGE_CODES = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[A-Za-z&])')


@dataclass(frozen=True)
class Book:
    """What all sheets of a workbook share: strings, the number format of each style, and where days begin to count."""

    strings: Sequence[str]
    formats: Sequence[str]
    is_1904: bool


@dataclass
class Sheet:
    """What was found on one sheet."""

    texts: dict[Place, str] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)


class SheetReader:
    """Reads one sheet. ``name`` is for sentences."""

    def __init__(self, name: str, book: Book, remarks: Remarks) -> None:
        self._where, self._book, self._remarks = f"工作表“{name[:40]}”", book, remarks
        self._sheet = Sheet()
        self._row = -1
        self._cells: list[etree._Element] = []
        self._hidden_columns: list[range] = []

    def read(self, data: bytes, part: str) -> Sheet:
        """Return texts and merged ranges. Raises Refused: a place outside any sheet, a value that is none."""
        for element in streamed(data, part, _TAGS, SHEET_TAGS):
            name = local(element)
            if name == "c":
                self._cells.append(element)
            elif name == "row":
                self._read_row(element)
                _forget(element)
                if len(self._sheet.texts) > CELLS:
                    raise Refused(f"的{self._where}有超过 {CELLS} 个单元格，没有读取。请只保留{ANY}再试。")
            elif name == "mergeCell":
                self._sheet.spans.append(self._span(element.get("ref", "")))
            elif name == "col" and element.get("hidden") in ("1", "true"):
                self._hide(element)
            elif name in ("oddHeader", "oddFooter"):
                self._tell(element.text or "")
        if self._cells:
            raise Refused(
                f"的{self._where}有单元格不在任何一行里，文件已损坏，没有读取。请在 Excel 或 WPS 中另存一份再试。"
            )
        return self._sheet

    def _read_row(self, row: etree._Element) -> None:
        """Rows may come in any order, without number, or with one that cannot be."""
        words = row.get("r", "")
        if words == "":
            self._row += 1
        elif words.isascii() and words.isdigit() and len(words) < 8 and 1 <= int(words) <= SHEET_ROWS:
            self._row = int(words) - 1
        elif words.strip("0") == "":
            self._row += 1
            self._note("有行号为 0 的行，按所在的次序读入，请对照原文件核对", f"第 {self._row + 1} 行")
        else:
            raise Refused(
                f"的{self._where}有第 {words[:12]} 行，Excel 没有这样的行，没有读取。请在 Excel 或 WPS 中另存一份再试。"
            )
        column = -1
        for cell in self._cells:
            column = self._read_cell(cell, column + 1)
        if row.get("hidden") in ("1", "true") and any(self._sheet.texts.get(self._at(cell)) for cell in self._cells):
            self._note("有隐藏的行，也读入了", f"第 {self._row + 1} 行")
        self._cells.clear()

    def _at(self, cell: etree._Element) -> Place:
        match = _CELL.fullmatch(cell.get("r", ""))
        return (self._row, _column(match[1])) if match else (self._row, 0)

    def _read_cell(self, cell: etree._Element, column: int) -> int:
        """Read one cell and return its column; one without a name stands after the one before it."""
        words = cell.get("r", "")
        if words:
            match = _CELL.fullmatch(words)
            if not match or _column(match[1]) >= SHEET_COLUMNS:
                raise Refused(
                    f"的{self._where}有名为 {words[:12]} 的单元格，没有读取。请在 Excel 或 WPS 中另存一份再试。"
                )
            column = _column(match[1])
            if int(match[2]) != self._row + 1:
                self._note("有单元格的名称与所在的行不符，按所在的行读入，请对照原文件核对", words)
        if column >= SHEET_COLUMNS:
            raise Refused(f"的{self._where}第 {self._row + 1} 行超过 {SHEET_COLUMNS} 列，{SAVE_AGAIN}")
        place = (self._row, column)
        text = self._text(cell, place).strip()
        if not text:
            return column
        if place in self._sheet.texts:
            self._note("有单元格出现了两次，都读入了", label(*place))
            text = f"{self._sheet.texts[place]}\n{text}"
        if any(column in hidden for hidden in self._hidden_columns):
            self._note("有隐藏的列，也读入了", f"{label(0, column)[:-1]} 列")
        self._sheet.texts[place] = text
        return column

    def _text(self, cell: etree._Element, place: Place) -> str:
        kind = cell.get("t", "n")
        inner = {child.tag: child for child in cell}
        found = inner.get(_VALUE)
        value = None if found is None else found.text or ""
        if _INLINE in inner and value is None:
            return rich_text(inner[_INLINE])
        if value is None or (value == "" and kind not in ("str", "s")):
            return self._without_result(inner[_FORMULA], label(*place)) if _FORMULA in inner else ""
        if kind == "s":
            return self._shared(value, place)
        if kind == "b":
            return "TRUE" if value.strip() in ("1", "true") else "FALSE"
        if kind == "e":
            self._note(f"有公式结果是错误（{value[:12]}），照样读入，请改正", label(*place))
            return value
        if kind == "d":
            return value.strip().removesuffix("Z").removesuffix("T00:00:00").replace("T", " ")
        return self._number(value, cell.get("s", "0"), place) if kind == "n" else unescaped(value)

    def _without_result(self, formula: etree._Element, place: str) -> str:
        self._note("有公式没有算出结果，只读入了公式。请在 Excel 或 WPS 中打开并保存一次再读", place)
        return f"={formula.text or ''}"

    def _shared(self, value: str, place: Place) -> str:
        words = value.strip()
        if not (words.isascii() and words.isdigit() and len(words) < 9 and int(words) < len(self._book.strings)):
            raise Refused(f"的{self._where}单元格 {label(*place)} 的文字在文件里找不到，文件已损坏，{SAVE_AGAIN}")
        return self._book.strings[int(words)]

    def _number(self, words: str, style: str, place: Place) -> str:
        try:
            value = float(words)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise Refused(
                f"的{self._where}单元格 {label(*place)} 应是数，却是“{words[:20]}”，没有读取。请改正这个单元格再试。"
            )
        if abs(value) >= LONGEST:
            self._note(
                "有超过 15 位的号码存成了数值，末尾的数字已经丢失，请把单元格改为文本格式后重新填写", label(*place)
            )
            return plain(value)
        at = int(style) if style.isascii() and style.isdigit() and len(style) < 7 else 0
        code = self._book.formats[at] if at < len(self._book.formats) else ""
        return shown(value, code, self._book.is_1904) if code else plain(value)

    def _span(self, words: str) -> Span:
        ends = [_CELL.fullmatch(end) for end in words.replace("$", "").split(":")]
        places = [(int(end[2]) - 1, _column(end[1])) for end in ends if end]
        if not 1 <= len(places) == len(ends) <= 2 or len(self._sheet.spans) >= MERGES:
            raise Refused(
                f"的{self._where}合并范围“{words[:24]}”不对或合并过多，没有读取。请在 Excel 或 WPS 中取消合并再试。"
            )
        (top, left), (bottom, right) = map(min, *places, places[-1]), map(max, *places, places[-1])
        if top < 0 or bottom >= SHEET_ROWS or right >= SHEET_COLUMNS:
            raise Refused(
                f"的{self._where}合并范围“{words[:24]}”超出工作表，没有读取。请在 Excel 或 WPS 中取消合并再试。"
            )
        return Span(top, left, bottom - top + 1, right - left + 1)

    def _hide(self, element: etree._Element) -> None:
        first, last = element.get("min", ""), element.get("max", "")
        if first.isascii() and first.isdigit() and last.isascii() and last.isdigit() and len(first + last) < 12:
            self._hidden_columns.append(range(int(first) - 1, int(last)))

    def _tell(self, words: str) -> None:
        text = _PAGE_CODES.sub(" ", words).strip()
        if re.search(r"\w", re.sub(r"第|共|页|\d", "", text)):
            self._remarks.note(f"页眉页脚没有算作正文：“{shortened(text)}”")

    def _note(self, what: str, place: str) -> None:
        self._remarks.note(what, f"{self._where}{place}")


def rich_text(element: etree._Element) -> str:
    """Return the text of a string item: plain or in runs, without the reading aids of Japanese Excel."""
    if len(element) == 1 and element[0].tag == _TEXT:
        return unescaped(element[0].text or "")
    own = element.findtext(_TEXT) or ""
    return unescaped(own + "".join(run.findtext(_TEXT) or "" for run in element.iterfind(_RUN)))


def unescaped(text: str) -> str:
    """Return text with Excel's ``_x000D_`` for what XML cannot hold put right."""

    def sign(match: re.Match[str]) -> str:
        code = int(match[1], 16)
        if code in (9, 10) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE:
            return chr(code)
        return "" if code < 0x20 else match[0]

    return _ESCAPE.sub(sign, text) if "_x" in text else text


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _forget(row: etree._Element) -> None:
    row.clear()
    parent = row.getparent()
    while parent is not None and row.getprevious() is not None:
        del parent[0]
