"""Quotas that lag (份额落后): which are worth a word today, and the line that says it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.domain.period import period_label
from lianbing_desktop.domain.quota import Quota
from lianbing_desktop.domain.submission import Submission
from lianbing_desktop.gui.today.line import GROUP_FROM, Line
from lianbing_desktop.gui.widgets.badge import SOON, Badge

Pieces = Mapping[tuple[int, str, str], int]


def lagging_lines(quotas: Sequence[Quota], submissions: Iterable[Submission], today: date) -> tuple[Line, ...]:
    """Return the quotas still running that lag; what ended short stands among the overdue."""
    pieces = _first_open(submissions)
    groups: dict[int, list[Line]] = defaultdict(list)
    for quota in quotas:
        if is_lagging(quota, today):
            groups[quota.requirement_id].append(_line(quota, pieces, today))
    made: list[Line] = []
    for group in groups.values():
        made += [_group(group)] if len(group) >= GROUP_FROM else group
    return tuple(made)


def is_lagging(quota: Quota, today: date) -> bool:
    """Whether a quota is worth a word: short of an even pace, or bound to be short with half of its time gone."""
    if not (quota.start_on <= today <= quota.due_on and quota.short):
        return False
    is_half_gone = 2 * (today - quota.start_on).days >= (quota.due_on - quota.start_on).days
    return quota.is_behind(today) or (is_half_gone and quota.forecast_short(today) > 0)


def _line(quota: Quota, pieces: Pieces, today: date) -> Line:
    month = f"{period_label(quota.period)} " if quota.period else ""
    short = quota.forecast_short(today)
    forecast = f"按此进度将缺 {short} {quota.measure}" if quota.needed > 1 and short else spoken(quota.due_on)
    shown = replace(SOON, word=f"{month}{quota.got}/{quota.needed} {quota.measure}")
    key = pieces.get((quota.requirement_id, quota.unit, quota.period))
    target = ("submission", key) if key else None
    return Line(
        quota.requirement, quota.unit, forecast, shown, "收件", target,
        due_on=quota.due_on, requirement_id=quota.requirement_id,
    )  # fmt: skip


def _group(lines: list[Line]) -> Line:
    first = lines[0]
    when = first.when if len({line.when for line in lines}) == 1 else spoken(first.due_on)
    is_alike = len({line.badge for line in lines}) == 1
    shown = first.badge if is_alike else Badge("进度落后", SOON.shape, SOON.ink, SOON.ground)
    who = f"{len(lines)} 个单位未达份额"
    return replace(first, who=who, when=when, badge=shown, action="", target=None, children=tuple(lines))


def _first_open(submissions: Iterable[Submission]) -> Pieces:
    found: dict[tuple[int, str, str], int] = {}
    for each in submissions:
        if not each.is_settled:
            found.setdefault((each.requirement_id, each.unit, each.period), each.id)
    return found
