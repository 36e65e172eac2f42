"""The weekly sheet (周报): what is due this week, overdue, received last week, and which quotas are short."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from lianbing_desktop.domain.monthday import spoken, spoken_in
from lianbing_desktop.domain.quota import Quota
from lianbing_desktop.domain.reminder import Item, ItemKind
from lianbing_desktop.domain.sheet import Align, Cell, Column, Sheet
from lianbing_desktop.domain.submission import Submission
from lianbing_desktop.services.absence import week_of
from lianbing_desktop.services.open_items import CampaignData

_COLUMNS = (
    Column("类别", 1.2), Column("日期", 1.4), Column("单位", 2.4), Column("事项", 5), Column("情况", 1.6, Align.CENTER),
)  # fmt: skip


def weekly_sheet(today: date, items: Iterable[Item], campaigns: Iterable[CampaignData]) -> Sheet:
    """Return the week in which ``today`` lies, of every started campaign."""
    monday, sunday = week_of(today)
    owed = sorted((item for item in items if item.kind is not ItemKind.QUOTA), key=lambda item: item.due_on)
    rows = [_item_row("本周到期", item, today) for item in owed if max(monday, today) <= item.due_on <= sunday]
    rows += [_item_row("已逾期", item, today) for item in owed if item.due_on < today and _can_be_late(item)]
    for data in campaigns:
        words = "" if data.is_on_desk else f"（{data.header.title}）"
        rows += _received(data.submissions, monday, words)
        rows += _short(data.quotas, today, words)
    order = ("本周到期", "已逾期", "上周收到", "份额不足")
    rows.sort(key=lambda row: order.index(str(row[0])))
    return Sheet("周报", f"周报（{spoken(monday)}—{spoken(sunday)}）", _COLUMNS, tuple(rows), merged=(0,))


def _can_be_late(item: Item) -> bool:
    return item.plan.is_daily_after or item.kind is ItemKind.SUBMISSION


def _item_row(word: str, item: Item, today: date) -> tuple[Cell, ...]:
    left = (item.due_on - today).days
    state = f"逾期{-left}天" if left < 0 else f"还有{left}天" if left else "今天到期"
    campaign = f"（{item.campaign}）" if item.campaign else ""
    return word, spoken_in(item.due_on, today.year), item.unit or "—", item.title + campaign, state


def _received(submissions: Iterable[Submission], monday: date, words: str) -> Iterator[tuple[Cell, ...]]:
    start = monday - timedelta(days=7)
    for each in submissions:
        if each.received_on and start <= each.received_on < monday:
            yield "上周收到", spoken(each.received_on), each.unit, each.title + words, each.state.value


def _short(quotas: Iterable[Quota], today: date, words: str) -> Iterator[tuple[Cell, ...]]:
    """Yield the quotas that run or have ended and are short."""
    for quota in quotas:
        if quota.short and quota.start_on <= today:
            state = f"缺{quota.short}{quota.measure}"
            yield "份额不足", spoken_in(quota.due_on, today.year), quota.unit, quota.title + words, state
