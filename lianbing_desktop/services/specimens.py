"""Specimens: small real files for trials, each one valid, in the four kinds that counties send."""

import base64
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

KINDS = ("pdf", "docx", "xlsx", "jpg")

_STAMP = (2017, 6, 1, 8, 0, 0)  # the same content gives the same bytes
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_SHEET = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
_MAIN = "application/vnd.openxmlformats-officedocument"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_EXCEL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_GREY_PIXEL = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////"
    "////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA="
)


def write_specimen(path: Path, lines: Iterable[str]) -> Path:
    """Write a small file of the kind its name says, with ``lines`` in it, and return its path."""
    make = {"pdf": pdf, "docx": docx, "xlsx": xlsx, "jpg": jpg}[path.suffix.lstrip(".")]
    path.write_bytes(make(list(lines)))
    return path


def pdf(lines: list[str]) -> bytes:
    """Return one A4 page of text in a font every PDF reader has for Chinese."""
    shown = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T*\n" for line in lines)
    stream = f"BT /F1 14 Tf 70 770 Td 24 TL\n{shown}ET".encode()
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [6 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 7 0 R"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
        b" /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    )
    return _pdf_file(objects)


def docx(lines: list[str]) -> bytes:
    """Return a Word document of plain paragraphs."""
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines)
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    parts = {"word/document.xml": (f"{_MAIN}.wordprocessingml.document.main+xml", document)}
    return _office_file(parts, "word/document.xml")


def xlsx(lines: list[str]) -> bytes:
    """Return a workbook of one sheet, a row each line."""
    rows = "".join(
        f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>{escape(line)}</t></is></c></row>'
        for number, line in enumerate(lines, 1)
    )
    sheets = '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>'
    book = f'<workbook xmlns="{_EXCEL}" xmlns:r="{_OFFICE}">{sheets}</workbook>'
    parts = {
        "xl/workbook.xml": (f"{_MAIN}.spreadsheetml.sheet.main+xml", book),
        "xl/worksheets/sheet1.xml": (
            f"{_MAIN}.spreadsheetml.worksheet+xml",
            f'<worksheet xmlns="{_EXCEL}"><sheetData>{rows}</sheetData></worksheet>',
        ),
    }
    return _office_file(parts, "xl/workbook.xml", {"xl/_rels/workbook.xml.rels": (_SHEET, "worksheets/sheet1.xml")})


def jpg(lines: list[str]) -> bytes:
    """Return a picture of one pixel with the text as its comment."""
    comment = "\n".join(lines).encode()[:60000]
    return _GREY_PIXEL[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2) + comment + _GREY_PIXEL[2:] + b"\xff\xd9"


def _pdf_file(objects: Iterable[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(places) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    return bytes(out)


def _office_file(
    parts: dict[str, tuple[str, str]], main: str, relations: dict[str, tuple[str, str]] | None = None
) -> bytes:
    kinds = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (kind, _) in parts.items())
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"'
        f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{kinds}</Types>'
    )
    texts = {"[Content_Types].xml": types, "_rels/.rels": _relation(_DOCUMENT, main)}
    texts |= {name: _relation(*relation) for name, relation in (relations or {}).items()}
    texts |= {name: text for name, (_, text) in parts.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            archive.writestr(zipfile.ZipInfo(name, _STAMP), head + text)
    return buffer.getvalue()


def _relation(kind: str, target: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="{target}"/></Relationships>'
    )
