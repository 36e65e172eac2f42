"""The context menu: the steps that the selected submissions can take, and what else can be done with them."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from lianbing_desktop.domain.submission import State, next_states
from lianbing_desktop.gui.submissions.line import Line
from lianbing_desktop.gui.submissions.words import AT_ONCE, VERBS, usual_step, verb

_ORDER = tuple(VERBS)


def step_menu(
    lines: Sequence[Line],
    take: Callable[[Sequence[Line], State], None],
    ask: Callable[[Sequence[Line], State], None],
    remind: Callable[[Line], None],
    parent: QWidget,
) -> QMenu:
    """Return a menu of steps; a step that needs nothing entered is offered at once and with day and note.

    One that can still be missed has its 提醒时间 too.
    """
    menu = QMenu(parent)
    possible = {state for line in lines for state in next_states(line.submission.state)}
    usual = usual_step(lines[0]) if lines else None
    for state in sorted(possible, key=lambda state: (state is not usual, _ORDER.index(state))):
        words = verb(lines[0], state) if len(lines) == 1 else VERBS[state]
        if state in AT_ONCE and len(lines) == 1:
            menu.addAction(words).triggered.connect(lambda checked=False, state=state: take(lines, state))
            words = f"{words}（填日期、备注）…"
        elif state in AT_ONCE:
            words = f"{words}…"
        menu.addAction(words).triggered.connect(lambda checked=False, state=state: ask(lines, state))
    if len(lines) == 1 and not lines[0].submission.is_settled:
        menu.addSeparator()
        menu.addAction("提醒时间…").triggered.connect(lambda checked=False: remind(lines[0]))
    return menu
