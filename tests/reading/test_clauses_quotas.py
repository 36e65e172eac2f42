"""Quotas: at least, at most, about, per month, unit or occasion, several together, one or the other."""

import pytest

from lianbing_desktop.reading.clauses import read_clauses
from tests.support.clause_score import is_right, quotas
from tests.support.clause_tables import Row, rows

QUOTAS = r"""
每月不少于1篇 → count=1 unit=篇 per=month min=true
监察支队报送的信息不少于6篇 → count=6 unit=篇 per=null min=true
需包括至少1件典型案件办理过程 → count=1 unit=件 per=null min=true
每案1份 → count=1 unit=份 per=each
优良率不低于80% → count=80 unit=% per=null min=true
每周至少巡查1次 → count=1 unit=次 per=week min=true
每月至少开展2次检查 → count=2 unit=次 per=month min=true
每季度召开一次调度会 → count=1 unit=次 per=quarter
每年不少于两次 → count=2 unit=次 per=year min=true
每年至少组织1场演练 → count=1 unit=场 per=year min=true
全年不少于12篇 → count=12 unit=篇 per=year min=true
全年累计学习不少于40学时 → count=40 unit=学时 per=year min=true
一月一次 → count=1 unit=次 per=month
一季度一次 → count=1 unit=次 per=quarter
一年两次 → count=2 unit=次 per=year
每天巡查不少于3次 → count=3 unit=次 per=day min=true
每日1次 → count=1 unit=次 per=day
每两月过堂一次 → count=1 unit=次 per=2+months
每两周召开一次例会 → count=1 unit=次 per=2+weeks
每半年通报一次 → count=1 unit=次 per=half_year
每学期听课不少于15节 → count=15 unit=节 per=term min=true
各单位推荐不超过2名 → count=2 unit=名 per=unit max=true
每个单位限报3篇 → count=3 unit=篇 per=unit max=true
每单位推荐1名联络员 → count=1 unit=名 per=unit
各县(市、区)推荐1-2个先进集体 → count=1 unit=个 per=unit max_count=2
每个支部报送1篇 → count=1 unit=篇 per=unit
每场不少于50人 → count=50 unit=人 per=each min=true
每次检查不少于2人 → count=2 unit=人 per=each min=true
每次不少于1小时 → count=1 unit=小时 per=each min=true
单次巡查不少于3公里 → count=3 unit=公里 per=each min=true
全市共推荐10名先进个人 → count=10 unit=名 per=null total=true
共计20家企业 → count=20 unit=家 per=null total=true
约50人参加 → count=50 unit=人 per=null approx=true
每期50人左右 → count=50 unit=人 per=each approx=true
增长6%以上 → count=6 unit=% per=null min=true
达到90%以上 → count=90 unit=% per=null min=true
控制在3%以内 → count=3 unit=% per=null max=true
误差不超过5% → count=5 unit=% per=null max=true
字数不超过2000字 → count=2000 unit=字 per=null max=true
1500字以内 → count=1500 unit=字 per=null max=true
材料控制在3000字左右 → count=3000 unit=字 per=null approx=true
报送3-5篇 → count=3 unit=篇 per=null max_count=5
选派2至3名人员 → count=2 unit=名 per=null max_count=3
每月报送2~3条信息 → count=2 unit=条 per=month max_count=3
一式三份 → count=3 unit=份 per=null
纸质材料5份 → count=5 unit=份 per=null
至少三家媒体 → count=3 unit=家 per=null min=true
不得少于十天 → count=10 unit=天 per=null min=true
抽查比例不低于百分之二十 → count=20 unit=% per=null min=true
推选2个县级先进集体和3名先进个人 → count=2 unit=个 per=null
每月至少报送1条信息,每季度至少报送1篇调研 → count=1 unit=条 per=month min=true
每人每年不少于90学时 → count=90 unit=学时 per=year min=true
村级河长每周巡河不少于一次 → count=1 unit=次 per=week min=true
镇级河长每旬不少于1次 → count=1 unit=次 per=10+days min=true
县级河长每季度不少于1次 → count=1 unit=次 per=quarter min=true
每名党员每年参加集中学习不少于32学时 → count=32 unit=学时 per=year min=true
投资增长10%左右 → count=10 unit=% per=null approx=true
每年举办2期培训班 → count=2 unit=期 per=year
每年完成抽检1200批次 → count=1200 unit=批 per=year
每次报送5份 → count=5 unit=份 per=each
每周三次 → count=3 unit=次 per=week
每个星期一次 → count=1 unit=次 per=week
其他部门不少于2篇 → count=2 unit=篇 per=unit min=true
其余单位每月1篇 → count=1 unit=篇 per=month
视频时长不超过5分钟 → count=5 unit=分钟 per=null max=true
参会人数不超过30人 → count=30 unit=人 per=null max=true
每月10日、25日前各报1篇 → count=2 unit=篇 per=month
每年6月、12月各报送一次 → count=2 unit=次 per=year
每天9时、16时各报告1次 → count=2 unit=次 per=day
1955: 每月呈報兩次 → count=2 unit=次 per=month
1955: 各送三份 → count=3 unit=份 per=null
每月不少於4篇 → count=4 unit=篇 per=month min=true
每年更新不少于4次 → count=4 unit=次 per=year min=true
确保完成率100% → count=100 unit=% per=null
每季度至少1次,每次不少于2小时 → count=1 unit=次 per=quarter min=true
不少于3名 → count=3 unit=名 per=null min=true
最多不超过5项 → count=5 unit=项 per=null max=true
照片3张以上 → count=3 unit=张 per=null min=true
每所学校推荐论文2篇 → count=2 unit=篇 per=unit
每区推荐1个 → count=1 unit=个 per=unit
力争突破100亿元 → count=100 unit=亿元 per=null min=true
"""

