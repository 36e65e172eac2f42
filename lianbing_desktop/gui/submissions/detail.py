"""What the detail pane shows of one submission, or of a matrix cell that holds several."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.submission import State, Step, StoredFile, next_states
from lianbing_desktop.gui.submissions.line import Line
from lianbing_desktop.gui.submissions.words import AT_ONCE, usual_step, verb
from lianbing_desktop.gui.widgets.detail import Action, Detail, Section

_MEGABYTE, _KILOBYTE = 1 << 20, 1 << 10


@dataclass(frozen=True)
class Hands:
    """What the buttons of the pane do."""

    take: Callable[[Line, State], None]
    ask: Callable[[Line, State], None]
    undo: Callable[[Line, Step], None]
    withdraw: Callable[[Line], None]
    open_file: Callable[[StoredFile], None]
    save_files: Callable[[Sequence[StoredFile]], None]
    show: Callable[[int], None]
    remind: Callable[[Line], None]


def detail_of(line: Line, requirement: Requirement | None, steps: Sequence[Step], hands: Hands) -> Detail:
    """Return one submission in full."""
    each, usual = line.submission, usual_step(line)
    others: list[Action] = [
        (verb(line, state), _doing(line, state, hands))
        for state in next_states(each.state)
        if state is not usual
    ]  # fmt: skip
    if steps:
        others.append((f"撤销“{steps[-1].state}”", lambda: hands.undo(line, steps[-1])))
    if each.event_on and not steps:
        others.append(("撤下这件登记", lambda: hands.withdraw(line)))
    if not each.is_settled:
        others.append(("提醒时间…", lambda: hands.remind(line)))
    return Detail(
        title=" · ".join(filter(None, (each.requirement, each.period_words))),
        badge=line.badge,
        primary=(verb(line, usual), _doing(line, usual, hands)) if usual else None,
        actions=others,
        facts=_facts(line, requirement),
        text=requirement_text(requirement),
        sections=_files(each.files, hands),
        history=[_history(step) for step in reversed(steps)],
    )


def several(lines: Sequence[Line], hands: Hands) -> Detail:
    """Return a cell of several: each one leads to its own detail."""
    units = list(dict.fromkeys(line.submission.unit for line in lines))
    done = sum(line.submission.is_settled for line in lines)
    links: list[Action] = [
        (f"{line.submission.title}　{line.badge.word}", lambda line=line: hands.show(line.id))  # type: ignore[misc]
        for line in lines
    ]
    return Detail(
        title="、".join(units[:2]) + ("等" if len(units) > 2 else ""),
        facts=[("已报", f"{done}/{len(lines)}")],
        links=[(f"报送件 {len(lines)} 件", links)],
    )


def requirement_text(requirement: Requirement | None) -> str:
    """Return what the campaign says and does not say about a requirement."""
    if not requirement:
        return ""
    unknown = f"未提供细则：{requirement.unknown}" if requirement.unknown else ""
    return "\n".join(filter(None, (requirement.note, unknown)))


def _doing(line: Line, state: State, hands: Hands) -> Callable[[], None]:
    act = hands.take if state in AT_ONCE else hands.ask
    return lambda: act(line, state)


def _facts(line: Line, requirement: Requirement | None) -> list[tuple[str, str]]:
    each = line.submission
    late = f"，迟报 {each.days_late} 天" if each.days_late else ""
    rule = f"（{requirement.due.spoken()}）" if requirement and requirement.due.after else ""
    event = requirement.event or requirement.due.after if requirement else ""
    found = [
        ("单位", each.unit),
        ("截止", f"{line.due}{rule}"),
        ("收到", f"{spoken(each.received_on)}{late}" if each.received_on else ""),
        (event or "日期", spoken(each.event_on) if each.event_on else ""),
        ("形式", each.form),
        ("渠道", each.channel),
        ("报送至", each.receiver),
        ("报其一", f"{each.any_of}，一件即可" if each.any_of else ""),
    ]
    return [(name, value) for name, value in found if value]


def _files(files: Sequence[StoredFile], hands: Hands) -> list[tuple[str, Sequence[Section]]]:
    if not files:
        return []
    found = [
        Section((file.name, lambda file=file: hands.open_file(file)), (_size(file.size),))  # type: ignore[misc]
        for file in files
    ]
    found.append(Section(("另存为…" if len(files) == 1 else "全部另存为…", lambda: hands.save_files(files))))
    return [("文件（打开的是只读副本）", found)]


def _size(size: int) -> str:
    if size >= _MEGABYTE:
        return f"{size / _MEGABYTE:.1f} MB"
    return f"{-(-size // _KILOBYTE)} KB"


def _history(step: Step) -> str:
    head = "　".join(filter(None, (spoken(step.on), step.state.value, step.person)))
    names = "、".join(file.name for file in step.files)
    return "\n".join(filter(None, (head, step.note, names)))
