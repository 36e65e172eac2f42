"""The gate: what the bytes of a file say it is, whatever its name says, and what old Office files may not hold."""

import re
import struct

from lianbing_desktop.reading.intake.refusal import Refused, broken

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
_TEXT = (".txt", ".md", ".csv")
_KINDS = (
    (OLE, "旧格式的 Office 文件"),
    (ZIP, "压缩包"),
    (b"PK\x05\x06", "空的压缩包"),
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF 文件"),
    (b"Rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf\x27\x1c", "7z 压缩包"),
    (b"\x1f\x8b", "gzip 压缩包"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"BM", "图片"),
    (b"MZ", "程序"),
    (b"\x7fELF", "程序"),
)
_PAGES = "网页或 XML 文件"
_PAGE = re.compile(rb"\s*(<\?xml|<!doctype|<html|<head|<body|<table|<meta|mime-version:)", re.I)
_ENCRYPTED = re.compile("^EncryptedPackage$")
_MACROS = re.compile("^_VBA_PROJECT")
_OBJECT = re.compile(r"^(\x01Ole10Native|MBD[0-9A-F]{8}|_[0-9]{9,10})$")
"""Names in an OLE container: the storages of embedded objects are named so by Excel and Word."""
PASSWORD = "有密码，没有读取。请在 Word、Excel 或 WPS 中打开它，去掉密码后另存一份再试。"
MACROS = "里有宏，没有读取。请在 Word、Excel 或 WPS 中另存为不带宏的 .docx 或 .xlsx 再试。"
OBJECTS = "里嵌有别的文件或控件（OLE、ActiveX），没有读取。请在 Word、Excel 或 WPS 中删去这些对象，另存一份再试。"


def check_bytes(data: bytes, suffix: str) -> None:
    """Raise Refused where the bytes are no file of that suffix, or one of old Office with password, macros, objects."""
    kind = _kind(data)
    if suffix in (".docx", ".xlsx"):
        _check_new(data, suffix, kind)
    elif suffix in _TEXT:
        if kind not in ("", _PAGES):
            raise Refused(f"的扩展名是 {suffix}，内容却是{kind}，没有读取。请确认选对了文件，用对应的程序打开后另存。")
    elif not data.startswith(OLE):
        raise Refused(_disguised(suffix, kind))
    else:
        _check_old(data)


def _kind(data: bytes) -> str:
    """Return what the file is, or nothing where it may be plain text."""
    for magic, kind in _KINDS:
        # "BM" and "MZ" may begin a text, but no text holds a NUL beside them.
        if data.startswith(magic) and (len(magic) > 2 or b"\0" in data[:64] or magic == b"\x1f\x8b"):
            return kind
    return _PAGES if _PAGE.match(data.removeprefix(b"\xef\xbb\xbf")[:200]) else ""


def _check_new(data: bytes, suffix: str, kind: str) -> None:
    if data.startswith(OLE):
        if _holds(data, _ENCRYPTED):
            raise Refused(PASSWORD)
        raise Refused(
            f"的扩展名是 {suffix}，内容却是旧格式的 Office 文件，没有读取。请在 Word、Excel 或 WPS 中另存为 {suffix}。"
        )
    if not data.startswith(ZIP):
        if kind:
            raise Refused(_disguised(suffix, kind))
        raise broken(f" {suffix} ")


def _disguised(suffix: str, kind: str) -> str:
    new = {".xls": ".xlsx", ".et": ".xlsx", ".doc": ".docx", ".wps": ".docx"}.get(suffix, suffix)
    what = kind or "别的东西"
    return f"的扩展名是 {suffix}，内容却是{what}，没有读取。请用能打开它的程序打开，另存为 {new} 再试。"


def _check_old(data: bytes) -> None:
    if _holds(data, _ENCRYPTED) or _is_locked_word(data) or _is_locked_excel(data):
        raise Refused(PASSWORD)
    if _holds(data, _MACROS):
        raise Refused(MACROS)
    if _holds(data, _OBJECT):
        raise Refused(OBJECTS)


def _holds(data: bytes, name: re.Pattern[str]) -> bool:
    """Tell whether the directory of an OLE container has such a name: 64 bytes, at multiples of 128 ([MS-CFB] 2.6)."""
    for at in range(512, len(data) - 127, 128):
        length = int.from_bytes(data[at + 64 : at + 66], "little")
        found = data[at : at + length - 2] if 2 < length <= 64 else b""
        if (
            found
            and not data[at + length - 2 : at + 64].strip(b"\0")
            and name.match(found.decode("utf-16-le", "replace"))
        ):
            return True
    return False


def _is_locked_word(data: bytes) -> bool:
    """Tell whether the FIB of Word 97 ([MS-DOC] 2.5.2) has ``fEncrypted``. Streams begin at whole sectors."""
    starts = (at for at in range(512, len(data) - 12, 512) if data[at : at + 2] == b"\xec\xa5")
    return any(struct.unpack_from("<H", data, at + 10)[0] & 0x100 for at in starts)


def _is_locked_excel(data: bytes) -> bool:
    """Tell whether a FILEPASS record (0x2F) stands among the first after the workbook's BOF ([MS-XLS] 2.4.117)."""
    for start in range(512, len(data) - 24, 512):
        if data[start : start + 2] != b"\x09\x08":
            continue
        at = start
        for _ in range(6):
            if at + 4 > len(data):
                break
            record, length = struct.unpack_from("<HH", data, at)
            if record == 0x2F:
                return True
            at += 4 + length
    return False
