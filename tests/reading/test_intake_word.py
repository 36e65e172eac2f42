"""Word files: everything seen on paper is read, in order, each merged cell once, and what is not is told."""

import re
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianbing_desktop.domain.source import SourceBlock, SourceCell, SourceParagraph, SourceTable
from lianbing_desktop.reading.intake import read_source
from lianbing_desktop.reading.intake.numerals import FORMATS
from lianbing_desktop.reading.intake.remarks import Remarks
from lianbing_desktop.reading.intake.wordfile import read_word
from tests.support.office import W, p, tbl, tc, tr, word, word_parts, zipped

SEED = Path(__file__).parents[1] / "support" / "seed"


def read(body: str, **others: str) -> tuple[list[SourceBlock], str]:
    remarks = Remarks()
    return read_word(word(body, others), remarks), "".join(remarks.sentences())


def texts(blocks: list[SourceBlock] | tuple[SourceBlock, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        found += [cell.text for cell in block.cells] if isinstance(block, SourceTable) else [block.text]
    return found


def table(body: str) -> list[tuple[int, int, str, int, int]]:
    (block,) = read(body)[0]
    assert isinstance(block, SourceTable)
    return [(cell.row, cell.column, cell.text, cell.rows, cell.columns) for cell in block.cells]


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def para(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def test_paragraphs_and_tables_come_in_the_order_of_the_file() -> None:
    blocks, told = read(p("前") + tbl(tr("甲", "乙")) + "<w:p/>" + p("中") + tbl(tr("丙")) + p("后"))
    assert texts(blocks) == ["前", "甲", "乙", "中", "丙", "后"]
    assert told == ""


def test_cells_merged_across_and_down_come_once() -> None:
    restart, on, two = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    body = tbl(tr(tc("一", restart), tc("二", two)), tr(tc("", on), "三", "四"), tr(tc("", on), tc("五", two)))
    assert table(body) == [
        (0, 0, "一", 3, 1), (0, 1, "二", 1, 2), (1, 1, "三", 1, 1), (1, 2, "四", 1, 1), (2, 1, "五", 1, 2),
    ]  # fmt: skip


def test_a_merge_that_goes_on_from_nowhere_is_a_cell() -> None:
    assert table(tbl(tr(tc("一", "<w:vMerge/>"), "二"))) == [(0, 0, "一", 1, 1), (0, 1, "二", 1, 1)]


def test_a_merge_of_another_width_is_a_cell() -> None:
    body = tbl(tr(tc("一", '<w:vMerge w:val="restart"/>'), "二"), tr(tc("三", '<w:gridSpan w:val="2"/><w:vMerge/>')))
    assert [cell[2] for cell in table(body)] == ["一", "二", "三"]


def test_text_under_a_merged_cell_is_not_lost() -> None:
    blocks, told = read(tbl(tr(tc("上", '<w:vMerge w:val="restart"/>')), tr(tc("下", "<w:vMerge/>"))))
    assert texts(blocks) == ["上\n下"]
    assert "被盖住的文字也读入了" in told
    assert "第 1 个表第 2 行" in told


def test_old_merges_across_and_rows_that_begin_later() -> None:
    body = tbl(
        tr(tc("一", '<w:hMerge w:val="restart"/>'), tc("", '<w:hMerge w:val="continue"/>'), "二"),
        tr("三", "四", properties='<w:gridBefore w:val="1"/>'),
    )
    assert table(body) == [(0, 0, "一", 1, 2), (0, 2, "二", 1, 1), (1, 1, "三", 1, 1), (1, 2, "四", 1, 1)]


def test_line_breaks_tabs_hyphens_and_paragraphs_in_a_cell() -> None:
    cell = tc(para("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/></w:r>") + p("丁"))
    assert table(tbl(tr(cell))) == [(0, 0, "甲\n乙\t丙-\n丁", 1, 1)]


def test_a_table_in_a_cell_is_kept_and_told() -> None:
    blocks, told = read(tbl(tr(tc(p("外") + tbl(tr("内一", "内二"), tr("内三")) + p("末")), "右")))
    assert texts(blocks) == ["外\n内一\t内二\n内三\n末", "右"]
    assert "单元格里还有表" in told


def test_a_frame_around_everything_is_looked_through() -> None:
    blocks, _ = read(tbl(tr(tc(p("标题") + tbl(tr("甲", "乙"))))))
    assert [type(block) for block in blocks] == [SourceParagraph, SourceTable]


def test_revisions_are_read_as_accepted_and_told() -> None:
    inserted, deleted = f"<w:ins>{run('新')}</w:ins>", "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('走')}</w:moveFrom><w:moveTo>{run('来')}</w:moveTo>"
    rows = tbl(tr("留"), tr("删", properties="<w:del/>"), tr("增", properties="<w:ins/>"))
    blocks, told = read(para(run("原"), inserted, deleted, moved) + rows)
    assert texts(blocks) == ["原新来", "留", "增"]
    assert "已删除的文字没有读入" in told
    assert "新增的文字按已接受读入" in told


def test_hidden_text_is_read_and_told_also_where_a_style_hides_it() -> None:
    styles = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    blocks, told = read(para(run("看", '<w:vanish w:val="0"/>'), run("藏", "<w:vanish/>")) + p("明"), styles=styles)
    assert texts(blocks) == ["看藏", "明"]
    assert "隐藏文字" in told
    assert "第 1 段" in told
    assert "隐藏文字" in read(para(run("藏", '<w:rStyle w:val="h"/>')), styles=styles)[1]
    assert read(para(run("看", '<w:vanish w:val="0"/>')))[1] == ""


BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing>"
    "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    blocks, told = read(para(run("段"), BOX.format(p("框一") + tbl(tr("框表")))) + p("后"))
    assert texts(blocks) == ["段", "框一", "框表", "后"]
    assert "文本框" in told
    assert texts(read(tbl(tr(tc(para(run("格"), BOX.format(p("框"))))))) [0]) == ["格\n框"]  # fmt: skip


def test_notes_stand_at_the_end_headers_and_comments_are_told() -> None:
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{p("—")}</w:footnote><w:footnote w:id="1">{p("见附件")}</w:footnote>'
    )
    pages, comments = p("第 1 页 共 3 页"), f"<w:comment>{p('问张三')}</w:comment>"
    blocks, told = read(
        p("正文"), footnotes=notes, header=p("内部资料"), footer=pages, comments=comments
    )  # fmt: skip
    assert texts(blocks) == ["正文", "见附件"]
    assert "有脚注" in told
    assert "页眉没有算作正文：“内部资料”" in told
    assert "批注没有算作正文：“问张三”" in told
    assert "第 1 页" not in told


def test_fields_show_their_result() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE \\@ "yyyy" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("2017")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(read(para(field, run("年")))[0]) == ["2017年"]
    simple = f'<w:fldSimple w:instr="PAGE">{run("3")}</w:fldSimple>'
    assert texts(read(para(simple))[0]) == ["3"]
    blocks, told = read(para(run("共"), "<w:r><w:instrText>EQ \\o\\ac(○,1)</w:instrText></w:r>"))
    assert texts(blocks) == ["共"]
    assert "EQ" in told


def test_symbols_and_check_boxes() -> None:
    ticked = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    odd = '<w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>'
    box = "<w:r><w:fldChar><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>"
    blocks, told = read(para(ticked, run("是"), odd, box, run("\uf0a8", '<w:rFonts w:ascii="Wingdings"/>')))
    assert texts(blocks) == ["☑是〓☑□"]
    assert "读不出的符号" in told


def test_content_controls_tags_and_links_hide_nothing() -> None:
    def sdt(inner: str) -> str:
        return f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    body = (
        sdt(p("甲"))
        + tbl(sdt(tr(sdt(tc("乙")), "丙")))
        + para(sdt(run("丁")), f"<w:hyperlink>{run('戊')}</w:hyperlink>")
    )
    assert texts(read(body)[0]) == ["甲", "乙", "丙", "丁戊"]


def test_pictures_are_told() -> None:
    assert "图片里的文字没有读入" in read(para(run("见图"), "<w:r><w:drawing><a:blip/></w:drawing></w:r>"))[1]


def test_heading_levels() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="1"/></w:style>'
    )
    marks = ('pStyle w:val="1"', 'pStyle w:val="x"', "bidi", 'outlineLvl w:val="2"', 'outlineLvl w:val="9"')
    body = "".join(p("x", properties=f"<w:{mark}/>") for mark in marks)
    levels = [block.level for block in read(body, styles=styles)[0] if isinstance(block, SourceParagraph)]
    assert levels == [1, 1, 0, 3, 0]


def numbering(*levels: tuple[str, str], more: str = "") -> str:
    inner = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{words}"/></w:lvl>'
        for n, (kind, words) in enumerate(levels)
    )
    number = '<w:num w:numId="{}"><w:abstractNumId w:val="0"/>{}</w:num>'
    return f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>{number.format(1, "")}{number.format(2, more)}'


