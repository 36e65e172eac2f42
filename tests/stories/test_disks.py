"""Disks that are full or read-only: a sentence each, nothing is lost, and with room again all goes well."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from lianbing_desktop.app import open_desk
from lianbing_desktop.errors import UserError
from tests.support.campaign import ROOT, TODAY, Program, filled_home, started_home
from tests.support.disks import on_a_disk

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="disks of one's own are mounted on Linux only")

# Prints "status | first line said" of a command; what it printed on stdout goes to the file $out.
TELL = """
desk() { set +e; said=$("$python" -m lianbing_desktop --home "$disk/home" --today 2017-10-20 "$@" 2>&1 >"$out"); \
status=$?; set -e; echo "$status | $(echo "$said" | head -1)"; }
cp -a "$home" "$disk/home"
"""


@pytest.fixture
def values(tmp_path: Path) -> dict[str, object]:
    """What every script is told."""
    return {"python": sys.executable, "out": tmp_path / "out.txt"}


def test_a_full_disk_while_receiving(tmp_path: Path, values: dict[str, object]) -> None:
    big, small = tmp_path / "大.pdf", tmp_path / "小.pdf"
    big.write_bytes(os.urandom(3 << 20))
    small.write_bytes(os.urandom(3 << 10))
    script = TELL + 'desk receive 6 --file "$big"; desk check; desk receive 6 --file "$small"; desk submissions --json'
    said = on_a_disk(tmp_path / "disk", "2m", script, home=started_home(tmp_path), big=big, small=small, **values)
    assert said == ["1 | 磁盘已满，“大.pdf”没有收下。请腾出空间后再试。", "0 | ", "0 | ", "0 | "]
    received = next(each for each in json.loads(Path(str(values["out"])).read_text()) if each["id"] == 6)
    assert [file["name"] for file in received["files"]] == ["小.pdf"]


def test_a_disk_that_fills_up_at_any_point_of_a_receive(tmp_path: Path, values: dict[str, object]) -> None:
    """Leave a few KiB: the file may still fit while its record does not."""
    file = tmp_path / "名单.pdf"
    file.write_bytes(os.urandom(6 << 10))
    frees = " ".join(map(str, range(0, 100, 4))) if os.environ.get("LIANBING_SOAK") else "0 8 24 96"
    rounds = """
for free in $frees; do
  rm -rf "$disk/home" "$disk/ballast"; cp -a "$home" "$disk/home"
  room=$(df --output=avail -k "$disk" | tail -1)
  head -c $(( (room - free) * 1024 )) /dev/zero > "$disk/ballast"
  desk receive 6 --file "$file"
  rm "$disk/ballast"
  desk check --json; grep -c '"is_blocking": true' "$out" || true
  desk submissions --json --state 未报; grep -c '"id"' "$out"
done
"""
    said = on_a_disk(
        tmp_path / "disk", "2m", TELL + rounds, home=started_home(tmp_path), file=file, frees=frees, **values
    )
    outcomes = [tuple(said[start : start + 5]) for start in range(0, len(said), 5)]
    for received, check, blocking, listed, still_open in outcomes:
        assert (listed, blocking) == ("0 | ", "0")
        if received == "0 | ":
            assert (check, still_open) == ("0 | ", "154")
        else:
            assert received.startswith("1 | ")
            assert "磁盘" in received
            assert still_open == "155"
    assert len({received for received, *_ in outcomes}) >= 3, "full for the file, full for the record, and room enough"
    assert outcomes[-1][0] == "0 | ", "the control: with room enough it is received"


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pdf"])
def test_a_full_disk_while_exporting_keeps_the_old_file(tmp_path: Path, values: dict[str, object], kind: str) -> None:
    script = f"""
desk() {{ set +e; said=$("$python" -m lianbing_desktop --home "$home" --today 2017-10-20 "$@" 2>&1 >"$out"); \
status=$?; set -e; echo "$status | $(echo "$said" | head -1)"; }}
echo good > "$disk/清单.{kind}"
head -c 4096000 /dev/zero > "$disk/ballast" 2>/dev/null || true
desk export checklist --to "$disk/清单.{kind}"
cat "$disk/清单.{kind}"; ls -A "$disk" | wc -l
rm "$disk/ballast"
desk export checklist --to "$disk/清单.{kind}"
[ $(stat -c %s "$disk/清单.{kind}") -gt 5000 ] && echo whole
"""
    said = on_a_disk(tmp_path / "disk", "1m", script, home=filled_home(tmp_path), **values)
    assert said == [
        f"1 | 无法保存“清单.{kind}”：磁盘空间不足，原有文件没有改动。请清理磁盘或换一个位置后重试。",
        "good",
        "2",
        "0 | ",
        "whole",
    ]


def test_a_full_disk_while_building_leaves_no_half_package(tmp_path: Path, values: dict[str, object]) -> None:
    script = """
desk() { set +e; said=$("$python" -m lianbing_desktop --home "$home" --today 2017-10-20 "$@" 2>&1 >"$out"); \
status=$?; set -e; echo "$status | $(echo "$said" | head -1)"; }
desk package build --accept-names --to "$disk/材料" --image "$disk/材料.iso"
ls "$disk" | grep -c iso || true
rm -rf "$disk"/*
mount -o remount,size=8m "$disk"
desk package build --to "$disk/材料" --image "$disk/材料.iso"
ls "$disk" | grep -c iso || true
"""
    said = on_a_disk(tmp_path / "disk", "200k", script, home=filled_home(tmp_path), **values)
    assert said[0].startswith("1 | ")
    assert "空间" in said[0]
    assert said[1:] == ["0", "0 | ", "1"]


def test_a_read_only_home_is_told_and_left_alone(tmp_path: Path, values: dict[str, object]) -> None:
    hashes = 'find "$disk/home" -type f -exec sha256sum {} + | sort | sha256sum'
    script = f"""{TELL}
{hashes}
mount -o remount,ro "$disk"
desk tasks; desk receive 6 --file "$python"; desk check
{hashes}
mount -o remount,rw "$disk"
desk tasks
"""
    said = on_a_disk(tmp_path / "disk", "4m", script, home=started_home(tmp_path), **values)
    before, *refused, after, control = said
    for line in refused:
        assert line.startswith("1 | 数据文件夹“")
        assert "不可写" in line
    assert before == after
    assert control == "0 | "


AS_NOBODY = """import os, sys
from lianbing_desktop import app
import lianbing_desktop.cli.commands, lianbing_desktop.services.desk  # nobody may not read root's Python any more
os.setuid(65534)
sys.exit(app.main(sys.argv[1:]))"""


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can become somebody else")
def test_a_home_that_belongs_to_somebody_else() -> None:
    """Root may write anywhere, so the program becomes nobody when it is loaded."""
    with tempfile.TemporaryDirectory() as folder:
        home = started_home(Path(folder))
        for open_to_all in (Path(folder), home):
            open_to_all.chmod(0o755)
        command = [sys.executable, "-c", AS_NOBODY, "--home", str(home), "tasks"]
        nobody = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert (nobody.returncode, nobody.stdout) == (1, "")
        assert "不可写" in nobody.stderr
        assert Program(home)("tasks").returncode == 0, "the control: its owner may"


def test_a_home_where_a_file_stands_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("not a folder")
    with pytest.raises(UserError, match="不能建立数据文件夹"):
        open_desk(tmp_path / "home", TODAY)
    assert (tmp_path / "home").read_text() == "not a folder"
