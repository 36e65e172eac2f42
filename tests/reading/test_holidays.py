"""Own holiday files: they win over the bundled year, and their faults are told with their place."""

from datetime import date
from pathlib import Path

import pytest

from lianbing_desktop.domain.workdays import DayMark
from lianbing_desktop.errors import UserError
from lianbing_desktop.reading.holidays import work_calendar


def own(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "2017.toml"
    path.write_text(text, encoding=encoding)
    return path


def test_an_own_year_replaces_the_bundled_one_whole(tmp_path: Path) -> None:
    calendar = work_calendar([own(tmp_path, 'year = 2017\n[off]\n"06-05" = "局里放假"\n[work]\n"06-10" = ""')])
    assert calendar.mark(date(2017, 6, 5)) == DayMark(True, "局里放假")
    assert calendar.is_workday(date(2017, 6, 10))
    assert calendar.mark(date(2017, 10, 2)) is None
    assert calendar.mark(date(2018, 10, 1)) is not None


def test_a_year_beyond_the_notices_becomes_known(tmp_path: Path) -> None:
    calendar = work_calendar([own(tmp_path, 'year = 2039\n[off]\n"10-01" = "国庆节"', "utf-8-sig")])
    assert calendar.knows(2039)
    assert not calendar.is_workday(date(2039, 10, 1))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "year：缺少"),
        ("year = 17", "year：应在 2000 到 2099 之间"),
        ('year = 2017\n[off]\n"02-29" = "x"', "off.02-29：2017 年没有这一天"),
        ('year = 2017\n[off]\n"W01-1" = "x"', "off.W01-1：2017 年没有这一天"),
        ('year = 2017\n[work]\n"06-10" = 1', "work.06-10：应为文字"),
        ('year = 2017\noff = "10-01"', "off：应为表"),
        ('year = 2017\n[of]\n"10-01" = "x"', "of：不认识的项目"),
        ("year = ", "文件末尾附近"),
    ],
)
def test_faults_have_their_place(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(UserError, match=r"2017\.toml") as caught:
        work_calendar([own(tmp_path, text)])
    assert any(line.startswith(fault) for line in caught.value.details), caught.value.details


def test_an_unreadable_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="读不出节假日文件"):
        work_calendar([tmp_path / "none.toml"])
