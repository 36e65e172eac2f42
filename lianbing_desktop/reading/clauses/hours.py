"""The time of day: 上午9时30分, 下午5:00, 晚上八点半, 24:00."""

import re
from dataclasses import dataclass

from lianbing_desktop.reading.clauses.numerals import value

_HALF = "上午|下午|早上|早晨|清晨|晚上|晚间|晚|中午|正午|凌晨|傍晚|夜间|夜里|午后|午夜|早"
_CLOCK = re.compile(
    rf"(?:\(?(?P<half>{_HALF})\)?)?[, ]?(?P<hour>\d{{1,2}}|[一二两三四五六七八九十〇]{{1,3}})"
    r"(?::(?P<minute>[0-5]\d)(?![\d:])(?::\d\d)?"
    r"|(?:时(?![间段刻代效候]|期(?!间))|点(?![位对名击评源]))(?:钟|整|(?P<spoken>半)"
    r"|(?P<quarter>[一三])刻|(?P<minutes>\d{1,2}|[一二三四五六七八九十〇]{2,3}|[一二三四五六七八九十](?=分))分?(?![\d个次轮班遍回批组名人份篇趟]))?)"
)
_NOON = re.compile(r"(?:当天)?(?:中午|正午)(?=前|之前|以前)")
_BARE = re.compile(rf"\(?(?:{_HALF}|全天)\)?")
_LEAVING = re.compile(r"(?:上午|下午|中午)?(?:下班|上班|放学)(?=前|之前|以前)")
_TO = re.compile(r"[-至到]")


@dataclass(frozen=True)
class Clock:
    """A time of day as ``HH:MM``, or None for words that name none (下班, 上午), and where it ends."""

    time: str | None
    end: int
    until: str | None = None


def clock_at(text: str, place: int) -> Clock | None:
    """Read a time of day at ``place``; of 9:00-11:30 the first counts. 下午2点至5点 ends in the afternoon too."""
    first = _single(text, place)
    if first is None:
        return None
    dash = _TO.match(text, first.end)
    last = _single(text, dash.end()) if dash and first.time else None
    if last is None or last.time is None or first.time is None:
        return first
    is_later_half = last.time < first.time and first.time >= "12:00"
    until = f"{int(last.time[:2]) + 12:02d}{last.time[2:]}" if is_later_half and last.time < "12" else last.time
    return Clock(first.time, last.end, until)


def _single(text: str, place: int) -> Clock | None:
    match = _CLOCK.match(text, place)
    if match:
        time = _time(match)
        return Clock(time, match.end()) if time else None
    noon = _NOON.match(text, place)
    if noon:
        return Clock("12:00", noon.end())
    words = _LEAVING.match(text, place) or _BARE.match(text, place)
    return Clock(None, words.end()) if words else None


def _time(match: re.Match[str]) -> str | None:
    hour = _hour(match["half"] or "", value(match["hour"]))
    minute = value(match["minute"] or match["minutes"] or "0")
    minute = 30 if match["spoken"] else {"一": 15, "三": 45}.get(match["quarter"] or "", minute)
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def _hour(half: str, hour: int) -> int:
    if half in ("下午", "午后", "傍晚", "晚上", "晚间", "晚", "夜间", "夜里", "午夜") and hour < 12:
        return hour + 12
    if half in ("晚上", "晚间", "晚", "夜间", "夜里", "午夜") and hour == 12:
        return 24
    if half in ("中午", "正午") and hour < 4:
        return hour + 12
    return 0 if half == "凌晨" and hour == 12 else hour
