"""Relative times: so many days after or before an event in the text's own words, the same day, the next."""

# ruff: noqa: E501 (a clause and its form stand on one line)

import pytest

from tests.support.clause_score import is_right, times
from tests.support.clause_tables import Row, rows

RELATIVES = r"""
自收到通知之日起5个工作日内反馈 → after=收到通知 days=5 unit=workday
自收到申请之日起15个工作日内作出答复 → after=收到申请 days=15 unit=workday
应当自受理之日起二十日内作出决定 → after=受理 days=20 unit=unspecified
自作出处罚决定之日起7个工作日内公开 → after=作出处罚决定 days=7 unit=workday
处罚决定下达后7日内 → after=处罚决定下达 days=7 unit=unspecified
结案后7日内及时填报相关信息 → after=结案 days=7 unit=unspecified
收到交办单后3日内报送办理情况 → after=收到交办单 days=3 unit=unspecified
收到举报后24小时内到达现场 → after=收到举报 hours=24 unit=calendar
接报后2小时内上报 → after=接报 hours=2 unit=calendar
接到报告后1小时内向市政府报告 → after=接到报告 hours=1 unit=calendar
事故发生后30分钟内电话报告 → after=事故发生 minutes=30 unit=calendar
突发事件发生后半小时内报告 → after=突发事件发生 minutes=30 unit=calendar
会议结束后3日内 → after=会议结束 days=3 unit=unspecified
会议结束后三个工作日内印发纪要 → after=会议结束 days=3 unit=workday
预算经本级人民代表大会批准后20日内公开 → after=经本级人民代表大会批准 days=20 unit=unspecified
信息形成或者变更之日起20个工作日内予以公开 → after=信息形成或者变更 days=20 unit=workday
自政府信息形成之日起20个工作日内 → after=政府信息形成 days=20 unit=workday
自公告发布之日起10日内 → after=公告发布 days=10 unit=unspecified
自2017年6月1日起30日内 → after=2017年6月1日 days=30 unit=unspecified
自收到之次日起5日内 → after=收到 days=5 unit=unspecified from_next_day=true
自收到决定书的次日起15日内 → after=收到决定书 days=15 unit=unspecified from_next_day=true
自知道或者应当知道之日起六十日内 → after=知道或者应当知道 days=60 unit=unspecified
自交办之日起3个月内办结 → after=交办 months=3 unit=unspecified
办理完毕后一个月内 → after=办理完毕 months=1 unit=unspecified
自印发之日起一年内 → after=印发 years=1 unit=unspecified
项目建成后半年内组织验收 → after=项目建成 months=6 unit=unspecified
验收合格后两周内 → after=验收合格 days=14 unit=unspecified
培训结束后1周内 → after=培训结束 days=7 unit=unspecified
半个月内 → after=null days=15 unit=unspecified
3个工作日内答复 → after=null days=3 unit=workday
应在5个工作日内办结 → after=null days=5 unit=workday
15日内 → after=null days=15 unit=unspecified
一个月内完成整改 → after=null months=1 unit=unspecified
24小时内反馈 → after=null hours=24 unit=calendar
2小时内 → after=null hours=2 unit=calendar
一般投诉件5个工作日内办结 → after=null days=5 unit=workday
承办单位应于10个工作日内回复 → after=null days=10 unit=workday
提前3天申请 → before=null days=3 unit=unspecified
提前5个工作日通知 → before=null days=5 unit=workday
会前3天报送材料 → before=会 days=3 unit=unspecified
会议召开前3日将材料送达 → before=会议召开 days=3 unit=unspecified
会议召开3日前通知 → before=会议召开 days=3 unit=unspecified
听证会举行7日前通知当事人 → before=听证会举行 days=7 unit=unspecified
期限届满30日前提出延续申请 → before=期限届满 days=30 unit=unspecified
有效期届满前三十日内提出 → before=有效期届满 days=30 unit=unspecified
应当在开工15日前申报 → before=开工 days=15 unit=unspecified
开标前3个工作日 → before=开标 days=3 unit=workday
施工前15日向环保部门申报 → before=施工 days=15 unit=unspecified
办理期限届满前申请延期 → before=办理期限届满 days=0 unit=unspecified
汛期前完成检查 → before=汛期 days=0 unit=unspecified
开学前完成 → before=开学 days=0 unit=unspecified
收到当日转办 → after=收到 days=0 unit=unspecified
当日办结 → after=null days=0 unit=unspecified
受理当日转交责任单位 → after=受理 days=0 unit=unspecified
发现问题的当天报告 → after=发现问题 days=0 unit=unspecified
当天17:00前报送 → after=null days=0 unit=unspecified time=17:00
次日上午9点前报送 → after=null days=1 unit=unspecified time=09:00
收到后次日反馈 → after=收到 days=1 unit=unspecified
次日12:00前上报 → after=null days=1 unit=unspecified time=12:00
自公示期满之日起10日内 → after=公示期满 days=10 unit=unspecified
公示结束后5日内 → after=公示结束 days=5 unit=unspecified
自登记立案之日起3个月内 → after=登记立案 months=3 unit=unspecified
对申请人的申请,自受理之日起7个工作日内办结 → after=受理 days=7 unit=workday
行政机关收到政府信息公开申请,能够当场答复的,应当当场答复;不能当场答复的,应当自收到申请之日起20个工作日内予以答复 → after=收到申请 days=20 unit=workday
接到工单后,1个工作日内签收 → after=接到工单 days=1 unit=workday
工单派发后1小时内签收 → after=工单派发 hours=1 unit=calendar
自接到转办单起3个工作日内 → after=接到转办单 days=3 unit=workday
自工单转办时起48小时内 → after=工单转办 hours=48 unit=calendar
从收文之日起10日内办理完毕 → after=收文 days=10 unit=unspecified
于文件印发之日起一周内转发 → after=文件印发 days=7 unit=unspecified
自裁决生效之日起2年内 → after=裁决生效 years=2 unit=unspecified
决算经批准后二十日内向社会公开 → after=经批准 days=20 unit=unspecified
重特大事件发生后,30分钟内口头报告 → after=重特大事件发生 minutes=30 unit=calendar
信访事项自受理之日起60日内办结 → after=受理 days=60 unit=unspecified
复杂事项延长期限不超过30日 → -
接诉后即时响应,2小时内联系诉求人 → after=null hours=2 unit=calendar
自文件发布之日起30日后施行 → after=文件发布 days=30 unit=unspecified
报告期后15日内 → after=报告期 days=15 unit=unspecified
年度终了后3个月内报送 → after=年度终了 months=3 unit=unspecified
季度终了15日内 → after=季度终了 days=15 unit=unspecified
录用后 10 个\n工作日内备案 → after=录用 days=10 unit=workday
收到意見後七日內答復 → after=收到意見 days=7 unit=unspecified
自签订合同之日起七个工作日内备案 → after=签订合同 days=7 unit=workday
学期开学后两周内上交计划 → after=学期开学 days=14 unit=unspecified
活动结束后及时报送,最迟不超过3天 → after=活动结束 days=3 unit=unspecified
放假前2天上报安全情况 → before=放假 days=2 unit=unspecified
节前3个工作日 → before=节 days=3 unit=workday
考核前一周通知 → before=考核 days=7 unit=unspecified
考试结束后一天内 → after=考试结束 days=1 unit=unspecified
"""


@pytest.mark.parametrize("row", rows(RELATIVES), ids=lambda row: row[0])
def test_a_relative_time_is_read(row: Row) -> None:
    clause, year, expected = row
    printed = times(clause, year)
    assert is_right(expected, printed), printed


def test_the_second_of_two_events_is_its_own() -> None:
    printed = times("处罚决定下达后7日内和结案后7日内", 2017)
    assert [form["after"] for form in printed] == ["处罚决定下达", "结案"]


def test_an_event_may_stand_before_who_must_act() -> None:
    (form,) = times("事故发生后，单位负责人应当于1小时内向县级安监部门报告", 2017)
    assert form["after"] == "事故发生"
