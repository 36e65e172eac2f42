"""Tables of the reports, from material alone; and the few ways rows are counted and shown in them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from lianbing_desktop.domain.figure import Figure, Row
from lianbing_desktop.domain.monthday import written
from lianbing_desktop.domain.period import period_head
from lianbing_desktop.domain.sheet import Align, Cell, Column, Sheet
from lianbing_desktop.domain.submission import Submission
from lianbing_desktop.domain.unit import UnitKind
from lianbing_desktop.services.material import HERE, Dispatch, Material

BRIEFS, ARTICLES, STUDY, MEDIA = "工作简讯", "专栏文章", "学习", "媒体宣传"
"""Words by which requirements are found in their titles, since campaigns read from tables have keys of their own."""
CHAT_NUMBER = re.compile(r"(群)\s*[（(]\s*\d{5,11}\s*[）)]")
"""The number of a chat group behind its name: contact data, which no document prints (note 10 of the seed)."""
ORDINALS = "一二三四五六七八九十"
_COUNT = Align.RIGHT


def breakdown_sheet(material: Material) -> Sheet:
    """Return the breakdown table word for word but for the number of the chat group."""
    columns = (
        Column("时间节点", 16, Align.CENTER), Column("目标任务及具体要求", 62), Column("责任部门", 22, Align.CENTER),
    )  # fmt: skip
    rows = tuple(
        (line.stage.title, without_chat_number(line.task.text), joined(material.name(unit.id) for unit in line.units))
        for line in material.tasks
    )
    return Sheet("任务分解表", "", columns, rows, merged=(0,))


def without_chat_number(text: str) -> str:
    """Return a text without the number of a chat group."""
    return CHAT_NUMBER.sub(r"\1", text)


def piece_cells(each: Submission) -> Row:
    """Return a piece as a row: unit, requirement, period, state, day of receipt, number of files."""
    return each.unit, each.requirement, each.period_words, each.state.value, each.received_on, len(each.files)


def piece_rows(pieces: Iterable[Submission]) -> tuple[Row, ...]:
    """Return pieces as rows."""
    return tuple(piece_cells(each) for each in pieces)


def come(pieces: Iterable[Submission]) -> list[Submission]:
    """Return the pieces that lie here or have gone up."""
    return [each for each in pieces if each.state in HERE]


def joined(words: Iterable[str]) -> str:
    """Return words as 张家港、常熟、太仓."""
    return "、".join(words)


def whole(cell: Cell) -> int:
    """Return a cell as a number, 0 for anything else."""
    return cell if isinstance(cell, int) else 0


def launch_sheet(material: Material) -> Sheet:
    """Return when each county handed in what the start asks for."""
    columns = (
        Column("序号", 6, _COUNT), Column("单位", 28), Column("联络员名单", 16, _COUNT), Column("信息专人", 16, _COUNT),
        Column("方案备案", 16, _COUNT),
    )  # fmt: skip
    rows = tuple(
        (
            number,
            material.name(unit.id),
            *(_day(material, unit.id, word) for word in ("联络员名单", "专人", "方案备案")),
        )
        for number, unit in enumerate(material.counties, 1)
    )
    return Sheet("各地部署情况", "各市、区部署情况（收到日期）", columns, rows)


def _day(material: Material, unit_id: int, word: str) -> Cell:
    """Return when a county's piece came, 未报 where it has not, 未提供 where none is asked for."""
    pieces = [each for each in material.about(word) if each.unit_id == unit_id]
    if not pieces:
        return "未提供"
    return pieces[0].received_on if pieces[0].state in HERE and pieces[0].received_on else pieces[0].state.value


def brief_sheet(material: Material, articles: list[Submission]) -> Sheet:
    """Return briefs asked for, come and lacking, and articles, unit by unit and in all."""
    columns = (
        Column("序号", 6, _COUNT), Column("单位", 30), Column("应报", 10, _COUNT),
        Column("已报", 10, _COUNT), Column("欠报", 10, _COUNT), Column("专栏文章", 12, _COUNT),
    )  # fmt: skip
    titles = {each.title for each in material.asked(BRIEFS)}
    units = [unit for unit in material.units if any(each.unit_id == unit.id for each in material.about(BRIEFS))]
    rows: list[Row] = []
    for number, unit in enumerate(units, 1):
        quotas = [each for each in material.quotas if each.unit_id == unit.id and each.requirement in titles]
        needed, got, short = (sum(getattr(each, kind) for each in quotas) for kind in ("needed", "got", "short"))
        count = sum(each.unit_id == unit.id for each in articles)
        rows.append((number, material.name(unit.id), needed, got, short, count))
    totals = [sum(whole(row[column]) for row in rows) for column in range(2, 6)]
    return Sheet("简讯统计", "", columns, (*rows, ("", "合计", *totals)), subtitle="计量单位：篇")


