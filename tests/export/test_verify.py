import io
import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from lianbing_desktop.errors import UserError
from lianbing_desktop.export.bag import holding
from lianbing_desktop.export.manifest import write_manifest
from lianbing_desktop.export.seal import LENGTH, PLACES
from lianbing_desktop.export.trees import SECTOR, Tree, read_trees, volume_size
from lianbing_desktop.export.verify import verify
from tests.support.packages import AWKWARD, hashes, make_folder, make_image, make_plan

SOAK = os.environ.get("LIANBING_SOAK") == "1"
CONTENT_FLIPS, REST_FLIPS, WRECKS = (1000, 6000, 1500) if SOAK else (60, 120, 40)
SEED = random.SystemRandom().randrange(1 << 32) if SOAK else 2017


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_folder(tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="module")
def sealed(built: Path) -> bytes:
    return make_image(built).read_bytes()


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "材料包"))


@pytest.fixture
def image(sealed: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "光盘.bin"  # what it is must show by its content
    path.write_bytes(sealed)
    return path


def trees(image: Path) -> list[Tree]:
    with image.open("rb") as file:
        return read_trees(file, lambda: None)


def contents(image: Path) -> list[tuple[str, int, int]]:
    """Return (path, offset, length) of every file's bytes in the image."""
    return [(path, *part) for path, parts in trees(image)[0].files.items() for part in parts if part[1]]


class Flipped:
    """One bit of a file turned over for a while."""

    def __init__(self, path: Path, offset: int, mask: int = 1) -> None:
        self._path, self._offset, self._mask = path, offset, mask

    def _flip(self) -> None:
        with self._path.open("r+b") as file:
            file.seek(self._offset)
            (byte,) = file.read(1)
            file.seek(self._offset)
            file.write(bytes([byte ^ self._mask]))

    def __enter__(self) -> None:
        self._flip()

    def __exit__(self, *_: object) -> None:
        self._flip()


# --- sound ---


def test_folder_and_image_are_sound(folder: Path, image: Path) -> None:
    for place in (folder, image):
        verdict = verify(place)
        assert verdict.is_sound
        assert verdict.checked == len(hashes(folder))


def test_progress_and_cancel(folder: Path, image: Path) -> None:
    class CancelledError(Exception):
        pass

    def cancel(done: int, total: int) -> None:
        raise CancelledError

    for place in (folder, image):
        told: list[tuple[int, int]] = []
        verify(place, lambda done, total, told=told: told.append((done, total)))  # type: ignore[misc]
        assert told == sorted(told)
        assert 0 < told[-1][0] <= told[-1][1]
        with pytest.raises(CancelledError):
            verify(place, cancel)


# --- folders ---


def test_missing_changed_and_extra_are_named(folder: Path) -> None:
    missing, changed = "data/01_市局材料/x.y.z", "data/03_总结/张家港市/é中.txt"
    (folder / missing).unlink()
    (folder / changed).write_bytes(b"12345")
    (folder / "Thumbs.db").write_bytes(b"")
    (folder / "空").mkdir()
    (folder / "链接").symlink_to("目录.html")
    verdict = verify(folder)
    assert verdict.missing == (missing,)
    assert verdict.changed == (changed,)
    assert verdict.extra == ("Thumbs.db", "空/", "链接")
    assert not verdict.is_sound


def test_a_link_in_a_files_place_is_not_the_file(folder: Path) -> None:
    path = folder / "data" / "01_市局材料" / "x.y.z"
    path.rename(folder.parent / "elsewhere")
    path.symlink_to(folder.parent / "elsewhere")
    verdict = verify(folder)
    assert verdict.missing == ("data/01_市局材料/x.y.z",)
    assert verdict.extra == ()


@pytest.mark.parametrize("large", [False, True])
def test_a_file_that_cannot_be_read_counts_as_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, large: bool
) -> None:
    class Scratched(io.FileIO):
        def readinto(self, buffer: object) -> int:
            raise OSError(5, "Input/output error")

    def opened(path: str, *args: object, **options: object) -> object:
        is_it = path.endswith("01_市局材料/x.y.z")
        return Scratched(path) if is_it else open(path, *args, **options)  # type: ignore[call-overload]

    def read(number: int, length: int) -> bytes:
        if length == 70_001 and "01_市局材料" in os.readlink(f"/proc/self/fd/{number}"):
            raise OSError(5, "Input/output error")
        return real(number, length)

    real = os.read
    if large:
        monkeypatch.setattr(holding, "LARGE", 0)
        monkeypatch.setattr(holding, "open", opened, raising=False)
    else:
        monkeypatch.setattr(os, "read", read)
    assert verify(folder).changed == ("data/01_市局材料/x.y.z",)


def test_every_single_flip_in_a_folder_is_named(folder: Path) -> None:
    chance = random.Random(SEED)
    names = [name for name in hashes(folder) if (folder / name).stat().st_size]
    for name in names:
        with Flipped(folder / name, chance.randrange((folder / name).stat().st_size), 1 << chance.randrange(8)):
            assert verify(folder).changed == (name,)
    assert verify(folder).is_sound


