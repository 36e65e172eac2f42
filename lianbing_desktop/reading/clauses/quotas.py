"""Quotas: how many of what, at least or at most, and per what (每月不少于1篇, 各处室均不超过1个)."""

import re
from dataclasses import dataclass, replace

from lianbing_desktop.domain.clause import Deadlines, Recurrence, Recurrences, Share, ShareReading, TimeReading
from lianbing_desktop.reading.clauses.normal import MASK, Source
from lianbing_desktop.reading.clauses.numerals import value

_UNITS = (
    "个百分点|人次|户次|家次|场次|篇次|条次|件次|平方米|平方公里|公里|千米|公顷|小时|学时|课时|分钟|工作日|自然日|"
    "次|篇|条|份|件|个|名|人|期|项|场|家|户|节|天|%|元|字|张|幅|部|本|套|批|处|起|宗|例|台|辆|亩|吨|轮|组|段|遍|回|分|门|堂|"
    "棵|株|米|册|支|位|所|座|倍|点|款|枚|块|面|版|集|课|讲|站|村|支队|对|堂课|则|封|页|稿|案|卷|盘|日|周|年"
)
_CN = "〇一二三四五六七八九十百两"
_NUMBER = rf"(?:\d{{1,9}}(?:,\d{{3}}){{0,3}}(?:\.\d{{1,4}})?|[{_CN}千]{{1,7}})"
_LEAST = (
    "不少于|不低于|不得少于|不得低于|不应少于|不能少于|不小于|不下于|至少|最少|起码|原则上不少于|大于等于|≥|>=|"
    "达到|突破|高于|多于|力争达到|超过"
)
_MOST = (
    "不超过|不得超过|不多于|不得多于|不超|不高于|不得高于|不大于|最多|至多|限|限报|限额|小于|低于|少于|≤|<=|控制在|"
    "不突破|以内"
)
_COUNTED = re.compile(
    rf"(?P<least>(?:{_LEAST}))?(?P<most>(?:{_MOST}))?(?P<about>(?<![签公合预节制履租集条特])约需?|大约|大概|左右|约为)?(?P<verb>(?:开展|组织|报送|报|巡查|巡河|巡|检查|召开|听课|提交|完成|撰写|编发|发布|推荐|推选|上报|举办|参加|学习|走访|安排|选派|投稿|刊发|送|交|发|写|荐|评选|抽查|督查|开|为|是|于|办理|查处|解决|听取|研究|更新|各)?)?"
    rf"(?:百分之(?P<percent>{_NUMBER})|(?P<number>{_NUMBER})(?:(?:-{{1,2}}|至|到|~|或)(?P<upper>{_NUMBER}))?(?:余|多)?(?P<scale>万|亿)?(?P<unit>{_UNITS}))"
    r"(?P<after>\(含[^()\n]{0,8}\))?(?P<more>及?以上|起|以内|以下|之内|之间|左右|上下|内)?"
)
_PERIODS = (
    (
        re.compile(
            r"每个?(?:年度|年)|一年(?=[一两二三四五六1-9])|全年|当年|年度|今年|本年|年内|年均|每一年|(?:19|20)\d\d年"
        ),
        "year",
    ),
    (re.compile(r"每?半年|每个?半年度"), "half_year"),
    (re.compile(r"每个?(?:季度|季)|一个?季度?(?=[一两二三1-9])|季度(?=至少|不少于)|按季度?"), "quarter"),
    (re.compile(r"每半个?月|半月"), "half_month"),
    (re.compile(r"每个?月|一个?月(?=[一两二三四五六1-9])|月均|当月|按月|单月|每月度"), "month"),
    (re.compile(r"每个?(?:周|星期)|一个?(?:周|星期)(?=[一两二三四五六七1-9])|周均"), "week"),
    (re.compile(r"每个?工作日|每[日天]|一[日天](?=[一两二三四五六1-9])|日均"), "day"),
    (re.compile(r"每旬|一旬(?=[一两二三1-9])"), "10 days"),
    (re.compile(r"每个?学期|一学期(?=[一两二三四五六1-9])"), "term"),
)
_SPACED = re.compile(
    rf"(?:每(?P<every>\d{{1,2}}|[{_CN}]{{1,2}})个?(?P<unit>年|季度|月|周|天|日)|(?P<bare>[{_CN}]{{1,2}})个?(?P<span>年|季度|月|周|天|日)"
    r"(?=[一两二三四五六1-9](?!\d?日)|[至不召开组报过巡检调,]))"
)
_SPACED_UNITS = {"年": "years", "季度": "quarters", "月": "months", "周": "weeks", "天": "days", "日": "days"}
_EACH = re.compile(
    r"每一?(?:次|回|场|期|轮|批|案|件|份|篇|条|名|人|户|起|宗|项|例|班次|节|位|组|台|辆|车|类|册|张|枚|点)|单(?:次|篇|个|场|件|期|份|条|人|案|项)|人均|每个(?:项目|案件|案卷|点位|小组|岗位|人|班次)|逐[案件]"
)
_UNIT = re.compile(
    r"(?:每一?个?|各|其他|其它|其余|每家|每所|另外|一般)[^,。;\n]{0,6}?(?:单位|部门|处室|科室|县|市|区|镇|乡|街道|村|社区|支部|学校|企业|班级|班|年级|教研组|团队|大队|中队|支队|站|所|局|省|地区|地|校|园|院|系|集体|组织|党委|公司|机构|乡镇|室|集团|基地|厅|委)"
)
_TOTAL = re.compile(r"(?:总共|共计|合计|总计|全[市县区省校局镇乡国]共|共|总数|总量|总额|累计|总名额)[^,。;\n]{0,8}$")
_BOUNDARY = re.compile(r"[。;\n]")
_NOT_BEFORE = re.compile(r"(?:第|〔\d{4}〕|\[\d{4}\]|[A-Za-z\d.]-?|附件|前|近|[“\"])$")
_JOINT = re.compile(r"[^,。;\n]{0,16}或(?:者)?[^,。;\n]{0,6}$")
_NEW_SUBJECT = re.compile(
    r"的|期间|阶段|支队|大队|总队|局|厅|委|办公室|处室|科室|站|中心|部门|单位|县|市|区|镇|乡|街道|村|学校|企业|人员|人数|"
    r"比例|比重|[^效频]率|时间|时长|字数|篇幅|得分|覆盖"
)
_MARKED = re.compile(
    r"(?:的|者)?,?(?:得|扣|加|计|记|赋|折算?)(?:\d|满分|[一二三四五六七八九十]+分|基本分|零分|分)|的?,?(?:视)?为(?:优|良|中|差|不?合格|达标)"
)
_STEP = re.compile(r"每(?:少|多|缺|超过?|增加?|减少?|降低?|低于?|高于?|提高|下降|上升|迟|晚|差|漏|错)(?:报|交|发|开)?$")
_MARKS = re.compile(r"(?:得|扣|加|计|记|赋|满分|总分|共|占|值)(?:为|是)?$")
_DESCRIBED = re.compile(
    r"(?:重点|主要|一级|二级|具体|分|大|小|子|不同)?(?:行业|指标|方面|内容|部分|阶段|步骤|环节|领域|类别|类|等级|档次|层次|"
    r"因子|要素|维度|板块|模块|专题组|大类|小类|要点|原则|特点|问题|组成)"
)
_TOLD = re.compile(r"(?:涉及|涵盖|覆盖|包括|包含|分为|分成|划分为|共有|现有|已有|设有|共分|下设|合并为|由|共设)$")
_TO_DO = re.compile(r"(?:完成|推选|推荐|打造|创建|培育|整治|治理|查处|建成|建设|选取|抽取|抽查|检查)$")
_LENGTHS = ("工作日", "自然日", "天", "小时", "分钟", "日", "周", "年")


