"""Calendar expressions: grouped phrases become windows, deadlines, points and beginnings."""

import re
from dataclasses import replace

from lianbing_desktop.domain.clause import (
    Anchor,
    Beginning,
    CalendarDay,
    Deadline,
    Deadlines,
    Point,
    Recurrence,
    Window,
)
from lianbing_desktop.reading.clauses.bywords import BY
from lianbing_desktop.reading.clauses.feasts import feast_at
from lianbing_desktop.reading.clauses.found import Found
from lianbing_desktop.reading.clauses.grouping import Group, groups_at
from lianbing_desktop.reading.clauses.hours import clock_at
from lianbing_desktop.reading.clauses.numerals import NUMBER, value
from lianbing_desktop.reading.clauses.phrase import Phrase
from lianbing_desktop.reading.clauses.resolving import FOLLOWING_YEAR, PAST_YEAR, Context, Ends, day_before, ends
from lianbing_desktop.reading.clauses.weeks import week_of_month

_AROUND = re.compile(r"前后|左右")
_SINCE = re.compile(r"以?来")
_START = re.compile(r"起(?!草|点|码|诉|义|步|止)|以后|之后|后(?!勤|续|期|备)|始(?!终)")
_BEGIN = re.compile(r"开始|正式施行|施行|实施|执行")
_FROM = re.compile(r"(?:自|从|由)(?:本[年届])?$")
_BY_WORDS = re.compile(
    r"(?:截[至止](?:到|至|于|时间|时点|日期|日|期限|期)?(?:为|是|定于)?:?|(?:最迟|最晚|至迟)(?:应|须)?(?:于|在|到|不超过)?|"
    r"不(?:得|应|能|可)?(?:迟|晚|超过|超出|延误?)[于过]?|限(?:期|时)?(?:于|在|到|至)?|务(?:必|须)?[于在]|赶在|抢在|"
    r"(?:期限|时限|限期|截[稿标]日?期?|截[稿标]时间)(?:为|是)?:?|(?:逾期|过期)\(?(?:超过)?|(?:[^\d]|^)(?:到|至|直到|直至))(?:每|今年)?$"
)
_FROM_PAPER = re.compile(
    r"(?:即日|即时|今日|今天|现在|目前|当前|(?:(?:文件|通知|方案|办法|公告|意见|规定|细则|制度|文|之)?"
    r"(?:印发|发布|下发|发文|公布|签发|颁布|行文|发出|公告)(?:之日|当日)?))(?:起|开始|始|之日起)?,?(?:一直)?(?:至|到|-{1,3})$"
)
_UNIT_AHEAD = re.compile(r"\s?[%℃°‰元万亿公米克吨倍级分度兆MGKkgmt亩岁人]")
_DOTTED_BEFORE = re.compile(r"(?:第|表|图|条|款|节|版本|[A-Za-z]:?|[=<>≤≥达为超过是])$")
_TITLE = re.compile(
    r"(?:(?!开展|实施|完成|组织|推进|进行|落实|达到|实现|建成)[^,。;:、()\n]){1,24}(?:方案|规划|计划|要点|行动|报告|意见|办法|攻坚|"
    r"保卫战|攻坚战|工程|专项|通知|纲要|采暖季|供暖季|学年)"
)
_TWO_FIGURES = re.compile(r"[./]\d\d(?!\d)")
_LONE_DAY = re.compile(rf"(?<!\d)(?P<day>{NUMBER})(?:日|号)(?=(?:下班)?(?:之前|以前|前(?!后)|止))")
_PAST = re.compile(r"[^。;\n]{0,14}(?:同比|同期|增长|GDP|环比|得分|增幅|增速|均值)")
_CELL_EDGE = "\n"
_YEARLY = re.compile(r"考核|考评|总结|评比|检查|述职|测评|奖|报告|决算|绩效|结算")
_PUT_OFF = re.compile(r"(?:延[期后长]?|推迟|顺延|持续|延续)(?:至|到)$")
_RULE_YEARS = ("次年", "翌年", "下一年度", "下一年")
_RANGE_TAIL = re.compile(r"期间|结束|之间|前后|左右|止|为止|间(?!隔|断|歇|接)")
_DONE = re.compile(r"(?:全面|基本|全部)?(?:完成|建成|实现|达到)|全年")
_EVENT_BEFORE = re.compile(r"(?:提前|召开|开始|举行|届满|期满|开工|之|到期|会议|活动|实施|出发)(?:的)?$")


def calendar_at(text: str, place: int, context: Context) -> list[Found]:
    """Read the calendar expression at ``place``, empty where there is none."""
    groups = groups_at(text, place, context)
    if not groups:
        return _lone_day(text, place, context)
    phrases = [group.left for group in groups]
    if all(phrase.festival for phrase in phrases) and not any(group.right for group in groups):
        found = feast_at(text, phrases, context)
    else:
        found = _list(text, groups, context) if len(groups) > 1 else _one(text, groups[0], context)
    if found or text[groups[-1].last.end : groups[-1].last.end + 1] in (":", ","):
        for group in groups:
            context.note(group.left)
            context.note(group.last)
    return found


