"""The child process: confines itself, reads one foreign file in its private folder, and writes plain lines.

``child read SUFFIX`` reads ``source`` into ``answer``; ``child convert SUFFIX TARGET SOFFICE`` makes ``converted``;
``child inspect SUFFIX …`` looks into ``paper-0``, ``paper-1`` … and answers a line for each.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from lianbing_desktop.reading.intake import limits, wire
from lianbing_desktop.reading.intake.refusal import ANY, Refused
from lianbing_desktop.reading.intake.remarks import Remarks

SOURCE, ANSWER = Path("source"), Path("answer")


def main(arguments: list[str]) -> int:
    """Do what is asked in the current folder; anything unforeseen ends this process, and the desk says so."""
    if arguments[0] == "inspect":
        limits.confine()
        return _inspect(arguments[1:])
    is_converting = arguments[0] == "convert"
    if is_converting:
        limits.confine(limits.CONVERTER_MEMORY, limits.CONVERTER_FILES)
    else:
        limits.confine()
    try:
        _write(_converted(*arguments[1:]) if is_converting else _read(arguments[1]))
    except Refused as refused:
        _write(wire.refusal_lines(str(refused)))
    except MemoryError:
        _write(wire.refusal_lines(f"展开后占用的内存超过 1 GB，没有读取。请只保留{ANY}再试。"))
    return 0


def _inspect(suffixes: list[str]) -> int:
    """Answer line by line: where one file ends this process, those before it are done."""
    import json

    from lianbing_desktop.reading.intake.papercheck import marks_of

    with ANSWER.open("wb", buffering=0) as answer:
        for number, suffix in enumerate(suffixes):
            answer.write(json.dumps(marks_of(Path(f"paper-{number}"), suffix)).encode() + b"\n")
    return 0


def _write(lines: Iterable[bytes]) -> None:
    written = 0
    with ANSWER.open("wb") as file:
        for line in lines:
            written += len(line)
            if written > wire.ANSWER_BYTES:
                raise Refused(f"里的文字太多，没有读取。请只保留{ANY}再试。")
            file.write(line)


def _read(suffix: str) -> Iterable[bytes]:
    from lianbing_desktop.reading.intake.gate import check_bytes

    data = SOURCE.read_bytes()
    check_bytes(data, suffix)
    remarks = Remarks()
    if suffix == ".docx":
        from lianbing_desktop.reading.intake.wordfile import read_word

        blocks = read_word(data, remarks)
    elif suffix == ".xlsx":
        from lianbing_desktop.reading.intake.excelfile import read_excel

        blocks = read_excel(data, remarks)
    elif suffix == ".xls":
        from lianbing_desktop.reading.intake.oldexcel import read_old_excel

        blocks = read_old_excel(data, remarks)
    else:
        from lianbing_desktop.reading.intake.textfile import read_text

        blocks = read_text(data, suffix, remarks)
    if not blocks:
        raise Refused("里没有文字，没有内容可读。请确认选对了文件；图片里的文字读不出来。")
    return wire.answer_lines(blocks, remarks.sentences())


def _converted(suffix: str, target: str, converter: str) -> Iterable[bytes]:
    from lianbing_desktop.reading.intake.conversion import convert
    from lianbing_desktop.reading.intake.gate import check_bytes

    check_bytes(SOURCE.read_bytes(), suffix)
    convert(SOURCE, suffix, target, converter)
    return wire.answer_lines((), ())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
