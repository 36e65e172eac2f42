"""Figures of the reports: one function a document, from material alone, each value with the rows behind it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from lianbing_desktop.domain.figure import Figure, Figures, Items, Row
from lianbing_desktop.domain.monthday import written
from lianbing_desktop.domain.period import period_label, period_span
from lianbing_desktop.domain.sheet import Align, Column, Sheet
from lianbing_desktop.domain.submission import Submission
from lianbing_desktop.services.candidates import candidates, case_numbers
from lianbing_desktop.services.figure_sheets import (
    ARTICLES,
    BRIEFS,
    MEDIA,
    STUDY,
    breakdown_sheet,
    brief_sheet,
    come,
    common,
    dispatch_sheet,
    joined,
    launch_sheet,
    monthly_sheet,
    ordinal,
    piece_cells,
    piece_rows,
    tasks_sheet,
    total,
    whole,
    without_chat_number,
)
from lianbing_desktop.services.material import HERE, Dispatch, Material
from lianbing_desktop.services.tasks import TaskLine

Reckon = Callable[[Material], Figures]
NAMED = re.compile(r"“([^”]+)”指标")
SCORED = re.compile(r"指标|分计|加分|减分|得满分|评选统计|评选时")
CASES = ("立案数", "处罚决定数", "罚款金额（万元）", "重大案件数")
"""What the case register will know; until it does these are gaps."""
_COUNT = Align.RIGHT


def scheme(material: Material) -> Figures:
    """实施方案: stages, tasks and departments as the campaign gives them."""
    stages = tuple(
        (
            Figure("阶段序号", ordinal(number)),
            Figure("阶段", stage.title),
            Figure("阶段日期", _span(stage.start_on, stage.due_on)),
            Figure("阶段任务数", str(sum(line.stage.id == stage.id for line in material.tasks))),
        )
        for number, stage in enumerate(material.stages, 1)
    )
    units = dict.fromkeys(unit.id for line in material.tasks for unit in line.units)
    departments = joined(material.name(unit_id) for unit_id in units)
    values = [*common(material), Figure("责任部门名单", departments or None)]
    return Figures(
        tuple(values),
        {"任务分解表": breakdown_sheet(material)},
        {"阶段": Items(("阶段序号", "阶段", "阶段日期", "阶段任务数"), stages)},
    )


def breakdown(material: Material) -> Figures:
    """任务分解表 as an annex, without the number of the chat group."""
    return Figures(tuple(common(material)), {"任务分解表": breakdown_sheet(material)})


def launch(material: Material) -> Figures:
    """动员部署情况: the meeting, and what the counties have handed in for the start."""
    meeting = material.about("动员部署大会")
    held = [each.received_on for each in meeting if each.received_on]
    values = [
        *common(material),
        Figure("动员材料收到日期", written(max(held)) if held else None, "报送清单", piece_rows(meeting)),
        Figure("动员材料", joined(each.label or each.requirement for each in meeting if each.state in HERE) or None),
        _counted("联络员名单已报单位数", material, "联络员名单", is_unit=True),
        _counted("专人已报单位数", material, "信息报送专人", is_unit=True),
        _counted("方案备案单位数", material, "活动方案备案", is_unit=True),
        Figure("联络员人数", str(len(material.liaisons)) if material.liaisons else None, "单位"),
    ]
    return Figures(tuple(values), {"各地部署情况": launch_sheet(material)})


def liaisons(material: Material) -> Figures:
    """联络员名单 of today, telephones and all: an internal document."""
    columns = (
        Column("序号", 4, _COUNT), Column("单位", 14), Column("角色", 7), Column("姓名", 7), Column("职务", 9),
        Column("办公电话", 11), Column("手机", 11), Column("邮箱", 13), Column("备注", 9),
    )  # fmt: skip
    people: tuple[Row, ...] = tuple(
        (
            number,
            each.unit,
            each.role.value,
            each.name,
            each.post,
            each.office_phone,
            each.mobile,
            each.email,
            each.note,
        )
        for number, each in enumerate(material.liaisons, 1)
    )
    named = {each.unit_id for each in material.liaisons}
    lacking = [material.name(unit.id) for unit in material.counties if unit.id not in named]
    below = (f"【待填：以下单位的联络员：{joined(lacking)}】",) if lacking else ()
    sheet = Sheet("联络员名单", "", columns, people, merged=(1,), below=below, is_landscape=True)
    values = [*common(material), Figure("联络员人数", str(len(people)) if people else None, "单位", people)]
    return Figures(tuple(values), {"联络员名单": sheet})


def brief(material: Material) -> Figures:
    """一期工作简讯: what has come so far, for the writer; the text itself is the officer's."""
    here = [each for each in material.about(BRIEFS) if each.state in HERE]
    values = [*common(material), Figure("简讯总数", str(len(here)), "报送清单", piece_rows(here))]
    return Figures(tuple(values))


