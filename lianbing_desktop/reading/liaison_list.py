"""A returned 联络员名单, Word or Excel: columns known by their headings in any order, each row one person or two."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from lianbing_desktop.domain.liaison import FIELDS, Role, is_mobile, plain_number
from lianbing_desktop.domain.liaison_list import LiaisonList, ListEntry
from lianbing_desktop.domain.masking import has_long_number
from lianbing_desktop.domain.source import Source, SourceParagraph, SourceTable
from lianbing_desktop.errors import UserError

UNIT, ROLE, PHONE, NUMBER = "unit", "role", "phone", "number"
"""What a column is, beside the fields of a person; ``phone`` may hold either kind of telephone."""

_HEADINGS: tuple[tuple[str, str], ...] = (
    (NUMBER, r"序号?|编号|No\.?"),
    (UNIT, r"(?:所在|工作|报送|填报|上报)?(?:单位|部门)(?:名称)?|(?:各)?(?:市、?区|地区|县区|辖区)"),
    ("name", r"姓名|名字|(?:联络员|信息员|负责人|联系人)(?:姓名)?|人员"),
    ("gender", r"性别"),
    ("post", r"职务(?:[/、]?职称)?|职位|职级|岗位"),
    ("office_phone", r"(?:办公|固定|单位|座机)(?:室)?(?:电话|号码)?|固话|座机"),
    ("mobile", r"(?:移动电话|手机|移动手机)(?:号码?)?"),
    (PHONE, r"(?:联系)?电话(?:号码)?|联系方式"),
    ("fax", r"传真(?:号码?|电话)?"),
    ("email", r"(?:电子)?(?:邮箱|邮件)(?:地址)?|E-?mail"),
    ("qq", r"QQ(?:号码?)?(?:[/、或及和]?微信(?:号)?)?"),
    (ROLE, r"角色|(?:人员)?(?:类别|身份|类型)"),
    ("note", r"备注|说明"),
)
_USUAL = (UNIT, *FIELDS)
_NAMED_ROLES = (
    (Role.LEADER, r"负责人|领导|组长|分管"),
    (Role.LIAISON, r"联络|联系人"),
    (Role.REPORTER, r"信息|报送|专人"),
)
_BETWEEN = re.compile(r"[\s、,，;；/]+")


@dataclass(frozen=True)
class _Column:
    at: int
    kind: str
    heading: str


def read_liaison_list(source: Source) -> LiaisonList:
    """Return the persons a list names, with where each stands and what is odd about the row.

    Raises UserError: no table in it has a heading 姓名 or 联络员 beside another known one.
    """
    entries: list[ListEntry] = []
    told = list(source.warnings)
    hint = source.name.rsplit(".", 1)[0]
    for block in source.blocks:
        if isinstance(block, SourceParagraph):
            hint = f"{block.text}\n{hint}"
        elif head := _head(grid := _grid(block), block.row_count):
            entries += _entries(block, grid, head, hint, told)
    if not entries:
        raise UserError(
            f"“{source.name}”里没有找到联络员名单。名单要有表头，至少有“姓名”和另一列（单位、职务、电话等）；"
            "请确认选对了文件，或按发出的表填写后再导入。"
        )
    return LiaisonList(source.name, source.sha256, tuple(entries), tuple(dict.fromkeys(told)))


def _grid(table: SourceTable) -> dict[tuple[int, int], str]:
    """Return the text at every place; a merged cell stands at each place it covers."""
    return {
        (row, column): cell.text.strip()
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
        if cell.text.strip()
    }


@dataclass(frozen=True)
class _Head:
    """The heading: its last row, and what each column is; ``others`` are headings nobody knows."""

    row: int
    columns: tuple[_Column, ...]
    others: tuple[tuple[int, str], ...]


def _head(grid: Mapping[tuple[int, int], str], row_count: int) -> _Head | None:
    for row in range(min(row_count, 30)):
        words = _row(grid, row)
        kinds = {column: _kind(text) for column, text in words.items()}
        if "name" not in kinds.values() or sum(kind is not None for kind in kinds.values()) < 2:
            continue
        lower = _row(grid, row + 1)
        if any(text != words.get(column) for column, text in lower.items()) and all(
            _kind(text) or text == words.get(column) for column, text in lower.items()
        ):
            return _headed(row + 1, words | {column: text for column, text in lower.items() if _kind(text)})
        return _headed(row, words)
    return None


def _headed(row: int, words: Mapping[int, str]) -> _Head:
    kinds = [(column, _kind(text), text) for column, text in sorted(words.items())]
    if any(kind == "name" and _bare(text).startswith(("姓名", "名字")) for _, kind, text in kinds):
        # beside 姓名, a column 联络员 or 人员 tells the role
        kinds = [
            (at, ROLE if kind == "name" and not re.search("姓名|名字", text) else kind, text)
            for at, kind, text in kinds
        ]
    columns = tuple(_Column(at, kind, text) for at, kind, text in kinds if kind and kind != NUMBER)
    return _Head(row, columns, tuple((at, text) for at, kind, text in kinds if kind is None))


def _row(grid: Mapping[tuple[int, int], str], row: int) -> dict[int, str]:
    return {column: text for (at, column), text in grid.items() if at == row}


def _kind(heading: str) -> str | None:
    plain = _bare(heading)
    return next((kind for kind, words in _HEADINGS if re.fullmatch(words, plain, re.I)), None)


def _bare(heading: str) -> str:
    return re.sub(r"\(.*?\)|[\s:*]", "", normalize("NFKC", heading))


def _entries(
    table: SourceTable, grid: Mapping[tuple[int, int], str], head: _Head, hint: str, told: list[str]
) -> Iterator[ListEntry]:
    above = "\n".join(dict.fromkeys(text for (row, _), text in sorted(grid.items()) if row < head.row))
    hint = "\n".join(filter(None, (above, table.name, hint)))
    _tell_head(head, grid, told)
    unit, spans = "", _wide_rows(table)
    for row in range(head.row + 1, table.row_count):
        words = _row(grid, row)
        if row in spans or _is_head_again(words, head):
            continue
        people = [_Person(group, words) for group in _groups(head)]
        own = " ".join(words[each.at] for each in head.columns if each.kind == UNIT and each.at in words)
        if not own and not any(each.values for each in people):
            continue
        filled = () if own or not unit else ("单位一格是空的，按上一行的单位读入，请核对。",)
        unit = own or unit
        place = f"工作表“{table.name}”第 {row + 1} 行" if table.name else f"表格第 {row + 1} 行"
        asked = [each for each in people if each.values] or people[:1]
        for person in asked:
            for role in person.roles:
                yield ListEntry(place, unit, role, person.values, (*filled, *person.told), "" if unit else hint)


def _groups(head: _Head) -> list[list[_Column]]:
    """Return the columns of each person of a row: one with 姓名 begins the next (联络员 | 手机 | 信息员 | 手机)."""
    groups: list[list[_Column]] = []
    waiting: list[_Column] = []
    for column in head.columns:
        if column.kind == UNIT:
            continue
        if column.kind == "name":
            groups.append([*waiting, column])
            waiting = []
        elif groups:
            groups[-1].append(column)
        else:
            waiting.append(column)
    return groups


class _Person:
    """One person of one row: values by field, roles, and what was odd."""

    def __init__(self, columns: Sequence[_Column], words: Mapping[int, str]) -> None:
        self.values: dict[str, str] = {}
        self.told: list[str] = []
        role_words = ""
        heading = next(column.heading for column in columns if column.kind == "name")
        for column in columns:
            text = words.get(column.at, "")
            if column.kind == ROLE:
                role_words += f"{text if len(text) > 1 else column.heading if text else ''} "
            elif text and has_long_number(text):
                self.told.append(f"“{column.heading}”一格里有15位以上的号码，可能是身份证号，这一格没有读入。")
            elif text:
                self._put(column.kind, text)
        self.roles = _roles(role_words) or _roles(heading) or [Role.LIAISON]
        if len(self.roles) > 1:
            self.told.append(f"一人担任{'、'.join(self.roles)}，分别登记。")

    def _put(self, kind: str, text: str) -> None:
        if kind != PHONE:
            self.values[kind] = " ".join(filter(None, (self.values.get(kind, ""), text)))
            return
        for number in filter(None, _BETWEEN.split(normalize("NFKC", text))):
            name = "mobile" if is_mobile(plain_number(number)) else "office_phone"
            self.values[name] = " ".join(filter(None, (self.values.get(name, ""), number)))


def _roles(words: str) -> list[Role]:
    return [role for role, pattern in _NAMED_ROLES if re.search(pattern, words)]


def _tell_head(head: _Head, grid: Mapping[tuple[int, int], str], told: list[str]) -> None:
    known = [column.kind for column in head.columns if column.kind in _USUAL]
    if known != sorted(known, key=_USUAL.index):
        told.append("表头的次序与通常的名单不同，已按表头的文字对应各列，请核对。")
    for at, heading in head.others:
        if any(row > head.row and column == at for row, column in grid):
            told.append(f"“{' '.join(heading.split())[:20]}”一列不在名单的各项之内，没有读入。")
    seen = [column.heading for column in head.columns if column.kind not in ("name", UNIT)]
    if not any(column.kind in ("mobile", "office_phone", PHONE) for column in head.columns) and seen:
        told.append("名单没有电话一列。")


def _wide_rows(table: SourceTable) -> set[int]:
    """Return the rows that are one line of words over most of the table: notes and signatures."""
    return {
        cell.row
        for cell in table.cells
        if table.column_count > 2 and cell.columns * 2 > table.column_count and cell.text
    }


def _is_head_again(words: Mapping[int, str], head: _Head) -> bool:
    return bool(words) and all(words.get(column.at) == column.heading for column in head.columns)
