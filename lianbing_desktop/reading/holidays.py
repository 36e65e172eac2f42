"""Holiday years: the bundled statutory table, the officer's own year files winning over it."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from lianbing_desktop.domain.monthday import MonthDay
from lianbing_desktop.domain.workdays import DayMark, WorkCalendar
from lianbing_desktop.errors import UserError
from lianbing_desktop.reading.faults import Faults, Place, toml_table

_FESTIVALS = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
    "Anti-Fascist 70th Day": "抗战胜利70周年纪念日",
}


def work_calendar(own: Iterable[Path]) -> WorkCalendar:
    """Return the working calendar: every year of the State Council notices on file, then the ``own`` year files.

    An own file is TOML: ``year = 2027``, ``[off]`` and ``[work]`` with ``"MM-DD" = "节日名"``.
    Raises UserError listing every fault of a file that cannot be used.
    """
    from chinese_calendar.constants import holidays, workdays

    marks = {day: DayMark(True, _FESTIVALS.get(name, name)) for day, name in holidays.items()}
    marks |= {day: DayMark(False, _FESTIVALS.get(name, name)) for day, name in workdays.items()}
    years = {day.year for day in marks}
    for path in own:
        year, own_marks = _own_year(path)
        marks = {day: mark for day, mark in marks.items() if day.year != year} | own_marks
        years.add(year)
    return WorkCalendar(marks, frozenset(years))


def _own_year(path: Path) -> tuple[int, dict[date, DayMark]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"读不出节假日文件“{path.name}”。请确认它是 UTF-8 编码的文本，或移走它。") from error
    faults = Faults(path.name)
    place = Place(toml_table(text, path.name), "", faults)
    year = place.number("year", least=2000, most=2099)
    marks = _marks(place.table("off", {}), year, True) | _marks(place.table("work", {}), year, False)
    place.done()
    faults.check()
    return year, marks


def _marks(place: Place, year: int, is_off: bool) -> dict[date, DayMark]:
    marks = {}
    for key in place.given():
        try:
            day = MonthDay.parse(key)
            marks[date(year, day.month, day.day)] = DayMark(is_off, place.text(key, ""))
        except ValueError:
            place.fault(key, f"{year} 年没有这一天，应为“MM-DD”")
    return marks
