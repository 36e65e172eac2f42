"""The columns of a table: named by a row of headings or two, each heading's role told by its words or its cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lianbing_desktop.reading.tables.headings import WHEN, WHOSE, Role, role_of, settled, step_of
from lianbing_desktop.reading.tables.piece import Piece

if TYPE_CHECKING:
    from lianbing_desktop.reading.tables.looks import Looks

_STRONG = (Role.TASK, Role.PERIOD, Role.REPORT, Role.FORM, Role.DETAIL, Role.DELIVERABLE, Role.FREQUENCY, *WHOSE)
_SPAN = re.compile(
    r"(?:\d{4}年)?(?:第?[一二三四1-4]季度|[上下]半年|[1-4]季度|\d{1,2}月份?|[一二三四五六七八九十]{1,3}月份?|"
    r"\d{1,2}月?[-—–~～至]\d{1,2}月份?|\d{1,2}月(?:[上中下]旬|[底末初])前?|年[底末中]前?)(?:工作|目标|进度|计划|"
    r"安排|任务|要求|节点){0,2}|"
    r"(?:19|20)\d\d年(?:度)?(?:工作)?(?:目标|进度|计划|任务)?|"
    r"(?:第.{1,3}[周旬期批]|第.{1,3}阶段|.{2,6}阶段)?[（(]?\d{1,2}(?:月|"
    r"[./])\d{1,2}日?(?:[-—–~～至到]+(?:\d{1,2}(?:月|[./]))?\d{1,2}日?)?前?[)）]?"
)
_EDGES = (
    (Role.START, re.compile(r"起|始|自|开始|启动|起始|开工")),
    (Role.PERIOD, re.compile(r"止|终|至|结束|完成|完工|截止|竣工|办结")),
)
_DATA = re.compile(r".*[\d。；，].*|[各第].*|.*(?:[局委办科]|长期|坚持)$")


@dataclass(frozen=True)
class Column:
    """One column: its role and the words of its heading; ``when`` is the heading itself where it names a time."""

    role: Role
    heading: str = ""
    when: Piece | None = None


def is_span(text: str) -> bool:
    """Whether a heading names a month, a quarter or the like: the cells below say what is done then."""
    return bool(_SPAN.fullmatch("".join(text.split())))


def heading_columns(texts: Sequence[str]) -> list[Column] | None:
    """Return the columns a row of headings names; None where it is no such row."""
    words = [" ".join(text.split()) for text in texts]
    spans = [is_span(word) for word in words]
    has_spans = len({word for word, span in zip(words, spans, strict=True) if span}) > 1
    roles = [Role.MARK if has_spans and span else role_of(text) for text, span in zip(texts, spans, strict=True)]
    known = [role for role in roles if role]
    blank = sum(not word for word in words)
    distinct = len({word for word in words if word})
    if distinct < 2 or len({word for word, role in zip(words, roles, strict=True) if role}) < 2:
        return None
    if has_spans and not set(known) & {Role.TASK, Role.DETAIL, Role.REPORT, Role.SECTION, Role.UNIT, Role.LEAD}:
        return None  # 时间 | 4月1日—4月20日 | 5月: a row of a table on its side
    if not set(known) & set(_STRONG) or not _is_heading(words, roles, len(known) + blank):
        return None
    if not any(role in WHEN or role in WHOSE or role in (Role.NUMBER, Role.TASK, Role.REPORT) for role in known):
        return None
    named = settled([role or Role.OTHER for role in roles], words)
    return [Column(role, word) for role, word in zip(named, words, strict=True)]


def _is_heading(words: Sequence[str], roles: Sequence[Role | None], known: int) -> bool:
    """Whether most words are known headings; half is enough where they name what and who or when."""
    if known >= len(words) * 0.7:
        return True
    others = [word for word, role in zip(words, roles, strict=True) if not role and word]
    is_short = all(len(word) <= 8 and not _DATA.fullmatch(word) for word in others)
    has_what = any(role in (Role.NUMBER, Role.TASK, Role.DETAIL, Role.REPORT) for role in roles) or len(set(roles)) > 3
    has_whose = any(role in (*WHOSE, Role.PERSON) for role in roles)
    has_when = any(role in WHEN for role in roles)
    has_enough = (has_what and (has_when or has_whose)) or (has_when and has_whose)
    return is_short and known * 2 >= len(words) and has_enough


def joined(above: Sequence[Column], pieces: Sequence[Piece | None], groups: Sequence[bool]) -> list[Column]:
    """Return the columns of two rows of headings: what stands under a group takes its part from both."""
    found = []
    for column, piece, is_under in zip(above, pieces, groups, strict=True):
        word = " ".join(piece.text.split()) if piece else ""
        found.append(_under(column, word, piece) if is_under and word else column)
    return found


def _under(group: Column, word: str, piece: Piece | None) -> Column:
    both = f"{group.heading} {word}".strip()
    if is_span(word):
        return Column(Role.MARK, both, piece)
    edge = next((role for role, shape in _EDGES if shape.fullmatch("".join(word.split()))), None)
    if group.role in WHEN and edge:
        return Column(edge, "开始时间" if edge is Role.START else "截止时间")
    if group.role in WHEN and not role_of(word):
        return Column(Role.STEP, both, piece)
    role = role_of(word) or role_of(both) or group.role
    return Column(role, word if role_of(word) else both)


def with_spans(columns: Sequence[Column], pieces: Sequence[Piece | None]) -> list[Column]:
    """Let each column of a month, and each of several that date a step of its own (招标时间), know its heading."""
    steps = [at for at, column in enumerate(columns) if column.role is Role.PERIOD and step_of(column.heading)]
    periods = [column for column in columns if column.role is Role.PERIOD]
    is_steps = len(steps) > 1 and len(steps) == len(periods)
    return [
        replace(column, role=Role.STEP if at in steps and is_steps else column.role, when=column.when or piece)
        for at, (column, piece) in enumerate(zip(columns, pieces, strict=True))
    ]


def fitted(columns: Sequence[Column], rows: Sequence[Sequence[str]], looks: "Looks") -> list[Column]:
    """Tell the columns whose headings say nothing, or not enough, by what stands in them."""
    # A task told only by being the last unknown heading is told again by what stands there.
    found = [
        replace(column, role=Role.OTHER) if column.role is Role.TASK and role_of(column.heading) is None else column
        for column in columns
    ]
    told = {column.role for column in found}
    for at, column in enumerate(found):
        texts = [row[at] for row in rows if at < len(row) and row[at].strip()][:40]
        if not texts or column.role not in (Role.OTHER, Role.TASK, Role.DETAIL, Role.SECTION, Role.NOTE):
            continue
        is_named = role_of(column.heading) is not None
        units = sum(looks.fit(text, Role.UNIT) >= 3 for text in texts) / len(texts)
        times = sum(looks.is_time(text) for text in texts) / len(texts)
        taken = {*WHOSE, Role.PERSON} if is_named else set(WHOSE)
        if not told & taken and units >= (0.8 if is_named else 0.6) and len(texts) > 1:
            found[at] = replace(column, role=Role.UNIT)
        elif not told & {*WHEN, Role.MARK} and times >= (0.8 if is_named else 0.6):
            found[at] = replace(column, role=Role.PERIOD)
        told = {each.role for each in found}
    return _with_task(found, rows)


def _with_task(columns: list[Column], rows: Sequence[Sequence[str]]) -> list[Column]:
    """Let one column be the task: where no heading says so, the one that says most."""
    if any(column.role is Role.TASK for column in columns):
        return columns
    kinds = (Role.DETAIL, Role.OTHER, Role.SECTION, Role.DELIVERABLE)
    maybe = [at for kind in kinds for at, column in enumerate(columns) if column.role is kind]
    if maybe:
        size = {at: sum(len(row[at]) for row in rows if at < len(row)) for at in maybe}
        best = max(maybe, key=lambda at: size[at])
        columns[best] = replace(columns[best], role=Role.TASK)
    return columns
