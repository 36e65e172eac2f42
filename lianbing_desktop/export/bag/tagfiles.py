"""The files of a bag that say what it is: ``bagit.txt`` and ``bag-info.txt``, written and read."""

import re

from lianbing_desktop.domain.package import PackagePlan
from lianbing_desktop.export.bag.manifests import BagFaultError, lines_of

DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
VERSIONS = ("0.93", "0.94", "0.95", "0.96", "0.97", "1.0")
_SAID = re.compile(r"BagIt-Version: (\d+\.\d+)\r?\nTag-File-Character-Encoding: (\S+)(?:\r?\n)*")
_OXUM = re.compile(r"(\d+)\.(\d+)")


def write_declaration() -> bytes:
    """Return ``bagit.txt``: BagIt 1.0, UTF-8."""
    return b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def write_info(plan: PackagePlan) -> bytes:
    """Return ``bag-info.txt`` of a plan (RFC 8493, 2.2.2)."""
    labels = {
        "Source-Organization": plan.office,
        "Contact-Name": plan.person,
        "External-Description": plan.title,
        "External-Identifier": plan.volume,
        "Bagging-Date": plan.made_on.isoformat(),
        "Payload-Oxum": f"{plan.size}.{len(plan.files)}",
        "Bag-Group-Identifier": plan.title if plan.count > 1 else "",
        "Bag-Count": f"{plan.number} of {plan.count}" if plan.count > 1 else "",
        "Bag-Software-Agent": "练兵台 lianbing",
    }
    lines = ((label, " ".join(value.split())) for label, value in labels.items())
    return "".join(f"{label}: {value}\n" for label, value in lines if value).encode()


def read_declaration(data: bytes) -> str:
    """Return the encoding of the bag's other tag files. Raises BagFaultError."""
    match = _SAID.fullmatch(data.decode("utf-8", "replace"))
    if match is None:
        raise BagFaultError(f"{DECLARATION} 已损坏或不合规定")
    version, encoding = match.groups()
    if version not in VERSIONS:
        raise BagFaultError(f"{DECLARATION} 写的版本是 {version}，不认识")
    try:
        "".encode(encoding)
    except LookupError:
        raise BagFaultError(f"{DECLARATION} 写的文字编码 {encoding} 不认识") from None
    return encoding


def read_info(data: bytes, encoding: str) -> dict[str, list[str]]:
    """Return label (lower case) → values of ``bag-info.txt``. Raises BagFaultError."""
    found: dict[str, list[str]] = {}
    label = ""
    for number, line in enumerate(lines_of(INFO, data, encoding), 1):
        if line[0] in " \t":
            if not label:
                raise BagFaultError(f"{INFO} 第 {number} 行不合规定")
            found[label][-1] += f" {line.strip()}"
            continue
        head, colon, value = line.partition(":")
        label = head.strip().lower()
        if not colon or not label:
            raise BagFaultError(f"{INFO} 第 {number} 行不合规定")
        found.setdefault(label, []).append(value.strip())
    return found


def read_oxum(info: dict[str, list[str]]) -> tuple[int, int] | None:
    """Return bytes and number of the payload's files as ``bag-info.txt`` has them. Raises BagFaultError."""
    values = info.get("payload-oxum", [])
    if not values:
        return None
    match = _OXUM.fullmatch(values[0])
    if match is None or len(values) > 1:
        raise BagFaultError(f"{INFO} 的 Payload-Oxum 不合规定")
    return int(match[1]), int(match[2])
