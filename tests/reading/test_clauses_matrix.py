"""Every period with every due day, every event with every length, every date with every by-word, every dash: all read.

A share of the crossings is run by default (another one for every kind), all of them with ``LIANBING_SOAK=1``.
"""

import os
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

from tests.support.clause_score import is_right, times

STEP = 1 if os.environ.get("LIANBING_SOAK") else 9
Case = tuple[str, dict[str, Any]]

DUE_DAYS: dict[str, dict[str, Any]] = {
    "5日": {"day": 5},
    "二十五日": {"day": 25},
    "15号": {"day": 15},
    "10日、20日": {"days": [10, 20]},
    "1-5日": {"days": [1, 5]},
    "第3个工作日": {"workday": 3},
    "首个工作日": {"workday": 1},
    "最后一个工作日": {"workday": -1},
    "最后一天": {"end": True},
    "底": {"end": True},
    "第一个周一": {"weekday": 1, "nth": 1},
    "最后一个星期五": {"weekday": 5, "nth": -1},
    "第二周": {"week": 2},
    "上旬": {"day": 10},
}
MONTHLY: dict[str, dict[str, Any]] = {
    "每月": {},
    "于每个月": {},
    "各月": {},
    "当月": {},
    "次月": {"offset_months": 1},
    "下月": {"offset_months": 1},
    "双月": {"parity": "even"},
    "每两个月": {"interval": 2},
    "每季度首月": {"every": "quarter", "month_of_period": 1},
    "每季度第二个月": {"every": "quarter", "month_of_period": 2},
    "季末月": {"every": "quarter", "month_of_period": 3},
    "每季度结束后次月": {"every": "quarter", "offset_months": 1},
    "下季度首月": {"every": "quarter", "month_of_period": 1, "offset_quarters": 1},
    "每半年首月": {"every": "half_year", "month_of_period": 1},
    "从2021年3月起,每月": {"start": "2021-03-01"},
    "4-10月每月": {"months": [4, 10]},
}
TAILS: dict[str, dict[str, Any]] = {
    "": {},
    "前": {},
    "之前报送": {},
    "下班前": {},
    "17时前": {"time": "17:00"},
    "（遇节假日顺延）前": {},
}
EVENTS = ("收到通知", "文件印发", "活动结束", "验收合格", "事故发生", "任务下达", "公示期满")
AHEAD = ("会议召开", "期限届满", "合同到期", "活动开始", "考试", "有效期届满", "放假")
LENGTHS: dict[str, tuple[str, int, str]] = {
    "3日": ("days", 3, "unspecified"),
    "三个工作日": ("days", 3, "workday"),
    "一周": ("days", 7, "unspecified"),
    "半个月": ("days", 15, "unspecified"),
    "1个月": ("months", 1, "unspecified"),
    "二十日": ("days", 20, "unspecified"),
    "24小时": ("hours", 24, "calendar"),
    "半小时": ("minutes", 30, "calendar"),
}
AFTER = (
    "自{e}之日起{l}内", "在{e}后{l}内", "应当自{e}之日起{l}内办结", "{e}之后{l}以内", "{e}后的{l}内", "{e}{l}内",
    "从{e}之日起,{l}内", "{e}后,单位应当于{l}内", "{e}后{l}内（含当日）", "{e}后最迟{l}内", "{e}后不超过{l}",
)  # fmt: skip
BEFORE = ("{e}前{l}", "{e}{l}前", "在{e}前{l}内", "于{e}前至少{l}", "应在{e}之前{l}提出")
DATES: dict[str, tuple[str, str]] = {
    "6月": ("2021-06-01", "2021-06-30"),
    "六月份": ("2021-06-01", "2021-06-30"),
    "6月上旬": ("2021-06-01", "2021-06-10"),
    "6月中下旬": ("2021-06-11", "2021-06-30"),
    "第二季度": ("2021-04-01", "2021-06-30"),
    "下半年": ("2021-07-01", "2021-12-31"),
    "6月15日": ("2021-06-15", "2021-06-15"),
    "2021年6月15号": ("2021-06-15", "2021-06-15"),
    "六月十五日": ("2021-06-15", "2021-06-15"),
    "6月15日（星期二）": ("2021-06-15", "2021-06-15"),
    "2021.6.15": ("2021-06-15", "2021-06-15"),
}
ENDS = {"6月底": "06-30", "年底": "12-31", "本年末": "12-31", "二季度末": "06-30", "2021年年底": "12-31"}
BY = ("{p}前", "{p}之前", "截至{p}", "最迟{p}前", "务于{p}前报送", "{p}前（含）", "到{p}前", "（{p}前）")
CLOCKS = {"12时": "12:00", "下午5点": "17:00", "上午9时30分": "09:30", "晚上8点": "20:00", "24：00": "24:00"}
WINDOWS = (
    ("3月5日", "6月10日", "2021-03-05", "2021-06-10"),
    ("3月5日", "10日", "2021-03-05", "2021-03-10"),
    ("3月", "6月", "2021-03-01", "2021-06-30"),
    ("2021年3月", "2022年2月", "2021-03-01", "2022-02-28"),
    ("11月15日", "次年3月15日", "2021-11-15", "2022-03-15"),
    ("3月上旬", "5月中旬", "2021-03-01", "2021-05-20"),
    ("3月初", "5月底", "2021-03-01", "2021-05-31"),
    ("三月五日", "六月十日", "2021-03-05", "2021-06-10"),
    ("3月5日(周五)", "3月8日(周一)", "2021-03-05", "2021-03-08"),
    ("第一季度", "第三季度", "2021-01-01", "2021-09-30"),
    ("2021年", "2023年", "2021-01-01", "2023-12-31"),
    ("3月下旬", "年底", "2021-03-21", "2021-12-31"),
    ("11月5日", "2022年1月10日", "2021-11-05", "2022-01-10"),
)
DASHES = ("-", "—", "--", "——", "–", "―", "～", "~", "至", "到", "－", " — ", "起至", "持续到")
AROUND = ("{w}", "（{w}）", "时间：{w}", "{w}为整治阶段", "{w}期间", "从{w}开展自查", "{w}|市局|检查")


