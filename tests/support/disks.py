"""Small and read-only disks of one's own: a tmpfs in a mount namespace that ends with the script."""

import os
import shlex
import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.support.campaign import ROOT

_WAYS = (["unshare", "-Urm"], ["unshare", "-m"])


def on_a_disk(mount: Path, size: str, script: str, **values: object) -> list[str]:
    """Run a shell script whose ``$disk`` is an empty disk of that size and return what it printed, line by line.

    ``values`` are shell variables. Skips the test where no disk can be mounted.
    """
    mount.mkdir(exist_ok=True)
    settings = "".join(f"{name}={shlex.quote(str(value))}\n" for name, value in values.items())
    start = f"disk={shlex.quote(str(mount))}\nmount -t tmpfs -o size={size} tmpfs $disk || exit 99\n"
    ran = subprocess.run(
        [*_way(), "sh", "-euc", start + settings + script],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout.decode() + ran.stderr.decode()
    return ran.stdout.decode().splitlines()


@cache
def _way() -> list[str]:
    for way in _WAYS:
        try:
            command = [*way, "sh", "-c", "mount -t tmpfs -o size=64k tmpfs /mnt"]
            if subprocess.run(command, capture_output=True, check=False).returncode == 0:
                return way
        except OSError:
            break
    pytest.skip("no disk of one's own can be mounted here (unshare -Urm)")
