"""Mending the text layer of a PDF written by Qt, so that its Chinese can be searched and copied right."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pikepdf

from lianbing_desktop.writing import write_atomically

SECTION = re.compile(r"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
TOKEN = re.compile(r"<([0-9A-Fa-f\s]*)>|([\[\]])")
CODESPACE = re.compile(r".*?endcodespacerange", re.DOTALL)
MOST = 100  # entries a section may hold
END = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


def mend(path: Path, lookalikes: Mapping[str, str]) -> None:
    """Rewrite the PDF at ``path``: what is stored as a key of ``lookalikes`` reads as its value.

    Dates and random numbers are taken out too, so that the same sheets give the same file.
    """
    with pikepdf.open(path) as pdf:
        for font in _fonts(pdf):
            source = font.ToUnicode.read_bytes().decode("ascii")
            font.ToUnicode.write(rewritten(source, lookalikes).encode("ascii"))
        _make_repeatable(pdf)
        write_atomically(path, lambda spare: pdf.save(spare, deterministic_id=True))


def rewritten(cmap: str, lookalikes: Mapping[str, str]) -> str:
    """Return a ToUnicode map with its texts replaced, every code in an entry of its own."""
    entries = [(code, "".join(lookalikes.get(letter, letter) for letter in text)) for code, text in _entries(cmap)]
    head = CODESPACE.match(cmap)
    if head is None:
        raise ValueError("a ToUnicode map without a code space")
    sections = [_section(entries[start : start + MOST]) for start in range(0, len(entries), MOST)]
    return "\n".join([head.group(), *sections, END])


def _fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and isinstance(thing.get("/ToUnicode"), pikepdf.Stream):
            yield thing


def _make_repeatable(pdf: pikepdf.Pdf) -> None:
    for key in ("/CreationDate", "/ModDate"):
        if key in pdf.docinfo:
            del pdf.docinfo[key]
    if "/Metadata" in pdf.Root:
        del pdf.Root.Metadata  # says the same as the information above, with dates
    if "/ID" in pdf.trailer:
        del pdf.trailer["/ID"]


def _entries(cmap: str) -> Iterator[tuple[str, str]]:
    """Yield (code in hexadecimal, text) of all sections; codes without a text are left out."""
    for kind, inner in SECTION.findall(cmap):
        tokens = [re.sub(r"\s", "", found[0]) or found[1] for found in TOKEN.findall(inner)]
        pairs = _chars(tokens) if kind == "bfchar" else _ranges(tokens)
        yield from ((code, text) for code, text in pairs if text.strip("\0"))


def _chars(tokens: list[str]) -> Iterator[tuple[str, str]]:
    for code, text in zip(tokens[::2], tokens[1::2], strict=True):
        yield code, _text(text)


def _ranges(tokens: list[str]) -> Iterator[tuple[str, str]]:
    """Yield every code of ``<from> <to> [<text> …]`` and of ``<from> <to> <text>``, where the text counts up."""
    rest = iter(tokens)
    for first in rest:
        start, stop, third = int(first, 16), int(next(rest), 16), next(rest)
        for code in range(start, stop + 1):
            if third == "[":
                yield f"{code:0{len(first)}X}", _text(next(rest))
            else:
                text = _text(third)
                yield f"{code:0{len(first)}X}", text[:-1] + chr(ord(text[-1]) + code - start)
        if third == "[" and next(rest) != "]":
            raise ValueError("a ToUnicode range whose length is wrong")


def _text(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", "surrogatepass")


def _section(entries: list[tuple[str, str]]) -> str:
    lines = (f"<{code}> <{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>" for code, text in entries)
    return "\n".join([f"{len(entries)} beginbfchar", *lines, "endbfchar"])
