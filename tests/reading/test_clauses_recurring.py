"""Recurrences: how often, which day of the period, at what time, with what left out."""

import pytest

from tests.support.clause_score import is_right, times
from tests.support.clause_tables import Row, rows

RECURRENCES = r"""
每月5日前报送上月工作进展 → every=month day=5
每月25日前上报 → every=month day=25
每月10日前,各地将上月数据报省厅 → every=month day=10
每月二十五日前 → every=month day=25
每个月5号前 → every=month day=5
于每月20日前报送当月情况 → every=month day=20
每月的15日前 → every=month day=15
每月5日、20日报送进展 → every=month days=5,20
每月10日和25日前 → every=month days=10,25
每月5日、15日、25日前各报一次 → every=month days=5,15,25
每月10、20、30日上报 → every=month days=10,20,30
每月底前 → every=month end=true
每月月底前报送 → every=month end=true
每月末上报 → every=month end=true
每月最后一天 → every=month end=true
每月最后一个工作日前 → every=month workday=-1
每月第一个工作日 → every=month workday=1
每月第3个工作日前 → every=month workday=3
每月首个工作日 → every=month workday=1
每月前5个工作日内 → every=month workday=5
每月5日前将上月报表报送,遇节假日顺延 → every=month day=5
每月不少于1篇 → every=month
每月至少开展一次检查 → every=month
每月调度并上报各地处罚案件情况 → every=month
每月组织一次集中学习 → every=month
按月报送 → every=month
按月调度 → every=month
逐月通报 → every=month
每月28日17:00前 → every=month day=28 time=17:00
每月20日下午5点前报送 → every=month day=20 time=17:00
次月5日前报送 → every=month day=5 offset_months=1
次月10日前上报上月数据 → every=month day=10 offset_months=1
每月统计,次月3日前上报 → every=month day=3 offset_months=1
下月5日前 → every=month day=5 offset_months=1
每月的次月5日前 → every=month day=5 offset_months=1
月后5日内 → every=month day=5 offset_months=1
月后3日前 → every=month day=3 offset_months=1
月后10日 → every=month day=10 offset_months=1
每月后5日内 → every=month day=5 offset_months=1
每月结束后5个工作日内 → every=month workday=5 offset_months=1
次月第3个工作日前 → every=month workday=3 offset_months=1
每两个月报送一次 → every=month interval=2
每两月 → every=month interval=2
每2个月召开一次例会 → every=month interval=2
每三个月 → every=month interval=3
每隔一个月 → every=month interval=2
隔月通报 → every=month interval=2
每6个月 → every=month interval=6
双月25日前报送 → every=month parity=even day=25
单月15日前 → every=month parity=odd day=15
每逢双月10日 → every=month parity=even day=10
每周报送 → every=week
每周一前报送 → every=week weekday=1
每周五前报送进展 → every=week weekday=5
每周五下班前 → every=week weekday=5
每周四下午 → every=week weekday=4
每周三17:00前 → every=week weekday=3 time=17:00
每周五下午4点前将进展报办公室 → every=week weekday=5 time=16:00
每星期一上午9时召开例会 → every=week weekday=1 time=09:00
每周星期五 → every=week weekday=5
每周的周五 → every=week weekday=5
每周日 → every=week weekday=7
每周一次 → every=week
每周一次例会 → every=week
每周一报 → every=week
每周一报送上周情况 → every=week weekday=1
每周一调度 → every=week
每周一篇信息 → every=week
每周三次 → every=week
每周两次 → every=week
每周一上午 → every=week weekday=1
每周至少巡查1次 → every=week
每周一、三、五 → every=week weekday=1 & every=week weekday=3 & every=week weekday=5
每周一、周四前报送 → every=week weekday=1 & every=week weekday=4
每周二和周五上报 → every=week weekday=2 & every=week weekday=5
每两周一次 → every=week interval=2
每两周召开一次调度会 → every=week interval=2
隔周 → every=week interval=2
按周报送 → every=week
每周末 → every=week end=true
周五前报送 → every=week weekday=5
每逢周一上报 → every=week weekday=1
每日报送 → every=day
每天17时前报送 → every=day time=17:00
每日下午5点前 → every=day time=17:00
每天上午9点前、下午4点前各报一次 → every=day times=09:00,16:00
每日8时、20时 → every=day times=08:00,20:00
每日零报告 → every=day
每天下班前报送 → every=day
逐日上报 → every=day
每日17:00前报送当日情况 → every=day time=17:00
每三天 → every=day interval=3
每隔两天报送 → every=day interval=2
隔日上报 → every=day interval=2
每半月报送一次 → every=half_month
每半个月 → every=half_month
每季度末 → every=quarter end=true
每季度末前报送 → every=quarter end=true
每季末 → every=quarter end=true
每季度 → every=quarter
每季度通报一次 → every=quarter
每季报送 → every=quarter
按季度公开 → every=quarter
按季上报 → every=quarter
每个季度 → every=quarter
每季度首月10日前 → every=quarter month_of_period=1 day=10
每季度第一个月10日前 → every=quarter month_of_period=1 day=10
每季度第一个月的15日前报送上季度情况 → every=quarter month_of_period=1 day=15
每季度末月25日前 → every=quarter month_of_period=3 day=25
每季度最后一个月25日前 → every=quarter month_of_period=3 day=25
每季度最后一个月20日 → every=quarter month_of_period=3 day=20
每季度第三个月底前 → every=quarter month_of_period=3 end=true
每季度最后一天 → every=quarter end=true
每季度最后一个工作日 → every=quarter workday=-1
每季度25日前 → every=quarter day=25
季后15日内 → every=quarter day=15 offset_quarters=1
季后10日前 → every=quarter day=10 offset_quarters=1
季度后15日内报送 → every=quarter day=15 offset_quarters=1
每季度后10日内 → every=quarter day=10 offset_quarters=1
每季度结束后15日内 → every=quarter day=15 offset_quarters=1
每季度终了后10个工作日内 → every=quarter workday=10 offset_quarters=1
每季度结束后次月10日前 → every=quarter day=10 offset_months=1
每季度次月5日前 → every=quarter day=5 offset_months=1
下季度首月10日前 → every=quarter month_of_period=1 day=10 offset_quarters=1
每半年 → every=half_year
每半年通报一次 → every=half_year
每半年末 → every=half_year end=true
每半年至少召开一次会议 → every=half_year
每年 → every=year
每年报告一次 → every=year
每年12月底前 → every=year month=12 day=31
每年3月底前公布 → every=year month=3 day=31
每年1月31日前 → every=year month=1 day=31
每年11月30日前报送年度总结 → every=year month=11 day=30
每年的3月31日前发布 → every=year month=3 day=31
每年5月31日之前 → every=year month=5 day=31
每年年底前 → every=year end=true
每年底 → every=year end=true
每年年底 → every=year end=true
每年年末 → every=year end=true
每年6月 → every=year month=6
每年6月开展安全生产月 → every=year month=6
每年6月和12月 → every=year month=6 & every=year month=12
每年6月、12月各公布一次 → every=year month=6 & every=year month=12
每年6月30日和12月31日前 → every=year month=6 day=30 & every=year month=12 day=31
每年6月20日、12月20日前报送 → every=year month=6 day=20 & every=year month=12 day=20
每年6月底和12月底前 → every=year month=6 day=30 & every=year month=12 day=31
每年6月5日 → every=year month=6 day=5
每年元月15日前 → every=year month=1 day=15
次年1月底前 → every=year month=1 day=31 offset_years=1
每年度次年1月31日前 → every=year month=1 day=31 offset_years=1
每年在次年3月底前公开上年度情况 → every=year month=3 day=31 offset_years=1
每年3—10月 → every=year months=3,10
每年6月至9月 → every=year months=6,9
每年11月至次年3月 → every=year months=11,3
每年3—10月,每月5日前 → every=month day=5 months=3,10
每年4-10月每月10日前 → every=month day=10 months=4,10
2021: 每年第一季度 → every=year quarter=1 start=2021-01-01 due=2021-03-31
2021: 每年一季度 → every=year quarter=1 start=2021-01-01 due=2021-03-31
2021: 每年第四季度 → every=year quarter=4 start=2021-10-01 due=2021-12-31
2021: 每年上半年 → every=year half=1 start=2021-01-01 due=2021-06-30
?: 每年下半年 → every=year half=2 start=--07-01 due=--12-31
每年国庆节前 → every=year month=9 day=30
每两年一次 → every=year interval=2
每三年评选一次 → every=year interval=3
每5年 → every=year interval=5
每学期 → every=term
每学期一次 → every=term
每学期末 → every=term end=true
每学期至少听课20节 → every=term
一月一调度 → every=month
一月一次 → every=month
一季一通报 → every=quarter
一季度一次 → every=quarter
一周一次 → every=week
一日一报 → every=day
半年一次 → every=half_year
一年一次 → every=year
两月一次 → every=month interval=2
两周一次 → every=week interval=2
半月一次 → every=half_month
自2017年3月起每月5日前报送 → every=month day=5 start=2017-03-01
从7月起,每周五报送 → every=week weekday=5 start=2017-07-01
6月至10月每月5日前 → every=month day=5 months=6,10
6-10月期间每周一报送 → every=week weekday=1 months=6,10
报表名称\n\n月报\n\n次月5日前 → every=month day=5 offset_months=1
表一 | 年报 | 3月10日前 | 网上报送 → every=year month=3 day=10
表二 | 季报 | 季后10日前 | → every=quarter day=10 offset_quarters=1
季报\n\n季后15日内 → every=quarter day=15 offset_quarters=1
月报 → every=month
实行月报制度 → every=month
执行日报告、零报告 → every=day
实行周调度 → every=week
月后5日前(1月免报) → every=month day=5 offset_months=1 skip_months=1
月后10日前上报(1、2月份免报) → every=month day=10 offset_months=1 skip_months=1,2
季后5日内(四季度免报) → every=quarter day=5 offset_quarters=1 skip_quarters=4
每月8日前(除1月外) → every=month day=8 skip_months=1
每月上旬 → every=month day=10
每月上旬报送 → every=month day=10
每月初 → every=month day=1
每 月 5 日 前 → every=month day=5
每月\n5日前 → every=month day=5
每月５日前 → every=month day=5
每週五前 → every=week weekday=5
每個月報送一次 → every=month
每年度 → every=year
一年两次 → every=year
每年两次 → every=year
当月25日前报送 → every=month day=25
月底前报送 → every=month end=true
每天 → every=day
每日 → every=day
每天24时前 → every=day time=24:00
每小时报送一次 → every=hour
每2小时报告一次 → every=hour interval=2
"""


@pytest.mark.parametrize("row", rows(RECURRENCES), ids=lambda row: row[0])
def test_a_recurrence_is_read(row: Row) -> None:
    clause, year, expected = row
    printed = times(clause, year)
    assert is_right(expected, printed), printed
