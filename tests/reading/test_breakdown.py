"""Word files that are not the annex, not whole or not meant well: a sentence each, quickly."""

import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from lianbing_desktop.errors import UserError
from lianbing_desktop.reading import word
from lianbing_desktop.reading.breakdown import read_breakdown
from tests.support.desk import SEED_WORD

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEADING = ("时间节点", "目标任务及具体要求", "责任部门")
ROW = ("6月2日前", "制定方案", "监察支队")


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def row(*texts: str) -> str:
    return f"<w:tr>{''.join(text if text.startswith('<') else cell(text) for text in texts)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def document(body: str, head: str = "") -> bytes:
    return f"{head}<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>".encode()


def packed(path: Path, content: bytes, name: str = "word/document.xml", **more: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, content)
        for member, data in more.items():
            archive.writestr(member, data)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "任务分解表.docx"


def test_a_small_table_with_a_heading_repeated_and_periods_carried_down(path: Path) -> None:
    merged, continued = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"
    first = table(row(*HEADING), row(cell("6月-8月", merged), "一", "甲、乙"), row(cell("", continued), "二", "甲"))
    second = table(row(*HEADING), row("6月-8月", "三", "乙"), row("", "四", "丙"))
    body = f"<w:p><w:r><w:t>附件1</w:t></w:r></w:p><w:p><w:r><w:t>方案</w:t></w:r></w:p>{first}<w:p/>{second}"
    found = read_breakdown(packed(path, document(body)), 2020)
    assert [(each.stage_key, each.text, each.units) for each in found.rows] == [
        ("6月-8月", "一", ("甲", "乙")), ("6月-8月", "二", ("甲",)), ("6月-8月", "三", ("乙",)),
        ("6月-8月", "四", ("丙",)),
    ]  # fmt: skip
    assert (found.annex, found.title, len(found.stages)) == ("附件1", "方案", 1)


def test_deleted_words_are_not_read_and_breaks_and_tabs_are(path: Path) -> None:
    text = "<w:tc><w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r><w:del><w:r><w:delText>丙</w:delText></w:r></w:del>"
    text += "<w:moveFrom><w:r><w:t>丁</w:t></w:r></w:moveFrom></w:p><w:p><w:r><w:t>戊</w:t></w:r></w:p></w:tc>"
    found = read_breakdown(packed(path, document(table(row(*HEADING), row("6月2日前", text, "甲")))), 2017)
    assert found.rows[0].text == "甲\t乙\n戊"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", "没有找到任务分解表"),
        (table(row("序号", "任务", "单位"), row(*ROW)), "没有找到任务分解表"),
        (table(row(*HEADING), row("长期", "制定方案", "监察支队")), "第 1 个表第 2 行：读不懂时间节点“长期”"),
        (table(row(*HEADING), row("", "制定方案", "监察支队")), "第 1 个表第 2 行：读不懂时间节点“”"),
        (table(row(*HEADING), row(*ROW), row("6月2日前", "", "甲")), "第 1 个表第 3 行：没有任务内容"),
        (table(row(*HEADING), row("6月2日前", "制定方案")), "第 1 个表第 2 行：有 2 列，应为 3 列"),
        (table(row(*HEADING), row(cell("x", '<w:gridSpan w:val="20000000"/>'))), "跨 20000000 列"),
        (table(row(*HEADING), row(cell("x", '<w:gridSpan w:val="-1"/>'))), "跨 -1 列"),
        (table(row(*HEADING), row(cell("x", '<w:gridSpan w:val="٣"/>'))), "列的单元格"),
        (table(row(*HEADING), row(*["x"] * 64)), "超过 63 列"),
    ],
)
def test_a_table_that_is_not_understood_names_the_place(path: Path, body: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        read_breakdown(packed(path, document(body)), 2017)


BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
GOOD = document(table(row(*HEADING), row(*ROW)))


def utf16(path: Path) -> None:
    packed(path, f"\ufeff{BOMB}<w/>".encode("utf-16"))


def utf7(path: Path) -> None:
    packed(path, b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE w+AD4-<w/>')


def doubled(path: Path) -> None:
    packed(path, GOOD)
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", GOOD)


def many(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", GOOD)
        for number in range(word.MEMBERS):
            archive.writestr(f"x/{number}", b"")


def encrypted(path: Path) -> None:
    packed(path, GOOD)
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = 0
        while (at := data.find(mark, at)) >= 0:
            data[at + offset] |= 1
            at += 4
    path.write_bytes(data)


def lying(path: Path) -> None:
    """A member whose header says 10 bytes and which unpacks to 64 MB."""
    packed(path, b" " * (64 << 20))
    data = path.read_bytes()
    path.write_bytes(data.replace((64 << 20).to_bytes(4, "little"), (10).to_bytes(4, "little")))


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "读不出"),
        (lambda path: path.mkdir(), "读不出"),
        (lambda path: path.write_bytes(b""), "不是完整的"),
        (lambda path: path.write_bytes("任务分解表".encode()), "不是完整的"),
        (lambda path: path.write_bytes(SEED_WORD.read_bytes()[:-400]), "不是完整的"),
        (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "旧格式"),
        (lambda path: packed(path, GOOD, "word/other.xml"), "不是完整的"),
        (lambda path: packed(path, GOOD[:-9]), "不是完整的"),
        (lambda path: packed(path, b"<other/>"), "不是完整的"),
        (lambda path: packed(path, document("", BOMB)), "DOCTYPE"),
        (utf16, "DOCTYPE"),
        (utf7, "DOCTYPE|不是完整的"),
        (lambda path: packed(path, b"<w>" * 100_000), "不是完整的"),
        (doubled, "重名"),
        (many, "展开后过大"),
        (encrypted, "不是完整的"),
        (lying, "不是完整的|正文过大"),
        (lambda path: packed(path, b" " * (word.DOCUMENT_BYTES + 1)), "正文过大"),
        (lambda path: path.write_bytes(bytes(word.FILE_BYTES + 1)), "超过 50 MB"),
    ],
)
def test_a_file_that_is_no_word_file_is_a_sentence(path: Path, make: Callable[[Path], object], words: str) -> None:
    make(path)
    began = time.monotonic()
    with pytest.raises(UserError, match=words) as caught:
        read_breakdown(path, 2017)
    assert path.name in caught.value.message
    assert time.monotonic() - began < 5


def test_unpacked_sizes_are_counted_together(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed(path, GOOD, picture=bytes(2000))
    assert read_breakdown(path, 2017).rows
    monkeypatch.setattr(word, "UNPACKED_BYTES", 2000)
    with pytest.raises(UserError, match="展开后过大"):
        read_breakdown(path, 2017)


def test_ten_thousand_rows_and_half_a_million_paragraphs_are_read_quickly(path: Path) -> None:
    rows = [row("6月2日前", f"第{number}项", "监察支队") for number in range(10_000)]
    body = "<w:p/>" * 500_000 + table(row(*HEADING), *rows)
    began = time.monotonic()
    assert len(read_breakdown(packed(path, document(body)), 2017).rows) == 10_000
    assert time.monotonic() - began < 20
