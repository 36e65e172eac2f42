"""One calendar phrase as it is printed (2017年6月5日上午, 6月中旬, 第三季度末, 年底, 2017.6.1), not yet resolved."""

import re
from dataclasses import dataclass, replace

from lianbing_desktop.reading.clauses.festivals import FESTIVAL
from lianbing_desktop.reading.clauses.hours import clock_at
from lianbing_desktop.reading.clauses.lunar import LUNAR_DAY, told
from lianbing_desktop.reading.clauses.numerals import DIGIT, NUMBER, value

_YEAR = re.compile(
    rf"(?:(?P<told>(?:19|20)\d{{2}}|[一二][{DIGIT}]{{3}})年(?:度(?!计划|工作|考核|报告|总结))?(?![级代龄薪])"
    rf"|(?P<republic>民国\d{{2,3}}|(?<!\d)1\d\d)年(?=(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月|底)"
    rf"|(?P<short>(?<!\d)\d{{2}})年(?=(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}}|元)月|底|末)"
    r"|(?P<kin>今年|本年度|本年|当年|明年|来年|次年|翌年|下一年度|下一年|下年度?|去年|上年度?|第二年)(?:度)?)(?:的|,)?"
)
_MONTH = re.compile(rf"(?:(?P<number>{NUMBER})|(?P<word>元))月(?:份)?(?![龄饼球亮票刊息租天雪]|流火|飞雪)(?:的)?")
_MISSPELT_MONTH = re.compile(rf"(?P<number>{NUMBER})年(?={NUMBER}[日号])")
_MISSPELT_YEAR = re.compile(r"(?<!\d)(?P<told>20\d\d)[月日](?=\d{1,2}月)")
_DAY = re.compile(rf"(?P<day>{NUMBER})(?:日|号(?!召|楼|线|文|令|院|门|机|公|决))")
_DAY_COUNTED = re.compile(rf"(?P<day>{NUMBER})(?:两|三|四|五|六|七)[日天]")
_DAY_UNDER_MONTH = re.compile(rf"(?P<day>{NUMBER})[日号曰]")
_DAY_WITHOUT_SIGN = re.compile(r"(?P<day>[12]\d|3[01]|\d)月?(?=之前|以前|前(?!后|往|述|期|\d))")
_THIRD = re.compile(
    r"(?P<part>[上下]半月|中下旬|中上旬|上中旬|上、中旬|中、下旬|上旬、中旬|中旬、下旬|上旬|中旬|下旬|月底|月末|月初|底|末|初|中(?![旬小学央间国共心级型医]))"
)
_QUARTER = re.compile(
    r"(?:第)?(?P<number>[一二三四1-4])(?:个)?季(?:度|(?=[末底初]))(?!末[位尾])(?P<edge>末|底|初)?(?![一1两二三](?:次|报|考|评|通报|调度|督|主题|议|结))"
)
_HALF = re.compile(r"(?P<half>上[、和]下|上|下)半年(?P<edge>末|底|初)?")
_YEAR_EDGE = re.compile(r"(?P<edge>底|末|终|内|初|中(?!旬|央|国|考))")
_BARE_YEAR_EDGE = re.compile(r"(?:本)?年(?P<edge>底|末|终|内|初(?!级)|中(?![旬央国考小学心秋间期级型医药午]))")
_ISO = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d{2})(?P<sign>[-./])(?P<month>0?[1-9]|1[0-2])(?P=sign)(?P<day>3[01]|[12]\d|0?[1-9])"
    r"(?![\d])(?:日|号)?"
)
_SOLID = re.compile(
    r"(?<![\d.A-Za-z])(?P<year>19[5-9]\d|20[0-4]\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?![\d.])(?P<sign>日|号)?"
)
_YEAR_MONTH = re.compile(r"(?<![\d.])(?P<year>20\d{2}|19[5-9]\d)[./](?P<month>0?[1-9]|1[0-2])(?![\d./])(?:月)?")
_MONTH_DAY = re.compile(r"(?<![\d./])(?P<month>0?[1-9]|1[0-2])(?P<sign>[./])(?P<day>3[01]|[12]\d|0?[1-9])(?![\d./])日?")
_BARE = re.compile(rf"(?P<number>{NUMBER})(?=(?:日|号)?(?:\(|-{{1,3}}|至|到|、|和|及|与|,|一\d|\.\d))")
_BARE_QUARTER = re.compile(r"第(?P<number>[一二三1-3])(?=(?:-{1,3}|[至到、,和及与])第?[二三四2-4]季度?)")
_BARE_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})(?=-{1,3}|至|到|一\d|、|和)")
_WEEKDAY = re.compile(r"\(?,?(?:本周|下周|周|星期|礼拜)[一二三四五六日天](?P<close>,?\))?,?")
_BRACKETED = re.compile(
    r"\([一二三四五六日](?:\)(?=前|上|下|中|晚|早|至|-|以|之|\d|$|\n|,))|\((?:[\ue000农阴][^()\n]{1,12}|本周[^()\n]{1,4}|[^()\n]{0,8}(?:周|星期)[一二三四五六日天][^()\n]{0,3}|[^()\d\n]{1,10}(?=\)(?:之?前|以前|[上中下]午|晚|\d{1,2}[:时点])))\)"
)


