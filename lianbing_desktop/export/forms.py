"""Forms for the units as protected Excel workbooks, each with its id in it; read back before it gets its name."""

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree
from openpyxl import Workbook
from openpyxl.styles import Alignment, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lianbing_desktop.domain.form import Field, FieldKind, IssuedForm
from lianbing_desktop.domain.lettering import visible
from lianbing_desktop.domain.measure import lines
from lianbing_desktop.domain.monthday import written
from lianbing_desktop.errors import UserError
from lianbing_desktop.export.excel_look import A4, BASE, BOLD, CENTER, FRAME, LEFT, TITLE
from lianbing_desktop.export.excel_values import escaped, tab_names, unescaped
from lianbing_desktop.writing import write_atomically

ID_TAB = "表号"
HEADING_ROW = 4
ROW_HEIGHT = 24.0
_OPEN = Protection(locked=False)
_GREY = PatternFill("solid", fgColor="FFF2F2F2")
_FORMATS = {FieldKind.COUNT: "0", FieldKind.MONEY: "0.00", FieldKind.DAY: "yyyy-mm-dd"}
_TEXT_FORMAT = "@"
_SIGNATURES = "填表人：　　　　　审核人：　　　　　填表日期：　　　　　"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def write_form(form: IssuedForm, path: Path) -> None:
    """Write one form. Raises UserError where the disk refuses it or it did not come out as it should."""
    book = Workbook()
    book.properties.creator = ""
    tab: Any = book.active
    tab.title = tab_names([form.kind.title])[0]
    _fill(tab, form)
    _hide_id(book, form)

    def make(spare: Path) -> None:
        book.save(spare)
        _check(spare, form)

    write_atomically(path, make)


def _fill(tab: Worksheet, form: IssuedForm) -> None:
    fields = form.kind.fields
    _line(tab, 1, form.title, len(fields), TITLE, CENTER)
    _line(tab, 2, _head(form), len(fields), BASE, LEFT)
    _line(tab, 3, "　".join(form.kind.notes), len(fields), BASE, LEFT)
    for column, field in enumerate(fields, 1):
        heading = tab.cell(HEADING_ROW, column, escaped(field.heading))
        heading.font, heading.alignment, heading.border, heading.fill = BOLD, CENTER, FRAME, _GREY
        _open_column(tab, column, field, form.kind.rows)
        tab.column_dimensions[get_column_letter(column)].width = field.width
    tallest = max(lines(field.heading, field.width / 2 - 0.8) for field in fields)
    tab.row_dimensions[HEADING_ROW].height = tallest * 15 + 8
    for row in range(HEADING_ROW + 1, HEADING_ROW + form.kind.rows + 1):
        tab.row_dimensions[row].height = ROW_HEIGHT
    last = HEADING_ROW + form.kind.rows + 1
    _line(
        tab,
        last,
        f"填表人：　　　　　审核人：　　　　　填表日期：　　　　　表号：{form.id.text()}",
        len(fields),
        BASE,
        LEFT,
    )
    _set_up(tab, last, len(fields))


def _head(form: IssuedForm) -> str:
    due = f"请于{written(form.due_on)}前报送" if form.due_on else "报送时间：未提供"
    return "　　".join(filter(None, (f"填报单位：{form.unit}", form.period and f"所属时期：{form.period}", due)))


def _line(tab: Worksheet, row: int, words: str, width: int, font: Any, alignment: Alignment) -> None:
    cell: Any = tab.cell(row, 1)
    cell.value, cell.data_type = escaped(visible(words)), "s"
    cell.font, cell.alignment = font, alignment
    if width > 1:
        tab.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
    tab.row_dimensions[row].height = 30 if row == 1 else 32


def _open_column(tab: Worksheet, column: int, field: Field, rows: int) -> None:
    """Leave the cells of a column to the unit, and let Excel itself refuse what the column does not take."""
    for row in range(HEADING_ROW + 1, HEADING_ROW + 1 + rows):
        cell: Any = tab.cell(row, column)
        cell.protection, cell.border, cell.font, cell.alignment = _OPEN, FRAME, BASE, LEFT
        cell.number_format = _FORMATS.get(field.kind, _TEXT_FORMAT)
    rule = _rule(field)
    if rule:
        letter = get_column_letter(column)
        rule.add(f"{letter}{HEADING_ROW + 1}:{letter}{HEADING_ROW + rows}")
        tab.add_data_validation(rule)


def _rule(field: Field) -> DataValidation | None:
    told: dict[str, Any] = {"showErrorMessage": True, "errorTitle": field.heading[:30], "allow_blank": True}
    match field.kind:
        case FieldKind.CHOICE:
            listed = ",".join(field.choices)
            return DataValidation(type="list", formula1=f'"{listed}"', error="请从下拉列表中选择。", **told)
        case FieldKind.COUNT:
            return DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0", error="请填整数。", **told)
        case FieldKind.MONEY:
            error = "请填金额，单位万元。"
            return DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0", error=error, **told)
        case FieldKind.DAY:
            first = (date(2000, 1, 1) - date(1899, 12, 30)).days
            error = "请填日期，例如 2017-06-05。"
            return DataValidation(type="date", operator="greaterThanOrEqual", formula1=str(first), error=error, **told)
    return None


def _set_up(tab: Worksheet, last: int, width: int) -> None:
    tab.freeze_panes = f"A{HEADING_ROW + 1}"
    tab.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    tab.print_area = f"A1:{get_column_letter(width)}{last}"
    tab.page_setup.paperSize, tab.page_setup.orientation = A4, "landscape"
    tab.page_setup.fitToWidth, tab.page_setup.fitToHeight = 1, 0
    tab.print_options.horizontalCentered = True
    properties: Any = tab.sheet_properties
    properties.pageSetUpPr.fitToPage = True
    tab.protection.sheet = True
    tab.protection.formatColumns = tab.protection.formatRows = False


def _hide_id(book: Workbook, form: IssuedForm) -> None:
    """Keep the id on a sheet of its own as well: a cleared last line does not lose it."""
    tab: Any = book.create_sheet(ID_TAB)
    tab["A1"] = form.id.text()
    tab.sheet_state = "hidden"
    tab.protection.sheet = True
    book.security.lockStructure = True


def _check(path: Path, form: IssuedForm) -> None:
    """Read the file back by other means than those that wrote it: headings and id are there, and no formula is."""
    texts: set[str] = set()
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            if name.startswith("xl/worksheets/"):
                parts = list(etree.fromstring(book.read(name)).iter(f"{_MAIN}t", f"{_MAIN}f"))
                texts |= {"" if part.tag == f"{_MAIN}f" else unescaped(part.text or "") for part in parts}
    if "" in texts or not {form.id.text(), *(field.heading for field in form.kind.fields)} <= texts:
        raise UserError(f"“{form.name}”写好后检查不通过，没有采用。请检查磁盘后再试。")
