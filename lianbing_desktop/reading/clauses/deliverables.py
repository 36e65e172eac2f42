"""What is to be handed in: by which verb, from whom, to whom and by which channel (通过“大练兵系统”报送…)."""

import re
from dataclasses import dataclass

from lianbing_desktop.domain.clause import Deliverable
from lianbing_desktop.reading.clauses.normal import Source
from lianbing_desktop.reading.clauses.offices import (
    NOT_SENDER,
    PLACE_BEHIND,
    SENDER,
    TO_AHEAD,
    TO_BEHIND,
    channels_of,
)

_LONG = (
    "(?<!简)报送|上报|呈报|填报|补报|申报|报备|备案|提交|递交|上交|送交|汇交|报请|上传|录入|公开|公布|公示|发布|刻录|抄送|抄报|印发|寄送|"
    "提供(?!服务|支持|保障|便利|帮助|技术|依据|指导)|寄至|邮寄|送达|反馈|移交|交至|送至|报至|发送|发至|传至|传真|投稿"
)
_SHORT = "(?<![举警预情海简快捷战播公周月日季年])报(?![送备请])|交|(?<!移)送"
_VERBS = f"{_LONG}|{_SHORT}"
_NO_DEED = (
    r"工作(?!简报|总结|报告|方案|情况|信息|台账|计划|动态|进展|小结)|时间|时限|要求|方式|渠道|内容|制度|频|周期|截止|期限|质量|效率|"
    r"及时率|义务|责任|任务|环节|程序|不报|的|者|招|选|课|回证|透明|牌|栏"
)
_VERB = re.compile(
    rf"(?<![申拟汇填通])(?P<verb>(?:{_LONG})(?!{_NO_DEED}|表|率)|(?:{_SHORT})(?!{_NO_DEED}|警|告|道|纸(?!质)|刊|销|名(?!单)|"
    r"办(?!公)|易|通|界|叉|流|换|接|审|检|到|喜|价|酬|复|考|表))"
)
_SENTENCE = re.compile(r"[^;。\n]+")
_PART = re.compile(r"(?:[^,;。\n(]|\([^()\n]{0,200}\)|\(){1,240}")  # longer is no sentence
_DATE = (
    r"(?:(?:请|务必|务)?(?:于|在|到|至)?(?:\d|[一二三四五六七八九十]{1,3}[月日个]|[次本今明当上下]|(?:年|月|季)(?=底|末|内|终|后)|活动|会议|学期|检查|收到)[^,将把]{0,14}?"
    r"(?:之前|以前|前|底|内|后|日)(?!期|常|报|前|之前|以前|内|后)|"
    r"每[日天周旬月季年][^,将把报送提交填]{0,12}?)"
)
_HOW = (
    r"(?:并|请|要|应当|应(?![急对用届])|须|需|必须|务必|均|也|还|再|同时|及时|按时|按期|准时|定期|分别|统一|一并|一律|全部|如实|逐级|汇总后|审核后|"
    r"以[^,将把]{1,20}?(?:形式|方式|文件|件)|按[^,将把]{1,16}?(?:要求|格式|时限|规定)|(?:在|于)[^,将把]{1,14}?(?:前|内|后|网站|系统|专栏|平台)|"
    r"通过[^,将把]{1,30}?(?:系统”?|平台”?|网站|邮箱|邮件|OA|”|渠道|方式)|书面|网上|传真|电话|扫描成?(?:pdf|PDF)?(?:格式)?|成)"
)
_HEAD = re.compile(rf"^(?:{_HOW}|{_DATE})+(?=将|把|向|各|由|[^,]{{2,}})")
_TAKEN = re.compile(
    rf"(?:将|把)(?P<name>[^,\n]{{1,60}}?)(?:{_HOW}|于[^,]{{1,16}}前|向[^,]{{1,20}}|[^,]{{0,4}}一式[^,]{{1,3}}份)*$"
)
_SUBJECT = re.compile(
    rf"^(?P<name>[^,]{{2,40}}?)(?:均|应当|应(?![急对用届])|须|需|要|一律|统一|及时|全部|按时|同时|{_DATE}|{_HOW}|[经由][^,]{{2,16}}后|(?:在|向|面向)[^,]{{1,24}})*$"
)
_COUNT = (
    r"(?:原则上|均|应)*(?:各|不少于|不低于|不得少于|不超过|不多于|至少|最少|最多|约|限)*(?:一式)?"
    r"[\d一二两三四五六七八九十]+(?:[-至][\d一二两三四五六七八九十]+)?(?:个工作日|天|篇|份|条|次|件|个|项|期|张|套|本|部|幅|名)(?:以上|以内|左右)?"
)
_COUNT_BEHIND = re.compile(rf"(?<=[\u4e00-\u9fff)》”])(?:{_COUNT}|\({_COUNT}\))$")
_COUNT_AHEAD = re.compile(rf"^{_COUNT}(?:的)?(?=[\u4e00-\u9fff《“])")
_NEXT_VERB = re.compile(rf"(?:、|并|和|后)(?=(?:{_VERBS}))|备案$|备查$|存档$")
_WEAK = ("提供", "交", "送", "报", "发布", "印发", "发送", "反馈", "公开", "公布", "公示", "传真", "录入")
_THING = re.compile(
    r"(?:情况|方案|名单|材料|报告|总结|表|信息|数据|清单|计划|台账|台帐|意见|结果|文件|机构|稿|资料|制度|图片|照片|视频|案卷|卷宗|简报|"
    r"简讯|回执|档案|证明|名册|汇编|案例|通知|通报|决定书?|电话|报表|附件|软件|编号|电子版|纸质版|扫描件|版|件|书|函|单|稿件|论文|目录|"
    r"复印件|职务|指标|成果|数量|进展|要点|标准|细则|办法|规定|账|册|卷|文|图|像|片|盘|结|则|题|案|料|单位|人选|人员|集体|个人|率|本|[”》)])$"
)
_UNCLEAN = re.compile(
    rf"^[)】”》、]|^{_COUNT}$|^(?:分.{{0,6}})$|(?:的|和|与|及|在|向|对|将|把|并|或|举|于|以|由|从|同时|后|抄|时)$|^(?:一次|工作|我|各|本)$|^逾期"
)
_CALL = re.compile(
    r"^(?:鼓励|引导|动员|要求|加强|积极|确保|做好|支持|督促|组织|推动|不得|应当|必须|参与|接受|进行|开展|汇总(?!表|情况|材料)|经)"
    r"(?!.*(?:情况|方案|名单|材料|报告|总结|表|信息|数据|清单|计划|台账|意见|结果|文件|机构|稿|资料|制度|图片)$)"
)
_ANY_OF = re.compile(r"或者?")
_BRACKET = re.compile(r"\([^()]*\)?")
_LAST_BRACKET = re.compile(r"\([^()]*\)?$")


