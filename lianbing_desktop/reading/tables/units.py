"""Units out of the words that name them: parted, told apart by role, groups kept together."""

import re
from collections.abc import Iterable
from functools import lru_cache

from lianbing_desktop.domain.plan import PlanUnit
from lianbing_desktop.reading.tables.piece import Cell

LEAD, SUPPORT, RESPONSIBLE = "牵头", "配合", "责任"
TAILS = (
    "人民政府|政府办公室|政府网站|政府|办公室|管委会|管理委员会|委员会|居委会|村委会|党工委|组委会|执委会|评委会|安委会|爱卫会|"
    "领导小组|工作小组|专项小组|工作组|专班|指挥部|联席会议|联合会|协会|学会|商会|理事会|基金会|总工会|工会|妇联|残联|侨联|科协|文联|"
    "工商联|红十字会|银行|支行|分行|信用社|供销社|联合社|常委会|政协|工委|海关|军分区|督察组|纪检组|检查组|项目部|法院|检察院|研究院|研究所|支队|大队|中队|总队|分局|公司|集团|企业|电视台|广播站|电台|报社|中心|"
    "主管部门|成员单位|责任单位|直属单位|部门|单位|处室|科室|股室|站所|车间|班组|教研组|年级组|年级|学院|学校|中小学|幼儿园|医院|卫生院|"
    "机构|主体|企事业|团委|党委|党组|总支|支部|党支部|纪委|监委|政法委|宣传部|组织部|统战部|武装部|街道办事处|办事处|街道|"
    "乡镇|镇街|街镇|镇村|村居|社区|村组|园区|开发区|高新区|副?市长|副?县长|副?区长|副?镇长|副?乡长|副?局长|副?处长|副?科长|副?校长|副?主任|副?书记|副?组长|副?站长|副?队长|"
    "经理|总监|厂长|总工程师|总工|班长|网格员|联络员|信息员|河长|湖长|林长|班主任|辅导员|教师|职工|员工|师生|人员|干部|党员|各地区?|各级|全体|法人|业主|"
    "委员会|局|委|办|厅|处|科|股|室|部|站|所|队|院|校|司|署|馆|园|台|组|县|市|区|州|各旗|乡|镇|村|各盟|院系|团"
)
_TAIL = re.compile(rf"(?:{TAILS})$")
_WHO = r"单位|部门|处室|科室|主体|领导|责任人?|者|股室"
_LABEL = re.compile(
    rf"^[（(【\[]?((?:牵头|主办|主责|责任|承办|负责|落实|实施|配合|协办|参与|参加|协助|协同|主管|"
    rf"第一责任)(?:{_WHO})?)[：:]"
)
_SUFFIX = re.compile(
    r"[（(]?(总?牵头(?:负责|组织|单位|落实|实施)?|主办|主责|配合(?:单位|做好|落实)?|协办|协助|参与|参加|"
    r"(?:等)?(?:按(?:照)?(?:各自)?职责)?(?:分工)?负责(?:组织|落实)?|(?:分别)?落实|共同负责|承办|组织实施)[)）]?$"
)
SIGNS = "★☆*＊▲△●◆"
_TOLD = re.compile(r"牵头|主办|配合|协办|协助")
_LEADING = re.compile(r"^(?:由|请|会同|联合|以)(?=[^，。]{2})")
_PARTS = re.compile(
    r"[、，,；;/\s]+|(?<=[局委办厅处科股室部站所队院府位门心会镇区县市])[和与](?=[^、，]{2})|"
    r"(?<=[局委办厅处科股室部站所队院府位门心会镇区县市])以?及(?!时|其)(?=[^、，]{2})"
)
_ORGAN = r"(?:办公室|办|领导小组|工作组|小组|组|指挥部|专班|局|委员会|委|处|科|队|支队|中心|站|所|室|股)"
_OFFICE = re.compile(
    rf"(?:整治|推进|建设|检查|督查|清理|评估|创建|落实|组织|宣传|学习|发布|检验|排查|普查|攻坚|环境|行动|活动|"
    rf"工作|联席|会议|管理){{1,3}}{_ORGAN}$"
)
_NOT = re.compile(
    r"[。！？“”《》：:]|[将把于在向由按给]|要(?!素)|应(?!急)|報|须|必须|负责|对(?!外|口)|报(?![社业刊告])|"
    r"[送填]|接到|收到|联系(?!点|部门|单位)|关系|体系|部署|召开|开展|制定|组织(?!部|人事|处|科)|举办|举行|编制|"
    r"印发|完成|整治|检查(?!组)|会同|提出|成立|组建|设立|确定|指定|明确|办理|及时|研究(?![院所室中会生])|排查|"
    r"清查|核查|抽查|清理|落实|建立|建设(?!局|委|厅|处|部|科|管|办|集|中)|"
    r"推进(?!办|组|小组)|加强|做好|进行|实施|发布|报送(?!单)|上报|提交|填报|学习|动员|大会|例会|晨会|班会|"
    r"家长会|运动会|年级会|德育会|务虚会|(?:工作|座谈|研讨|总结|动员|推进|调度|协调|部署|表彰|职工)会$|"
    r"[查入举承交督]办$|(?:平|舞|讲|阳)台$|查处$|校园$|全部$|^每[家个名人]|每个?[年月周日季旬半]|[前后内]$|"
    r"第[一二三四五六七八九十\d]+[周期批]|不少于|活动$|计划$|方案$|总结$|[一二三四五六七八九十]是"
)
_SOLE = re.compile(
    r"(?:各(?![项类种方])|全体|相关|有关|全校|所有|其他|其它|参赛|参评).{1,14}|"
    r"[\u4e00-\u9fff]{2,8}（[\u4e00-\u9fff]{1,6}）"
)
_GROUP = re.compile(
    r"各(?:[市地州]|县级市|县)[、，,](?=[县区](?![直委]))|各区、(?=市(?:人民)?政府)|各地区?、(?=各(?:级|部门|"
    r"单位))|(?<![\u4e00-\u9fff])[县市区]、(?=[县市区][（(、一-龥])"
)
_HELD = "\ue001"


