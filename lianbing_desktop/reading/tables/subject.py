"""Who does what: the units a sentence begins with, names after 由, and those its brackets name. Recipients are none."""

import re

from lianbing_desktop.domain.plan import PlanUnit
from lianbing_desktop.reading.tables.looks import Looks
from lianbing_desktop.reading.tables.piece import Cell
from lianbing_desktop.reading.tables.units import (
    RESPONSIBLE,
    SUPPORT,
    TAILS,
    is_name,
    is_units,
    role_named,
    split_names,
    units_in,
)

_NAME = rf"[^，。；、,;：:\s]{{0,18}}?(?:{TAILS})(?:[（(][^（）()]{{1,12}}[)）])?"
_LINK = r"(?:[、,，]|[和与](?=\S{2})|以?及(?!时))"
_DOES = (
    r"(?=\s*(?:与(?!会)|要|应|须|需|必须|可|将|將|把|对|對|于|於|在|按|每|由|以|从|自|为|向|会同|负责|共同|结合|"
    r"根据|通过|依据|参照|围绕|针对|组织(?!部)|分别|各自|"
    r"定期|不定期|及时|逐|认真|严格|切实|积极|牵头|配合|具体|统一|继续|进一步|同时|全面|集中|抓|拟|制定|制订|"
    r"开展|开設|开设|开|召开|公布|公开|发布|报|填|提|送|"
    r"交|上|印|编|设|建|成立|完成|落实|做|加强|强化|实行|实施|推|排查|清|检|督|巡|监|进行|應|須|需|查|核|审|评|"
    r"汇|通报|总结|写|张贴|举|宣|培|学|承|接|收|受|办|处|"
    r"协|研|指|引|参|派|安排|确|明|健|完善|规范|保|维|管|整|治|淘汰|关|停|取|推荐|推选|选|申|备|归|梳|摸|登|统|"
    r"调|协调|曝|表|奖|考|约|问|追|"
    r"营造|采|利用|发|出|运|优|改|深|提高|提升|支持|鼓励|严|打|制|划|启|迎|观|演|更|更新|维护|安|装|种|栽|植|挂|"
    r"立|抽|达|用|跟|到|一|\d|年|半年|月|季|当|遇|若|如|凡))"
)
_END = re.compile(rf"(?:{TAILS})(?:[（(][^（）()]{{1,12}}[)）])?(?=(?:.|$))")
_GOES_ON = re.compile(rf"[，,]?{_DOES}")
_SURE = re.compile(r"(?:局|委|办|政府|支队|大队|中心|站|处|科|办公室|部门|单位|各[市县区镇乡]{1,2})$")
_THING = re.compile(r"(?:数据|情况|信息|名单|制度|职责|结果|之间|以上|等|及|和|与|、|[的长])")
_TOPIC = re.compile(r"[^。；;：:，,]{1,24}[：:]\s*")
_STOP = re.compile(r"[。；;：:！？“《]")
_NOT_AFTER = re.compile(
    r"\s*(?:的|法(?![规制院宣])|长(?!期)|们|内|系统|领导|主管|负责人|人员|网站|工作(?!组)|"
    r"会议|建设)"
)
_OPENING = re.compile(
    r"\s*(?:(?:关于|对于|针对)[^，。]{2,30}[，,]\s*)?(?:请|由(?=\S{2,40}(?:牵头|负责|会同))|"
    r"要求|望|希望|并请|届时|同时|其中)?\s*"
)
_BY = re.compile(
    rf"由(?P<who>{_NAME}(?:{_LINK}{_NAME})*?)(?P<what>总?牵头|负责|主办|组织|会同|统一|汇总|编发|承办|具体|按|"
    rf"根据|于|在|对|进行|制定|统筹|实施)"
)
_BESIDE = re.compile(rf"[，,](?P<who>{_NAME}(?:{_LINK}{_NAME})*?)(?P<what>配合|协助|参与|协办|负责|落实|具体负责)")
_WITH = re.compile("会同|联合(?=[市县区省局各])")
_LEADS = re.compile(
    rf"(?:^|[，,。])(?:请|由)?(?P<who>{_NAME}(?:{_LINK}{_NAME})*?)(?P<what>总?牵头|主办|"
    rf"负责(?=[，,。；;]|$))"
)
_BRACKETS = re.compile(r"[（(【\[〔]((?:[^（）()【】\[\]〔〕]|[（(][^（）()]*[)）])*)[)）】\]〕]")
_WHOSE = re.compile(r"牵头|负责|配合|责任|主办|协办|落实|承办|实施|参与")
_WHEN = re.compile(r"前$|底$|长期|持续|坚持|全年|[年月日]|每|适时|及时|完成")
_ROLE = (
    r"(?:牵头|主办|责任|承办|负责|落实|实施|配合|协办|参与|参加|协助|主管|分管|市级牵头)"
    r"(?:单位|部门|处室|科室|主体|领导|责任?人|股室)?"
)
_FIELD = re.compile(
    rf"\s*({_ROLE}|(?:完成|整改|办理|工作|落实|报送|推进)?"
    r"(?:时限|时间|期限|日期|时间节点|节点|进度)(?:要求|安排)?)\s*[：:]"
)
_INLINE = re.compile(
    r"(?<![^。；;，,\s])[^：:（）()；;，,。\s]{2,8}[：:]"
    r"(?:(?![，,][^，,：:。；;]{2,8}[：:])[^。；;（）()]|[（(][^（）()]*[)）])+"
)
_WHOSE_LABEL = re.compile(_ROLE)
_NO_NAMES = re.compile(r"[。！？]|.{80}")
_ANSWERS = (
    r"(?:总?牵头|主办|配合|协办|协助|参与|(?:按(?:照)?(?:各自)?职责)?(?:分工)?负责|(?:分别|抓好)?落实|承办)"
    r"(?:组织|负责|实施|落实|完成|推进|做好){0,2}"
)
_TOKEN = re.compile(
    r"(?P<who>.+?)(?P<what>(?:总?牵头|主办|配合|协办|协助|参与|(?:按(?:照)?(?:各自)?职责)?(?:分工)?负责|"
    r"分别落实|落实|承办)[^，,；;。]*)?(?:[，,；;。]|$)"
)


