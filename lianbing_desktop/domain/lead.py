"""Lead times (提前量): how long before its due day something is told, and the plans that name several of them."""

import re
from dataclasses import dataclass
from datetime import time

from lianbing_desktop.errors import UserError

MOST_DAYS = 365


@dataclass(frozen=True, slots=True)
class Lead:
    """One lead time: ``days`` before the due day, negative after it; ``is_month_end`` is the warning of a quota.

    A quota is warned of ``days`` workdays before the last workday of its month (issue: 最后一个工作日减3).
    """

    days: int
    is_workdays: bool = False
    is_month_end: bool = False

    @property
    def code(self) -> str:
        """The lead as part of a key: ``-7``, ``-3w`` in workdays, ``0``, ``+2`` on the second day overdue, ``q``."""
        if self.is_month_end:
            return "q"
        if self.days <= 0:
            return f"+{-self.days}" if self.days else "0"
        return f"-{self.days}{'w' if self.is_workdays else ''}"

    @property
    def words(self) -> str:
        """The lead on screen: 提前7天, 提前3个工作日, 当天, 逾期2天, 月末前3个工作日."""
        if self.is_month_end:
            return f"月末前{self.days}个工作日"
        if self.days <= 0:
            return f"逾期{-self.days}天" if self.days else "当天"
        return f"提前{self.days}个工作日" if self.is_workdays else f"提前{self.days}天"

    @property
    def is_overdue(self) -> bool:
        """Whether the due day is over."""
        return self.days < 0


QUOTA_LEAD = Lead(3, is_workdays=True, is_month_end=True)


@dataclass(frozen=True, slots=True)
class LeadPlan:
    """When something is told: its leads, whether daily after the due day, and at what time of day.

    A plan without leads that is not daily either is silent (不提醒).
    """

    leads: tuple[Lead, ...]
    is_daily_after: bool = True
    at: time = time(9)

    @property
    def text(self) -> str:
        """The plan as it is stored: ``-7,-3w,-1,0,+ @09:00``; read back by ``parse_plan``."""
        codes = [lead.code for lead in self.leads] + (["+"] if self.is_daily_after else [])
        return f"{','.join(codes)} @{self.at:%H:%M}"

    @property
    def words(self) -> str:
        """The plan on screen: 提前7天、3天、1天、当天、逾期后每天，9:00."""
        parts = [lead.words for lead in self.leads] + (["逾期后每天"] if self.is_daily_after else [])
        return f"{'、'.join(parts)}，{self.at.hour}:{self.at.minute:02d}" if parts else "不提醒"


DEFAULT_PLAN = LeadPlan((Lead(7), Lead(3), Lead(1), Lead(0)))
QUOTA_PLAN = LeadPlan((QUOTA_LEAD,), is_daily_after=False)


def parse_plan(text: str) -> LeadPlan:
    """Read a stored plan. Raises UserError, with every fault in its details."""
    listed, _, clock = text.strip().partition("@")
    codes = [code.strip() for code in listed.split(",") if code.strip()]
    at = _time(clock.strip())
    leads = [_lead(code) for code in codes if code != "+"]
    faults = [
        f"“{code}”不是提前量。" for code, lead in zip([c for c in codes if c != "+"], leads, strict=True) if not lead
    ]
    faults += [f"“{code}”写了两次。" for code in dict.fromkeys(codes) if codes.count(code) > 1]
    if at is None:
        faults.append(f"“{clock.strip()}”不是时刻，应写成 09:00 的样子。")
    if faults or at is None:
        raise UserError("提醒方案读不懂，请改正后再保存。", tuple(faults))
    return LeadPlan(tuple(lead for lead in leads if lead), "+" in codes, at)


def _lead(code: str) -> Lead | None:
    if code == QUOTA_LEAD.code:
        return QUOTA_LEAD
    if code == "0":
        return Lead(0)
    match = re.fullmatch(r"-([1-9][0-9]{0,2})(w?)", code, re.ASCII)
    if not match or int(match[1]) > MOST_DAYS:
        return None
    return Lead(int(match[1]), bool(match[2]))


def _time(text: str) -> time | None:
    match = re.fullmatch(r"([0-9]{2}):([0-9]{2})", text, re.ASCII)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return time(int(match[1]), int(match[2]))
