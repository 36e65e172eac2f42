"""Clauses written after the reader, each batch before it was run: plans, statistics, schools, hotlines, old papers.

Read right at the first run: A 100/111, B 92/110 and D 95/110 (odd wordings on purpose), C 84/90, E 81/82, F 75/82,
G 40/40, H 47/48; look-alikes left alone: C 95/96, E 62/64, G 40/41, H 44/44. What failed was then taught.
"""

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
1956: 每旬末电报一次 → every=day interval=10
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
2020: 元旦春节前后严查 → start=2021-01-01 due=2021-02-12
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
2020: 月调度、季通报 → every=month & every=quarter
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
2020: 每年9月第三个星期六 → every=year month=9 weekday=6 nth=3
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

BATCH_C = r"""
2018: 请各科室务必在12月15日前将年度工作总结(电子版)发至局办邮箱 → due=2018-12-15
2018: 县直各单位\n|\n2018年6月底前\n| → due=2018-06-30
2018: 12月31日 → on=2018-12-31
2018: 2018年12月底前完成,2019年起常态化 → due=2018-12-31
2018: 2018年底前建成区全部开工,2020年底前完工 → due=2020-12-31
2018: 2019年2月1日前报送2018年度工作报告 → due=2019-02-01
2018: 材料报送时限:4月27日(周五)17时前 → due=2018-04-27 time=17:00
2018: 于六月二十日(星期三)前函复 → due=2018-06-20
2018: 9月28日上午下班前 → due=2018-09-28
2018: 截稿日期为10月31日 → due=2018-10-31
2018: 网上投票3月1日0时开始,3月10日24时结束 → on=2018-03-01 time=00:00
2018: 3月1日至10日每天8:30-17:00受理 → start=2018-03-01 due=2018-03-10
2018: 5月1日至5月31日(工作日) → start=2018-05-01 due=2018-05-31
2018: 时间:5月上、中旬 → start=2018-05-01 due=2018-05-20
2018: 5月上旬、6月下旬各抽查一次 → start=2018-05-01 due=2018-05-10
2018: 3月-5月,9月-11月 → start=2018-03-01 due=2018-05-31
2018: 2月中旬到3月上旬 → start=2018-02-11 due=2018-03-10
2018: 学习教育时间从2018年4月开始,到12月结束 → start=2018-04-01 due=2018-12-31
2018: 自本通知下发之日起至8月底 → start=doc_date due=2018-08-31
2018: 自公告之日起至2018年7月31日 → start=doc_date due=2018-07-31
2018: 本办法自2018年10月1日起施行,有效期五年 → start=2018-10-01
2018: 本规定自公布之日起施行 → start=doc_date
2018: 从发文之日起执行 → start=doc_date
2018: 2018年4月18日,县环保局印发方案 → on=2018-04-18
2018: 二〇一八年四月 → start=2018-04-01 due=2018-04-30
2018: 2018年5月24-25日 → start=2018-05-24 due=2018-05-25
2018: 5月24日(星期四)至25日(星期五) → start=2018-05-24 due=2018-05-25
2018: 5月24日全天 → on=2018-05-24
2018: 5月24日下午15:00 → on=2018-05-24 time=15:00
2018: 每月5号以前上报上个月的数据 → every=month day=5
2018: 每月3日前上报;遇法定节假日顺延 → every=month day=3
2018: 每月20日至25日报送 → every=month days=20,25
2018: 每个月的月底 → every=month end=true
2018: 每月下旬例会 → every=month end=true
2018: 每月至少一次、每次不少于半天 → every=month
2018: 每月10日(节假日顺延)前 → every=month day=10
2018: 每月(次月10日前)公布排名 → every=month day=10 offset_months=1
2018: 每月初5个工作日内 → every=month workday=5
2018: 当月数据于次月6日17时前网上报送 → every=month day=6 offset_months=1 time=17:00
2018: 次月首个工作日报送 → every=month workday=1 offset_months=1
2018: 下一月10日前补报 → every=month day=10 offset_months=1
2018: 季度报表于季后首月12日前报 → every=quarter month_of_period=1 day=12 offset_quarters=1
2018: 每季度末20日前 → every=quarter month_of_period=3 day=20
2018: 每季度第一周 → every=quarter week=1
2018: 分别于每季度末、年末报送 → every=quarter end=true
2018: 每季度、半年、全年各报一次 → every=quarter
2018: 一季度一督查、半年一考核 → every=quarter & every=half_year
2018: 每周五中午12:00前汇总 → every=week weekday=5 time=12:00
2018: 每周六、日轮流值守 → every=week weekday=6 & every=week weekday=7
2018: 周一至周五每天早晚高峰 → every=day
2018: 周报(每周五)、月报(每月28日) → every=month day=28
2018: 每星期三下午两点半 → every=week weekday=3 time=14:30
2018: 每天17:30以前 → every=day time=17:30
2018: 每日9:00、15:00、21:00三次通报 → every=day times=09:00,15:00,21:00
2018: 一天一调度、一周一通报 → every=day & every=week
2018: 日调度、周汇总、月考核 → every=day & every=week & every=month
2018: 每年至少检查两次 → every=year
2018: 每年的6月30日前和12月31日前 → every=year month=6 day=30 & every=year month=12 day=31
2018: 每年1月10日、7月10日前报送半年情况 → every=year month=1 day=10 & every=year month=7 day=10
2018: 每年于5月底前完成汛前检查 → every=year month=5 day=31
2018: 每年第四季度组织述职 → every=year quarter=4 start=2018-10-01 due=2018-12-31
2018: 每逢单数月份 → every=month parity=odd
2018: 年度计划于每年3月上旬前下达 → every=year month=3 day=10
2018: 每年不定期抽查 → every=year
?: 应当在接到通知书之日起10日内提出申辩 → after=接到通知书 days=10 unit=unspecified
?: 应当自作出决定之日起七日内送达当事人 → after=作出决定 days=7 unit=unspecified
?: 建设单位应当在竣工后3个月内验收 → after=竣工 months=3 unit=unspecified
?: 案件调查终结后15日内提出处理意见 → after=案件调查终结 days=15 unit=unspecified
?: 重大案件在作出处罚决定后30日内报上级备案 → after=作出处罚决定 days=30 unit=unspecified
?: 被处罚人自收到之日起六十日内申请复议,六个月内起诉 → after=收到 days=60 unit=unspecified
?: 自移交之日起24小时以内立案 → after=移交 hours=24 unit=calendar
?: 查封期限不得超过三十日 → -
?: 情况复杂的可延长三十日 → -
?: 自立案之日起90日内 → after=立案 days=90 unit=unspecified
?: 督察反馈后1个月内报整改方案 → after=督察反馈 months=1 unit=unspecified
?: 信访件转办后10天内反馈 → after=信访件转办 days=10 unit=unspecified
?: 举办培训班结束一周内 → after=举办培训班结束 days=7 unit=unspecified
?: 会后两天内出简报 → after=会 days=2 unit=unspecified
?: 年度考核结果公布后五个工作日内可申诉 → after=年度考核结果公布 days=5 unit=workday
?: 每次检查后3日内上传 → after=每次检查 days=3 unit=unspecified
?: 活动结束3日内报送简讯 → after=活动结束 days=3 unit=unspecified
?: 每季度结束之日起10日内 → after=每季度结束 days=10 unit=unspecified
?: 于到期次日发出催办通知 → after=到期 days=1 unit=unspecified
?: 自收到次日起13个工作日内办结 → after=收到 days=13 unit=workday from_next_day=true
?: 特急件即收即办 → immediate=true
?: 发现问题立即整改 → immediate=true
?: 边查边改、立行立改 → immediate=true
?: 牵头部门:各科室;时限:持续 → ongoing=true
?: 常态推进 → ongoing=true
?: 长期坚持,不断完善 → ongoing=true
"""
NOTHING_C = r"""
苏府规字〔2012〕3号
环发[2014]197号文件
〔2018〕第12号
京政发〔2018〕22号印发的三年行动计划
2018年第3次常务会议
市政府第25次常务会
市委十二届五次全会
根据刑法第三百三十八条
《条例》第二十一条第一款第五项
“大气十条”
“水十条”
按照“五个一”要求
“1+3+N”体系
“4·22”世界地球日
“5·22”国际生物多样性日
“12·26”案
2017年全市生态环境质量公报
2018年工作要点
2017-2018年秋冬季攻坚方案
2018年度环境执法大练兵实施方案
十四五规划纲要
2035年远景目标
新中国成立70周年
改革开放40年
连续五年荣获
本人从事环保工作二十余年
三年以上工作经验
大专以上学历,45周岁以下
1975年生
1980年出生,2003年参加工作
编号:2018-032
档案号2018-15-3
车牌苏E12345
工号20180015
会议室:行政中心3号楼201
共3个附件
附件2、3
第1、2项
表1-2
A类5个,B类3个
100元/人
每吨800元
2公顷
pH 6.5-8.5
pH值6.5-8.5
COD≤50mg/L
噪声65分贝
浓度35微克/立方米
同比下降12.3%
较2015年下降18%
一季度空气优良率同比提高5个百分点
2018年上半年GDP增长6.8%
去年同期
上年度结转
历年
多年来
五年来
五年以来
三天三夜
百年大计
一年之计在于春
365天
每平方米
日处理能力5万吨
年产10万吨
月产量
年排放量
时速60公里
4小时车程
保质期12个月
质保期2年
学制三年
三个月试用期
刑期五年
服务期不少于3年
公示期5天
工期60日历天
有效期三年
自然人
天数
星级
一日
年年
天天
日日
某年某月某日
×年×月×日
  年  月  日
20xx年
____年__月__日
电话:68123456
群号123456789
手机:138 1234 5678
0512-6512 3456
邮箱abc2018@163.com
网址http://www.2018.gov.cn/2018-05/24/content.htm
"""