def _protected(text: str) -> str:
    """Hold together what is one name: commas in brackets, 各市、区环保局."""
    signs, depth = [], 0
    for sign in text:
        depth += (sign in "（(") - (sign in "）)")
        signs.append(_HELD if depth > 0 and sign in "、，,；;/ " else sign)
    held = "".join(signs)
    return _GROUP.sub(lambda match: match.group().replace("、", _HELD).replace("，", _HELD).replace(",", _HELD), held)


def spans_of(text: str) -> list[tuple[int, int]]:
    """Return where the names of a list stand."""
    held, found, at = _protected(text), [], 0
    for match in [*_PARTS.finditer(held), None]:
        end = match.start() if match else len(held)
        if held[at:end].strip():
            found.append((at, end))
        at = match.end() if match else end
    return found


def split_names(text: str) -> list[str]:
    """Return the names of a list, a wrapped one made whole."""
    return ["".join(text[start:end].split()) for start, end in spans_of(text)]


def is_name(text: str) -> bool:
    """Whether a word looks like the name of a unit or of those it stands for."""
    bare = re.sub(r"[（(][^（）()]*[)）]", "", text).removesuffix("等").strip()
    if not 1 < len(bare) <= 22 or _NOT.search(_OFFICE.sub("", bare)):
        return False
    return bool(_TAIL.search(bare) or _SOLE.fullmatch(text))


@lru_cache(maxsize=4096)
def is_units(text: str) -> bool:
    """Whether all words of a short text name units."""
    bare = _LEADING.sub("", _LABEL.sub("", text.strip().strip("（）()")))
    if not bare or len(bare) > 160:
        return False
    names = [_SUFFIX.sub("", name) for name in split_names(bare)]
    return bool(names) and all(is_name(name) for name in names)


def is_torn(text: str) -> bool:
    """Whether a list of units broke off inside its last name."""
    names = split_names(text)
    return (
        "、" in text
        and not re.search("[;；。]", text)
        and len(names) > 1
        and ends_open(text)
        and all(is_name(name) for name in names[:-1])
        and len(names[-1]) <= 10
    )


def is_tail(text: str) -> bool:
    """Whether a line is but the end of a name: 主管部门, 委员会."""
    return text.strip() in (
        "主管部门",
        "委员会",
        "大队",
        "支队",
        "中队",
        "分局",
        "管理局",
        "管理委员会",
        "人民政府",
        "部门",
        "局",
        "管理处",
        "服务中心",
    )


