"""Why a file is not read: words that go on after its name."""

SAVE_AGAIN = "没有读取。请在 Word、Excel 或 WPS 中打开它，另存一份再试。"


class Refused(Exception):  # noqa: N818 - the program works; the file is at fault
    """The file is not read. The words follow its name: “x.docx” + ``里有宏……``."""


def broken(kind: str) -> Refused:
    """Return the refusal of a file that is cut off or damaged."""
    return Refused(f"不是完整的{kind}文件，{SAVE_AGAIN}")
