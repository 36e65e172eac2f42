"""Reports (公文): what an official document says, part by part, before it becomes a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lianbing_desktop.domain.gap import gaps_in
from lianbing_desktop.domain.sheet import Sheet, cell_words


class Layout(StrEnum):
    """How a report stands on its first page; the values are the words of the data files."""

    DOWN = "下行文"
    UP = "上行文"
    BRIEF = "简报"
    PLAIN = "材料"


@dataclass(frozen=True)
class Line:
    """One paragraph. ``level`` 1 to 4 are the headings 一、（一） 1. （1）, 0 is the text itself."""

    text: str
    level: int = 0


Part = Line | Sheet


@dataclass(frozen=True)
class Annex:
    """One annex (附件), on a page of its own."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Report:
    """One official document.

    In ``title`` a ``|`` is where a line may end. ``issuer`` is the red mark on top, ``number`` the 发文字号 or 期号,
    ``signer`` stands in a 上行文 alone, ``maker`` and ``made_on`` in a 简报. ``copies`` are the lines of the 版记 in
    their order, ``printer`` and ``printed_on`` its last line. What is empty is left out.
    """

    name: str
    words: str
    layout: Layout
    title: str
    parts: tuple[Part, ...]
    annexes: tuple[Annex, ...] = ()
    issuer: str = ""
    number: str = ""
    signer: str = ""
    maker: str = ""
    made_on: str = ""
    addressee: str = ""
    signature: str = ""
    dated: str = ""
    copies: tuple[str, ...] = ()
    printer: str = ""
    printed_on: str = ""

    @property
    def sheets(self) -> list[Sheet]:
        """The tables in the order they stand."""
        parts = (*self.parts, *(part for annex in self.annexes for part in annex.parts))
        return [part for part in parts if isinstance(part, Sheet)]

    @property
    def gaps(self) -> list[str]:
        """Every 【待填：…】 left in it, each once."""
        return gaps_in(self.texts())

    def texts(self) -> Iterator[str]:
        """Yield every text of it in the order of reading."""
        yield from (self.issuer, self.number, self.signer, self.maker, self.made_on, self.title.replace("|", ""))
        yield self.addressee
        yield from _texts(self.parts)
        yield from (self.signature, self.dated)
        for annex in self.annexes:
            yield annex.title.replace("|", "")
            yield from _texts(annex.parts)
        yield from (*self.copies, self.printer, self.printed_on)


def _texts(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Line):
            yield part.text
            continue
        yield from (part.title, part.subtitle, *(column.heading for column in part.columns))
        yield from (cell_words(cell) for row in part.rows for cell in row)
        yield from part.below