BATCH_D = r"""
1953: 應於每季終了後十五日內報部 → every=quarter day=15 offset_quarters=1
1953: 自一九五三年一月份起按月填報 → every=month start=1953-01-01
1953: 限於本年六月底以前辦竣 → due=1953-06-30
1953: 每半年彙報一次 → every=half_year
1953: 務須於十一月十五日前報到本部 → due=1953-11-15
1953: 一九五三年十二月卅一日 → on=1953-12-31
1953: 文到十日內具報 → after=文到 days=10 unit=unspecified
1953: 每旬逢五、十日報告 → every=day interval=10
1953: 自文到之日起實行 → start=doc_date
1953: 兩週內報核 → after=null days=14 unit=unspecified
1964: 一、四、七、十月的十日前 → dues=1964-01-10,1964-04-10,1964-07-10,1964-10-10
1964: 每年夏收、秋收后各统计一次 → every=year
1982: 八二年三月底前 → due=1982-03-31
1982: 一九八二年第四季度 → start=1982-10-01 due=1982-12-31
2003: 2003年10月8日—12月8日 → start=2003-10-08 due=2003-12-08
2003: ２００３年９月１５日至１１月３０日 → start=2003-09-15 due=2003-11-30
2003: 二ＯＯ三年六月五日 → on=2003-06-05
2003: 二00三年七月 → start=2003-07-01 due=2003-07-31
2003: 二零零三年十一月十一日 → on=2003-11-11
2003: 二○○三年十二月二日 → on=2003-12-02
2003: 2 0 0 3 年 6 月 5 日 → on=2003-06-05
2011: 2011 年12 月 31 日前 → due=2011-12-31
2011: 11月\n30日\n前 → due=2011-11-30
2011: 责任单位：市环保局\n完成时间：\n2011年10月 → start=2011-10-01 due=2011-10-31
2011: 序号 | 任务 | 时限\n3 | 印发方案 | 5月10日 → on=2011-05-10
2011: 表彰 | 12月 | 组织科 → start=2011-12-01 due=2011-12-31
2011: 5\n\n6月20日前\n\n各镇 → due=2011-06-20
2011: 环保局 财政局\t2011年底 → due=2011-12-31
2011: 2011年4月31日前 → due=2011-04-30
2011: 20111115日前 → due=2011-11-15
2011: 2011年11月31日 → on=2011-11-30
2011: 2011.11.15日前 → due=2011-11-15
2011: 2011-11-15 09:00 → on=2011-11-15 time=09:00
2011: 11月15日 9：00 → on=2011-11-15 time=09:00
2011: 11月15日上午8∶30 → on=2011-11-15 time=08:30
2011: 11月15日(周二)14：30－17：00 → on=2011-11-15 time=14:30
2011: 6月1日、2日、3日 → start=2011-06-01 due=2011-06-03
2011: 6月1-3日、8-10日 → start=2011-06-01 due=2011-06-03
2011: 6月7日和6月8日 → start=2011-06-07 due=2011-06-08
2011: 4、5月份 → start=2011-04-01 due=2011-05-31
2011: 四至六月 → start=2011-04-01 due=2011-06-30
2011: 四—六月份 → start=2011-04-01 due=2011-06-30
2011: 十月十五日至三十一日 → start=2011-10-15 due=2011-10-31
2011: 十月十五至三十一日 → start=2011-10-15 due=2011-10-31
2011: 3月5日~15日 → start=2011-03-05 due=2011-03-15
2011: 3月5日─3月15日 → start=2011-03-05 due=2011-03-15
2011: 3月5日ー15日 → start=2011-03-05 due=2011-03-15
2011: 3月一5月 → start=2011-03-01 due=2011-05-31
2011: 2011年3月一2011年5月 → start=2011-03-01 due=2011-05-31
2011: 自2011年6月起至2012年6月止 → start=2011-06-01 due=2012-06-30
2011: 2011年6月-2012年6月 → start=2011-06-01 due=2012-06-30
2011: 2011年第三季度至2012年第一季度 → start=2011-07-01 due=2012-03-31
2011: 2011年下半年至2012年上半年 → start=2011-07-01 due=2012-06-30
2011: 上半年至三季度末 → start=2011-01-01 due=2011-09-30
2011: 2011年7月底至8月初 → start=2011-07-31 due=2011-08-01
2011: 从2011年初到2012年底 → start=2011-01-01 due=2012-12-31
2011: 2011年年中评估 → on=2011-06-30
2011: 6月15日左右 → on=2011-06-15
2011: 大约在11月中旬 → start=2011-11-11 due=2011-11-20
2011: 中秋节前后加强检查 → on=2011-09-12
2011: 国庆期间值班 → start=2011-10-01 due=2011-10-07
2011: 世界环境日前完成 → due=2011-06-04
2011: “六五”世界环境日前公布 → due=2011-06-04
2011: 12月4日前后 → on=2011-12-04
2011: 每年春节前 → every=year
2011: 每年“五一”、“十一”前 → every=year month=4 day=30 & every=year month=9 day=30
2011: 于每年3月、9月开展"回头看" → every=year month=3 & every=year month=9
2011: 每年的1月、4月、7月、10月的10日前 → every=year month=1 day=10 & every=year month=4 day=10 & every=year month=7 day=10 & every=year month=10 day=10
2011: 每月8、18、28日 → every=month days=8,18,28
2011: 每月1号和15号 → every=month days=1,15
2011: 每月10日至15日之间 → every=month days=10,15
2011: 每月的前三个工作日内 → every=month workday=3
2011: 每月倒数第二个工作日 → every=month workday=-2
2011: 每月第2个工作日下班前 → every=month workday=2
2011: 次月5个工作日内 → every=month workday=5 offset_months=1
2011: 每週三下午4點前 → every=week weekday=3 time=16:00
2011: 每星期五 → every=week weekday=5
2011: 星期五前 → every=week weekday=5
2011: 每周五(遇节假日提前) → every=week weekday=5
2011: 每周1次 → every=week
2011: 每周 1 次 → every=week
2011: 每周一、三、五上午 → every=week weekday=1 & every=week weekday=3 & every=week weekday=5
2011: 每周一至周五 → every=week weekday=1 & every=week weekday=2 & every=week weekday=3 & every=week weekday=4 & every=week weekday=5
2011: 毎月5日前 → every=month day=5
2011: 每个工作日17:00前 → every=day time=17:00
2011: 每日上午十时前 → every=day time=10:00
2011: 每天下午四时半前 → every=day time=16:30
2011: 每晚8点前 → every=day time=20:00
2011: 每早8点 → every=day time=08:00
2011: 每天晚上24点 → every=day time=24:00
2011: 每十天报一次 → every=day interval=10
2011: 每季度(3、6、9、12月)25日前 → every=quarter month_of_period=3 day=25
2011: 3、6、9、12月底前各报一次 → dues=2011-03-31,2011-06-30,2011-09-30,2011-12-31
2011: 每两个月的25日前 → every=month interval=2 day=25
2011: 偶数月20日前 → every=month parity=even day=20
2011: 单月的10日 → every=month parity=odd day=10
?: 应当自收到申请之日起当场或者5个工作日内 → after=收到申请 days=5 unit=workday
?: 自交办之日起一般7天、最长15天内办结 → after=交办 days=7 unit=unspecified
?: 5日之内报送 → after=null days=5 unit=unspecified
?: 半天内 → after=null hours=12 unit=calendar
?: 一个半月内 → after=null days=45 unit=unspecified
?: 四十八小时内 → after=null hours=48 unit=calendar
?: 立案后六个月内 → after=立案 months=6 unit=unspecified
?: 任务下达后第二天 → after=任务下达 days=1 unit=unspecified
?: 检查结束后的三天内 → after=检查结束 days=3 unit=unspecified
?: 收到交办单当天 → after=收到交办单 days=0 unit=unspecified
?: 发生舆情的当日 → after=发生舆情 days=0 unit=unspecified
?: 期满前15天 → before=期满 days=15 unit=unspecified
?: 离校前一周 → before=离校 days=7 unit=unspecified
?: 会议召开的前一天 → before=会议召开 days=1 unit=unspecified
"""

