"""Search keys of Chinese text: the text, its pinyin and its initials; computed on write and stored."""

import gc
from functools import lru_cache

from pypinyin import Style, lazy_pinyin

gc.freeze()  # the dictionary is 190,000 lists: looking through them for rubbish would hold the window up for 70 ms

_SEPARATOR = " "


def search_keys(*texts: str) -> str:
    """Return ``text pinyin initials`` of each text, lower-case, one blank apart."""
    return _SEPARATOR.join(part for text in texts if text for part in _keys(text))


@lru_cache(maxsize=4096)
def _keys(text: str) -> tuple[str, str, str]:
    full = "".join(lazy_pinyin(text, errors=_plain))
    initials = "".join(lazy_pinyin(text, style=Style.FIRST_LETTER, errors=_plain))
    return text.casefold(), full.casefold(), initials.casefold()


def _plain(run: str) -> str:
    """Keep letters and digits between hanzi; punctuation parts words, so that no initials run across it."""
    return "".join(letter if letter.isalnum() else _SEPARATOR for letter in run)
