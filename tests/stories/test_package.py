"""The officer builds the package and the disc, verifies them, and is told which file a damaged byte belongs to."""

import shutil
import subprocess
from pathlib import Path

import pytest

from lianbing_desktop.errors import UserError
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.packages import Built


@pytest.fixture
def built(busy_desk: Desk, tmp_path: Path) -> Built:
    """The package and image of what had come by 20 October."""
    packages = busy_desk.packages
    packages.accept_names(packages.usual())
    return packages.build(packages.plan(packages.usual()), tmp_path / "材料", tmp_path / "材料.iso")


def test_a_name_that_a_disc_would_cut_is_refused_with_a_shorter_one(busy_desk: Desk) -> None:
    packages = busy_desk.packages
    with pytest.raises(UserError) as refused:
        packages.plan(packages.usual())
    assert len(refused.value.details) == 1
    assert "名字太长" in refused.value.details[0]
    assert "请改名为“03_常熟市环保局_" in refused.value.details[0]
    assert packages.accept_names(packages.usual()) == 1
    assert packages.plan(packages.usual()).files


def test_what_is_missing_is_told_but_does_not_stop_the_build(busy_desk: Desk, built: Built) -> None:
    findings = busy_desk.packages.findings(busy_desk.packages.usual())
    assert "太仓市环保局 活动总结（各市、区）" in [finding.place for finding in findings]
    assert not any(finding.is_blocking for finding in findings)
    assert built.verdict.is_sound


def test_folder_and_image_are_sound_and_sha256sum_agrees(busy_desk: Desk, built: Built) -> None:
    assert built.image
    for place in (built.folder, built.image):
        assert busy_desk.packages.verify(place).is_sound
    if shutil.which("sha256sum"):
        command = ["sha256sum", "--check", "--strict", "--quiet", "校验清单.txt"]
        assert subprocess.run(command, cwd=built.folder, check=False).returncode == 0


def test_one_damaged_byte_of_the_image_is_told_by_its_file(busy_desk: Desk, built: Built) -> None:
    assert built.image
    data = bytearray(built.image.read_bytes())
    victims = [path for path in built.folder.glob("data/0*/*") if data.count(path.read_bytes()) == 1]
    assert len(victims) > 5
    for victim in victims:
        hurt = bytearray(data)
        content = victim.read_bytes()
        hurt[data.find(content) + len(content) // 2] ^= 0x01
        built.image.write_bytes(hurt)
        verdict = busy_desk.packages.verify(built.image)
        assert verdict.changed == (f"data/{victim.parent.name}/{victim.name}",)
    built.image.write_bytes(data)
    assert busy_desk.packages.verify(built.image).is_sound, "the control: undamaged again"


def test_the_received_files_are_still_as_they_came(busy_desk: Desk, built: Built) -> None:
    assert busy_desk.checks.run() == []
