"""Holiday years: the bundled statutory table, the officer's own year files winning over it."""

import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from lianbing_desktop.domain.workdays import DayMark, WorkCalendar
from lianbing_desktop.errors import UserError

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
    Raises UserError naming a file that cannot be used.
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
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        year = int(table["year"])
        return year, {
            date.fromisoformat(f"{year}-{day}"): DayMark(kind == "off", str(name))
            for kind in ("off", "work")
            for day, name in table.get(kind, {}).items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(f"节假日文件“{path.name}”有误，未采用：{error}。请按说明改正或移走它。") from error
