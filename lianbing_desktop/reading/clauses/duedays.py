"""The due day inside a recurring period: 25日, 5日和20日, 第3个工作日, 最后一天, 上旬, 末, 周一、周四."""

import re
from typing import Any

from lianbing_desktop.reading.clauses.numerals import NUMBER, value

Fields = dict[str, Any]
Tail = tuple[tuple[Fields, ...], int]
"""What a due day adds to a recurrence (several where there are several), and where its words end."""

LEAD = re.compile(
    r"(?:固定|统一|一般|应当|应|须|需|要|均|必须|务必)?(?:的|于|在|,|:|为|逢)?(?:截止(?:到|至)?|(?:最迟|至迟|最晚)(?:不超过|不晚于|不迟于|应?于|在)?|不[迟晚]于|不得[迟晚]于)?"
)
_DAY_STEP = re.compile(
    rf"(?P<joint>[、,和及与或]|-{{1,2}}|至|到)?(?P<day>{NUMBER})(?P<unit>日|号)?(?![个月年级名次篇条件份项%])"
)
_WORKDAY = re.compile(
    rf"(?:的)?(?:(?P<last>(?:(?:月|(?<=月))末的?)?最后(?:一|1)?个?|末个?)|倒数第(?P<back>[一二三四五1-5])个?|(?P<first>首个?|头一个)|(?:初)?(?:的)?(?:第|前|头)?(?P<number>{NUMBER})个?)工作日(?:之?内|以内)?"
)
_LAST_DAY = re.compile(
    r"(?:的)?(?:月|季度?|周|年|学期)?(?:(?:最后|最末)(?:一|1)?[天日]|底|末(?!月|周|个|尾|端))(?:之?前)?"
)
_THIRD = re.compile(r"(?:的)?(?:月)?(?P<third>上旬|中旬|下旬|初|中(?=前|完成|上报))")
_WEEKDAY_OF_MONTH = re.compile(
    r"(?:的)?(?:第(?P<nth>[一二三四五1-5])|(?<=[、,和及与])(?P<other>[二三四五2-5])|(?:(?:月|(?<=月))末的?)?(?P<last>最后(?:一|1)?)|(?P<first>首))个?(?:周(?!末)|星期|礼拜)(?:的)?(?:周|星期)?(?P<day>[一二三四五六日天])?"
)
_FIRST_OF_TWO = re.compile(
    r"(?:的)?第(?P<nth>[一二三四1-4])个?(?:周|星期)?[、,和及与](?=第?[二三四五2-5]个?(?:周|星期|礼拜))"
)
_BESIDE = re.compile(r"[一二三四五六](?![个次篇条期天年月轮场回名人份个周])")
_WEEKDAY = re.compile(r"(?:的)?(?P<joint>[、,和及与]|-|至|到)?(?:周|星期|礼拜)?(?P<day>[一二三四五六日天])")
_BEGINNING = re.compile(rf"(?:的)?月?初的?(?:前|头)?(?={NUMBER}(?:日|天|个?工作日)(?:之内|以内|内))")
_WEEKDAYS = "一二三四五六日天"
_COUNTED = re.compile(r"(?:次|篇|条|期|天|个|课|遍|轮(?!流|换)|场|回|小时|项|件|名|份|例(?!会))")
_FIRST_COUNTED = re.compile(
    r"(?:报(?!送|告|到|请|备|市|省|局|县|区|办)|调度|通报|主题|题|讲|课|小结|总结|督查|检查|简报|会商|研判|汇总|评|考|学|读|练|案|歌|清|结|查|统计|更新|排名|推进|巡|碰|聚|集中)"
)
_NOT_SUNDAY = re.compile(r"日(?:常|程|均|志|报(?!送)|益|新)")
_THIRD_DAYS: dict[str, Fields] = {
    "上旬": {"day": 10},
    "中旬": {"day": 20},
    "下旬": {"end": True},
    "初": {"day": 1},
    "中": {"day": 15},
}


