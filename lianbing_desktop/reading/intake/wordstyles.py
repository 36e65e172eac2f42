"""What a Word file's styles say that matters to a reader: heading levels, lists, hidden text."""

from dataclasses import dataclass, replace

from lxml import etree

from lianbing_desktop.reading.intake.markup import MAIN

_VAL = f"{MAIN}val"
_OFF = ("0", "false", "off")
_DEPTH = 20


@dataclass(frozen=True)
class Style:
    """The marks of a style, or of a paragraph with its style; None: nothing is said. ``level`` counts from 1."""

    level: int | None = None
    list: str | None = None
    depth: int | None = None
    is_hidden: bool | None = None

    def over(self, other: "Style") -> "Style":
        """Return these marks, filled up with those of the style they are based on."""
        mine = {name: value for name, value in vars(self).items() if value is not None}
        return replace(other, **mine)


class Styles:
    """All styles of a file."""

    def __init__(self, root: etree._Element | None) -> None:
        elements = [] if root is None else root.findall(f"{MAIN}style")
        self._elements = {element.get(f"{MAIN}styleId", ""): element for element in elements}
        self._known: dict[str, Style] = {}
        self._usual = next((key for key, element in self._elements.items() if _is_usual(element)), "")

    def paragraph(self, properties: etree._Element | None) -> Style:
        """Return the marks of a paragraph with these properties."""
        own = Style() if properties is None else _marks(properties)
        return own.over(self._named(_value(properties, "pStyle") or self._usual))

    def is_hidden(self, properties: etree._Element | None) -> bool:
        """Tell whether a run of these properties is hidden, by itself or by its style."""
        if properties is None:
            return False
        own = _switch(properties, "vanish")
        return self._named(_value(properties, "rStyle")).is_hidden is True if own is None else own

    def _named(self, name: str, depth: int = 0) -> Style:
        element = self._elements.get(name)
        if element is None or depth > _DEPTH:
            return Style()
        if name not in self._known:
            inner = element.find(f"{MAIN}pPr")
            own = Style() if inner is None else _marks(inner)
            runs = element.find(f"{MAIN}rPr")
            own = replace(own, is_hidden=None if runs is None else _switch(runs, "vanish"))
            self._known[name] = own.over(self._named(_value(element, "basedOn"), depth + 1))
        return self._known[name]


def _marks(properties: etree._Element) -> Style:
    level = number(_value(properties, "outlineLvl"))
    inner = properties.find(f"{MAIN}numPr")
    depth = None if inner is None else number(_value(inner, "ilvl"))
    found = None if inner is None else _value(inner, "numId") or None
    return Style(None if level is None else (level + 1) % 10, found, depth)


def _value(element: etree._Element | None, name: str) -> str:
    child = None if element is None else element.find(f"{MAIN}{name}")
    return "" if child is None else child.get(_VAL, "")


def _switch(element: etree._Element, name: str) -> bool | None:
    child = element.find(f"{MAIN}{name}")
    return None if child is None else child.get(_VAL, "1") not in _OFF


def number(words: str) -> int | None:
    """Return a small whole number, or None where it is none."""
    return int(words) if words.isascii() and words.isdigit() and len(words) <= 9 else None


def _is_usual(element: etree._Element) -> bool:
    return element.get(f"{MAIN}type") == "paragraph" and element.get(f"{MAIN}default", "0") not in _OFF
