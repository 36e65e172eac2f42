"""A file that is not read is refused in words that fit what was asked for: a table, a list or a form."""

from pathlib import Path

import pytest

from lianbing_desktop.errors import UserError
from lianbing_desktop.reading.intake import Asked, read_source
from lianbing_desktop.reading.intake.refusal import ANY, OR_PASTE
from tests.support import hostile
from tests.support.hostile import HOSTILE

NAMES = {Asked.TABLE: "任务分解表", Asked.LIST: "名单", Asked.FORM: "表格"}


def told(path: Path, asked: Asked) -> str:
    with pytest.raises(UserError) as caught:
        read_source(path, asked=asked)
    return str(caught.value)


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("asked", Asked)
def test_too_much_is_to_be_cut_down_to_what_was_asked_for(asked: Asked, tmp_path: Path) -> None:
    path = written(tmp_path, "交来的.txt", b"x\n" * 500_000)
    words = told(path, asked)
    assert f"请只保留{NAMES[asked]}再试。" in words
    assert [name for name in NAMES.values() if name in words] == [NAMES[asked]]


@pytest.mark.parametrize("asked", Asked)
@pytest.mark.parametrize(
    "case", [each for each in HOSTILE if each.suffix in (".docx", ".xlsx")][::5], ids=lambda c: c.name
)
def test_no_refusal_speaks_of_another_thing(asked: Asked, case: hostile.Hostile, tmp_path: Path) -> None:
    words = told(written(tmp_path, f"交来的{case.suffix}", case.make()), asked)
    assert ANY not in words
    assert not [name for name in ("任务分解表", "名单") if name in words and name != NAMES[asked]]


@pytest.mark.parametrize(
    ("name", "asked", "right", "wrong"),
    [
        ("表.pdf", Asked.TABLE, "粘贴到这里", "对方"),
        ("表.pdf", Asked.LIST, "请让对方交 Word 或 Excel", "粘贴"),
        ("表.pdf", Asked.FORM, "请让对方交填好的 Excel 表格", "粘贴"),
        ("表.zip", Asked.TABLE, "也可以直接粘贴文字", "各单位"),
        ("表.zip", Asked.LIST, "能读的有：Word", "粘贴"),
        ("说明.jpg", Asked.FORM, "请只选各单位交回的表", "粘贴"),
        ("表.xlsm", Asked.TABLE, "再导入。", "再收"),
        ("表.xlsm", Asked.FORM, "再收。", "再导入"),
    ],
)
def test_what_to_do_fits_too(name: str, asked: Asked, right: str, wrong: str, tmp_path: Path) -> None:
    words = told(written(tmp_path, name, b"content"), asked)
    assert right in words
    assert wrong not in words


def test_only_a_table_can_be_pasted() -> None:
    words = f"请另存为 UTF-8 编码再试{OR_PASTE}。"
    assert Asked.TABLE.worded(words) == words
    for asked in (Asked.LIST, Asked.FORM):
        assert asked.worded(words) == "请另存为 UTF-8 编码再试。"