def item(text: str, depth: int = 0, key: int = 1) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{key}"/></w:numPr>')


def test_automatic_numbers_are_read() -> None:
    lists = numbering(("chineseCounting", "%1、"), ("chineseCountingThousand", "（%2）"), ("decimal", "%3."))
    body = (
        item("甲")
        + item("子", 1)
        + item("丑", 1)
        + item("细", 2)
        + item("乙")
        + item("寅", 1)
        + item("", 1)
        + item("不", 0, 0)
    )
    blocks, told = read(body, numbering=lists)
    assert texts(blocks) == ["一、甲", "（一）子", "（二）丑", "1. 细", "二、乙", "（一）寅", "不"]
    assert told == ""


def test_numbers_of_levels_above_and_lists_that_begin_again() -> None:
    more = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    lists = numbering(("chineseCounting", "第%1章"), ("decimal", "%1.%2"), more=more)
    body = item("甲") + item("子", 1) + item("乙") + item("丙", 0, 2) + item("丁", 0, 2) + item("丑", 1)
    assert texts(read(body, numbering=lists)[0]) == [
        "第一章 甲",
        "一.1 子",
        "第二章 乙",
        "第五章 丙",
        "第六章 丁",
        "六.1 丑",
    ]


def test_numbers_in_cells_styles_and_bullets() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="l"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    by_style = p("乙", properties='<w:pStyle w:val="l"/>')
    blocks, _ = read(tbl(tr(tc(item("甲") + by_style))), numbering=numbering(("decimal", "%1、")), styles=styles)
    assert texts(blocks) == ["1、甲\n2、乙"]
    assert texts(read(item("甲"), numbering=numbering(("bullet", "\uf0b7")))[0]) == ["• 甲"]


