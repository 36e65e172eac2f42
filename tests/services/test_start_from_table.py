"""Starting a campaign from the Word table an officer received."""

import re
from pathlib import Path

import docx
import pytest

from lianbing_desktop.errors import UserError
from tests.support.desk import SEED_WORD, desk_at


def test_the_seeds_table_starts_the_bundled_campaign(tmp_path: Path) -> None:
    with desk_at(tmp_path, campaign="") as desk:
        assert desk.campaigns.start_from_table(SEED_WORD).name == "suzhou-2017"
        assert len(desk.tasks.all()) == 19


def test_the_same_table_can_be_started_for_another_year(tmp_path: Path) -> None:
    with desk_at(tmp_path, campaign="") as desk:
        assert desk.campaigns.start_from_table(SEED_WORD, 2018).year == 2018


def test_a_table_that_differs_starts_nothing_and_names_each_row(tmp_path: Path) -> None:
    document = docx.Document(str(SEED_WORD))
    cell = document.tables[0].rows[2].cells[1]
    cell.text = "召开另一个会议"
    document.save(str(tmp_path / "另一个表.docx"))
    with desk_at(tmp_path / "home", campaign="") as desk:
        with pytest.raises(UserError, match="读出 19 行") as caught:
            desk.campaigns.start_from_table(tmp_path / "另一个表.docx")
        assert desk.campaigns.all() == []
        assert str(desk.home.campaigns) in caught.value.message
    assert len(caught.value.details) == 1
    assert re.search(r"第 \d+ 行：任务及要求不同（召开另一个会议）", caught.value.details[0])


def test_a_shorter_table_tells_which_rows_it_lacks(tmp_path: Path) -> None:
    document = docx.Document(str(SEED_WORD))
    last = document.tables[-1].rows[-1]._tr
    last.getparent().remove(last)
    document.save(str(tmp_path / "短表.docx"))
    with desk_at(tmp_path / "home", campaign="") as desk, pytest.raises(UserError, match="读出 18 行") as caught:
        desk.campaigns.start_from_table(tmp_path / "短表.docx")
    assert caught.value.details[0].startswith("第 19 行：表里没有这一行")
