"""Bars over weeks: which lane, where cut, what is left over; and how a week of some height shows them. No window."""

from datetime import date

import pytest

from lianbing_desktop.gui.calendar.geometry import LINE, MOST_ENTRIES, NAMED, THIN, TOP, fitted, plan
from lianbing_desktop.gui.calendar.lanes import Window, lay_out, shown
from lianbing_desktop.gui.calendar.month import Month

OCTOBER = Month(2017, 10)


def bar(name: str, start: str, due: str) -> Window:
    return Window(name, date.fromisoformat(f"2017-{start}"), date.fromisoformat(f"2017-{due}"))


CAMPAIGN = bar("实施", "06-01", "10-31")
SELECTION = bar("推选", "10-25", "10-31")
CLOSING = bar("总结", "11-01", "12-31")


def drawn(*windows: Window) -> list[str]:
    """Each week's bars as ``name lane:first-last``, [ and ] where the window begins and ends, * where it is named."""
    return [
        " ".join(
            f"{'[' if s.is_start else ''}{'*' if s.is_named else ''}{s.window.name}{s.lane}:{s.first}-{s.last}"
            f"{']' if s.is_end else ''}"
            for s in week
        )
        for week in lay_out(windows, OCTOBER.weeks())
    ]


@pytest.mark.parametrize(
    ("windows", "expected"),
    [
        ((), ["", "", "", "", "", ""]),
        ((bar("他月", "08-01", "09-24"),), ["", "", "", "", "", ""]),
        ((bar("前日", "09-25", "09-25"),), ["[*前日0:0-0]", "", "", "", "", ""]),
        ((bar("跨周", "10-06", "10-10"),), ["", "[*跨周0:4-6", "跨周0:0-1]", "", "", ""]),
        (
            (SELECTION, CLOSING, CAMPAIGN),
            [
                "*实施0:0-6",
                "实施0:0-6",
                "实施0:0-6",
                "实施0:0-6",
                "实施0:0-6 [*推选1:2-6",
                "实施0:0-1] 推选1:0-1] [*总结0:2-6",
            ],
        ),
        ((bar("甲", "10-02", "10-04"), bar("乙", "10-05", "10-08")), ["", "[*甲0:0-2] [*乙0:3-6]", "", "", "", ""]),
        ((bar("短", "10-02", "10-03"), bar("长", "10-02", "10-05")), ["", "[*长0:0-3] [*短1:0-1]", "", "", "", ""]),
        (
            (bar("甲", "10-02", "10-10"), bar("乙", "10-03", "10-04"), bar("丙", "10-05", "10-11")),
            ["", "[*甲0:0-6 [*乙1:1-2] [*丙1:3-6", "甲0:0-1] 丙1:0-2]", "", "", ""],
        ),
    ],
)
def test_lanes(windows: tuple[Window, ...], expected: list[str]) -> None:
    assert drawn(*windows) == expected


def test_windows_never_overlap_in_a_lane() -> None:
    windows = [bar(str(n), f"10-{1 + n % 20:02d}", f"10-{3 + (n * 7) % 28:02d}") for n in range(60)]
    windows = [window for window in windows if window.start_on <= window.due_on]
    for week in lay_out(windows, OCTOBER.weeks()):
        taken = [(segment.lane, column) for segment in week for column in range(segment.first, segment.last + 1)]
        assert len(taken) == len(set(taken))


def test_the_last_lane_tells_how_many_are_left_out() -> None:
    windows = [bar(str(n), "10-02", f"10-{8 - n:02d}") for n in range(4)]
    week = lay_out(windows, OCTOBER.weeks())[1]
    kept, rest = shown(week, 4)
    assert (len(kept), rest) == (4, None)
    kept, rest = shown(week, 3)
    assert [segment.window.name for segment in kept] == ["0", "1"]
    assert rest
    assert (rest.count, rest.first) == (2, 0)


def test_a_bar_is_thin_where_its_name_stands_elsewhere() -> None:
    weeks = lay_out([CAMPAIGN, SELECTION], OCTOBER.weeks())
    assert plan(weeks[0], 100).lanes == ((TOP, NAMED),)
    assert plan(weeks[1], 100).lanes == ((TOP, THIN),)
    assert [height for top, height in plan(weeks[4], 100).lanes] == [THIN, NAMED]
    assert plan(weeks[4], 100).depths[0] < plan(weeks[4], 100).depths[2]


def test_a_low_week_keeps_room_for_two_entries() -> None:
    windows = [bar(str(n), "10-02", "10-08") for n in range(3)]
    week = lay_out(windows, OCTOBER.weeks())[1]
    assert plan(week, 160).rest is None
    low = plan(week, 92)
    assert low.rest
    assert fitted(92, low.depths[0], 2) == (2, 0) or low.rest.count == 3


@pytest.mark.parametrize(
    ("room", "count", "expected"),
    [
        (4, 0, (0, 0)),
        (4, 4, (4, 0)),
        (5, 5, (MOST_ENTRIES, 1)),
        (4, 5, (3, 2)),
        (9, 30, (MOST_ENTRIES, 26)),
        (1, 1, (1, 0)),
        (1, 3, (0, 3)),
        (0, 3, (0, 3)),
    ],
)
def test_up_to_four_entries_then_plus_n(room: int, count: int, expected: tuple[int, int]) -> None:
    assert fitted(TOP + room * LINE + 2, TOP, count) == expected


@pytest.mark.parametrize(
    ("month", "weeks", "first", "last"),
    [
        (Month(2017, 10), 6, date(2017, 9, 25), date(2017, 11, 5)),
        (Month(2021, 2), 4, date(2021, 2, 1), date(2021, 2, 28)),
        (Month(2016, 2), 5, date(2016, 2, 1), date(2016, 3, 6)),
        (Month(2017, 12), 5, date(2017, 11, 27), date(2017, 12, 31)),
    ],
)
def test_weeks_of_a_month(month: Month, weeks: int, first: date, last: date) -> None:
    assert len(month.weeks()) == weeks
    assert (month.weeks()[0][0], month.weeks()[-1][-1]) == (first, last)


def test_months_go_on_over_the_year_and_stop_at_the_ends() -> None:
    assert Month(2017, 12).shifted(1) == Month(2018, 1)
    assert Month(2017, 1).shifted(-1) == Month(2016, 12)
    assert Month(2099, 12).shifted(1) == Month(2099, 12)
    assert Month(1990, 1).shifted(-1) == Month(1990, 1)
    assert Month(2017, 2).day(31) == date(2017, 2, 28)