def brief_counts(material: Material) -> Figures:
    """简讯统计: unit by unit what was asked and what came, and the articles in the columns apart (tie-break)."""
    articles = come(material.about(ARTICLES))
    sheet = brief_sheet(material, articles)
    asked, got = (sum(whole(row[column]) for row in sheet.rows[:-1]) for column in (2, 3))
    late = [str(row[1]) for row in sheet.rows[:-1] if whole(row[4])]
    values = [
        *common(material),
        Figure("简讯应报", str(asked), "报送清单", sheet.rows[:-1]),
        Figure("简讯已报", str(got), "报送清单", sheet.rows[:-1]),
        Figure("专栏文章数", str(len(articles)), "报送清单", piece_rows(articles)),
        Figure("未完成单位", joined(late) or "无"),
    ]
    return Figures(tuple(values), {"简讯统计": sheet, "各月简讯": monthly_sheet(material)})


def bulletin(material: Material) -> Figures:
    """月调度通报 of the newest month that is over or has a returned form: numbers of the counties' own forms."""
    period = _period(material)
    span = period_span(period)
    month = [each for each in material.dispatches if each.period == period]
    before = [each for each in material.dispatches if each.period <= period]
    here = {each.unit_id for each in month}
    lacking = [material.name(unit.id) for unit in material.counties if unit.id not in here]
    names = dict.fromkeys(field[0] for field in material.dispatch_fields)
    totals = {key: total(month, key) for key in names}
    sums = {key: total(before, key) for key in names}
    values = [
        *common(material),
        Figure("月份", period_label(period) or None),
        Figure("通报截止日", written(span[1]) if span else None),
        Figure("调度已报单位数", str(len(here)), "收回的月调度表"),
        Figure("调度未报单位", joined(lacking) or "无"),
        *_dispatch_figures("本月", totals, month, material),
        *_dispatch_figures("累计", sums, before, material),
    ]
    return Figures(tuple(values), {"月调度汇总": dispatch_sheet(material, month)})


def collective(material: Material) -> Figures:
    """先进集体事迹材料 of one county: what the desk has of its work; cases and what to make of it are left open."""
    return Figures((*common(material), *_of_unit(material), *(Figure(name, None) for name in CASES)))


def person(material: Material) -> Figures:
    """先进个人材料: all of it is entered by hand or left open."""
    return Figures(tuple(common(material)))


def summary(material: Material) -> Figures:
    """活动总结: what came of each task, briefs, articles, study and press, all from 报送清单."""
    briefs, articles = come(material.about(BRIEFS)), come(material.about(ARTICLES))
    done = [line for line in material.tasks if line.total and line.done >= line.total]
    values = [
        *common(material),
        Figure("已完成任务数", str(len(done)), "任务分解表", tuple((line.task.text,) for line in done)),
        Figure("报送件应报", str(len(material.submissions)), "报送清单"),
        Figure("报送件已收", str(len(come(material.submissions))), "报送清单"),
        Figure("简讯已报", str(len(briefs)), "报送清单", piece_rows(briefs)),
        Figure("专栏文章数", str(len(articles)), "报送清单", piece_rows(articles)),
        _counted("学习活动次数", material, STUDY),
        _counted("媒体宣传次数", material, MEDIA),
        _counted("已公开决定数", material, "处罚决定公开"),
        _counted("已填报决定数", material, "处罚决定填报"),
        _counted("总结已报单位数", material, "活动总结（各市、区）", is_unit=True),
        *(Figure(name, None) for name in CASES),
    ]
    return Figures(tuple(values), {"任务完成情况": tasks_sheet(material)})


