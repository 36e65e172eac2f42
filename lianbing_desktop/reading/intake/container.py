"""The zip container of .docx and .xlsx: checked as a whole before any part is used, counted while it is inflated."""

import posixpath
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

from lxml import etree

from lianbing_desktop.reading.intake.gate import MACROS, OBJECTS, PASSWORD
from lianbing_desktop.reading.intake.limits import MEMBERS, PART_BYTES, UNPACKED_BYTES
from lianbing_desktop.reading.intake.markup import check_markup, local, parsed
from lianbing_desktop.reading.intake.refusal import ANY, Refused, broken

_ODD = re.compile(r"(^|/)\.\.?(/|$)|^/|\\|^[A-Za-z]:|\0|//")
_MARKUP = (".xml", ".rels", ".vml")
_KINDS = (
    ("wordprocessingml.", "Word 文件", ".docx"),
    ("spreadsheetml.", "Excel 文件", ".xlsx"),
    ("ms-excel.sheet.binary", "二进制的 Excel 文件（.xlsb）", ""),
    ("presentationml.", "演示文稿", ""),
)
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Relation:
    """A link from one part to another; ``kind`` is the last word of its type."""

    id: str
    kind: str
    target: str


class Container:
    """An opened container. Opening it has inflated and checked every XML part it holds.

    Raises Refused: it is no such file, too large, doubtful, encrypted, or holds macros, objects or a DOCTYPE.
    """

    def __init__(self, data: bytes, suffix: str) -> None:
        self._unpacked: dict[str, int] = {}
        self._archive = _opened(data, suffix)
        self._suffix = suffix
        members = self._archive.infolist()
        _check_members(members, data)
        self._members = {member.filename.casefold(): member for member in members}
        self._check_kind()
        _check_contents([member.filename.casefold() for member in members])
        for member in members:
            if member.filename.casefold().endswith(_MARKUP):
                check_markup(self._inflated(member), member.filename)
        self.main = self._main()

    def part(self, name: str) -> bytes | None:
        """Return the bytes of a part, or None where there is no such part."""
        member = self._members.get(name.casefold())
        return None if member is None else self._inflated(member)

    def root(self, name: str) -> etree._Element | None:
        """Return the root of an XML part, or None where there is no such part."""
        data = self.part(name)
        return None if data is None else parsed(data, name)

    def relations(self, name: str = "") -> Iterator[Relation]:
        """Return the links of a part, or of the whole container, to other parts; links to the outside are left."""
        folder, file = posixpath.split(name)
        root = self.root(posixpath.join(folder, "_rels", f"{file}.rels"))
        for element in root if root is not None else ():
            if local(element) == "Relationship" and element.get("TargetMode") != "External":
                kind = element.get("Type", "").rpartition("/")[2]
                target = posixpath.join("/", folder, unquote(element.get("Target", "")))
                yield Relation(element.get("Id", ""), kind, posixpath.normpath(target).lstrip("/"))

    def related(self, name: str, kind: str) -> list[etree._Element]:
        """Return the roots of the parts a part is linked to in that way."""
        roots = (self.root(relation.target) for relation in self.relations(name) if relation.kind == kind)
        return [root for root in roots if root is not None]

    def _inflated(self, member: zipfile.ZipInfo) -> bytes:
        """Return the bytes of a member. What the directory says of its size is not believed."""
        found = bytearray()
        try:
            with self._archive.open(member) as file:
                while chunk := file.read(_CHUNK):
                    found += chunk
                    self._unpacked[member.filename] = len(found)
                    if len(found) > PART_BYTES or sum(self._unpacked.values()) > UNPACKED_BYTES:
                        raise _too_large()
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, UnicodeError) as error:
            raise broken(f" {self._suffix} ") from error
        return bytes(found)

    def _check_kind(self) -> None:
        types = self.part("[Content_Types].xml")
        if types is None:
            odf = b"vnd.oasis.opendocument" in (self.part("mimetype") or b"")[:100]
            raise Refused(_other("OpenDocument 文件（.odt、.ods）" if odf else "普通的压缩包", self._suffix))
        check_markup(types, "[Content_Types].xml")
        mains = [kind for kind in _content_types(parsed(types, "[Content_Types].xml")) if _is_main(kind)]
        for mark, what, suffix in _KINDS:
            if any(mark in kind for kind in mains) and suffix != self._suffix:
                raise Refused(_other(what, self._suffix))
        if any("macroEnabled" in kind for kind in mains):
            raise Refused(MACROS)
        if not mains:
            raise broken(f" {self._suffix} ")

    def _main(self) -> str:
        for relation in self.relations():
            if relation.kind == "officeDocument" and relation.target.casefold() in self._members:
                return relation.target
        raise broken(f" {self._suffix} ")


