"""One file from outside in, one source out; this side reads its bytes and believes nothing of them."""

import hashlib
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from lianbing_desktop.domain.source import Source
from lianbing_desktop.errors import UserError
from lianbing_desktop.reading.intake import launch, wire
from lianbing_desktop.reading.intake.limits import FILE_BYTES, WALL_SECONDS
from lianbing_desktop.reading.intake.refusal import Asked, Refused

SUFFIXES = (".docx", ".xlsx", ".xls", ".txt", ".md", ".csv")
CONVERTED = {".doc": ".docx", ".wps": ".docx", ".et": ".xlsx"}
"""Read only through LibreOffice, where it is installed."""

_WORD = "请在 Word 或 WPS 中打开它，选“文件—另存为”，保存类型选“Word 文档（*.docx）”，"
_EXCEL = "请在 Excel 或 WPS 中打开它，选“文件—另存为”，保存类型选“Excel 工作簿（*.xlsx）”，"
_SAVE_AS = {
    ".doc": f"是旧格式的 Word 文件。{_WORD}",
    ".wps": f"是 WPS 文字的旧格式。{_WORD}",
    ".et": f"是 WPS 表格的旧格式。{_EXCEL}",
    ".docm": f"是带宏的 Word 文件。{_WORD}",
    ".xlsm": f"是带宏的 Excel 文件。{_EXCEL}",
}
_PDF = {
    Asked.TABLE: "是 PDF。请找发文单位要 Word 或 Excel 文件，或者打开它，把文字复制后粘贴到这里。",
    Asked.LIST: "是 PDF。请让对方交 Word 或 Excel 文件。",
    Asked.FORM: "是 PDF。请让对方交填好的 Excel 表格。",
}
_KINDS = "Word（.docx）、Excel（.xlsx、.xls）、文本（.txt、.md、.csv）"
_UNKNOWN = {
    Asked.TABLE: f"不是能读的文件。能读的有：{_KINDS}；也可以直接粘贴文字。",
    Asked.LIST: f"不是能读的文件。能读的有：{_KINDS}。",
    Asked.FORM: "不是填好的 Excel 表格，没有读取。请只选各单位交回的表。",
}


def read_source(
    path: Path,
    name: str | None = None,
    stop: Callable[[], bool] = lambda: False,
    asked: Asked = Asked.TABLE,
) -> Source:
    """Read a Word, Excel or text file in a confined child process, within 30 s.

    ``name`` is shown instead of the file's own name, which it must share the suffix of. ``stop`` is asked every 20 ms.
    ``asked`` is what the sentences call what was to be read.
    Raises UserError: a sentence naming the file and what is wrong with it. Raises launch.Stopped: ``stop`` said so.
    """
    name = name or path.name
    try:
        data = _bytes(path)
        (blocks, warnings) = _read(data, Path(name).suffix.lower(), stop, asked)
    except Refused as refused:
        raise UserError(f"“{name}”{asked.worded(str(refused))}") from refused
    except OSError as error:
        raise UserError(f"读不出“{name}”。请确认文件还在原处，磁盘没有满，并且文件没有被别的程序独占。") from error
    return Source(hashlib.sha256(data).hexdigest(), name, blocks, tuple(map(asked.worded, warnings)))


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise Refused("不在原处，或者不是一个文件，没有读取。请重新选择。")
    with path.open("rb") as file:
        data = file.read(FILE_BYTES + 1)
    if len(data) > FILE_BYTES:
        raise Refused("超过 50 MB，没有读取。请另存一份不带图片的文件再试。")
    if not data:
        raise Refused("是空的，没有内容可读。请确认选对了文件。")
    return data


def _read(data: bytes, suffix: str, stop: Callable[[], bool], asked: Asked) -> wire.Reading:
    deadline = time.monotonic() + WALL_SECONDS
    converter = shutil.which("soffice") if suffix in CONVERTED else None
    if suffix not in SUFFIXES and converter is None:
        raise Refused(_strange(suffix, asked))
    with ExitStack() as stack:
        if converter:
            spare = stack.enter_context(_Private(data))
            data = _converted(spare, suffix, converter, deadline, stop, asked)
        folder = stack.enter_context(_Private(data))
        answer = _run(folder, ["read", CONVERTED.get(suffix, suffix)], deadline, stop)
    if not converter:
        return answer
    return answer[0], (f"原文件是 {suffix} 格式，由本机的 LibreOffice 转换后读入，请对照原文件核对。", *answer[1])


def _strange(suffix: str, asked: Asked) -> str:
    if suffix == ".pdf":
        return _PDF[asked]
    return f"{_SAVE_AS[suffix]}{asked.next_step}。" if suffix in _SAVE_AS else _UNKNOWN[asked]


def _converted(
    folder: Path, suffix: str, converter: str, deadline: float, stop: Callable[[], bool], asked: Asked
) -> bytes:
    target = CONVERTED[suffix]
    _run(folder, ["convert", suffix, target, converter], deadline, stop)
    try:
        return _bytes(folder / f"converted{target}")
    except Refused:
        raise Refused(_strange(suffix, asked)) from None


def _run(folder: Path, arguments: list[str], deadline: float, stop: Callable[[], bool]) -> wire.Reading:
    launch.check_status(launch.run_child(folder, arguments, deadline, stop), folder)
    try:
        with (folder / "answer").open("rb") as file:
            return wire.read_answer(file)
    except (wire.AnswerError, FileNotFoundError) as error:
        raise Refused("没有读取：读取程序没有给出完整的结果。请在 Word、Excel 或 WPS 中另存一份再试。") from error


class _Private(tempfile.TemporaryDirectory[str]):
    """A folder nobody else may enter (mode 0700), holding the bytes of one file as ``source``."""

    def __init__(self, data: bytes) -> None:
        super().__init__(prefix="lianbing-", ignore_cleanup_errors=True)
        self._data = data

    def __enter__(self) -> Path:  # type: ignore[override]
        folder = Path(super().__enter__())
        (folder / "source").write_bytes(self._data)
        return folder