@dataclass(frozen=True)
class _Count:
    """One counted thing with what binds it."""

    share: Share
    start: int
    end: int
    is_bound: bool
    is_shared_out: bool


def quotas_of(source: Source, times: tuple[TimeReading, ...]) -> tuple[ShareReading, ...]:
    """Return the quotas of a clause: those said together as one, with ``more`` or ``or``."""
    counts = [count for match in _COUNTED.finditer(source.plain) if (count := _count(source, match))]
    counts = _without_noise(counts)
    if not counts:
        return ()
    counts[0] = _multiplied(counts[0], times)
    series = [count.share for count in counts]
    span = source.span(counts[0].start, counts[-1].end)
    head = _joined(source, counts, series)
    return (ShareReading(head, source.original[span[0] : span[1]], span),)


def _count(source: Source, match: re.Match[str]) -> _Count | None:
    text, start = source.plain, match.start("percent") if match["percent"] else match.start("number")
    unit = "%" if match["percent"] else (match["scale"] or "") + match["unit"]
    number = _amount(match["percent"] or match["number"])
    if number is None or _NOT_BEFORE.search(text[max(0, start - 8) : start]) or _is_date(source, match, unit):
        return None
    upper = _amount(match["upper"]) if match["upper"] else None
    sentence = text[_sentence_start(text, match.start()) : match.start()]
    minimum, maximum, approx = _bounds(match, sentence)
    if number == 0 or _describes(match, unit, sentence, is_bound=minimum or maximum or approx):
        return None
    per, is_near = _per_nearby(sentence + (match["verb"] or ""))
    is_total = per is None and _TOTAL.search(sentence) is not None
    share = Share(number, unit, per, minimum, maximum, approx, is_total, upper)
    is_bound = minimum or maximum or approx or is_near or is_total
    return _Count(
        share, match.start(), match.end(), is_bound, (match["verb"] or "").endswith("各") or "各" in sentence[-3:]
    )


def _amount(text: str) -> int | float | None:
    """Return the number: 3, 1.5, 1,200, 二千; 万 and 亿 stay with the unit (1.2 万亩)."""
    figure = text.replace(",", "")
    try:
        return float(figure) if "." in figure else value(figure)
    except ValueError:
        return None


