"""How fast a package is built and verified, against reading and writing the same bytes with ``cat``, in turn."""

import hashlib
import os
import random
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from lianbing_desktop.domain.package import PackageFile, PackagePlan
from lianbing_desktop.export.verify import verify
from tests.support.packages import MADE_ON, VOLUME, make_folder, make_image

ROUNDS = 5
MEGABYTE = 1 << 20
SHAPES = {"12 large files, 384 MiB": (12, 32 * MEGABYTE), "3,000 files of 16 KiB, 47 MiB": (3000, 16 << 10)}


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
    return PackagePlan("速度", VOLUME, MADE_ON, "张三", tuple(files))


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_package_against_cat(tmp_path: Path, shape: str) -> None:
    plan = plan_of(tmp_path / "sources", *SHAPES[shape])
    times: dict[str, list[float]] = {}

    def cat(to: str) -> None:
        script = 'find "$1" -type f -print0 | sort -z | xargs -0 cat > "$2"; [ ! -f "$2" ] || sync "$2"'
        subprocess.run(["sh", "-c", script, "sh", str(tmp_path / "sources"), to], check=True)

    folder = image = tmp_path

    def build() -> None:
        nonlocal folder
        folder = make_folder(tmp_path / str(number), plan)

    def master() -> None:
        nonlocal image
        image = make_image(folder)

    for number in range(ROUNDS):
        (tmp_path / str(number)).mkdir()
        steps: dict[str, Callable[[], object]] = {
            "cat to /dev/null": lambda: cat("/dev/null"),
            "cat to a file, synced": lambda: cat(str(tmp_path / "all")),
            "build the folder": build,
            "make the image": master,
            "verify the folder": lambda: verify(folder),
            "verify the image": lambda: verify(image),
        }
        for name, work in steps.items():
            times.setdefault(name, []).append(seconds(work))
            os.sync()
    medians = {name: median(taken) for name, taken in times.items()}
    print(f"\n{shape}")
    for name, taken in medians.items():
        yardstick = medians["cat to /dev/null" if name.startswith(("verify", "cat to /")) else "cat to a file, synced"]
        print(f"  {name:22} {taken:6.2f} s  {plan.size / taken / MEGABYTE:7.0f} MiB/s  {taken / yardstick:5.2f} × cat")
    assert verify(image).is_sound
