"""The manifest (校验清单): one SHA-256 a file, in the form that ``sha256sum -c`` reads; in a list of its own SM3."""

import re
from collections.abc import Mapping

from lianbing_desktop.errors import UserError

NAME = "校验清单.txt"
SM3_NAME = "校验清单-SM3.txt"
"""The same files by the national algorithm (GB/T 32905), where this system's OpenSSL has it."""
_LINE = re.compile(r"(?P<sha256>[0-9a-f]{64})  (?P<path>[^\x00-\x1f\\]+)")


def write_manifest(hashes: Mapping[str, str]) -> bytes:
    """Return the manifest of path → SHA-256 (hexadecimal): UTF-8, LF, sorted by path, two spaces between."""
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes)).encode()


def read_manifest(data: bytes) -> dict[str, str]:
    """Return path → SHA-256. Raises UserError where a line is not a manifest's or leaves the package."""
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise UserError(f"{NAME} 已损坏：不是 UTF-8 文字。") from error
    if lines.pop() or not lines:
        raise UserError(f"{NAME} 不完整：最后一行没有写完。")
    hashes: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        if match is None or _leaves(match["path"]) or match["path"] in hashes:
            raise UserError(f"{NAME} 第 {number} 行已损坏，无法核对。请用完好的一份重新校验。")
        hashes[match["path"]] = match["sha256"]
    return hashes


def _leaves(path: str) -> bool:
    parts = path.split("/")
    return path == NAME or any(part in ("", ".", "..") for part in parts)
