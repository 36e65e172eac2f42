"""Plain text, pasted text and old files: lines, tabs and bars become blocks; encodings are found out."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianbing_desktop.domain.source import SourceBlock, SourceParagraph, SourceTable
from lianbing_desktop.errors import UserError
from lianbing_desktop.reading.intake import read_pasted, read_source
from lianbing_desktop.reading.intake.encoding import decoded
from lianbing_desktop.reading.intake.refusal import Refused
from lianbing_desktop.reading.intake.remarks import Remarks
from lianbing_desktop.reading.intake.textfile import read_text
from tests.support.hostile import GOOD_EXCEL, GOOD_WORD

SENTENCE = "6月5日前，各市、区环保局将联络员名单报送市环保局，明确专人负责。\r\n“十三五”规划 〔2017〕1号\n"


def rows(block: SourceBlock) -> list[list[str]]:
    assert isinstance(block, SourceTable)
    found = [[""] * block.column_count for _ in range(block.row_count)]
    for cell in block.cells:
        found[cell.row][cell.column] = cell.text
    return found


def lines(blocks: tuple[SourceBlock, ...] | list[SourceBlock]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, SourceParagraph)]


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_are_found_out(name: str) -> None:
    assert decoded(SENTENCE.encode(name)) == SENTENCE.replace("\r\n", "\n")


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_byte_order_marks_are_obeyed(mark: bytes) -> None:
    name = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decoded(mark + "任务".encode(name)) == "任务"


@pytest.mark.parametrize("name", ["big5", "shift_jis"])
def test_an_encoding_that_is_not_ours_is_told_and_not_guessed(name: str) -> None:
    chinese, japanese = "各單位應於六月五日前將聯絡員名單報送環境保護局備查", "ひらがなとカタカナのぶんしょう、です"
    text = chinese if name == "big5" else japanese
    with pytest.raises(Refused, match="编码认不出来"):
        decoded(text.encode(name))


def test_rare_characters_of_names_are_no_reason_to_refuse() -> None:
    text = "联络员：朱镕基、李喆、王㛃。请于6月5日前报送名单，逾期不候，特此通知。"
    assert decoded(text.encode("gb18030")) == text


@given(st.text("甲乙丙丁\t\n \"'6月2日前，。", max_size=60))
def test_pasted_text_loses_nothing(text: str) -> None:
    def bare(words: str) -> str:
        return "".join(words.replace('"', "").split())

    try:
        source = read_pasted(text)
    except UserError:
        assert not text.strip(' \t\n"')
        return
    said = [cell.text for block in source.blocks if isinstance(block, SourceTable) for cell in block.cells]
    assert sorted(bare("".join(said + lines(source.blocks)))) == sorted(bare(text))


def test_pasted_from_excel() -> None:
    source = read_pasted('任务分解表\n时间\t任务\n6月\t"一、成立\n二、制定 ""方案"""\n\t丙\n备注：略\n')
    assert lines(source.blocks) == ["任务分解表", "备注：略"]
    assert rows(source.blocks[1]) == [["时间", "任务"], ["6月", '一、成立\n二、制定 "方案"'], ["", "丙"]]
    assert (source.name, source.warnings) == ("粘贴的文字", ())


def test_pasted_lines() -> None:
    source = read_pasted('一、总体要求\r\n\r\n　　"引文"在此\r\n')
    assert lines(source.blocks) == ["一、总体要求", '"引文"在此']


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "是空的"), (" \n\t\n", "是空的"), ("x" * 2_000_001, "超过 200 万字"), ("x\n" * 300_000, "超过 200000 行")],
    ids=["nothing", "blanks", "long", "lines"],
)
def test_pasted_text_that_is_none(text: str, words: str) -> None:
    with pytest.raises(UserError, match=f"^粘贴的文字.*{words}"):
        read_pasted(text)


def test_pasted_quotes_take_no_long_time() -> None:
    for text in ('\t"', '\t"""x', '"x\n"\t'):
        assert read_pasted("题" + text * 100_000 + "\n末").blocks


