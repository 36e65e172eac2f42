"""What steps are called on buttons, in dialogs and when they are done."""

from collections.abc import Sequence

from lianbing_desktop.domain.submission import State, next_states
from lianbing_desktop.gui.submissions.line import Line

VERBS = {
    State.OPEN: "恢复为未报",
    State.RECEIVED: "收件…",
    State.REVIEWED: "审核通过",
    State.SENT_UP: "已上报",
    State.RECEIPT: "附回执…",
    State.RETURNED: "退回…",
    State.NOT_NEEDED: "不适用…",
}
SURE = {
    State.OPEN: "恢复",
    State.RECEIVED: "收下",
    State.REVIEWED: "记为已审",
    State.SENT_UP: "记为已上报",
    State.RECEIPT: "记下回执",
    State.RETURNED: "退回",
    State.NOT_NEEDED: "记为不适用",
}
WITHOUT_FILES = "登记为已收（无文件）"
AT_ONCE = (State.REVIEWED, State.SENT_UP, State.OPEN)
"""The steps that need nothing entered: taken at once, with 撤销."""


def verb(line: Line, state: State) -> str:
    """Return what the button of a step says for that line."""
    if state is not State.RECEIVED or line.submission.state is State.OPEN:
        return VERBS[state]
    return "重新收件…" if line.submission.state is State.RETURNED else "补收文件…"


def usual_step(line: Line) -> State | None:
    """Return the step that Space takes; None where all is done or another one came instead."""
    if line.replaced_by or line.submission.state is State.RECEIPT:
        return None
    return next_states(line.submission.state)[0]


def naming(lines: Sequence[Line]) -> str:
    """Name one line in full, several by their number."""
    return lines[0].what if len(lines) == 1 else f"{len(lines)} 件报送件"


def done_words(lines: str, state: State, files: int) -> str:
    """Say what was done."""
    beside = f"（{files} 个文件）" if files else ""
    if state is State.RECEIVED:
        return f"已收 {lines}{beside}"
    if state is State.OPEN:
        return f"已恢复为未报：{lines}"
    return f"已记为“{state}”：{lines}{beside}"
