"""In the child: what a paper for the package holds that must not go onto a disc. Only marks come out, no content."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lianbing_desktop.domain import paperfault
from lianbing_desktop.reading.intake.gate import OLE, check_bytes
from lianbing_desktop.reading.intake.limits import FILE_BYTES, MEMBERS, PART_BYTES
from lianbing_desktop.reading.intake.refusal import Refused

_GAP = "【待填"
_TYPICAL = "典型案"
_TEXTS = re.compile(
    r"(word/(document|header\d*|footer\d*|footnotes|endnotes)|xl/(sharedStrings|worksheets/[^/]+))\.xml"
)
_TAG = re.compile(rb"<[^>]*>")
_ACTIVE = {"/JavaScript", "/Launch"}
_DEEP = 1_000


def marks_of(path: Path, suffix: str) -> list[str]:
    """Return the marks of one file. Raises MemoryError; any other trouble with the file is a mark."""
    if suffix == paperfault.PDF:
        return list(dict.fromkeys(_pdf(path)))
    if suffix in paperfault.WITH_MACROS:
        return [paperfault.BROKEN_OFFICE]
    if suffix in paperfault.OLD_OFFICE:
        return _old(path, suffix)
    return _office(path)


def _pdf(path: Path) -> Iterator[str]:
    import pikepdf

    with path.open("rb") as file:
        if b"%PDF-" not in file.read(1024):
            yield paperfault.BROKEN_PDF
            return
    try:
        with pikepdf.open(path, access_mode=pikepdf.AccessMode.stream) as pdf:
            if pdf.is_encrypted:
                yield paperfault.LOCKED_PDF
            if _is_mended(pdf) or not _has_pages(pdf):
                yield paperfault.BROKEN_PDF
            if _is_active(pdf):
                yield paperfault.ACTIVE_PDF
    except pikepdf.PasswordError:
        yield paperfault.LOCKED_PDF
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError, OverflowError):
        yield paperfault.BROKEN_PDF


def _is_mended(pdf: Any) -> bool:
    """Whether the library had to guess where things are: the file was cut off or overwritten."""
    return any("reconstruct" in str(warning) or "damaged" in str(warning) for warning in pdf.get_warnings())


def _has_pages(pdf: Any) -> bool:
    """Whether there are pages, and every page's own words and lines can be unpacked."""
    for page in pdf.pages:
        contents = page.obj.get("/Contents")
        for stream in contents if contents is not None and contents._type_name == "array" else [contents]:
            if stream is not None:
                stream.read_bytes()
    return len(pdf.pages) > 0


def _is_active(pdf: Any) -> bool:
    import pikepdf

    for top in (pdf.trailer.get("/Root"), *pdf.objects):
        waiting = [(top, 0)]
        while waiting:
            each, depth = waiting.pop()
            if isinstance(each, pikepdf.Array):
                inner: list[Any] = list(each)
            elif isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)):
                if "/JS" in each or str(each.get("/S", "")) in _ACTIVE:
                    return True
                inner = [value for _, value in each.items()]
            else:
                continue
            if depth < _DEEP:  # what is indirect comes by itself
                waiting += [(v, depth + 1) for v in inner if isinstance(v, pikepdf.Object) and not v.is_indirect]
    return False


def _old(path: Path, suffix: str) -> list[str]:
    if path.stat().st_size > FILE_BYTES:
        with path.open("rb") as file:
            return [] if file.read(8) == OLE else [paperfault.BROKEN_OFFICE]
    try:
        check_bytes(path.read_bytes(), suffix)
    except Refused:
        return [paperfault.BROKEN_OFFICE]
    return []


def _office(path: Path) -> list[str]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            names = [member.filename for member in members]
            if len(members) > MEMBERS or "[Content_Types].xml" not in names:
                return [paperfault.BROKEN_OFFICE]
            if any(member.flag_bits & 1 for member in members) or any("vbaproject" in name.lower() for name in names):
                return [paperfault.BROKEN_OFFICE]
            if not any(name in ("word/document.xml", "xl/workbook.xml") for name in names):
                return [paperfault.BROKEN_OFFICE]
            text = "".join(_text(archive, member) for member in members if _TEXTS.fullmatch(member.filename))
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError, OSError):
        return [paperfault.BROKEN_OFFICE]
    found = {paperfault.GAPS: _GAP in text, paperfault.TYPICAL_CASE: _TYPICAL in text}
    return [mark for mark, is_found in found.items() if is_found]


def _text(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> str:
    """Return a part's words, tags taken out; a word may stand in several runs. Raises ValueError: too large."""
    with archive.open(member) as file:
        data = file.read(PART_BYTES + 1)
    if len(data) > PART_BYTES:
        raise ValueError
    return _TAG.sub(b"", data).decode("utf-8", "replace") + "\n"