def test_numbers_that_cannot_be_made_are_told() -> None:
    assert "自动编号没有读出来" in read(item("甲"))[1]
    blocks, told = read(item("甲"), numbering=numbering(("koreanLegal", "%1.")))
    assert texts(blocks) == ["1. 甲"]
    assert "样式少见" in told


@pytest.mark.parametrize(
    ("kind", "number", "words"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 11, "十一"),
        ("chineseCounting", 20, "二十"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 1010, "一千零一十"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("japaneseCounting", 3, "三"),
        ("ideographDigital", 2017, "二〇一七"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircleChinese", 21, "㉑"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 2, "b"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("ideographTraditional", 11, "甲"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("none", 3, ""),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("upperRoman", 999999999, "999999999"),
    ],
)
def test_kinds_of_numbers(kind: str, number: int, words: str) -> None:
    assert FORMATS[kind](number) == words


def test_a_strict_file_reads_the_same() -> None:
    parts = word_parts(p("甲") + tbl(tr(tc("乙", '<w:gridSpan w:val="2"/>'))))
    strict = parts["word/document.xml"].replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert texts(read_word(zipped(parts | {"word/document.xml": strict}), Remarks())) == ["甲", "乙"]


PIECES = st.text("甲乙丙丁戊己庚辛0123<>&", min_size=1, max_size=6)


@st.composite
def bodies(draw: st.DrawFn, depth: int = 2) -> tuple[str, list[str]]:
    """Draw a body and the texts in it, in the order of reading."""
    body, said = "", []
    for _ in range(draw(st.integers(1, 4))):
        words = draw(PIECES)
        kind = draw(st.sampled_from(("p", "ins", "box", "sdt", "tbl", "nested") if depth else ("p",)))
        if kind == "p":
            body, said = body + p(*words), [*said, words]
        elif kind == "ins":
            body, said = (
                body + p(words).replace("<w:r>", "<w:ins><w:r>").replace("</w:r>", "</w:r></w:ins>"),
                [*said, words],
            )
        elif kind == "sdt":
            inner, more = draw(bodies(depth - 1))
            body, said = body + f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>", said + more
        elif kind == "box":
            inner, more = draw(bodies(0))
            body, said = body + p(words).replace("</w:p>", BOX.format(inner) + "</w:p>"), [*said, words, *more]
        else:
            inner, more = draw(bodies(depth - 1 if kind == "nested" else 0))
            body, said = body + tbl(tr(words, tc(inner)), tr("尾")), [*said, words, *more, "尾"]
    return body, said


@settings(max_examples=150, deadline=None)
@given(bodies())
def test_nothing_is_dropped_and_nothing_is_said_twice(drawn: tuple[str, list[str]]) -> None:
    body, said = drawn
    found = "".join(texts(read(body)[0]))
    assert re.sub(r"\s", "", found) == re.sub(r"\s", "", "".join(said))


def test_the_seed_reads_right_and_whole() -> None:
    path = SEED / "附件2-任务分解表.docx"
    source = read_source(path)
    title, tables = source.blocks[:2], source.blocks[2:]
    assert [block.text for block in title if isinstance(block, SourceParagraph)] == [
        "附件2：",
        "2017年苏州市环境执法大练兵活动任务分解表",
    ]
    assert [(t.row_count, t.column_count) for t in tables if isinstance(t, SourceTable)] == [(10, 3), (11, 3)]
    assert source.warnings == ()
    by_python_docx = docx.Document(str(path)).element.body.itertext(f"{{{W}}}t")
    assert re.sub(r"\s", "", "".join(texts(source.blocks))) == re.sub(r"\s", "", "".join(by_python_docx))


def test_the_seed_text_reads_whole() -> None:
    (path,) = SEED.glob("*.txt")
    source = read_source(path)
    assert re.sub(r"\s", "", "".join(texts(source.blocks))) == re.sub(r"\s", "", path.read_text("utf-8"))


def test_cells_are_values() -> None:
    assert read(tbl(tr("x")))[0] == [SourceTable((SourceCell(0, 0, "x"),), 1, 1)]
