"""Reports in Word: the checker of GB/T 9704 can see each fault, and ours refuses a file that says something else."""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from lianbing_desktop.domain.report import Annex, Layout, Line, Report
from lianbing_desktop.domain.sheet import Align, Column, Sheet
from lianbing_desktop.errors import UserError
from lianbing_desktop.export.report import check, measures, writer
from tests.support.gbt9704 import Paper, words, wrong
from tests.support.sheets import HOSTILE, PLAN

TABLE = Sheet(
    "数", "", (Column("单位", 4), Column("件", 1, Align.RIGHT)), (("甲", 2), ("乙", 3), ("合计", 5)), is_landscape=False
)
REPORT = Report(
    name="summary",
    words="活动总结",
    layout=Layout.UP,
    title="关于报送|2017年苏州市环境执法大练兵活动|总结的报告",
    parts=(
        Line("现将“活动”开展情况——报告如下：【待填：情况】。"),
        Line("一、组织部署情况", 1),
        Line("（一）加强领导", 2),
        Line("1.时间安排", 3),
        Line("（1）细则", 4),
        TABLE,
    ),
    annexes=(
        Annex("任务分解表", (replace(PLAN, title="", above=""),)),
        Annex("宽表", (replace(TABLE, is_landscape=True),)),
    ),
    issuer="苏州市环境保护局文件",
    number="苏环〔2017〕3号",
    signer="张三",
    addressee="省环境保护厅",
    signature="苏州市环境保护局",
    dated="2017年10月31日",
    copies=("抄送：各市、区环保局",),
    printer="苏州市环境保护局办公室",
    printed_on="2017年10月31日",
)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    writer.write(REPORT, tmp_path / "x.docx")
    return tmp_path / "x.docx"


def changed(path: Path, old: str, new: str, part: str = "word/document.xml", times: int = 1) -> Path:
    """The same file with a text of one part replaced."""
    to = path.with_name("changed.docx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(to, "w") as target:
        for name in source.namelist():
            data = source.read(name).decode() if name == part else ""
            assert name != part or old in data, old
            target.writestr(name, data.replace(old, new, times) if name == part else source.read(name))
    return to


def test_a_whole_document_keeps_the_standard(made: Path) -> None:
    assert wrong(made) == []
    texts = Paper(made).texts()
    assert texts[1] == "苏环〔2017〕3号\t签发人：张三"
    assert texts[3:6] == ["关于报送", "2017年苏州市环境执法大练兵活动", "总结的报告"]
    assert texts[6] == "省环境保护厅："
    assert "附件：1.任务分解表" in texts
    assert "2.宽表" in texts


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('w:top="2098"', 'w:top="1440"', "margin top"),
        ('w:left="1587"', 'w:left="1800"', "margin left"),
        ('w:linePitch="579"', 'w:linePitch="600"', "lines a page"),
        ('w:charSpace="-849"', 'w:charSpace="0"', "characters a line"),
        ('w:type="linesAndChars"', 'w:type="lines"', "no grid"),
        ('w:eastAsia="方正小标宋简体"', 'w:eastAsia="黑体"', "fonts"),
        ('w:ascii="仿宋_GB2312"', 'w:ascii="Times New Roman"', "fonts"),
        ('<w:sz w:val="44"/>', '<w:sz w:val="42"/>', "title"),
        ('w:firstLine="632"', 'w:firstLine="600"', ""),
        ('<w:rFonts w:hint="eastAsia" w:ascii="黑体" w:hAnsi="黑体" w:eastAsia="黑体"',
         '<w:rFonts w:hint="eastAsia" w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"', "instead of 黑体"),
        ('w:rightChars="400"', 'w:rightChars="200"', "characters in"),
        ('w:val="FF0000"', 'w:val="000000"', "not red"),
        ('w:before="1984"', 'w:before="567"', "mm down"),
        ("<w:pageBreakBefore/>", "", "begins no page"),
        ('<w:highlight w:val="yellow"/>', "", "marked wrongly"),
        ("2017年10月31日", "2017年10月01日", "leading zero"),
        ('<w:gridCol w:w="', '<w:gridCol w:w="1', "widths"),
        ('w:tblpYSpec="bottom"', 'w:tblpY="9000"', "the 版记 stands at"),
    ],
)  # fmt: skip
def test_the_checker_sees_each_fault(made: Path, old: str, new: str, told: str) -> None:
    found = wrong(changed(made, old, new))
    assert bool(found) is bool(told), found
    assert told in "\n".join(found)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/settings.xml", "<w:evenAndOddHeaders/>", ""),
        ("word/footer1.xml", '<w:jc w:val="right"/>', '<w:jc w:val="center"/>'),
        ("word/footer2.xml", "— ", "- "),
    ],
)
def test_the_checker_sees_page_numbers(made: Path, part: str, old: str, new: str) -> None:
    assert any("page" in each for each in wrong(changed(made, old, new, part)))


def test_a_title_is_broken_into_no_hollow_shape(tmp_path: Path) -> None:
    title = "苏州市环境保护局|关于印发|2017年苏州市环境执法大练兵活动|实施方案的通知"
    writer.write(replace(REPORT, title=title), tmp_path / "x.docx")
    widths = [len(words(line)) for line in Paper(tmp_path / "x.docx").lines[3:6]]
    assert not widths[0] > widths[1] < widths[2]