@dataclass
class _Carried:
    """What a comma part takes over from those before it in its sentence."""

    sender: str | None = None
    place: tuple[int, int] | None = None


def deliverables_of(source: Source) -> tuple[Deliverable, ...]:
    """Return every handing-in of a clause with its object; a verb without an object is left out."""
    found: list[Deliverable] = []
    for sentence in _SENTENCE.finditer(source.plain):
        carried = _Carried()
        for part in _PART.finditer(sentence.group()):
            found.extend(_in_part(source, sentence.start() + part.start(), part.group(), carried))
    return tuple(found)


def _in_part(source: Source, offset: int, part: str, carried: _Carried) -> list[Deliverable]:
    head = _HEAD.match(part)
    start = head.end() if head else 0
    sender = _sender(part[start:]) or _sender(part)
    carried.sender = sender or carried.sender
    found: list[Deliverable] = []
    last = 0
    for verb in _VERB.finditer(part):
        if verb.start() < last:
            continue
        stop = _NEXT_VERB.search(part, verb.end())
        behind = part[verb.end() : stop.start() if stop else len(part)]
        place = _object(part, last, start, verb, behind, sender)
        own = (place[0] + offset, place[1] + offset) if place else None if found or last else carried.place
        if own is None or not _is_clean(source.plain[own[0] : own[1]], verb["verb"]):
            continue
        found.append(_deliverable(source, own, part, verb, behind, carried.sender))
        last = max(verb.end(), place[1] if place else 0)
    carried.place = carried.place if found else _left_for_later(part, offset, start, sender)
    return found


