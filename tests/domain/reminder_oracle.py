"""A second, slow answer to "what is due": it walks day by day and shares nothing with the program but the calendar."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache

from lianbing_desktop.domain.reminder import Item
from lianbing_desktop.domain.workdays import WorkCalendar

LONG_BEFORE = 700
"""Days walked before the due day: more than a year of leads in workdays needs."""


def expected(now: datetime, items: Iterable[Item], calendar: WorkCalendar) -> set[tuple[str, datetime]]:
    """Return key and moment of everything that must have been told by ``now``."""
    return {
        (f"{item.kind.value}:{item.id}:{item.due_on}:{code}", at)
        for item in items
        for code, at in _told(item, now, calendar)
    }


def _told(item: Item, now: datetime, calendar: WorkCalendar) -> Iterator[tuple[str, datetime]]:
    """Walk every day from long before the due day to today and note on which day each wish is told."""
    told, is_due_off = dict(_wishes(item.due_on, item.plan.text, calendar)), not calendar.is_workday(item.due_on)
    if item.plan.text.split(" @")[0].endswith("+"):
        last = {}
        for number, day in enumerate(_days(item.due_on, now.date()), 1):
            if datetime.combine(day, item.plan.at) <= now and (is_due_off or calendar.is_workday(day)):
                last = {f"+{number}": day}
        told |= last
    for code, day in told.items():
        at = datetime.combine(day, item.plan.at)
        if at <= now:
            yield code, at


@lru_cache(maxsize=4096)
def _wishes(due_on: date, plan: str, calendar: WorkCalendar) -> list[tuple[str, date]]:
    """Return the day on which each lead up to the due day is told."""
    walk = list(_days(due_on - timedelta(days=LONG_BEFORE), due_on))
    worked = [calendar.is_workday(day) for day in walk]
    codes = plan.split(" @")[0].split(",")
    return [(code, _told_on(code, walk, worked)) for code in codes if code not in ("", "+")]


def _told_on(code: str, walk: list[date], worked: list[bool]) -> date:
    """Walk towards the due day, counting down what is left, and remember the last day that may be used."""
    if code == "q":
        return [day for day, is_worked in zip(walk, worked, strict=True) if is_worked][-4]
    if code.endswith("w"):
        return [day for day, is_worked in zip(walk[:-1], worked[:-1], strict=True) if is_worked][-int(code[1:-1])]
    left, told = len(walk), walk[0]
    for day, is_worked in zip(walk, worked, strict=True):
        left -= 1
        if is_worked or not worked[-1]:
            told = day
        if left == int(code.strip("-")):
            break
    return told


def _days(after: date, until: date) -> Iterator[date]:
    """Yield the days after one up to another, that one included."""
    day = after
    while day < until:
        day += timedelta(days=1)
        yield day
