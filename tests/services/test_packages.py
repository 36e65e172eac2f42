"""What the officer may hand over: every rule found at once, a reason that lets pass, and several discs."""

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from lianbing_desktop.domain.finding import Finding
from lianbing_desktop.domain.media import Media
from lianbing_desktop.domain.submission import State
from lianbing_desktop.errors import UserError
from lianbing_desktop.export.trees import volume_label
from lianbing_desktop.services import packaging
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.packages import Packages
from lianbing_desktop.services.packaging import discs_of, handover_sheet
from tests.support.desk import asked, desk_at, paper, piece, unit_id
from tests.support.packages import hashes
from tests.support.papers import changed_pdf, cut_pdf, good_pdf, word_with, word_with_macros

SUMMARY = "活动总结（各市、区）"
CASE = "案卷PDF（每案1份）"


def receive(desk: Desk, tmp_path: Path, title: str, unit: str, *files: tuple[str, bytes]) -> int:
    """Receive files for the first submission of that requirement and unit; return its id."""
    number = piece(desk, title, unit).id
    desk.submissions.receive(number, [paper(tmp_path / f"{number}", name, data) for name, data in files])
    return number


def case(desk: Desk, tmp_path: Path, *files: tuple[str, bytes]) -> int:
    """Enter a closed case and receive its file."""
    number = desk.submissions.add(asked(desk, CASE).id, unit_id(desk, "legal"), date(2017, 6, 20), "苏环罚字1号")
    desk.submissions.receive(number, [paper(tmp_path / "case", name, data) for name, data in files])
    return number


def check(desk: Desk, *ids: int) -> list[Finding]:
    desk.packages.inspect(set(ids))
    return desk.packages.findings(set(ids))


def rules(found: list[Finding]) -> list[str]:
    return [finding.rule for finding in found]


# --- the rules ---


def test_each_fault_of_a_file_is_found_by_its_rule(desk: Desk, tmp_path: Path) -> None:
    number = receive(
        desk, tmp_path, SUMMARY, "张家港",
        ("好.pdf", good_pdf()), ("空.pdf", b""), ("坏.pdf", cut_pdf()), ("锁.pdf", changed_pdf("password")),
        ("脚本.pdf", changed_pdf("launch")), ("宏.docx", word_with_macros()),
        ("空白.docx", word_with("【待填：件数】")),
        ("再来.pdf", good_pdf()), ("长" * 70 + ".pdf", changed_pdf("no pages")), ("100%.docx", word_with("甲")),
    )  # fmt: skip
    found = check(desk, number)
    by_name = {(finding.rule, finding.place.rpartition("_")[2]) for finding in found}
    assert by_name == {
        ("R04", "空.pdf"), ("R05", "坏.pdf"), ("R05", "长" * 70 + ".pdf"), ("R06", "锁.pdf"), ("R07", "脚本.pdf"),
        ("R08", "宏.docx"), ("R09", "空白.docx"), ("R11", "再来.pdf"),
        ("R12", "长" * 70 + ".pdf"), ("R12", "100%.docx"),
    }  # fmt: skip
    assert rules(found) == sorted(rules(found))
    assert all(finding.is_blocking and finding.cure for finding in found)
    (twin,) = [finding for finding in found if finding.rule == "R11"]
    assert "好.pdf" in twin.message


def test_good_files_are_left_alone(desk: Desk, tmp_path: Path) -> None:
    number = receive(desk, tmp_path, SUMMARY, "张家港", ("总结.pdf", good_pdf()), ("总结.docx", word_with("甲")))
    assert check(desk, number) == []


def test_a_scan_was_asked_and_something_else_came(desk: Desk, tmp_path: Path) -> None:
    number = case(desk, tmp_path, ("案卷.docx", word_with("甲")))
    assert rules(check(desk, number)) == ["R03"]