def _lines(report: Report, path: Path, spoil: Callable[[check.Wanted], check.Wanted]) -> None:
    asked: list[check.Wanted] = []
    real = writer.check
    try:
        writer.check = lambda spare, wanted: asked.append(wanted)  # type: ignore[assignment]
        writer.write(report, path)
    finally:
        writer.check = real
    check.check(path, asked[0])  # the control
    with pytest.raises(RuntimeError):
        check.check(path, spoil(asked[0]))


def test_our_check_sees_another_line(tmp_path: Path) -> None:
    _lines(REPORT, tmp_path / "x.docx", lambda wanted: replace(wanted, lines=[*wanted.lines[:-1], "别的"]))


def test_our_check_sees_another_cell_and_another_imprint(tmp_path: Path) -> None:
    other = replace(TABLE, rows=(("甲", 2), ("乙", 4), ("合计", 6)))
    _lines(
        REPORT,
        tmp_path / "x.docx",
        lambda wanted: replace(wanted, tables=[(other, wanted.tables[0][1]), *wanted.tables[1:]]),
    )
    _lines(REPORT, tmp_path / "y.docx", lambda wanted: replace(wanted, imprint=["别的"]))


def test_our_check_sees_other_margins(made: Path) -> None:
    wanted = check.Wanted([], [], [])
    with pytest.raises(RuntimeError):
        check.check(changed(made, 'w:top="2098"', 'w:top="1440"'), wanted)


@pytest.mark.parametrize("total", [4, 6])
def test_a_wrong_sum_is_never_written(tmp_path: Path, total: int) -> None:
    faulty = replace(TABLE, rows=(("甲", 2), ("乙", 3), ("合计", total)))
    with pytest.raises(RuntimeError, match="sum of 件"):
        writer.write(replace(REPORT, parts=(faulty,)), tmp_path / "x.docx")
    assert list(tmp_path.iterdir()) == []


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    table = replace(HOSTILE, title="", subtitle="", above="", is_landscape=True)
    nasty = "a<b 与 c>d & \x07 {{7*7}} \ud800"
    report = replace(REPORT, parts=(Line(nasty), Line("正文")), annexes=(Annex(nasty, (table,)),))
    writer.write(report, tmp_path / "x.docx")
    assert "a<b 与 c>d & � {{7*7}} �" in Paper(tmp_path / "x.docx").texts()
    assert any(words(cell) == "很长的字" * 2500 for cell in Paper(tmp_path / "x.docx").body.iter(f"{{{_W}}}tc"))


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_a_refusal_of_the_disk_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="不存在"):
        writer.write(REPORT, tmp_path / "没有" / "x.docx")


def test_numbers_of_the_standard() -> None:
    assert measures.LINE * 22 <= 12756 < measures.LINE * 23
    assert (16 + measures.CHARACTER_SPACE / 4096) * 20 * 28 <= 8844
    assert (16 * 20 + measures.TIGHTER) * 28 <= 8844


@pytest.mark.slow
def test_libreoffice_opens_it_on_pages_of_the_standard(made: Path) -> None:
    office, info = shutil.which("soffice"), shutil.which("pdftotext")
    if not office or not info:
        pytest.skip("LibreOffice or poppler is not installed (Debian: libreoffice-writer-nogui poppler-utils)")
    profile = f"-env:UserInstallation=file://{made.parent / 'profile'}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(made.parent), str(made)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    pdf = made.with_suffix(".pdf")
    text = subprocess.run([info, "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    pages = text.split("\f")
    assert re.search(r"—\s*1\s*—", pages[0]), pages[0]
    assert "签发人" in pages[0]
    assert all(any(re.match(rf"\s*附件\s*{number}\s", page) for page in pages) for number in (1, 2))


def _pdf_words(path: Path, folder: Path) -> list[list[tuple[str, float, float]]]:
    """Let LibreOffice open a file; return of each page its words with where they end, downwards, and the height."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    told = subprocess.run(
        ["pdftotext", "-bbox", path.with_suffix(".pdf"), "-"], capture_output=True, check=True, text=True
    ).stdout
    pages = []
    for page in told.split("<page ")[1:]:
        height = float(re.search(r'height="([\d.]+)"', page)[1])  # type: ignore[index]
        pages.append([(word, float(end), height) for end, word in re.findall(r'yMax="([\d.]+)">([^<]*)<', page)])
    return pages


@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice is not installed")
@pytest.mark.parametrize("is_turned", [False, True])
def test_the_imprint_stands_at_the_foot_of_the_last_page(tmp_path: Path, is_turned: bool) -> None:
    report = REPORT if is_turned else replace(REPORT, annexes=REPORT.annexes[:1])
    writer.write(report, tmp_path / "x.docx")
    pages = _pdf_words(tmp_path / "x.docx", tmp_path)
    (place,) = [(number, end, height) for number, page in enumerate(pages, 1) for word, end, height in page
                if word.endswith("印发")]  # fmt: skip
    number, end, height = place
    assert (number, round(height)) == (len(pages), 842)
    assert 842 - 35 * 72 / 25.4 - 16 < end < 842 - 35 * 72 / 25.4 + 2
