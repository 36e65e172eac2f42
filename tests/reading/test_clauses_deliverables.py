"""What is to be handed in, from whom, to whom, by which channel, and one or the other."""

from pathlib import Path
from typing import Any

import pytest

import tests.support
from lianbing_desktop.reading.clauses import read_clauses

CASES: list[tuple[str, list[dict[str, Any]]]] = [
    (
        "6月5日前，各市、区环保局将联络员名单报送市环保局",
        [{"verb": "报送", "name": "联络员名单", "sender": "各市、区环保局", "receiver": "市环保局"}],
    ),
    ("及时将活动方案报市环保局备案", [{"verb": "报", "name": "活动方案", "receiver": "市环保局"}]),
    (
        "6月6日前市环保局向省厅报送动员部署情况、实施方案、联络员名单",
        [
            {
                "verb": "报送",
                "name": "动员部署情况、实施方案、联络员名单",
                "sender": "市环保局",
                "receiver": "省厅",
            }
        ],
    ),
    (
        "市环保局向省厅报送活动总结或自评报告（正式文件）",
        [
            {
                "verb": "报送",
                "name": "活动总结或自评报告",
                "sender": "市环保局",
                "receiver": "省厅",
                "channels": ["正式文件"],
                "any_of": ["活动总结", "自评报告"],
            }
        ],
    ),
    (
        "通过“大练兵系统”报送先进集体事迹材料、提交参选的行政处罚案卷编号、上传稽查案卷",
        [
            {"verb": "报送", "name": "先进集体事迹材料", "channels": ["大练兵系统"]},
            {"verb": "提交", "name": "参选的行政处罚案卷编号", "channels": ["大练兵系统"]},
            {"verb": "上传", "name": "稽查案卷", "channels": ["大练兵系统"]},
        ],
    ),
    ("并将所有评选材料刻录光盘一并上报", [{"verb": "刻录", "name": "所有评选材料", "channels": ["光盘"]}]),
    (
        "处罚信息均应及时通过门户网站向社会公开",
        [{"verb": "公开", "name": "处罚信息", "receiver": "社会", "channels": ["门户网站"]}],
    ),
    (
        "重点排污单位数量通过“环境执法大练兵评分系统”报送",
        [{"verb": "报送", "name": "重点排污单位数量", "channels": ["环境执法大练兵评分系统"]}],
    ),
    ("并把台帐报市百日办", [{"verb": "报", "name": "台帐", "receiver": "市百日办"}]),
    ("明确专人负责信息报送工作", []),
]


@pytest.mark.parametrize(("clause", "expected"), CASES, ids=lambda case: case if isinstance(case, str) else "")
def test_what_is_to_be_handed_in(clause: str, expected: list[dict[str, Any]]) -> None:
    found = [item.normal() for item in read_clauses(clause, 2017).deliverables]
    spans = [item.pop("span") for item in found]
    assert found == expected
    assert all(clause[start:end].startswith(item["name"][:2]) for (start, end), item in zip(spans, found, strict=True))


@pytest.mark.parametrize("clause", ["鼓励公众和媒体参与举报", "上报)3项分指标", "报送不少于2篇", "提交鼓励公众参与"])
def test_what_is_no_clean_noun_is_left_out(clause: str) -> None:
    assert read_clauses(clause, 2017).deliverables == ()


PAPERS = Path(tests.support.__file__).parent / "clause_papers.txt"
LINES = [line for line in PAPERS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("line", LINES)
def test_a_fresh_handing_in_is_read(line: str) -> None:
    clause, _, expected = line.partition(" → ")
    found = read_clauses(clause, 2021).deliverables
    if expected == "-":
        assert found == ()
        return
    verb, name, *rest = (part.strip() for part in expected.split("|"))
    sender, receiver, channel, options = (*rest, "-", "-")[:4]
    (item, *_) = (item for item in found if (item.verb, item.name) == (verb, name))
    assert (item.sender or "-", item.receiver or "-") == (sender, receiver)
    assert channel == "-" or channel in "、".join(item.channels)
    assert ("/".join(item.any_of) or "-") == options


def test_a_count_behind_the_noun_is_no_part_of_it() -> None:
    (item,) = read_clauses("每月报送信息不少于1篇", 2017).deliverables
    assert item.name == "信息"
