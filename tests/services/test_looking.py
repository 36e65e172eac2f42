"""A tick in steps: disturbed it begins anew, and very much is written in portions of which none is lost."""

from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest

from lianbing_desktop.domain.slices import finish
from lianbing_desktop.domain.submission import State
from lianbing_desktop.services import looking
from lianbing_desktop.services.looking import Looking
from lianbing_desktop.services.reminders import Tick
from tests.support.reminders import Room, campaign

NOON = datetime(2017, 10, 20, 12, 0)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path / "home", NOON)
    room.campaigns.take(campaign(count=30))
    yield room
    room.close()


def disturbed(room: Room, at: int) -> Tick | None:
    """Tick in steps, one piece received before the so-manieth; None where it takes fewer."""
    steps = room.reminders.ticking()
    for number in count():
        if number == at:
            room.submissions.mark(1, State.RECEIVED)
        try:
            next(steps)
        except StopIteration as end:
            return end.value if number >= at else None
    return None


def stands(tick: Tick, number: int) -> bool:
    return f"submission:{number}" in {line.item.key for line in tick.pending}


def test_in_steps_it_is_the_same_tick(room: Room, tmp_path: Path) -> None:
    other = Room(tmp_path / "other", NOON)
    other.campaigns.take(campaign(count=30))
    assert finish(room.reminders.ticking()) == other.reminders.tick()
    assert room.states() == other.states()
    other.close()


def test_what_is_written_between_two_steps_is_not_missed(tmp_path: Path) -> None:
    assert not any(stale(tmp_path))


def test_the_control_sees_a_tick_that_goes_on_with_what_it_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Looking, "_on_committed", lambda self, tables: None)
    assert any(stale(tmp_path))


def stale(folder: Path) -> list[bool]:
    """Tell, for each step of a tick before which a piece was received, whether the tick still asks for that piece."""
    found = []
    for at in count():
        room = Room(folder / f"{at}", NOON)
        room.campaigns.take(campaign(count=30))
        tick = disturbed(room, at)
        room.close()
        if tick is None:
            return found
        found.append(stands(tick, 1))
    return found


def test_very_much_is_written_in_portions(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "_AT_ONCE", 7)
    committed: list[int] = []
    room.database.listen(lambda tables: "reminders" in tables and committed.append(len(room.states())))
    tick = room.reminders.tick()
    keys = {key for line in tick.pending for key in line.keys}
    assert room.states().keys() == keys
    assert len(keys) > 14
    assert len(committed) > 2
    assert sorted(committed) == committed
    assert room.database.value("SELECT count(*) FROM log WHERE action = '提醒'") == len(committed), "each is noted"


def test_a_tick_given_up_between_two_portions_is_made_good(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "_AT_ONCE", 7)
    steps = room.reminders.ticking()
    while not room.states():
        next(steps)
    steps.close()
    written = room.states()
    tick = room.restart().reminders.tick()
    keys = {key for line in tick.pending for key in line.keys}
    assert written.keys() < keys == room.states().keys()
    assert set(room.states().values()) == {"pending"}


def test_what_is_due_no_more_is_cancelled_in_portions(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "_GONE_AT_ONCE", 7)
    room.reminders.tick()
    room.submissions.mark_all([each.id for each in room.submissions.all()], State.RECEIVED)
    tick = room.reminders.tick()
    left = {key for line in tick.pending for key in line.keys}
    assert {key for key, state in room.states().items() if state != "cancelled"} == left
    assert not {key for key in left if key.startswith("submission:")}
