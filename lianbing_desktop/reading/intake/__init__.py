"""Files from outside become sources: a confined child process parses them, and only plain, checked lines come back."""

from lianbing_desktop.reading.intake.launch import CHILD_ARGUMENT, Stopped, child_command
from lianbing_desktop.reading.intake.pasting import read_pasted
from lianbing_desktop.reading.intake.reader import SUFFIXES, read_source

__all__ = ["CHILD_ARGUMENT", "SUFFIXES", "Stopped", "child_command", "read_pasted", "read_source"]
