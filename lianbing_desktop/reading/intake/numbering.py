"""The numbers Word makes itself: each list paragraph gets back the words that stand before it on paper."""

import re
from dataclasses import dataclass

from lxml import etree

from lianbing_desktop.reading.intake.markup import MAIN
from lianbing_desktop.reading.intake.numerals import FORMATS
from lianbing_desktop.reading.intake.remarks import Remarks
from lianbing_desktop.reading.intake.wordstyles import number

_VAL = f"{MAIN}val"
_LEVELS = 9
_TIGHT = "、，。）．：】」』"
"""After these signs no space is needed to tell number from text."""
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_MARK = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Level:
    """One level of a list: how it counts, its words with ``%1`` … for the numbers, and what follows them."""

    start: int = 1
    format: str = "decimal"
    words: str = ""
    follow: str = "tab"
    restart: int | None = None
    is_legal: bool = False


class Numbering:
    """The lists of one file and how far each has counted."""

    def __init__(self, root: etree._Element | None, remarks: Remarks) -> None:
        self._remarks = remarks
        self._levels: dict[str, dict[int, Level]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        for element in root if root is not None else ():
            if element.tag == f"{MAIN}abstractNum":
                self._levels[element.get(f"{MAIN}abstractNumId", "")] = _levels(element)
            elif element.tag == f"{MAIN}num":
                self._add(element)

    def _add(self, element: etree._Element) -> None:
        key, abstract = element.get(f"{MAIN}numId", ""), _value(element, "abstractNumId")
        self._abstract[key], self._starts[key] = abstract, {}
        for override in element.iterfind(f"{MAIN}lvlOverride"):
            depth, start = number(override.get(f"{MAIN}ilvl", "")), number(_value(override, "startOverride"))
            if depth is not None and start is not None:
                self._starts[key][depth] = start
            if _levels(override):  # a list of its own words counts by itself
                self._abstract[key] = f"{key} of {abstract}"
                known = self._levels.get(self._abstract[key], self._levels.get(abstract, {}))
                self._levels[self._abstract[key]] = known | _levels(override)

    def label(self, key: str | None, depth: int | None, place: str) -> str:
        """Count one paragraph on and return what stands before it with the gap after it; "" where it has no list."""
        if key is None or key == "0":
            return ""
        level = self._levels.get(self._abstract.get(key, ""), {}).get(depth or 0)
        if level is None:
            self._remarks.note("有自动编号没有读出来（编号的定义缺失），请对照原文件核对", place)
            return ""
        self._count(key, depth or 0)
        words = self._words(key, level, place)
        return words if not words or level.follow == "nothing" or words[-1] in _TIGHT else f"{words} "

    def _count(self, key: str, depth: int) -> None:
        abstract = self._abstract[key]
        counts, levels = self._counts.setdefault(abstract, {}), self._levels[abstract]
        override = self._starts[key].pop(depth, None)
        start = levels[depth].start if override is None else override
        counts[depth] = start if override is not None or depth not in counts else counts[depth] + 1
        for deeper in [each for each in counts if each > depth]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or 0 < depth + 1 <= restart:
                del counts[deeper]

    def _words(self, key: str, level: Level, place: str) -> str:
        if level.format == "bullet":
            return _PRIVATE.sub("•", level.words)
        abstract = self._abstract[key]
        counts, levels = self._counts[abstract], self._levels[abstract]

        def shown(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            other = levels.get(depth, Level())
            kind = "decimal" if level.is_legal and other.format != "none" else other.format
            if kind not in FORMATS:
                self._remarks.note("有自动编号的样式少见，按 1、2、3 读入，请对照原文件核对", place)
            return FORMATS.get(kind, str)(counts.get(depth, other.start))

        return _MARK.sub(shown, level.words)


def _levels(element: etree._Element) -> dict[int, Level]:
    found = {}
    for inner in element.iterfind(f"{MAIN}lvl"):
        depth = number(inner.get(f"{MAIN}ilvl", ""))
        if depth is not None and depth < _LEVELS:
            found[depth] = _level(inner)
    return found


def _level(element: etree._Element) -> Level:
    start = number(_value(element, "start"))
    return Level(
        start=1 if start is None else start,
        format=_value(element, "numFmt") or "decimal",
        words=_value(element, "lvlText"),
        follow=_value(element, "suff") or "tab",
        restart=number(_value(element, "lvlRestart")),
        is_legal=element.find(f"{MAIN}isLgl") is not None,
    )


def _value(element: etree._Element, name: str) -> str:
    child = element.find(f"{MAIN}{name}")
    return "" if child is None else child.get(_VAL, "")
