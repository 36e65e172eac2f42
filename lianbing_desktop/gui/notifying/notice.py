"""The words of a desktop message: counts and titles, cut short, no personal data."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

MOST = 200
"""Characters of a title, and of the text below it."""
OPEN, SNOOZE, SEEN, TOUCHED = "open", "snooze", "seen", "default"
ACTIONS = ((TOUCHED, "查看"), (OPEN, "查看"), (SNOOZE, "稍后"), (SEEN, "知道了"))
"""What can be pressed, by key; the first is a click on the message itself."""
NAMED = 3
"""Lines a message names in words; the rest is only counted."""
_LINE_MOST = 60
_MARK = "…"


@dataclass(frozen=True)
class Notice:
    """One message: its title, the text below, and whether it can be answered."""

    title: str
    body: str
    is_answerable: bool = True


@dataclass(frozen=True)
class Answer:
    """What became of a message: the server that took it and whether it can be answered there, or why none did."""

    server: str = ""
    has_actions: bool = False
    reason: str = ""


def notice(texts: Sequence[str], total: int = 0) -> Notice:
    """Return the message that names these lines, the first three of them in words; of ``total`` they are the first."""
    total = total or len(texts)
    lines = [cut(text, _LINE_MOST) for text in texts[:NAMED]]
    if total > NAMED:
        lines.append(f"……共 {total} 条")
    return Notice(cut(f"练兵台：{total} 条提醒"), cut("\n".join(lines), keep="\n"))


def cut(text: str, most: int = MOST, keep: str = "") -> str:
    """Return plain visible text of at most so many characters; control characters but those in ``keep`` are blanks."""
    plain = "".join(each if each in keep or _is_visible(each) else " " for each in text).strip()
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + _MARK


def _is_visible(each: str) -> bool:
    return not unicodedata.category(each).startswith("C")
