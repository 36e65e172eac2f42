"""Manifests of a bag: one checksum a file, ``%``, CR and LF in names written as RFC 8493 (2.1.3) has it."""

import hashlib
import re
from collections.abc import Mapping

from lianbing_desktop.domain.package import PAYLOAD

SHA256 = "manifest-sha256.txt"
TAG_SHA256 = "tagmanifest-sha256.txt"
NAME = re.compile(r"(?P<tag>tag)?manifest-(?P<algorithm>[a-z0-9]+)\.txt")
LIMIT = 64 << 20
"""Bytes of a list we are ready to read."""

_ENCODED = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_UNENCODED = re.compile("[%\r\n]")
_DECODED = {"%25": "%", "%0D": "\r", "%0A": "\n"}
_LINE = re.compile(r"(?P<checksum>[0-9A-Fa-f]+)[ \t]+\*?(?P<path>\S.*)", re.DOTALL)
_BREAK = re.compile("\r\n|\r|\n")
_ALGORITHMS = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sm3"}


class BagFaultError(ValueError):
    """A list of the bag is not what RFC 8493 asks for; the words are a sentence for the officer."""


def encode_path(path: str) -> str:
    """Return the path as a manifest writes it."""
    return _UNENCODED.sub(lambda found: _ENCODED[found[0]], path)


def decode_path(text: str) -> str:
    """Return the path a manifest means; other percent signs stand for themselves."""
    return re.sub("%(25|0[DdAa])", lambda found: _DECODED[found[0].upper()], text)


def write(hashes: Mapping[str, str]) -> bytes:
    """Return a manifest of path → checksum (hexadecimal): UTF-8, LF, sorted by path, two spaces between."""
    return "".join(f"{hashes[path]}  {encode_path(path)}\n" for path in sorted(hashes)).encode()


def algorithm_of(name: str) -> str:
    """Return the algorithm a manifest's name tells. Raises BagFaultError where we cannot reckon it."""
    match = NAME.fullmatch(name)
    algorithm = match["algorithm"] if match else ""
    if algorithm not in _ALGORITHMS:
        raise BagFaultError(f"{name} 用的校验算法不认识，无法核对")
    try:
        hashlib.new(algorithm)
    except ValueError:
        raise BagFaultError(f"{name} 用的校验算法 {algorithm} 本机没有，无法核对") from None
    return algorithm


def read(name: str, data: bytes, encoding: str = "utf-8") -> dict[str, str]:
    """Return path → checksum (lower case) of a manifest or tag manifest.

    Raises BagFaultError: not text, a line that is none, a path twice or out of the bag, a tag manifest's in ``data/``
    or a manifest's beside it.
    """
    length = hashlib.new(algorithm_of(name)).digest_size * 2
    is_tag = name.startswith("tag")
    hashes: dict[str, str] = {}
    for number, line in enumerate(lines_of(name, data, encoding), 1):
        match = _LINE.fullmatch(line)
        path = decode_path(match["path"]).removeprefix("./") if match else ""
        if match is None or len(match["checksum"]) != length or leaves(path):
            raise BagFaultError(f"{name} 第 {number} 行已损坏或不合规定，无法核对")
        if path.startswith(f"{PAYLOAD}/") == is_tag:
            raise BagFaultError(f"{name} 第 {number} 行列出了不该由它列出的文件")
        if path in hashes:
            raise BagFaultError(f"{name} 第 {number} 行的文件重复列出")
        hashes[path] = match["checksum"].lower()
    return hashes


def lines_of(name: str, data: bytes, encoding: str) -> list[str]:
    """Return the lines of a tag file, ended by LF, CR or both, empty ones left out. Raises BagFaultError."""
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise BagFaultError(f"{name} 已损坏：不是 {encoding} 文字") from None
    if text.startswith("\ufeff"):
        raise BagFaultError(f"{name} 开头有字节顺序标记（BOM），不合规定")
    return [line for line in _BREAK.split(text) if line.strip()]


def leaves(path: str) -> bool:
    """Whether a path would lead out of the bag or is none."""
    parts = re.split(r"[/\\]", path)
    return (
        not path or "\0" in path or any(part in ("", ".", "..") for part in parts) or path[0] == "~" or ":" in parts[0]
    )
