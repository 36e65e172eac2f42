"""Recurring expressions: how often, then the due day in the period, the time of day, and what is skipped."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from lianbing_desktop.domain.clause import CalendarDay, Recurrence, Recurrences
from lianbing_desktop.reading.clauses.bywords import BY
from lianbing_desktop.reading.clauses.duedays import (
    LEAD,
    Fields,
    Tail,
    month_day_at,
    weekday_of_month,
    weekdays_at,
    workday_of_month,
)
from lianbing_desktop.reading.clauses.festivals import is_moving
from lianbing_desktop.reading.clauses.found import Found
from lianbing_desktop.reading.clauses.frequency import Frequency, chain_at, frequency_at
from lianbing_desktop.reading.clauses.grouping import Group, groups_at
from lianbing_desktop.reading.clauses.hours import clock_at
from lianbing_desktop.reading.clauses.numerals import NUMBER, value
from lianbing_desktop.reading.clauses.phrase import Phrase
from lianbing_desktop.reading.clauses.resolving import FOLLOWING_YEAR, Context, day_before, ends, month_length

_MONTH_OF_PERIOD = re.compile(
    r"(?:的)?(?:第(?P<nth>[一二三四五六1-6])|(?P<first>首|头|初)|(?P<middle>中间|当中)|(?P<last>末|尾|最后(?:一|1)?))个?月(?:份)?"
)
_LAST_MONTH = re.compile(rf"(?P<nth>(?!))?(?P<first>(?!))?(?P<middle>(?!))?(?P<last>末|底)(?=(?:的)?{NUMBER}(?:日|号))")
_MONTHS_TOLD = re.compile(rf"\((?P<first>{NUMBER})(?:月)?(?:[、,和]{NUMBER}(?:月)?){{1,3}}月?(?:份)?\)")
_AFTERWARDS = re.compile(r"(?:度)?(?:终了|结束|终结|末|过)?(?:之|以)?后(?:的)?(?:第)?")
_NEXT_MONTH = re.compile(r"(?:度)?(?:终了|结束|末)?(?:之)?后?(?:的)?(?:次月|下月|下个月|下一个?月|翌月)(?:的)?")
_NEXT_QUARTER = re.compile(r"(?:度)?(?:终了|结束)?后?(?:的)?(?:下一?个?季度?|次季度?)(?:的)?")
_DAYS = re.compile(rf"(?P<number>{NUMBER})(?P<unit>个?工作日|[日天])(?:之?内|以内)?")
_TIME_JOINT = re.compile(r"(?:之前|以前|前)?[、,和及与](?:每[天日])?")
_SKIP_MONTHS = re.compile(
    rf"(?:除|其中)?(?P<list>{NUMBER}(?:月份?)?(?:[、,和及与]{NUMBER}(?:月份?)?)*)月(?:份)?(?:数据)?(?:免报|除外|不报|不上报|不统计|暂停|以?外|不调度|不发布|免于报送)"
)
_SKIP_QUARTERS = re.compile(
    r"(?:除|其中)?(?P<list>第?[一二三四1-4](?:[、,和及与]第?[一二三四1-4]){0,3})季度?(?:季报)?(?:免报|除外|不报|不上报|以?外|不统计)"
)
_FIGURE = re.compile(NUMBER)
_MONTHS_AFTER_YEAR = re.compile(rf"(?:度)?(?:终了|结束|终结)(?:之|以)?后的?(?P<number>{NUMBER})个月(?:之内|以内|内)")
_SEASON_JOINT = re.compile(r"(?:期间|内|的|,|间)?")
_END_WORDS = {"年底", "年末", "年终", "年内"}
_DONE_THEN = re.compile(
    r"(?:时|统一|集中|及时|应|须|要|各|分别|按时)?(?:上报|上交|提交|填报|完成|报送|报(?!表|纸|告)|汇总|公示|公布|盘点|结账|通报|召开|考核|总结|交(?=$|[\n,。;])|归档|清零)"
)
_MOVED = re.compile(r"\([^()\n]{0,14}(?:顺延|提前|顺推)[^()\n]{0,4}\)")
_NO_TAIL: Tail = ((), 0)


def recurring_at(text: str, place: int, context: Context) -> Found | None:
    """Read the recurrence at ``place``."""
    chain = chain_at(text, place) if text[place] in "日周旬月季半" else ()
    if chain:
        return _chained(chain, place)
    if text[place] == "除":
        return _but(text, place, context)
    ending = _days_ending(text, place) if text[place] in "每逢" else None
    if ending:
        return ending
    frequency = frequency_at(text, place)
    if frequency is None:
        return None
    if frequency.start > place:
        chain = chain_at(text, frequency.start)
        if chain:
            return _chained(chain, frequency.start)
    found = _TAILS.get(frequency.every, _nothing)(text, frequency, context)
    if found is None and not _stands_alone(frequency, text):
        return None
    fields, end = found or (({},), frequency.end)
    base = Recurrence(frequency.every, frequency.interval, parity=frequency.parity, end=frequency.is_end)
    times, end = _times(text, end)
    skipped = _skipped(text, end)
    series = tuple(_recurrence(base, part | times | skipped) for part in fields)
    by = BY.match(text, end)
    end = by.end() if by else end
    return Found(series[0] if len(series) == 1 else Recurrences(series), place, end)


def _but(text: str, place: int, context: Context) -> Found | None:
    """Read 除1月外,每月5日前: what is left out stands first."""
    match = _BUT.match(text, place)
    found = recurring_at(text, match.end(), context) if match and match.end() < len(text) else None
    if match is None or found is None or not isinstance(found.time, Recurrence) or text[match.end()] == "除":
        return None
    months = tuple(value(number) for number in _FIGURE.findall(match["list"]))
    return replace(found, time=replace(found.time, skip_months=months), start=place)


_BUT = re.compile(rf"除(?P<list>{NUMBER}(?:月份?)?(?:[、,和及与]{NUMBER}(?:月份?)?)*)月(?:份)?(?:以|之)?外,?")


def _days_ending(text: str, place: int) -> Found | None:
    """Read 逢5逢10 and 每月逢八日: the days whose last figure that is."""
    match = _ENDING.match(text, place)
    if match is None:
        return None
    endings = {value(figure) % 10 for figure in re.findall(r"10|[十\d一二三四五六七八九]", match["endings"])}
    days = tuple(day for day in range(1, 31) if day % 10 in endings)
    return Found(Recurrence("month", days=days), place, match.end())


_ENDING_FIGURE = r"(?:10|\d(?!\d)|[十一二三四五六七八九](?![十一二三四五六七八九]))"
_ENDING = re.compile(
    rf"(?:每月?的?)?(?P<endings>逢{_ENDING_FIGURE}(?:[、,]?逢?{_ENDING_FIGURE}){{0,3}})(?![、,]?\d|[月周个])日?"
)


def _chained(chain: tuple[Frequency, ...], place: int) -> Found:
    """Return 月调度、季通报、年考核 as several recurrences."""
    return Found(Recurrences(tuple(Recurrence(link.every, link.interval) for link in chain)), place, chain[-1].end)


def _recurrence(base: Recurrence, fields: Fields) -> Recurrence:
    return replace(base, **fields)


def _stands_alone(frequency: Frequency, text: str) -> bool:
    """Whether words that need a due day may go without: 月底 only where something is due then."""
    if frequency.is_report:
        return True
    word = text[frequency.start : frequency.end]
    if frequency.is_end:
        return (BY.match(text, frequency.end) or _DONE_THEN.match(text, frequency.end)) is not None
    return not (
        frequency.is_following or word in ("当月", "本月", "当季", "本季", "本季度", "当周", "周", "星期", "礼拜")
    )


def _nothing(text: str, frequency: Frequency, context: Context) -> Tail | None:
    return None


def _month(text: str, frequency: Frequency, context: Context) -> Tail | None:
    if frequency.is_end:
        return _with(_inside_month(text, frequency.end), {"end": False})
    offset: Fields = {"offset_months": 1} if frequency.is_following else {}
    match = _NEXT_MONTH.match(text, frequency.end)
    place = match.end() if match else frequency.end
    offset = {"offset_months": 1} if match else offset
    after = None if offset else _AFTERWARDS.match(text, place)
    if after and _DAYS.match(text, after.end()):
        return _with(_day_count(text, after.end()), {"offset_months": 1})
    tail = month_day_at(text, place) or (_day_count(text, place) if frequency.is_following else None)
    return _with(tail, offset) if tail else ((offset,), place) if match else None


def _with(tail: Tail | None, fields: Fields) -> Tail | None:
    return (tuple(part | fields for part in tail[0]), tail[1]) if tail else None


def _day_count(text: str, place: int) -> Tail | None:
    match = _DAYS.match(text, place)
    if match is None:
        return None
    name = "workday" if "工作日" in match["unit"] else "day"
    return ({name: value(match["number"])},), match.end()


def _quarter(text: str, frequency: Frequency, context: Context) -> Tail | None:
    if frequency.is_end:
        return _with(_inside_month(text, frequency.end), {"end": False})
    place = frequency.end
    offset: Fields = {"offset_quarters": 1} if frequency.is_following else {}
    quarter, month = _NEXT_QUARTER.match(text, place), _NEXT_MONTH.match(text, place)
    if quarter and not offset:
        place, offset = quarter.end(), {"offset_quarters": 1}
    elif month:
        return _with(month_day_at(text, month.end()), {"offset_months": 1}) or (({"offset_months": 1},), month.end())
    months = _MONTHS_TOLD.match(text, place)
    if months:
        fields: Fields = {"month_of_period": (value(months["first"]) - 1) % 3 + 1}
        return _with(month_day_at(text, months.end()), fields) or ((fields,), months.end())
    if frequency.is_following and text.startswith("月", place):
        return _with(month_day_at(text, place + 1), {"offset_months": 1})
    part = _MONTH_OF_PERIOD.match(text, place) or _LAST_MONTH.match(text, place)
    if part:
        return _in_period_month(text, part, offset, 3)
    after = None if offset else _AFTERWARDS.match(text, place)
    if after and _DAYS.match(text, after.end()):
        return _with(_day_count(text, after.end()), {"offset_quarters": 1})
    return _with(month_day_at(text, place), offset)


def _in_period_month(text: str, part: re.Match[str], offset: Fields, length: int) -> Tail:
    number = 1 if part["first"] else 2 if part["middle"] else length if part["last"] else value(part["nth"])
    fields = offset | {"month_of_period": number}
    return _with(month_day_at(text, part.end()), fields) or ((fields,), part.end())


def _half_year(text: str, frequency: Frequency, context: Context) -> Tail | None:
    month = _NEXT_MONTH.match(text, frequency.end)
    if month:
        return _with(month_day_at(text, month.end()), {"offset_months": 1}) or (({"offset_months": 1},), month.end())
    part = _MONTH_OF_PERIOD.match(text, frequency.end)
    if part:
        return _in_period_month(text, part, {}, 6)
    after = _AFTERWARDS.match(text, frequency.end)
    if frequency.is_following or (after and _DAYS.match(text, after.end())):
        return _with(_day_count(text, after.end() if after else frequency.end), {"offset_months": 1})
    return month_day_at(text, frequency.end)


def _week(text: str, frequency: Frequency, context: Context) -> Tail | None:
    if frequency.is_counted:
        return None
    if text.startswith("末", frequency.end):
        return ({"end": True},), frequency.end + 1
    tail = weekdays_at(text, frequency.end)
    if tail or text[frequency.start] in "周星礼":
        return tail
    found = month_day_at(text, frequency.end)
    return found if found and "day" not in found[0][0] and "days" not in found[0][0] else None


def _term(text: str, frequency: Frequency, context: Context) -> Tail | None:
    match = re.compile(r"(?:的)?(?:结束前|期?末|最后一周|放假前)").match(text, frequency.end)
    return (({"end": True},), match.end()) if match else None


def _year(text: str, frequency: Frequency, context: Context) -> Tail | None:
    """Read the days of a year; months in which something recurs more often give way to that."""
    if frequency.is_counted:
        return None
    ended = _MONTHS_AFTER_YEAR.match(text, frequency.end)
    if ended:
        return ({"month": value(ended["number"]), "offset_years": 1},), ended.end()
    lead = LEAD.match(text, frequency.end)
    place = lead.end() if lead else frequency.end
    groups = groups_at(text, place, context)
    if not groups:
        return (
            _with(_day_count(text, place), {"offset_years": 1}) if frequency.is_following else _bare_edge(text, place)
        )
    end = groups[-1].last.end
    is_by = BY.match(text, end) is not None
    parts = [_in_year(group, context, is_by or group.is_by) for group in groups]
    known = _shared_day([part for part in parts if part is not None], text[place:end])
    inner = _inside_month(text, end) if known and known[-1].keys() == {"month"} else None
    if inner:
        return tuple(part | inner[0][0] for part in known), inner[1]
    return (known, end) if known else None


def _inside_month(text: str, place: int) -> Tail | None:
    """Read 第三个星期六 or 第一个工作日 behind a month of every year."""
    return weekday_of_month(text, place) or workday_of_month(text, place)


def _shared_day(parts: list[Fields], words: str) -> tuple[Fields, ...]:
    """Give 1月、4月、7月、10月的10日 one day for all; 3月、6月5日 has it for the last only."""
    are_months = len(parts) > 1 and all(part.keys() == {"month"} for part in parts[:-1])
    if are_months and "day" in parts[-1] and (len(parts) > 2 or "月的" in words):
        return tuple(part | {"day": parts[-1]["day"]} for part in parts)
    return tuple(parts)


def _bare_edge(text: str, place: int) -> Tail | None:
    match = re.compile(r"(?:的)?(?:年)?(?:底|末|终(?!了))").match(text, place)
    return (({"end": True},), match.end()) if match else None


def _in_year(group: Group, context: Context, is_by: bool) -> Fields | None:
    offset: Fields = {"offset_years": 1} if group.left.kin in FOLLOWING_YEAR else {}
    if group.right is None:
        fields = _one_day(group.left, context, is_by)
        return None if fields is None else fields | offset
    return _stretch(group.left, group.right, context)


def _stretch(left: Phrase, right: Phrase, context: Context) -> Fields | None:
    if left.grain == right.grain == "month":
        return {"months": (left.month, right.month)}
    year = context.doc_year
    first, last = ends(left, year), ends(right, year)
    if first and last and last.last.rank < first.first.rank and year is not None:
        last = ends(right, year + 1)
    return {"start": first.first, "due": last.last} if first and last else None


def _one_day(phrase: Phrase, context: Context, is_by: bool) -> Fields | None:
    if phrase.part in _END_WORDS:
        return {"end": True}
    span = ends(phrase, context.doc_year)
    if span is None or phrase.grain == "year":
        return None
    if phrase.grain in ("quarter", "half"):
        return _part_of_year(phrase, span.first, span.last)
    if phrase.grain == "lunar" or is_moving(phrase.festival):
        return {}
    if phrase.grain == "festival":
        day = day_before(span.first) if is_by else span.first
        return {"month": day.month, "day": day.day}
    if phrase.grain == "month":
        return {"month": phrase.month}
    day = span.last
    last = month_length(None, day.month) if phrase.part in ("底", "末") else day.day
    return {"month": day.month, "day": last} | ({"time": phrase.time} if phrase.time else {})


def _part_of_year(phrase: Phrase, first: CalendarDay, last: CalendarDay) -> Fields:
    fields: Fields = {"quarter": phrase.quarter} if phrase.quarter else {"half": phrase.half}
    return fields | ({"end": True} if phrase.part in ("底", "末") else {"start": first, "due": last})


def _times(text: str, place: int) -> tuple[dict[str, Any], int]:
    """Read one or more times of day; 下班前 ends the words without a time."""
    times: list[str] = []
    moved = _MOVED.match(text, place)
    place = moved.end() if moved and clock_at(text, moved.end()) else place
    end = place
    lead = LEAD.match(text, place)
    clock = clock_at(text, lead.end()) if lead and lead.end() > place else None
    clock = clock or clock_at(text, place)
    while clock and len(times) < 12:
        times.extend(time for time in (clock.time, clock.until) if time)
        end = clock.end
        joint = _TIME_JOINT.match(text, end)
        clock = clock_at(text, joint.end()) if joint else None
    fields: dict[str, Any] = {"time": times[0]} if len(times) == 1 else {"times": tuple(times)} if times else {}
    return fields, end


def _skipped(text: str, place: int) -> Fields:
    window = text[place : place + 48]
    months, quarters = _SKIP_MONTHS.search(window), _SKIP_QUARTERS.search(window)
    fields: Fields = {}
    if months:
        fields["skip_months"] = tuple(value(number) for number in _FIGURE.findall(months["list"]))
    if quarters:
        fields["skip_quarters"] = tuple(value(number) for number in re.findall(r"[一二三四1-4]", quarters["list"]))
    return fields


_Reader = Callable[[str, Frequency, Context], Tail | None]
_TAILS: dict[str, _Reader] = {
    "year": _year,
    "half_year": _half_year,
    "quarter": _quarter,
    "month": _month,
    "week": _week,
    "term": _term,
}
