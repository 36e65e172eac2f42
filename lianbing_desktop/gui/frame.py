"""The frame: what every page may ask of the window it stands in."""

from collections.abc import Callable
from dataclasses import dataclass

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.icons import Icons
from lianbing_desktop.gui.jobs import Jobs
from lianbing_desktop.gui.memory import Memory
from lianbing_desktop.gui.signals import Signals
from lianbing_desktop.gui.style import Style


@dataclass(frozen=True)
class Frame:
    """Given to every page.

    ``open`` goes to a thing by kind and id: ``task``, ``requirement``, ``submission``, ``unit`` or ``liaison`` (the
    page 单位), ``owed`` (a unit's submissions), ``day``, the ``page`` of that number, or importing a ``plan``. ``say``
    shows a line for ten seconds, with 撤销 where an undo is given, or a button of another word; ``tell`` shows a
    sentence the officer has to read. ``leave`` closes the window for good; ``try_messages`` sends a message by way of
    trial and tells in words which channels took it. ``plan_leads`` opens 提醒时间, with the open item of that key
    (``submission:12``), with what a task asks for (``task:3``), or with the whole campaign (empty); ``over`` is the
    window it stands over where that is not this one.
    """

    style: Style
    icons: Icons
    signals: Signals
    jobs: Jobs
    memory: Memory
    clock: Clock
    open: Callable[[str, int], None]
    say: Callable[..., None]
    tell: Callable[[UserError], None]
    leave: Callable[[], None]
    try_messages: Callable[[Callable[[list[str]], None]], None]
    plan_leads: Callable[..., None]