def _sentence_start(text: str, place: int) -> int:
    start = max(0, place - 60)
    marks = [match.end() for match in _BOUNDARY.finditer(text, start, place)]
    return marks[-1] if marks else start


def _is_date(source: Source, match: re.Match[str], unit: str) -> bool:
    """Whether the number is part of a date or a length of time that something may take."""
    number = match.start("percent") if match["percent"] else match.start("number")
    if unit in ("日", "年", "周", "点") and not (match["least"] or match["most"]):
        return True
    if unit in ("工作日", "自然日") or (
        unit in _LENGTHS and (match["more"] or "") in ("内", "以内", "之内") and not match["most"]
    ):
        return True
    after = source.plain[match.end() : match.end() + 2]
    if unit == "个" and (after.startswith("月") or after in ("工作", "自然", "小时", "学期", "季度", "星期")):
        return True
    if unit == "分" and source.plain[max(0, number - 1) : number] in ("时", "点", ":"):
        return True
    return unit != "%" and source.text[number] == MASK and unit in ("次", "期", "项", "批", "名", "条", "组", "件")


def _bounds(match: re.Match[str], sentence: str) -> tuple[bool, bool, bool]:
    after = match["more"] or ""
    words = sentence[-8:]
    least = (
        bool(match["least"])
        or after in ("以上", "及以上", "起")
        or re.search(rf"(?:{_LEAST})(?:[^,。;]{{0,4}})$", words)
    )
    most = (
        bool(match["most"]) or after in ("以内", "以下", "之内") or re.search(rf"(?:{_MOST})(?:[^,。;]{{0,4}})$", words)
    )
    about = (
        bool(match["about"])
        or after in ("左右", "上下")
        or re.search(r"(?:(?<![签公合预节制履租集条特])约|大概)$", words)
    )
    if most and least and not match["least"] and "不" in (match["most"] or words):
        least = None
    return bool(least), bool(most) and not least and not about, bool(about)


def _per(sentence: str) -> tuple[str | None, bool]:
    """Return per what, the nearest period first, then each occasion, then each organisation."""
    found: list[tuple[int, str]] = []
    for match in _SPACED.finditer(sentence + "一"):
        number = value(match["every"] or match["bare"])
        if number > 1:
            found.append((match.end(), f"{number} {_SPACED_UNITS[match['unit'] or match['span']]}"))
    for pattern, name in _PERIODS:
        found.extend((match.end(), name) for match in pattern.finditer(sentence + "一"))
    if found:
        return max(found)[1], True
    if _EACH.search(sentence):
        return "each", True
    return ("unit", True) if _UNIT.search(sentence) else (None, False)


def _per_nearby(sentence: str) -> tuple[str | None, bool]:
    """Return per what, from the count's own comma part, or from those before as long as the subject stays."""
    taken = ""
    for part in reversed(sentence.split(",")):
        taken = f"{part},{taken}" if taken else part
        found = _per(taken)
        if found[0]:
            return found
        if _NEW_SUBJECT.search(part):
            break
    return None, False


def _describes(match: re.Match[str], unit: str, sentence: str, is_bound: bool) -> bool:
    """Whether a number tells how things are or are marked (10个行业, 3项分指标, 超过50%得满分), not what is asked."""
    text, end = match.string, match.end()
    if _MARKED.match(text, end) or _STEP.search(sentence[-6:]) or (unit == "分" and _MARKS.search(sentence[-4:])):
        return True
    if is_bound or _TO_DO.search(sentence + (match["verb"] or "")):
        return False
    return unit == "分" or _DESCRIBED.match(text, match.end("unit")) is not None or _TOLD.search(sentence) is not None


def _without_noise(counts: list[_Count]) -> list[_Count]:
    """Drop bare counts where others are bound by 不少于 or 每月."""
    if any(count.is_bound for count in counts):
        return [count for count in counts if count.is_bound]
    return counts


def _multiplied(count: _Count, times: tuple[TimeReading, ...]) -> _Count:
    """各1次 at two times a day is 2."""
    if not count.is_shared_out:
        return count
    for reading in times:
        time = reading.time
        number, per = 1, count.share.per
        if isinstance(time, Recurrence):
            number, per = max(len(time.times), len(time.days), 1), _PER.get(time.every, per)
        elif isinstance(time, Recurrences):
            number, per = len(time.recurrences), _PER.get(time.recurrences[0].every, per)
        elif isinstance(time, Deadlines):
            number = len(time.dues)
        if number > 1:
            return replace(count, share=replace(count.share, count=count.share.count * number, per=per))
    return count


_PER = {"day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year", "half_year": "half_year"}


def _joined(source: Source, counts: list[_Count], series: list[Share]) -> Share:
    if len(series) == 1:
        return series[0]
    between = source.plain[counts[0].end : counts[1].start]
    if _JOINT.match(between) and len(series) == 2:
        return replace(series[0], alternatives=tuple(series[1:]))
    return replace(series[0], more=tuple(series[1:]))