def test_separated_values() -> None:
    (block,) = read_text('时间,任务\n6月,"甲,乙\n丙"\n'.encode("gb18030"), ".csv", Remarks())
    assert rows(block) == [["时间", "任务"], ["6月", "甲,乙\n丙"]]
    (block,) = read_text("时间;任务\n6月;甲,乙\n".encode(), ".csv", Remarks())
    assert rows(block) == [["时间", "任务"], ["6月", "甲,乙"]]


def test_markdown() -> None:
    text = "# 方案\n\n## 一、要求\n文字 a|b\n\n| 时间 | 任务 |\n|---|:-:|\n| 6月 | 甲\\|乙 |\n| | 丙 |\n末\n"
    blocks = read_text(text.encode(), ".md", Remarks())
    assert [(block.text, block.level) for block in blocks if isinstance(block, SourceParagraph)] == [
        ("方案", 1), ("一、要求", 2), ("文字 a|b", 0), ("末", 0),
    ]  # fmt: skip
    assert rows(blocks[3]) == [["时间", "任务"], ["6月", "甲|乙"], ["", "丙"]]


def test_text_that_was_damaged_before_is_told() -> None:
    remarks = Remarks()
    read_text("甲\ufffd乙".encode(), ".txt", remarks)
    assert "原来就损坏的字" in remarks.sentences()[0]


@pytest.fixture
def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)


@pytest.mark.usefixtures("without_libreoffice")
@pytest.mark.parametrize(
    ("suffix", "words"),
    [
        (".doc", "旧格式的 Word 文件.*另存为.*docx"),
        (".wps", "WPS 文字的旧格式.*另存为.*docx"),
        (".et", "WPS 表格的旧格式.*另存为.*xlsx"),
        (".docm", "带宏"),
        (".xlsm", "带宏"),
        (".pdf", "PDF"),
        (".zip", "不是能读的文件"),
        ("", "不是能读的文件"),
    ],
)
def test_files_of_other_kinds_get_a_way_out(suffix: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / f"表{suffix}"
    path.write_bytes(b"x")
    with pytest.raises(UserError, match=f"^“表{suffix}”.*{words}"):
        read_source(path)


def test_a_suffix_in_capitals_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "表.DOCX"
    path.write_bytes(GOOD_WORD)
    assert lines(read_source(path).blocks) == ["通知"]


needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="soffice is not installed (LibreOffice)")


def converted(data: bytes, suffix: str, target: str, folder: Path) -> Path:
    """Return the file made old by LibreOffice itself."""
    made = folder / f"表{suffix}"
    made.write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", target, "--outdir", folder]
    subprocess.run([*command, made], capture_output=True, check=True, timeout=60)
    return made.with_suffix(f".{target}")


@needs_libreoffice
def test_old_word_files_are_read_where_libreoffice_is(tmp_path: Path) -> None:
    (seed,) = (Path(__file__).parents[1] / "support" / "seed").glob("*.docx")
    made = converted(seed.read_bytes(), ".docx", "doc", tmp_path)
    source = read_source(made, "表.wps")
    assert source.blocks == read_source(seed).blocks
    assert "由本机的 LibreOffice 转换" in source.warnings[0]


@needs_libreoffice
def test_old_tables_of_excel_and_wps(tmp_path: Path) -> None:
    made = converted(GOOD_EXCEL, ".xlsx", "xls", tmp_path)
    for name in ("表.xls", "表.et"):
        assert rows(read_source(made, name).blocks[0]) == [["时间节点", "任务"], ["6月2日前", "成立小组"]]


@needs_libreoffice
@pytest.mark.parametrize("data", [b"x", b"{\\rtf1 x}", b"<html>"])
def test_old_files_that_are_none_never_reach_libreoffice(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "表.doc"
    path.write_bytes(data)
    with pytest.raises(UserError, match="扩展名是 .doc，内容却是"):
        read_source(path)
