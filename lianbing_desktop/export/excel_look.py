"""How a tab looks and prints: fonts, widths, what stays in view, and the page."""

from datetime import date

from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from lianbing_desktop.domain.measure import shares
from lianbing_desktop.domain.sheet import Align, Sheet

A4 = 9
PORTRAIT_WIDTH, LANDSCAPE_WIDTH = 90.0, 132.0  # in Western characters of the base font
BASE_SIZE = 11.0
BASE = Font(name="宋体", sz=BASE_SIZE)
BOLD = Font(name="宋体", sz=BASE_SIZE, bold=True)
TITLE = Font(name="黑体", sz=16, bold=True)
THIN = Side(style="thin", color="FF000000")
FRAME = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
CENTER = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
RIGHT = Alignment(horizontal="right", vertical="center", wrap_text=True)
FILTER_BUTTON = 3.0
WIDEST_HEADING, WIDEST_OF_MANY, MANY_COLUMNS = 12.0, 4.0, 12
"""How much of a heading stands on one line; a table of many columns would be printed too small to read."""
DATE_WIDTH = 12.0  # a date that does not fit is shown as #####


def aligned(align: Align) -> Alignment:
    """Return the alignment of a column's cells."""
    return {Align.LEFT: LEFT, Align.CENTER: CENTER, Align.RIGHT: RIGHT}[align]


def column_widths(sheet: Sheet) -> list[float]:
    """Return the widths in Western characters, two to a square."""
    total = LANDSCAPE_WIDTH if sheet.is_landscape else PORTRAIT_WIDTH
    widths = [2 * share for share in shares(sheet, total / 2)]
    return [max(width, _least(sheet, column)) for column, width in enumerate(widths)]


def set_up(tab: Worksheet, sheet: Sheet, top: int, widths: list[float]) -> None:
    """Set widths, frozen headings, filter and page of a filled tab whose headings stand in row ``top``."""
    for index, width in enumerate(widths, 1):
        tab.column_dimensions[get_column_letter(index)].width = round(width, 1)
    last = get_column_letter(len(widths))
    tab.freeze_panes = f"A{top + 1}"
    tab.auto_filter.ref = f"A{top}:{last}{top + len(sheet.rows)}"
    tab.print_title_rows = f"{top}:{top}"
    tab.page_setup.paperSize = A4
    tab.page_setup.orientation = "landscape" if sheet.is_landscape else "portrait"
    tab.page_setup.fitToWidth, tab.page_setup.fitToHeight = 1, 0
    tab.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    tab.print_options.horizontalCentered = True
    _set_margins(tab, sheet)


def _least(sheet: Sheet, column: int) -> float:
    dates = any(isinstance(row[column], date) for row in sheet.rows)
    widest = WIDEST_HEADING if len(sheet.columns) <= MANY_COLUMNS else WIDEST_OF_MANY
    heading = min(2.0 * len(sheet.columns[column].heading), widest) + FILTER_BUTTON
    return max(heading, DATE_WIDTH if dates else 0.0)


def _set_margins(tab: Worksheet, sheet: Sheet) -> None:
    """Number the pages; what stands over the title on paper stands in the page's head here, out of the table's way."""
    footer, header = tab.HeaderFooter.oddFooter, tab.HeaderFooter.oddHeader
    assert footer is not None  # the stubs do not know that both are always there
    assert header is not None
    footer.center.text = "第&P页 共&N页"
    header.left.text = sheet.above.replace("&", "&&") or None
    margins = tab.page_margins
    margins.left = margins.right = 0.6
    margins.top, margins.bottom = (0.9 if sheet.above else 0.7), 0.8
