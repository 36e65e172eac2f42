"""Fonts: which of those our documents name are on this PC, so that a missing one is told and not hidden."""

import shutil
import subprocess
import sys
from collections.abc import Collection
from functools import cache
from typing import Any

SECONDS = 20.0
_KEYS = (r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts",)


def missing_fonts(names: Collection[str]) -> tuple[str, ...] | None:
    """Return those of ``names`` that are not installed; None where this PC does not say which fonts it has."""
    known = installed()
    return None if known is None else tuple(name for name in names if name.casefold() not in known)


@cache
def installed() -> frozenset[str] | None:
    """Return the names of all fonts of this PC in lower case, or None where they cannot be asked for."""
    return _of_windows() if sys.platform == "win32" else _of_fontconfig()


def _of_fontconfig() -> frozenset[str] | None:
    """Ask fontconfig, in every language a font has a name in."""
    command = shutil.which("fc-list")
    if not command:
        return None
    try:
        listed = subprocess.run([command, ":", "family"], capture_output=True, timeout=SECONDS, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    lines = listed.decode("utf-8", "replace").splitlines()
    return frozenset(name.strip().casefold() for line in lines for name in line.split(","))


def _of_windows() -> frozenset[str] | None:
    """Read the registry of fonts, of the PC and of the officer: ``仿宋_GB2312 (TrueType)``."""
    import winreg as registry_module

    registry: Any = registry_module
    names: set[str] = set()
    for root in (registry.HKEY_LOCAL_MACHINE, registry.HKEY_CURRENT_USER):
        try:
            with registry.OpenKey(root, _KEYS[0]) as key:
                for number in range(registry.QueryInfoKey(key)[1]):
                    names |= set(_families(registry.EnumValue(key, number)[0]))
        except OSError:
            continue
    return frozenset(names) or None


def _families(value: str) -> list[str]:
    """Return the families of one entry: ``SimSun & NSimSun (TrueType)`` names two; Chinese names have English ones."""
    families = [name.strip().casefold() for name in value.split(" (")[0].split(" & ")]
    return families + [_CHINESE[name] for name in families if name in _CHINESE]


_CHINESE = {"simsun": "宋体", "simhei": "黑体", "fangsong_gb2312": "仿宋_gb2312", "kaiti_gb2312": "楷体_gb2312"}
"""What Windows writes into its registry for fonts that documents name in Chinese."""