def subject_of(cell: Cell, looks: Looks) -> tuple[tuple[PlanUnit, ...], int]:
    """Return the units a sentence begins with and where its predicate begins."""
    text = cell.text
    found = _subject_from(cell, after_time(text, looks))
    label = _TOPIC.match(text)
    return _subject_from(cell, label.end()) if not found[0] and label else found


def _subject_from(cell: Cell, at: int) -> tuple[tuple[PlanUnit, ...], int]:
    text = cell.text
    at += _OPENING.match(text[at:]).end()  # type: ignore[union-attr]
    end = _subject_end(text, at)
    return (units_in(cell.cut(at, end)), end) if end else ((), at)


def _subject_end(text: str, start: int) -> int:
    """Return where the longest list of names that is followed by what they do ends; 0 where there is none."""
    best = 0
    stop = _STOP.search(text, start)
    for match in _END.finditer(text, start, min(stop.start() if stop else len(text), start + 80)):
        end = match.end()
        if _NOT_AFTER.match(text[end:]) or not text[end:].strip("。；;，, "):
            continue
        names = split_names(text[start:end])
        if not (_GOES_ON.match(text, end) or _is_sure(names, text[end:])):
            continue
        if names and all(is_name(name) for name in names):
            best = end
        elif best:
            break
    return best


def _is_sure(names: list[str], rest: str) -> bool:
    """Whether names are so plainly units that whatever they do need not be a known word."""
    plain = len(names) > 1 or bool(names and re.match("[各市县区省局]", names[0]))
    return plain and all(_SURE.search(name) for name in names) and not _THING.match(rest) and rest[:1] not in "，,、"


def after_time(text: str, looks: Looks) -> int:
    """Return where the words after a leading time begin."""
    at = len(text) - len(text.lstrip())
    for reading in looks.clause(text).times:
        start, end = reading.span
        lead = text[at:start]
        if start >= at and re.fullmatch(r"[于於在自从请]?", lead):
            at = end + len(re.match(r"[\s，,、：:]*", text[end:]).group())  # type: ignore[union-attr]
        else:
            break
    return at


def doers(cell: Cell, looks: Looks) -> tuple[PlanUnit, ...]:
    """Return who does what a cell or sentence says: named in brackets, after 由, or by its subject; and with whom."""
    found = bracketed(cell)[0] or named_by(cell) or subject_of(cell, looks)[0]
    if not found:
        return ()
    ends = [(match.end(), _subject_end(cell.text, match.end())) for match in _WITH.finditer(cell.text)]
    helping = [unit for start, end in ends if end for unit in units_in(cell.cut(start, end), SUPPORT)]
    return (*found, *helping)


