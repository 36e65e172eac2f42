"""`lianbing read`: needs no desk, prints JSON or a campaign file, and says faults in a sentence."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lianbing_desktop import __main__
from lianbing_desktop.reading.campaigns import parse_campaign
from lianbing_desktop.reading.intake import CHILD_ARGUMENT
from tests.cli.conftest import Run
from tests.support.campaign import ROOT
from tests.support.desk import SEED_WORD


def test_the_json_has_the_promised_form(run_fresh: Run) -> None:
    data = run_fresh("read", SEED_WORD, "--json").data
    assert list(data) == ["title", "year", "tasks", "unread", "warnings"]
    assert (data["year"], len(data["tasks"]), data["unread"]) == (2017, 24, [])
    promised = "text stage start due dues recurring relative ongoing units lead support deliverables quota source"
    assert set(promised.split()) <= set(data["tasks"][0])
    assert data["tasks"][0]["due"] == "2017-06-02"


def test_no_desk_is_opened(run_fresh: Run, tmp_path: Path) -> None:
    assert run_fresh("read", SEED_WORD).status == 0
    assert not (tmp_path / "home").exists()


def test_people_get_a_table(run_fresh: Run) -> None:
    lines = run_fresh("read", SEED_WORD).out.splitlines()
    assert lines[0] == "2017年苏州市环境执法大练兵活动任务分解表"
    assert lines[2].split() == ["1", "6月2日", "周五", "截止", "监察支队", "成立苏州市环保局环境执法大练兵推进工作小组"]


def test_what_was_not_read_is_said(run_fresh: Run, tmp_path: Path) -> None:
    path = tmp_path / "表.txt"
    path.write_text(
        "工作任务\t责任单位\t完成时限\n报送总结\t办公室\t6月5日前\n上报名单\t人事处\t7月1日前\n注：联系人王某。"
    )
    out = run_fresh("read", path).out
    assert "未能识别：注：联系人王某。" in out
    assert "提示：没有看出年份" in out
    assert run_fresh("read", path, "--year", "2019", "--json").data["tasks"][0]["due"] == "2019-06-05"


def test_the_template_is_a_campaign_file(run_fresh: Run, tmp_path: Path) -> None:
    printed = run_fresh("read", SEED_WORD, "--as-template").out
    assert len(parse_campaign(printed, "a.toml").tasks) == 19
    to = tmp_path / "我的活动.toml"
    assert "我的活动.toml" in run_fresh("read", SEED_WORD, "--as-template", "--to", to).out
    assert to.read_text(encoding="utf-8") == printed
    again = run_fresh("read", SEED_WORD, "--as-template", "--to", to)
    assert (again.status, "没有覆盖" in again.err) == (1, True)


def test_clauses_are_read_line_by_line(run_fresh: Run, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    lines = [
        {"id": "a", "text": "6月5日前报送名单", "year": 2017},
        {"id": "b", "text": "每月不少于1篇", "doc_year": 2018},
    ]
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    first, second = map(json.loads, run_fresh("read", "--clauses", path).out.splitlines())
    assert first == {
        "id": "a",
        "times": [{"due": "2017-06-05", "expr": "6月5日前", "span": [0, 5]}],
        "quotas": [],
    }
    assert (second["id"], second["quotas"][0]["count"]) == ("b", 1)


def test_a_faulty_line_is_named(run_fresh: Run, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": 1, "text": "6月5日前"}\nno json\n', encoding="utf-8")
    ran = run_fresh("read", "--clauses", path)
    assert (ran.status, len(ran.out.splitlines())) == (1, 1)
    assert ran.err.startswith("第 2 行")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nowhere.docx",), "nowhere.docx"),
        (("--clauses", "nowhere.jsonl"), "nowhere.jsonl"),
        ((SEED_WORD, "--json", "--as-template"), "只能用一个"),
        ((SEED_WORD, "--to", "a.toml"), "--as-template"),
        ((SEED_WORD, "--year", "1999"), "1999"),
    ],
)
def test_faults_are_sentences(run_fresh: Run, words: tuple[object, ...], told: str) -> None:
    ran = run_fresh("read", *words)
    assert (ran.status, ran.out) == (1, "")
    assert told in ran.err
    assert "Traceback" not in ran.err


def test_the_program_knows_its_own_child(tmp_path: Path) -> None:
    assert __main__.INTAKE_CHILD == CHILD_ARGUMENT
    (tmp_path / "source").write_text("6月5日前报送名单", encoding="utf-8")
    code = (
        "import sys; sys.argv[1:] = ['--intake-child', 'read', '.txt']\n"
        "from lianbing_desktop.__main__ import main\n"
        "status = main(); print(status, any('PySide6' in name for name in sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=True
    )
    assert ran.stdout.split() == [b"0", b"False"]
    assert "6月5日前报送名单" in (tmp_path / "answer").read_text(encoding="utf-8")