BATCH_E = r"""
2016: 各县(市、区)5月15日前完成自查 → due=2016-05-15
2016: 省级抽查放在7月上旬 → start=2016-07-01 due=2016-07-10
2016: 6月30日前要全部到位 → due=2016-06-30
2016: 推荐名单10月20日前盖章寄送省厅 → due=2016-10-20
2016: 每月25日报送调度表 → every=month day=25
2016: 季度小结每季度末报来 → every=quarter end=true
2016: 半年总结7月5日前、全年总结12月5日前上报 → dues=2016-07-05,2016-12-05
2016: 从6月份开始,每月10日前上报 → every=month day=10 start=2016-06-01
2016: 整治期:2016年6月至9月 → start=2016-06-01 due=2016-09-30
2016: 巩固期(10月—12月) → start=2016-10-01 due=2016-12-31
2016: 本次行动自4月1日启动,9月30日结束 → start=2016-04-01
2016: 新办法2016年7月1日起执行 → start=2016-07-01
2016: 会期6月21日至22日,20日下午报到 → start=2016-06-21 due=2016-06-22
2016: 报到时间:6月20日14:00—18:00 → on=2016-06-20 time=14:00
2016: 请参会人员于6月20日18时前报到 → due=2016-06-20 time=18:00
2016: 2016年底全面实现联网 → due=2016-12-31
2016: “十三五”末,即2020年底前达标 → due=2020-12-31
2016: 2017年完成改造 → start=2017-01-01 due=2017-12-31
2016: 到2018年完成改造 → due=2018-12-31
2016: 力争2017年6月底前并网 → due=2017-06-30
2016: 2016-2018年 → start=2016-01-01 due=2018-12-31
2016: 第四季度组织考评 → start=2016-10-01 due=2016-12-31
2016: 二季度末前报备 → due=2016-06-30
2016: 上半年摸底,下半年整治 → start=2016-01-01 due=2016-06-30
2016: 每年上半年、下半年各一次 → every=year half=1 start=2016-01-01 due=2016-06-30 & every=year half=2 start=2016-07-01 due=2016-12-31
2016: 每年3月和9月 → every=year month=3 & every=year month=9
2016: 每年一季度报上年度情况 → every=year quarter=1 start=2016-01-01 due=2016-03-31
2016: 每年6月5日前后集中宣传 → every=year month=6 day=5
2016: 每年5月31日前,报送上年度核查表 → every=year month=5 day=31
2016: 每年至少一次 → every=year
2016: 每半年一次,6月底、12月底前 → every=half_year
2016: 每周二、五巡查 → every=week weekday=2 & every=week weekday=5
2016: 每周五16:00前网上填报 → every=week weekday=5 time=16:00
2016: 每周一早上例会 → every=week weekday=1
2016: 每周更新 → every=week
2016: 每两周更新一次 → every=week interval=2
2016: 每天上报 → every=day
2016: 每日一报 → every=day
2016: 每日上午9时、下午5时前 → every=day times=09:00,17:00
2016: 每月一通报、每季一排名 → every=month
2016: 每月通报、季度约谈 → every=month
2016: 每月最后一个星期 → every=month week=-1
2016: 每月最后1个工作日 → every=month workday=-1
2016: 每月15日、30日 → every=month days=15,30
2016: 隔月5日前 → every=month interval=2 day=5
2016: 次月7日前 → every=month day=7 offset_months=1
2016: 季后8日前 → every=quarter day=8 offset_quarters=1
2016: 每季度次月15日前 → every=quarter day=15 offset_months=1
2016: 次年3月底前 → every=year month=3 day=31 offset_years=1
2016: 次年1月20日前报年报 → every=year month=1 day=20 offset_years=1
2016: 月后4日前(免报1月) → every=month day=4 offset_months=1
2016: 月后7日12:00前 → every=month day=7 offset_months=1 time=12:00
2016: 3月-12月,月后5日前 → every=month day=5 offset_months=1
2016: 每学期开学初 → every=term
2016: 每学期第二周 → every=term
?: 收到举报之日起15日内办结 → after=收到举报 days=15 unit=unspecified
?: 自接到投诉之日起7日内处理 → after=接到投诉 days=7 unit=unspecified
?: 受理之日起20个工作日 → after=受理 days=20 unit=workday
?: 受理后60日内作出决定 → after=受理 days=60 unit=unspecified
?: 合同签订后7个工作日内 → after=合同签订 days=7 unit=workday
?: 批复后20个工作日内向社会公开 → after=批复 days=20 unit=workday
?: 预算批复后二十日内 → after=预算批复 days=20 unit=unspecified
?: 事件处置完成后7日内报总结 → after=事件处置完成 days=7 unit=unspecified
?: 发生事故1小时内报告 → after=发生事故 hours=1 unit=calendar
?: 事发后半小时内口头报 → after=事发 minutes=30 unit=calendar
?: 接报后15分钟内 → after=接报 minutes=15 unit=calendar
?: 24小时内续报 → after=null hours=24 unit=calendar
?: 当日17:00前 → after=null days=0 unit=unspecified time=17:00
?: 会议结束当天 → after=会议结束 days=0 unit=unspecified
?: 提前15日公告 → before=null days=15 unit=unspecified
?: 召开7日前通知 → before=召开 days=7 unit=unspecified
?: 考试前3天 → before=考试 days=3 unit=unspecified
?: 投产前办理 → before=投产 days=0 unit=unspecified
?: 应在时限届满前2日申请延期 → before=时限届满 days=2 unit=unspecified
?: 3月底前 → due=--03-31
?: 每年年底 → every=year end=true
?: 2019年5月—12月 → start=2019-05-01 due=2019-12-31
?: 6月1日起 → start=--06-01
?: 上半年 → start=--01-01 due=--06-30
?: 全年 → ongoing=true
?: 长期 → ongoing=true
?: 立即 → immediate=true
"""
NOTHING_E = r"""
〔2016〕17号
沪环保总〔2016〕92号
国家税务总局公告2016年第23号
(2016)第8号
发改价格规〔2016〕1号
第三十八条第二款
第十二届全国人大常委会
第20次局长办公会
第3季
GB/T 9704-2012
HJ/T 373-2007
QQ:12345678
微信号hb2016
邮政编码:215000
联系人:张三,65110000
0512-68321452/68321453
12369热线
96条
得票率80%
满意率达到95%以上
不少于20家
3万元以下罚款
三等功
五好家庭
一镇一策
“两会”
“双11”
“1·15”专案
“五个不准”
2016年度考核结果
2016年预算
《2016年环境执法工作计划》
《“十三五”生态环境保护规划》(国发〔2016〕65号)
2014年修订的环保法
1989年版教材
第2版
v3.0
3×5米
A3纸
1.5兆
500KB以内
28岁
五十岁以上
第一季
二级标准
7人小组
30余次
100多家
5万字
9.5折
1:500地形图
北纬31.5度
3小时续航
4G网络
2+1模式
101-1表
J201-2表
环统基表1-1
附1-2
一、二级保护区
第一、第二名
三四线城市
十三个行业
二十条措施
"""

