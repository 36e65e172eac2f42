"""A revised table beside a running campaign: what is the same, what changed field by field, what is doubtful."""

from lianbing_desktop.domain.revision import Entry, compare


def entry(key: str, text: str, due: str = "2017-06-05", units: str = "监察支队") -> Entry:
    return Entry(key, text, (("任务", text), ("截止", due), ("单位", units)))


PLAN = entry("1", "制定实施方案；召开全市动员部署大会")
LIST = entry("2", "将联络员名单报送市环保局，明确专人负责活动信息报送工作")
STUDY = entry("3", "组织所有从事环境执法的人员对环境保护法律法规进行全面系统学习")


def test_nothing_changed() -> None:
    revision = compare((PLAN, LIST), (LIST, PLAN))
    assert revision.unchanged == (LIST, PLAN)
    assert not revision.added + revision.removed + revision.changed


def test_fields_are_told_one_by_one() -> None:
    later = entry("2", LIST.text, "2017-06-08", "监察支队、局法规处")
    (change,) = compare((PLAN, LIST), (PLAN, later)).changed
    assert change.is_certain
    assert [(item.name, item.before, item.after) for item in change.differences] == [
        ("截止", "2017-06-05", "2017-06-08"),
        ("单位", "监察支队", "监察支队、局法规处"),
    ]


def test_added_and_removed() -> None:
    revision = compare((PLAN, LIST), (PLAN, STUDY))
    assert revision.added == (STUDY,)
    assert revision.removed == (LIST,)


def test_a_few_words_more_are_the_same_task() -> None:
    now = entry("9", "将联络员名单报送市环保局，明确专人负责活动信息的报送工作")
    (change,) = compare((PLAN, LIST, STUDY), (PLAN, now, STUDY)).changed
    assert change.is_certain
    assert [item.name for item in change.differences] == ["任务"]


def test_a_task_half_rewritten_is_asked_about() -> None:
    now = entry("2", "将联络员名单、信息员名单报送市环保局备案")
    revision = compare((LIST,), (now,))
    assert revision.uncertain == revision.changed
    assert len(revision.changed) == 1


def test_two_that_are_equally_like_are_asked_about() -> None:
    before = (entry("a", "第一季度报送执法信息不少于两篇"), entry("b", "第二季度报送执法信息不少于两篇"))
    (change,) = compare(before, (entry("c", "第三季度报送执法信息不少于两篇"),)).changed
    assert not change.is_certain


def test_same_words_twice_are_paired_in_their_order() -> None:
    before = (entry("a", "报送总结", "2017-06-05"), entry("b", "报送总结", "2017-12-05"))
    after = (entry("c", "报送总结", "2017-06-05"), entry("d", "报送总结", "2017-12-05"))
    assert compare(before, after).unchanged == after