def _list(text: str, groups: list[Group], context: Context) -> list[Found]:
    """Read several phrases side by side: deadlines where “前” follows, a window where they are neighbours."""
    start, end = groups[0].left.start, groups[-1].last.end
    spans = [_ends(group.left, context) for group in groups]
    by = BY.match(text, end)
    if any(group.right for group in groups) or None in spans:
        return [found for group in groups for found in _one(text, group, context)]
    days = [span for span in spans if span]
    time = groups[-1].left.time
    if by or _is_by_words(text, start):
        dues = tuple(_due(group.left, span) for group, span in zip(groups, days, strict=True))
        return [Found(Deadlines(dues, time), start, by.end() if by else end)]
    if any(group.is_by for group in groups):
        return [found for group in groups for found in _one(text, group, context)]
    if all(_follows(one.last, other.first) for one, other in zip(days, days[1:], strict=False)):
        return [Found(Window(days[0].first, days[-1].last, time), start, end)]
    shared = [replace(group, left=replace(group.left, time=group.left.time or time)) for group in groups]
    return [found for group in shared for found in _one(text, group, context)]


def _follows(one: CalendarDay, other: CalendarDay) -> bool:
    return day_before(other) == one


def _ends(phrase: Phrase, context: Context) -> Ends | None:
    return ends(phrase, context.year_of(phrase))


def _is_by_words(text: str, start: int) -> bool:
    return _BY_WORDS.search(text[max(0, start - 12) : start]) is not None


def _one(text: str, group: Group, context: Context) -> list[Found]:
    if group.right is not None:
        return _range(text, group.left, group.right, context)
    found = _single(text, group.left, context, group.is_by)
    return [found] if found else []


def _range(text: str, left: Phrase, right: Phrase, context: Context) -> list[Found]:
    if right.grain in ("month", "quarter", "half") and _PAST.match(text, right.end):
        return []
    if left.grain == right.grain == "year" and _TITLE.match(text, right.end):
        return []
    if left.is_dotted and right.is_dotted and not _is_dotted_date(text, left.start, right.end):
        return []
    span = _range_ends(left, right, context)
    if span is None:
        return []
    first, last = span
    end = right.end + _tail(text, right.end)
    warning = (
        first.warning
        or last.warning
        or ("终止早于起始" if last.last.rank < first.first.rank and last.last.year else None)
    )
    if first.first == last.last and left.time:
        return [Found(Point(first.first, left.time), left.start, end, warning)]
    return [Found(Window(first.first, last.last, right.time or left.time), left.start, end, warning)]


def _range_ends(left: Phrase, right: Phrase, context: Context) -> tuple[Ends, Ends] | None:
    """Resolve both sides; a year not printed is the other side's, or the one that puts them in order."""
    told = right.year if right.year and not right.is_carried else None
    first_year = context.year_of(left)
    if left.year is None and told:
        first_year = context.doc_year if context.doc_year and context.doc_year <= told else told
    last_year = told or first_year
    if right.kin and told is None and first_year is not None:
        last_year = first_year + (right.kin in FOLLOWING_YEAR)
    first, last = ends(left, first_year), ends(right, last_year)
    if first and last and last.last.rank < first.first.rank and first_year is not None and last_year is not None:
        if told is None:
            last = ends(right, last_year + 1)
        elif left.year is None:
            first = ends(left, first_year - 1)
    return (first, last) if first and last else None


def _tail(text: str, place: int) -> int:
    match = _RANGE_TAIL.match(text, place)
    return len(match.group()) if match else 0


def _is_dotted_date(text: str, start: int, end: int) -> bool:
    """Whether 6.1-6.30 is a date rather than two measures."""
    if _UNIT_AHEAD.match(text, end) or _DOTTED_BEFORE.search(text[max(0, start - 3) : start]):
        return False
    alone = text[start - 1 : start] in ("", "(", _CELL_EDGE) and text[end : end + 1] in ("", ")", _CELL_EDGE)
    return alone or _TWO_FIGURES.search(text, start, end) is not None


def _single(text: str, phrase: Phrase, context: Context, is_by: bool) -> Found | None:
    phrase, by = _bracketed(text, phrase)
    before = text[max(0, phrase.start - 24) : phrase.start]
    span = _ends(phrase, context)
    if phrase.is_dotted and not by and not is_by and not _START.match(text, phrase.end):
        return None
    if span is None:
        return None
    end = by.end() if by else phrase.end
    if _FROM_PAPER.search(before):
        return Found(Window(Anchor.DOC_DATE, span.last, phrase.time), phrase.start, end, span.warning)
    if phrase.grain == "month" and not by:
        weekly = week_of_month(text, phrase, context.year_of(phrase))
        if weekly:
            return weekly
    start = None if by else _start(text, phrase, span, before)
    if start:
        return start
    if by or is_by or _BY_WORDS.search(before[-12:]):
        is_rule = phrase.kin in _RULE_YEARS and context.left_year is None and not _PUT_OFF.search(before)
        return _deadline(phrase, span, by, is_rule)
    return _plain(text, phrase, span)


