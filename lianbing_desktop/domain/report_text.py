"""Texts of reports with placeholders in braces, filled from figures and the officer's own entries in one pass.

A placeholder is a name and nothing else: no code stands in a text, and what is filled in is never read again.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lianbing_desktop.domain.figure import Figure, Figures, Items
from lianbing_desktop.domain.gap import gap
from lianbing_desktop.domain.report import Annex, Layout, Line, Part, Report
from lianbing_desktop.domain.sheet import Sheet

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
FRAME = ("issuer", "number", "signer", "maker", "made_on", "addressee", "signature", "dated", "printer", "printed_on")
"""The single lines of a report by their names in the data files."""


@dataclass(frozen=True)
class PartText:
    """One paragraph with its level, one table by its name, or parts repeated for each of some things."""

    text: str = ""
    level: int = 0
    table: str = ""
    each: str = ""
    inside: tuple["PartText", ...] = ()


@dataclass(frozen=True)
class AnnexText:
    """One annex as data."""

    title: str
    parts: tuple[PartText, ...]


@dataclass(frozen=True)
class ReportText:
    """The text of one report as data.

    ``asked`` are the names the officer may fill in by hand for this report, ``shared`` those that hold for all of
    them. ``is_for_unit`` where it is made for one unit at a time. ``receiver`` says who gets it, ``frame`` holds the
    single lines by FRAME.
    """

    name: str
    words: str
    layout: Layout
    receiver: str
    title: str
    parts: tuple[PartText, ...]
    annexes: tuple[AnnexText, ...] = ()
    frame: Mapping[str, str] | None = None
    copies: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    is_for_unit: bool = False
    is_public: bool = False


Entries = Mapping[str, str]
"""What the officer entered by hand, by name."""


def faults(text: ReportText, figures: Figures) -> list[str]:
    """Return a sentence with its place for every placeholder, table and thing that is not known."""
    known = figures.names() | {*text.asked, *text.shared}
    found = [_unknown(name, place) for place, words in _frame_texts(text) for name in _strange(words, known)]
    for place, parts in (("parts", text.parts), *_annex_parts(text)):
        found += _part_faults(place, parts, known, figures)
    return found


def fill(text: ReportText, figures: Figures, entries: Entries) -> Report:
    """Return the report; what is neither known nor entered is a gap. Raises KeyError for an unknown name."""
    values = _values(text, figures, entries)
    frame = {key: filled(words, values) for key, words in (text.frame or {}).items()}
    return Report(
        name=text.name,
        words=text.words,
        layout=text.layout,
        title=filled(text.title, values),
        parts=_filled_parts(text.parts, values, figures, entries),
        annexes=tuple(
            Annex(filled(annex.title, values), _filled_parts(annex.parts, values, figures, entries))
            for annex in text.annexes
        ),
        copies=tuple(filled(words, values) for words in text.copies),
        **frame,
    )


def filled(words: str, values: Mapping[str, str]) -> str:
    """Return ``words`` with every placeholder replaced, in one pass."""
    return PLACEHOLDER.sub(lambda match: values[match[1]], words)


def _values(text: ReportText, figures: Figures, entries: Entries) -> dict[str, str]:
    values = {name: entries.get(name) or gap(name) for name in (*text.asked, *text.shared)}
    return values | _of(figures.values, entries)


def _of(figures: tuple[Figure, ...], entries: Entries) -> dict[str, str]:
    """Return the figures' words; what the desk does not know may have been entered by hand."""
    return {
        each.name: (entries.get(each.name) or gap(each.name)) if each.words is None else each.words for each in figures
    }


def _filled_parts(
    parts: tuple[PartText, ...], values: Mapping[str, str], figures: Figures, entries: Entries
) -> tuple[Part, ...]:
    made: list[Part] = []
    for part in parts:
        if part.table:
            made.append(_table(figures.tables[part.table], values))
        elif part.each:
            for item in figures.items[part.each].figures:
                made += _filled_parts(part.inside, {**values, **_of(item, entries)}, figures, entries)
        else:
            lines = filled(part.text, values).split("\n")
            made += [Line(line.strip(), part.level) for line in lines if line.strip()]
    return tuple(made)


def _table(sheet: Sheet, values: Mapping[str, str]) -> Sheet:
    """Return a table with the placeholders of its lines filled; its cells are values and are left alone."""
    below = tuple(filled(line, values) for line in sheet.below)
    return replace(sheet, title=filled(sheet.title, values), below=below)


def _frame_texts(text: ReportText) -> Iterator[tuple[str, str]]:
    yield "title", text.title
    yield from (text.frame or {}).items()
    yield from ((f"copies[{number}]", words) for number, words in enumerate(text.copies, 1))
    yield from ((f"annexes[{number}].title", annex.title) for number, annex in enumerate(text.annexes, 1))


def _annex_parts(text: ReportText) -> Iterator[tuple[str, tuple[PartText, ...]]]:
    return ((f"annexes[{number}].parts", annex.parts) for number, annex in enumerate(text.annexes, 1))


def _part_faults(place: str, parts: tuple[PartText, ...], known: set[str], figures: Figures) -> list[str]:
    found: list[str] = []
    for number, part in enumerate(parts, 1):
        here = f"{place}[{number}]"
        found += [_unknown(name, f"{here}.text") for name in _strange(part.text, known)]
        if part.table and part.table not in figures.tables:
            found.append(f"{here}.table：没有名为“{part.table}”的表")
        if part.each:
            items = figures.items.get(part.each, Items(()))
            if part.each not in figures.items:
                found.append(f"{here}.each：没有名为“{part.each}”的内容")
            found += _part_faults(f"{here}.inside", part.inside, known | {*items.names}, figures)
    return found


def _strange(words: str, known: set[str]) -> list[str]:
    """Return the names of ``words`` that are not known, and a brace that opens or closes nothing."""
    rest = PLACEHOLDER.sub("", words)
    return [*(name for name in PLACEHOLDER.findall(words) if name not in known), *re.findall("[{}]", rest)]


def _unknown(name: str, place: str) -> str:
    return f"{place}：不认识的占位“{name}”" if name not in "{}" or not name else f"{place}：多出的“{name}”"