TOGETHER = r"""
推选2个县级先进集体和3名先进个人 → 2 个,3 名
签约10个,开工8个 → 10 个,8 个
一等奖1名,二等奖2名,三等奖3名 → 1 名,2 名,3 名
"""


@pytest.mark.parametrize("row", [row for row in rows(QUOTAS) if "推选2个" not in row[0]], ids=lambda row: row[0])
def test_a_quota_is_read(row: Row) -> None:
    clause, year, expected = row
    printed = quotas(clause, year)
    first = [{key: value for key, value in form.items() if key != "more"} for form in printed]
    assert is_right(expected, first), printed


@pytest.mark.parametrize("line", TOGETHER.strip().splitlines())
def test_quotas_said_together_stand_as_more(line: str) -> None:
    clause, _, expected = line.partition(" → ")
    share = read_clauses(clause, 2017).quotas[0].share
    assert [f"{item.count} {item.unit}" for item in (share, *share.more)] == expected.split(",")


def test_one_or_the_other() -> None:
    (form,) = quotas("每季度报送1篇调研报告或3篇信息")
    assert form == {
        "count": 1,
        "unit": "篇",
        "per": "quarter",
        "or": [{"count": 3, "unit": "篇", "per": "quarter"}],
    }


FRESH_QUOTAS = r"""
各镇街每月至少上报3条信息 → count=3 unit=条 per=month min=true
全年组织活动不少于4次 → count=4 unit=次 per=year min=true
每个科室至少报2篇 → count=2 unit=篇 per=unit min=true
各市推荐案卷不超过5份 → count=5 unit=份 per=unit max=true
每校限报1项 → count=1 unit=项 per=unit max=true
乡级河长每月巡河不少于2次 → count=2 unit=次 per=month min=true
巡查每日不少于两遍 → count=2 unit=遍 per=day min=true
一季度至少一次 → count=1 unit=次 per=quarter min=true
每名执法人员每年参加培训不少于60学时 → count=60 unit=学时 per=year min=true
综合利用率达95%以上 → count=95 unit=% per=null min=true
覆盖率不得低于90% → count=90 unit=% per=null min=true
经费压减不低于10% → count=10 unit=% per=null min=true
增速控制在5%以内 → count=5 unit=% per=null max=true
发言不超过8分钟 → count=8 unit=分钟 per=null max=true
正文3000字以内 → count=3000 unit=字 per=null max=true
字数800字左右 → count=800 unit=字 per=null approx=true
约200人参训 → count=200 unit=人 per=null approx=true
评选30名先进个人 → count=30 unit=名 per=null
共评出优秀案卷20份 → count=20 unit=份 per=null total=true
总数控制在50个以内 → count=50 unit=个 per=null max=true total=true
每月报送信息2—4条 → count=2 unit=条 per=month max_count=4
选树典型3到5个 → count=3 unit=个 per=null max_count=5
每周不少于3天 → count=3 unit=天 per=week min=true
每次学习时间不少于2小时 → count=2 unit=小时 per=each min=true
每轮检查不少于10家 → count=10 unit=家 per=each min=true
单篇不超过2000字 → count=2000 unit=字 per=each max=true
照片不少于2张 → count=2 unit=张 per=null min=true
每年不得少于1次 → count=1 unit=次 per=year min=true
原则上每月一次 → count=1 unit=次 per=month
半年一次 → count=1 unit=次 per=half_year
每半个月一次 → count=1 unit=次 per=half_month
每三个月一次 → count=1 unit=次 per=3+months
每两年评选一次 → count=1 unit=次 per=2+years
每月二次 → count=2 unit=次 per=month
每週一次 → count=1 unit=次 per=week
年均不少于20件 → count=20 unit=件 per=year min=true
检查企业500家次 → count=500 unit=家次 per=null
抽取不少于5%的企业 → count=5 unit=% per=null min=true
每季度抽查比例不低于25% → count=25 unit=% per=quarter min=true
优秀率不超过百分之十五 → count=15 unit=% per=null max=true
一式两份 → count=2 unit=份 per=null
另附电子版1份 → count=1 unit=份 per=null
投稿不限,每人不超过3篇 → count=3 unit=篇 per=each max=true
每单位1-2人 → count=1 unit=人 per=unit max_count=2
各参评集体至少1件典型案件 → count=1 unit=件 per=unit min=true
全县不少于100户 → count=100 unit=户 per=null min=true
完成造林5万亩 → count=5 unit=万亩 per=null
投资25亿元 → count=25 unit=亿元 per=null
每天2次,每次30分钟 → count=2 unit=次 per=day
"""


