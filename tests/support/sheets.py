"""Sheets to try the outputs with: an annex, a checklist, and one that wants to break things."""

from datetime import date

from lianbing_desktop.domain.sheet import Align, Cell, Column, Sheet

COUNTIES = ("张家港市", "常熟市", "太仓市", "昆山市", "吴江区", "吴中区", "相城区", "姑苏区", "工业园区", "高新区")

PLAN = Sheet(
    name="任务分解表",
    title="2017年苏州市环境执法大练兵活动任务分解表",
    above="附件2：",
    columns=(
        Column("时间节点", 1.4, Align.CENTER),
        Column("目标任务及具体要求", 5),
        Column("责任部门", 2, Align.CENTER),
    ),
    rows=(
        ("6月2日前", "成立苏州市环保局环境执法大练兵推进工作小组", "监察支队"),
        ("6月2日前", "制定《2017年苏州市环境执法大练兵活动实施方案》；召开全市动员部署大会", "监察支队、局法规处"),
        ("6月6日前", "6月5日前，各市、区环保局将联络员名单报送市环保局——明确专人负责", "监察支队"),
        ("6月-10月\n实施阶段", "“环境执法案卷质量”指标：规范环境行政处罚证据的收集、审查和认定", "固管中心、辐射站"),
        ("6月-10月\n实施阶段", "组织电视、广播、报纸、网络等新闻媒体做好宣传报道工作", "局宣教处（中心）"),
    ),
    merged=(0,),
)

CHECKLIST_COLUMNS = (
    Column("报送要求", 2.6),
    Column("单位", 2.2),
    Column("截止日期", 1.7, Align.CENTER),
    Column("完成", 0.7, Align.CENTER),
    Column("状态", 1.1, Align.CENTER),
    Column("份数", 0.8, Align.RIGHT),
    Column("备注", 3),
)


def checklist(count: int) -> Sheet:
    """A checklist of ``count`` rows, ten a requirement."""
    return Sheet(
        name="报送清单",
        title="2017年苏州市环境执法大练兵活动报送清单",
        subtitle="截至2017年10月20日",
        columns=CHECKLIST_COLUMNS,
        rows=tuple(_row(index) for index in range(count)),
        merged=(0,),
        below=("填表人：＿＿＿＿＿＿　　审核人：＿＿＿＿＿＿", "日期：　　　　年　　月　　日"),
        is_landscape=True,
    )


def _row(index: int) -> tuple[Cell, ...]:
    note = "已电话催报，对方称下周报送；负责人外出培训，材料由他人代报" if index % 7 == 0 else ""
    county = COUNTIES[index % 10] + "环保局"
    month = 6 + index // 10 % 5
    return f"工作简讯（第{index // 10 + 1}期）", county, date(2017, month, 30), "□☑"[index % 2], "未报", index, note


HOSTILE_TEXTS = (
    "=1+2",
    '=HYPERLINK("file:///etc/passwd","点我")',
    "+86",
    "-3",
    "@SUM(A1)",
    "＝1+1",
    "#N/A",
    "TRUE",
    "<b>粗</b>&amp;<w:p/>",
    "a<b 与 c>d",
    "_x0041_ 与 _x000D_",
    "响铃\x07与空\x00与\x1b[31m",
    "孤\ud800立",
    "\ufffe与\uffff",
    "一\r\n二\r三\n四\t五",
    "\n前后都有\n",
    "  前后空格  ",
    "שלום مرحبا",
    "反\u202e向\u202c",
    "表情😀与𠮷",
    "110101199003071234",
    "",
)

HOSTILE = Sheet(
    name="a/b:c*d?[e]\\f'长长长长长长长长长长长长长长长长长长长长长长",
    title="标题 <i>与</i> & \x01",
    subtitle="=2+2",
    above="附件 & <b>",
    columns=(Column("=标题", 1), Column("", 3), Column("数", 1, Align.RIGHT)),
    rows=(
        *((text, text, len(text)) for text in HOSTILE_TEXTS),
        (None, "很长的字" * 2500, 10**17),
        (date(1899, 12, 31), date(2017, 10, 25), -1),
    ),
    below=("=下", "<尾>"),
)
