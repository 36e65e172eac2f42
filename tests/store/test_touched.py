"""Submissions are read again only where they were touched, and are then what a fresh reading finds."""

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from lianbing_desktop.domain.slices import finish
from lianbing_desktop.domain.submission import State, next_states
from lianbing_desktop.errors import UserError
from lianbing_desktop.store.submissions import SubmissionRows
from tests.support.reminders import Room, campaign

START = datetime(2017, 10, 9, 8, 0)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path / "home", START)
    room.campaigns.take(campaign(count=20))
    yield room
    room.close()


def step(room: Room, chance: random.Random) -> None:
    each = chance.choice(room.submissions.all())
    state = chance.choice(list(next_states(each.state)))
    paper = room.home / f"{chance.random()}.docx"
    paper.write_bytes(b"x")
    room.submissions.mark(each.id, state, note="缘由", files=[paper] if state is State.RECEIVED else ())


def enter(room: Room, chance: random.Random) -> None:
    asked = chance.choice([each for each in room.submissions.requirements() if each.is_open_ended])
    unit = chance.choice([unit for unit in room.campaigns.units() if unit.key in asked.senders])
    day = date(2017, 9, 1) + timedelta(days=chance.randrange(38))
    room.submissions.add(asked.id, unit.id, day, "新的")


def withdraw(room: Room, chance: random.Random) -> None:
    entered = [each for each in room.submissions.all() if each.event_on]
    if entered:
        each = chance.choice(entered)
        room.submissions.withdraw(each.id)
        if chance.random() < 0.5:
            room.submissions.bring_back(each.id)


def move(room: Room, chance: random.Random) -> None:
    room.move(chance.choice(room.submissions.all()).id, date(2017, 10, 1) + timedelta(days=chance.randrange(60)))


def rename(room: Room, chance: random.Random) -> None:
    with room.database.transaction():
        room.database.update("units", 1, {"name": f"改名{chance.randrange(9)}局"})


def fail(room: Room, chance: random.Random) -> None:
    """Write something, read it and take it back: nothing may be remembered of it."""
    with pytest.raises(UserError):
        write_and_fail(room)


def write_and_fail(room: Room) -> None:
    with room.database.transaction():
        room.database.update("submissions", 1, {"label": "不算数"})
        assert "不算数" in {each.label for each in room.rows.all(1)}  # type: ignore[attr-defined]
        raise UserError("不保存")


DEEDS = (step, enter, withdraw, move, rename, fail)


@pytest.mark.parametrize("seed", range(6))
def test_read_again_is_read_anew(room: Room, seed: int) -> None:
    chance, rows = random.Random(seed), SubmissionRows(room.database)
    room.rows = rows  # type: ignore[attr-defined]
    for _ in range(40):
        chance.choice(DEEDS)(room, chance)
        assert rows.all(1) == SubmissionRows(room.database).all(1)


def test_what_was_not_touched_is_not_read_again(room: Room) -> None:
    rows = SubmissionRows(room.database)
    before = {each.id: each for each in rows.all(1)}
    room.submissions.mark(3, State.RECEIVED)
    asked: list[str] = []
    room.database._connection.set_trace_callback(asked.append)
    after = {each.id: each for each in rows.all(1)}
    room.database._connection.set_trace_callback(None)
    assert after[3] is not before[3]
    assert all(after[key] is before[key] for key in before.keys() - {3})
    assert [sql for sql in asked if "FROM submissions s" in sql and "json_each('[3]')" in sql]
    assert not [sql for sql in asked if "FROM submissions s" in sql and "json_each" not in sql], "the control"


def test_another_table_has_everything_read_again(room: Room) -> None:
    rows = SubmissionRows(room.database)
    before = rows.all(1)
    with room.database.transaction():
        room.database.update("requirements", before[0].requirement_id, {"title": "改了题目"})
    assert rows.all(1)[0].requirement == "改了题目"


def test_steps_given_up_halfway_lose_nothing(room: Room) -> None:
    rows = SubmissionRows(room.database)
    steps = rows.reading(1)
    next(steps)
    steps.close()
    assert finish(rows.reading(1)) == SubmissionRows(room.database).all(1)