# Read right at the first run: 37/40.
MORE_FRESH_QUOTAS = r"""
各县区每季度报送信息不少于3条 → count=3 unit=条 per=quarter min=true
每个支队推荐1至2名先进个人 → count=1 unit=名 per=unit max_count=2
全年集中培训不少于5天 → count=5 unit=天 per=year min=true
案卷评查合格率达到95%以上 → count=95 unit=% per=null min=true
每月至少刊发2篇工作简讯 → count=2 unit=篇 per=month min=true
每市推荐不超过3个县级集体 → count=3 unit=个 per=unit max=true
每名执法人员每年撰写案例1篇 → count=1 unit=篇 per=year
抽查企业不少于20家 → count=20 unit=家 per=null min=true
每次检查不得少于2人 → count=2 unit=人 per=each min=true
每半年开展一次演练 → count=1 unit=次 per=half_year
全市评选先进集体10个 → count=10 unit=个 per=null
字数在1500字左右 → count=1500 unit=字 per=null approx=true
每周至少夜查两次 → count=2 unit=次 per=week min=true
视频时长控制在3分钟以内 → count=3 unit=分钟 per=null max=true
每学期组织3场讲座 → count=3 unit=场 per=term
总数不超过100人 → count=100 unit=人 per=null max=true total=true
确保不少于80%的企业完成整改 → count=80 unit=% per=null min=true
每三个月开展一次督查 → count=1 unit=次 per=3+months
材料一式五份 → count=5 unit=份 per=null
每县至少1个典型 → count=1 unit=个 per=unit min=true
每日巡查不少于3次 → count=3 unit=次 per=day min=true
人均培训不少于40学时 → count=40 unit=学时 per=each min=true
限报2项 → count=2 unit=项 per=null max=true
最多可推荐3篇 → count=3 unit=篇 per=null max=true
年内新增绿地15公顷 → count=15 unit=公顷 per=year
每季度不低于25% → count=25 unit=% per=quarter min=true
一年不少于四次 → count=4 unit=次 per=year min=true
约需30名志愿者 → count=30 unit=名 per=null approx=true
每组5至7人 → count=5 unit=人 per=each max_count=7
每个工作日报送1次 → count=1 unit=次 per=day
每篇不少于800字 → count=800 unit=字 per=each min=true
照片不超过5张 → count=5 unit=张 per=null max=true
每旬巡河一次 → count=1 unit=次 per=10+days
各单位报送论文不多于2篇 → count=2 unit=篇 per=unit max=true
共抽取案卷30份 → count=30 unit=份 per=null total=true
降幅不低于3% → count=3 unit=% per=null min=true
每年培训执法人员100人次以上 → count=100 unit=人次 per=year min=true
每季度召开不少于1次会议 → count=1 unit=次 per=quarter min=true
每月两期简报 → count=2 unit=期 per=month
整改率达100% → count=100 unit=% per=null
"""


@pytest.mark.parametrize("row", rows(FRESH_QUOTAS + MORE_FRESH_QUOTAS), ids=lambda row: row[0])
def test_a_fresh_quota_is_read(row: Row) -> None:
    clause, year, expected = row
    printed = quotas(clause, year)
    first = [{key: value for key, value in form.items() if key != "more"} for form in printed]
    assert is_right(expected, first), printed


@pytest.mark.parametrize(
    "clause",
    [
        "涉及10个行业",
        "考核不得分，计0分",
        "整改率超过50%得满分",
        "实行3项分指标考核",
        "每少1次扣2分",
        "低于60分为不合格",
        "全市共有10个行业纳入",
        "包括3项内容",
    ],
)
def test_a_number_that_describes_is_no_quota(clause: str) -> None:
    assert quotas(clause) == []


def test_a_period_stays_with_its_own_subject() -> None:
    clause = "各市每月报送信息不少于1篇，大练兵期间，监察支队报送的信息不少于6篇，县级报送不少于2篇"
    (quota,) = quotas(clause)
    assert [quota["per"], *(more["per"] for more in quota["more"])] == ["month", None, None]


def test_a_period_goes_on_where_the_subject_does() -> None:
    (quota,) = quotas("每月开展巡查，次数不少于2次")
    assert quota["per"] == "month"
