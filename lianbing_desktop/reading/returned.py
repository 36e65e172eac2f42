"""Returned forms: a source becomes rows of values, every cell checked, every doubt a sentence with its place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lianbing_desktop.domain.form import MARK, Field, FormId, FormKind, period_words
from lianbing_desktop.domain.formcell import Value, cell_value
from lianbing_desktop.domain.period import period_span
from lianbing_desktop.domain.returned import Content, Returned
from lianbing_desktop.domain.source import Source, SourceCell, SourceTable

_HEAD_ROWS, _WHOLE_MONTH = 40, 27
_END = ("填表人", "审核人", "表号：", "合计")
_HIDDEN = "有隐藏的工作表"
_WIDE = str.maketrans("（）／　", "()/ ")


@dataclass
class _Doubts:
    faults: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Found:
    """Where a form's headings stand: its table, the row, and the column of each field that is there."""

    kind: FormKind
    table: SourceTable
    row: int
    columns: dict[str, int]


def read_returned(source: Source, kinds: Sequence[FormKind], year: int) -> Returned:
    """Return what a file from a unit says. ``year`` completes days written without one."""
    tables = [block for block in source.blocks if isinstance(block, SourceTable)]
    doubts = _Doubts(warnings=[each for each in source.warnings if not each.startswith(_HIDDEN)])
    form_id = _id(tables, doubts)
    named = [kind for kind in kinds if form_id is None or kind.key == form_id.form]
    found = _headings(tables, named)
    if found is None:
        doubts.faults.append(_no_table(form_id, named))
        return Returned(source.sha256, None, form_id, "", "", (), tuple(doubts.faults), tuple(doubts.warnings))
    _check_headings(found, doubts)
    rows = _rows(found, form_id, year, doubts)
    _tell_others(tables, found, doubts)
    unit, period = _head(found)
    return Returned(
        source.sha256, found.kind, form_id, unit, period, rows, tuple(doubts.faults), tuple(doubts.warnings)
    )


def _no_table(form_id: FormId | None, kinds: Sequence[FormKind]) -> str:
    if form_id and not kinds:
        return f"本机没有表号里写的表样“{form_id.form}”。请在下发这张表的电脑上收回。"
    return "没有找到下发表的表头，可能交错了文件，或表头被改动。请让对方用下发的原表重新填写。"


def _id(tables: Iterable[SourceTable], doubts: _Doubts) -> FormId | None:
    """Return the id, from wherever it still stands; ids that differ are a fault."""
    texts = [cell.text for table in tables for cell in table.cells if MARK in cell.text]
    ids: set[FormId] = set()
    for text in texts:
        try:
            ids.add(FormId.parse(text[text.index(MARK) :].split()[0]))
        except ValueError:
            doubts.warnings.append("表号被改动过，没有采用。")
    if len(ids) > 1:
        doubts.faults.append("文件里有两个不同的表号，可能是把两张表拼在了一起。请让对方分成两个文件。")
    return min(ids, key=FormId.text) if ids else None


def _headings(tables: Iterable[SourceTable], kinds: Sequence[FormKind]) -> _Found | None:
    """Return the row that holds most of a form's headings, at least half of them."""
    best: _Found | None = None
    for table in tables:
        for row, cells in _by_row(table).items():
            for kind in kinds if row < _HEAD_ROWS else ():
                columns = _columns(kind, cells)
                score = len(columns) / len(kind.fields)
                if score >= 0.5 and (best is None or score > len(best.columns) / len(best.kind.fields)):
                    best = _Found(kind, table, row, columns)
    return best


