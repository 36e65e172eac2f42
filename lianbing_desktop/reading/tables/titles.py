"""The title and the year of a plan, told by its first lines, its number or its dates."""

import re
from collections.abc import Sequence

from lianbing_desktop.domain.source import Source, SourceParagraph
from lianbing_desktop.reading.tables.headings import role_of

_ANNEX = re.compile(r"\s*附[件表]\s*[\d一二三四五六七八九十]*\s*[：:]?\s*")
_TITLE = re.compile(
    r".*(?:表|方案|计划|安排|通知|分工|要点|意见|细则|清单|分解|行事历|日程|制度|办法|台账|任务书|交办单|通知单|责任书|一览)\s*(?:[（(](?:(?:(?!\d{1,2}[月日]).)*|\d{4}年[^前]{1,24})[)）])?"
)
_BEGUN = re.compile(r"\s*(?:附件|[（(]?[\d一二三四五六七八九十]{1,3}[、.．)）])|.*[|｜│]")
_YEAR = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:\s*[-—–~至]\s*(?:19|20)?\d\d)?\s*(?:年|学年|[.-/]\d)|[〔\[（(【]((?:19|20)\d\d)[〕\]）)】]"
)


def told_title(source: Source) -> str:
    """Return the title: the first line of the head that is named like one; empty where there is none."""
    for block in source.blocks[:6]:
        line = " ".join(block.text.split()) if isinstance(block, SourceParagraph) else "|"
        if not line or is_annex(line):
            continue
        if _BEGUN.match(line):
            break
        if _TITLE.fullmatch(line) and 8 <= len(line) <= 60 and not set("。；;：:") & set(line):
            return line
        if role_of(line):
            break
    return ""


def is_annex(text: str) -> bool:
    """Whether a line only says which annex this is (附件2：)."""
    return bool(_ANNEX.fullmatch(text))


def is_caption(text: str) -> bool:
    """Whether a line right above a table only names it."""
    line = " ".join(text.split())
    return len(line) <= 40 and not set("。；;：:，") & set(line) and not re.search(r"\d{1,2}[月日]", line)


def told_year(texts: Sequence[str]) -> int | None:
    """Return the year named first where most years agree: the first in the head, else the last (the date signed)."""
    for text in texts[:6]:
        if match := _YEAR.search(text):
            return int(match[1] or match[2])
    found = [match for text in texts for match in _YEAR.finditer(text)]
    return int(found[-1][1] or found[-1][2]) if found else None