def named_by(cell: Cell) -> tuple[PlanUnit, ...]:
    """Return the units named after 由 and those told to help (…配合)."""
    found: list[PlanUnit] = []
    for pattern in (_LEADS, _BY, _BESIDE):
        for match in pattern.finditer(cell.text):
            names = split_names(match["who"])
            if names and all(is_name(name) for name in names) and (pattern is not _BESIDE or found):
                found += units_in(cell.cut(*match.span("who")), role_named(match["what"]))
    return tuple(found)


def bracketed(cell: Cell) -> tuple[tuple[PlanUnit, ...], list[tuple[int, int]]]:
    """Return the units that brackets name (（市教育局牵头，市财政局配合）) and where those brackets stand."""
    units: list[PlanUnit] = []
    spans: list[tuple[int, int]] = []
    for match in _BRACKETS.finditer(cell.text):
        inner = match[1]
        tokens = [token for token in re.split(r"[，,；;]", inner) if token.strip()]
        named = [token for token in tokens if is_units(token)]
        if any(_FIELD.match(token) for token in re.split(r"[；;]|[，,](?=[^，,：:]{2,8}[：:])", inner)):
            units += responsible(cell.cut(*match.span(1)))
            spans.append(match.span())
            continue
        alone = bool(named) and len(named) + sum(
            bool(_WHEN.search(token)) for token in tokens if token not in named
        ) == len(tokens)
        is_list = alone and (len(named) < len(tokens) or "、" in inner or " " in inner or _ends(cell.text, match))
        if not (_WHOSE.search(inner) or is_list):
            continue
        found = responsible(cell.cut(*match.span(1)))
        if found:
            units += found
            spans.append(match.span())
    for span in _fields(cell.text):
        if not any(low <= span[0] < high for low, high in spans):
            units += responsible(cell.cut(*span))
            spans.append(span)
    return tuple(units), sorted(spans)


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a bracket with one unit ends the text and tells no part of the name before it."""
    before = text[: match.start()].rstrip()
    return not text[match.end() :].strip("。；; ") and bool(before) and not re.search(rf"(?:{TAILS})$", before)


def _fields(text: str) -> list[tuple[int, int]]:
    """Return where labels with what they say stand outside brackets: 牵头单位：A，配合单位：B。完成时限：6月底前。"""
    return [match.span() for match in _INLINE.finditer(text) if _FIELD.match(match.group())]


def is_answer(cell: Cell, looks: Looks) -> bool:
    """Whether a sentence says but who answers for what stands before it, and by when: 由A牵头，B配合，9月底前完成."""
    text = cell.text.strip().strip("。；;")
    inner = re.fullmatch(r"[（(【\[〔]([^（）()]*(?:[（(][^（）()]*[)）][^（）()]*)*)[)）】\]〕]", text)
    tokens = [token.strip() for token in re.split(r"[；;，,。]", inner[1] if inner else text) if token.strip()]
    whose = [token for token in tokens if _names_some(token)]
    others = [token for token in tokens if token not in whose]
    fields = [token for token in others if _FIELD.match(token)]
    told = (re.sub(r"(?:组织)?(?:开展|进行|举行|实施|落实|到位)$", "", token) for token in others)
    return bool(whose or fields) and all(_FIELD.match(token) or looks.is_time(token) for token in told)


def _names_some(token: str) -> bool:
    label = _FIELD.match(token)
    if label and _WHOSE_LABEL.fullmatch(label[1]):
        return True
    match = _TOKEN.fullmatch(token)
    if match and match["what"] and re.fullmatch(_ANSWERS, match["what"]):
        return is_units(match["who"])
    return False


def responsible(cell: Cell) -> tuple[PlanUnit, ...]:
    """Return the units of words that say who answers for something, whatever else they say of it."""
    units: list[PlanUnit] = []
    waiting: list[PlanUnit] = []
    role = RESPONSIBLE
    for match in _TOKEN.finditer(cell.text):
        label = re.match(r"\s*([^：:]{2,8})[：:]\s*", match["who"])
        start = match.start("who") + (label.end() if label else 0)
        role = role_named(label[1]) if label else role
        if label and not re.search(r"牵头|配合|责任|负责|主办|协办|承办|落实|参与|实施|单位|部门", label[1]):
            continue
        names = cell.cut(start, match.end("who"))
        sure = label and _WHOSE_LABEL.fullmatch(label[1].strip()) and not _NO_NAMES.search(names.text if names else "")
        if not names or not (is_units(names.text) or sure):
            continue
        here = list(units_in(names, role))
        if match["what"]:
            named = role_named(match["what"])
            units += [PlanUnit(unit.text, named, unit.places) for unit in [*waiting, *here]]
            waiting = []
        elif label or role is not RESPONSIBLE:
            units += here
        else:
            waiting += here
    return (*units, *waiting)
