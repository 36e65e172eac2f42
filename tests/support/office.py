"""Small Word and Excel files made part by part, so that a test can say exactly what stands in them."""

import struct
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PR = "http://schemas.openxmlformats.org/package/2006/relationships"
CT = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)

Parts = dict[str, bytes]


def zipped(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of these parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def content_types(main: str, kind: str) -> bytes:
    """Return the list of content types, naming the main part's."""
    return (
        f'<Types xmlns="{CT}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{kind}"/></Types>'
    ).encode()


def relations(*links: tuple[str, str]) -> bytes:
    """Return a relationship part: rId1 … to (kind, target)."""
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{PR}">{inner}</Relationships>'.encode()


def word_parts(body: str, others: Mapping[str, str] | None = None, kind: str = WORD_TYPE) -> Parts:
    """Return the parts of a .docx; ``others`` are by kind of relationship, such as ``numbering``, their inner XML."""
    others = others or {}
    roots = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "comments": "comments",
             "header": "hdr", "footer": "ftr"}  # fmt: skip
    return {
        "[Content_Types].xml": content_types("word/document.xml", kind),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>".encode(),
        "word/_rels/document.xml.rels": relations(*((name, f"{name}.xml") for name in others)),
        **{f"word/{k}.xml": f"<w:{roots[k]} {NAMES}>{v}</w:{roots[k]}>".encode() for k, v in others.items()},
    }


def word(body: str, others: Mapping[str, str] | None = None) -> bytes:
    """Return a .docx."""
    return zipped(word_parts(body, others))


def p(*texts: str, properties: str = "") -> str:
    """Return a paragraph of runs."""
    runs = "".join(f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' for text in texts)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def tc(content: str = "", properties: str = "") -> str:
    """Return a table cell: of text, or of XML where it begins with a tag."""
    inner = content if content.startswith("<w:") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """Return a table row of texts or cells."""
    inner = "".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def tbl(*rows: str) -> str:
    """Return a table."""
    grid = '<w:gridCol w:w="3000"/>' * (rows[0].count("<w:tc>") if rows else 1)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def excel_parts(
    *sheets: str, strings: Sequence[str] = (), formats: Sequence[str] = (), book: str = "", states: Sequence[str] = ()
) -> Parts:
    """Return the parts of a .xlsx; a sheet is the XML inside ``worksheet``, named 表1 …; style n+1 has format n."""
    count = len(sheets)
    listed = "".join(
        f'<sheet name="表{n}" sheetId="{n}" r:id="rId{n}" state="{states[n - 1] if states else "visible"}"/>'
        for n in range(1, count + 1)
    )
    own = "".join(
        f'<numFmt numFmtId="{164 + n}" formatCode="{escape(f, {chr(34): "&quot;"})}"/>' for n, f in enumerate(formats)
    )
    styles = '<xf numFmtId="0"/>' + "".join(f'<xf numFmtId="{164 + n}"/>' for n in range(len(formats)))
    items = "".join(item if item.startswith("<si>") else f"<si><t>{escape(item)}</t></si>" for item in strings)
    links = [("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, count + 1)]
    links += [("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]
    looks = f'<styleSheet xmlns="{S}"><numFmts>{own}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>'
    return {
        "[Content_Types].xml": content_types("xl/workbook.xml", EXCEL_TYPE),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}">{book}<sheets>{listed}</sheets></workbook>'.encode(),
        "xl/_rels/workbook.xml.rels": relations(*links),
        "xl/sharedStrings.xml": f'<sst xmlns="{S}">{items}</sst>'.encode(),
        "xl/styles.xml": looks.encode(),
        **{f"xl/worksheets/sheet{n}.xml": f'<worksheet xmlns="{S}" xmlns:r="{R}">{inner}</worksheet>'.encode()
           for n, inner in enumerate(sheets, 1)},
    }  # fmt: skip


def excel(
    *sheets: str, strings: Sequence[str] = (), formats: Sequence[str] = (), book: str = "", states: Sequence[str] = ()
) -> bytes:
    """Return a .xlsx."""
    return zipped(excel_parts(*sheets, strings=strings, formats=formats, book=book, states=states))


def c(place: str, text: str) -> str:
    """Return an Excel cell of text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def n(place: str, value: str, style: int = 0) -> str:
    """Return an Excel cell of a number."""
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def row(number: int | str, *cells: str, more: str = "") -> str:
    """Return an Excel row."""
    return f'<row r="{number}"{more}>{"".join(cells)}</row>'


def data(*rows: str, after: str = "") -> str:
    """Return the inside of a worksheet."""
    return f"<sheetData>{''.join(rows)}</sheetData>{after}"


def compound(name: str, stream: bytes, extra: Sequence[str] = ()) -> bytes:
    """Return an OLE container of one stream, with further names in its directory."""
    stream += bytes(max(4096, -(-len(stream) // 512) * 512) - len(stream))
    names = [
        ("Root Entry", 5, 0xFFFFFFFE, 0),
        (name, 2, 2, len(stream)),
        *((other, 1, 0xFFFFFFFE, 0) for other in extra),
    ]
    names += [("", 0, 0, 0)] * (-len(names) % 4)
    directory = b"".join(_entry(*entry, child=1 if not at else 0xFFFFFFFF) for at, entry in enumerate(names))
    assert len(directory) == 512, "one sector of names is enough"
    count = len(stream) // 512
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, count + 2), 0xFFFFFFFE]
    table = struct.pack(f"<{len(chain)}I", *chain) + b"\xff" * (512 - 4 * len(chain))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    return head + struct.pack("<I", 0) + b"\xff" * 432 + table + directory + stream


def _entry(name: str, kind: int, start: int, size: int, child: int) -> bytes:
    coded = name.encode("utf-16-le")
    tree = struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child)
    return (
        coded.ljust(64, b"\0")
        + struct.pack("<HBB", len(coded) + 2 if name else 0, kind, 1)
        + tree
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def old_excel(
    cells: Mapping[tuple[int, int], str | float],
    merged: Sequence[tuple[int, int, int, int]] = (),
    before: bytes = b"",
    extra: Sequence[str] = (),
) -> bytes:
    """Return a .xls of one sheet 表1; ``merged`` are first row, last row, first column, last column."""
    start = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)) + before
    styles = record(0xE0, struct.pack("<HH16x", 0, 0)) + record(0xE0, struct.pack("<HH16x", 0, 14))
    sheet_name = b"\x02\x01" + "表1".encode("utf-16-le")
    offset = len(start) + len(styles) + 4 + 6 + len(sheet_name) + 4
    head = start + styles + record(0x85, struct.pack("<IBB", offset, 0, 0) + sheet_name) + record(0x0A, b"")
    inner = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    for (at, column), value in cells.items():
        if isinstance(value, str):
            text = struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")
            inner += record(0x204, struct.pack("<HHH", at, column, 0) + text)
        else:
            inner += record(0x203, struct.pack("<HHHd", at, column, 1 if 40_000 < value < 50_000 else 0, value))
    ranges = b"".join(struct.pack("<HHHH", *each) for each in merged)
    inner += record(0xE5, struct.pack("<H", len(merged)) + ranges) + record(0x0A, b"")
    return compound("Workbook", head + inner, extra)


def record(kind: int, body: bytes) -> bytes:
    """Return one record of an old workbook."""
    return struct.pack("<HH", kind, len(body)) + body
