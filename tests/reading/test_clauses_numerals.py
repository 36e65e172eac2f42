"""Numerals mixed as documents mix them, and the lunar festivals against the calendar of public holidays."""

from datetime import date

import chinese_calendar
import pytest

from lianbing_desktop.reading.clauses.festivals import festival_day
from lianbing_desktop.reading.clauses.normal import plain_source
from lianbing_desktop.reading.clauses.numerals import value


@pytest.mark.parametrize(
    ("text", "number"),
    [("十", 10), ("十二", 12), ("二十", 20), ("三十一", 31), ("廿三", 23), ("卅", 30), ("卅一", 31), ("两", 2)]
    + [
        ("一百二十", 120),
        ("二千", 2000),
        ("一万", 10000),
        ("二〇一七", 2017),
        ("二00八", 2008),
        ("05", 5),
        ("百", 100),
    ],
)
def test_a_numeral_has_its_value(text: str, number: int) -> None:
    assert value(text) == number


def test_what_is_no_numeral_is_refused() -> None:
    with pytest.raises(ValueError, match="甲"):
        value("甲")


@pytest.mark.parametrize("year", range(2008, 2025))
@pytest.mark.parametrize("name", ["春节", "端午", "中秋"])
def test_lunar_festivals_are_public_holidays(year: int, name: str) -> None:
    day = festival_day(name, year, year_is_told=False)
    assert day is not None
    assert day.year == year
    assert chinese_calendar.is_holiday(date(year, day.month, day.day))


@pytest.mark.parametrize("year", [None, 1998, 2037])
def test_a_lunar_festival_of_an_unknown_year_is_not_guessed(year: int | None) -> None:
    assert festival_day("春节", year, year_is_told=False) is None


def test_every_sign_knows_its_place() -> None:
    original = "于 ６ 月\u200b5日\n\n前 x"
    source = plain_source(original, None)
    assert source.plain == "于6月5日\n前x"
    assert [original[source.origin[place]] for place in (1, 2, 4)] == ["６", "月", "日"]
