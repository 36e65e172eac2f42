"""XML parts of foreign files: refused where they declare anything, parsed without entities, network or huge trees."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from xml.parsers import expat

from lxml import etree

from lianbing_desktop.reading.intake.limits import TAGS
from lianbing_desktop.reading.intake.refusal import Refused

MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NO_MEMORY = 2

_STRICT = (
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/", b"http://schemas.openxmlformats.org/spreadsheetml/2006/"),
)
"""“Strict” Office files say the same under other names."""


def check_markup(data: bytes, part: str) -> None:
    """Raise Refused where a part declares a DOCTYPE, or is not well-formed XML in UTF-8 or UTF-16."""

    def refuse(*_: object) -> None:
        raise Refused(f"的“{part}”里有不该有的内容（DOCTYPE），没有读取。请在 Word、Excel 或 WPS 中重新另存一份再试。")

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise _broken(part) from error


def parsed(data: bytes, part: str) -> etree._Element:
    """Return the root of a part that was checked. Raises Refused: too many tags, or nested too deeply."""
    _count(data, part, TAGS)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(_transitional(data), parser)
    except etree.XMLSyntaxError as error:
        raise _trouble(error, part) from error


def streamed(data: bytes, part: str, tags: list[str], most: int) -> Iterator[etree._Element]:
    """Return the elements of these tags as each ends; the caller clears what it has read."""
    _count(data, part, most)
    events = etree.iterparse(
        BytesIO(_transitional(data)), events=("end",), tag=tags, resolve_entities=False, no_network=True,
        load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        for _, element in events:
            yield element
    except etree.XMLSyntaxError as error:
        raise _trouble(error, part) from error


@lru_cache(maxsize=4096)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return _local(str(element.tag))


def _count(data: bytes, part: str, most: int) -> None:
    if data.count(b"<") > most:
        raise Refused(
            f"的“{part}”里有超过 {most // 10_000} 万个标记，不像是一份普通的文件，没有读取。请删去多余内容再试。"
        )


def _transitional(data: bytes) -> bytes:
    for strict, usual in _STRICT if b"purl.oclc.org" in data else ():
        data = data.replace(strict, usual)
    return data


def _trouble(error: etree.XMLSyntaxError, part: str) -> Exception:
    return MemoryError() if getattr(error, "code", 0) == _NO_MEMORY else _broken(part)


def _broken(part: str) -> Refused:
    return Refused(f"的“{part}”已损坏，不是完整的文件，没有读取。请在 Word、Excel 或 WPS 中打开它，另存一份再试。")
