"""Moments: when each lead of a plan is to be told, days off moved to the workday before."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from lianbing_desktop.domain.lead import Lead, LeadPlan
from lianbing_desktop.domain.workdays import WorkCalendar

_DAY = timedelta(days=1)


class Moment(NamedTuple):
    """One lead and when it is to be told."""

    lead: Lead
    at: datetime


def moments(due_on: date, plan: LeadPlan, calendar: WorkCalendar) -> list[Moment]:
    """Return the moment of each lead up to the due day, in the plan's order."""
    return [Moment(lead, moment(due_on, lead, plan.at, calendar)) for lead in plan.leads]


@lru_cache(maxsize=1 << 15)
def moment(due_on: date, lead: Lead, at: time, calendar: WorkCalendar) -> datetime:
    """Return when a lead is to be told: never on a day off unless the due day is one, and never later than asked."""
    day = _lead_day(due_on, lead, calendar)
    if calendar.is_workday(due_on):
        day = _workday_until(day, calendar)
    return datetime.combine(day, at)


def latest_overdue(due_on: date, plan: LeadPlan, calendar: WorkCalendar, now: datetime) -> Moment | None:
    """Return the last overdue day whose moment has come, or None; days off are passed over as in ``moment``."""
    if not plan.is_daily_after:
        return None
    day = now.date() if now.time() >= plan.at else now.date() - _DAY
    if calendar.is_workday(due_on) and day > due_on:
        day = _workday_until(day, calendar)
    return Moment(Lead((due_on - day).days), datetime.combine(day, plan.at)) if day > due_on else None


def due_moments(due_on: date, plan: LeadPlan, calendar: WorkCalendar, now: datetime) -> list[Moment]:
    """Return the moments that have come by ``now``; of the overdue days only the latest. No look-back limit."""
    come = [each for each in moments(due_on, plan, calendar) if each.at <= now]
    overdue = latest_overdue(due_on, plan, calendar, now)
    return [*come, overdue] if overdue else come


def _lead_day(due_on: date, lead: Lead, calendar: WorkCalendar) -> date:
    day = due_on
    if lead.is_month_end:
        day = _workday_until(day, calendar)  # a quota's due day is its month's last day
    if not lead.is_workdays:
        return day - _DAY * lead.days
    for _ in range(lead.days):
        day = _workday_until(day - _DAY, calendar)
    return day


def _workday_until(day: date, calendar: WorkCalendar) -> date:
    """Return the day itself or the workday before it."""
    while not calendar.is_workday(day):
        day -= _DAY
    return day
