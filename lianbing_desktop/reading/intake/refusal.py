"""Why a file is not read: words that go on after its name, and that call what was to be read by its own name."""

from enum import StrEnum

SAVE_AGAIN = "没有读取。请在 Word、Excel 或 WPS 中打开它，另存一份再试。"

ANY = "要读的内容"
"""What stands in the child's sentences for what was to be read; only the desk knows what that is."""
OR_PASTE = "，或者复制文字粘贴到这里"
"""A way out that only a table has: lists and forms come in as files."""


class Asked(StrEnum):
    """What the officer wanted to have read; the values are the words of the sentences."""

    TABLE = "任务分解表"
    LIST = "名单"
    FORM = "表格"

    @property
    def next_step(self) -> str:
        """What is done with the file once it is put right."""
        return "再收" if self is Asked.FORM else "再导入"

    def worded(self, words: str) -> str:
        """Return the child's words as they fit what was to be read."""
        words = words.replace(ANY, self.value)
        return words if self is Asked.TABLE else words.replace(OR_PASTE, "")


class Refused(Exception):  # noqa: N818 - the program works; the file is at fault
    """The file is not read. The words follow its name: “x.docx” + ``里有宏……``."""


def broken(kind: str) -> Refused:
    """Return the refusal of a file that is cut off or damaged."""
    return Refused(f"不是完整的{kind}文件，{SAVE_AGAIN}")
