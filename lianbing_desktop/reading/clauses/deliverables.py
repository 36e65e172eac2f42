"""What is to be handed in: by which verb, from whom, to whom and by which channel (通过“大练兵系统”报送…)."""

import re

from lianbing_desktop.domain.clause import Deliverable
from lianbing_desktop.reading.clauses.normal import Source

_VERBS = (
    "报送|上报|呈报|填报|补报|申报|报备|备案|提交|递交|上交|送交|报请|上传|录入|公开|公布|公示|发布|刻录|抄送|印发|寄送|邮寄|"
    "送达|反馈|移交|交至|送至|报至|发至|传至|投稿|(?<![举警预情海简快捷战播公])报(?![送备请])|交|送"
)
_VERB = re.compile(
    rf"(?<![申拟汇填通])(?P<verb>{_VERBS})(?!警|告|道|纸|刊|销|名(?!单)|办(?!公)|易|通|界|叉|流|换|接|审|检|到|喜|价|酬|复|考|工作(?!简报|总结|报告|方案|情况|信息|台账|计划|动态|进展|小结)|时间|要求|方式|渠道|内容|制度|频|周期|的)"
)
_SEGMENT = re.compile(r"[^,;。\n]+")
_UNIT_END = (
    r"(?:办公室|领导小组|工作组|秘书处|支队|大队|总队|中心|政府|单位|部门|机关|学校|集体|公司|企业|团委|工会|"
    r"局|厅|部|委|办|处|科|室|站|司|队|所|院|组)"
)
_UNIT = rf"[\u4e00-\u9fff]{{0,14}}?{_UNIT_END}"
_TO_AHEAD = re.compile(rf"(?:向|报经)(?P<unit>{_UNIT}|社会|公众)(?=[^,]{{0,8}}$)")
_TO_BEHIND = re.compile(
    rf"^(?:OA|系统|邮箱)?(?:至|到|给|送)?(?P<unit>(?:市|省|县|区|局|国家|本级|综合|办公)?{_UNIT})(?=备案|备查|审核|汇总|审定|审批|存档|[)、]|$)"
)
_TAKEN = re.compile(
    r"(?:将|把)(?P<name>[^,\n]{1,60}?)(?:(?:于|在)[^,]{1,16}前|通过[^,]{1,30}|一并|统一|及时|书面|分别|按时|同时|以[^,]{1,20}形式)*$"
)
_SUBJECT = re.compile(
    r"^(?!并|通过|以|每|于|按|及时|在|将)(?P<name>[^,]{2,40}?)(?:均|应|须|要|一律|统一|及时|全部|按时|每[月周季年日].{0,12}|(?:于|在)?[^,]{1,14}前)*(?:(?:通过|经|在|向)[^,]{1,30}?)*$"
)
_CHANNEL = re.compile(
    r"(?:通过|经由|利用|登录|以)(?P<name>[“\"][^”\"]{1,30}[”\"](?:系统|平台)?|[^,\n“]{1,24}?(?:系统|平台|网站|门户|邮箱|邮件|OA|光盘|传真|公众号|专栏))"
)
_LOOSE_CHANNEL = re.compile(r"OA|门户网站|电子邮箱|光盘|正式文件|[pP][dD][fF]|纸质|传真|公文交换|扫描件|网上直报|书面")
_SENDER = re.compile(
    rf"^(?!并|上传|以|按|于|在|及|将|把)(?P<unit>(?:各|市|省|县|区|局|其他|推选的|[\u4e00-\u9fff])[^,;通过均应将向把并给传]{{0,24}}?{_UNIT_END})"
    r"(?=负责|应|须|要|将|向|于|通过|按|每|及时|报|提交|上报|实时|随时|填|分别|交|送|上传|公开|制定|$)"
)
_DATE_AHEAD = re.compile(r"^[^,]{0,14}(?:之前|以前|前)(?!,)")
_NEXT_VERB = re.compile(rf"(?:、|并|和)(?=(?:{_VERBS}))")
_UNCLEAN = re.compile(
    r"^[)】”》、]|^(?:不少于|不低于|至少|最少|不超过|最多|约)?[\d一二两三四五六七八九十]+(?:[-至][\d一二两三四五六七八九十]+)?"
    r"(?:篇|份|条|次|件|个|项|期|人|名|%)?(?:以上|以内|左右|分.{0,6})?$|"
    r"(?:的|和|与|及|在|向|对|将|把|并|或|举|于|以|由|从)$|"
    r"^(?:一次|工作)$"
)
_CALL = re.compile(
    r"^(?:鼓励|引导|动员|要求|加强|积极|确保|做好|支持|督促|组织|推动|不得|应当|必须|参与|接受|进行|开展)"
    r"(?!.*(?:情况|方案|名单|材料|报告|总结|表|信息|数据|清单|计划|台账|意见|结果|文件|机构|稿|资料|制度|图片)$)"
)
_COUNT_BEHIND = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:原则上|均|应)*(?:不少于|不低于|不得少于|至少|最少|不超过|最多)[\d一二两三四五六七八九十]+[篇份条次件个项期]?$"
)
_ANY_OF = re.compile(r"或者?")
_BRACKET = re.compile(r"\([^()]*\)?")
_LAST_BRACKET = re.compile(r"\([^()]*\)?$")


