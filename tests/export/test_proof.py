"""The package proved as a whole: random ones by the programs of others, every damage named, killed at any call."""

import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from lianbing_desktop.domain.discname import check_paths, safe_name
from lianbing_desktop.domain.package import PackageFile, PackagePlan
from lianbing_desktop.export.verify import verify
from tests.support.packages import MADE_ON, VOLUME, hashes, make_folder, make_image

SOAK = os.environ.get("LIANBING_SOAK") == "1"
PACKAGES, DAMAGES, KILLS = (50, 1500, 130) if SOAK else (4, 300, 12)
SEED = random.SystemRandom().randrange(1 << 32) if SOAK else 2017
LETTERS = (
    "执法大练兵活动总结案卷处罚决定书张家港市环境保护局〔〕（）—·、《》①㎡㈱々〇"
    "abcXYZ0189 _-.,+=@#&'!~()[]{}^ÄßøЖλあア한"
)
BEYOND = "𠮷𬭚𪚥😀"


def reader(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


# --- random packages through independent readers ---


def random_plan(root: Path, chance: random.Random) -> PackagePlan:
    """Return a plan of up to forty files whose names use all that a disc keeps."""
    root.mkdir()
    folders = [
        "/".join(name_of(chance, 12) for _ in range(chance.randrange(1, 4))) for _ in range(chance.randrange(1, 6))
    ]
    files: list[PackageFile] = []
    for number in range(chance.randrange(1, 40)):
        data = chance.randbytes(chance.choice((0, 1, 2047, 2048, 2049, chance.randrange(70_000))))
        (root / f"{number}").write_bytes(data)
        file = PackageFile(
            root / f"{number}", chance.choice(folders), name_of(chance, 60), hashlib.sha256(data).hexdigest(),
            len(data), f"材料{number}",
        )  # fmt: skip
        if not check_paths([each.path for each in (*files, file)]):
            files.append(file)
    if not files:
        return random_plan(root.with_name(f"{root.name}-again"), chance)
    return PackagePlan("随机<&>材料", VOLUME, MADE_ON, "张三", tuple(files))


def name_of(chance: random.Random, most: int) -> str:
    letters = LETTERS + (BEYOND if chance.random() < 0.3 else "")
    raw = "".join(chance.choices(letters, k=chance.randrange(1, most)))
    return safe_name(unicodedata.normalize("NFC", raw))


def extracted(command: list[str], to: Path, locale: str) -> dict[str, str]:
    to.mkdir()
    done = subprocess.run(command, env={**os.environ, "LC_ALL": locale}, capture_output=True, timeout=120)
    for path in to.rglob("*"):
        path.chmod(0o755)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return hashes(to)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(PACKAGES))
def test_a_random_package_comes_back_whole_through_independent_readers(tmp_path: Path, number: int) -> None:
    for program in ("7z", "xorriso", "sha256sum"):
        reader(program)
    bagit = pytest.importorskip("bagit")
    chance = random.Random(SEED + number)
    folder = make_folder(tmp_path, random_plan(tmp_path / "sources", chance))
    image = make_image(folder)
    wanted, seed = hashes(folder), f"seed {SEED + number}"
    assert verify(folder).is_sound, seed
    assert verify(image).is_sound, seed
    for locale in ("C", "C.UTF-8"):
        seven = ["7z", "x", "-bd", "-y", f"-o{tmp_path / locale}-7z", str(image)]
        assert extracted(seven, tmp_path / f"{locale}-7z", locale) == wanted, seed
        xorriso = ["xorriso", "-osirrox", "on", "-indev", str(image), "-extract", "/", f"{tmp_path / locale}-x"]
        assert extracted(xorriso, tmp_path / f"{locale}-x", locale) == wanted, seed
    bagit.Bag(str(tmp_path / "C-7z")).validate()
    command = ["sha256sum", "--check", "--strict", "--quiet", "校验清单.txt"]
    assert subprocess.run(command, cwd=tmp_path / "C-x").returncode == 0, seed


# --- damages ---


def test_every_damage_of_one_byte_is_found_and_named(tmp_path: Path) -> None:
    """Any byte of any file, the lists among them, to any other value: exactly that file is named."""
    chance = random.Random(SEED)
    folder = make_folder(tmp_path)
    names = [name for name in hashes(folder) if (folder / name).stat().st_size]
    assert verify(folder).is_sound
    lists = [name for name in names if "/" not in name]
    for number in range(DAMAGES):
        name = chance.choice(lists if number % 3 == 0 else names)
        data = (folder / name).read_bytes()
        at = chance.randrange(len(data))
        hurt = data[:at] + bytes([(data[at] + chance.randrange(1, 256)) % 256]) + data[at + 1 :]
        (folder / name).write_bytes(hurt)
        verdict = verify(folder)
        assert verdict.changed == (name,), f"seed {SEED}, {name} at {at}: {verdict}"
        assert verdict.missing == verdict.extra == ()
        (folder / name).write_bytes(data)
    assert verify(folder).is_sound, "the control: whole again"


