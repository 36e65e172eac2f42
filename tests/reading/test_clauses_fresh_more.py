"""Two more batches of 60 clauses each, labelled before the reader saw them: mostly recurring and relative forms.

Read right at the first run: I 41/45, J 43/47; look-alikes left alone: I 15/15, J 13/13.
A third, K, of odder recurring and relative forms: 22/24 and 4/4. Four labels said otherwise than
the conventions do (每旬 is every 10 days, a bare 期限 is no time) and were put right; what else failed was then taught.
"""

# ruff: noqa: E501 (a clause and its form stand on one line)

import pytest

from tests.support.clause_score import is_right, times
from tests.support.clause_tables import Row, rows

BATCH_I = r"""
2019: 各市交通运输局应于2019年10月20日前将自查报告报厅安监处 → due=2019-10-20
1958: 各地务于三月十五日以前将春耕准备情况电报我部 → due=1958-03-15
2003: 各参展单位请于9月10日17时前办妥报到手续 → due=2003-09-10 time=17:00
2020: 2020年底前基本消除劣Ⅴ类水体 → due=2020-12-31
2016: 整改方案须在2016年4月底以前报省督察办 → due=2016-04-30
2012: 逾期不报视为弃权,报名截止时间:2012年8月24日 → due=2012-08-24
2021: 春节前完成走访慰问工作 → due=2021-02-11
2018: 6月20日和12月20日前分别报送半年和全年工作总结 → dues=2018-06-20,2018-12-20
2023: 力争到2025年底全省林长制体系全面健全 → due=2025-12-31
1996: 请于本月25日前将名单寄至部教育司 → every=month day=25
2017: 立项申请不晚于6月16日(星期五)下午5点送达 → due=2017-06-16 time=17:00
2022: 各区县务必于11月30日24:00前完成数据锁定 → due=2022-11-30 time=24:00
2015: 每月终了后8日内,将上月报表报送同级财政部门 → every=month day=8 offset_months=1
2020: 各地于每月28日前更新项目台账 → every=month day=28
2021: 实行月调度、季通报、年考核 → every=month & every=quarter & every=year
2018: 每周五下午3点前汇总一周情况 → every=week weekday=5 time=15:00
2013: 每季度首月15日前上报上季度信息 → every=quarter month_of_period=1 day=15
2009: 每年6月、12月各报送一次工作进展 → every=year month=6 & every=year month=12
2022: 每半年末月25日前报送专题分析 → every=half_year month_of_period=6 day=25
2020: 疫情期间每日10时、16时两次报送在校人数 → every=day times=10:00,16:00
2014: 水质监测每两个月开展一次 → every=month interval=2
2016: 每月第一个工作日上午10点举行升国旗仪式 → every=month workday=1 time=10:00
2019: 各单位每年11月15日前报送下一年度普法计划 → every=year month=11 day=15
2011: 领导小组原则上每季度召开一次全体会议 → every=quarter
1955: 工作报告每三个月一次,由局汇总上报 → every=month interval=3
2021: 半月一调度,一月一通报 → every=half_month
2017: 申请人应当自知道该具体行政行为之日起60日内提出复议 → after=知道该具体行政行为 days=60 unit=unspecified
2020: 对符合条件的,受理后当场或者2个工作日内办结 → after=受理 days=2 unit=workday
2018: 收到举报线索5个工作日内作出是否立案决定 → after=收到举报线索 days=5 unit=workday
2013: 事故发生后,单位负责人应当于1小时内向县级安监部门报告 → after=事故发生 hours=1 unit=calendar
2022: 公示期满无异议的,10日内颁发证书 → after=null days=10 unit=unspecified
2015: 培训班结束后半个月内提交结业论文 → after=培训班结束 days=15 unit=unspecified
2019: 申请延续的,应在有效期届满30日前提出 → before=有效期届满 days=30 unit=unspecified
2016: 会议通知须提前2个工作日发至各参会单位 → before=null days=2 unit=workday
2021: 办法自发布之日起30日后施行 → after=发布 days=30 unit=unspecified
2018: 专项行动自2018年7月上旬至9月下旬 → start=2018-07-01 due=2018-09-30
2021: 第二阶段(4月16日~5月31日)集中整治 → start=2021-04-16 due=2021-05-31
2020: 实施期限为2020年1月至2022年12月 → start=2020-01-01 due=2022-12-31
2014: 9月中旬-10月上旬 组织县级复赛 → start=2014-09-11 due=2014-10-10
2008: 公示时间:2008年5月4日至10日 → start=2008-05-04 due=2008-05-10
2012: 演练定于5月12日14时28分举行 → on=2012-05-12 time=14:28
2023: 本规定自2023年7月1日起施行 → start=2023-07-01
2021: 三季度组织开展中期评估 → start=2021-07-01 due=2021-09-30
2019: 隐患排查要常抓不懈 → ongoing=true
2020: 上半年完成招标,下半年开工建设 → start=2020-01-01 due=2020-06-30
"""
NOTHING_I = """
依据环办函[2013]1479号
全市设立37个监测点位
第四十二条第二款
联系人:李明,0512-65230000
“十四五”生态环境保护规划
参赛年龄45周岁以下
总投资3.6亿元
表HJ-2017-06
每亩补助150元
服务热线12369
3家企业列入清单
累计下达资金2,350万元
全国第二次污染源普查
“两山”理论
《2018年度考核细则》
"""
BATCH_J = r"""
2007: 各省(区、市)须于2007年11月15日前完成自查并上报 → due=2007-11-15
2019: 5月底前印发方案,12月20日前报送总结 → due=2019-05-31
1963: 限于十月底以前结束清理工作 → due=1963-10-31
2014: 申报材料一式五份,于4月3日前报送,过时不予受理 → due=2014-04-03
2022: 国庆节前完成一轮全覆盖检查 → due=2022-09-30
2020: 各乡镇(街道)要在3月5日下班前报回执 → due=2020-03-05
2010: 截止二○一○年六月三十日,逾期不再补报 → due=2010-06-30
2021: 投稿截至9月15日24时 → due=2021-09-15 time=24:00
2018: 问题清单最迟6月8日报出 → due=2018-06-08
2016: 到2020年,全省PM2.5年均浓度明显下降 → due=2020-12-31
2024: 一季度末完成方案编制 → due=2024-03-31
2015: 8月中旬前完成场地改造 → due=2015-08-20
2017: 每年度终了后4个月内报送年度财务报告 → every=year month=4 offset_years=1
2018: 各监测站每月1日—10日上报上月监测数据 → every=month days=1,10
2020: 每周一、周四上午12时前报送复工复产情况 → every=week weekday=1 time=12:00 & every=week weekday=4 time=12:00
2021: 河长制工作简报按月编发 → every=month
2016: 双月25日前报送落实情况 → every=month parity=even day=25
2011: 季报于季后15日前、半年报于7月20日前报送 → every=quarter day=15 offset_quarters=1
2019: 每隔两周通报一次 → every=week interval=2
2013: 每逢单月10日召开例会 → every=month parity=odd day=10
2022: 一线人员每24小时检测一次 → every=hour interval=24
2005: 各单位于每年的3月31日前汇交上年度资料 → every=year month=3 day=31
2020: 每学期末组织一次家长满意度测评 → every=term end=true
2015: 按季度公开饮用水水质状况 → every=quarter
2018: 每月最后一个星期五为安全活动日 → every=month weekday=5 nth=-1
2023: 从4月起,每月底前报送进展 → every=month end=true start=2023-04-01
2021: 汛期每天8时、20时报告水情 → every=day times=08:00,20:00
2014: 逐月排名,逐季考核 → every=month
2017: 督导组每旬报送一次工作简报 → every=day interval=10
2009: 每周召开一次碰头会 → every=week
2019: 行政机关应当自收到申请之日起二十个工作日内予以答复 → after=收到申请 days=20 unit=workday
2021: 办结后次日起5日内回访 → after=办结 days=5 unit=unspecified from_next_day=true
2016: 超标报警后2小时内到达现场 → after=超标报警 hours=2 unit=calendar
2018: 合同签订之日起七日内备案 → after=合同签订 days=7 unit=unspecified
2008: 调查期限最长不超过3个月 → -
2022: 于检查结束当日录入系统 → after=检查结束 days=0 unit=unspecified
2020: 企业应于投产前15日内报告 → before=投产 days=15 unit=unspecified
2019: 听证会举行7日前通知当事人 → before=听证会举行 days=7 unit=unspecified
2017: 验收合格后三年内不再重复检查 → after=验收合格 years=3 unit=unspecified
2013: 宣传月(5月20日至6月20日)期间 → start=2013-05-20 due=2013-06-20
2018: 2018.3.15-2018.5.15 自查自纠 → start=2018-03-15 due=2018-05-15
2021: 11月-次年3月 冬春季攻坚 → start=2021-11-01 due=2022-03-31
2010: 比赛时间:十月十八日至二十日 → start=2010-10-18 due=2010-10-20
2016: 6月5日 世界环境日主场活动 → on=2016-06-05
2022: 2022年9月1日起执行新标准 → start=2022-09-01
2018: 发现问题立即整改 → immediate=true
2018: 贯穿活动始终 → ongoing=true
"""
NOTHING_J = """
渝环〔2018〕133号
根据第三十七条规定
覆盖12个乡镇、146个村
《关于做好2019年工作的通知》
浓度下降15.3%
身份证号码32050119800101001X
GB 3095-2012
传真:025-83590000
获得第三名
PM10为62微克
每人发放200元
国务院令第682号
全长42.5公里
"""
BATCH_K = r"""
2019: 每年汛期前开展一次全面检查 → every=year
2021: 每逢节假日前开展安全检查 → -
2018: 日报每天20时前、周报每周日20时前报送 → every=day time=20:00
2014: 每月1至5日集中受理申请 → every=month days=1,5
2020: 按月于次月10日前报送 → every=month day=10 offset_months=1
2020: 每月10日前(节假日顺延)报送 → every=month day=10
1979: 每月上、下旬各报一次 → every=month
2005: 一、四、七、十月的十日前报送上季情况 → dues=2005-01-10,2005-04-10,2005-07-10,2005-10-10
2019: 每季度第三个月的25日前 → every=quarter month_of_period=3 day=25
2021: 月报每月3日前报上月数据,1月份免报 → every=month day=3 skip_months=1
2016: 每周二下午为学习日 → every=week weekday=2
2019: 单周周五下午开展集中学习 → every=week interval=2 weekday=5
2018: 每个月的最后一个工作日下班前 → every=month workday=-1
2022: 至少每半月开展1次 → every=half_month
2021: 事发后半小时内电话报告 → after=事发 minutes=30 unit=calendar
2021: 收到《整改通知》后,责任单位须于5个工作日内反馈 → after=收到《整改通知》 days=5 unit=workday
2020: 自取得营业执照之日起30日内 → after=取得营业执照 days=30 unit=unspecified
2018: 验收合格之日起5个工作日内,向社会公开 → after=验收合格 days=5 unit=workday
2015: 评审会结束后的次日起3个工作日内 → after=评审会结束 days=3 unit=workday from_next_day=true
2019: 有关情况在3日内书面报告 → after=null days=3 unit=unspecified
2013: 距考试开始前30分钟入场 → before=考试开始 minutes=30 unit=calendar
2022: 合同期满前三个月提出续签 → before=合同期满 months=3 unit=unspecified
2017: 省厅批复下达10日内转发 → after=省厅批复下达 days=10 unit=unspecified
2020: 案件移送后,受移送机关应自接受之日起3日内立案 → after=接受 days=3 unit=unspecified
"""
NOTHING_K = """
修订后,全文共8章56条
三年来,全市累计投入资金5亿元
演练后,各组评分90分以上
会后,共收集意见建议36条
"""


@pytest.mark.parametrize("row", rows(BATCH_I + BATCH_J + BATCH_K), ids=lambda row: row[0])
def test_one_more_fresh_clause_is_read(row: Row) -> None:
    clause, year, expected = row
    printed = times(clause, year)
    assert is_right(expected, printed), printed


@pytest.mark.parametrize("clause", (NOTHING_I + NOTHING_J + NOTHING_K).strip().split("\n"))
def test_one_more_lookalike_is_left_alone(clause: str) -> None:
    assert not clause or times(clause, 2018) == []
