"""What stands around the text of an official document: the red head, the signature, the annex list and the 版记."""

from typing import Any

from docx.oxml.ns import qn

from lianbing_desktop.domain.measure import squares
from lianbing_desktop.domain.report import Annex, Layout, Report
from lianbing_desktop.domain.titling import title_lines
from lianbing_desktop.export.report.lines import line, ruled, with_tab
from lianbing_desktop.export.report.measures import (
    BLACK,
    BODY,
    CHARACTERS,
    IMPRINT,
    KAI,
    LINE,
    MARK_DROP,
    RED,
    RULE_DROP,
    TITLE,
    mark_face,
)
from lianbing_desktop.export.word_page import PORTRAIT
from lianbing_desktop.export.word_text import Face, element, runs

THICK, THIN, RED_RULE = 8, 6, 16
"""0.35 mm, 0.25 mm and 2 points, in eighths of a point."""
DISTANCE = 180
"""What Word itself keeps between a table placed on the page and the text, in twentieths of a point."""


def head(report: Report) -> list[Any]:
    """Return what stands over the title."""
    if not report.issuer:
        return []
    mark = line(mark_face(report.issuer, squares(report.issuer)), report.issuer, "center", before=MARK_DROP)
    return [mark, *_numbers(report), ruled(line(_hairline(RULE_DROP)), "bottom", RED_RULE, RED)]


def title(words: str, before: int) -> list[Any]:
    """Return the title, a paragraph a line, so that no line is broken elsewhere; ``before`` it in twentieths."""
    made = [line(TITLE, each, "center", is_kept=True) for each in title_lines(words)]
    made[0].pPr.find(qn("w:spacing")).set(qn("w:before"), str(before))
    return made


def annex_list(annexes: tuple[Annex, ...]) -> list[Any]:
    """Return the 附件说明: one blank line below the text, names under each other, no mark at their end (§7.3.4)."""
    names = [annex.title.replace("|", "") for annex in annexes]
    if len(names) < 2:
        return [line(BODY, f"附件：{name}", left=5, hanging=3, before=LINE, is_kept=True) for name in names]
    made = [line(BODY, f"附件：1.{names[0]}", left=6, hanging=4, before=LINE, is_kept=True)]
    made += [
        line(BODY, f"{number}.{name}", left=6, hanging=1, is_kept=True) for number, name in enumerate(names[1:], 2)
    ]
    return made


def signature(report: Report) -> list[Any]:
    """Return 署名 and 成文日期: the day four characters from the right, the name centred over it (§7.3.5.1)."""
    if not report.dated:
        return []
    room = _half_width(report.dated)
    right = max(0.0, 4 + (room - _half_width(report.signature)) / 2)
    name = line(BODY, report.signature, "right", right=round(right, 2), before=2 * LINE, is_kept=True)
    return [name, line(BODY, report.dated, "right", right=4)]


def annex_head(number: int, count: int, words: str, is_new_page: bool) -> list[Any]:
    """Return 附件 with its number on the first line and the title on the third (§7.3.4)."""
    mark = line(BLACK, f"附件{number}" if count > 1 else "附件", is_kept=True, is_new_page=is_new_page)
    return [mark, *title(words, LINE)]


def imprint(report: Report) -> list[Any]:
    """Return the 版记 at the foot of the last page: 抄送 and the printer between lines as wide as the text (§7.4).

    It is a table set to the lower edge of the text. LibreOffice keeps it there only where its left side is told as a
    place on the page and it keeps some distance; Word and WPS do so anyhow.
    """
    lines = [_stopped(words) for words in report.copies]
    lines += [f"{report.printer}\t{report.printed_on}印发"] if report.printer else []
    if not lines:
        return []
    made = element("w:tbl")
    made.append(_at_the_foot())
    grid = element("w:tblGrid")
    grid.append(element("w:gridCol", w=PORTRAIT.text_width))
    made.append(grid)
    for number, words in enumerate(lines):
        made.append(_imprint_row(words, THIN if number else THICK, THICK if number == len(lines) - 1 else THIN))
    return [made]


def _numbers(report: Report) -> list[Any]:
    """Return 发文字号, in a 上行文 with 签发人 at the right; in a 简报 期号, and below it who made it and when."""
    if report.layout is Layout.UP:
        made = with_tab(line(BODY, f"{report.number}\t签发人：", left=1, right=1, before=2 * LINE), CHARACTERS - 1)
        made.extend(runs(KAI, report.signer))
        return [made]
    number = line(BODY, report.number, "center", before=(1 if report.layout is Layout.BRIEF else 2) * LINE)
    if report.layout is not Layout.BRIEF:
        return [number]
    made = line(BODY, f"{report.maker}\t{report.made_on}", left=1, right=1)
    return [number, with_tab(made, CHARACTERS - 1)]


def _hairline(height: int) -> Face:
    return Face(BODY.font, 2, height)


def _half_width(text: str) -> float:
    """Return a width in characters, figures at half of one as in 仿宋."""
    return sum(0.5 if letter.isascii() else 1.0 for letter in text)


def _stopped(words: str) -> str:
    return words if words.endswith("。") else f"{words}。"


def _at_the_foot() -> Any:
    page = PORTRAIT
    left = round(page.left * 1440 / 25.4)
    place: dict[str, str | int] = {"vertAnchor": "margin", "horzAnchor": "page", "tblpX": left, "tblpYSpec": "bottom"}
    made = element("w:tblPr")
    made.append(element("w:tblpPr", leftFromText=DISTANCE, rightFromText=DISTANCE, **place))
    made.append(element("w:tblOverlap", val="never"))
    made.append(element("w:tblW", w=page.text_width, type="dxa"))
    made.append(element("w:tblLayout", type="fixed"))
    margins = element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w=0, type="dxa"))
    made.append(margins)
    return made


def _imprint_row(words: str, top: int, bottom: int) -> Any:
    row, cell, how = element("w:tr"), element("w:tc"), element("w:tcPr")
    how.append(element("w:tcW", w=PORTRAIT.text_width, type="dxa"))
    borders = element("w:tcBorders")
    for side, size in (("top", top), ("bottom", bottom)):
        borders.append(element(f"w:{side}", val="single", sz=size, space=0, color="000000"))
    how.append(borders)
    cell.append(how)
    if "\t" in words:
        cell.append(with_tab(line(IMPRINT, words, left=1, right=1), CHARACTERS - 1))
    else:
        cell.append(line(IMPRINT, words, left=4, hanging=3, right=1))
    row.append(cell)
    return row
