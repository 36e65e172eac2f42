"""Gaps: what a document does not say yet, marked 【待填：…】 for everybody to see, and never filled by invention."""

import re
from collections.abc import Iterable

GAP = re.compile(r"【待填[^】\n]*】")


def gap(words: str) -> str:
    """Return the mark for something that is still to be filled in."""
    return f"【待填：{words}】"


def gaps_in(texts: Iterable[str]) -> list[str]:
    """Return every gap in the texts, each once, in the order met."""
    return list(dict.fromkeys(found for text in texts for found in GAP.findall(text)))