def self_report(material: Material) -> Figures:
    """自评报告: every indicator of the campaign with its figures and the rows behind them; scores are left open."""
    found = indicators(material)
    names = ("指标序号", "指标", "指标要求", "责任部门", "指标应报", "指标已收", "指标说明", "指标得分", "指标自评")
    items = tuple(tuple(_indicator(material, number, line)) for number, line in enumerate(found, 1))
    rows = tuple(
        (number, indicator_name(line), *piece_cells(each))
        for number, line in enumerate(found, 1)
        for each in _pieces(material, line)
    )
    columns = (
        Column("序号", 4, _COUNT), Column("指标", 14), Column("单位", 13), Column("报送要求", 19), Column("期次", 15),
        Column("状态", 6), Column("收到日期", 14, _COUNT), Column("文件数", 6, _COUNT),
    )  # fmt: skip
    sheet = Sheet("指标依据", "", columns, rows, is_landscape=True)
    values = [
        *common(material),
        Figure("指标数", str(len(found)), "任务分解表", tuple((line.task.text,) for line in found)),
    ]
    return Figures(tuple(values), {"指标依据": sheet}, {"指标": Items(names, items)})


def handover(material: Material) -> Figures:
    """移交清单: every file that goes onto the disc, with its size and its SHA-256."""
    columns = (
        Column("序号", 4, _COUNT), Column("材料名称", 17), Column("报送单位", 11), Column("文件名", 32),
        Column("大小（字节）", 8, _COUNT), Column("校验值（SHA-256）", 30), Column("备注", 4),
    )  # fmt: skip
    rows: tuple[Row, ...] = tuple(
        (number, each.title, each.unit, each.path, each.size, each.sha256, "")
        for number, each in enumerate(material.packaged, 1)
    )
    return Figures(_disc_values(material), {"移交清单": Sheet("移交清单", "", columns, rows, is_landscape=True)})


def disc_label(material: Material) -> Figures:
    """光盘标签 and 盒标签: what stands on the disc, who made it, and what is to be written by hand."""
    kept = material.entries
    lines = [
        ("题名", f"{material.header.title}评选材料"),
        ("报送单位", kept.get("发文机关") or "【待填：发文机关】"),
        ("载体编号", kept.get("载体编号") or "【待填：载体编号】"),
        ("文件数量", f"{len(material.packaged)} 个"),
        ("数据容量", f"{sum(each.size for each in material.packaged)} 字节"),
        ("制作日期", kept.get("制作日期") or "【待填：制作日期】"),
        ("密级", kept.get("密级") or "【待填：密级】"),
        ("制作人", material.officer or "【待填：制作人】"),
    ]
    columns = (Column("项目", 20, Align.CENTER), Column("内容", 80))
    return Figures(
        _disc_values(material),
        {
            "盘面标签": Sheet("盘面标签", "盘面标签", columns, tuple(lines)),
            "盒标签": Sheet("盒标签", "盒标签", columns, tuple(lines)),
        },
    )


RECKONED: Mapping[str, Reckon] = {
    "scheme": scheme,
    "launch": launch,
    "liaisons": liaisons,
    "breakdown": breakdown,
    "brief": brief,
    "brief-counts": brief_counts,
    "bulletin": bulletin,
    "collective": collective,
    "person": person,
    "candidates": candidates,
    "case-numbers": case_numbers,
    "summary": summary,
    "self-report": self_report,
    "handover": handover,
    "disc-label": disc_label,
}
"""The documents in the order of the campaign, each with the one function its figures come from."""


def indicators(material: Material) -> list[TaskLine]:
    """Return the tasks that are scored, as their words say: 指标, 按0分计, 加分, 减分, 评选统计, 评选时 (tie-break)."""
    return [line for line in material.tasks if SCORED.search(line.task.text)]