def _bracketed(text: str, phrase: Phrase) -> tuple[Phrase, re.Match[str] | None]:
    """Return the phrase and the words that make it a deadline; of 本周五(5月17日)前 they stand behind the bracket."""
    by = BY.match(text, phrase.end)
    if by or text[phrase.end : phrase.end + 1] != ")" or text[phrase.start - 1 : phrase.start] != "(":
        return phrase, by
    clock = clock_at(text, phrase.end + 1)
    end = clock.end if clock else phrase.end + 1
    by = BY.match(text, end)
    return (replace(phrase, end=end, time=clock.time if clock else phrase.time), by) if by else (phrase, None)


def _start(text: str, phrase: Phrase, span: Ends, before: str) -> Found | None:
    """Read “6月1日起” and “自6月1日”."""
    if _SINCE.match(text, phrase.end):
        return None
    match = _START.match(text, phrase.end)
    is_from = _FROM.search(before) is not None
    if not match and not (is_from and phrase.grain not in ("festival", "year")):
        return None
    begin = _BEGIN.match(text, phrase.end)
    end = match.end() if match else begin.end() if begin else phrase.end
    return Found(Beginning(span.first, phrase.time), phrase.start, end, span.warning)


def _deadline(phrase: Phrase, span: Ends, by: re.Match[str] | None, is_rule: bool) -> Found:
    word = by.group() if by else ""
    end = by.end() if by else phrase.end
    due, warning = _due(phrase, span), span.warning
    if is_rule:
        return Found(
            Recurrence("year", month=due.month, day=due.day, offset_years=1, time=phrase.time), phrase.start, end
        )
    if word.endswith("前") and not phrase.part and phrase.grain in ("month", "quarter", "half"):
        warning = "只写到“前”，按该期最后一天读"
    if word.endswith("前") and phrase.grain == "year" and due.year:
        due, warning = CalendarDay(12, 31, due.year - 1), "“年前”按上一年最后一天读"
    return Found(Deadline(due, phrase.time), phrase.start, end, warning)


def _due(phrase: Phrase, span: Ends) -> CalendarDay:
    return day_before(span.last) if phrase.grain == "festival" else span.last


def _plain(text: str, phrase: Phrase, span: Ends) -> Found | None:
    """Read a phrase with nothing around it that says by or from."""
    grain = phrase.grain
    if grain == "festival" or (grain not in ("day", "part", "lunar") and _PAST.match(text, phrase.end)):
        return None
    if phrase.part == "年终" and _YEARLY.match(text, phrase.end):
        return None
    if grain == "year":
        return _cell_year(text, phrase, span)
    if phrase.part in ("底", "末", "年底", "年末", "年终", "年内"):
        return Found(Deadline(span.last, phrase.time), phrase.start, phrase.end, span.warning)
    if span.first == span.last:
        end = phrase.end + _tail(text, phrase.end)
        return Found(Point(span.first, phrase.time), phrase.start, end, span.warning)
    end = phrase.end + _tail(text, phrase.end)
    return Found(Window(span.first, span.last, phrase.time), phrase.start, end, span.warning)


def _cell_year(text: str, phrase: Phrase, span: Ends) -> Found | None:
    """Read a year only where it fills a cell or tells when something is done: titles and reviews name years too."""
    left, right = text[max(0, phrase.start - 1) : phrase.start], text[phrase.end :]
    fills = left in ("", _CELL_EDGE) and (not right or right[0] == _CELL_EDGE)
    if phrase.kin in PAST_YEAR or (not fills and not _DONE.match(right)):
        return None
    return Found(Window(span.first, span.last), phrase.start, phrase.end)


def _lone_day(text: str, place: int, context: Context) -> list[Found]:
    """Read “20日前” without a month: of the month to the left, else of every month."""
    match = _LONE_DAY.match(text, place)
    if match is None or not 1 <= value(match["day"]) <= 31 or _EVENT_BEFORE.search(text[max(0, place - 8) : place]):
        return []
    by = BY.match(text, match.end())
    end = by.end() if by else match.end()
    day = value(match["day"])
    if context.left_month is None:
        return [Found(Recurrence("month", day=day), place, end)]
    year = context.left_year or context.doc_year
    span = ends(Phrase(place, end, year, month=context.left_month, day=day), year)
    return [Found(Deadline(span.last), place, end)] if span else []
