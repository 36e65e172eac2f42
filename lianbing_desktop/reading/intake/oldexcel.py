"""Excel 97–2003 workbooks (.xls), read by calamine: values and merged cells, not how numbers are shown."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO

import python_calamine as calamine

from lianbing_desktop.domain.source import SourceBlock
from lianbing_desktop.reading.intake.excelformat import plain
from lianbing_desktop.reading.intake.excelsheet import LONGEST
from lianbing_desktop.reading.intake.gate import PASSWORD
from lianbing_desktop.reading.intake.grid import Place, Span, label, laid_out
from lianbing_desktop.reading.intake.limits import MERGES
from lianbing_desktop.reading.intake.refusal import Refused, broken
from lianbing_desktop.reading.intake.remarks import Remarks

_Value = int | float | str | bool | time | date | datetime | timedelta
_MIDNIGHT = time()


def read_old_excel(data: bytes, remarks: Remarks) -> list[SourceBlock]:
    """Return the sheets of a .xls in order. Raises Refused: it is damaged or has a password."""
    try:
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        blocks = list(_blocks(book, remarks))
    except calamine.PasswordError as error:
        raise Refused(PASSWORD) from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise broken(" .xls ") from error
    remarks.note("旧格式 .xls 中，批注、文本框、隐藏的行列和数的显示格式（如百分号）读不出来，请对照原文件核对")
    return blocks


def _blocks(book: calamine.CalamineWorkbook, remarks: Remarks) -> Iterator[SourceBlock]:
    for sheet in book.sheets_metadata:
        where = f"工作表“{sheet.name[:40]}”"
        if sheet.typ != calamine.SheetTypeEnum.WorkSheet:
            remarks.note("有图表页或宏表，没有读入", where)
            continue
        found = book.get_sheet_by_name(sheet.name)
        table = laid_out(_texts(found, where, remarks), _spans(found, where), sheet.name, remarks)
        if table is None:
            continue
        if sheet.visible != calamine.SheetVisibleEnum.Visible:
            remarks.note("有隐藏的工作表，也读入了", where)
        yield table


def _texts(sheet: calamine.CalamineSheet, where: str, remarks: Remarks) -> dict[Place, str]:
    texts: dict[Place, str] = {}
    top, left = sheet.start or (0, 0)
    for row, values in enumerate(sheet.to_python(skip_empty_area=True), top):
        for column, value in enumerate(values, left):
            if isinstance(value, float | int) and abs(value) >= LONGEST:
                what = "有超过 15 位的号码存成了数值，末尾的数字已经丢失，请把单元格改为文本格式后重新填写"
                remarks.note(what, f"{where}{label(row, column)}")
            text = _text(value)
            if text:
                texts[row, column] = text
    return texts


def _text(value: _Value) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        return plain(value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == _MIDNIGHT else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return "".join(sign for sign in str(value).replace("\r", "") if sign >= " " or sign in "\t\n").strip()


def _spans(sheet: calamine.CalamineSheet, where: str) -> list[Span]:
    ranges = sheet.merged_cell_ranges or []
    if len(ranges) > MERGES:
        raise Refused(f"的{where}合并的单元格太多，没有读取。请取消合并再试。")
    return [Span(top, left, bottom - top + 1, right - left + 1) for (top, left), (bottom, right) in ranges]