def indicator_name(line: TaskLine) -> str:
    """Return the name the task's text gives its indicator, else what is asked for."""
    named = NAMED.search(line.task.text)
    if named:
        return named[1]
    titles = [each.title for each in line.requirements]
    return f"{titles[0]}{'等' if titles[1:] else ''}" if titles else line.task.text[:20]


def _indicator(material: Material, number: int, line: TaskLine) -> Iterable[Figure]:
    pieces = _pieces(material, line)
    here, name = come(pieces), indicator_name(line)
    notes = [each.unknown for each in line.requirements if each.unknown]
    yield Figure("指标序号", ordinal(number))
    yield Figure("指标", name)
    yield Figure("指标要求", without_chat_number(line.task.text))
    yield Figure("责任部门", joined(material.name(unit.id) for unit in line.units) or "未提供")
    yield Figure("指标应报", str(len(pieces)), "报送清单", piece_rows(pieces))
    yield Figure("指标已收", str(len(here)), "报送清单", piece_rows(here))
    yield Figure("指标说明", "；".join(dict.fromkeys(notes)) or "无")
    for what in ("得分", "自评"):
        yield Figure(f"指标{what}", material.entries.get(f"{name}·{what}") or f"【待填：{name}·{what}】")


def _pieces(material: Material, line: TaskLine) -> list[Submission]:
    return [each for each in material.submissions if each.task_id == line.task.id]


def _counted(name: str, material: Material, word: str, is_unit: bool = False) -> Figure:
    """Return how many pieces have come, or of how many counties; None where the campaign asks for none of the kind."""
    counties = {unit.id for unit in material.counties}
    here = [each for each in come(material.about(word)) if not is_unit or each.unit_id in counties]
    count = len({each.unit_id for each in here}) if is_unit else len(here)
    return Figure(name, str(count) if material.asked(word) else None, "报送清单", piece_rows(here))


def _span(first: date, last: date) -> str:
    return written(first) if first == last else f"{written(first)}至{written(last)}"


def _period(material: Material) -> str:
    """Return the newest month with a returned form, else the last one over in which a 月调度 is asked for."""
    told = {each.period for each in material.dispatches}
    over = {
        each.period for each in material.about("月调度", "调度通报") if each.period and each.due_on < material.today
    }
    return max(told or over, default="", key=lambda period: (period_span(period) or (date.min, date.min))[::-1])


def _dispatch_figures(
    when: str, totals: Mapping[str, int | None], month: Sequence[Dispatch], material: Material
) -> Iterable[Figure]:
    for key, heading, is_money in material.dispatch_fields:
        total = totals[key]
        words = None if total is None else f"{total / 1_000_000:.2f}" if is_money else str(total)
        yield Figure(f"{when}{heading}", words, "收回的月调度表")


def _of_unit(material: Material) -> Iterable[Figure]:
    unit = material.unit
    mine = [each for each in material.submissions if unit and each.unit_id == unit.id]
    briefs = [each for each in come(mine) if BRIEFS in each.requirement]
    articles = [each for each in come(mine) if ARTICLES in each.requirement]
    late = [each for each in mine if each.days_late]
    yield Figure("集体名称", material.name(unit.id) if unit else None)
    yield Figure("集体应报", str(len(mine)) if unit else None, "报送清单", piece_rows(mine))
    yield Figure("集体已收", str(len(come(mine))) if unit else None, "报送清单", piece_rows(come(mine)))
    yield Figure("集体迟报", str(len(late)) if unit else None, "报送清单", piece_rows(late))
    yield Figure("集体简讯数", str(len(briefs)) if unit else None, "报送清单", piece_rows(briefs))
    yield Figure("集体专栏文章数", str(len(articles)) if unit else None, "报送清单", piece_rows(articles))


def _disc_values(material: Material) -> tuple[Figure, ...]:
    count, size = len(material.packaged), sum(each.size for each in material.packaged)
    rows = tuple((each.path, each.size) for each in material.packaged)
    return (
        *common(material),
        Figure("文件数", str(count), "材料包", rows),
        Figure("文件总字节", str(size), "材料包", rows),
        Figure("制作人", material.officer or None),
    )