def _recurring() -> Iterator[Case]:
    for (period, base), (day, fields), (tail, more) in product(MONTHLY.items(), DUE_DAYS.items(), TAILS.items()):
        yield period + day + tail, {"every": "month"} | base | fields | more


def _relative() -> Iterator[Case]:
    for event, (words, (measure, number, unit)) in product(EVENTS, LENGTHS.items()):
        for form in AFTER:
            yield form.format(e=event, l=words), {"after": event, measure: number, "unit": unit}
        following = {"after": event, measure: number, "unit": unit, "from_next_day": True}
        yield f"自{event}之日的次日起{words}内", following
    for event, (words, (measure, number, unit)), form in product(AHEAD, LENGTHS.items(), BEFORE):
        yield form.format(e=event, l=words), {"before": event, measure: number, "unit": unit}


def _dated() -> Iterator[Case]:
    for (words, (_, last)), form in product(DATES.items(), BY):
        yield form.format(p=words), {"due": last}
    for (words, day), form in product(ENDS.items(), BY):
        yield form.format(p=words), {"due": f"2021-{day}"}
    for (words, (first, last)), (clock, time) in product(DATES.items(), CLOCKS.items()):
        if first == last and not words.endswith("5"):
            yield f"请于{words}{clock}前报送", {"due": last, "time": time}
            yield f"定于{words}{clock}召开", {"on": last, "time": time}


def _windows() -> Iterator[Case]:
    for (left, right, first, last), dash, form in product(WINDOWS, DASHES, AROUND):
        yield form.format(w=left + dash + right), {"start": first, "due": last}


def _missed(cases: Iterable[Case]) -> list[str]:
    return [
        text
        for n, (text, form) in enumerate(cases)
        if n % STEP == n // STEP % STEP and not is_right(form, times(text, 2021))
    ]


def test_every_due_day_in_every_period_is_read() -> None:
    assert _missed(_recurring()) == []


def test_every_length_after_and_before_every_event_is_read() -> None:
    assert _missed(_relative()) == []


def test_every_date_with_every_by_word_is_read() -> None:
    assert _missed(_dated()) == []


def test_every_window_with_every_dash_is_read() -> None:
    assert _missed(_windows()) == []


def test_a_crossing_that_is_not_read_is_seen() -> None:
    assert _missed([("无期", {"due": "2021-06-30"})] * (STEP * STEP)) != []
