"""The record of discs burnt: kept with the day to read them again, withdrawn but never lost, printed as labels."""

from datetime import date
from pathlib import Path

import pytest

from lianbing_desktop.domain.burning import Burnt
from lianbing_desktop.domain.package import Verdict
from lianbing_desktop.domain.reminder import ItemKind
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.settings import OFFICER
from tests.support.desk import desk_at

BURNT = Burnt("/dev/sr0", Path("/x/材料.iso"), "LIANBING_2017", "ab" * 32, 4096, Verdict(26))


def test_a_burning_is_kept_with_drive_day_hash_and_person(home: Path) -> None:
    with desk_at(home) as desk:
        desk.settings.put(OFFICER, "张三")
        burn = desk.burning.record(BURNT, "第一份")
    with desk_at(home) as desk:
        assert desk.burning.all() == [burn]
        assert (burn.drive, burn.image, burn.volume, burn.person) == ("/dev/sr0", "材料.iso", "LIANBING_2017", "张三")
        assert (burn.sha256, burn.size, burn.checked, burn.is_sound, burn.note) == ("ab" * 32, 4096, 26, True, "第一份")
        assert (burn.burned_on, burn.recheck_on) == (date(2017, 10, 20), date(2021, 10, 20))
        assert "LIANBING_2017" in [row["detail"] for row in desk.journal.newest(5)][0]


def test_the_disc_is_due_again_on_its_day_and_can_be_put_off(home: Path) -> None:
    with desk_at(home) as desk:
        desk.burning.record(BURNT)
        assert desk.burning.due() == []
    with desk_at(home, date(2021, 10, 20)) as desk:
        (burn,) = desk.burning.due()
        desk.burning.put_off(burn.id, date(2025, 10, 20))
        assert desk.burning.due() == []
        assert desk.burning.get(burn.id).recheck_on == date(2025, 10, 20)


def test_a_spoilt_disc_is_recorded_as_such_and_can_be_withdrawn(desk: Desk) -> None:
    burn = desk.burning.record(Burnt("D:", Path("x.iso"), "V", "0" * 64, 1, Verdict(1, changed=("a",))))
    assert not burn.is_sound
    desk.burning.withdraw(burn.id)
    assert desk.burning.all() == []
    with pytest.raises(UserError, match="没有编号"):
        desk.burning.get(burn.id)


def test_labels_say_what_the_disc_is_and_invent_nothing(desk: Desk, tmp_path: Path) -> None:
    burn = desk.burning.record(BURNT)
    disc, box = desk.packages.labels(burn)
    said = dict(disc.rows)
    assert said["载体编号"] == "LIANBING_2017"
    assert said["制作日期"] == "2017-10-20"
    assert said["制作人"] == "未提供"
    whole = dict(box.rows)
    assert whole["映像校验值（SHA-256）"] == "ab" * 32
    assert whole["复查日期"] == "2021-10-20"
    assert whole["密级"] == "未提供"
    for sheet in (disc, box):
        for kind in ("docx", "xlsx", "pdf"):
            path = tmp_path / f"{sheet.name}.{kind}"
            desk.documents.write(sheet, path, kind)
            assert path.stat().st_size > 1000


def test_the_day_to_read_a_disc_again_becomes_a_reminder(desk: Desk) -> None:
    burn = desk.burning.record(BURNT)
    assert not [line for line in desk.reminders.tick().pending if line.item.kind is ItemKind.RECHECK]
    desk.burning.put_off(burn.id, date(2017, 10, 22))
    (line,) = [line for line in desk.reminders.tick().pending if line.item.kind is ItemKind.RECHECK]
    assert (line.due_on, line.target) == (date(2017, 10, 22), ("package", burn.id))
    assert "LIANBING_2017" in line.text
    desk.burning.withdraw(burn.id)
    assert not [line for line in desk.reminders.tick().pending if line.item.kind is ItemKind.RECHECK]
