"""A checker of official documents by the numbers of GB/T 9704-2012, reading the Word file alone.

It knows nothing of our writer: it opens the zip, reads the XML, follows the styles, and says what it finds wrong.
"""

import re
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARGINS_MM = {"top": 37, "bottom": 35, "left": 28, "right": 26}
TURNED_MM = {"top": 28, "right": 37, "bottom": 26, "left": 35}
TWIPS = 1440 / 25.4
TITLE, BODY, BLACK, KAI, SONG = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
LEVELS = ((r"[一二三四五六七八九十]+、", BLACK), (r"（[一二三四五六七八九十]+）", KAI), (r"\d+\.\D|（\d+）", BODY))


class Paper:
    """An opened document."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as parts:
            self.document = etree.fromstring(parts.read("word/document.xml"))
            self.styles = etree.fromstring(parts.read("word/styles.xml"))
            self.settings = etree.fromstring(parts.read("word/settings.xml"))
            relations = etree.fromstring(parts.read("word/_rels/document.xml.rels"))
            targets = {each.get("Id"): each.get("Target") for each in relations}
            self.footers = {
                each.get(f"{W}type"): etree.fromstring(parts.read(f"word/{targets[_related(each)]}"))
                for each in self.document.iter(f"{W}footerReference")
            }
        self.body = self.document[0]
        self.lines = list(self.body.iterchildren(f"{W}p"))

    def texts(self) -> list[str]:
        return [words(each) for each in self.lines]

    def size(self, run: Any) -> float:
        """The size of a run in points, from itself or from its paragraph's style."""
        found = run.find(f"{W}rPr/{W}sz")
        if found is None:
            named = next(run.iterancestors(f"{W}p")).find(f"{W}pPr/{W}pStyle").get(f"{W}val")
            found = self.styles.find(f"{W}style[@{W}styleId='{named}']/{W}rPr/{W}sz")
        return int(found.get(f"{W}val")) / 2


def _related(reference: Any) -> str:
    return str(reference.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"))


def words(holder: Any) -> str:
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    parts = [part for part in holder.iter(f"{W}t", f"{W}br", f"{W}tab") if part.get(f"{W}pos") is None]
    return "".join(marks.get(part.tag, part.text or "") for part in parts)


def wrong(path: Path) -> list[str]:
    """Return what does not agree with the standard, a line each."""
    paper = Paper(path)
    return [
        *_pages(paper),
        *_fonts(paper),
        *_title(paper),
        *_levels(paper),
        *_numbers(paper),
        *_annexes(paper),
        *_dated(paper),
        *_head(paper),
        *_tables(paper),
        *_imprint(paper),
    ]


def _pages(paper: Paper) -> list[str]:
    found = []
    for section in paper.document.iter(f"{W}sectPr"):
        size, margins, grid = (section.find(f"{W}{name}") for name in ("pgSz", "pgMar", "docGrid"))
        is_turned = size.get(f"{W}orient") == "landscape"
        width, height = int(size.get(f"{W}w")), int(size.get(f"{W}h"))
        is_paper = {width, height} == {11906, 16838} and is_turned == (width > height)
        found += [] if is_paper else [f"paper {width}×{height}"]
        wanted = TURNED_MM if is_turned else MARGINS_MM
        for side, mm in wanted.items():
            value = int(margins.get(f"{W}{side}")) / TWIPS
            found += [f"margin {side} {value:.1f} mm instead of {mm}"] if abs(value - mm) > 0.1 else []
        if grid is None or grid.get(f"{W}type") != "linesAndChars":
            found.append("no grid of lines and characters")
        elif not is_turned:
            found += _grid(grid, height, width, margins)
    return found


def _grid(grid: Any, height: int, width: int, margins: Any) -> list[str]:
    room = height - int(margins.get(f"{W}top")) - int(margins.get(f"{W}bottom"))
    lines = room / int(grid.get(f"{W}linePitch"))
    line = width - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))
    pitch = (16 + int(grid.get(f"{W}charSpace")) / 4096) * 20
    found = [f"{lines:.2f} lines a page"] if int(lines) != 22 else []
    return found + ([f"{line / pitch:.2f} characters a line"] if int(line / pitch) != 28 else [])