def deliverables_of(source: Source) -> tuple[Deliverable, ...]:
    """Return every handing-in of a clause with its object; a verb without an object is left out."""
    found: list[Deliverable] = []
    sender: str | None = None
    for match in _SEGMENT.finditer(source.plain):
        told = _SENDER.match(_DATE_AHEAD.sub("", match.group()))
        sender = told["unit"] if told else sender
        found.extend(_in_segment(source, match.start(), match.group(), sender))
        if source.plain[match.end() : match.end() + 1] in (";", "。", "\n"):
            sender = None
    return tuple(found)


def _in_segment(source: Source, offset: int, segment: str, sender: str | None) -> list[Deliverable]:
    found: list[Deliverable] = []
    last = 0
    for verb in _VERB.finditer(segment):
        if verb.start() < last:
            continue
        stop = _NEXT_VERB.search(segment, verb.end())
        behind = segment[verb.end() : stop.start() if stop else len(segment)]
        place = _object(segment, last, verb, behind)
        if place is None:
            continue
        count = _COUNT_BEHIND.search(segment, *place)
        place = (place[0], count.start()) if count and count.start() > place[0] else place
        found.append(_deliverable(source, offset, segment, verb, behind, place, sender))
        last = max(verb.end(), place[1])
        if not _is_clean(segment[place[0] : place[1]]):
            found.pop()
    return found


def _is_clean(name: str) -> bool:
    """Whether the words are a thing to hand in: no half bracket, no loose end, no bare number, no call to act."""
    return name.count("(") == name.count(")") and _UNCLEAN.search(name) is None and _CALL.match(name) is None


def _object(segment: str, last: int, verb: re.Match[str], behind: str) -> tuple[int, int] | None:
    """Return where the object stands: behind 将 or 把, behind the verb, or as the subject before it."""
    taken = _TAKEN.search(segment, last, verb.start())
    if taken:
        return taken.span("name")
    to = _TO_BEHIND.match(behind)
    rest = (behind[to.end() :] if to else behind).lstrip("、 ")
    start = verb.end() + len(behind) - len(rest)
    rest = _LAST_BRACKET.sub("", rest).rstrip("、 ")
    if len(rest) >= 2 and rest[0] not in "至到给于(" and not (to and rest in ("备案", "备查", "审核", "汇总")):
        return start, start + len(rest)
    subject = _SUBJECT.match(segment[last : verb.start()])
    is_unit = subject is not None and re.search(rf"{_UNIT_END}$", subject["name"]) is not None
    return None if subject is None or is_unit or last else subject.span("name")


def _deliverable(
    source: Source,
    offset: int,
    segment: str,
    verb: re.Match[str],
    behind: str,
    place: tuple[int, int],
    sender: str | None,
) -> Deliverable:
    name = segment[place[0] : place[1]]
    to = _TO_AHEAD.search(segment[: verb.start()]) or _TO_BEHIND.match(behind)
    options = _options(name)
    channels = _channels(segment[: verb.end() + len(behind)])
    span = source.span(offset + place[0], offset + place[1])
    named = sender if sender != name else None
    receiver = to["unit"] if to else None
    return Deliverable(verb["verb"], name, span, named, receiver, channels, options)


def _options(name: str) -> tuple[str, ...]:
    """Return A and B of “A或B” inside a list of objects."""
    for item in _BRACKET.sub("", name).split("、"):
        parts = tuple(part for part in _ANY_OF.split(item) if part)
        if len(parts) > 1:
            return parts
    return ()


def _channels(text: str) -> tuple[str, ...]:
    named = [match["name"].replace("“", "").replace("”", "") for match in _CHANNEL.finditer(text)]
    loose = [match.group() for match in _LOOSE_CHANNEL.finditer(text)]
    return tuple(dict.fromkeys(named + [word for word in loose if not any(word in name for name in named)]))
