"""The text layer of a PDF: every kind of entry is understood and rewritten."""

from pathlib import Path

import pikepdf
import pytest

from lianbing_desktop.errors import UserError
from lianbing_desktop.export import pdf

HEAD = "/CMapName /X def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
MAP = {"⾏": "行", "⽇": "日", "⸺": "——"}


def cmap(sections: str) -> str:
    return f"{HEAD}{sections}\n{TAIL}"


@pytest.mark.parametrize(
    ("sections", "entries"),
    [
        ("1 beginbfchar\n<0001> <2F8F>\nendbfchar", ["<0001> <884C>"]),
        (
            "1 beginbfrange\n<0001> <0003> [<2F8F> <653F> <2F47> ]\nendbfrange",
            ["<0001> <884C>", "<0002> <653F>", "<0003> <65E5>"],
        ),
        ("1 beginbfrange\n<0001> <0002> <2F8F>\nendbfrange", ["<0001> <884C>", "<0002> <2F90>"]),
        ("1 beginbfchar\n<0001> <2E3A>\nendbfchar", ["<0001> <20142014>"]),
        ("1 beginbfchar\n<0001> <D842DFB7>\nendbfchar", ["<0001> <D842DFB7>"]),
        ("1 beginbfrange\n<0000> <0000> <0000>\nendbfrange\n1 beginbfchar\n<0A> <0041>\nendbfchar", ["<0A> <0041>"]),
    ],
)
def test_every_kind_of_entry_is_rewritten(sections: str, entries: list[str]) -> None:
    made = pdf.rewritten(cmap(sections), MAP)
    assert [line for line in made.splitlines() if line.startswith("<")][1:] == entries
    assert made.startswith(HEAD.strip())
    assert made.endswith(TAIL)


def test_no_section_holds_more_than_a_hundred_entries() -> None:
    made = pdf.rewritten(cmap("1 beginbfrange\n<0001> <00FA> <4E00>\nendbfrange"), {})
    assert [line for line in made.splitlines() if line.endswith("beginbfchar")] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "50 beginbfchar",
    ]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A PDF with one font whose map holds a radical."""
    made = pikepdf.new()
    source = cmap("1 beginbfchar\n<0001> <2F8F>\nendbfchar").encode()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, ToUnicode=made.make_stream(source))
    made.add_blank_page().Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=made.make_indirect(font)))
    made.docinfo["/CreationDate"] = "D:20171020"
    made.save(tmp_path / "x.pdf")
    return tmp_path / "x.pdf"


def test_a_file_is_mended_in_place_without_its_date(written: Path) -> None:
    pdf.mend(written, MAP)
    with pikepdf.open(written) as mended:
        assert b"<0001> <884C>" in mended.pages[0].Resources.Font.F1.ToUnicode.read_bytes()
        assert "/CreationDate" not in mended.docinfo
    first = written.read_bytes()
    pdf.mend(written, MAP)
    assert written.read_bytes() == first


def test_a_full_disk_leaves_the_file_as_it_was(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = written.read_bytes()

    def refuse(*_args: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(pikepdf.Pdf, "save", refuse)
        with pytest.raises(UserError, match="磁盘空间不足"):
            pdf.mend(written, MAP)
    assert written.read_bytes() == before
    assert [path.name for path in written.parent.iterdir()] == ["x.pdf"]
    pdf.mend(written, MAP)  # the control
    assert written.read_bytes() != before
