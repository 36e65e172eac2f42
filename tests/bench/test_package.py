"""How fast packages are hashed, imaged and verified: ratios against yardsticks in the same run, taken in turn."""

import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from itertools import pairwise
from operator import truediv
from pathlib import Path
from statistics import median

import pytest

from lianbing_desktop.domain.package import PackageFile, PackagePlan
from lianbing_desktop.export.bag import manifests
from lianbing_desktop.export.bag.holding import FolderHolding
from lianbing_desktop.export.bag.tags import tag_files
from lianbing_desktop.export.disc import build_image
from lianbing_desktop.export.hashing import Tally, hash_all
from lianbing_desktop.export.passing import Source
from lianbing_desktop.export.verify import verify
from tests.support.packages import MADE_ON, VOLUME, make_folder

ROUNDS = 5
MEGABYTE = 1 << 20
TREE = (16, 128 * MEGABYTE)
SMALL = (20_000, 2_000)


def plan_of(root: Path, count: int, size: int) -> PackagePlan:
    root.mkdir()
    files = []
    block = random.Random(1).randbytes(size)
    for number in range(count):
        data = number.to_bytes(8, "big") + block[8:]
        source = root / f"{number:06}"
        source.write_bytes(data)
        name = f"张家港市环境保护局关于开展执法大练兵活动的案卷材料{number:06}.pdf"
        files.append(PackageFile(source, f"{number % 10:02}_材料", name, hashlib.sha256(data).hexdigest(), size, name))
    os.sync()
    return PackagePlan("速度", VOLUME, MADE_ON, "张三", tuple(files))


def sources_of(plan: PackagePlan) -> list[Source]:
    """Return what goes onto the image, the payload straight from where it lies."""
    own = tag_files(plan, b"PK", {file.path: "0" * 64 for file in plan.files})
    return [
        *(Source(name, name, data, len(data), hashlib.sha256(data).hexdigest()) for name, data in own.items()),
        *(Source(file.path, file.title, file.source, file.size, file.sha256) for file in plan.files),
    ]


def hash_tree(root: Path) -> dict[str, str]:
    """Hash a tree as a verification does and return path → SHA-256."""
    holding = FolderHolding(root)

    def hash_one(path: str, tally: Tally) -> dict[str, str] | None:
        return holding.hash(path, ("sha256",), tally)

    found = hash_all(holding.sizes.items(), hash_one, None)
    return {path: (checksums or {})["sha256"] for path, checksums in found.items()}


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def warm(root: Path, *leftovers: Path) -> None:
    """Remove what the last round wrote, then let the system have used and freed as much memory as will be written.

    A virtual machine gives freed memory back to its host; getting 2 GB of it anew costs more than writing them, and
    would fall to whichever step comes first.
    """
    for path in leftovers:
        path.unlink(missing_ok=True)
    os.sync()
    scratch = str(root.with_name("scratch"))
    subprocess.run(["sh", "-c", 'cat "$1"/* > "$2"; rm "$2"', "sh", str(root), scratch], check=True)


Times = dict[str, list[float]]
"""Seconds of each step, round by round."""


def in_turn(steps: Mapping[str, Callable[[], object]], rounds: int = ROUNDS) -> Times:
    """Return the seconds of each step, all of them once in every round."""
    times: Times = {}
    for _ in range(rounds):
        for name, work in steps.items():
            times.setdefault(name, []).append(seconds(work))
    return times


def said(work: list[float], yardstick: list[float]) -> str:
    """Return the median of the rounds' ratios, and the lowest and the highest: others may be busy on the machine."""
    ratios = sorted(map(truediv, work, yardstick))
    return f"{median(ratios):.2f} ({ratios[0]:.2f}–{ratios[-1]:.2f})"


def two_cores_of_openssl() -> float:
    """Return bytes a second of SHA-256 on two cores, by ``openssl speed``; by the clock, as we are measured too."""
    command = [
        "openssl",
        "speed",
        "-elapsed",
        "-multi",
        "2",
        "-seconds",
        "2",
        "-bytes",
        str(MEGABYTE),
        "-evp",
        "sha256",
    ]
    table = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return float(re.findall(r"(?i)sha256\s+([\d.]+)k", table)[-1]) * 1000


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> PackagePlan:
    return plan_of(tmp_path_factory.mktemp("tree") / "sources", *TREE)


