"""What is still missing on 20 October 2017."""

from datetime import date

from lianbing_desktop.services.desk import Desk


def test_the_officer_sees_what_is_missing_on_the_20th_of_october(busy_desk: Desk) -> None:
    missing = busy_desk.submissions.missing(date(2017, 10, 20))
    assert [f"{line.due_on:%m-%d} {line.unit} {line.title}" for line in missing] == [
        "06-05 苏州高新区（虎丘区）环保局 信息报送专人",
        "08-31 姑苏区环保局 工作简讯（各市、区） · 8月",
        "09-30 吴中区环保局 工作简讯（各市、区） · 9月",
        "09-30 苏州高新区（虎丘区）环保局 工作简讯（各市、区） · 9月",
        "10-16 监察支队 案卷PDF（每案1份） · 苏环罚字〔2017〕第7号",
        "10-18 监察支队 处罚决定填报（决定下达后7日内） · 苏环罚字〔2017〕第11号",
    ]


def test_five_days_later_the_summaries_are_missing_too(busy_desk: Desk) -> None:
    missing = busy_desk.submissions.missing(date(2017, 10, 25))
    summaries = [line.unit for line in missing if line.title == "活动总结（各市、区）"]
    assert len(summaries) == 7
    assert not {"张家港市环保局", "常熟市环保局", "昆山市环保局"} & set(summaries)


def test_quotas_behind_are_known_before_the_campaign_ends(busy_desk: Desk) -> None:
    behind = [quota for quota in busy_desk.submissions.quotas() if quota.is_behind(date(2017, 10, 20))]
    assert ("局宣教处（中心）", 2, 0) in [(quota.unit, quota.needed, quota.got) for quota in behind]
    assert "监察支队" not in [quota.unit for quota in behind], "five of six is an even pace on that day"
