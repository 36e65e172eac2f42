"""Which column is what, told by the words of its heading."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache


class Role(StrEnum):
    """What the cells of a column are to the task of their row."""

    NUMBER = "序号"
    TASK = "任务"
    DETAIL = "要求"
    SECTION = "类别"
    STAGE = "阶段"
    PERIOD = "时间"
    START = "开始"
    FREQUENCY = "频率"
    UNIT = "责任"
    LEAD = "牵头"
    SUPPORT = "配合"
    PERSON = "人员"
    FORM = "表号"
    REPORT = "报表"
    DELIVERABLE = "成果"
    RECEIVER = "报送对象"
    WAY = "方式"
    NOTE = "备注"
    MARK = "月份"
    STEP = "步骤"
    OTHER = "其他"


WHOSE = (Role.UNIT, Role.LEAD, Role.SUPPORT)
WHEN = (Role.PERIOD, Role.START, Role.FREQUENCY)
_WORDS: tuple[tuple[Role, str], ...] = (
    (Role.OTHER, r"星期几?|周几|农历|.{0,6}(地点|场所|场地)"),
    (Role.NUMBER, r"序号?|编号|项次|行次|项目?序号|№|No\.?|任务编号|排序"),
    (Role.FORM, r"(报表)?表号|制表号|表别|代码"),
    (Role.STAGE, r".{0,4}(周次|周别|批次|阶段(安排|划分|名称)?|步骤)"),
    (Role.START, r".{0,6}(开始|启动|起始|开工)(时间|日期)?"),
    (Role.FREQUENCY, r".{0,6}(频率|频次|周期|报告期别?|期别|报送期别)"),
    (Role.OTHER, r"实际.{0,8}|(目前|当前|最新|现阶段|已).{0,6}|.{0,6}(完成|进展|落实)情况|进展"),
    (
        Role.PERIOD,
        r".{0,8}(时间|时限|日期|期限|时间节点|节点|月份|截止|时段|时间表|起止|时序).{0,8}|(目标|推进|工作|完成|"
        r"序时|时序)?进度(安排|要求|计划|目标)?|何时|[月季年]度|推进(计划|安排)|.{0,4}进度.{0,4}|工期|限期|"
        r"日程(安排)?|(计划|拟|要求|应)完成",
    ),
    (Role.WAY, r".{0,6}(方式|渠道|途径|载体|份数|格式|形式|参加(人员|对象|范围)|参会人员)"),
    (
        Role.OTHER,
        r".{0,6}(联系人|联络员|电话|手机|联系方式|邮箱|传真|QQ号?|微信|分值|得分|权重|经费|资金|投资|依据|法律依据)",
    ),
    (
        Role.PERSON,
        r".{0,6}(责任人员?|负责人|负责同志|领导|经办人员?|姓名|带队人|主持人|主讲人?|第一责任人|河长|"
        r"包保人|局长|市长|县长)",
    ),
    (
        Role.OTHER,
        r"(市级|县级|责任)?(督办|督导|监督|监理|督查|验收|考核|评价|包保督导)(单位|部门|处室|科室|领导|"
        r"责任人|人)",
    ),
    (Role.RECEIVER, r"(报送|上报|接收|受理|呈报)(对象|至|给|处)|接收(单位|部门|处室)|报送至.*"),
    (Role.TASK, r".{0,4}(任务|工作|事项)(分工|分解|清单|安排)|责任(内容|事项|清单)"),
    (Role.LEAD, r".{0,6}(牵头|主办|主责|主要责任|主管).{0,6}"),
    (Role.SUPPORT, r".{0,6}(配合|协办|协同|参与|协助|参加|协作|协管|参演|参训).{0,6}"),
    (
        Role.UNIT,
        r".{0,8}(单位|部门|处室|科室|主体|责任|承办|负责|由谁|股室|科所|组织者|责任岗位|站所|班组|报送者|"
        r"责任分工|职责分工|分工)(名称|人员?|及.{1,4})?|.{0,4}责任.{0,5}|.{0,4}(党组织|组织机构|机构|经办|办理)",
    ),
    (
        Role.REPORT,
        r"(统计)?报表名称|表名|报表|(报送)?材料(名称)?|(申报|上报)材料(名称)?|文件名称|资料名称|附件名称|(报送|"
        r"上报)(内容|事项|项目|资料)",
    ),
    (Role.DELIVERABLE, r".{0,6}(成果|佐证|印证|支撑材料|提交材料|输出物|成果形式).{0,4}"),
    (Role.NOTE, r"备注|说明|附注|备考|注|其[他它]"),
    (
        Role.TASK,
        r".{0,8}任务.{0,8}|.{0,6}(事项|活动|内容|名称|主题|议题)(.{0,4})|.{0,2}(工作|任务|主要|重点)?要点|"
        r".{0,4}工作(安排|项目)?|项目名称|重点(工程|项目)|工程名称|.{0,6}问题.{0,4}|(工作|岗位|主要)?职责(任务|"
        r"分工)?|何事|做什么",
    ),
    (Role.DETAIL, r".{0,6}(具体|措施|要求|举措|目标|标准|办法|做法).{0,6}"),
    (
        Role.SECTION,
        r".{0,6}(类别|项目|组别|小组|工作组|一级|二级|指标|板块|分类|领域|方面|专项|类型|层级|环节|"
        r"大项|重点).{0,4}",
    ),
)
_SHAPES = tuple((role, re.compile(rf"(?:{words})")) for role, words in _WORDS)
_BRACKET = re.compile(r"[（(\[【].*?[)）\]】]")
_LABEL = re.compile(r"\s*[【\[（(]?([^：:，。；、（(【\[]{2,8})[】\])）]?\s*[：:]\s*")
_JOINT = re.compile(r"[/／、]|[及和与](?=\S{2})|(?<=\S{4})\s+(?=\S{4})")
_ORDER = (*WHOSE, Role.PERSON, *WHEN, Role.TASK, Role.DETAIL)
LONGEST = 16


@lru_cache(maxsize=4096)
def role_of(heading: str) -> Role | None:
    """Return the role a heading gives its column; None where its words say nothing."""
    if re.match(r"\s*[（(]?[\d一二三四五六七八九十]+[、.．)）]", heading):
        return None
    parts = roles_in(heading)
    if len(parts) > 1:
        return _foremost(parts)
    return _role(heading)


def _role(heading: str) -> Role | None:
    words = _BRACKET.sub("", "".join(heading.split())).strip("：:*＊")
    words = re.sub(r"^(?:19|20)\d\d年度?(?=.)", "", words)
    if not 1 <= len(words) <= LONGEST or any(sign in words for sign in "。；;！：:"):
        return None
    return next((role for role, shape in _SHAPES if shape.fullmatch(words)), None)


@lru_cache(maxsize=4096)
def roles_in(heading: str) -> tuple[Role, ...]:
    """Return the roles a heading of several names gives: 牵头单位/配合单位; one or none where it is but one name."""
    names = [name for name in _JOINT.split(_BRACKET.sub("", heading).strip("：: ")) if name]
    roles = [_role(name) for name in names]
    is_several = len(names) > 1 and all(len(name) > 1 for name in names) and all(roles)
    return tuple(dict.fromkeys(role for role in roles if role)) if is_several else ()


def _foremost(roles: tuple[Role, ...]) -> Role:
    """Return what a column of several roles is read as; its cells tell apart who leads and who helps."""
    if Role.LEAD in roles and Role.SUPPORT in roles:
        return Role.UNIT
    # 活动内容及责任单位, 整改举措及时限: the cells are tasks which name their units and days themselves.
    if roles[0] in (Role.TASK, Role.DETAIL):
        return roles[0]
    return next((role for role in _ORDER if role in roles), roles[0])


def is_pair(heading: str) -> bool:
    """Whether a column names first who leads, then who helps."""
    roles = roles_in(heading)
    return Role.SUPPORT in roles and (Role.LEAD in roles or Role.UNIT in roles)


def label_of(line: str) -> tuple[Role, int] | None:
    """Return the role a line's label (完成时限：, 责任单位：) gives to the rest of it, and where that begins."""
    match = _LABEL.match(line)
    role = role_of(match[1]) if match else None
    return (role, match.end()) if match and role else None