@pytest.mark.slow
def test_hashing_imaging_and_verifying_a_large_tree(tree: PackagePlan, tmp_path: Path) -> None:
    root = tree.files[0].source.parent
    image, copy = tmp_path / "x.iso", tmp_path / "all"
    sources = sources_of(tree)

    def cat() -> None:
        subprocess.run(["sh", "-c", 'cat "$1"/* > "$2"; sync "$2"', "sh", str(root), str(copy)], check=True)

    def master() -> None:
        build_image(sources, image, volume=VOLUME, made_on=MADE_ON)

    speeds = []

    def openssl() -> None:
        speeds.append(two_cores_of_openssl())

    steps = {
        "openssl": openssl, "hash the tree": lambda: hash_tree(root), "-1": lambda: warm(root, copy, image),
        "cat, synced": cat, "-2": lambda: warm(root, copy, image), "image": master,
        "read the image": lambda: subprocess.run(["cat", str(image)], stdout=subprocess.DEVNULL, check=True),
        "verify the image": lambda: verify(image),
    }  # fmt: skip
    taken = in_turn(steps)
    hashed = [tree.size / spent for spent in taken["hash the tree"]]
    print(f"\n{len(tree.files)} files, {tree.size / 2**30:.1f} GiB")
    for name, spent in taken.items():
        if name.startswith(("-", "openssl")):
            continue
        print(f"  {name:18} {median(spent):6.2f} s  {tree.size / median(spent) / 1e6:6.0f} MB/s")
    print(f"  hashing / two cores of openssl speed: {said(hashed, speeds)}, wanted ≥ 0.75")
    print(f"  image / cat: {said(taken['image'], taken['cat, synced'])}, wanted ≤ 1.3")
    print(f"  verify image / hashing: {said(taken['verify the image'], taken['hash the tree'])}, wanted ≤ 1.2")
    assert verify(image).is_sound


@pytest.mark.slow
def test_manifest_and_verification_of_many_small_files_against_bagit(tmp_path: Path) -> None:
    bagit = pytest.importorskip("bagit")
    plan = plan_of(tmp_path / "sources", *SMALL)
    root = plan.files[0].source.parent
    folder = make_folder(tmp_path, plan)
    bag = tmp_path / "bag"
    subprocess.run(["cp", "-r", str(root), str(bag)], check=True)

    def theirs() -> None:
        subprocess.run(["rm", "-rf", str(bag)], check=True)
        subprocess.run(["cp", "-rl", str(root), str(bag)], check=True)
        start = time.perf_counter()
        bagit.make_bag(str(bag), checksums=["sha256"]).validate()
        spent.append(time.perf_counter() - start)

    def ours() -> None:
        manifests.write({f"data/{path}": sha256 for path, sha256 in hash_tree(root).items()})
        assert verify(folder).is_sound

    spent: list[float] = []
    taken = in_turn({"ours": ours, "theirs": theirs})
    print(f"\n{SMALL[0]:,} files of {SMALL[1]:,} bytes")
    print(f"  manifest and verify {median(taken['ours']):.2f} s, bagit-python {median(spent):.2f} s")
    print(f"  ratio {said(taken['ours'], spent)}, wanted ≤ 0.30")


MEMORY = """
import re, sys
from pathlib import Path
from lianbing_desktop.export.passing import Source
from lianbing_desktop.export.verify import verify
assert verify(Path(sys.argv[1])).is_sound
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.slow
def test_memory_progress_and_cancelling(tree: PackagePlan, tmp_path: Path) -> None:
    class CancelledError(Exception):
        pass

    told: list[float] = []
    folder = make_folder(tmp_path, tree, lambda done, total: told.append(time.monotonic()))
    image = build_image(sources_of(tree), tmp_path / "x.iso", volume=VOLUME, made_on=MADE_ON)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    peak = {
        place.name: int(subprocess.check_output([sys.executable, "-c", MEMORY, str(place)], env=environment))
        for place in (folder, image)
    }
    print(f"\n  peak memory of a verification, MiB: {peak} (wanted < 200)")
    print(f"  progress of the build: {len(told) / (told[-1] - told[0]):.1f} signals a second (wanted ≤ 20)")
    works: dict[str, Callable[[Callable[[int, int], None]], object]] = {
        "build": lambda tell: shutil.rmtree(make_folder(tmp_path / "again", tree, tell)),
        "image": lambda tell: build_image(
            sources_of(tree), tmp_path / "y.iso", volume=VOLUME, made_on=MADE_ON, progress=tell
        ),
        "verify folder": lambda tell: verify(folder, tell),
        "verify image": lambda tell: verify(image, tell),
    }
    (tmp_path / "again").mkdir()
    for name, work in works.items():
        whole, ended = 1000 * silence(work), 1000 * slowest(work, CancelledError)
        worst = f"{whole:.0f} ms at worst between two chances, {ended:.0f} with its end"
        print(f"  cancel of {name}: {worst}, wanted ≤ 100")


def silence(work: Callable[[Callable[[int, int], None]], object]) -> float:
    """Return the longest time between two calls of progress in a whole run, its beginning included."""
    calls = [time.monotonic()]
    work(lambda done, total: calls.append(time.monotonic()))
    return max(later - sooner for sooner, later in pairwise(calls))


def slowest(work: Callable[[Callable[[int, int], None]], object], error: type[Exception]) -> float:
    """Return the longest time between two calls of progress during the first 0.4 s, the end included."""
    start = time.monotonic()
    calls = [start]

    def tell(done: int, total: int) -> None:
        calls.append(time.monotonic())
        if calls[-1] - start > 0.4:
            raise error

    with pytest.raises(error):
        work(tell)
    calls.append(time.monotonic())
    return max(later - sooner for sooner, later in pairwise(calls))