def monthly_sheet(material: Material) -> Sheet:
    """Return how many briefs each county handed in month by month."""
    pieces = [each for each in material.about(BRIEFS) if each.period]
    periods = sorted({each.period for each in pieces})
    units = [unit for unit in material.counties if any(each.unit_id == unit.id for each in pieces)]
    here = come(pieces)
    rows: list[Row] = [
        (number, material.name(unit.id), *(_count(here, unit.id, p) for p in periods))
        for number, unit in enumerate(units, 1)
    ]
    totals = [sum(whole(row[column]) for row in rows) for column in range(2, 2 + len(periods))]
    columns = (
        Column("序号", 6, _COUNT), Column("单位", 34), *(Column(period_head(p), 10, _COUNT) for p in periods),
    )  # fmt: skip
    return Sheet("各月简讯", "各市、区各月报送篇数", columns, (*rows, ("", "合计", *totals)))


def _count(pieces: list[Submission], unit_id: int, period: str) -> int:
    return sum(each.unit_id == unit_id and each.period == period for each in pieces)


def total(month: Sequence[Dispatch], key: str) -> int | None:
    """Return the sum of a field over the counties that told it, or None."""
    values = [each.numbers.get(key) for each in month]
    numbers = [value for value in values if isinstance(value, int)]
    return sum(numbers) if numbers else None


def dispatch_sheet(material: Material, month: Sequence[Dispatch]) -> Sheet:
    """Return the numbers of a month, a column a county, 未报 where a county told none, and their sums."""
    told = {each.unit_id: each.numbers for each in month}
    columns = (
        Column("项目", 16), *(Column(unit.short, 8, _COUNT) for unit in material.counties), Column("合计", 9, _COUNT),
    )  # fmt: skip
    rows = tuple(
        (
            heading,
            *(shown(told[unit.id].get(key), money) if unit.id in told else "未报" for unit in material.counties),
            shown(total(month, key), money),
        )
        for key, heading, money in material.dispatch_fields
    )
    return Sheet("月调度汇总", "", columns, rows, is_landscape=True)


def shown(value: object, is_money: bool) -> Cell:
    """Return a number of a form as a cell, money in 万元 with two decimals."""
    if not isinstance(value, int):
        return "" if value is None else str(value)
    return f"{value / 1_000_000:.2f}" if is_money else value


def candidate_sheet(title: str, heads: tuple[str, ...], rows: list[Row]) -> Sheet:
    """Return a list of candidates."""
    widths = {"推荐理由": 28, "单位": 20, "姓名": 14, "性别": 13, "职务": 16, "主要负责人": 16}
    columns = (Column("序号", 6, _COUNT), *(Column(head, widths[head]) for head in heads))
    return Sheet(title, title, columns, tuple(rows))


def tasks_sheet(material: Material) -> Sheet:
    """Return the tasks with what was asked for and what came."""
    columns = (
        Column("序号", 5, _COUNT), Column("任务", 50), Column("责任部门", 20), Column("应报", 7, _COUNT),
        Column("已收", 7, _COUNT), Column("状态", 11),
    )  # fmt: skip
    here = Counter(each.task_id for each in come(material.submissions))
    rows = tuple(
        (number, without_chat_number(line.task.text), joined(material.name(unit.id) for unit in line.units), line.total,
         here[line.task.id], line.work)
        for number, line in enumerate(material.tasks, 1)
    )  # fmt: skip
    totals = [sum(whole(row[column]) for row in rows) for column in (3, 4)]
    return Sheet("任务完成情况", "", columns, (*rows, ("", "合计", "", *totals, "")))


def ordinal(number: int) -> str:
    """Return 1 to 99 in hanzi."""
    tens, ones = divmod(number, 10)
    return f"{ORDINALS[tens - 1] if tens > 1 else ''}{'十' if tens else ''}{ORDINALS[ones - 1] if ones else ''}"


def common(material: Material) -> list[Figure]:
    """Return what every document may name: the campaign, the year, the day, who we are and to whom we report."""
    return [
        Figure("活动名称", material.header.title),
        Figure("年份", str(material.header.year)),
        Figure("今天", written(material.today)),
        Figure("市局", material.of_kind(UnitKind.BUREAU)),
        Figure("省厅", material.of_kind(UnitKind.PROVINCE)),
        Figure("市区数", str(len(material.counties)), "单位", tuple((unit.name,) for unit in material.counties)),
        Figure("市区名单", joined(material.name(unit.id) for unit in material.counties)),
        Figure("任务数", str(len(material.tasks)), "任务分解表"),
    ]
