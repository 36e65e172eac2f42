"""Burning for real onto xorriso's ``stdio:`` drive: progress, cancelling, and a spoilt disc never called good."""

import os
import stat
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lianbing_desktop.errors import UserError
from lianbing_desktop.export.burner import burning, windows, xorriso
from lianbing_desktop.export.burner.burning import burn
from lianbing_desktop.export.burner.command import Failed, run
from lianbing_desktop.export.verify import verify
from tests.support.packages import VOLUME, make_folder, make_image, make_plan

needs_xorriso = pytest.mark.skipif(not xorriso.is_there(), reason="xorriso is not installed")


@pytest.fixture
def image(tmp_path: Path) -> Path:
    return make_image(make_folder(tmp_path))


def spoiling(monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Path], None]) -> None:
    """Let the medium be spoilt between writing and reading back."""
    whole = xorriso.burn

    def burnt(image: Path, device: str, progress: object) -> None:
        whole(image, device, progress)  # type: ignore[arg-type]
        spoil(Path(device.removeprefix("stdio:")))

    monkeypatch.setattr(xorriso, "burn", burnt)


def flip(path: Path, what: bytes) -> None:
    data = bytearray(path.read_bytes())
    data[data.find(what) + 1] ^= 1
    path.write_bytes(data)


@needs_xorriso
def test_a_burnt_disc_is_read_back_whole(image: Path, tmp_path: Path) -> None:
    said: list[str] = []
    told: list[tuple[int, int]] = []
    burnt = burn(image, f"stdio:{tmp_path / 'disc'}", lambda done, total: told.append((done, total)), said.append)
    assert burnt.verdict.is_sound
    assert burnt.verdict == verify(image)
    assert (burnt.volume, burnt.size) == (VOLUME, image.stat().st_size)
    assert (tmp_path / "disc").read_bytes()[: burnt.size] == image.read_bytes()
    assert [words[:4] for words in said] == ["正在核对", "正在刻录", "正在从光"]
    assert told


