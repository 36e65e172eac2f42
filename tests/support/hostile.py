"""Files that want to break the reader, each with the words it must be refused in (or the warning it is read with)."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

from tests.support.office import (
    NAMES,
    c,
    compound,
    content_types,
    data,
    excel,
    excel_parts,
    n,
    old_excel,
    p,
    record,
    relations,
    row,
    tbl,
    tc,
    tr,
    word,
    word_parts,
    zipped,
)

GOOD_WORD = word(p("通知") + tbl(tr("时间节点", "任务"), tr("6月2日前", "成立小组")))
GOOD_EXCEL = excel(data(row(1, c("A1", "时间节点"), c("B1", "任务")), row(2, c("A2", "6月2日前"), c("B2", "成立小组"))))
GOOD_OLD_EXCEL = old_excel({(0, 0): "时间节点", (0, 1): "任务", (1, 0): "6月2日前", (1, 1): "成立小组"})
GOOD_TEXT = "时间节点\t任务\n6月2日前\t成立小组\n".encode()


@dataclass(frozen=True)
class Hostile:
    """A file that must be refused in these words (a pattern), and the same file without what is wrong with it."""

    name: str
    suffix: str
    make: Callable[[], bytes]
    words: str
    control: Callable[[], bytes] | None = None


def _with(base: bytes, parts: Mapping[str, bytes]) -> bytes:
    with zipfile.ZipFile(BytesIO(base)) as archive:
        known = {name: archive.read(name) for name in archive.namelist()}
    return zipped(known | parts)


def _members(*members: zipfile.ZipInfo, base: bytes = GOOD_WORD) -> bytes:
    file = BytesIO(base)
    with zipfile.ZipFile(file, "a") as archive:
        for member in members:
            archive.writestr(member, b"x")
    return file.getvalue()


def _named(name: str) -> bytes:
    """Put a name no zip program writes into the zip: bytes of both directories are changed."""
    stand_in = "z" * len(name)
    return _members(zipfile.ZipInfo(stand_in)).replace(stand_in.encode(), name.encode())


def _duplicate() -> bytes:
    return _members(zipfile.ZipInfo("word/document.xmX")).replace(b"word/document.xmX", b"word/document.xml")


def _link() -> bytes:
    member = zipfile.ZipInfo("word/link.xml")
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    return _members(member)


def _locked_zip() -> bytes:
    """Set the encryption bit of every entry, in both directories."""
    found = bytearray(GOOD_WORD)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = found.find(mark)
        while at >= 0:
            found[at + place] |= 1
            at = found.find(mark, at + 1)
    return bytes(found)


def _directory(entries: list[tuple[str, int, int, int, int]], body: bytes) -> bytes:
    """Return a zip of these bytes with a directory of (name, offset, packed, size, checksum), deflated."""
    listed = b""
    for name, at, packed, size, checksum in entries:
        listed += struct.pack(
            "<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 33, checksum, packed, size, len(name), 0, 0, 0, 0, 0, at
        )
        listed += name.encode()
    return (
        body
        + listed
        + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(entries), len(entries), len(listed), len(body), 0)
    )


def _local(name: str, packed: bytes, size: int, checksum: int) -> bytes:
    return (
        struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 33, checksum, len(packed), size, len(name), 0)
        + name.encode()
        + packed
    )


def _packed(content: bytes) -> bytes:
    packer = zlib.compressobj(1, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def overlapping() -> bytes:
    """Quote the same bytes a thousand times: each entry is the head of the next and all of the kernel."""
    kernel = _packed(bytes(15_000_000))
    body, entries = _local("a", kernel, 15_000_000, zlib.crc32(bytes(15_000_000))), []
    for number in range(140):
        entries.append((f"{number:04}.xml", 0, len(kernel), 15_000_000, zlib.crc32(bytes(15_000_000))))
    return _directory(entries, body)


def _bomb(size: int, declared: int | None = None) -> bytes:
    """Return a .docx whose document is that many blanks; its directory may lie about it."""
    content = f"<w:document {NAMES}><w:body>".encode() + b" " * size
    packed, checksum = _packed(content), zlib.crc32(content)
    parts = word_parts(p("x"))
    body, entries = b"", []
    for name, content in parts.items():
        if name == "word/document.xml":
            found = (packed, size if declared is None else declared, checksum)
        else:
            found = (_packed(content), len(content), zlib.crc32(content))
        entries.append((name, len(body), len(found[0]), found[1], found[2]))
        body += _local(name, *found)
    return _directory(entries, body)


def _many_large() -> bytes:
    large = b"<a>" + b" " * (80 << 20) + b"</a>"
    packed, checksum, body, entries = _packed(large), zlib.crc32(large), b"", []
    for number in range(4):
        name = f"word/large{number}.xml"
        entries.append((name, len(body), len(packed), len(large), checksum))
        body += _local(name, packed, len(large), checksum)
    return _directory(entries, body)


def _many_members() -> bytes:
    return _with(GOOD_WORD, {f"word/part{number}.txt": b"" for number in range(10_001)})


def _flipped(base: bytes, part: str) -> bytes:
    """Return the file with one byte of a part's packed content changed."""
    with zipfile.ZipFile(BytesIO(base)) as archive:
        member = archive.getinfo(part)
    at = member.header_offset + 30 + len(part) + member.compress_size // 2
    return base[:at] + bytes([base[at] ^ 0x55]) + base[at + 1 :]


