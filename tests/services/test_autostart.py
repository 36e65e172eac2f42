"""开机自启: written where the desktop looks, read back as it really stands, and the command survives odd paths."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lianbing_desktop.errors import UserError
from lianbing_desktop.paths import Home
from lianbing_desktop.services.autostart import Autostart, AutostartState

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the Windows registry has not been tried")


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "autostart" / "lianbing.desktop"


def test_on_off_and_read_back(config: Path, tmp_path: Path) -> None:
    autostart = Autostart(Home(tmp_path / "练兵台 数据"))
    assert autostart.state() is AutostartState.OFF
    autostart.switch(True)
    assert autostart.state() is AutostartState.ON
    assert "Type=Application" in config.read_text(encoding="utf-8")
    autostart.switch(False)
    assert autostart.state() is AutostartState.OFF
    assert not config.exists()
    autostart.switch(False)


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_system_was_told_elsewhere_is_read_too(config: Path, tmp_path: Path, line: str) -> None:
    autostart = Autostart(Home(tmp_path))
    autostart.switch(True)
    text = config.read_text(encoding="utf-8").replace("X-GNOME-Autostart-enabled=true\n", "")
    config.write_text(f"{text}{line}\n", encoding="utf-8")
    assert autostart.state() is AutostartState.OFF
    autostart.switch(True)
    assert autostart.state() is AutostartState.ON


def test_another_folders_start_is_not_taken_for_ours(tmp_path: Path) -> None:
    Autostart(Home(tmp_path / "a")).switch(True)
    assert Autostart(Home(tmp_path / "b")).state() is AutostartState.OTHER


@pytest.mark.parametrize("garbage", [b"", b"[Desktop Entry\nExec", b"Exec=x\n", b"[Desktop Entry]\n"])
def test_a_broken_entry_is_not_on(config: Path, tmp_path: Path, garbage: bytes) -> None:
    config.parent.mkdir(parents=True)
    config.write_bytes(garbage)
    autostart = Autostart(Home(tmp_path))
    assert autostart.state() is AutostartState.OFF
    autostart.switch(True)
    assert autostart.state() is AutostartState.ON


def test_an_entry_that_cannot_be_read_is_told_and_can_be_written_anew(config: Path, tmp_path: Path) -> None:
    config.parent.mkdir(parents=True)
    config.write_bytes(b"\xff\xfe\x00")
    autostart = Autostart(Home(tmp_path))
    with pytest.raises(UserError, match="读不出"):
        autostart.state()
    autostart.switch(True)
    assert autostart.state() is AutostartState.ON


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("no folder")
    with pytest.raises(UserError, match="不能建立文件夹"):
        Autostart(Home(tmp_path)).switch(True)


@pytest.mark.parametrize("name", ["练兵台 数据", "100% 'q\" $HOME `x` \\ b", "plain"])
def test_the_desktop_gets_back_the_very_words(config: Path, tmp_path: Path, name: str) -> None:
    """Undone in the specification's order: string escapes, field codes, then quotes, which are the shell's."""
    home = Home(tmp_path / name)
    Autostart(home).switch(True)
    line = next(each for each in config.read_text(encoding="utf-8").splitlines() if each.startswith("Exec="))
    text = line.removeprefix("Exec=").replace("\\\\", "\\").replace("%%", "%")
    words = subprocess.run(["sh", "-c", f"printf '%s\\0' {text}"], capture_output=True, check=True).stdout.decode()
    assert words.split("\0")[:-1] == [sys.executable, "-m", "lianbing_desktop", "--home", str(home.root), "--minimised"]


def test_the_entry_is_valid_to_the_desktops_own_checker(config: Path, tmp_path: Path) -> None:
    Autostart(Home(tmp_path / "练兵台 数据")).switch(True)
    try:
        done = subprocess.run(
            ["desktop-file-validate", str(config)], capture_output=True, text=True, check=False, env=os.environ
        )
    except FileNotFoundError:
        pytest.skip("desktop-file-validate is not installed (Debian: desktop-file-utils)")
    assert done.returncode == 0, done.stdout + done.stderr
