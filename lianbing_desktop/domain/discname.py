"""Names on the disc (光盘上的名字): what every tree of an image writes alike, and the nearest name that it does.

The tightest tree decides: Joliet with 64 UTF-16 units. It keeps a name within UDF's 126 units and, at three bytes a
character, within the 255 bytes of Rock Ridge and of Linux. ``%`` is refused too: RFC 8493 writes it as ``%25`` in a
manifest, and readers in use do not undo that.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable

from lianbing_desktop.domain.finding import Finding

NAME_UNITS = 64
PATH_UNITS = 120
"""Joliet allows 240 bytes from the root; xorriso leaves out what is longer."""
DEPTH = 7
"""ISO 9660 has eight levels, the root among them."""

FORBIDDEN = dict(zip('\\/:*?"<>|;%', "＼／：＊？”＜＞｜；％", strict=True))
"""What Windows, Joliet or manifests refuse, and the full-width character that says the same."""

RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"]
)
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
EXTENSION_UNITS = 16


def units(text: str) -> int:
    """Return the length in UTF-16 units, as Joliet and UDF count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def check_name(name: str, taken: Collection[str] = ()) -> list[Finding]:
    """Return what keeps one file or folder name off the disc (rules N01–N08), each with a name that would do.

    ``taken`` are the other names of the same folder.
    """
    faults = list(_faults(name))
    if twin := next((other for other in taken if twin_key(other) == twin_key(name)), None):
        faults.append(("N08", f"与同一文件夹里的“{shown(twin)}”只差大小写或写法，光盘上会当成同一个名字"))
    if not faults:
        return []
    cure = f"请改名为“{safe_name(name, taken)}”"
    return [Finding(rule, shown(name), message, cure) for rule, message in faults]


def check_paths(paths: Iterable[str]) -> list[Finding]:
    """Return every fault of the files' paths (``folder/name``) as they would stand on one disc (N01–N10)."""
    folders: defaultdict[str, dict[str, None]] = defaultdict(dict)
    findings: list[Finding] = []
    files: set[str] = set()
    for path in paths:
        if path in files:
            findings.append(Finding("N08", shown(path), "这个名字用了两次", "请给其中一个文件改名"))
        files.add(path)
        findings.extend(_check_whole(path))
        folder = ""
        for part in path.split("/"):
            folders[folder][part] = None
            folder = f"{folder}{part}/"
    findings.extend(
        Finding("N08", shown(path), "文件与文件夹同名", "请给文件改名") for path in files if f"{path}/" in folders
    )
    for folder, names in folders.items():
        findings.extend(_check_folder(folder, list(names)))
    return findings


def safe_name(name: str, taken: Collection[str] = ()) -> str:
    """Return the name itself where the disc takes it, else the nearest one: extension kept, unlike all in ``taken``."""
    stem, extension = _parted(_mended(name))
    keys = {twin_key(other) for other in taken}
    number = 1
    while True:
        tail = extension if number == 1 else f"_{number}{extension}"
        proposal = _cut(stem, NAME_UNITS - units(tail)) + tail
        if twin_key(proposal) not in keys:
            return proposal
        number += 1


def twin_key(name: str) -> str:
    """Return what two names share that some system takes for one: case and composition set aside."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def shown(text: str) -> str:
    """Return the text with invisible characters written out, so that a message can be read."""
    return "".join(f"<U+{ord(char):04X}>" if unicodedata.category(char) in UNSEEN else char for char in text)


def _faults(name: str) -> Iterable[tuple[str, str]]:
    if not name or name in (".", ".."):
        yield "N01", "名字是空的"
        return
    if bad := sorted({char for char in name if char in FORBIDDEN}):
        yield "N02", f"含有不能用的字符 {' '.join(bad)}"
    if unseen := sorted({char for char in name if unicodedata.category(char) in UNSEEN}):
        yield "N03", f"含有看不见的字符 {shown(''.join(unseen))}"
    if name != name.strip() or name.endswith("."):
        yield "N04", "开头或结尾有空格，或以句点结尾"
    if _is_reserved(name):
        yield "N05", "是 Windows 保留的名字"
    if not unicodedata.is_normalized("NFC", name):
        yield "N06", "含有拆开写的或兼容写法的字符（不是 NFC）"
    if units(name) > NAME_UNITS:
        yield "N07", f"名字太长（{units(name)}，光盘最多 {NAME_UNITS}），刻录时会被截断"


def _check_whole(path: str) -> Iterable[Finding]:
    if path.count("/") > DEPTH:
        yield Finding("N09", shown(path), f"文件夹超过 {DEPTH} 层", "请减少文件夹层数")
    if units(path) > PATH_UNITS:
        yield Finding(
            "N10", shown(path), f"连同文件夹的名字太长（{units(path)}，最多 {PATH_UNITS}）", "请缩短文件夹名或文件名"
        )


def _check_folder(folder: str, names: list[str]) -> Iterable[Finding]:
    seen: dict[str, str] = {}
    for name in names:
        key = twin_key(name)
        taken = list(seen.values()) if key in seen else []
        for found in check_name(name, taken):
            yield Finding(found.rule, shown(folder + name), found.message, found.cure)
        seen.setdefault(key, name)


def _is_reserved(name: str) -> bool:
    # Windows looks only at what stands before the first dot: "con .tar.gz" is the console too.
    return name.split(".")[0].rstrip().casefold() in RESERVED


def _mended(name: str) -> str:
    whole = unicodedata.normalize("NFC", name)
    seen = "".join(char for char in whole if unicodedata.category(char) not in UNSEEN)
    plain = _trimmed("".join(FORBIDDEN.get(char, char) for char in seen).lstrip())
    if not plain:
        return "未命名"
    if _is_reserved(plain):
        head, dot, rest = plain.partition(".")
        return f"{head.rstrip()}_{dot}{rest}"
    return unicodedata.normalize("NFC", plain)


def _parted(name: str) -> tuple[str, str]:
    stem, dot, extension = name.rpartition(".")
    if not stem or units(dot + extension) > EXTENSION_UNITS:
        return name, ""
    return stem, dot + extension


def _cut(stem: str, limit: int) -> str:
    """Return the stem's beginning within ``limit`` units; a mark stays with the letter it stands on."""
    kept = stem
    while units(kept) > limit or (kept != stem and unicodedata.category(stem[len(kept)]).startswith("M")):
        kept = kept[:-1]
    return stem if kept == stem else _trimmed(kept) or "文件"


def _trimmed(text: str) -> str:
    while text and (text[-1] == "." or text[-1].isspace()):
        text = text[:-1]
    return text
