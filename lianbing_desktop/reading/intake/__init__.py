"""Files from outside become sources: a confined child process parses them, and only plain, checked lines come back."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lianbing_desktop.reading.intake.launch import CHILD_ARGUMENT, Stopped, child_command
    from lianbing_desktop.reading.intake.pasting import read_pasted
    from lianbing_desktop.reading.intake.reader import SUFFIXES, read_source
    from lianbing_desktop.reading.intake.refusal import Asked

__all__ = ["Asked", "CHILD_ARGUMENT", "SUFFIXES", "Stopped", "child_command", "read_pasted", "read_source"]
_HOMES = {
    "Asked": "refusal",
    "CHILD_ARGUMENT": "launch",
    "Stopped": "launch",
    "child_command": "launch",
    "read_pasted": "pasting",
    "SUFFIXES": "reader",
    "read_source": "reader",
}


def __getattr__(name: str) -> object:
    """Load the desk's side on first use: the child imports this package too and need not wait for it."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