def _sender(words: str) -> str | None:
    told = SENDER.match(words)
    return told["unit"] if told and not NOT_SENDER.search(told["unit"]) else None


def _left_for_later(part: str, offset: int, start: int, sender: str | None) -> tuple[int, int] | None:
    """Return a thing that stands before a comma and is handed in behind it: 推荐材料一式三份,于9月20日前报送市局."""
    if sender or _VERB.search(part):
        return None
    place = _without_count(part, (start, len(part)))
    return (
        (place[0] + offset, place[1] + offset) if _THING.search(_BRACKET.sub("", part[place[0] : place[1]])) else None
    )


def _is_clean(name: str, verb: str) -> bool:
    """Whether the words are a thing to hand in: no half bracket, no loose end, no bare number, no call to act."""
    if name.count("(") != name.count(")") or _UNCLEAN.search(name) or _CALL.match(name):
        return False
    return verb not in _WEAK or _THING.search(name) is not None


def _object(
    part: str, last: int, start: int, verb: re.Match[str], behind: str, sender: str | None
) -> tuple[int, int] | None:
    """Return where the object stands: behind 将 or 把, behind the verb, or as the subject before it."""
    taken = _TAKEN.search(part, last, verb.start())
    if taken:
        return _without_count(part, taken.span("name"))
    rest, begin = _behind(behind, verb.end())
    if len(rest) >= 2 and (rest[0] not in "至到给于(" or rest.startswith("至少")):
        place = _without_count(part, (begin, begin + len(rest)))
        return place if place[1] - place[0] >= 2 else None
    if last or (sender and part[start:].startswith((sender, "请" + sender, "由" + sender))):
        return None
    subject = _SUBJECT.match(part[start : verb.start()])
    return _without_count(part, (start, start + subject.end("name"))) if subject else None


def _behind(behind: str, begin: int) -> tuple[str, int]:
    """Return the words behind the verb and its receiver, and where they begin."""
    to = PLACE_BEHIND.match(behind) or TO_BEHIND.match(behind)
    rest = (behind[to.end() :] if to else behind).lstrip("、 ")
    start = begin + len(behind) - len(rest)
    rest = _LAST_BRACKET.sub("", rest).rstrip("、 ")
    return ("" if to and rest in ("备案", "备查", "审核", "汇总", "存档", "审定", "审批", "收") else rest), start


def _without_count(part: str, place: tuple[int, int]) -> tuple[int, int]:
    """Drop 不少于2条, 一式三份 and 至少1份 at the edges of a name."""
    start, end = place
    ahead = _COUNT_AHEAD.match(part[start:end])
    start += ahead.end() if ahead else 0
    behind = _COUNT_BEHIND.search(part, start, end)
    return start, behind.start() if behind and behind.start() > start else end


def _deliverable(
    source: Source, place: tuple[int, int], part: str, verb: re.Match[str], behind: str, sender: str | None
) -> Deliverable:
    name = source.plain[place[0] : place[1]]
    ahead = TO_AHEAD.search(part[: verb.start()])
    to = ahead or (None if PLACE_BEHIND.match(behind) else TO_BEHIND.match(behind))
    named = sender if sender != name else None
    channels = tuple(word for word in channels_of(part[: verb.end() + len(behind)]) if word != name)
    if verb["verb"] == "传真":
        channels = tuple(dict.fromkeys((*channels, "传真")))
    return Deliverable(
        verb["verb"], name, source.span(*place), named, to["unit"] if to else None, channels, _options(name)
    )


def _options(name: str) -> tuple[str, ...]:
    """Return A and B of “A或B” inside a list of objects."""
    for item in _BRACKET.sub("", name).split("、"):
        parts = tuple(part for part in _ANY_OF.split(item) if part)
        if len(parts) > 1:
            return parts
    return ()
