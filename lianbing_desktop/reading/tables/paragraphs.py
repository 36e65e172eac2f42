"""What the paragraphs of a plan look like: their numbering, titles of stages, sentences that are tasks or are none."""

import re

from lianbing_desktop.domain.plan import PlanTime
from lianbing_desktop.reading.tables.headings import WHEN, WHOSE, label_of
from lianbing_desktop.reading.tables.looks import Looks
from lianbing_desktop.reading.tables.piece import Cell
from lianbing_desktop.reading.tables.split import NUMBERING, bare, sentences
from lianbing_desktop.reading.tables.subject import is_answer
from lianbing_desktop.reading.tables.timing import times_of
from lianbing_desktop.reading.tables.units import is_units

_LEVELS = (
    r"第[一二三四五六七八九十]+[章节]",
    r"[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]+阶段",
    r"[（(][一二三四五六七八九十]{1,3}[)）]",
    r"\d{1,2}[.．、]",
    r"[（(]\d{1,2}[)）]|\d{1,2}[)）]",
    r"[①-⑳]|[一二三四五六七八九十]是",
)
_LEVEL = tuple(re.compile(rf"\s*(?:{words})") for words in _LEVELS)
STAGE = re.compile(
    r"[^。；;]{0,40}?(?:阶段|时期|期间|安排|部署|步骤|准备|总结|实施|整治|自查|检查|验收|提高|"
    r"发动)?[^。；;]{0,10}?[（(][^（）()]{2,50}[)）]\s*[。:：]?|[^。；;：:]{2,24}(?:阶段|时期)\s*[。:：]"
)
NAMED = re.compile(r"阶段|时期|期[（(]")
ATTACHED = re.compile(r"\s*附件?\d{0,2}\s*[：:]\s*")
HANDED = re.compile(r"[（(]([^（）()]*?(?:前|止|日|月|末|底|每)[^（）()]*?)[)）]")
AIM = re.compile(
    r"\s*(?:为|根据|按照|依据|遵照|依照|结合|经)[^。]*(?:如下|通知|方案|计划|细则|办法|意见)[：:。]?\s*$|"
    r".*(?:以下|下列|如下).{0,20}[：:]\s*$|.{0,30}(?:通知|公告|安排|明确)如下[：:。]?\s*$"
)
DOES = re.compile(
    r"(?:认真|切实|全面|积极|严格|集中|大力|深入|逐步|及时|抓好|继续|进一步|不断|重点|组织|召开|制[定订]|印发|"
    r"编制|编写|公开|公布|发布|更新|开展|开设|开[^始学展]|建立|建设|建成|完成|完善|落实|报送|上报|提交|填报|"
    r"填写|推进|推动|加强|加快|强化|做好|实施|排查|清理|检查|督[促查导]|通报|总结|宣传|培训|学习|整治|整改|规范|"
    r"健全|明确|举办|举行|修订|梳理|淘汰|推选|推荐|评选|参加|配合|收集|汇总|张贴|设立|设置|成立|办理|办结|交|报|"
    r"写|建|查|抓|将|对|把|提高|提升|优化|深化|严|升级|改造|新建|治理|巡查|巡河|监测|评估|审核|审查|验收|考核|"
    r"表彰|曝光)"
)
NOT_TASK = re.compile(
    r"\s*(?:联系人|联系电话|联系方式|电子邮箱|邮箱|电话|传真|地址|咨询|特此|此页无正文|[（(]此页|抄送|主送|逾期|"
    r"指导思想|附件)|.*(?:分[一二三四五两]个?(?:阶段|步骤)|重要意义|具有重大|是.{2,30}的(?:重要|必然|关键))"
)
URGES = re.compile(
    r"高度重视|提高(?:思想|政治)?认识|提高(?:政治)?站位|统一思想|压[紧实].{0,6}责任|(?:加强|"
    r"强化)组织领导"
)
SIGNED = re.compile(r"[\s\S]{0,20}?\d{0,4}.{0,3}年.{1,3}月.{1,3}日\s*")


def is_labelled(line: str) -> bool:
    """Whether a line tells who answers or by when, with a label: the line above it is what is to be done."""
    label = label_of(line)
    return bool(label and label[0] in (*WHOSE, *WHEN) and line[label[1] :].strip())


def answers(line: str) -> bool:
    """Whether a line says nothing but who answers, or by when, for what stands above it."""
    label = label_of(line)
    return bool(label and label[0] in (*WHOSE, *WHEN)) or (
        is_units(line.strip("（）()。 ")) if 2 < len(line) < 80 else False
    )


def answered(cell: Cell, looks: Looks) -> list[Cell]:
    """Return the sentences of a cell, each with those after it that only say who answers for it."""
    found: list[tuple[int, int]] = []
    at = 0
    for sentence in sentences(cell):
        start = cell.text.index(sentence.text, at)
        at = start + len(sentence.text)
        if found and is_answer(sentence, looks):
            found[-1] = (found[-1][0], at)
        else:
            found.append((start, at))
    return [cell.cut(*span) for span in found]


def leading(cell: Cell, looks: Looks) -> tuple[PlanTime, ...]:
    """Return the time a sentence begins with before a comma: it holds for its later parts too."""
    match = re.match(r"[^，,]+[，,]", bare(cell).text)
    head = bare(cell).cut(0, match.end() - 1) if match else Cell()
    return times_of(head, looks) if head and looks.is_time(head.text) else ()


def heads(text: str, level: int, following: str) -> bool:
    """Whether a numbered line that ends with a day in brackets stands over paragraphs of its own."""
    ends = level < 3 and len(text) <= 30 and text.rstrip().endswith(("）", ")"))
    return ends and bool(following) and not answers(following) and level_of(following) > level


def level_of(text: str) -> int:
    """Return how deep a paragraph's number is, from 0 (第一章) to 5 (①); 6 where it has none."""
    return next((at for at, shape in enumerate(_LEVEL) if shape.match(text)), 6)


def bare_title(text: str) -> str:
    """Return a title without its number and its stops."""
    match = NUMBERING.match(text)
    return text[match.end() if match else 0 :].strip("。：: \n")


def is_head_line(cell: Cell, body: Cell, own: bool, looks: Looks) -> bool:
    """Whether a sentence that is no task only leads to what follows; ``own`` where it is numbered itself."""
    text = cell.text.rstrip()
    is_short = len(cell.text) <= 20 and own and not text.endswith("。")
    return text.endswith(("：", ":")) or looks.is_time(body.text) or is_short
