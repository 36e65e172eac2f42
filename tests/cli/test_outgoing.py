"""The commands for what goes out, and the check."""

from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Run
from tests.support.desk import paper


def test_export_tells_file_and_size(run: Run, tmp_path: Path) -> None:
    to = tmp_path / "清单.docx"
    ran = run("export", "checklist", "--format", "docx", "--to", to, "--unit", "zhangjiagang", "--json")
    assert ran.data == {"file": str(to), "size": to.stat().st_size}
    assert "张家港市环保局" in docx.Document(str(to)).paragraphs[0].text


def test_export_takes_the_format_from_the_name(run: Run, tmp_path: Path) -> None:
    assert run("export", "plan", "--to", tmp_path / "任务.xlsx").status == 0
    assert load_workbook(tmp_path / "任务.xlsx").sheetnames == ["任务表"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("plan", "--to", "x.txt"), "不能导出为“txt”。可以导出为：docx、xlsx、pdf。"),
        (("plan", "--to", "x.docx", "--format", "pdf"), "“x.docx”的扩展名与格式 pdf 不符"),
        (("plan", "--to", "x.docx", "--unit", "张家港"), "任务分解表不分单位。"),
        (("checklist", "--to", "x.docx", "--unit", "南京"), "没有名为“南京”的单位。"),
        (("plan", "--to", "没有这个文件夹/x.docx"), "无法保存“x.docx”：文件夹"),
    ],
)
def test_what_cannot_be_exported_is_a_sentence(run: Run, words: tuple[str, ...], sentence: str) -> None:
    ran = run("export", *words)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(sentence)


def test_a_pdf_needs_no_window(run: Run, tmp_path: Path) -> None:
    ran = run("export", "plan", "--to", tmp_path / "任务.pdf")
    assert ran.status == 0
    assert (tmp_path / "任务.pdf").read_bytes().startswith(b"%PDF")


def test_a_package_is_refused_with_proposals_then_built_and_verified(run_filled: Run, tmp_path: Path) -> None:
    to, image = tmp_path / "材料", tmp_path / "材料.iso"
    refused = run_filled("package", "build", "--to", to, "--image", image)
    assert refused.status == 1
    assert "--accept-names" in refused.err.splitlines()[0]
    assert "请改名为“" in refused.err.splitlines()[1]
    assert not to.exists()
    assert not image.exists()

    built = run_filled("package", "build", "--to", to, "--image", image, "--accept-names", "--json").data
    assert built["verdict"]["is_sound"]
    assert any(finding["message"].startswith("还没有收到文件") for finding in built["findings"])
    for place in (to, image):
        assert run_filled("package", "verify", place, "--json").data == {
            "is_sound": True,
            "checked": built["verdict"]["checked"],
            "missing": [],
            "changed": [],
            "extra": [],
            "structure": [],
        }


def test_only_the_submissions_asked_for_are_packaged(run_filled: Run, tmp_path: Path) -> None:
    numbers = [each["id"] for each in run_filled("submissions", "--json", "--unit", "张家港").data][:2]
    words = ("package", "build", "--to", tmp_path / "材料", "--only", *numbers)
    assert run_filled(*words).status == 0
    names = {file.name for file in (tmp_path / "材料").rglob("*.docx")}
    assert names == {
        "移交清单.docx",
        "01_张家港市环保局_张家港市环保局联络员名单.docx",
        "01_张家港市环保局_张家港市环保局信息报送专人.docx",
    }


def test_a_package_of_nothing_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("package", "build", "--to", tmp_path / "空").err.startswith("所选的报送件还没有收到任何文件")


def test_an_occupied_folder_is_left_alone(run_filled: Run, tmp_path: Path) -> None:
    occupied = paper(tmp_path / "占用").parent
    ran = run_filled("package", "build", "--to", occupied, "--accept-names")
    assert (ran.status, [file.name for file in occupied.iterdir()]) == (1, ["联络员名单.docx"])


def test_verify_names_what_differs_and_needs_no_desk(run_filled: Run, tmp_path: Path) -> None:
    assert run_filled("package", "build", "--to", tmp_path / "材料", "--accept-names").status == 0
    victim = next((tmp_path / "材料").glob("data/0*/*.pdf"))
    victim.chmod(0o644)
    victim.write_bytes(victim.read_bytes()[:-1] + b"?")
    paper(tmp_path / "材料", "多余.txt")
    ran = run_filled("--home", tmp_path / "别处", "package", "verify", tmp_path / "材料")
    assert ran.status == 1
    assert f"内容已变：data/{victim.parent.name}/{victim.name}" in ran.out
    assert "多出：多余.txt" in ran.out
    assert not (tmp_path / "别处").exists()


def test_verify_of_nothing_is_a_sentence(run: Run, tmp_path: Path) -> None:
    ran = run("package", "verify", tmp_path / "没有.iso")
    assert ran.status == 1
    assert ran.err.count("\n") == 1


def test_check_names_a_lost_attachment(run_filled: Run, tmp_path: Path) -> None:
    assert (run_filled("check").status, run_filled("check", "--json").data) == (0, [])
    lost = next((tmp_path / "home" / "files").glob("??/*"))
    lost.unlink()
    ran = run_filled("check", "--json")
    assert ran.status == 1
    assert [finding["message"] for finding in ran.data] == ["附件不见了"]


def test_documents_lists_every_name_export_takes(run: Run, tmp_path: Path) -> None:
    found = run("documents", "--json").data
    names = {each["name"]: each for each in found}
    assert list(names)[:4] == ["plan", "checklist", "scheme", "launch"]
    assert (names["summary"]["title"], names["summary"]["formats"]) == ("活动总结", ["docx", "xlsx"])
    for name in names:
        ran = run("export", name, "--to", tmp_path / f"{name}.docx")
        assert (ran.status, ran.err) == (0, ""), name
        assert docx.Document(str(tmp_path / f"{name}.docx"))


def test_a_report_tells_its_gaps_and_the_fonts_missing_here(run: Run, tmp_path: Path) -> None:
    data = run("export", "summary", "--to", tmp_path / "x.docx", "--json").data
    assert data["size"] == (tmp_path / "x.docx").stat().st_size
    assert {"【待填：发文字号】", "【待填：立案数】"} <= set(data["gaps"])
    assert data["missing_fonts"] is None or set(data["missing_fonts"]) <= {
        "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体",
    }  # fmt: skip
    assert "【待填：发文字号】" in run("export", "summary", "--to", tmp_path / "y.docx").out


def test_a_final_report_with_gaps_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("export", "summary", "--to", tmp_path / "x.docx", "--final")
    assert (ran.status, (tmp_path / "x.docx").exists()) == (1, False)
    assert ran.err.startswith("“活动总结”还有")


def test_a_report_as_excel_or_of_a_unit(run_filled: Run, tmp_path: Path) -> None:
    assert run_filled("export", "brief-counts", "--to", tmp_path / "x.xlsx").status == 0
    assert load_workbook(tmp_path / "x.xlsx").sheetnames == ["简讯统计", "各月简讯"]
    assert run_filled("export", "brief", "--to", tmp_path / "y.xlsx").err.startswith("“工作简讯”里没有表格")
    assert run_filled("export", "summary", "--to", tmp_path / "y.pdf").err.startswith("公文不能导出为“pdf”")
    assert run_filled("export", "collective", "--to", tmp_path / "y.docx", "--unit", "昆山").status == 0
    assert docx.Document(str(tmp_path / "y.docx")).paragraphs[0].text.startswith("昆山市环保局")