def _document(content: bytes) -> bytes:
    return _with(GOOD_WORD, {"word/document.xml": content})


def _declared(declaration: str, text: str = "&x;", encoding: str = "utf-8") -> bytes:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    return (
        head + declaration + f"<w:document {NAMES}><w:body>{p('z').replace('z', text)}</w:body></w:document>"
    ).encode(encoding)


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY x{k} "{f"&x{k - 1};" * 10}">' for k in range(1, 10))
    return _document(_declared(f'<!DOCTYPE w [<!ENTITY x0 "哈">{entities}]>', "&x9;"))


def _macro_type() -> bytes:
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    return zipped(word_parts(p("x"), kind=kind))


def _other_kind(main: str, kind: str) -> bytes:
    return zipped(
        {
            "[Content_Types].xml": content_types(main, kind),
            "_rels/.rels": relations(("officeDocument", main)),
            main: b"<a/>",
        }
    )


def _span(words: str, name: str = "gridSpan") -> bytes:
    return word(tbl(tr(tc("a", f'<w:{name} w:val="{words}"/>'), tc("b"))))


def _grid_before() -> bytes:
    return word(tbl(tr("a", properties='<w:gridBefore w:val="20000000"/>')))


def _sheet(inner: str) -> Callable[[], bytes]:
    return lambda: excel(inner)


def _missing_sheet() -> bytes:
    parts = excel_parts(data(row(1, c("A1", "x"))), data(row(1, c("A1", "y"))))
    del parts["xl/worksheets/sheet2.xml"]
    return zipped(parts)


def _locked_word() -> bytes:
    return compound("WordDocument", struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0x804, 0, 0x100))


def _spoilt_old_excel() -> bytes:
    return compound(
        "Workbook", record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)) + b"\x85\x00\xff\xff" + b"\x01" * 40
    )


def _big5() -> bytes:
    return "各單位應於六月五日前將聯絡員名單報送環境保護局備查，並說明辦理情形。".encode("big5")


LATIN = b"<?xml version='1.0' encoding='utf-7'?>" + f"<w:document {NAMES}><w:body/></w:document>".encode()
OUTSIDE = relations(("worksheet", "http://127.0.0.1/x")).replace(b"/x", b'/x" TargetMode="External')
TOO_LONG_MERGE = "".join(f'<mergeCell ref="A{k}:B{k}"/>' for k in range(1, 20_003))