BATCH_F = r"""
2022: 各地自查报告6月25日前行文上报 → due=2022-06-25
2022: 问题清单随查随报,6月30日前汇总 → due=2022-06-30
2022: 试点总结最迟于11月18日送达 → due=2022-11-18
2022: 网上申报系统10月15日24:00关闭,以此为限 → on=2022-10-15 time=24:00
2022: 答辩PPT须在5月13日(周五)中午12:00前上传 → due=2022-05-13 time=12:00
2022: 结题材料2023年1月6日前交齐 → due=2023-01-06
2022: 入河排污口整治2025年底前基本完成 → due=2025-12-31
2022: 2022年、2023年底前分别完成60%、100% → dues=2022-12-31,2023-12-31
2022: 力争到2035年根本好转 → due=2035-12-31
2022: 到6月底,完成过半 → due=2022-06-30
2022: 到“十四五”末达标 → -
2022: 8月底前反馈,9月10日前整改到位 → due=2022-09-10
2022: 除夕前慰问到户 → due=2022-01-30
2022: 端午前突击检查 → due=2022-06-02
2022: 第一阶段(即日起至4月15日):部署 → start=doc_date due=2022-04-15
2022: 第二阶段:4月16日-6月30日为排查期 → start=2022-04-16 due=2022-06-30
2022: 第三阶段,7月至11月,全面整改 → start=2022-07-01 due=2022-11-30
2022: 第四阶段(2022年12月)总结 → start=2022-12-01 due=2022-12-31
2022: 宣传月:6月 → start=2022-06-01 due=2022-06-30
2022: 低碳日(6月15日)活动 → on=2022-06-15
2022: 节能宣传周6月13日至19日 → start=2022-06-13 due=2022-06-19
2022: 巡察组进驻时间:3月7日—5月6日 → start=2022-03-07 due=2022-05-06
2022: 受理来电时间每天8:00至20:00 → every=day times=08:00,20:00
2022: 培训定于4月下旬 → start=2022-04-21 due=2022-04-30
2022: 考核组12月中旬到各县 → start=2022-12-11 due=2022-12-20
2022: 2022年6月1日施行 → on=2022-06-01
2022: 自2022年6月1日起至2027年5月31日有效 → start=2022-06-01 due=2027-05-31
2022: 旧办法2022年7月1日起废止 → start=2022-07-01
2022: 5月1日零时起禁渔 → start=2022-05-01 time=00:00
2022: 每月月初例会通报 → every=month day=1
2022: 每月8日、18日、28日为接访日 → every=month days=8,18,28
2022: 每月10日17时前报上月报表 → every=month day=10 time=17:00
2022: 每月头五天 → every=month
2022: 台账月清,每月25日锁定 → every=month day=25
2022: 督导组每旬一调度 → every=day interval=10
2022: 责任人每周到现场不少于一次 → every=week
2022: 双周一碰头 → every=week interval=2
2022: 逢双周五下午学习 → every=week interval=2 weekday=5
2022: 周三无会日 → -
2022: 日巡查、周检查、月考评 → every=day & every=week & every=month
2022: 信息专报每两周报一期 → every=week interval=2
2022: 执法数据T+1日报送 → after=T days=1 unit=unspecified
2022: 季调度材料季末月22日前 → every=quarter month_of_period=3 day=22
2022: 每个季度首月15号前 → every=quarter month_of_period=1 day=15
2022: 每季度第2个月10日前 → every=quarter month_of_period=2 day=10
2022: 每季度后10个工作日内公示 → every=quarter workday=10 offset_quarters=1
2022: 半年一调度 → every=half_year
2022: 每半年(6月、12月)体检 → every=half_year
2022: 每年3月31日、9月30日前各公布一次 → every=year month=3 day=31 & every=year month=9 day=30
2022: 每年年末述职 → every=year end=true
2022: 每年7月下旬 → every=year month=7 day=31
2022: 每年1月份 → every=year month=1
2022: 每年第三季度启动 → every=year quarter=3 start=2022-07-01 due=2022-09-30
2022: 从2022年起每年开展一次 → every=year start=2022-01-01
2022: 自2022年第三季度起按季公布 → every=quarter start=2022-07-01
2022: 年度自查每年11月完成 → every=year month=11
2022: 每五年修编 → every=year interval=5
?: 申请人应自收到补正通知之日起十五日内补正 → after=收到补正通知 days=15 unit=unspecified
?: 对公开件,应自作出之日起7个工作日内上网 → after=作出 days=7 unit=workday
?: 自信息变更之日起10日内更新 → after=信息变更 days=10 unit=unspecified
?: 排污单位应于变更后30日内申请变更排污证 → after=变更 days=30 unit=unspecified
?: 许可证届满60日前提出延续 → before=许可证届满 days=60 unit=unspecified
?: 拆除设施15个工作日前备案 → before=拆除设施 days=15 unit=workday
?: 进场前3日书面通知 → before=进场 days=3 unit=unspecified
?: 夜间施工须提前2日公告 → before=null days=2 unit=unspecified
?: 预警发布后1小时内启动 → after=预警发布 hours=1 unit=calendar
?: 预警解除后24小时内报小结 → after=预警解除 hours=24 unit=calendar
?: 任务下达后1周内出方案 → after=任务下达 days=7 unit=unspecified
?: 验收后半个月内归档 → after=验收 days=15 unit=unspecified
?: 案件办结后三个月内立卷归档 → after=案件办结 months=3 unit=unspecified
?: 收到之日即办 → immediate=true
?: 受理当天转办 → after=受理 days=0 unit=unspecified
?: 投诉次日首次反馈 → after=投诉 days=1 unit=unspecified
?: 接访后五日内书面答复 → after=接访 days=5 unit=unspecified
?: 5个工作日内无法办结的 → after=null days=5 unit=workday
?: 检查结束之日起20个工作日内出报告 → after=检查结束 days=20 unit=workday
?: 常年受理 → ongoing=true
?: 长期有效 → ongoing=true
?: 动态管理 → ongoing=true
?: 持续深化 → ongoing=true
?: 发现一起、立即查处一起 → immediate=true
?: 即刻启动 → immediate=true
"""