def _fonts(paper: Paper) -> list[str]:
    found = []
    for run in (run for holder in (paper.body, *paper.footers.values()) for run in holder.iter(f"{W}r")):
        fonts = run.find(f"{W}rPr/{W}rFonts")
        names = {fonts.get(f"{W}{kind}") for kind in ("eastAsia", "ascii", "hAnsi")} if fonts is not None else {None}
        if len(names) != 1 or None in names or not names <= {TITLE, BODY, BLACK, KAI, SONG}:
            found.append(f"fonts {sorted(map(str, names))} of {words(run)!r}")
        marked = run.find(f"{W}rPr/{W}highlight") is not None
        if marked != bool(re.fullmatch(r"【待填[^】]*】", words(run))):
            found.append(f"marked wrongly: {words(run)!r}")
    return found


def _looks(paper: Paper, line: Any) -> set[tuple[str, float]]:
    return {
        (run.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia"), paper.size(run)) for run in line.iter(f"{W}r") if words(run)
    }


def _align(line: Any) -> str:
    return str(line.find(f"{W}pPr/{W}jc").get(f"{W}val"))


def _indent(line: Any, side: str) -> float:
    found = line.find(f"{W}pPr/{W}ind")
    return int(found.get(f"{W}{side}Chars") or 0) / 100 if found is not None else 0.0


def _titles(paper: Paper) -> list[Any]:
    """The lines of the titles: those in 小标宋 that are not the red mark, which is the only other use of it."""
    marked = [each for each in paper.lines if any(font == TITLE for font, _ in _looks(paper, each))]
    return [each for each in marked if next(each.iter(f"{W}color"), None) is None]


def _title(paper: Paper) -> list[str]:
    titles = _titles(paper)
    found = [] if titles else ["no title in 2号"]
    for each in titles:
        if _looks(paper, each) != {(TITLE, 22.0)} or _align(each) != "center":
            found.append(f"title {words(each)!r} is {_looks(paper, each)} {_align(each)}")
        if len(words(each)) > 22:
            found.append(f"title line too long: {words(each)!r}")
    return found


def _levels(paper: Paper) -> list[str]:
    found = []
    for each in paper.lines:
        looks = _looks(paper, each)
        if _indent(each, "firstLine") != 2 or not looks:
            continue
        font = next((font for pattern, font in LEVELS if re.match(pattern, words(each))), BODY)
        if looks != {(font, 16.0)}:
            found.append(f"{words(each)[:20]!r} is {looks} instead of {font} 16")
        spacing = each.find(f"{W}pPr/{W}spacing")
        if (spacing.get(f"{W}lineRule"), spacing.get(f"{W}line")) != ("exact", "579"):
            found.append(f"line height of {words(each)[:20]!r}")
    return found


def _numbers(paper: Paper) -> list[str]:
    found = []
    if paper.settings.find(f"{W}evenAndOddHeaders") is None:
        found.append("odd and even pages are numbered alike")
    for kind, align, text in (("default", "right", "— 1 —　"), ("even", "left", "　— 1 —")):
        footer = paper.footers.get(kind)
        if footer is None:
            found.append(f"no footer {kind}")
            continue
        line = footer.find(f"{W}p")
        shown = words(line)
        looks = {(run.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia"), paper.size(run)) for run in line.iter(f"{W}r")}
        if (shown, _align(line), looks) != (text, align, {(SONG, 14.0)}):
            found.append(f"page number {kind}: {shown!r} {_align(line)} {looks}")
        if [each.text for each in line.iter(f"{W}instrText")] != ["PAGE"]:
            found.append(f"page number {kind} does not count")
    return found


def _annexes(paper: Paper) -> list[str]:
    found = []
    for number, each in enumerate(paper.lines):
        if not re.fullmatch(r"附件\d*", words(each)):
            continue
        if _looks(paper, each) != {(BLACK, 16.0)} or _align(each) != "left" or _indent(each, "left"):
            found.append(f"annex mark {words(each)!r} is {_looks(paper, each)}")
        before = paper.lines[number - 1]
        breaks = each.find(f"{W}pPr/{W}pageBreakBefore"), before.find(f"{W}pPr/{W}sectPr")
        found += [f"{words(each)} begins no page"] if breaks == (None, None) else []
        title = paper.lines[number + 1].find(f"{W}pPr/{W}spacing").get(f"{W}before")
        found += [f"title of {words(each)} is not on the third line"] if title != "579" else []
    return found


def _dated(paper: Paper) -> list[str]:
    """成文日期 stands alone at the right, four characters in, in plain figures; 署名 above it is centred on it."""
    found = []
    rights = [each for each in paper.lines if _align(each) == "right" and _looks(paper, each) == {(BODY, 16.0)}]
    for name, day in zip(rights[::2], rights[1::2], strict=False):
        if _indent(day, "right") != 4:
            found.append(f"{words(day)!r} stands {_indent(day, 'right')} characters in")
        if re.search(r"年0|月0", words(day)):
            found.append(f"a leading zero in {words(day)!r}")
        middles = [_indent(each, "right") + _wide(words(each)) / 2 for each in (name, day)]
        if abs(middles[0] - middles[1]) > 0.1 and _indent(name, "right"):
            found.append(f"{words(name)!r} is not centred on {words(day)!r}")
    return found


def _wide(text: str) -> float:
    return sum(0.5 if letter.isascii() else 1 for letter in text)


def _head(paper: Paper) -> list[str]:
    """A red mark 35 mm down; under it the number, in a 上行文 at the left with 签发人 at the right; then a red line."""
    first = paper.lines[0]
    colors = {each.get(f"{W}val") for each in first.iter(f"{W}color")}
    if not colors:
        return []
    found = [] if colors == {"FF0000"} and _looks(paper, first).pop()[0] == TITLE else ["the mark is not red 小标宋"]
    down = int(first.find(f"{W}pPr/{W}spacing").get(f"{W}before")) / TWIPS
    found += [f"the mark is {down:.1f} mm down"] if abs(down - 35) > 0.2 else []
    rules = [each for each in paper.lines[:5] if each.find(f"{W}pPr/{W}pBdr/{W}bottom") is not None]
    if len(rules) != 1 or rules[0].find(f"{W}pPr/{W}pBdr/{W}bottom").get(f"{W}color") != "FF0000":
        return [*found, "no red line"]
    drop = int(rules[0].find(f"{W}pPr/{W}spacing").get(f"{W}line")) / TWIPS
    found += [f"the red line is {drop:.1f} mm down"] if abs(drop - 4) > 0.1 or _indent(rules[0], "left") else []
    number = paper.lines[1]
    if "签发人：" in words(number):
        stop = number.find(f"{W}pPr/{W}tabs/{W}tab")
        is_right = stop is not None and stop.get(f"{W}val") == "right"
        fonts = [run.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") for run in number.iter(f"{W}r")]
        if (_indent(number, "left"), _indent(number, "right"), is_right, fonts[-1]) != (1, 1, True, KAI):
            found.append("number and 签发人 are not one character in")
    return found


def _tables(paper: Paper) -> list[str]:
    found = []
    for table in paper.body.iter(f"{W}tbl"):
        grid = [int(each.get(f"{W}w")) for each in table.iter(f"{W}gridCol")]
        for row in table.iter(f"{W}tr"):
            widths = [int(each.get(f"{W}w")) for each in row.iter(f"{W}tcW")]
            found += [f"widths {widths} in a grid of {grid}"] if widths != grid else []
        found += [f"a table {sum(grid)} wide"] if sum(grid) not in (8844, 12756) else []
    return found


def _imprint(paper: Paper) -> list[str]:
    """The 版记 comes last of all and stands on the lower edge of the text, as wide as it."""
    tables = list(paper.body.iter(f"{W}tbl"))
    found = []
    for number, table in enumerate(tables, 1):
        place = table.find(f"{W}tblPr/{W}tblpPr")
        told = "印发" in words(table) and len(table.findall(f"{W}tblGrid/{W}gridCol")) == 1
        if told and place is None:
            found.append("a 版记 without a place")
        if place is not None:
            where = [place.get(f"{W}{name}") for name in ("vertAnchor", "tblpYSpec", "horzAnchor", "tblpX")]
            found += [] if where == ["margin", "bottom", "page", "1587"] else [f"the 版记 stands at {where}"]
            found += [] if number == len(tables) else ["something after the 版记"]
    return found
