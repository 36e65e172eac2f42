import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianbing_desktop.domain.discname import NAME_UNITS, check_name, check_paths, safe_name, units

GOOD = [
    "活动总结.docx",
    "甲" * 60 + ".pdf",
    "100％ 完成.txt",
    "a b.c",
    ".profile",
    "console.txt",
    "com10.txt",
    "ｃｏｎ.txt",
    "é中.txt",
    "𠮷" * 30 + ".pdf",
]
BAD = [
    ("", "N01"),
    (".", "N01"),
    ("..", "N01"),
    *((f"a{char}b.txt", "N02") for char in '\\/:*?"<>|;%'),
    ("a\nb", "N03"),
    ("a\x7fb", "N03"),
    ("报\u200b告", "N03"),
    ("\u202egpj.exe", "N03"),
    ("a\ud800", "N03"),
    (" a", "N04"),
    ("a ", "N04"),
    ("a.", "N04"),
    ("　全角空格开头", "N04"),
    *((name, "N05") for name in ("CON", "con.txt", "Aux.tar.gz", "nul .txt", "COM1", "lpt9.PDF", "prn", "COM².txt")),
    ("e\u0301.txt", "N06"),
    ("\uf9dc.txt", "N06"),
    ("甲" * 61 + ".pdf", "N07"),
    ("𠮷" * 31 + ".pdf", "N07"),
]


@pytest.mark.parametrize("name", GOOD)
def test_a_good_name_passes_and_is_proposed_unchanged(name: str) -> None:
    assert check_name(name) == []
    assert safe_name(name) == name


@pytest.mark.parametrize(("name", "rule"), BAD)
def test_a_bad_name_is_named_by_its_rule_with_a_good_proposal(name: str, rule: str) -> None:
    findings = check_name(name)
    assert rule in [found.rule for found in findings]
    proposal = safe_name(name)
    assert check_name(proposal) == []
    assert all(f"“{proposal}”" in found.cure for found in findings)
    str(findings[0]).encode()  # a message can always be written down


@pytest.mark.parametrize(
    ("name", "proposal"),
    [
        ("a:b?.txt", "a：b？.txt"),
        ("con.txt", "con_.txt"),
        ("甲" * 80 + ".pdf", "甲" * 60 + ".pdf"),
        ("𠮷" * 40 + ".pdf", "𠮷" * 30 + ".pdf"),
        ("a" * 70, "a" * 64),
        ("a" * 59 + "ẉ̇" * 3 + ".txt", "a" * 59 + ".txt"),
        (" .. ", "未命名"),
        ("\u200b", "未命名"),
    ],
)
def test_proposals(name: str, proposal: str) -> None:
    assert safe_name(name) == proposal


def test_a_proposal_differs_from_what_is_taken() -> None:
    long = "甲" * 80 + ".pdf"
    first = safe_name(long)
    second = safe_name(long, [first])
    assert second == "甲" * 58 + "_2.pdf"
    assert safe_name(long, [first, second]) == "甲" * 58 + "_3.pdf"


@pytest.mark.parametrize(("one", "other"), [("A.txt", "a.TXT"), ("é.txt", "e\u0301.txt"), ("ﬀ.txt", "FF.txt")])
def test_twins_in_one_folder_are_refused_and_in_two_allowed(one: str, other: str) -> None:
    assert "N08" in [found.rule for found in check_paths([f"x/{one}", f"x/{other}"])]
    assert "N08" not in [found.rule for found in check_paths([f"x/{one}", f"y/{other}"])]


def test_folders_count_as_names() -> None:
    assert [found.rule for found in check_paths(["A/1.txt", "a/2.txt"])] == ["N08"]
    assert [found.rule for found in check_paths(["nul/1.txt", "nul/2.txt"])] == ["N05"]
    assert [found.rule for found in check_paths(["x", "x/1.txt"])] == ["N08"]
    assert [found.rule for found in check_paths(["x/1.txt", "x/1.txt"])] == ["N08"]
    assert [found.rule for found in check_paths(["/1.txt"])] == ["N01"]


def test_depth_and_whole_length() -> None:
    assert check_paths(["/".join("abcdefg") + "/h.txt"]) == []
    assert [found.rule for found in check_paths(["/".join("abcdefgh") + "/i.txt"])] == ["N09"]
    assert check_paths(["甲" * 60 + "/" + "乙" * 59]) == []
    assert [found.rule for found in check_paths(["甲" * 60 + "/" + "乙" * 60])] == ["N10"]


@given(st.text(max_size=90), st.lists(st.text(max_size=70), max_size=3))
def test_every_proposal_passes(name: str, taken: list[str]) -> None:
    proposal = safe_name(name, taken)
    assert check_name(proposal, taken) == []
    assert safe_name(proposal, taken) == proposal


@given(st.text(min_size=65, max_size=120), st.sampled_from([".pdf", ".docx", ".e\u0301"]))
def test_a_cut_keeps_the_extension_and_the_beginning(stem: str, extension: str) -> None:
    proposal = safe_name("报告" + stem + extension)
    assert proposal.startswith("报告")
    assert proposal.endswith(unicodedata.normalize("NFC", extension))
    assert units(proposal) <= NAME_UNITS
