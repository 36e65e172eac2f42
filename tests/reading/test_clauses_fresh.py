"""Clauses written after the reader, each batch before it was run: plans, statistics, schools, hotlines, old papers."""

# ruff: noqa: E501 (a clause and its form stand on one line)

import pytest

from tests.support.clause_score import is_right, times
from tests.support.clause_tables import Row, rows

BATCH_A = r"""
2021: 各县区于每季度末25日前将推进情况报市政务公开办 → every=quarter month_of_period=3 day=25
2021: 3月底前公布本年度重大行政决策事项目录 → due=2021-03-31
2021: 牵头单位:市发改委;完成时限:2021年6月底前 → due=2021-06-30
2021: 市教育局\n|\n7月底前 → due=2021-07-31
2021: 持续推进,年底前取得明显成效 → due=2021-12-31
2021: 10月底前公开整改落实情况,并长期坚持 → due=2021-10-31
2022: 每年1月31日前公布上一年度政府信息公开工作年度报告 → every=year month=1 day=31
2022: 政府网站年度报表应于次年1月31日前发布 → every=year month=1 day=31 offset_years=1
2022: 文件印发后3个工作日内同步上传解读材料 → after=文件印发 days=3 unit=workday
2022: 政策性文件自签发之日起3个工作日内报送解读方案 → after=签发 days=3 unit=workday
2019: 领导干部每半年至少到联系点调研一次 → every=half_year
2019: 从5月20日至6月30日,实行24小时值班 → start=2019-05-20 due=2019-06-30
2019: 每天早上8点至晚上8点巡查 → every=day times=08:00,20:00
2019: 每日17时前将当日禁烧情况报镇禁烧办 → every=day time=17:00
2019: 禁烧期间实行一日一报,每日下午4:30前上报 → every=day time=16:30
2018: 各乡镇于6月25日前将禁烧工作总结报县禁烧办 → due=2018-06-25
2018: 第一轮督查:5月28日—6月3日 → start=2018-05-28 due=2018-06-03
2018: 督查时间为5月25日—6月15日、9月20日—10月31日 → start=2018-05-25 due=2018-06-15
2007: 各市统计局于月后6日前将电子数据报省局 → every=month day=6 offset_months=1
2007: 年报于次年3月15日前报送 → every=year month=3 day=15 offset_years=1
2007: 季报季后12日前、年报次年2月底前报送 → every=quarter day=12 offset_quarters=1
2018: 月后18日18:00前完成上报 → every=month day=18 time=18:00 offset_months=1
2018: 2-11月月后10日前独立自行报送 → every=month day=10 offset_months=1 months=2,11
2018: 调查单位网上填报:次年3月10日24时前 → every=year month=3 day=10 offset_years=1 time=24:00
2018: 2、5、8、11月25日前上报 → dues=2018-02-25,2018-05-25,2018-08-25,2018-11-25
2018: 每季度第二个月8日前 → every=quarter month_of_period=2 day=8
2018: 季后月10日前 → every=quarter day=10 offset_months=1
2018: 半年后15日内 → every=half_year day=15 offset_months=1
2020: 9月1日(星期二)正式上课 → on=2020-09-01
2020: 8月29日、30日教师报到 → start=2020-08-29 due=2020-08-30
2020: 第一周(8月31日-9月6日) → start=2020-08-31 due=2020-09-06
2020: 11月9日-13日期中考试 → start=2020-11-09 due=2020-11-13
2020: 2021年1月18日至20日期末考试 → start=2021-01-18 due=2021-01-20
2020: 1月25日—2月26日寒假 → start=2020-01-25 due=2020-02-26
2020: 每周二下午第三节后教研组活动 → every=week weekday=2
2020: 每周一升旗仪式 → every=week weekday=1
2020: 每双周周四下午召开班主任例会 → every=week interval=2 weekday=4
2020: 单周周三下午教职工学习 → every=week interval=2 weekday=3
2020: 每学期开学两周内交教学计划 → after=每学期开学 days=14 unit=unspecified
2020: 每月第一周的周一召开行政会 → every=month weekday=1 nth=1
2020: 每月最后一周上报 → every=month week=-1
?: 一般事项自受理之日起5个工作日内办结并回复 → after=受理 days=5 unit=workday
?: 紧急类工单应在2小时内响应 → after=null hours=2 unit=calendar
?: 疑难工单可申请延期,延期不得超过10个工作日 → -
?: 承办单位应在接单后1小时内联系诉求人 → after=接单 hours=1 unit=calendar
?: 退单应于收到工单4小时内提出 → after=收到工单 hours=4 unit=calendar
?: 咨询类1个工作日、投诉类5个工作日内办结 → after=null days=5 unit=workday
?: 应当在期限届满前1个工作日申请延期 → before=期限届满 days=1 unit=workday
?: 办结后次日回访 → after=办结 days=1 unit=unspecified
?: 自办结之日起7日内对服务对象回访 → after=办结 days=7 unit=unspecified
?: 应自该信息形成或变更之日起20个工作日内公开 → after=该信息形成或变更 days=20 unit=workday
?: 部门预算应在财政部门批复后20日内公开 → after=财政部门批复 days=20 unit=unspecified
?: 应当自收到建设项目环境影响报告书之日起六十日内作出审批决定 → after=收到建设项目环境影响报告书 days=60 unit=unspecified
?: 自事故发生之日起30日内补报 → after=事故发生 days=30 unit=unspecified
?: 突发环境事件发生后应在1小时内向所在地县级以上人民政府报告 → after=突发环境事件发生 hours=1 unit=calendar
?: 初步认定为重大事件的,应在两小时内报告 → after=null hours=2 unit=calendar
?: 处理结果报告应在处理完毕后立即上报 → immediate=true
?: 较大以上事件应在获悉后30分钟内电话报告,1小时内书面报告 → after=获悉 minutes=30 unit=calendar
2009: 各县(市)区应于每月3日前将上月整治情况报市整治办 → every=month day=3
2009: 专项行动从4月开始至10月底结束 → start=2009-04-01 due=2009-10-31
2009: 4月上旬至5月中旬为自查阶段 → start=2009-04-01 due=2009-05-20
2009: 于11月5日前书面报送工作总结 → due=2009-11-05
2009: 二〇〇九年三月二十日 → on=2009-03-20
1956: 希于五月十五日以前将报告送部 → due=1956-05-15
1956: 每旬末电报一次 → every=ten_days end=true
1956: 每月终了后五日内寄出 → every=month day=5 offset_months=1
1956: 每季终了后十日内 → every=quarter day=10 offset_quarters=1
1956: 年度终了后一个月内编报决算 → after=年度终了 months=1 unit=unspecified
1956: 自三月一日起试行 → start=1956-03-01
2012: 請各校於6月15日(五)前完成線上填報 → due=2012-06-15
2012: 報名自即日起至10月5日止 → start=doc_date due=2012-10-05
2012: 活動時間:10月20日(六)上午9時至12時 → on=2012-10-20 time=09:00
2012: 每學期初召開 → every=term
2023: 公示期为2023年5月8日至5月12日(5个工作日) → start=2023-05-08 due=2023-05-12
2023: 申报时间:即日起至2023年9月15日17:00 → start=doc_date due=2023-09-15 time=17:00
2023: 评审结果于11月中下旬公布 → start=2023-11-11 due=2023-11-30
2023: 纸质材料请于9月20日前寄达(以邮戳日期为准) → due=2023-09-20
2023: 10:00-10:30 | 领导致辞 → -
2023: 6月28日 | 09:00-09:20 | 开幕式 → on=2023-06-28
2023: 每年“6·5”环境日期间开展 → every=year
2023: 全年全时段全区域禁烧 → ongoing=true start=2023-01-01 due=2023-12-31
2023: 巡河频次:区级总河长每半年不少于1次 → every=half_year
2023: 汛期(5月1日至9月30日)每周不少于1次 → start=2023-05-01 due=2023-09-30
2023: 各级河长每月巡河,并于次月5日前报送巡河记录 → every=month day=5 offset_months=1
2023: 按季度调度、半年通报、年终考核 → every=quarter
2023: 2023年—2025年 → start=2023-01-01 due=2025-12-31
2023: 2023年1月至12月 → start=2023-01-01 due=2023-12-31
2023: 力争用三年时间,到2025年底前完成 → due=2025-12-31
2023: 2023年三季度末完成 → due=2023-09-30
2023: 第二季度末 → due=2023-06-30
2023: 国务院令第711号 → -
2023: 依据《政府信息公开条例》(2019年4月3日修订)第五十条 → -
2023: (2023)苏0508民初1234号 → -
2023: 发改环资〔2023〕178号文 → -
2023: 咨询电话:0512-67068888转8012 → -
2023: 建设项目代码2303-320505-89-01-123456 → -
2023: 执行《GB 18918-2002》一级A标准 → -
2023: “一河一策”“一企一档” → -
2023: 落实“三同时”制度 → -
2023: 打好三大保卫战 → -
2023: 3.0版 → -
2023: 占地12亩 → -
2023: 扣2分/次 → -
2023: 24小时内随机抽检合格率 → after=null hours=24 unit=calendar
2023: 近三个月来 → -
2023: 较上年提高1.2个百分点 → -
2023: 累计减排二氧化硫3.5万吨 → -
2023: 第三届理事会第二次会议 → -
2023: 5·12防灾减灾日 → -
2023: “七五”普法 → -
2023: 本届任期2021-2026年 → -
"""