BOTH_HALVES = 3
_REPUBLIC = 1911  # 民国元年 is 1912
_ODD = "日期写法有误，按年月日读"


@dataclass(frozen=True)
class Phrase:
    """The parts of a date as printed. ``bare`` is a number whose unit stands with the phrase to the right.

    ``is_carried``: the year was not printed here, but taken from the phrase to the left.
    """

    start: int
    end: int
    year: int | None = None
    kin: str = ""
    month: int | None = None
    day: int | None = None
    part: str = ""
    quarter: int | None = None
    half: int | None = None
    festival: str = ""
    lunar: tuple[int, int] | None = None
    bare: int | None = None
    time: str | None = None
    has_clock: bool = False
    is_dotted: bool = False
    is_carried: bool = False
    warning: str | None = None

    @property
    def grain(self) -> str:
        """What the phrase names: a day, part (of a month), month, quarter, half, year, festival, lunar, bare, edge."""
        named = (
            ("festival", self.festival),
            ("lunar", self.lunar),
            ("bare", self.bare),
            ("day", self.day),
            ("quarter", self.quarter),
        )
        for name, given in (*named, ("half", self.half)):
            if given:
                return name
        if self.month:
            return "part" if self.part else "month"
        return ("edge" if self.year or self.kin or self.part[0] == "年" else "part") if self.part else "year"


def phrase_at(text: str, place: int, inner: bool = False) -> Phrase | None:
    """Read the phrase at ``place``. ``inner``: it stands right of a dash or comma, so a day alone will do."""
    found = _figures(text, place) or _words(text, place, inner)
    return _with_clock(text, found) if found else None


def _figures(text: str, place: int) -> Phrase | None:
    """Read a date all in figures."""
    if not ("0" <= text[place : place + 1] <= "9"):
        return None
    match = _ISO.match(text, place) or _SOLID.match(text, place)
    if match:
        odd = match.re is _SOLID and match["sign"]
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
        warning = _ODD if odd else None
        return Phrase(place, match.end(), year, month=month, day=day, warning=warning)
    match = _YEAR_MONTH.match(text, place)
    if match:
        return Phrase(place, match.end(), int(match["year"]), month=int(match["month"]), is_dotted=True)
    match = _MONTH_DAY.match(text, place)
    if match:
        return Phrase(place, match.end(), month=int(match["month"]), day=int(match["day"]), is_dotted=True)
    return None


def _words(text: str, place: int, inner: bool) -> Phrase | None:
    festival = FESTIVAL.match(text, place)
    if festival:
        return Phrase(place, festival.end(), festival=festival["name"], part="假" if festival["holiday"] else "")
    old = LUNAR_DAY.match(text, place)
    if old:
        return Phrase(place, old.end(), lunar=told(old))
    if place and text[place - 1] in "0123456789" and text[place] in "0123456789":
        return None
    misspelt = _MISSPELT_YEAR.match(text, place)
    if misspelt:
        return _in_year(text, Phrase(place, misspelt.end(), int(misspelt["told"]), warning=_ODD), inner)
    year = _YEAR.match(text, place)
    if year is None:
        return _bare_year(text, place) or _in_year(text, Phrase(place, place), inner)
    if year["republic"]:
        found = Phrase(place, year.end(), int(year["republic"].removeprefix("民国")) + _REPUBLIC)
        return _in_year(text, found, inner) or _year_alone(text, found)
    figures = year["told"] or year["short"]
    number = value(figures) if figures else None
    number = number + (2000 if number < 70 else 1900) if year["short"] and number is not None else number
    found = Phrase(place, year.end(), number, year["kin"] or "")
    return _in_year(text, found, inner) or _year_alone(text, found)