def settled(roles: list[Role], words: Sequence[str] = ()) -> list[Role]:
    """Let exactly one column be the task: the last that may be, the others being what it belongs to."""
    roles = list(roles)
    if Role.REPORT in roles and Role.TASK not in roles:
        roles[roles.index(Role.REPORT)] = Role.TASK
    aims = [at for at, word in enumerate(words) if roles[at] is Role.DETAIL and re.search("目标|标准|值", word)]
    for wanted in (Role.DETAIL, Role.SECTION, Role.DETAIL, Role.DELIVERABLE, Role.OTHER):
        if Role.TASK in roles:
            break
        maybe = [at for at, role in enumerate(roles) if role is wanted and at not in aims]
        if maybe:
            roles[maybe[-1]] = Role.TASK
        if wanted is Role.SECTION:
            aims = []
    several = [at for at, role in enumerate(roles) if role is Role.TASK]
    for at in several[1:]:
        roles[at] = Role.DETAIL
    return roles


_GENERAL = re.compile(
    r"(?:完成|计划|整改|工作|要求|截止|办结|活动|推进|实施|任务|进度|报送|上报|落实|开展|时间|时限|日期|期限|"
    r"节点|安排|预计|拟|起止|具体|年度|责任|月份?|及|和|/|\s)*"
)


def step_of(heading: str) -> str:
    """Return the step a heading dates (招标时间: 招标); empty where it dates the whole task (完成时间)."""
    match = re.fullmatch(r"(.{2,8}?)(?:完成)?(?:时间|日期|时限|期限)", "".join(heading.split()))
    return match[1] if match and not _GENERAL.fullmatch(match[1]) else ""


def is_due_only(heading: str) -> bool:
    """Whether the column names ends, not spans: 完成时限, 报送时间, 截止日期."""
    return (
        bool(
            re.search(
                r"完成|时限|期限|截止|结束|终止|竣工|报送|上报|提交|办结|报表|"
                r"交",
                heading,
            )
        )
        and "起止" not in heading
    )
