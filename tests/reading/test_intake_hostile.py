"""Files that want to break the reader: each gets a sentence naming file and place; mended it reads."""

import os
import time
from pathlib import Path

import pytest

from lianbing_desktop.domain.source import SourceTable
from lianbing_desktop.errors import UserError
from lianbing_desktop.reading.intake import read_source
from tests.support import hostile
from tests.support.hostile import HOSTILE, Hostile

CONTROLS = {
    ".docx": hostile.GOOD_WORD,
    ".xlsx": hostile.GOOD_EXCEL,
    ".xls": hostile.GOOD_OLD_EXCEL,
    ".txt": hostile.GOOD_TEXT,
    ".csv": hostile.GOOD_TEXT,
}


def written(folder: Path, suffix: str, data: bytes) -> Path:
    path = folder / f"任务表{suffix}"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case.name)
def test_a_hostile_file_is_refused_with_a_sentence(case: Hostile, tmp_path: Path) -> None:
    path = written(tmp_path, case.suffix, case.make())
    begun = time.monotonic()
    with pytest.raises(UserError, match=case.words) as caught:
        read_source(path)
    assert time.monotonic() - begun < 30
    assert caught.value.message.startswith(f"“任务表{case.suffix}”")
    assert caught.value.message.endswith("。")
    assert "DOCTYPE" in case.words or not any(word in caught.value.message for word in ("Error", "Traceback"))


@pytest.mark.parametrize("case", [case for case in HOSTILE if case.control], ids=lambda case: case.name)
def test_the_same_file_without_its_fault_reads(case: Hostile, tmp_path: Path) -> None:
    assert case.control is not None
    assert read_source(written(tmp_path, case.suffix, case.control())).blocks


@pytest.mark.parametrize("suffix", CONTROLS)
def test_the_files_the_faults_were_put_into_read(suffix: str, tmp_path: Path) -> None:
    source = read_source(written(tmp_path, suffix, CONTROLS[suffix]))
    table = source.blocks[-1]
    assert isinstance(table, SourceTable)
    assert [cell.text for cell in table.cells] == ["时间节点", "任务", "6月2日前", "成立小组"]


def test_there_are_at_least_forty_kinds() -> None:
    assert len({case.name for case in HOSTILE}) == len(HOSTILE) >= 40


def test_a_lying_dimension_hides_no_row(tmp_path: Path) -> None:
    (table,) = read_source(written(tmp_path, ".xlsx", hostile.lying_dimension())).blocks
    assert isinstance(table, SourceTable)
    assert [cell.text for cell in table.cells] == [f"第{number}行" for number in range(1, 2_001)]


def test_a_number_that_lost_its_end_is_told_with_its_cell(tmp_path: Path) -> None:
    source = read_source(written(tmp_path, ".xlsx", hostile.long_number()))
    (warning,) = source.warnings
    assert "超过 15 位" in warning
    assert "工作表“表1”C2" in warning


def test_a_merge_to_the_end_of_the_sheet_is_cut_and_told(tmp_path: Path) -> None:
    source = read_source(written(tmp_path, ".xlsx", hostile.endless_merge()))
    (table,) = source.blocks
    assert isinstance(table, SourceTable)
    assert (table.row_count, table.column_count) == (2, 2)
    assert any("工作表“表1”A2:XFD1048576" in warning for warning in source.warnings)


def test_all_the_empty_rows_a_sheet_can_have_are_left_out(tmp_path: Path) -> None:
    count = 1_048_576 if os.environ.get("LIANBING_SOAK") else 200_000
    (table,) = read_source(written(tmp_path, ".xlsx", hostile.endless_rows(count))).blocks
    assert isinstance(table, SourceTable)
    assert table.row_count == 2
