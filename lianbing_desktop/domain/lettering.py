"""How a cell reads when it goes out: dates in Chinese words, and no character that a file would refuse or lose."""

import re
from datetime import date
from functools import lru_cache

from lianbing_desktop.domain.sheet import Cell, cell_words

UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
STAND_IN = "\ufffd"


def visible(text: str) -> str:
    """Return ``text`` with one kind of line end, and with U+FFFD for what XML 1.0 does not allow."""
    if text.isprintable():
        return text
    return UNWRITABLE.sub(STAND_IN, text.replace("\r\n", "\n").replace("\r", "\n"))


@lru_cache(maxsize=16384)  # one document asks three times: how wide, what to write, what to read back
def on_paper(cell: Cell) -> str:
    """Return a cell as it is printed: dates as ``2017年10月25日``."""
    if isinstance(cell, date):
        return f"{cell.year}年{cell.month}月{cell.day}日"
    return visible(cell_words(cell))
