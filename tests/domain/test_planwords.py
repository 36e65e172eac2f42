"""Times as the officer reads them, and what is doubtful about a task."""

import pytest

from lianbing_desktop.domain.clause import CalendarDay, Deadlines, Recurrence, Recurrences, Relative, Standing, Window
from lianbing_desktop.domain.doubts import doubts
from lianbing_desktop.domain.plan import Place, Plan, PlanTask, PlanUnit, Timing
from lianbing_desktop.domain.planwords import NO_TIME, recurrence_words, relative_words, time_words, when_words

JUNE = CalendarDay(6, 5, 2017)
OCTOBER = CalendarDay(10, 31, 2017)


@pytest.mark.parametrize(
    ("timing", "expected"),
    [
        (Timing(), NO_TIME),
        (Timing(due=JUNE), "6月5日 周一 截止"),
        (Timing(due=JUNE, time="12:00"), "6月5日 周一 12:00 截止"),
        (Timing(due=CalendarDay(6, 5)), "6月5日（年份未知） 截止"),
        (Timing(due=CalendarDay(3, 1, 2018)), "2018年3月1日 周四 截止"),
        (Timing(start=JUNE, due=JUNE), "6月5日 周一"),
        (Timing(start=JUNE), "6月5日 周一 起"),
        (Timing(start=CalendarDay(6, 1, 2017), due=CalendarDay(10, 31, 2017)), "6月1日 周四 — 10月31日 周二"),
        (Timing(dues=(JUNE, CalendarDay(9, 5, 2017))), "6月5日 周一、9月5日 周二 截止"),
        (Timing(recurring=Recurrence("month", day=5)), "每月5日"),
        (Timing(ongoing=True), "长期坚持"),
        (Timing(immediate=True), "立即"),
        (Timing(due=CalendarDay(9, 31, 2017)), "9月31日 截止"),
    ],
)
def test_when(timing: Timing, expected: str) -> None:
    assert when_words(timing, 2017) == expected


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        (Recurrence("week", weekday=5), "每周五"),
        (Recurrence("month"), "每月"),
        (Recurrence("month", end=True), "每月末"),
        (Recurrence("month", day=5, offset_months=1), "每月（次月）5日"),
        (Recurrence("month", days=(5, 20)), "每月5日、20日"),
        (Recurrence("month", workday=3), "每月第3个工作日"),
        (Recurrence("month", weekday=1, nth=2), "每月第2个周一"),
        (Recurrence("month", months=(6, 10)), "6—10月每月"),
        (Recurrence("month", interval=2), "每2个月"),
        (Recurrence("quarter", end=True), "每季度末"),
        (Recurrence("year", month=5, day=31), "每年5月31日"),
        (Recurrence("day", times=("08:00", "17:00")), "每天 08:00、 17:00"),
    ],
)
def test_how_often(every: Recurrence, expected: str) -> None:
    assert recurrence_words(every) == expected


def test_terms_and_single_times() -> None:
    assert relative_words(Relative("after", "结案", 7, "days", "unspecified")) == "“结案”后7日内"
    assert relative_words(Relative("after", "结案", 7, "days", "workday")) == "“结案”后7个工作日内"
    assert relative_words(Relative("before", None, 3, "days", "unspecified")) == "上述事项前3日"
    assert relative_words(Relative("after", "结案", 0, "days", "unspecified")) == "“结案”当日"
    assert time_words(Window(JUNE, JUNE), 2017) == "6月5日 周一"
    assert time_words(Deadlines((JUNE,)), 2017) == "6月5日 周一 截止"
    assert time_words(Standing("immediate"), 2017) == "立即"
    assert time_words(Recurrences((Recurrence("month"), Recurrence("year"))), 2017) == "每月；每年"


def told(timing: Timing, units: tuple[PlanUnit, ...] = (PlanUnit("甲", "责任", ()),)) -> str:
    task = PlanTask("报送", "报送", 1, (Place(0, 0, 0, 0, 0, 2),), timing=timing, units=units)
    other = PlanTask("总结", "总结", 2, (Place(1, 0, 0, 0, 0, 2),), units=(PlanUnit("乙", "责任", ()),))
    return " ".join(doubts(task, Plan("表", 2017, "", (task, other))))


@pytest.mark.parametrize(
    ("timing", "words"),
    [
        (Timing(), "没有读出时间"),
        (Timing(recurring=Recurrence("week", weekday=5)), "“每周五”没有写到哪一天为止，启动后列到年底，共 52 期"),
        (Timing(due=OCTOBER, recurring=Recurrence("week", weekday=5)), "没有写从哪一天开始"),
        (Timing(recurring=Recurrence("month", workday=3)), "第3个工作日”启动后按每月末计"),
        (Timing(recurring=Recurrence("quarter", day=10, offset_quarters=1)), "有 1 期的截止日期不在年内"),
        (Timing(recurring=Recurrence("day")), "启动后有 365 件报送件"),
        (Timing(due=CalendarDay(3, 1, 2018)), "不在 2017 年内，启动后按 2017 年12月31日计"),
        (Timing(relative=(Relative("before", "会议", 3, "days", "unspecified"),)), "不能自动算出期限"),
        (Timing(relative=(Relative("after", "结案", 3, "days", "workday"),)), "按自然日计"),
    ],
)
def test_what_a_campaign_cannot_hold_is_said(timing: Timing, words: str) -> None:
    assert words in told(timing)


@pytest.mark.parametrize(
    "timing",
    [
        Timing(JUNE, OCTOBER, recurring=Recurrence("week", weekday=5)),
        Timing(JUNE, OCTOBER, recurring=Recurrence("quarter")),
        Timing(recurring=Recurrence("week", months=(6, 9))),
        Timing(dues=(JUNE, CalendarDay(9, 5, 2017))),
    ],
)
def test_what_a_campaign_holds_is_not_doubted(timing: Timing) -> None:
    assert told(timing) == ""


def test_many_pieces_are_told_with_their_reckoning() -> None:
    units = tuple(PlanUnit(name, "责任", ()) for name in ("甲", "乙"))
    timing = Timing(start=CalendarDay(6, 1, 2017), due=CalendarDay(10, 31, 2017), recurring=Recurrence("day"))
    assert "启动后有 153 期 × 2 个单位，共 306 件报送件" in told(timing, units)


def test_units_are_doubted_where_they_are_missing_or_like_another() -> None:
    assert "没有读出责任单位" in told(Timing(due=JUNE), ())
    assert "“法规处”可能就是“局法规处”" in told(Timing(due=JUNE), (PlanUnit("法规处", "责任", (), "局法规处"),))
    assert told(Timing(due=JUNE)) == ""