BATCH_B = r"""
2020: 意见函复请在3月16日下班前回传 → due=2020-03-16
2020: 稿件最晚6月1日交齐 → due=2020-06-01
2020: 名单迟至4月3日中午前报来 → due=2020-04-03 time=12:00
2020: 作品收到10月10日为止 → due=2020-10-10
2020: 复核截止2020年8月28日24时 → due=2020-08-28 time=24:00
2020: 台账11月30日以前建好 → due=2020-11-30
2020: 缴费至9月5日17:30止 → due=2020-09-05 time=17:30
2020: 两表分别于1月15日、7月15日前寄出 → dues=2020-01-15,2020-07-15
2020: 自评于六月中旬以前做完 → due=2020-06-20
2020: 到本年底,村村通达 → due=2020-12-31
2020: 2020年三季度前搬完 → due=2020-09-30
2020: 确保国庆节前开园 → due=2020-09-30
2020: 元旦春节前后严查 → -
2020: 第一批名单3月,第二批9月底前公布 → due=2020-09-30
2020: 整改销号时限 2020年12月 → due=2020-12-31
2020: 试点期两年(2020年7月—2022年6月) → start=2020-07-01 due=2022-06-30
2020: 秋冬季(10月至次年3月)加密巡查 → start=2020-10-01 due=2021-03-31
2020: 今冬明春(2020年11月至2021年4月) → start=2020-11-01 due=2021-04-30
2020: 错峰自11月15日至翌年3月15日 → start=2020-11-15 due=2021-03-15
2020: 开放日6月5至7日 → start=2020-06-05 due=2020-06-07
2020: 比赛5.20-5.28 → start=2020-05-20 due=2020-05-28
2020: 排查:4.1—4.30;整治:5.1—8.31 → start=2020-05-01 due=2020-08-31
2020: 布展(2020.9.1—2020.9.10) → start=2020-09-01 due=2020-09-10
2020: 20200901-20201031 → start=2020-09-01 due=2020-10-31
2020: 集中夜查:7、8、9月 → start=2020-07-01 due=2020-09-30
2020: 下半年第三、四季度各查一轮 → start=2020-07-01 due=2020-12-31
2020: 9月上旬—10月中旬比武 → start=2020-09-01 due=2020-10-20
2020: 5月中旬起陆续公布 → start=2020-05-11
2020: 新表自2020年1月1日启用 → start=2020-01-01
2020: 由7月1日起改在窗口受理 → start=2020-07-01
2020: 2020年5月6日 星期三 → on=2020-05-06
2020: 开标 2020年5月6日9时00分(北京时间) → on=2020-05-06 time=09:00
2020: 评审会5月6日下午三点 → on=2020-05-06 time=15:00
2020: 座谈会定在5月6日晚间7时半 → on=2020-05-06 time=19:30
2020: 巡演5月8、15、22日 → on=2020-05-08
2020: 各村情况每周四上午12点前报镇 → every=week weekday=4 time=12:00
2020: 周报于每周日20:00前发群 → every=week weekday=7 time=20:00
2020: 汇总表逢周一、周四报 → every=week weekday=1 & every=week weekday=4
2020: 例会两周开一次 → every=week interval=2
2020: 每两周的周三碰头 → every=week interval=2 weekday=3
2020: 督导半月一轮 → every=half_month
2020: 月调度、季通报 → every=month
2020: 双月5日出刊 → every=month parity=even day=5
2020: 值班表每月最末一日前排好 → every=month end=true
2020: 每月末3个工作日内对账 → every=month end=true
2020: 每月第二个星期三接访 → every=month weekday=3 nth=2
2020: 每月1日至5日申报 → every=month days=1,5
2020: 税款每月15日内缴清 → every=month day=15
2020: 每月的最后一个星期五大扫除 → every=month weekday=5 nth=-1
2020: 进度逐月于25日前填 → every=month day=25
2020: 按月(每月3日前)填报 → every=month day=3
2020: 上月报表下月8日前送达 → every=month day=8 offset_months=1
2020: 月度终了后8日内报出 → every=month day=8 offset_months=1
2020: 月终后6天内报出 → every=month day=6 offset_months=1
2020: 季度终了后20日内公示 → every=quarter day=20 offset_quarters=1
2020: 每季首月5日前下达 → every=quarter month_of_period=1 day=5
2020: 各季度末月20日盘点 → every=quarter month_of_period=3 day=20
2020: 每季度结束后的次月15日前报 → every=quarter day=15 offset_months=1
2020: 每季度末最后一周 → every=quarter end=true
2020: 每半年结束后15日内 → every=half_year day=15 offset_months=1
2020: 半年报7月20日前 → due=2020-07-20
2020: 每年春秋两季各一次 → every=year
2020: 每年年初公布计划 → every=year month=1 day=1
2020: 每年4月、10月组织复查 → every=year month=4 & every=year month=10
2020: 每年3月15日至5月31日为春防期 → every=year start=2020-03-15 due=2020-05-31
2020: 每年10月至来年4月防火 → every=year months=10,4
2020: 每年12月20日前报本年总结 → every=year month=12 day=20
2020: 每年9月第三个星期六 → every=year month=9
2020: 每年汛期前排查 → every=year
2020: 每年二季度、四季度 → every=year quarter=2 start=2020-04-01 due=2020-06-30 & every=year quarter=4 start=2020-10-01 due=2020-12-31
2020: 三年一换届 → -
2020: 每3年复审 → every=year interval=3
2020: 每学年末考核 → every=year end=true
2020: 每学期期末前交 → every=term end=true
2020: 每天三次消毒 → every=day
2020: 每日早8时、晚8时各报一次 → every=day times=08:00,20:00
2020: 疫情日报每天16点截止 → every=day time=16:00
2020: 工作日每天 → every=day
2020: 每4小时续报 → every=hour interval=4
?: 打捞自险情解除之日起10日内清算 → after=险情解除 days=10 unit=unspecified
?: 领导批示件接件当日办 → after=接件 days=0 unit=unspecified
?: 回执于收文次日寄回 → after=收文 days=1 unit=unspecified
?: 单位在收到整改通知书15日内书面回复 → after=收到整改通知书 days=15 unit=unspecified
?: 督办件限5日办结 → after=null days=5 unit=unspecified
?: 退稿一个月后自理 → after=null months=1 unit=unspecified
?: 公示不少于5个工作日 → -
?: 变更后10天以内备案 → after=变更 days=10 unit=unspecified
?: 检查前24小时通知 → before=检查 hours=24 unit=calendar
?: 开会前一天发材料 → before=开会 days=1 unit=unspecified
?: 会议前两日送审 → before=会议 days=2 unit=unspecified
?: 有效期满前六个月换证 → before=有效期满 months=6 unit=unspecified
?: 应于合同到期前1个月续签 → before=合同到期 months=1 unit=unspecified
?: 提前一周报计划 → before=null days=7 unit=unspecified
?: 活动开始前报备 → before=活动开始 days=0 unit=unspecified
?: 文件正式印发前须合法性审查 → before=文件正式印发 days=0 unit=unspecified
?: 规划批准后15个工作日内公布 → after=规划批准 days=15 unit=workday
?: 自批准之日起三十个工作日内 → after=批准 days=30 unit=workday
?: 逾期30日未报的 → -
?: 文件生成后即时公开 → immediate=true
?: 政策发布后同步解读 → -
?: 从发现到上报不超过30分钟 → -
?: 收悉后48小时之内给答复 → after=收悉 hours=48 unit=calendar
?: 受理后,7个工作日内组织勘查 → after=受理 days=7 unit=workday
?: 长期抓、抓长期 → ongoing=true
?: 全天候 → -
?: 常抓不懈 → ongoing=true
?: 时限:长期 → ongoing=true
?: 贯穿始终 → ongoing=true
?: 及时 → -
?: 适时 → -
"""


@pytest.mark.parametrize("row", rows(BATCH_A + BATCH_B), ids=lambda row: row[0])
def test_a_fresh_clause_is_read(row: Row) -> None:
    clause, year, expected = row
    printed = times(clause, year)
    assert is_right(expected, printed), printed
