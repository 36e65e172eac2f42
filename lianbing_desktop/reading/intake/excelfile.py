"""Excel workbooks in, one table for each sheet out, read part by part: no library guesses, sizes are counted."""

from collections.abc import Iterator

from lxml import etree

from lianbing_desktop.domain.source import SourceBlock, SourceParagraph
from lianbing_desktop.reading.intake.container import Container, Relation
from lianbing_desktop.reading.intake.excelformat import builtin
from lianbing_desktop.reading.intake.excelsheet import SHEET, Book, SheetReader, rich_text
from lianbing_desktop.reading.intake.grid import laid_out
from lianbing_desktop.reading.intake.limits import TABLES
from lianbing_desktop.reading.intake.markup import RELATION, local
from lianbing_desktop.reading.intake.refusal import Refused, broken
from lianbing_desktop.reading.intake.remarks import Remarks, shortened

_TRUE = ("1", "true", "on")


def read_excel(data: bytes, remarks: Remarks) -> list[SourceBlock]:
    """Return the sheets of a .xlsx in order, hidden ones too, each with the text boxes on it after it.

    Raises Refused: the file is no sound, plain workbook.
    """
    container = Container(data, ".xlsx")
    root = container.root(container.main)
    if root is None:
        raise broken(" .xlsx ")
    book = _book(container, root)
    parts = {relation.id: relation for relation in container.relations(container.main)}
    sheets = root.findall(f"{SHEET}sheets/{SHEET}sheet")
    if not sheets or len(sheets) > TABLES:
        raise broken(" .xlsx ")
    blocks: list[SourceBlock] = []
    for sheet in sheets:
        blocks += _read_sheet(container, sheet, parts, book, remarks)
    listed = {parts[key].target for sheet in sheets if (key := sheet.get(f"{RELATION}id", "")) in parts}
    if any(part.kind == "worksheet" and part.target not in listed for part in parts.values()):
        remarks.note("文件里还有没有列出的工作表，没有读入")
    return blocks


def _book(container: Container, root: etree._Element) -> Book:
    strings = [rich_text(item) for part in container.related(container.main, "sharedStrings") for item in part]
    styles = container.related(container.main, "styles")
    properties = root.find(f"{SHEET}workbookPr")
    is_1904 = properties is not None and properties.get("date1904", "0") in _TRUE
    return Book(strings, _formats(styles[0]) if styles else [], is_1904)


def _formats(styles: etree._Element) -> list[str]:
    """Return the number format of each cell style; "" is General."""
    own = {element.get("numFmtId", ""): element.get("formatCode", "") for element in styles.iter(f"{SHEET}numFmt")}
    found = []
    for style in styles.iterfind(f"{SHEET}cellXfs/{SHEET}xf"):
        number = style.get("numFmtId", "0")
        known = builtin(int(number)) if number.isascii() and number.isdigit() and len(number) < 6 else ""
        found.append(own.get(number, known))
    return found


def _read_sheet(
    container: Container, sheet: etree._Element, parts: dict[str, Relation], book: Book, remarks: Remarks
) -> Iterator[SourceBlock]:
    name = sheet.get("name", "")
    part = parts.get(sheet.get(f"{RELATION}id", ""))
    if part is not None and part.kind != "worksheet":
        remarks.note("有图表页或宏表，没有读入", f"“{name[:40]}”")
        return
    data = None if part is None else container.part(part.target)
    if part is None or data is None:
        raise Refused(
            f"列有工作表“{name[:40]}”，里面却没有它，文件已损坏，没有读取。请在 Excel 或 WPS 中打开它，另存一份再试。"
        )
    found = SheetReader(name, book, remarks).read(data, part.target)
    table = laid_out(found.texts, found.spans, name, remarks)
    if table is not None:
        yield table
    beside = list(_beside(container, part.target, name, remarks))
    yield from beside
    if sheet.get("state", "visible") != "visible" and (table is not None or beside):
        remarks.note("有隐藏的工作表，也读入了", f"“{name[:40]}”")


def _beside(container: Container, part: str, name: str, remarks: Remarks) -> Iterator[SourceBlock]:
    """Return what lies on a sheet without being in a cell: text boxes; comments are told."""
    where = f"工作表“{name[:40]}”"
    for drawing in container.related(part, "drawing"):
        for element in drawing.iter():
            kind = local(element)
            text = "".join(each.text or "" for each in element.iter() if local(each) == "t") if kind == "p" else ""
            if text.strip():
                remarks.note("有文本框，其中的文字放在表之后", where)
                yield SourceParagraph(text.strip())
            elif kind in ("blip", "chart", "relIds"):
                remarks.note("有图片或图表，其中的文字没有读入", where)
    for comments in container.related(part, "comments"):
        for comment in comments.iter(f"{SHEET}comment"):
            text = "".join(each.text or "" for each in comment.iter(f"{SHEET}t"))
            remarks.note(f"批注没有算作正文：“{shortened(text)}”", f"{where}{comment.get('ref', '')[:12]}")
