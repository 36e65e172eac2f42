"""The words that say how often: 每两月, 按季度, 逐日, 一周一次, 隔周, 月后, 单月, and the fixed names of reports."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from lianbing_desktop.reading.clauses.numerals import value

_TEN_DAYS = "ten_days"
UNITS = {
    "年": "year", "年度": "year", "学年": "year", "半年": "half_year", "半年度": "half_year", "季": "quarter",
    "季度": "quarter", "月": "month", "月份": "month", "月度": "month", "半月": "half_month",
    "旬": _TEN_DAYS, "周": "week", "星期": "week",
    "礼拜": "week", "日": "day", "天": "day", "工作日": "day", "学期": "term", "小时": "hour",
}  # fmt: skip
_NUMBER = r"\d{1,2}|[一两二三四五六七八九十]{1,2}"
_EVERY = re.compile(
    rf"(?:每(?:间?隔)?|各(?=季|月))(?:(?P<number>{_NUMBER})个?|个|一个?)?(?P<unit>半年度?|半个?月|年度?|季度?|月份?|月度|周|星期|礼拜|工作日|日|天|旬|学期|学年|小时)"
    r"(?![级龄代轻薪]|平均|均[值量]|期(?!末|初|中)|边|围|岁|节|气)"
)
_EVERY_PART_OF_DAY = re.compile(r"每(?=(?:早|晚|晨|夜)(?:上|间)?\d)")
_BY = re.compile(
    r"(?:分别?按|按照?|逐|分)(?P<unit>半年度?|半月|年度?|季度?|月份?|周|旬|学期|日|天)(?!份|计罚|连续|期|程|常|边|龄|级|提|增|降|完善|前|内)"
)
_SKIPPING = re.compile(r"(?:每)?隔(?:一个?)?(?P<unit>周|月|日|天|年)(?!离)")
_ONE_ONE = re.compile(
    rf"(?<![第近前后上下])(?P<number>{_NUMBER}|半)(?:个)?(?P<unit>年|季度?|月|周|星期|日|天|旬|学期)(?:召?开|报|查|巡|进行|组织|开展|举行|碰头|通报|调度)?(?:一|1|两|二|三|2|3)"
    r"(?:次|轮|回|遍|报|调度|通报|总结|小结|汇总|评|考|检查|督查|例会|会|清|排名|公示|晾晒|分析|研判|调|督|巡|查|更新|主题|期|篇|统计|推进|盘点|回头看|会商|结|比|碰头|清零|销号)"
)
_NOW_AND_THEN = re.compile(
    r"(?<![第前近上下])(?P<number>半|一|两)(?:个(?P<months>月|季度)|(?P<unit>年|周|天)|(?<=[半两])(?P<month>月))[\u4e00-\u9fff]{2,4}?[一两二三123](?:次|期|遍)"
)
_PARITY = re.compile(r"(?:每逢|逢|每)?(?P<word>双|单|偶数|奇数)(?:数)?(?P<unit>月|周)(?:份)?")
_AFTER = re.compile(
    r"(?P<unit>月|季度?|半年|年)(?:度)?(?:终了?|结束|终结)?(?:之|以)?后(?=次月|月\d|首月|第[一二三]个?月|(?:的)?(?:第|首)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:个)?(?:日|天|号|工作日|-))"
)
_FOLLOWING = re.compile(
    r"(?P<word>次月|下月|下个月|下一个?月|翌月|次季度?|下一?个?季度?)(?=(?:的)?(?:初|底|末|上旬|中旬|下旬|第|首|最后|倒数|[前头](?=\d|[一二三四五六七八九十])|(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:日|号|个工作日|-)))"
)
_THIS = re.compile(
    r"(?P<word>当月|本月|当季|本季度?|当周)(?=(?:的)?(?:初|底|末|上旬|中旬|下旬|首个|最后|第|倒数|[前头](?=\d|[一二三四五六七八九十])|(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:日|号|-)|[一二三四五六日]))"
)
_EDGE = re.compile(
    r"(?<![年\d一二三四五六七八九十元本当次下上])(?P<unit>半年|月|季度?|学期|周)(?P<edge>底|末)(?!考|试|月|个月|位|尾)"
)
_WEEKDAY = re.compile(
    r"(?<![本下上])(?:逢(?:周|星期|礼拜)(?=[一二三四五六日天](?!年))|(?:周|星期|礼拜)(?=[一二三四五六日天]"
    r"(?:[、和](?:周|星期)?[一二三四五六日天]){0,4}(?:之?前|以前|[上下]午|中午|早上|晚上|下班|[\n,。;)]|$)))"
)
_SEASON_MONTH = re.compile(r"(?<![一二三四1-4每上下本当])季度?(?=[末首]个?月)")
_CHAIN = re.compile(
    r"(?P<first>[日周旬月季]|半年)[^\d,。;:、()\n]{2,3}(?:[、,](?:[日周旬月季年]|季度|半年)[^\d,。;:、()\n]{2,3}){1,4}(?=$|[,。;)\n”\"])"
)
_CHAIN_LINK = re.compile(r"(?:^|[、,])(?P<unit>季度|半年|[日周旬月季年])")
_REPORT = re.compile(
    r"(?<![\u4e00-\u9fff年第])(?P<unit>半年|年|季度?|月|旬|周|日)(?:度)?(?:报|快报|报表)(?:制度|制)?(?=[\n,。;、)(]|$|和|及|\d)"
)
_SET_UP = re.compile(
    r"(?:实行|实施|执行|落实|坚持|建立|推行|健全|严格)(?:“)?(?P<unit>半年|年|季度?|月|旬|周|日)(?:度)?(?=报|调度|通报|例会|督查|检查|会商|考核|零报告|汇总|分析|巡查|研判|总结|点评|清单)"
)
_PLAIN_UNIT = re.compile(r"(?P<unit>半年|季度?|月|周|日)(?=调度|通报|例会|督查|研判|会商|排名)(?=[^\n]{2,4})")
_NAMED = re.compile(r"(?P<unit>季|月|周|天|日)(?P=unit)(?=[报调通查抓评督清])")
PARITY = {"双": "even", "偶数": "even", "单": "odd", "奇数": "odd"}


@dataclass(frozen=True)
class Frequency:
    """How often, where its words end, and what they already say of the due day."""

    every: str
    start: int
    end: int
    interval: int | None = None
    parity: str | None = None
    is_following: bool = False
    following: str = ""
    is_end: bool = False
    is_report: bool = False
    is_counted: bool = False


def frequency_at(text: str, place: int) -> Frequency | None:
    """Read how often at ``place``; cheap where the first sign says no."""
    for reader in _BY_SIGN.get(text[place], ()):
        found = reader(text, place)
        if found:
            return _in_days(found)
    return None


def _in_days(found: Frequency) -> Frequency:
    """Return a 旬 as ten days: the periods recurrences are told in have no name for it."""
    if found.every != _TEN_DAYS:
        return found
    return replace(found, every="day", interval=10 * (found.interval or 1))


def _every(text: str, place: int) -> Frequency | None:
    if _EVERY_PART_OF_DAY.match(text, place):
        return Frequency("day", place, place + 1)
    match = _EVERY.match(text, place)
    if match is None:
        return None
    unit = match["unit"].replace("个", "")
    number = value(match["number"]) if match["number"] else 1
    if "隔" in match.group() and not match["number"]:
        number = 2
    return _spaced(UNITS[unit], number, place, match.end())


def _spaced(every: str, number: int, start: int, end: int) -> Frequency:
    """Return “every N units”, in the larger unit where one is usual (每六个月 stays months, 每三个月 too)."""
    return Frequency(every, start, end, number if number > 1 else None)


def _by(text: str, place: int) -> Frequency | None:
    match = _BY.match(text, place)
    if match is None or (match.group()[0] == "逐" and match["unit"] == "年"):
        return None
    return Frequency(UNITS[match["unit"]], place, match.end())


def _skipping(text: str, place: int) -> Frequency | None:
    match = _SKIPPING.match(text, place)
    return Frequency(UNITS[match["unit"]], place, match.end(), 2) if match else None


def _one_one(text: str, place: int) -> Frequency | None:
    match = _ONE_ONE.match(text, place) or _NOW_AND_THEN.match(text, place)
    if match is None:
        return None
    unit = match["unit"] or match["months"] or match["month"] if match.re is _NOW_AND_THEN else match["unit"]
    if match["number"] == "半":
        return Frequency(UNITS["半" + unit], place, match.end(), is_counted=True) if "半" + unit in UNITS else None
    found = _spaced(UNITS[unit], value(match["number"]), place, match.end())
    return Frequency(found.every, place, match.end(), found.interval, is_counted=True)


def _parity(text: str, place: int) -> Frequency | None:
    match = _PARITY.match(text, place)
    if match is None:
        return None
    if match["unit"] == "周":
        return Frequency("week", place, match.end(), 2)
    return Frequency("month", place, match.end(), parity=PARITY[match["word"]])


def _after(text: str, place: int) -> Frequency | None:
    if place and text[place - 1] in "0123456789一二三四五六七八九十个本当次上下半每":
        return None
    match = _AFTER.match(text, place)
    return Frequency(UNITS[match["unit"]], place, match.end(), is_following=True) if match else None


def _following(text: str, place: int) -> Frequency | None:
    match = _FOLLOWING.match(text, place)
    if match is None:
        return None
    every = "month" if "月" in match["word"] else "quarter"
    return Frequency(every, place, match.end(), is_following=True, following=match["word"])


def _this(text: str, place: int) -> Frequency | None:
    match = _THIS.match(text, place)
    if match is None:
        return None
    return Frequency({"月": "month", "季": "quarter", "周": "week"}[match["word"][1]], place, match.end())


def _edge(text: str, place: int) -> Frequency | None:
    match = _EDGE.match(text, place)
    return Frequency(UNITS[match["unit"]], place, match.end(), is_end=True) if match else None


def chain_at(text: str, place: int) -> tuple[Frequency, ...]:
    """Read 日巡查、周检查、月考评: several periods in a row."""
    if place and text[place - 1] not in "、,;:。(“\n行做到持立全施执":
        return ()
    match = _CHAIN.match(text, place)
    links = _CHAIN_LINK.finditer(match.group()) if match else ()
    end = match.end() if match else place
    return tuple(_in_days(Frequency(UNITS[link["unit"]], place, end)) for link in links)


def _season_month(text: str, place: int) -> Frequency | None:
    match = _SEASON_MONTH.match(text, place)
    return Frequency("quarter", place, match.end()) if match else None


def _weekday(text: str, place: int) -> Frequency | None:
    match = _WEEKDAY.match(text, place)
    return Frequency("week", place, match.end()) if match else None


def _report(text: str, place: int) -> Frequency | None:
    match = _REPORT.match(text, place)
    return Frequency(UNITS[match["unit"]], place, match.end(), is_report=True) if match else None


def _set_up(text: str, place: int) -> Frequency | None:
    match = _SET_UP.match(text, place)
    return Frequency(UNITS[match["unit"]], match.start("unit"), match.end(), is_report=True) if match else None


def _plain_unit(text: str, place: int) -> Frequency | None:
    if place and text[place - 1] not in "、,;:。(“\n,行":
        return None
    match = _PLAIN_UNIT.match(text, place)
    return Frequency(UNITS[match["unit"]], place, match.end(), is_report=True) if match else None


def _named(text: str, place: int) -> Frequency | None:
    match = _NAMED.match(text, place)
    return Frequency(UNITS[match["unit"]], place, match.end(), is_report=True) if match else None


_Reader = Callable[[str, int], Frequency | None]
_READERS: tuple[tuple[str, tuple[_Reader, ...]], ...] = (
    ("每各", (_parity, _skipping, _every)),
    ("按分逐", (_by,)),
    ("隔", (_skipping,)),
    ("0123456789一两二三四五六七八九十半", (_one_one,)),
    ("半", (_edge,)),
    ("双单偶奇逢", (_parity, _weekday)),
    ("实执落坚建推健严", (_set_up,)),
    ("次下翌", (_following,)),
    ("当本", (_this,)),
    ("月季半年学周日旬天星礼", (_named, _after, _season_month, _edge, _report, _plain_unit, _weekday)),
)
_SIGNS = {sign for signs, _ in _READERS for sign in signs}
_BY_SIGN: dict[str, tuple[_Reader, ...]] = {
    sign: tuple(reader for signs, readers in _READERS if sign in signs for reader in readers) for sign in _SIGNS
}
