"""What is found time and again is what would be found at once, and what did not change is the same object."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from lianbing_desktop.domain.lead import DEFAULT_PLAN, Lead, LeadPlan
from lianbing_desktop.domain.reminder import DueItem, Finder, Item, ItemKind, due_items
from lianbing_desktop.domain.slices import finish
from lianbing_desktop.reading.holidays import work_calendar

NOTICE = work_calendar([])
MONDAY = datetime(2017, 10, 16, 8, 0)
PLANS = (DEFAULT_PLAN, LeadPlan((Lead(0),)), LeadPlan((Lead(3), Lead(1)), is_daily_after=False))
ITEMS = [
    Item(
        ItemKind.SUBMISSION, str(number), "总结", "常熟", date(2017, 10, 10) + timedelta(number), PLANS[number % 3],
        ("day", number),
    )
    for number in range(20)
]  # fmt: skip
DEEDS = st.lists(
    st.tuples(
        st.integers(0, 80 * 60),
        st.lists(st.tuples(st.integers(0, 19), st.sampled_from(["drop", "move", "plan", "title"])), max_size=4),
    ),
    min_size=2,
    max_size=8,
)


def done(item: Item, deed: str) -> list[Item]:
    if deed == "move":
        return [replace(item, due_on=item.due_on + timedelta(days=2))]
    if deed == "plan":
        return [replace(item, plan=PLANS[(PLANS.index(item.plan) + 1) % 3])]
    return [replace(item, title="改了")] if deed == "title" else []


@settings(max_examples=300, deadline=None)
@given(DEEDS)
def test_found_again_is_found_anew(history: list[tuple[int, list[tuple[int, str]]]]) -> None:
    finder, now, items = Finder(), MONDAY, list(ITEMS)
    for minutes, deeds in history:
        now += timedelta(minutes=minutes)
        for number, deed in deeds:
            items = [new for item in items for new in (done(item, deed) if item.id == str(number) else [item])]
        assert finish(finder.find(now, items, NOTICE)) == due_items(now, items, NOTICE)


def found(finder: Finder, now: datetime, items: list[Item]) -> dict[str, DueItem]:
    return {each.item.id: each for each in finish(finder.find(now, items, NOTICE))}


def test_what_did_not_change_is_the_same_object() -> None:
    finder = Finder()
    first = found(finder, MONDAY, ITEMS)
    changed = [replace(ITEMS[3], title="改了"), *ITEMS[4:]]
    second = found(finder, MONDAY + timedelta(minutes=1), changed)
    assert second["3"] is not first["3"], "the control: a changed item is found anew"
    assert all(second[key] is first[key] for key in second.keys() - {"3"})
    later = found(finder, MONDAY + timedelta(hours=2), changed)
    kept = {key for key in later if later[key] is second.get(key)}
    new = {key for key in later if key not in second or later[key].line.keys != second[key].line.keys}
    assert kept
    assert new
    assert kept | new == later.keys(), "after 9:00 only what came is made anew"