BATCH_G = r"""
2019: 各乡镇实施方案于4月20日前报县指挥部 → due=2019-04-20
2019: 督查组名单请在9月3日12时前报送 → due=2019-09-03 time=12:00
2019: 4月底前完成“回头看” → due=2019-04-30
2019: 2019年12月25日前形成总结 → due=2019-12-25
2019: 学期结束前上交 → before=学期结束 days=0 unit=unspecified
2019: 11月18日——11月22日 → start=2019-11-18 due=2019-11-22
2019: 2019年11月—2020年1月 → start=2019-11-01 due=2020-01-31
2019: 报名时间10月8日至10月20日16:00 → start=2019-10-08 due=2019-10-20 time=16:00
2019: 值守期:5月20日起至6月20日止 → start=2019-05-20 due=2019-06-20
2019: 第8周(4月15日—4月21日) → start=2019-04-15 due=2019-04-21
2019: 4月18、19日期中测试 → start=2019-04-18 due=2019-04-19
2019: 时间 | 2019年6月3日(周一)19:00 | → on=2019-06-03 time=19:00
2019: 落款 二〇一九年九月十日 → on=2019-09-10
2019: 8月下旬—9月上旬 → start=2019-08-21 due=2019-09-10
2019: 2019年三季度 → start=2019-07-01 due=2019-09-30
2019: 全年开展 → ongoing=true start=2019-01-01 due=2019-12-31
2019: 各科室每月28日前交简报 → every=month day=28
2019: 每月10日前上报、20日前通报 → every=month day=10
2019: 村(社区)每日巡查 → every=day
2019: 每天不少于两次 → every=day
2019: 火情日报每晚20:00前 → every=day time=20:00
2019: 隔周周五例会 → every=week interval=2 weekday=5
2019: 每季度首月5日前报上季情况 → every=quarter month_of_period=1 day=5
2019: 每季第一个月10日前 → every=quarter month_of_period=1 day=10
2019: 每半年首月15日前 → every=half_year month_of_period=1 day=15
2019: 月报于次月8日前报送 → every=month day=8 offset_months=1
2019: 年报次年4月10日前报 → every=year month=4 day=10 offset_years=1
2019: 每年10月底前完成下一年度计划 → every=year month=10 day=31
2019: 每年6月、11月 → every=year month=6 & every=year month=11
2019: 6月5日环境日、8月25日低碳日 → on=2019-06-05
?: 执行中自收件起5个工作日内反馈 → after=收件 days=5 unit=workday
?: 工单签收后30分钟内联系 → after=工单签收 minutes=30 unit=calendar
?: 一般性诉求7日内办结 → after=null days=7 unit=unspecified
?: 情况说明于次日10时前补报 → after=null days=1 unit=unspecified time=10:00
?: 文件废止之日起5个工作日内移出目录 → after=文件废止 days=5 unit=workday
?: 采购合同签订之日起2个工作日内公告 → after=采购合同签订 days=2 unit=workday
?: 公示期满5个工作日内发证 → after=公示期满 days=5 unit=workday
?: 在年度预算批准后一个月内 → after=年度预算批准 months=1 unit=unspecified
?: 放假前检查 → before=放假 days=0 unit=unspecified
?: 会议前3个工作日提交 → before=会议 days=3 unit=workday
"""
NOTHING_G = r"""
川环发〔2019〕9号
渝府办发[2019]88号
第四十五条第(一)项
第二十四次会议
共12项任务
涉及37家企业
完成率98.5%
评为A级
“4+1”工程
“10·1”专案
“三线一单”
2018年销售额
2020年目标
GB 18352.6-2016
DB32/T 3500-2019
热线96310
传真0519-86630000
QQ群:87654321
经度119.9
15人以上
5号楼
A座1201
3台账
四类人员
六大行业
七项措施
八个方面
二十四孝
十佳
第三监督组
1式3份
4K视频
12分制
附表4
见表2-3
1:2.5
2×3米
800兆
48小时核酸
二三产业
第一季度末位
"""