def test_a_receipt_may_be_a_picture(desk: Desk, tmp_path: Path) -> None:
    number = case(desk, tmp_path, ("案卷.pdf", good_pdf()))
    receipt = paper(tmp_path / "r", "回执.jpg", b"\xff\xd8\xffreceipt")
    desk.submissions.mark(number, State.SENT_UP)
    desk.submissions.mark(number, State.RECEIPT, files=[receipt])
    assert len(desk.packages.items({number})) == 2
    assert check(desk, number) == []


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [("事迹.docx", "执法工作", ["R10"]), ("典型案件.docx", "执法工作", []), ("事迹.docx", "典型案件办理过程", [])],
)
def test_deeds_need_a_typical_case(desk: Desk, tmp_path: Path, name: str, text: str, found: list[str]) -> None:
    entry = asked(desk, "参评集体事迹材料")
    number = desk.submissions.add(entry.id, unit_id(desk, "zhangjiagang"), date(2017, 10, 9), "张家港大队")
    desk.submissions.receive(number, [paper(tmp_path, name, word_with(text))])
    assert rules(check(desk, number)) == found


def test_a_file_larger_than_the_disc_is_told_for_that_disc(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = receive(desk, tmp_path, SUMMARY, "张家港", ("总结.pdf", good_pdf()))
    monkeypatch.setattr("lianbing_desktop.domain.media.OWN_FILES", Media.CD.capacity - 100)
    assert rules(desk.packages.findings({number}, Media.CD)) == ["R13"]
    assert rules(desk.packages.findings({number}, Media.DVD)) == []


def test_what_lacks_is_told_early_and_refused_on_the_day_of_the_disc(home: Path) -> None:
    with desk_at(home) as desk:
        early = desk.packages.findings(desk.packages.usual())
        assert {"R01", "R02"} == set(rules(early))
        assert not any(finding.is_blocking for finding in early)
        assert "2017-10-31" in early[0].message
    with desk_at(home, date(2017, 10, 31)) as desk:
        late = desk.packages.findings(desk.packages.usual())
        assert rules(late) == rules(early)
        assert all(finding.is_blocking for finding in late)
        (group,) = [finding for finding in late if finding.rule == "R02"]
        assert " 或 " in group.place


def test_one_of_an_any_of_group_is_enough(desk: Desk, tmp_path: Path) -> None:
    both = {piece(desk, "活动总结（报省厅）").id, piece(desk, "自评报告（报省厅）").id}
    assert rules(check(desk, *both)) == ["R02"]
    receive(desk, tmp_path, "自评报告（报省厅）", "", ("自评.docx", word_with("甲")))
    desk.submissions.mark(piece(desk, "自评报告（报省厅）").id, State.SENT_UP)
    assert check(desk, *both) == []


# --- looking into files ---


def test_files_are_looked_into_once_and_remembered(home: Path, tmp_path: Path) -> None:
    with desk_at(home) as desk:
        number = receive(desk, tmp_path, SUMMARY, "张家港", ("坏.pdf", cut_pdf()), ("照片.jpg", b"\xff\xd8\xff"))
        assert len(desk.packages.inspecting({number}).files) == 1, "pictures are not looked into"
        assert desk.packages.findings({number}) == [], "not known yet"
        check(desk, number)
        assert desk.packages.inspecting({number}).files == ()
    with desk_at(home) as desk:
        assert desk.packages.inspecting({number}).files == ()
        assert rules(desk.packages.findings({number})) == ["R05"]


# --- reasons ---


def test_a_reason_lets_pass_and_is_printed(home: Path, tmp_path: Path) -> None:
    with desk_at(home) as desk:
        number = receive(desk, tmp_path, SUMMARY, "张家港", ("空白.docx", word_with("【待填：件数】")))
        (finding,) = check(desk, number)
        with pytest.raises(UserError, match="理由放行"):
            desk.packages.plan({number})
        desk.packages.override(finding, "  件数以省厅 公布为准 ")
    with desk_at(home) as desk:
        (finding,) = desk.packages.findings({number})
        assert (finding.is_blocking, finding.reason) == (False, "件数以省厅 公布为准")
        plan = desk.packages.plan({number})
        built = desk.packages.build(plan, tmp_path / "材料", tmp_path / "材料.iso")
        document = docx.Document(str(built.folder / "移交清单.docx"))
        assert any("R09" in p.text and "件数以省厅 公布为准" in p.text for p in document.paragraphs)
        assert "件数以省厅 公布为准" in (built.folder / "目录.html").read_text("utf-8")
        desk.packages.withdraw(finding)
        with pytest.raises(UserError):
            desk.packages.plan({number})


def test_a_reason_must_be_written_and_some_rules_take_none(desk: Desk, tmp_path: Path) -> None:
    number = receive(desk, tmp_path, SUMMARY, "张家港", ("100%.pdf", cut_pdf()))
    broken, name = check(desk, number)
    with pytest.raises(UserError, match="请写明"):
        desk.packages.override(broken, " ")
    with pytest.raises(UserError, match="不能靠说明放行"):
        desk.packages.override(name, "就这样")
    assert [finding.is_blocking for finding in desk.packages.findings({number})] == [True, True]


def test_a_reason_stays_with_its_file_when_that_is_called_otherwise(desk: Desk, tmp_path: Path) -> None:
    number = receive(desk, tmp_path, SUMMARY, "张家港", ("坏.pdf", cut_pdf()))
    desk.packages.override(check(desk, number)[0], "原件如此")
    (item,) = desk.packages.items({number})
    desk.packages.rename(item.file.id, "另一个名字.pdf")
    assert [finding.reason for finding in desk.packages.findings({number})] == ["原件如此"]


def test_what_lacks_without_blocking_stands_on_the_handover_list(desk: Desk, tmp_path: Path) -> None:
    receive(desk, tmp_path, SUMMARY, "张家港", ("总结.pdf", good_pdf()))
    plan = desk.packages.plan(desk.packages.usual())
    below = handover_sheet(plan).below
    assert any(f"常熟市环保局 {SUMMARY}：还没有收到文件" in line for line in below)
    assert below[-1].startswith("接收人")


# --- the build ---


@pytest.fixture
def chosen(desk: Desk, tmp_path: Path) -> set[int]:
    return {
        receive(desk, tmp_path, SUMMARY, unit, (f"总结{number}.pdf", good_pdf() + bytes(number)))
        for number, unit in enumerate(("张家港", "常熟", "太仓", "昆山", "吴江"))
    }


def test_the_same_material_and_day_give_the_same_image(desk: Desk, chosen: set[int], tmp_path: Path) -> None:
    images = []
    for number, day in enumerate((None, None, date(2017, 10, 25))):
        plan = desk.packages.plan(chosen, Media.CD, day)
        built = desk.packages.build(plan, tmp_path / f"{number}", tmp_path / f"{number}.iso")
        assert built.verdict.is_sound
        assert built.image
        images.append(built.image.read_bytes())
    assert images[0] == images[1] != images[2]


def test_several_discs_are_each_a_whole_package(
    desk: Desk, chosen: set[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bagit = pytest.importorskip("bagit")
    plan = desk.packages.plan(chosen, Media.CD)
    monkeypatch.setattr("lianbing_desktop.domain.media.OWN_FILES", Media.CD.capacity - 22_000)
    built = desk.packages.build(plan, tmp_path / "材料", tmp_path / "材料.iso")
    assert built.verdict.is_sound
    assert len(built.discs) == 3
    assert [path.name for path in sorted((tmp_path / "材料").iterdir())] == ["第01盘", "第02盘", "第03盘"]
    for number, disc in enumerate(built.discs, 1):
        bag = bagit.Bag(str(disc.folder))
        bag.validate()
        assert bag.info["Bag-Count"] == f"{number} of 3"
        assert disc.image == tmp_path / f"材料-{number}.iso"
        assert Packages.verify(disc.image).is_sound
        with disc.image.open("rb") as image:
            assert volume_label(image) == f"LIANBING_2017_{number}"
        everywhere = (disc.folder / "全部光盘目录.txt").read_text("utf-8-sig")
        assert all(f"{file.path}" in everywhere for file in plan.files)
        assert "其他光盘上的文件" in (disc.folder / "目录.html").read_text("utf-8")
    payload = [path for disc in built.discs for path in hashes(disc.folder / "data")]
    assert sorted(f"data/{path}" for path in payload) == sorted(file.path for file in plan.files)


def test_a_split_that_fails_leaves_nothing(
    desk: Desk, chosen: set[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class CancelledError(Exception):
        pass

    plan = replace(desk.packages.plan(chosen), media="cd")
    monkeypatch.setattr("lianbing_desktop.domain.media.OWN_FILES", Media.CD.capacity - 22_000)
    out = tmp_path / "出"

    def cancel(done: int, total: int) -> None:
        if (out / "材料-2.iso").exists():
            raise CancelledError

    with pytest.raises(CancelledError):
        desk.packages.build(plan, out / "材料", out / "材料.iso", cancel)
    assert list(out.iterdir()) == []


def test_an_image_that_came_out_too_large_is_refused(
    desk: Desk, chosen: set[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = desk.packages.plan(chosen, Media.CD)
    monkeypatch.setattr(Media, "capacity", property(lambda self: 100_000))
    monkeypatch.setattr(packaging, "volumes", lambda files, media: [tuple(files)])
    with pytest.raises(UserError, match="还大"):
        desk.packages.build(plan, tmp_path / "出" / "材料", tmp_path / "出" / "材料.iso")
    assert list((tmp_path / "出").iterdir()) == []


def test_the_image_may_not_lie_in_the_folder(desk: Desk, chosen: set[int], tmp_path: Path) -> None:
    with pytest.raises(UserError, match="里面"):
        desk.packages.build(desk.packages.plan(chosen), tmp_path / "a", tmp_path / "a" / "x.iso")
    assert not (tmp_path / "a").exists()


def test_recovery_data_makes_a_damaged_image_whole(desk: Desk, chosen: set[int], tmp_path: Path) -> None:
    if shutil.which("par2") is None:
        pytest.skip("par2 is not installed")
    out = tmp_path / "出"
    built = desk.packages.build(desk.packages.plan(chosen), out / "材料", out / "材料.iso", recovery=True)
    assert built.image
    assert len(built.discs[0].recovery) == 2
    whole = built.image.read_bytes()
    hurt = bytearray(whole)
    for sector in range(20, 50):
        hurt[sector * 2048 : (sector + 1) * 2048] = bytes(2048)
    built.image.write_bytes(hurt)
    assert not Packages.verify(built.image).is_sound, "the control: it is damaged"
    subprocess.run(["par2", "repair", "-q", "材料.iso.par2"], cwd=out, check=True, capture_output=True, timeout=60)
    assert built.image.read_bytes() == whole


def test_without_par2_recovery_data_is_refused_with_a_sentence(
    desk: Desk, chosen: set[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UserError, match="没有安装 par2"):
        desk.packages.build(
            desk.packages.plan(chosen), tmp_path / "出" / "材料", tmp_path / "出" / "材料.iso", recovery=True
        )
    assert list((tmp_path / "出").iterdir()) == []


def test_a_plan_that_fits_stays_as_it_is(desk: Desk, chosen: set[int]) -> None:
    plan = desk.packages.plan(chosen, Media.DVD)
    assert discs_of(plan) == [plan]
    assert plan.office, "the bureau hands over"


def test_a_source_that_changes_between_folder_and_image_is_named_and_nothing_is_left(
    desk: Desk, chosen: set[int], tmp_path: Path
) -> None:
    plan = desk.packages.plan(chosen)
    source, out = plan.files[0].source, tmp_path / "出"
    data = source.read_bytes()
    source.chmod(0o644)

    def meddle(done: int, total: int) -> None:
        if (out / "材料").exists() and not (out / "材料.iso").exists():
            source.write_bytes(data[:-1] + b"?")

    with pytest.raises(UserError, match="登记时不一样"):
        desk.packages.build(plan, out / "材料", out / "材料.iso", meddle)
    assert list(out.iterdir()) == []
    source.write_bytes(data)
    assert desk.packages.build(plan, out / "材料", out / "材料.iso").verdict.is_sound, "the control"