@needs_xorriso
@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_names_survive_whatever_the_locale(
    image: Path, tmp_path: Path, locale: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert burn(image, f"stdio:{tmp_path / '光 盘'}").verdict.is_sound


@needs_xorriso
def test_a_disc_that_comes_back_otherwise_is_named_file_by_file(
    image: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = (tmp_path / "材料包" / "data" / "01_市局材料" / "x.y.z").read_bytes()
    spoiling(monkeypatch, lambda disc: flip(disc, content[:100]))
    verdict = burn(image, f"stdio:{tmp_path / 'disc'}").verdict
    assert verdict.changed == ("data/01_市局材料/x.y.z",)


@needs_xorriso
def test_a_disc_cut_short_is_not_sound(image: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoiling(monkeypatch, lambda disc: os.truncate(disc, image.stat().st_size - 4096))
    assert not burn(image, f"stdio:{tmp_path / 'disc'}").verdict.is_sound


@needs_xorriso
def test_another_packages_disc_is_not_taken_for_this_one(
    image: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = make_image(make_folder(tmp_path / "other", make_plan(tmp_path / "other" / "s", seed=5)))
    spoiling(monkeypatch, lambda disc: (disc.write_bytes(other.read_bytes()), None)[1])
    assert verify(other).is_sound
    verdict = burn(image, f"stdio:{tmp_path / 'disc'}").verdict
    assert verdict.structure == ("光盘上的数据与光盘映像不是逐字节相同",)


@needs_xorriso
def test_an_unsound_image_is_not_burnt(image: Path, tmp_path: Path) -> None:
    flip(image, b"PK handover")
    with pytest.raises(UserError, match="没有刻录"):
        burn(image, f"stdio:{tmp_path / 'disc'}")
    assert not (tmp_path / "disc").exists()


@needs_xorriso
def test_nothing_is_written_over(image: Path, tmp_path: Path) -> None:
    (tmp_path / "disc").write_text("别人的")
    with pytest.raises(UserError, match="不会覆盖"):
        burn(image, f"stdio:{tmp_path / 'disc'}")
    assert (tmp_path / "disc").read_text() == "别人的"
    with pytest.raises(UserError, match="不会覆盖"):
        burn(image, f"stdio:{tmp_path}")


@needs_xorriso
def test_no_drive_is_a_sentence(image: Path) -> None:
    with pytest.raises(UserError, match="用不了"):
        burn(image, "/dev/no-such-drive")


@needs_xorriso
def test_what_the_disc_cannot_take_is_a_sentence(image: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="刻录没有成功") as caught:
        burn(image, f"stdio:{tmp_path / '没有' / 'disc'}")
    assert caught.value.details


# --- a burner that is slow, fails, or is not there ---


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """Put a program of that name before the real one."""
    program = folder / "bin" / "xorriso"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")


@pytest.mark.skipif(os.name == "nt", reason="a shell stands in for the burner")
def test_progress_is_told_and_cancelling_ends_the_burner_at_once(
    image: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class CancelledError(Exception):
        pass

    body = "for n in 1 2 3 4 5 6 7 8 9; do printf 'xorriso : UPDATE :   %s of   10 MB written\\r' $n; sleep 0.2; done"
    stand_in(tmp_path, monkeypatch, f"echo $$ > {tmp_path}/pid; {body}")
    told: list[int] = []
    cancelled_at = 0.0

    def progress(done: int, total: int) -> None:
        nonlocal cancelled_at
        told.append(done)
        if done > 0:
            cancelled_at = time.monotonic()
            raise CancelledError

    with pytest.raises(CancelledError):
        xorriso.burn(image, f"stdio:{tmp_path / 'disc'}", progress)
    assert time.monotonic() - cancelled_at < 1.0
    assert told[-1] == image.stat().st_size, "1 MB written is the whole of it"
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


@pytest.mark.skipif(os.name == "nt", reason="a shell stands in for the burner")
def test_a_failing_burner_is_told_in_its_own_words(
    image: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, "echo hello; echo 'libburn : FAILURE : medium rotten'; exit 5")
    with pytest.raises(UserError, match="换一张空白光盘") as caught:
        xorriso.burn(image, f"stdio:{tmp_path / 'disc'}", None)
    assert caught.value.details == ("libburn : FAILURE : medium rotten",)


@pytest.mark.skipif(os.name == "nt", reason="a shell stands in for the burner")
def test_a_disc_that_is_not_blank_is_refused_and_drives_are_listed(
    image: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = "0  -dev '/dev/sr0' rwrw-- :  'HL-DT-ST' 'DVDRAM GT34N    '"
    stand_in(
        tmp_path, monkeypatch,
        f'if [ "$1" = -devices ]; then echo "{listing}"; else echo "Media status : is written , is closed"; fi',
    )  # fmt: skip
    (drive,) = xorriso.drives()
    assert (drive.device, drive.name) == ("/dev/sr0", "HL-DT-ST DVDRAM GT34N")
    with pytest.raises(UserError, match="没有空白光盘"):
        xorriso.burn(image, "/dev/sr0", None)


@pytest.mark.skipif(os.name == "nt", reason="a shell stands in for the burner")
def test_the_officer_is_asked_to_reload_and_the_disc_is_waited_for(
    image: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive = tmp_path / "sr0"
    stand_in(tmp_path, monkeypatch, 'case "$*" in *cdrecord*) ;; *) echo "Media status : is blank";; esac')
    said: list[str] = []

    def say(words: str) -> None:
        said.append(words)

    ticks = 0

    def progress(done: int, total: int) -> None:
        nonlocal ticks
        ticks += burning.RELOAD in said
        if ticks == 3:
            drive.write_bytes(image.read_bytes() + bytes(150 * 2048))  # pushed in again

    verdict = burn(image, str(drive), progress, say).verdict
    assert burning.RELOAD in said
    assert verdict.is_sound


def test_without_the_program_burning_is_refused(image: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert xorriso.drives() == []
    with pytest.raises(UserError, match="没有安装 xorriso"):
        xorriso.burn(image, f"stdio:{tmp_path / 'disc'}", None)


def test_windows_is_not_taken_for_granted() -> None:
    if os.name == "nt":
        pytest.skip("drives are asked for here")
    assert windows.drives() == []


def test_lines_come_whole_and_in_order() -> None:
    lines: list[str] = []
    run(["printf", r"a\rb\n\nc"], lines.append, lambda: None)
    assert lines == ["a", "b", "c"]
    with pytest.raises(Failed):
        run(["false"], lines.append, lambda: None)
    with pytest.raises(UserError, match="不能启动"):
        run(["/no/such/program"], lines.append, lambda: None)