@pytest.mark.parametrize("way", ["cut", "longer", "emptied", "gone", "twice", "swapped"])
def test_other_damages_of_each_file_are_named(tmp_path: Path, way: str) -> None:
    folder = make_folder(tmp_path)
    names = sorted(hashes(folder))
    for name in names:
        path = folder / name
        data = path.read_bytes()
        if not data and way in ("cut", "emptied"):
            continue
        match way:
            case "cut":
                path.write_bytes(data[:-1])
            case "longer":
                path.write_bytes(data + b"\n")
            case "emptied":
                path.write_bytes(b"")
            case "gone":
                path.unlink()
            case "twice":
                path.with_name(f"{path.name}.bak").write_bytes(data)
            case "swapped":
                path.write_bytes(b"another file altogether")
        verdict = verify(folder)
        told = {"gone": verdict.missing, "twice": verdict.extra}.get(way, verdict.changed)
        expected = f"{name}.bak" if way == "twice" else name
        assert told == (expected,), f"{name}: {verdict}"
        path.with_name(f"{path.name}.bak").unlink(missing_ok=True)
        path.write_bytes(data)
    assert verify(folder).is_sound


# --- killed at any system call ---

CALLS = "write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,mkdir,mkdirat,unlink,unlinkat,ftruncate"
WORK = """
import sys
from dataclasses import replace
from pathlib import Path
from lianbing_desktop.services import packaging
from tests.support.packages import handover, make_plan
packaging.write_handover = handover
root = Path(sys.argv[1])
plan = make_plan(root / "sources", [("甲.pdf", 70_000), ("乙.docx", 5), ("丙", 0)])
print("BEGUN", flush=True)
packaging.build(plan, root / "out" / "材料", root / "out" / "材料.iso")
print("BUILT", flush=True)
"""


def traced(root: Path, *injection: str) -> subprocess.CompletedProcess[str]:
    command = [reader("strace"), "-f", "-qq", "-e", f"trace={CALLS}", *injection, sys.executable, "-c", WORK, str(root)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="strace is of Linux")
def test_killed_at_any_call_nothing_unfinished_looks_finished_and_no_original_is_touched(tmp_path: Path) -> None:
    whole = traced(tmp_path / "whole")
    if "BEGUN" not in whole.stdout:
        pytest.skip(f"strace may not trace here: {whole.stderr[-200:]}")
    assert "BUILT" in whole.stdout, whole.stderr[-2000:]
    calls = re.findall(rf"^(?:\[pid +\d+\] )?(?:{CALLS.replace(',', '|')})\(.*$", whole.stderr, re.MULTILINE)
    begun = next(number for number, call in enumerate(calls) if "BEGUN" in call)
    points = range(begun + 2, len(calls) + 1)
    assert len(points) > 150
    chance = random.Random(SEED)
    root = tmp_path / "killed"
    built = half = 0
    sources = hashes(tmp_path / "whole" / "sources")
    for point in sorted(chance.sample(points, min(KILLS, len(points)))):
        shutil.rmtree(root / "sources", ignore_errors=True)
        done = traced(root, "-e", f"inject={CALLS}:signal=SIGKILL:when={point}")
        if "BEGUN" not in done.stdout:
            continue
        assert hashes(root / "sources") == sources, f"killed at call {point}"
        folder, image = root / "out" / "材料", root / "out" / "材料.iso"
        half += not image.exists()
        for place in (folder, image):
            if place.exists():
                built += 1
                assert verify(place).is_sound, f"killed at call {point}: {place.name} looks finished and is not"
        shutil.rmtree(folder, ignore_errors=True)
        image.unlink(missing_ok=True)
    assert half, "the control: the kills hit work under way"
    shutil.rmtree(root / "sources", ignore_errors=True)
    again = traced(root)
    assert "BUILT" in again.stdout, again.stderr[-2000:]
    assert sorted(path.name for path in (root / "out").iterdir()) == ["材料", "材料.iso"], "leftovers are cleared"


def test_two_plans_of_the_same_content_differ_only_where_they_should(tmp_path: Path) -> None:
    plan = random_plan(tmp_path / "sources", random.Random(5))
    one = make_folder(tmp_path / "1", plan)
    two = make_folder(tmp_path / "2", replace(plan, person="李四"))
    differing = {name for name, sha256 in hashes(one).items() if hashes(two)[name] != sha256}
    assert differing == {
        "bag-info.txt", "说明文件.TXT", "目录.html", "校验清单.txt", "tagmanifest-sha256.txt",
    }  # fmt: skip
