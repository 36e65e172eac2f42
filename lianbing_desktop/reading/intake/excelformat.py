"""What Excel shows of a number: dates, times, percentages and padded codes instead of the bare value."""

import math
import re
from datetime import datetime, timedelta
from decimal import Decimal

_DATES = {
    **dict.fromkeys((14, 15, 16, 28, 29, 30, 31, 51, 53, 54, 58), "yyyy-m-d"),
    **dict.fromkeys((17, 27, 36, 50, 52, 57), "yyyy-m"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), "h:mm"),
    22: "yyyy-m-d h:mm",
    9: "0%",
    10: "0.00%",
}
"""Built-in formats by number, those of Chinese Excel (27–36, 50–58) too: ECMA-376 part 1, 18.8.30."""
_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_SILENT = re.compile(r"\[[^\]]*\]|_.|\*.")
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.I)
_HALVES = re.compile(r"上午/下午|am/pm|a/p", re.I)
_NUMBER = re.compile(r"^([^0#?.,]*)([0#?.,]+)([^0#?.,]*)$")
_LAST_SERIAL = 2_958_466
"""The day after 9999-12-31."""


def builtin(number: int) -> str:
    """Return the code of a built-in format, where it matters to what is read."""
    return _DATES.get(number, "")


def shown(value: float, code: str, is_1904: bool) -> str:
    """Return a number as its format shows it, never rounded: 2017-06-05, 2017年6月, 12:00, 80%, 001, 6篇, 0.5."""
    section = code.split(";")[0]
    pattern = _SILENT.sub("", _HALVES.sub("h", _QUOTED.sub("", _ELAPSED.sub("h", section)))).lower()
    if "general" in pattern:
        return plain(value)
    if _ELAPSED.search(section) and value >= 0:
        return _hour(value)
    if re.search("[ymdhsa年月日]", pattern):
        return _moment(value, pattern, is_1904)
    return _decorated(value, section) if value >= 0 else _negative(value, section)


def _negative(value: float, section: str) -> str:
    return f"-{_decorated(-value, section)}" if "%" in section else plain(value)


def plain(value: float) -> str:
    """Return a number in at most 15 digits, without an exponent where Excel's cell would need none."""
    if value == int(value) and abs(value) < 1e21:
        return str(int(Decimal(f"{value:.15g}")))  # the digits Excel keeps, not those of binary fractions
    words = f"{value:.15g}"
    return words if "e" not in words or not 1e-9 < abs(value) < 1e21 else f"{value:.20f}".rstrip("0")


def _moment(value: float, pattern: str, is_1904: bool) -> str:
    if not 0 <= value < _LAST_SERIAL or not math.isfinite(value):
        return plain(value)
    has_day, has_hour = bool(re.search("[yda日年]", pattern)), bool(re.search("[hs]", pattern))
    if value < 1 and has_hour and not is_1904:
        return _hour(value)
    moment = _datetime(value, is_1904)
    if re.search("[y年]", pattern) and "m" in pattern and not re.search("[dh日]", pattern):
        return f"{moment.year}年{moment.month}月"
    if has_hour and not has_day and "m" not in pattern.replace("h:m", ""):
        return _hour(value)
    day = f"{moment:%Y-%m-%d}" if moment.year > 1899 else f"{moment.year}-{moment.month:02}-{moment.day:02}"
    return f"{day} {moment:%H:%M}" if (moment.hour, moment.minute) != (0, 0) else day


def _datetime(value: float, is_1904: bool) -> datetime:
    """Excel counts a 29 February 1900 that never was; workbooks of 1904 count from that year's first day."""
    usual = datetime(1899, 12, 30) if value >= 60 else datetime(1899, 12, 31)
    return (datetime(1904, 1, 1) if is_1904 else usual) + timedelta(seconds=round(value * 86_400))


def _hour(value: float) -> str:
    minutes = round(value * 1440)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _decorated(value: float, section: str) -> str:
    """Return prefix, number and suffix of formats like 0%, "第"0"批", 000; the bare number of any other."""
    bare = _QUOTED.sub(lambda match: _hidden(match[1] or match[2] or ""), _SILENT.sub("", section))
    match = _NUMBER.match(bare)
    if not match or re.search("[eE@/]", match[1] + match[3]):
        return plain(value)
    before, digits, after = match.groups()
    is_percent = "%" in before + after
    number = plain(float(f"{value * 100:.12g}")) if is_percent else plain(value)
    if "." not in number and "." not in digits:
        number = number.zfill(digits.count("0"))
    return _told(before) + number + _told(after)


def _hidden(literal: str) -> str:
    """Move digits and points of a literal out of the way of the pattern."""
    return "".join(chr(ord(sign) + 0xE000) if sign in "0#?.,eE@/%" else sign for sign in literal)


def _told(literal: str) -> str:
    return "".join(chr(ord(sign) - 0xE000) if 0xE000 <= ord(sign) < 0xE080 else sign for sign in literal)