def _by_row(table: SourceTable) -> dict[int, list[SourceCell]]:
    rows: dict[int, list[SourceCell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    return rows


def _columns(kind: FormKind, cells: Sequence[SourceCell]) -> dict[str, int]:
    places: dict[str, int] = {}
    for cell in cells:
        places.setdefault(_plain(cell.text), cell.column)
    return {each.key: places[_plain(each.heading)] for each in kind.fields if _plain(each.heading) in places}


def _plain(text: str) -> str:
    return "".join(text.translate(_WIDE).split())


def _check_headings(found: _Found, doubts: _Doubts) -> None:
    gone = [each.heading for each in found.kind.fields if each.key not in found.columns]
    if gone:
        doubts.faults.append(f"表头被改动，找不到：{'、'.join(gone)}。请让对方用下发的原表重新填写。")
    order = [found.columns[each.key] for each in found.kind.fields if each.key in found.columns]
    if order != sorted(order):
        doubts.warnings.append("各列的次序与下发的表不同，已按表头逐列对应。")
    known = {_plain(each.heading) for each in found.kind.fields}
    more = [cell.text for cell in _by_row(found.table)[found.row] if cell.text and _plain(cell.text) not in known]
    if more:
        doubts.warnings.append(f"多出的列没有收入：{'、'.join(more)}。")


def _rows(found: _Found, form_id: FormId | None, year: int, doubts: _Doubts) -> tuple[Content, ...]:
    rows: list[Content] = []
    for number, cells in sorted(_by_row(found.table).items()):
        if number <= found.row or not any(cell.text.strip() for cell in cells):
            continue
        if any(words in "".join(cell.text.split()) for cell in cells[:1] for words in _END):
            break
        before = len(doubts.faults)
        content = _row(found, cells, form_id, year, doubts)
        if content:
            rows.append(content)
        if content and len(doubts.faults) == before:  # a cell that could not be read is no empty one
            _check_required(found.kind, content, number, doubts)
    if not rows:
        doubts.faults.append("表里一行也没有填。请让对方填好后重新报送。")
    return tuple(rows)


def _row(
    found: _Found, cells: Sequence[SourceCell], form_id: FormId | None, year: int, doubts: _Doubts
) -> dict[str, Value]:
    fields = {found.columns[each.key]: each for each in found.kind.fields if each.key in found.columns}
    content: dict[str, Value] = {}
    for cell in cells:
        if not cell.text.strip():
            continue
        if cell.rows > 1 or cell.columns > 1:
            doubts.faults.append(f"{_place(cell)} 是合并的单元格，看不出属于哪一行哪一列。请让对方取消合并后逐格填写。")
        elif cell.column not in fields:
            doubts.warnings.append(f"{_place(cell)} 在表头之外，没有收入：“{cell.text[:30]}”。")
        else:
            _take(content, fields[cell.column], cell, form_id, year, doubts)
    return content


def _take(
    content: dict[str, Value], column: Field, cell: SourceCell, form_id: FormId | None, year: int, doubts: _Doubts
) -> None:
    try:
        value = cell_value(column, cell.text, year)
    except ValueError as error:
        doubts.faults.append(f"{_place(cell)}（{column.heading}）{error}。")
        return
    if value is not None:
        content[column.key] = value
    period = form_id.period if form_id else ""
    if column.is_in_period and isinstance(value, str) and _is_outside(value, period):
        doubts.faults.append(
            f"{_place(cell)}（{column.heading}）{value} 不在{period_words(period)}内，可能填错了月份。请核对。"
        )


def _is_outside(value: str, period: str) -> bool:
    """Whether a day lies outside a form's period of whole months; a week's report may tell of the days before it."""
    span = period_span(period)
    if not span or (span[1] - span[0]).days < _WHOLE_MONTH:
        return False
    return not f"{span[0]:%Y-%m}" <= value[:7] <= f"{span[1]:%Y-%m}"


def _check_required(kind: FormKind, content: Content, number: int, doubts: _Doubts) -> None:
    empty = [each.heading for each in kind.fields if each.is_required and each.key not in content]
    if empty:
        doubts.faults.append(f"第 {number + 1} 行没有填：{'、'.join(empty)}。")


def _tell_others(tables: Iterable[SourceTable], found: _Found, doubts: _Doubts) -> None:
    for table in tables:
        texts = [cell.text for cell in table.cells if cell.text.strip()]
        if table is not found.table and not all(MARK in text for text in texts):
            doubts.warnings.append(f"工作表“{table.name}”里还有内容，没有收入，请打开原文件查看。")


def _head(found: _Found) -> tuple[str, str]:
    """Return unit and period as the lines over the table say them."""
    words: dict[str, str] = {}
    for cell in found.table.cells:
        if cell.row < found.row:
            for part in cell.text.replace("　", " ").split():
                name, _, value = part.partition("：")
                words.setdefault(name, value)
    return words.get("填报单位", ""), words.get("所属时期", "")


def _place(cell: SourceCell) -> str:
    letters, rest = "", cell.column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{cell.row + 1}"
