"""Leads and plans: their codes, their words, and the stored text with all its faults told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianbing_desktop.domain.lead import DEFAULT_PLAN, QUOTA_LEAD, QUOTA_PLAN, Lead, LeadPlan, parse_plan
from lianbing_desktop.errors import UserError

LEADS = st.one_of(st.just(QUOTA_LEAD), st.just(Lead(0)), st.builds(Lead, st.integers(1, 365), st.booleans()))
PLANS = st.builds(
    LeadPlan,
    st.lists(LEADS, max_size=6, unique=True).map(tuple),
    st.booleans(),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
)


@pytest.mark.parametrize(
    ("lead", "code", "words"),
    [
        (Lead(7), "-7", "提前7天"),
        (Lead(3, is_workdays=True), "-3w", "提前3个工作日"),
        (Lead(0), "0", "当天"),
        (Lead(-12), "+12", "逾期12天"),
        (QUOTA_LEAD, "q", "月末前3个工作日"),
    ],
)
def test_a_lead_in_key_and_words(lead: Lead, code: str, words: str) -> None:
    assert (lead.code, lead.words, lead.is_overdue) == (code, words, code.startswith("+"))


def test_plans_as_stored_and_as_shown() -> None:
    assert (DEFAULT_PLAN.text, QUOTA_PLAN.text) == ("-7,-3,-1,0,+ @09:00", "q @09:00")
    assert DEFAULT_PLAN.words == "提前7天、提前3天、提前1天、当天、逾期后每天，9:00"
    assert LeadPlan((), is_daily_after=False).words == "不提醒"


@given(plan=PLANS)
def test_every_plan_is_read_back_as_it_was(plan: LeadPlan) -> None:
    assert parse_plan(plan.text) == plan


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", ["“”不是时刻，应写成 09:00 的样子。"]),
        ("-7 @25:00", ["“25:00”不是时刻，应写成 09:00 的样子。"]),
        ("-7,x,-3,-3,-366,- 1 @9:00", [
            "“x”不是提前量。", "“-366”不是提前量。", "“- 1”不是提前量。", "“-3”写了两次。",
            "“9:00”不是时刻，应写成 09:00 的样子。",
        ]),
        ("-0 @09:00", ["“-0”不是提前量。"]),
        ("-٣ @09:00", ["“-٣”不是提前量。"]),
    ],
)  # fmt: skip
def test_every_fault_of_a_plan_is_told(text: str, faults: list[str]) -> None:
    with pytest.raises(UserError) as told:
        parse_plan(text)
    assert list(told.value.details) == faults


@given(text=st.text(alphabet="-+,w0123456789q@: ", max_size=30))
def test_a_text_is_read_or_refused_with_faults(text: str) -> None:
    plan, faults = read(text)
    assert bool(faults) is (plan is None)
    assert plan is None or parse_plan(plan.text) == plan


def read(text: str) -> tuple[LeadPlan | None, tuple[str, ...]]:
    try:
        return parse_plan(text), ()
    except UserError as error:
        return None, error.details