BATCH_H = r"""
2015: 请各单位对照分工,3月25日前拿出细化措施 → due=2015-03-25
2015: 年度报告2015年3月31日前挂网 → due=2015-03-31
2015: 名单报送截止时间:2015年5月8日下午5时 → due=2015-05-08 time=17:00
2015: 相关科室\n\n11月底 → due=2015-11-30
2015: 淘汰黄标车任务2015年底前清零 → due=2015-12-31
2015: 汇演放在“六一”前 → due=2015-05-31
2015: 到2017年,细颗粒物浓度下降 → due=2017-12-31
2015: 2017年前淘汰 → due=2016-12-31
2015: 9月前编完 → due=2015-09-30
2015: 督导从3月10日开始,到3月20日结束 → start=2015-03-10 due=2015-03-20
2015: 3月中旬至4月底,全面摸底 → start=2015-03-11 due=2015-04-30
2015: 5月1日—10月31日为臭氧管控期 → start=2015-05-01 due=2015-10-31
2015: 1月-12月 → start=2015-01-01 due=2015-12-31
2015: 11~12月验收 → start=2015-11-01 due=2015-12-31
2015: (2015.3.10-2015.4.10) → start=2015-03-10 due=2015-04-10
2015: 2015年8月15日-9月15日期间 → start=2015-08-15 due=2015-09-15
2015: 2015年12月至2016年2月 → start=2015-12-01 due=2016-02-29
2015: 7月上旬到8月下旬 → start=2015-07-01 due=2015-08-31
2015: 三季度开展互查 → start=2015-07-01 due=2015-09-30
2015: 自6月15日起实行日报告 → start=2015-06-15
2015: 9月22日无车日 → on=2015-09-22
2015: 二〇一五年元月二十日 → on=2015-01-20
2015: 1月20日(星期二)上午九点整 → on=2015-01-20 time=09:00
2015: 每月2日前报工作台账 → every=month day=2
2015: 每月至少刊发4篇 → every=month
2015: 每季度开展一次,季末报告 → every=quarter
2015: 每周三前 → every=week weekday=3
2015: 每周五17:30前传真至值班室 → every=week weekday=5 time=17:30
2015: 每日18时前 → every=day time=18:00
2015: 每半年通报 → every=half_year
2015: 每年12月10日前申报 → every=year month=12 day=10
2015: 每年1月底前、7月底前 → every=year month=1 day=31 & every=year month=7 day=31
2015: 每年六月 → every=year month=6
2015: 每三个月轮岗 → every=month interval=3
2015: 每四年换届 → every=year interval=4
2015: 月后12日前报送(2月免报) → every=month day=12 offset_months=1 skip_months=2
2015: 季后20日前(四季度免报) → every=quarter day=20 offset_quarters=1 skip_quarters=4
?: 自发现之时起2小时内速报 → after=发现 hours=2 unit=calendar
?: 自行政处罚决定书送达之日起十五日内缴款 → after=行政处罚决定书送达 days=15 unit=unspecified
?: 审计结束后两个月内整改 → after=审计结束 months=2 unit=unspecified
?: 意见征集不少于30日 → -
?: 听证七日前告知 → before=听证 days=7 unit=unspecified
?: 到期前30天续期 → before=到期 days=30 unit=unspecified
?: 12小时内书面补报 → after=null hours=12 unit=calendar
?: 收到移送函后当日登记 → after=收到移送函 days=0 unit=unspecified
?: 一事一报、随时报告 → ongoing=true
?: 时间要求:立行立改 → immediate=true
?: 完成时限:持续推进 → ongoing=true
"""
NOTHING_H = r"""
鲁环函〔2015〕330号
(皖)环审〔2015〕5号
民发[2015]23号文
人社部令第23号
第七十二条
第六项
第十一次全国代表大会
15项
三十六家
20个百分点
55.5%
2.6万亩
120元
4米高
60dB
五十字以内
12345
0571-28869000
139****1234
QQ:10001
210029
“3·15”
“9·18”
“十一五”
2014年工作总结
《2015-2017年行动方案》
2013年同比
较去年下降
自2013年以来
多年
30周岁
V1.2
GB3838-2002
T/CAEPI 1-2015
A-101表
B301表
五级联动
三同时
四不两直
12个月龄
88分
前10名
第四批
3批次
2处
一号工程
"""


@pytest.mark.parametrize(
    "row", rows(BATCH_A + BATCH_B + BATCH_C + BATCH_D + BATCH_E + BATCH_F + BATCH_G + BATCH_H), ids=lambda row: row[0]
)
def test_a_fresh_clause_is_read(row: Row) -> None:
    clause, year, expected = row
    printed = times(clause, year)
    assert is_right(expected, printed), printed


@pytest.mark.parametrize(
    "clause", [line for line in (NOTHING_C + NOTHING_E + NOTHING_G + NOTHING_H).strip().splitlines() if line]
)
def test_a_fresh_lookalike_is_left_alone(clause: str) -> None:
    assert times(clause, 2018) == []