def _bare_year(text: str, place: int) -> Phrase | None:
    match = _BARE_YEAR.match(text, place)
    return Phrase(place, match.end(), int(match["year"]), bare=int(match["year"])) if match else None


def _year_alone(text: str, year: Phrase) -> Phrase:
    edge = _YEAR_EDGE.match(text, year.end)
    if edge:
        return replace(year, end=edge.end(), part="年" + edge["edge"])
    old = LUNAR_DAY.match(text, year.end)
    if old:
        return replace(year, end=old.end(), lunar=told(old))
    festival = FESTIVAL.match(text, year.end)
    if festival is None:
        return year
    return replace(year, end=festival.end(), festival=festival["name"], part="假" if festival["holiday"] else "")


def _in_year(text: str, found: Phrase, inner: bool) -> Phrase | None:
    """Read what stands inside a year (given or not): month, quarter, half, edge; inside a dash also a day alone."""
    place, has_year = found.end, found.end > found.start
    month = _MONTH.match(text, place)
    misspelt = _MISSPELT_MONTH.match(text, place) if month is None and found.year else None
    if misspelt and 1 <= value(misspelt["number"]) <= 12:
        found = replace(found, end=misspelt.end(), month=value(misspelt["number"]), warning=_ODD)
        return _in_month(text, found, inner)
    if month:
        number = 1 if month["word"] else value(month["number"])
        return _in_month(text, replace(found, end=month.end(), month=number), inner) if 1 <= number <= 12 else None
    match = _HALF.match(text, place)
    if match:
        half = {"上": 1, "下": 2}.get(match["half"], BOTH_HALVES)
        return replace(found, end=match.end(), half=half, part=match["edge"] or "")
    match = _QUARTER.match(text, place)
    if match:
        return replace(found, end=match.end(), quarter=value(match["number"]), part=match["edge"] or "")
    match = _BARE_YEAR_EDGE.match(text, place)
    if match:
        return replace(found, end=match.end(), part="年" + match["edge"])
    return _alone(text, found, inner or has_year) if inner or has_year else _left_bare(text, found)


def _left_bare(text: str, found: Phrase) -> Phrase | None:
    match = _BARE_QUARTER.match(text, found.end) or _BARE.match(text, found.end)
    return replace(found, end=match.end(), bare=value(match["number"])) if match and match.end() else None


def _alone(text: str, found: Phrase, inner: bool) -> Phrase | None:
    """Read a day or third of a month without its month, to the right of a dash."""
    day = _DAY.match(text, found.end) or (_DAY_COUNTED.match(text, found.end) if inner else None)
    if day:
        return replace(found, end=day.end(), day=value(day["day"]))
    third = _THIRD.match(text, found.end)
    if third and not found.year and not found.kin:
        return replace(found, end=third.end(), part=third["part"])
    return _left_bare(text, found)


def _in_month(text: str, found: Phrase, inner: bool) -> Phrase:
    day = _DAY_UNDER_MONTH.match(text, found.end)
    if day and value(day["day"]) <= 31:
        return replace(found, end=day.end(), day=value(day["day"]))
    third = _THIRD.match(text, found.end)
    if third:
        return replace(found, end=third.end(), part=_third(third["part"]))
    unsigned = _DAY_WITHOUT_SIGN.match(text, found.end)
    if unsigned and text[found.end - 1] == "月":
        return replace(found, end=unsigned.end(), day=value(unsigned["day"]), warning=_ODD)
    bare = _BARE.match(text, found.end)
    if bare and value(bare["number"]) <= 31:
        return replace(found, end=bare.end(), bare=value(bare["number"]))
    return found


def _third(word: str) -> str:
    plain = word.replace("旬、", "").replace("、", "")
    return plain.removeprefix("月")


def _with_clock(text: str, found: Phrase) -> Phrase:
    """Add the weekday (dropped: the date decides) and the time of day."""
    if found.grain in ("month", "quarter", "half", "year") and not found.is_dotted:
        return found
    end = found.end
    weekday = _BRACKETED.match(text, end) or _WEEKDAY.match(text, end)
    if weekday and (text[end] != "(" or weekday.group()[-1] == ")"):
        end = weekday.end()
    clock = clock_at(text, end)
    if clock is None:
        return replace(found, end=end)
    closes = weekday is not None and text[found.end] == "(" and text[clock.end : clock.end + 1] == ")"
    return replace(found, end=clock.end + closes, time=clock.time, has_clock=True)