def month_day_at(text: str, place: int) -> Tail | None:
    """Read the due day of a month."""
    lead = LEAD.match(text, place)
    beginning = _BEGINNING.match(text, place)
    starts = (beginning.end() if beginning else place, lead.end() if lead else place, place)
    for start in dict.fromkeys(starts):
        for reader in (workday_of_month, weekday_of_month, _last_day, _third, _days):
            found = reader(text, start)
            if found:
                return found
    return None


def workday_of_month(text: str, place: int) -> Tail | None:
    """Read 第3个工作日, 最后一个工作日."""
    match = _WORKDAY.match(text, place)
    if match is None:
        return None
    if match["back"]:
        return ({"workday": -value(match["back"])},), match.end()
    number = -1 if match["last"] else 1 if match["first"] else value(match["number"])
    return ({"workday": number},), match.end()


def _last_day(text: str, place: int) -> Tail | None:
    match = _LAST_DAY.match(text, place)
    return (({"end": True},), match.end()) if match else None


def _third(text: str, place: int) -> Tail | None:
    match = _THIRD.match(text, place)
    return ((_THIRD_DAYS[match["third"]],), match.end()) if match else None


def weekday_of_month(text: str, place: int) -> Tail | None:
    """Read 第三个星期六, 最后一周."""
    first = _FIRST_OF_TWO.match(text, place)
    match = _WEEKDAY_OF_MONTH.match(text, first.end() if first else place)
    if match is None:
        return None
    second = match["nth"] or match["other"]
    if first and second and match["day"]:
        day = weekday(match["day"])
        return tuple({"weekday": day, "nth": value(nth)} for nth in (first["nth"], second)), match.end()
    if match["other"]:
        return None
    nth = -1 if match["last"] else 1 if match["first"] else value(match["nth"])
    return ({"weekday": weekday(match["day"]), "nth": nth} if match["day"] else {"week": nth},), match.end()


def _days(text: str, place: int) -> Tail | None:
    """Read 5日 / 5日和20日 / 5、20日 / 1日至5日; the last number must carry its 日."""
    days: list[int] = []
    end, taken = place, 0
    is_range = False
    match = _DAY_STEP.match(text, place)
    while match and len(days) < 12 and bool(match["joint"]) == bool(days) and 1 <= value(match["day"]) <= 31:
        days.append(value(match["day"]))
        is_range = is_range or (match["joint"] or "")[:1] in ("-", "至", "到") and bool(match["joint"])
        if match["unit"]:
            end, taken = match.end(), len(days)
        match = _DAY_STEP.match(text, match.end())
    days = days[:taken]
    if not days:
        return None
    return ({"day": days[0]} if len(days) == 1 else {"days": tuple(days)},), end


def weekdays_at(text: str, place: int) -> Tail | None:
    """Read 一 / 一、三、五 / 一至周五 behind 每周, but not 每周一次."""
    lead = LEAD.match(text, place)
    place = lead.end() if lead else place
    days: list[int] = []
    match = _WEEKDAY.match(text, place)
    while match and len(days) < 7 and _joins(text, match, days) and not (_is_count(text, match) and not days):
        day = weekday(match["day"])
        days.extend(range(days[-1] + 1, day + 1) if (match["joint"] or "x") in "-至到" else [day])
        place = match.end()
        match = _WEEKDAY.match(text, place)
    return (tuple({"weekday": day} for day in days), place) if days else None


def _joins(text: str, match: re.Match[str], days: list[int]) -> bool:
    """Whether a weekday goes on a list: behind a sign, or right behind an earlier day of the week (一三五)."""
    if not days or match["joint"]:
        return bool(match["joint"]) == bool(days)
    return weekday(match["day"]) > days[-1] and _BESIDE.fullmatch(match.group()) is not None


def weekday(sign: str) -> int:
    """Return 1 for Monday to 7 for Sunday."""
    return min(_WEEKDAYS.index(sign) + 1, 7)


def _is_count(text: str, match: re.Match[str]) -> bool:
    end = match.end()
    if _NOT_SUNDAY.match(text, match.start("day")):
        return True
    is_marked = match.group()[0] in "周星礼"
    counted = _COUNTED.match(text, end) or (match["day"] == "一" and _FIRST_COUNTED.match(text, end))
    return bool(counted) and not is_marked
