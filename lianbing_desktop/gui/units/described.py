"""What the detail pane shows of a unit: its liaisons, how to reach them, what it owes, its names, what went before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from lianbing_desktop.domain.liaison import FIELDS, Liaison, doubts
from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.domain.period import period_label
from lianbing_desktop.domain.submission import State, Submission
from lianbing_desktop.gui.units.words import badges, described, span
from lianbing_desktop.gui.widgets.detail import Action, Detail, Section
from lianbing_desktop.services.units import UnitLine

REACHED = ("office_phone", "mobile", "fax", "email", "qq")
_MOST = 8
_OPEN = (State.OPEN, State.RETURNED)


@dataclass(frozen=True)
class UnitActs:
    """What can be done from the pane; numbers are ids."""

    add: Callable[[int], None]
    edit: Callable[[int], None]
    end: Callable[[int], None]
    withdraw: Callable[[int], None]
    bring_back: Callable[[int], None]
    rename: Callable[[int], None]
    withdraw_name: Callable[[int], None]
    copy: Callable[[str, str], None]
    open: Callable[[str, int], None]


def unit_detail(line: UnitLine, history: Sequence[Liaison], acts: UnitActs) -> Detail:
    """Return what is shown of one unit; ``history`` are all its entries, the newest first."""
    unit_id = line.unit.id
    pressing = badges(line)
    return Detail(
        title=line.name,
        badge=pressing[0] if pressing else None,
        primary=("登记联络员", partial(acts.add, unit_id)),
        actions=[("登记新名称", partial(acts.rename, unit_id))],
        facts=_facts(line),
        sections=[
            each
            for each in (_people(line, acts), *_owed(line, acts), _names(line, acts), _before(line, history, acts))
            if each[1]
        ],
    )


def _facts(line: UnitLine) -> list[tuple[str, str]]:
    facts = [("类别", line.unit.kind.value)]
    if line.submissions:
        counts = f"未报 {line.open}（逾期 {line.overdue}）　已收 {line.received}　已上报 {line.sent}"
        facts.append(("报送", counts))
    else:
        facts.append(("报送", "本活动不由它报送"))
    for quota in line.quotas:
        if quota.is_behind(line.day):
            month = period_label(quota.period)
            facts.append(("份额", f"{quota.requirement}{month}：{quota.got}／{quota.needed}{quota.measure}"))
    if line.lacks_liaison:
        facts.append(("联络员", "未提供。收到名单后点“导入名单”，或点“登记联络员”。"))
    return facts


def _people(line: UnitLine, acts: UnitActs) -> tuple[str, list[Section]]:
    return "联络员（点姓名可修改）", [_person(each, acts) for each in line.liaisons]


def _person(liaison: Liaison, acts: UnitActs) -> Section:
    values = [
        (FIELDS[name], value, ("复制", partial(acts.copy, FIELDS[name], value)))
        for name in REACHED
        if (value := getattr(liaison, name))
    ]
    # one that has ended is history: its last day may still be to come
    standing = [("结束", partial(acts.end, liaison.id))] if liaison.valid_to is None else []
    actions: list[Action] = [*standing, ("撤下", partial(acts.withdraw, liaison.id))]
    edit = partial(acts.edit, liaison.id)
    words = f"{liaison.name}（{liaison.role}）"
    return Section((words, edit), described(liaison), "\n".join(doubts(liaison)), values, actions)


def _before(line: UnitLine, history: Sequence[Liaison], acts: UnitActs) -> tuple[str, list[Section]]:
    now = {each.id for each in line.liaisons}
    replaced = {each.replaces_id for each in history if not each.is_withdrawn}
    return "经过", [_past(each, each.id in replaced, acts) for each in history if each.id not in now]


def _past(liaison: Liaison, is_replaced: bool, acts: UnitActs) -> Section:
    if liaison.is_withdrawn:
        state = "已更正" if is_replaced else "已撤下"
    elif is_replaced:
        state = "已由后来的登记接替"
    else:
        state = "已结束" if liaison.valid_to else "尚未开始"
    numbers = "　".join(f"{FIELDS[name]} {value}" for name in REACHED if (value := getattr(liaison, name)))
    back = partial(acts.bring_back, liaison.id)
    can_return = not is_replaced and (liaison.is_withdrawn or liaison.valid_to is not None)
    words = f"{liaison.name}（{liaison.role}）"
    facts = [state, *described(liaison), *([numbers] if numbers else [])]
    return Section((words, partial(acts.edit, liaison.id)), facts, actions=[("恢复", back)] if can_return else [])


def _names(line: UnitLine, acts: UnitActs) -> tuple[str, list[Section]]:
    if len(line.names.names) == 1:
        return "名称", []
    return "名称", [
        Section(
            (each.name, partial(acts.rename, line.unit.id)),
            [words for words in (span(each.valid_from, each.valid_to), each.note) if words],
            actions=[("撤下", partial(acts.withdraw_name, each.id))] if each.id else [],
        )
        for each in reversed(line.names.names)
    ]


def _owed(line: UnitLine, acts: UnitActs) -> list[tuple[str, list[Section]]]:
    owed = [each for each in line.submissions if not each.is_settled and each.state in _OPEN]
    late = [each for each in owed if each.due_on < line.day]
    coming = [each for each in owed if each.due_on >= line.day]
    came = [each for each in line.submissions if each.state not in (*_OPEN, State.NOT_NEEDED)]
    groups = (("逾期", late, False), ("还要报", coming, False), ("已报", came, True))
    return [
        (f"{words} {len(found)} 件", [Section(each) for each in _lines(found, line, acts, done)])
        for words, found, done in groups
    ]


def _lines(found: Sequence[Submission], line: UnitLine, acts: UnitActs, is_done: bool) -> list[Action]:
    ordered = sorted(found, key=lambda each: each.received_on or each.due_on, reverse=is_done)
    lines: list[Action] = [
        (f"{each.title}　{_when(each, is_done)}", partial(acts.open, "submission", each.id)) for each in ordered[:_MOST]
    ]
    if len(ordered) > _MOST:
        lines.append((f"另有 {len(ordered) - _MOST} 件，在报送清单里看全部", partial(acts.open, "owed", line.unit.id)))
    return lines


def _when(each: Submission, is_done: bool) -> str:
    return f"{each.state}" if is_done else f"{spoken(each.due_on)}"