HOSTILE: tuple[Hostile, ...] = (
    # The container.
    Hostile("cut docx", ".docx", lambda: GOOD_WORD[: len(GOOD_WORD) // 2], "不是完整的 .docx"),
    Hostile("cut xlsx", ".xlsx", lambda: GOOD_EXCEL[: len(GOOD_EXCEL) // 2], "不是完整的 .xlsx", lambda: GOOD_EXCEL),
    Hostile("a byte changed", ".docx", lambda: _flipped(GOOD_WORD, "word/document.xml"), "不是完整的|已损坏"),
    Hostile("noise", ".docx", lambda: b"PK\x03\x04" + bytes(range(256)) * 40, "不是完整的 .docx"),
    Hostile("empty file", ".docx", lambda: b"", "是空的"),
    Hostile("blanks", ".docx", lambda: b" " * 1000, "不是完整的 .docx"),
    Hostile("51 MB", ".docx", lambda: GOOD_WORD + bytes(51 << 20), "超过 50 MB"),
    Hostile("duplicate part", ".docx", _duplicate, "重名的部分（word/document.xml）"),
    Hostile("duplicate but for case", ".docx", lambda: _named("WORD/document.xml"), "重名的部分"),
    Hostile("upward name", ".docx", lambda: _named("../../etc/x"), r"指向文件之外的部分（\.\./"),
    Hostile("absolute name", ".docx", lambda: _named("/etc/cron.d/x"), "指向文件之外的部分"),
    Hostile("backslash name", ".docx", lambda: _named("word\\..\\x.xml"), "指向文件之外的部分"),
    Hostile("drive name", ".docx", lambda: _named("C:/x.xml"), "指向文件之外的部分"),
    Hostile("link", ".docx", _link, "里有链接"),
    Hostile("locked zip", ".docx", _locked_zip, "有密码"),
    Hostile("overlapping entries", ".docx", overlapping, "互相重叠"),
    Hostile("bomb of 110 MB", ".docx", lambda: _bomb(110 << 20), "展开后超过 300 MB"),
    Hostile("bomb that says 4 GB", ".docx", lambda: _bomb(1 << 20, (1 << 32) - 2), "展开后超过 300 MB"),
    Hostile("bomb with a small face", ".docx", lambda: _bomb(110 << 20, 500), "不是完整的"),
    Hostile("four parts of 80 MB", ".docx", _many_large, "展开后超过 300 MB"),
    Hostile("10,001 parts", ".docx", _many_members, "超过 10000 个部分"),
    Hostile("bzip2", ".docx", lambda: zipped(word_parts(p("x")), zipfile.ZIP_BZIP2), "少见的方法压缩"),
    Hostile("plain zip", ".docx", lambda: zipped({"通知.txt": b"x"}), "内容却是普通的压缩包"),
    Hostile("program before the zip", ".docx", lambda: b"MZ\x90\0" + bytes(60) + GOOD_WORD, "内容却是程序"),
    Hostile(
        "no main part",
        ".docx",
        lambda: zipped({k: v for k, v in word_parts("").items() if "document.xml" not in k}),
        "不是完整的 .docx",
    ),
    # Not what the name says.
    Hostile(
        "encrypted docx", ".docx", lambda: compound("EncryptedPackage", b"\1" * 5000, ["EncryptionInfo"]), "有密码"
    ),
    Hostile("encrypted xlsx", ".xlsx", lambda: compound("EncryptedPackage", b"\1" * 5000), "有密码"),
    Hostile("doc as docx", ".docx", lambda: compound("WordDocument", b"\xec\xa5"), "内容却是旧格式的 Office 文件"),
    Hostile("xlsx as docx", ".docx", lambda: GOOD_EXCEL, "内容却是 ?Excel 文件"),
    Hostile("docx as xlsx", ".xlsx", lambda: GOOD_WORD, "内容却是 ?Word 文件"),
    Hostile("xlsx as xls", ".xls", lambda: GOOD_EXCEL, "内容却是压缩包"),
    Hostile(
        "pptx as docx",
        ".docx",
        lambda: _other_kind(
            "ppt/p.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
        ),
        "内容却是演示文稿",
    ),
    Hostile(
        "xlsb as xlsx",
        ".xlsx",
        lambda: _other_kind("xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
        "内容却是二进制的 Excel",
    ),
    Hostile(
        "odt as docx",
        ".docx",
        lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}),
        "内容却是 ?OpenDocument",
    ),
    Hostile("pdf as docx", ".docx", lambda: b"%PDF-1.7\n" + bytes(100), "内容却是 ?PDF"),
    Hostile("page as xls", ".xls", lambda: "<html><table><tr><td>6月2日前".encode(), "内容却是网页"),
    Hostile("page as docx", ".docx", lambda: b"\xef\xbb\xbf\r\n<!DOCTYPE html><html>", "内容却是网页"),
    Hostile("picture as txt", ".txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(50), "内容却是图片", lambda: GOOD_TEXT),
    Hostile("zip as csv", ".csv", lambda: GOOD_WORD, "内容却是压缩包"),
    # The markup.
    Hostile(
        "DOCTYPE",
        ".docx",
        lambda: _document(_declared("<!DOCTYPE w:document>", "z")),
        "DOCTYPE",
        lambda: _document(_declared("", "z")),
    ),
    Hostile(
        "outer entity",
        ".docx",
        lambda: _document(_declared('<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>')),
        "DOCTYPE",
    ),
    Hostile("a billion laughs", ".docx", _laughs, "DOCTYPE"),
    Hostile(
        "DOCTYPE in UTF-16",
        ".docx",
        lambda: _document(_declared('<!DOCTYPE w [<!ENTITY x "y">]>', "&x;", "utf-16")),
        "DOCTYPE",
        lambda: _document(_declared("", "z", "utf-16")),
    ),
    Hostile(
        "DOCTYPE in a part nobody reads",
        ".docx",
        lambda: _with(GOOD_WORD, {"customXml/item1.xml": b"<!DOCTYPE a><a/>"}),
        "“customXml/item1.xml”.*DOCTYPE",
        lambda: _with(GOOD_WORD, {"customXml/item1.xml": b"<a/>"}),
    ),
    Hostile(
        "DOCTYPE in strings",
        ".xlsx",
        lambda: _with(GOOD_EXCEL, {"xl/sharedStrings.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
        "“xl/sharedStrings.xml”.*DOCTYPE",
    ),
    Hostile(
        "unclosed", ".docx", lambda: _document(f"<w:document {NAMES}><w:body>".encode()), "“word/document.xml”已损坏"
    ),
    Hostile("undeclared entity", ".docx", lambda: _document(_declared("", "&x;")), "“word/document.xml”已损坏"),
    Hostile("odd encoding", ".docx", lambda: _document(LATIN), "“word/document.xml”已损坏"),
    Hostile(
        "100,000 deep",
        ".docx",
        lambda: _document(f"<w:document {NAMES}>{'<w:body>' * 100_000}{'</w:body>' * 100_000}</w:document>".encode()),
        "“word/document.xml”已损坏",
    ),
    Hostile("4.1 million tags", ".docx", lambda: word("<w:p/>" * 4_100_000), "超过 400 万个标记"),
    # What a plain file never holds.
    Hostile("macros", ".docx", lambda: _with(GOOD_WORD, {"word/vbaProject.bin": b"x"}), "里有宏"),
    Hostile("macros by type", ".docx", _macro_type, "里有宏", lambda: zipped(word_parts(p("x")))),
    Hostile("macros in Excel", ".xlsx", lambda: _with(GOOD_EXCEL, {"xl/vbaProject.bin": b"x"}), "里有宏"),
    Hostile(
        "embedded object",
        ".docx",
        lambda: _with(GOOD_WORD, {"word/embeddings/oleObject1.bin": b"x"}),
        "嵌有别的文件或控件",
    ),
    Hostile("ActiveX", ".xlsx", lambda: _with(GOOD_EXCEL, {"xl/activeX/activeX1.xml": b"<a/>"}), "嵌有别的文件或控件"),
    Hostile("another file inside", ".docx", lambda: word(p("x") + '<w:altChunk r:id="rId9"/>'), "套着另一份文件"),
    # Word.
    Hostile(
        "gridSpan of 20,000,000",
        ".docx",
        lambda: _span("20000000"),
        "第 1 个表第 1 行：有跨 20000000 列",
        lambda: _span("2"),
    ),
    Hostile("gridSpan of 63 nines", ".docx", lambda: _span("9" * 63), "第 1 个表第 1 行：有跨 999999999999 列"),
    Hostile("gridSpan of -1", ".docx", lambda: _span("-1"), "第 1 个表第 1 行：有跨 -1 列"),
    Hostile("gridBefore of 20,000,000", ".docx", _grid_before, "第 1 个表第 1 行"),
    Hostile(
        "64 columns",
        ".docx",
        lambda: word(tbl(tr(*"x" * 64))),
        "第 1 个表第 1 行：超过 63 列",
        lambda: word(tbl(tr(*"x" * 63))),
    ),
    Hostile(
        "500,000 paragraphs",
        ".docx",
        lambda: word(p("x") + "<w:p/>" * 500_000),
        "超过 100000 段",
        lambda: word(p("x") + "<w:p/>" * 5_000),
    ),
    Hostile("21,000 rows", ".docx", lambda: word(tbl(tr("x") * 21_000)), "第 1 个表第 20001 行：表太大"),
    Hostile("3,000 tables", ".docx", lambda: word(tbl(tr("x")) * 3_000), "超过 2000 个表"),
    Hostile(
        "a paragraph of 300,000 characters",
        ".docx",
        lambda: word(p("练" * 300_000)),
        "超过 20 万字",
        lambda: word(p("练" * 200_000)),
    ),
    Hostile("no text", ".docx", lambda: word("<w:p/>"), "里没有文字"),
    # Excel.
    Hostile(
        "row 9,999,999",
        ".xlsx",
        _sheet(data(row(9_999_999, c("A9999999", "x")))),
        "工作表“表1”有第 9999999 行",
        _sheet(data(row(9, c("A9", "x")))),
    ),
    Hostile("row -1", ".xlsx", _sheet(data(row(-1, c("A1", "x")))), "工作表“表1”有第 -1 行"),
    Hostile(
        "column XFE",
        ".xlsx",
        _sheet(data(row(1, c("XFE1", "x")))),
        "工作表“表1”有名为 XFE1 的单元格",
        _sheet(data(row(1, c("Z1", "x")))),
    ),
    Hostile("cell without letters", ".xlsx", _sheet(data(row(1, c("11", "x")))), "工作表“表1”有名为 11 的单元格"),
    Hostile(
        "cell in no row", ".xlsx", _sheet(data(row(1, c("A1", "x")), c("A2", "y"))), "工作表“表1”有单元格不在任何一行里"
    ),
    Hostile("missing sheet", ".xlsx", _missing_sheet, "列有工作表“表2”", _sheet(data(row(1, c("A1", "x"))))),
    Hostile(
        "missing string",
        ".xlsx",
        _sheet(data(row(1, '<c r="B1" t="s"><v>7</v></c>'))),
        "工作表“表1”单元格 B1 的文字在文件里找不到",
    ),
    Hostile("number that is none", ".xlsx", _sheet(data(row(3, n("C3", "NaN")))), "工作表“表1”单元格 C3 应是数"),
    Hostile("number without end", ".xlsx", _sheet(data(row(3, n("C3", "1e999")))), "工作表“表1”单元格 C3 应是数"),
    Hostile(
        "text far away",
        ".xlsx",
        _sheet(data(row(1, c("A1", "x")), row(1_048_576, c("XFD1048576", "y")))),
        "工作表“表1”有 1048576 行 16384 列（最远的文字在 XFD1048576）",
    ),
    Hostile(
        "merge outside",
        ".xlsx",
        _sheet(data(row(1, c("A1", "x")), after='<mergeCells><mergeCell ref="A1:XFE2"/></mergeCells>')),
        "合并范围“A1:XFE2”超出工作表",
    ),
    Hostile(
        "merge of nonsense",
        ".xlsx",
        _sheet(data(row(1, c("A1", "x")), after='<mergeCells><mergeCell ref="甲:乙"/></mergeCells>')),
        "合并范围“甲:乙”不对",
    ),
    Hostile(
        "20,002 merges",
        ".xlsx",
        _sheet(data(row(1, c("A1", "x")), after=f"<mergeCells>{TOO_LONG_MERGE}</mergeCells>")),
        "合并过多",
    ),
    Hostile(
        "sheet to the parent folder",
        ".xlsx",
        lambda: _with(GOOD_EXCEL, {"xl/_rels/workbook.xml.rels": relations(("worksheet", "../../../../etc/passwd"))}),
        "列有工作表“表1”，里面却没有它",
    ),
    Hostile(
        "sheet on the network",
        ".xlsx",
        lambda: _with(
            GOOD_EXCEL,
            {"xl/_rels/workbook.xml.rels": OUTSIDE},
        ),
        "列有工作表“表1”，里面却没有它",
    ),
    Hostile(
        "208,000 cells",
        ".xlsx",
        _sheet(data(*(row(k, *(c(f"{x}{k}", "x") for x in "ABCDEFGH")) for k in range(1, 26_001)))),
        "超过 200000 个单元格",
    ),
    Hostile("no text in Excel", ".xlsx", _sheet(data(row(1, '<c r="A1"/>'))), "里没有文字"),
    # Old Excel.
    Hostile(
        "locked xls",
        ".xls",
        lambda: old_excel({(0, 0): "x"}, before=record(0x2F, bytes(54))),
        "有密码",
        lambda: GOOD_OLD_EXCEL,
    ),
    Hostile(
        "macros in xls",
        ".xls",
        lambda: old_excel({(0, 0): "x"}, extra=["_VBA_PROJECT_CUR"]),
        "里有宏",
        lambda: old_excel({(0, 0): "x"}, extra=["Summary"]),
    ),
    Hostile("object in xls", ".xls", lambda: old_excel({(0, 0): "x"}, extra=["\1Ole10Native"]), "嵌有别的文件或控件"),
    Hostile("cut xls", ".xls", lambda: GOOD_OLD_EXCEL[:1500], "不是完整的 .xls|中断了"),
    Hostile("xls without workbook", ".xls", lambda: compound("别的", b"x"), "不是完整的 .xls|中断了"),
    Hostile("xls with a wild record", ".xls", _spoilt_old_excel, "不是完整的 .xls|中断了|没有文字"),
    Hostile(
        "xls spread out", ".xls", lambda: old_excel({(0, 0): "x", (65_535, 255): "y"}), "有 65536 行 256 列|中断了|内存"
    ),
    # Text.
    Hostile("bytes as text", ".txt", lambda: bytes(range(256)) * 8, "编码认不出来|不是文本文件", lambda: GOOD_TEXT),
    Hostile("traditional text in Big5", ".txt", _big5, "编码认不出来", lambda: _big5().decode("big5").encode()),
    Hostile(
        "text with control characters", ".txt", lambda: "各单位\x00\x01\x02于六月".encode(), "编码认不出来|不是文本文件"
    ),
    Hostile(
        "a field of 300,000 characters",
        ".csv",
        lambda: b'a,"' + b"x" * 300_000 + b'"\n',
        "不是完整的 CSV",
        lambda: b'a,"xx"\n',
    ),
    Hostile("300,000 lines", ".txt", lambda: b"x\n" * 300_000, "超过 200000 行", lambda: b"x\n" * 3_000),
    # Names.
    Hostile("old Word, locked", ".docx", _locked_word, "内容却是旧格式"),
)


def long_number() -> bytes:
    """Return a workbook whose C2 lost the last digits of an ID card's number."""
    return excel(data(row(1, c("A1", "姓名")), row(2, c("A2", "张三"), n("C2", "3.20586199001011E+17"))))


def lying_dimension() -> bytes:
    """Return a sheet of 2,000 rows that says it has two."""
    rows = (row(k, c(f"A{k}", f"第{k}行")) for k in range(1, 2_001))
    return excel('<dimension ref="A1:A2"/>' + data(*rows))


def endless_merge() -> bytes:
    """Return a sheet merged from A2 to the last cell there can be."""
    merged = '<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>'
    return excel(data(row(1, c("A1", "x"), c("B1", "y")), row(2, c("A2", "z")), after=merged))


def endless_rows(count: int) -> bytes:
    """Return a sheet of so many rows of which two hold text."""
    empty = "".join(f'<row r="{k}"/>' for k in range(3, count + 1))
    return excel(data(row(1, c("A1", "x")), row(2, c("A2", "y")), empty))
