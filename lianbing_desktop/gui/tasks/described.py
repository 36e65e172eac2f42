"""A task as the detail pane shows it: facts, full text, and each requirement with its rule and what has come."""

from collections.abc import Callable, Mapping, Sequence

from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.submission import Submission
from lianbing_desktop.gui.tasks.model import next_words, work_badge
from lianbing_desktop.gui.widgets.badge import standing_badge
from lianbing_desktop.gui.widgets.detail import Detail, Section
from lianbing_desktop.services.tasks import TaskLine

_MOST_SENDERS = 4
_DONE = ("已完成", "已撤下")

Open = Callable[[str, int], None]


def described(
    line: TaskLine,
    number: int,
    owed: Sequence[Submission],
    shorts: Mapping[str, str],
    edit: Callable[[], None],
    remind: Callable[[], None],
    open_thing: Open,
) -> Detail:
    """Return the detail of the table's row ``number``; ``shorts`` names units by key."""
    by_requirement = {requirement.id: [] for requirement in line.requirements}  # type: dict[int, list[Submission]]
    for submission in owed:
        by_requirement.setdefault(submission.requirement_id, []).append(submission)
    sections = [_section(each, by_requirement[each.id], shorts, open_thing) for each in line.requirements]
    return Detail(
        title=f"第{number}项 · {line.stage.title}",
        badge=standing_badge(line.standing) or work_badge(line),
        actions=[("编辑（F2）", edit), *([("提醒时间…", remind)] if line.work not in _DONE else [])],
        facts=_facts(line),
        text=line.task.text,
        sections=[(f"报送要求（{len(sections)}项）" if sections else "没有报送要求", sections)],
    )


def _facts(line: TaskLine) -> list[tuple[str, str]]:
    task = line.task
    window = spoken(task.due_on) if task.start_on == task.due_on else f"{spoken(task.start_on)} — {spoken(task.due_on)}"
    facts = [("时间", window), ("责任部门", "、".join(unit.name for unit in line.units))]
    facts.append(("进度", f"{line.work}，{line.done}/{line.total}" if line.total else line.work))
    if line.next_due_on:
        facts.append(("下一节点", next_words(line)))
    if task.note:
        facts.append(("备注", task.note))
    return facts


def _section(asked: Requirement, owed: Sequence[Submission], shorts: Mapping[str, str], open_thing: Open) -> Section:
    done = sum(submission.is_settled for submission in owed)
    total = max(len(owed), asked.at_least)
    count = f"{done}/{total}" if total else "尚未登记"
    facts = [
        f"{asked.due.spoken()}，{_senders(asked, shorts)} → {shorts.get(asked.receiver, '各市、区')}",
        f"形式：{asked.form}　渠道：{asked.channel}",
    ]
    if asked.note:
        facts.append(asked.note)
    return Section((f"{asked.title}　{count}", lambda: _go(asked, owed, open_thing)), facts, asked.unknown)


def _senders(asked: Requirement, shorts: Mapping[str, str]) -> str:
    names = [shorts.get(key, key) for key in asked.senders]
    if len(names) > _MOST_SENDERS:
        return f"{names[0]}等{len(names)}个单位"
    return "、".join(names)


def _go(asked: Requirement, owed: Sequence[Submission], open_thing: Open) -> None:
    """Go to the piece that is due next, else to the first, else to the requirement itself."""
    still_open = [submission for submission in owed if not submission.is_settled]
    pieces = sorted(still_open, key=lambda submission: submission.due_on) or list(owed)
    if pieces:
        open_thing("submission", pieces[0].id)
    else:
        open_thing("requirement", asked.id)
