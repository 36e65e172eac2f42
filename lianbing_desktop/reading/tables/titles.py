"""The title and the year of a plan, told by its first lines, its number or its dates."""

import re
from collections.abc import Sequence

from lianbing_desktop.domain.source import Source, SourceParagraph

_ANNEX = re.compile(r"\s*附[件表]\s*[\d一二三四五六七八九十]*\s*[：:]?\s*")
_TITLE = re.compile(r".*(?:表|方案|计划|安排|通知|分工|要点|意见|细则|清单|分解|行事历|日程|制度|办法)\s*(?:[（(].*[)）])?")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s*[-—–~至]\s*(?:19|20)?\d\d)?\s*(?:年|学年|[.-/]\d)|[〔\[（(【]((?:19|20)\d\d)[〕\]）)】]")


def told_title(source: Source) -> str:
    """Return the title: the first short line that is named like one, else the first line above a table."""
    lines = [block.text.strip() for block in source.blocks[:12] if isinstance(block, SourceParagraph) and block.text.strip()]
    lines = [line for line in lines if not _ANNEX.fullmatch(line)]
    named = [line for line in lines if _TITLE.fullmatch(line) and 6 <= len(line) <= 60 and "。" not in line and "|" not in line]
    return " ".join(named[0].split()) if named else ""


def told_year(texts: Sequence[str]) -> int | None:
    """Return the year named first where most years agree: the first in the head, else the last (the date signed)."""
    for text in texts[:6]:
        if match := _YEAR.search(text):
            return int(match[1] or match[2])
    found = [match for text in texts for match in _YEAR.finditer(text)]
    return int(found[-1][1] or found[-1][2]) if found else None
