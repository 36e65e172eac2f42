"""The package by commands: findings by rule, reasons, media, burning, labels."""

import shutil
from pathlib import Path

import docx
import pytest

from lianbing_desktop.domain.refusal import RULES
from tests.cli.conftest import Run

needs_xorriso = pytest.mark.skipif(shutil.which("xorriso") is None, reason="xorriso is not installed")


def test_check_gives_every_finding_by_rule_and_fails_where_something_blocks(run_filled: Run) -> None:
    ran = run_filled("package", "check", "--json")
    assert ran.status == 1
    blocking = [each for each in ran.data if each["is_blocking"]]
    assert [each["rule"] for each in blocking] == ["R12"]
    assert {each["rule"] for each in ran.data} == {"R01", "R02", "R12"}
    assert all({"rule", "place", "message", "cure", "key", "reason"} <= each.keys() for each in ran.data)
    words = run_filled("package", "check").out.splitlines()
    assert words[-1].startswith("1 处必须改好")
    assert [line for line in words if line.startswith("×")] == [line for line in words if " R12 " in line]


def test_from_the_day_of_the_disc_on_nothing_may_lack(run_filled: Run, tmp_path: Path) -> None:
    found = run_filled("package", "check", "--json", today="2017-10-31").data
    lacking = [each for each in found if each["rule"] in ("R01", "R02")]
    assert lacking
    assert all(each["is_blocking"] for each in lacking)
    refused = run_filled("package", "build", "--to", tmp_path / "材料", "--accept-names", today="2017-10-31")
    assert refused.status == 1
    assert len(refused.err.splitlines()) == 1 + len(lacking), "all at once"
    for each in lacking:
        ran = run_filled("package", "override", each["rule"], each["key"], "--reason", "另行报送", today="2017-10-31")
        assert ran.status == 0, ran.err
    built = run_filled("package", "build", "--to", tmp_path / "材料", "--accept-names", today="2017-10-31")
    assert built.status == 0, built.err
    document = docx.Document(str(tmp_path / "材料" / "移交清单.docx"))
    assert sum("说明：另行报送" in paragraph.text for paragraph in document.paragraphs) == len(lacking)
    assert run_filled("package", "override", lacking[0]["rule"], lacking[0]["key"], today="2017-10-31").status == 0
    assert run_filled("package", "build", "--to", tmp_path / "又", today="2017-10-31").status == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("R99", "file:1", "--reason", "因为"), "没有 R99 file:1 这一处问题"),
        (("R12", "{name}", "--reason", "因为"), "不能靠说明放行"),
    ],
)
def test_what_cannot_be_let_pass_is_a_sentence(run_filled: Run, words: tuple[str, ...], sentence: str) -> None:
    name = next(each["key"] for each in run_filled("package", "check", "--json").data if each["rule"] == "R12")
    ran = run_filled("package", "override", *(word.format(name=name) for word in words))
    assert ran.status == 1
    assert sentence in ran.err


def test_the_rules_are_public(run_fresh: Run) -> None:
    listed = run_fresh("package", "rules", "--json").data
    assert [each["number"] for each in listed] == [rule.number for rule in RULES]
    assert "R07" in run_fresh("package", "rules").out


def test_build_takes_media_and_date_and_gives_the_same_image_again(run_filled: Run, tmp_path: Path) -> None:
    images = []
    for number in (1, 2):
        to = tmp_path / str(number)
        words = ("--image", tmp_path / f"{number}.iso", "--media", "cd", "--date", "2017-10-25", "--accept-names")
        built = run_filled("package", "build", "--to", to, *words, "--json", today=f"2017-10-2{number}").data
        assert [disc["verdict"]["is_sound"] for disc in built["discs"]] == [True]
        assert "Bagging-Date: 2017-10-25" in (to / "bag-info.txt").read_text("utf-8")
        images.append((tmp_path / f"{number}.iso").read_bytes())
    # what lacks is worded by the day of the disc, not by today
    assert images[0] == images[1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--media", "floppy"), "“floppy”不能用在这里"),
        (("--date", "31.10."), "不是日期"),
        (("--recovery",), "请同时写 --image"),
    ],
)
def test_a_build_that_cannot_be_understood_is_a_sentence(
    run_filled: Run, tmp_path: Path, words: tuple[str, ...], sentence: str
) -> None:
    ran = run_filled("package", "build", "--to", tmp_path / "x", *words)
    assert ran.status in (1, 2)
    assert sentence in ran.err


@needs_xorriso
def test_burn_writes_reads_back_records_and_prints_labels(run_filled: Run, tmp_path: Path) -> None:
    image, disc = tmp_path / "材料.iso", tmp_path / "disc"
    assert run_filled("package", "build", "--to", tmp_path / "材料", "--image", image, "--accept-names").status == 0
    ran = run_filled("package", "burn", image, "--drive", f"stdio:{disc}", "--json")
    assert ran.status == 0, ran.err
    assert ran.data["verdict"]["is_sound"]
    assert ran.data["burn"]["recheck_on"] == "2021-10-20"
    assert "正在从光盘读回校验" in ran.err
    assert run_filled("package", "verify", disc).status == 0
    assert [each["volume"] for each in run_filled("package", "burns", "--json").data] == ["LIANBING_2017"]
    for words in ((), ("--box",)):
        assert run_filled("package", "label", "--to", tmp_path / "标签.docx", *words).status == 0
        texts = [cell.text for row in docx.Document(str(tmp_path / "标签.docx")).tables[0].rows for cell in row.cells]
        assert "LIANBING_2017" in texts


def test_without_a_burner_the_image_is_proved_all_the_same(
    run_filled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = tmp_path / "材料.iso"
    assert run_filled("package", "build", "--to", tmp_path / "材料", "--image", image, "--accept-names").status == 0
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = run_filled("package", "burn", image)
    assert ran.status == 1
    assert ran.err.startswith("没有找到刻录机")
    assert "校验通过" in ran.err


def test_no_label_before_a_disc(run: Run, tmp_path: Path) -> None:
    assert run("package", "label", "--to", tmp_path / "x.docx").err.startswith("还没有刻录记录")