def ends_open(text: str) -> bool:
    """Whether the last name of a list is not yet whole: a line ended inside it."""
    names = split_names(text)
    last = re.sub(r"[（(][^（）()]*[)）]", "", names[-1]) if names else ""
    return (
        bool(names)
        and not (is_name(names[-1]) and _TAIL.search(last))
        and not text.rstrip().endswith(("、", "，", ","))
    )


def units_in(cell: Cell, role: str = RESPONSIBLE) -> tuple[PlanUnit, ...]:
    """Return the units of a cell. A label (牵头单位：) or a suffix (…牵头) overrides the column's role."""
    found: list[PlanUnit] = []
    waiting = 0
    text = cell.text
    for start, end in spans_of(text):
        label = _LABEL.match(text[start:end].lstrip())
        if label:
            role, waiting = role_named(label[1]), len(found)
            start += text[start:end].index(label.group()) + label.end()
        name = "".join(text[start:end].split()).strip("。.：:" + SIGNS)
        own = _SUFFIX.search(name)
        if own:
            name = name[: own.start()]
        name = _LEADING.sub("", name)
        if name.startswith(("（", "(")) and not re.search(r"[)）]", name):
            name = name[1:]
        name = name if re.search(r"[（(]", name) else name.rstrip("）)")
        name = re.sub(r"(?<=.{2})等$", "", name)
        if name:
            found.append(PlanUnit(name, role, cell.cut(start, end).places))
        if own:
            named = role_named(own[1])
            first = len(found) - 1 if own.group().startswith(("（", "(")) else waiting
            found[first:] = [PlanUnit(unit.text, named, unit.places) for unit in found[first:]]
            waiting = len(found)
    return tuple(found)


def led(cell: Cell, units: tuple[PlanUnit, ...], told: str) -> tuple[PlanUnit, ...]:
    """Return the units with the one in the lead that a heading or note tells: 标★的为牵头单位, 列首位的为牵头单位."""
    if any(unit.role == LEAD for unit in units) or not units:
        return units
    sign = re.search(rf"([{re.escape(SIGNS)}])[^，。；]{{0,6}}牵头", told)
    if sign:
        marked = {name.strip(SIGNS) for name in split_names(cell.text) if sign[1] in name}
        return tuple(PlanUnit(unit.text, LEAD, unit.places) if unit.text in marked else unit for unit in units)
    if re.search(
        r"(?:排|列|居|第一|首)[^，。；]{0,6}(?:首位|第一|首个|单位|位)[^，。；]{0,6}牵头|(?:首位|"
        r"第一[个家位]?)[^，。；]{0,6}牵头",
        told,
    ):
        others = SUPPORT if re.search(r"其[他余它][^，。；]{0,8}(?:配合|协办|参与)", told) else RESPONSIBLE
        rest = (PlanUnit(unit.text, others, unit.places) for unit in units[1:])
        return (PlanUnit(units[0].text, LEAD, units[0].places), *rest)
    return units


def once(units: Iterable[PlanUnit]) -> tuple[PlanUnit, ...]:
    """Return every unit once, as it was named first."""
    found: dict[str, PlanUnit] = {}
    for unit in units:
        found.setdefault(unit.text, unit)
    return tuple(found.values())


def paired(cell: Cell) -> tuple[PlanUnit, ...]:
    """Return the units of a cell that names first who leads, then who helps: 市委宣传部/各镇（街道）."""
    if _TOLD.search(cell.text):
        return units_in(cell)
    match = re.search(r"\s*[/／；;\n]\s*", _protected(cell.text))
    if not match:
        return units_in(cell)
    lead, support = cell.cut(0, match.start()), cell.cut(match.end(), len(cell.text))
    return (*units_in(lead, LEAD), *(units_in(support, SUPPORT) if support else ()))


def role_named(words: str) -> str:
    """Return the role told by 牵头单位, 配合, 负责 and their like."""
    if re.search(r"牵头|主办|主责", words):
        return LEAD
    return SUPPORT if re.search(r"配合|协办|协助|参与|参加|协同", words) else RESPONSIBLE