def test_lists_are_weighed_against_each_other(folder: Path, tmp_path: Path) -> None:
    (folder / "校验清单.txt").write_bytes(b"\xff\xfe")
    assert verify(folder).changed == ("校验清单.txt",)
    victim = "data/01_市局材料/x.y.z"
    (folder / victim).write_bytes(b"?")
    assert verify(folder).changed == (victim, "校验清单.txt")
    (folder / "tagmanifest-sha256.txt").unlink()
    (folder / "manifest-sha256.txt").write_bytes(b"?")
    with pytest.raises(UserError, match="清单都已损坏"):
        verify(folder)
    with pytest.raises(UserError, match="找不到"):
        verify(tmp_path / "没有")


@pytest.mark.parametrize("name", ["校验清单.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "bagit.txt"])
def test_a_lost_list_is_missing_and_the_others_still_tell(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert verify(folder).missing == (name,)
    victim = "data/01_市局材料/x.y.z"
    (folder / victim).write_bytes(b"?")
    assert (verify(folder).missing, verify(folder).changed) == ((name,), (victim,))


def test_a_folder_of_before_the_bag_is_still_verified(folder: Path) -> None:
    for path in ("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"):
        (folder / path).unlink()
    listed = {path: sha256 for path, sha256 in hashes(folder).items() if path != "校验清单.txt"}
    (folder / "校验清单.txt").write_bytes(write_manifest(listed))
    assert verify(folder).is_sound
    (folder / "目录.html").write_bytes(b"?")
    assert verify(folder).changed == ("目录.html",)


# --- images: contents ---


def test_every_flip_in_a_files_content_is_named_exactly(image: Path) -> None:
    chance = random.Random(SEED)
    assert verify(image).is_sound
    parts = contents(image)
    sampled = [chance.choice(parts) for _ in range(CONTENT_FLIPS)] + parts
    for path, offset, length in sampled:
        at = offset + chance.randrange(length)
        with Flipped(image, at, 1 << chance.randrange(8)):
            verdict = verify(image)
        assert verdict.changed == (path,), f"seed {SEED}, byte {at}"
        assert verdict.missing == verdict.extra == ()
    assert verify(image).is_sound


def test_the_same_flips_in_a_reader_of_one_tree_would_be_seen_too(image: Path, tmp_path: Path) -> None:
    """The control by another program: what we name is what 7z reads otherwise."""
    if shutil.which("7z") is None:
        pytest.skip("7z is not installed")

    def extracted(name: str) -> dict[str, str]:
        command = ["7z", "x", "-bd", "-y", f"-o{tmp_path / name}", str(image)]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        return hashes(tmp_path / name)

    whole = extracted("whole")
    path, offset, length = max(contents(image), key=lambda part: part[2])
    with Flipped(image, offset + length // 2):
        damaged = extracted("damaged")
        assert verify(image).changed == (path,)
    assert {name for name in whole if whole[name] != damaged[name]} == {path}


# --- images: everything else ---


def rest(image: Path) -> list[int]:
    """Return the offset of every byte that is not a file's content."""
    size = image.stat().st_size
    content = bytearray(size)
    for _, offset, length in contents(image):
        content[offset : offset + length] = b"\1" * length
    return [offset for offset in range(size) if not content[offset]]


def test_no_flip_outside_the_contents_is_called_sound(image: Path, sealed: bytes) -> None:
    """Directories, descriptors, times, unused sectors and padding: the seal sees each byte of them."""
    chance = random.Random(SEED)
    every = rest(image)
    telling = [offset for offset in every if sealed[offset]]
    for number in range(REST_FLIPS):
        at = chance.choice(telling if number % 2 else every)
        with Flipped(image, at, 1 << chance.randrange(8)):
            try:
                assert not verify(image).is_sound, f"seed {SEED}, byte {at}"
            except UserError:
                assert VOLUME_MARK <= at < VOLUME_MARK + 5, f"seed {SEED}, byte {at}"
    assert verify(image).is_sound


def test_the_padding_behind_every_file_is_looked_at(image: Path) -> None:
    """The lists, too, which are read and never hashed."""
    ends = {path: offset + length for path, offset, length in contents(image) if length % SECTOR}
    assert {"校验清单.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"} < ends.keys()
    for path, end in ends.items():
        for at in (end, end + -end % SECTOR - 1):
            with Flipped(image, at):
                assert verify(image).structure == ("文件之间的填充区有改动（文件内容不受影响）",), path
    assert verify(image).is_sound


VOLUME_MARK = 16 * SECTOR + 1
"""Where CD001 stands: without it nothing says that this is a disc's image."""


@pytest.mark.parametrize(("encoding", "trees_named"), [("utf-8", {"Rock Ridge": 3}), ("utf-16_be", {"Joliet": 3})])
def test_a_name_damaged_in_one_tree_is_named(
    image: Path, sealed: bytes, encoding: str, trees_named: dict[str, int]
) -> None:
    encoded = "活动总结（终稿）".encode(encoding)
    first = min(offset for _, offset, _ in contents(image))
    told = []
    for at in found(sealed[:first], encoded):
        with Flipped(image, at + len(encoded) - 1):
            verdict = verify(image)
        assert not verdict.is_sound
        if verdict.missing:
            assert verdict.missing[0].endswith("/活动总结（终稿）.docx")
            assert len(verdict.extra) == 1
            told += [words for words in verdict.structure if verdict.missing[0] in words]
        else:
            # UDF keeps a checksum on each name: what is damaged there is not believed at all.
            assert any("读不出文件" in words for words in verdict.structure)
    assert {tree: sum(words.startswith(f"{tree} 目录里没有") for words in told) for tree in trees_named} == trees_named


def found(data: bytes, what: bytes) -> Iterator[int]:
    at = data.find(what)
    while at >= 0:
        yield at
        at = data.find(what, at + 1)


def test_either_copy_of_the_seal_may_be_damaged_but_not_unseen(image: Path) -> None:
    for place in PLACES:
        for offset in (0, 20, 60, 120, 200, LENGTH - 1):
            with Flipped(image, place + offset):
                verdict = verify(image)
            assert "光盘映像的封签已损坏" in verdict.structure
            assert verdict.changed == verdict.missing == verdict.extra == ()
    with Flipped(image, PLACES[0] + 60), Flipped(image, PLACES[1] + 60):
        assert "光盘映像的封签已损坏" in verify(image).structure


def test_an_image_made_by_others_is_checked_by_its_trees(tmp_path: Path) -> None:
    if shutil.which("xorriso") is None:
        pytest.skip("xorriso is not installed")
    # xorriso writes no characters beyond the BMP into Joliet
    names = [(name, size) for name, size in AWKWARD if "𠮷" not in name]
    folder = make_folder(tmp_path, make_plan(tmp_path / "sources", names))
    foreign = tmp_path / "foreign.iso"
    command = ["xorriso", "-as", "mkisofs", "-quiet", "-R", "-J", "-o", str(foreign), str(folder)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    assert verify(foreign).is_sound
    path, offset, _ = contents(foreign)[-1]
    with Flipped(foreign, offset):
        assert verify(foreign).changed == (path,)


# --- wrecks ---


def test_a_truncated_image_is_never_sound(image: Path, sealed: bytes) -> None:
    chance = random.Random(SEED)
    cuts = [0, 1, 16 * SECTOR, 17 * SECTOR, len(sealed) // 2, len(sealed) - SECTOR, len(sealed) - 1]
    for cut in [*cuts, *(chance.randrange(len(sealed)) for _ in range(WRECKS // 4))]:
        image.write_bytes(sealed[:cut])
        try:
            verdict = verify(image)
        except UserError:
            assert cut < 17 * SECTOR
            continue
        assert not verdict.is_sound
        assert any("不完整" in words for words in verdict.structure)
    image.write_bytes(sealed)
    assert verify(image).is_sound


def test_zeros_after_the_end_are_a_burners_and_anything_else_is_told(image: Path, sealed: bytes) -> None:
    image.write_bytes(sealed + bytes(150 * SECTOR))
    assert verify(image).is_sound
    image.write_bytes(sealed + bytes(SECTOR) + b"x")
    assert verify(image).structure == ("光盘映像末尾之后还有别的数据",)


def test_wrecked_sectors_end_in_a_verdict(image: Path, sealed: bytes) -> None:
    chance = random.Random(SEED)
    first = min(offset for _, offset, _ in contents(image))
    for number in range(WRECKS):
        data = bytearray(sealed)
        at = chance.randrange(17, first // SECTOR) * SECTOR
        if number % 2:
            data[at : at + SECTOR] = chance.randbytes(SECTOR)
        else:
            for offset in chance.sample(range(17 * SECTOR, first), 40):
                data[offset] = chance.randrange(1, 256) ^ data[offset]
        image.write_bytes(data)
        assert not verify(image).is_sound, f"seed {SEED}, wreck {number}"


@pytest.mark.parametrize("data", [b"", b"PK" + bytes(100), bytes(1 << 20), b"CD001" * 20_000])
def test_what_is_no_image_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.iso"
    path.write_bytes(data)
    with pytest.raises(UserError, match="不是光盘映像"):
        verify(path)


def test_an_image_without_a_manifest_is_told(tmp_path: Path) -> None:
    if shutil.which("xorriso") is None:
        pytest.skip("xorriso is not installed")
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "a.txt").write_text("a")
    foreign = tmp_path / "foreign.iso"
    command = ["xorriso", "-as", "mkisofs", "-quiet", "-R", "-J", "-o", str(foreign), str(tmp_path / "x")]
    subprocess.run(command, check=True, capture_output=True)
    with pytest.raises(UserError, match="校验清单"):
        verify(foreign)


def test_the_image_knows_its_size(image: Path, sealed: bytes) -> None:
    with image.open("rb") as file:
        assert volume_size(file) == len(sealed)
