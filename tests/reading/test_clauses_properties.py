"""Any date in any spelling is read back, every span is the expression itself, and no text harms the reader."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianbing_desktop.domain.clause import ShareReading, TimeReading
from lianbing_desktop.reading.clauses import read_clauses

FIGURES = "〇一二三四五六七八九"
DASHES = ("-", "—", "--", "——", "–", "―", "～", "~", "－", "至", "到", "一")
DAYS = st.dates(date(1950, 1, 1), date(2035, 12, 31))
ALPHABET = "年月日号0123456789一二三四五六七八九十廿每周季旬度前后内起止至到-~—、，。；：（）()《》“”〔〕|不少于次篇"
ALPHABET += "工作日个收到自当次底末初中上下 \n"


def _spoken(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("十" if tens == 1 else FIGURES[tens] + "十" if tens else "") + (FIGURES[ones] if ones or not tens else "")


def _wide(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isdigit() else sign for sign in text)


def _chinese(day: date, zero: str) -> str:
    year = "".join(FIGURES[int(figure)] for figure in str(day.year)).replace("〇", zero)
    return f"{year}年{_spoken(day.month)}月{_spoken(day.day)}日"


CAPITALS = str.maketrans("〇一二三四五六七八九十", "零壹贰叁肆伍陆柒捌玖拾")


def spellings(day: date) -> list[str]:
    """The spellings of a full date met in official papers."""
    arabic = f"{day.year}年{day.month}月{day.day}日"
    padded = f"{day.year}年{day.month:02d}月{day.day:02d}日"
    spaced = f"{day.year} 年 {day.month} 月\u3000{day.day} 日"
    broken = f"{day.year}年{day.month}月\n{day.day}日"
    figures = [day.strftime("%Y-%m-%d"), day.strftime("%Y/%m/%d"), f"{day.year}.{day.month}.{day.day}"]
    figures.append(day.strftime("%Y%m%d"))
    spoken = [_chinese(day, zero) for zero in "〇○零OＯ0"]
    spoken.append(_chinese(day, "〇").translate(CAPITALS))
    if day.year >= 2011:
        figures.append(f"民國{day.year - 1911}年{day.month}月{day.day}日")
    return [arabic, padded, spaced, broken, _wide(arabic), arabic.replace("日", "号"), *figures, *spoken]


@given(DAYS, st.data())
def test_a_date_is_read_back(day: date, data: st.DataObject) -> None:
    spelt = data.draw(st.sampled_from(spellings(day)))
    before, after = data.draw(
        st.sampled_from([("", ""), ("请于", "前报送"), ("截至", ""), ("（", "）"), ("定于", "召开")])
    )
    (reading,) = read_clauses(before + spelt + after, 2017).times
    form = reading.normal()
    assert form.get("on", form.get("due")) == day.isoformat()


@given(DAYS, st.integers(0, 700), st.data())
def test_a_window_is_read_back(first: date, length: int, data: st.DataObject) -> None:
    last = min(first + timedelta(days=length), date(2035, 12, 31))
    dash = data.draw(st.sampled_from(DASHES))
    left, right = (f"{day.year}年{day.month}月{day.day}日" for day in (first, last))
    if first.year == last.year and data.draw(st.booleans()):
        right = f"{last.month}月{last.day}日" if first.month != last.month else f"{last.day}日"
    form = read_clauses(f"时间：{left}{dash}{right}", None).times[0].normal()
    assert (form["start"], form["due"]) == (first.isoformat(), last.isoformat())


@given(
    st.integers(1, 28),
    st.sampled_from(["每月{}日前", "每月{}号前", "每个月{}日", "于每月{}日前报送", "每 月 {} 日 前"]),
)
def test_a_day_of_every_month_is_read_back(day: int, form: str) -> None:
    for spelt in (str(day), _spoken(day), _wide(str(day))):
        normal = read_clauses(form.format(spelt), 2017).times[0].normal()
        assert (normal["every"], normal["day"]) == ("month", day)


@given(
    st.integers(1, 99),
    st.sampled_from(
        [
            ("个工作日", "days", "workday"),
            ("日", "days", "unspecified"),
            ("个月", "months", "unspecified"),
            ("小时", "hours", "calendar"),
            ("年", "years", "unspecified"),
        ]
    ),
)
def test_a_length_after_an_event_is_read_back(number: int, measure: tuple[str, str, str]) -> None:
    word, key, unit = measure
    for spelt in (str(number), _spoken(number)):
        forms = [time.normal() for time in read_clauses(f"自收到通知之日起{spelt}{word}内反馈", 2017).times]
        assert any(form.get(key) == number and form["unit"] == unit and form["after"] == "收到通知" for form in forms)


@given(st.text(max_size=60) | st.text(alphabet=ALPHABET, max_size=60), st.none() | st.integers(-1, 10_000))
@settings(max_examples=400)
def test_any_text_is_read_and_every_span_is_its_expression(text: str, year: int | None) -> None:
    clause = read_clauses(text, year)
    readings: list[TimeReading | ShareReading] = [*clause.times, *clause.quotas]
    for reading in readings:
        start, end = reading.span
        assert 0 <= start < end <= len(text)
        assert text[start:end] == reading.expr
    for told in clause.times:
        told.normal()
    for item in clause.deliverables:
        assert 0 <= item.span[0] < item.span[1] <= len(text)


HOSTILE = [
    "1", "一", "1月", "6月5日、", "每", "每月", "(", "《", "“", "1-", "1、", "1.1", "自", "后3日内", "收到后", "前",
    " ", "1 ", "年", "2017年", "第一", "“每一”", "a1-", "全年", "每周一、", "5日、", "每月5日、", "一一年", "近3",
    "于在自从", "3次", "不少于", "当日", "上午9:00", "12:00、", "1,", "A",
    "QQ1", "报送", "报", "将", "通过", "向", "、报", "各局",
    "\n", "|", "\ue000", "0", ".",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_ten_thousand_hostile_signs_take_a_bounded_time(unit: str) -> None:
    text = (unit * 10_000)[:10_000]
    started = time.perf_counter()
    read_clauses(text, 2017)
    assert time.perf_counter() - started < 5
