"""Each place where files come in calls what it asked for by its own name, also where it refuses one."""

from pathlib import Path

import pytest

from lianbing_desktop.errors import UserError
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.liaison_lists import read_list
from lianbing_desktop.services.plans import Plans


def test_each_place_asks_for_its_own_thing(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "交来的.csv"
    path.write_bytes(b"x\n" * 500_000)
    with pytest.raises(UserError, match="请只保留名单再试"):
        read_list(path)
    (form,) = desk.collecting.collect([path])
    assert "请只保留表格再试" in form.faults[0]
    plans = desk.plans
    assert isinstance(plans, Plans)
    with pytest.raises(UserError, match="请只保留任务分解表再试"):
        plans.read(path)