def _opened(data: bytes, suffix: str) -> zipfile.ZipFile:
    if data.count(b"PK\x01\x02") > MEMBERS:
        raise Refused(f"里有超过 {MEMBERS} 个部分，不像是一份普通的文件，没有读取。")
    for encoding in ("gbk", None):  # names are ours to show: those of old Chinese programs are GBK
        try:
            return zipfile.ZipFile(BytesIO(data), metadata_encoding=encoding)
        except UnicodeDecodeError:
            continue
        except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError) as error:
            raise broken(f" {suffix} ") from error
    raise broken(f" {suffix} ")


def _check_members(members: list[zipfile.ZipInfo], data: bytes) -> None:
    names = [member.filename.casefold() for member in members]
    if len(members) > MEMBERS:
        raise Refused(f"里有超过 {MEMBERS} 个部分，不像是一份普通的文件，没有读取。")
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise Refused(
            f"里有重名的部分（{twice[:80]}），不是正常的文件，没有读取。请在 Word、Excel 或 WPS 中另存一份再试。"
        )
    for member in members:
        _check_member(member)
    _check_overlap(members, data)
    if sum(member.file_size for member in members) > UNPACKED_BYTES:
        raise _too_large()


def _check_member(member: zipfile.ZipInfo) -> None:
    name = member.filename[:80]
    if _ODD.search(member.orig_filename.rstrip("/")):
        raise Refused(f"里有指向文件之外的部分（{name}），不是正常的文件，没有读取。请不要打开它，找发文单位核实。")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise Refused(f"里有链接（{name}），不是正常的文件，没有读取。请不要打开它，找发文单位核实。")
    if member.flag_bits & 0x41:
        raise Refused(PASSWORD)
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refused(f"里有用少见的方法压缩的部分（{name}），没有读取。请在 Word、Excel 或 WPS 中另存一份再试。")


def _check_overlap(members: list[zipfile.ZipInfo], data: bytes) -> None:
    """Python 3.11 accepts entries that share their bytes: 20 KB become 2 GB."""
    end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        at = member.header_offset
        if at < end:
            raise Refused(
                "里有互相重叠的部分，不是正常的文件（像“压缩炸弹”），没有读取。请不要打开它，找发文单位核实。"
            )
        lengths = int.from_bytes(data[at + 26 : at + 28], "little") + int.from_bytes(data[at + 28 : at + 30], "little")
        end = at + 30 + lengths + member.compress_size
    if end > len(data):
        raise broken("")


def _check_contents(names: list[str]) -> None:
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) or "/macrosheets/" in name for name in names):
        raise Refused(MACROS)
    if any("/embeddings/" in name or "/activex/" in name or "oleobject" in name for name in names):
        raise Refused(OBJECTS)


def _content_types(root: etree._Element) -> list[str]:
    return [element.get("ContentType", "") for element in root]


def _is_main(kind: str) -> bool:
    return kind.endswith((".main+xml", ".binary.macroEnabled.main"))


def _other(what: str, suffix: str) -> str:
    return f"的扩展名是 {suffix}，内容却是{what}，没有读取。请用能打开它的程序打开，另存为 {suffix} 再试。"


def _too_large() -> Refused:
    return Refused(
        f"展开后超过 300 MB（或其中一个部分超过 100 MB），不像是一份普通的文件，没有读取。请只保留{ANY}再试。"
    )
