"""Relative expressions: so many days after or before an event told in the text's own words."""

import re

from lianbing_desktop.domain.clause import Anchor, Beginning, Relative
from lianbing_desktop.reading.clauses.events import BOUNDARY, HAPPENED, event_words
from lianbing_desktop.reading.clauses.found import Found
from lianbing_desktop.reading.clauses.hours import clock_at
from lianbing_desktop.reading.clauses.lengths import Length, length_at
from lianbing_desktop.reading.clauses.normal import Source

_INSIDE = re.compile(
    r"(?:\([^()\n]{0,16}\))?(?:的)?(?:时间)?(?:之内|以内|内(?!容|部|外|涝|设))(?!的?[微短]?(?:视频|短片|音频|发言|演讲|车程|路程|生活圈|交通圈))|(?:\([^()\n]{0,16}\))?(?:的)?(?:之?前(?!往|后|述|期|来))"
)
_AFTER_LENGTH = re.compile(r"(?:之后|以后|后(?!勤|备|续)|起)")
_BEFORE_WORDS = re.compile(
    r"(?P<event>[^,。;:!?、()\n\ue000]{0,24}?)(?:前|之前|以前)(?:的)?(?:至少|最少|不少于|不得?少于|最迟|提前)?(?:第)?$"
)
_AHEAD = re.compile(r"(?:提前|提早|预先|事先)(?:至少|不少于|最少)?$")
_AGO_EVENT = re.compile(r"(?P<event>[^,。;:!?、()\n\ue000\d]{2,20}?)(?:的)?$")
_SINCE = re.compile(
    r"(?:(?P<day>之日|当日|当天|之时|那天|次日|之次日|的次日|翌日|第二日|第二天|次一?个?工作日|的第二日|的当日)?(?:起|始|开始|算起))(?:重新)?(?:算|计算|计)?(?:的)?,?(?:最迟|应当?|须|在|不超过|至多|最多|至少|最长|一般|满)?(?:在)?(?:的)?$"
)
_EVENT_NOUN = re.compile(
    r"(?:事件|事故|灾害|险情|疫情|舆情|(?:紧急|异常|突发|重大|特殊|意外)情况|警报|预警|期满|届满|结束|终了|完毕|闭幕|开学|开工|报到|到任|上任|验收合格|审核通过|^事发|^案发|"
    rf"[\u4e00-\u9fff]{{2,8}}(?:{HAPPENED}))$"
)
_EVENT_VERB = re.compile(r"(?:自)?(?:收到|接到|文到|接报|接警|接诉|接件|接单|发现|获悉|受理|签收|签订|立案)")
_TODAY = re.compile(
    r"(?P<of>的)?(?P<word>当日|当天|当晚|即日|同日|次日|翌日|第二天|第二日|次一?个?工作日|下一?个工作日|隔日)(?:内|(?P<start>起))?(?!公|游|程)"
)
_BOUND_BEFORE = re.compile(
    r"(?:前|之前|以前)(?!款|述|期|往|来|提(?!交|醒|出|请|前|报|供)|景|进|置|沿|列|所|端|瞻|哨|言|台|线|锋|后|例|者|两|三|四|五|几)"
)
_EVENTS = (
    "届满|期满|到期|到期日|开学|放假|会议召开|召开|会|开会|开工|施工|实施|施行|举行|截止|结束|竣工|验收|开始|印发|出台|启用|批准|受理|付款|支付|离任|提交|送审|发文|签发|下发|完工|出行|运行|排放|拆除|转移|入场|上线|上课|交付|归档|入汛|汛期|主汛期|供暖|供暖期|采暖期|麦收|"
    "三夏|秋收|春耕|开标|投产|投入使用|投运|启动|考试|开考|上岗|离校|寒假|暑假|来临|到来|[出入离到进返退](?:梅|伏|学|职|院|场|库|住|境|园|河|网|岗|校|任|厂|店|会|户)|冬至|夏至|立春|立冬|霜降|入冬|入夏|入秋|开春|上冻|封冻|降雪|出发|上会|审议|发布|公布|决策|作出决定|作出|签订|拨付|换届|检查|评审|入库|上市|使用|生产"
)
_BEFORE_EVENT = re.compile(rf"(?:{_EVENTS}|[\u4e00-\u9fff]{{2}}(?:{HAPPENED}))$")
_FROM_PAPER = re.compile(
    r"(?:自|从)?(?P<what>即日|今日|今天|现在|本\w{1,6}(?:印发|发布|公布|下发)之日|(?:\w{0,6}?)(?:印发|发布|公布|颁布|下发|发文|签发|通过|文到)之日)起?(?:开始)?(?:起)?(?=施行|实施|实行|执行|生效|起|,|。|开始|正式|\n|试行|全面|$|在|对|各|启动|停止|暂停|恢复|按)"
)
_HAPPENED = re.compile(HAPPENED)
_EVENT_ON_DAY = re.compile(
    rf"(?:{HAPPENED}|作出|结束|完毕)[^,。;:]{{0,16}}$|[\u4e00-\u9fff]{{0,8}}(?:会议|大会|活动|比赛|竞赛|考试|培训|演练|开学|放假|报到)$"
)
_LIMIT = re.compile(r"(?<![期权有年])限(?:时|期)?$")
_DUTY = re.compile(r"(?:应当?|须|需|必须|请|务必|至少|提前|不少于|要|在|于)+$")
_OFFICE = re.compile(r"(?:单位|部门|人|者|局|厅|委|办|科|室|站|企业|机关|政府|中心|公司|方)$")
_NAMES_MONTH = re.compile(r"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])(?:月|季度)")
LOOK_BACK = 60
_DATE_GOES_ON = re.compile(r"[\d一二三四五六七八九十底末初上中下份]")
_AT_LATEST = re.compile(r"(?:最迟|至迟|最晚)(?:不得?|不能|不应)?(?:超过|晚于|迟于)$")
_PART_BEFORE = re.compile(r"(?P<event>[^,。;:]{2,24}?)(?:之|以)?后,[^,。;:()\ue000]{1,16}$")
_ONCE = re.compile(r"(?:一经|一旦)(?P<event>[^,。;:()\ue000]{2,16})(?:的)?,[^,。;:()\ue000]{0,16}$")
_EARLIER_EVENT = re.compile(r"(?P<event>[^,。;]{1,24}?)(?:之|以)?后[^,。;]{0,12},[^,。;]{0,12}$")


def relative_at(source: Source, place: int) -> Found | None:
    """Read the relative expression whose length (3个工作日) or day word (当日) stands at ``place``."""
    sign = source.text[place]
    if sign in "Tt":
        return _settlement(source, place)
    if sign in "当即同次翌第下隔":
        found = _day_word(source, place)
        if found:
            return found
    if sign in "前之以":
        return _before_event(source, place)
    if sign in _FROM_SIGNS:
        found = _from_paper(source, place)
        if found:
            return found
    return _counted(source, place) if sign in "0123456789一二三四五六七八九十廿卅两半百" else None


def _settlement(source: Source, place: int) -> Found | None:
    """Read T+1日 and T+3个工作日: so many days after the day T."""
    match = _SETTLED.match(source.text, place)
    length = length_at(source.text, match.end()) if match else None
    if match is None or length is None or length.measure != "days":
        return None
    inside = _INSIDE.match(source.text, length.end)
    value_ = Relative("after", "T", length.number, length.measure, length.unit)
    return Found(value_, place, inside.end() if inside else length.end)


_SETTLED = re.compile(r"(?<![A-Za-z])[Tt]\+(?=\d)")
_MAY_FOLLOW = re.compile(r".{1,2}?个?工作日")
_FROM_SIGNS = frozenset("自从即今现本印发公颁下签通")


def _before(source: Source, place: int) -> str:
    """Return the words before ``place`` up to the last full stop, end of cell or line."""
    start = max(0, place - LOOK_BACK)
    words = source.text[start:place]
    for offset in range(len(words) - 1, -1, -1):
        if words[offset] in "。;!?\n":
            return words[offset + 1 :]
        if (start + offset + 1) in source.wraps and not _runs_on(words[: offset + 1], words[offset + 1 :]):
            return words[offset + 1 :]
    return words


def _runs_on(left: str, right: str) -> bool:
    """Whether a line was broken inside an expression: 自受理 / 之日起 / 10日内."""
    return _AFTER_BREAK.match(right) is not None or (not right and _BEFORE_BREAK.search(left) is not None)


_AFTER_BREAK = re.compile(r"之日|之时|[起后]|次日|当[日天]|届?满|结束后")
_BEFORE_BREAK = re.compile(r"(?:[起后自于在]|之日|,)$")


def _counted(source: Source, place: int) -> Found | None:
    text = source.text
    if place and text[place - 1] in "0123456789.第每" and not _MAY_FOLLOW.match(text, place):
        return None
    length = length_at(text, place)
    if length is None:
        return None
    inside = _INSIDE.match(text, length.end)
    words = _before(source, place)
    told = _since_or_then(source, place, length, inside, words) or _ahead(source, place, length, words)
    return told or _limited(source, place, length, inside, words)


def _since_or_then(
    source: Source, place: int, length: Length, inside: re.Match[str] | None, words: str
) -> Found | None:
    """Read “自批准之日起3日内” and “批准后3日内”."""
    end = inside.end() if inside else length.end
    since = _SINCE.search(words)
    if since and length.measure and (since["day"] or not (inside and inside.group().endswith("前"))):
        from_next = re.search("次|第二|翌", since["day"] or "") is not None
        return _after(source, place, end, length, words[: since.start()], from_next)
    then = _then(words)
    if then is not None and (inside or _is_sole(source.text, length.end)):
        return _after(source, place, end, length, then, False)
    return None


def _limited(source: Source, place: int, length: Length, inside: re.Match[str] | None, words: str) -> Found | None:
    """Read a length whose event stands farther off or nowhere: “3日内”, “限3日”, “会议召开3日前”, “3日后”."""
    text = source.text
    if inside and _NAMES_MONTH.fullmatch(text, place, length.end):
        return None
    if inside and not inside.group().endswith("前"):
        return _alone(source, place, inside.end(), length, words)
    if not inside and _LIMIT.search(words) and not _DATE_GOES_ON.match(text, length.end) and length.measure != "years":
        return Found(Relative("after", None, length.number, length.measure, length.unit), place, length.end)
    if not inside and _AT_LATEST.search(words) and not _DATE_GOES_ON.match(text, length.end):
        return _at_latest(source, place, length, words)
    return _ago(source, place, inside.end(), length, words) if inside else _later(source, place, length, words)


def _at_latest(source: Source, place: int, length: Length, words: str) -> Found:
    """Read “活动结束后及时报送,最迟不超过3天”: the event stands earlier in the sentence."""
    match = _EARLIER_EVENT.search(words)
    event = event_words(match["event"]) if match else None
    return Found(Relative("after", event, length.number, length.measure, length.unit), place, length.end)


def _is_sole(text: str, place: int) -> bool:
    """Whether “批复后20日” may stand without 内: not where a 前, 以上 or 以来 turns it."""
    return re.compile(r"(?:的)?(?:前|以上|以来|左右|以下|多)").match(text, place) is None


def _then(words: str) -> str | None:
    """Return the event before “后” at the end of the words."""
    match = re.compile(
        r"(?:之|以)?(?<!最)后(?:的)?(?:起)?,?(?:最迟|应当?|须|必须|立即|不超过|最多|至多|最长|一般)?(?:不超过)?(?:于|在)?(?:第|头|前|首)?$"
    ).search(words)
    return words[: match.start()] if match and match.start() > 0 else None


def _after(source: Source, place: int, end: int, length: Length, event: str, from_next: bool) -> Found:
    words = event_words(event)
    clock = clock_at(source.text, end)
    time = clock.time if clock else None
    start = source.text.rfind(words, 0, place) if words else place
    value_ = Relative("after", words, length.number, length.measure, length.unit, from_next, time)
    return Found(value_, start if start >= 0 else place, clock.end if clock and time else end)


def _alone(source: Source, place: int, end: int, length: Length, words: str) -> Found:
    """Read “3日内” with no 后 or 起: an event noun right before it is the event, an office is not."""
    tail = re.split(r"[,。;:、!?\n()]", words)[-1]
    tail = re.sub(r"^限|(?:应当?|须|必须|要|请|务必|一般|最迟|力争)?(?:于|在)?(?:不超过)?$", "", tail)
    told = event_words(tail) or ""
    is_event = _EVENT_NOUN.search(told) or _EVENT_VERB.match(told) or (told != tail and _HAPPENED.fullmatch(told))
    event = told if is_event else _event_ahead(words)
    start = place - len(words) + words.rfind(event) if event else place
    return Found(Relative("after", event, length.number, length.measure, length.unit), start, end)


def _event_ahead(words: str) -> str | None:
    """Return the event of the comma part before: “事故发生后,单位负责人应当于” names 事故发生."""
    match = _PART_BEFORE.search(words) or _ONCE.search(words)
    return event_words(match["event"]) if match else None


def _ahead(source: Source, place: int, length: Length, words: str) -> Found | None:
    """Read “会议召开前3日” and “提前3天”."""
    if _AHEAD.search(words):
        end = length.end
        before = re.sub(r"(?:应当?|须|需|要|均|务必|至少)*(?:提前|提早|预先|事先)(?:至少|不少于|最少)?$", "", words)
        tail = BOUNDARY.split(before)[-1]
        event = re.sub(r"(?:之|以)?前$", "", tail) if re.search(r"前$", tail) else None
        return Found(Relative("before", event, length.number, length.measure, length.unit), place, end)
    match = re.search(r"(?:之|以)?前(?:的)?(?:至少|最少|不少于|不得?少于|最迟)?(?:第)?(?:于|在)?$", words)
    if match is None or match.start() == 0:
        return None
    event = event_words(words[: match.start()])
    if (
        event is None
        or re.search(r"[日月年号旬底\d:点时午]$", event)
        and not re.search(r"之日$|纪念日$|(?:到期|截止|届满|生效|考试|开庭|举办|召开|开标|交付|施行)日$", event)
    ):
        return None
    inside = re.compile(r"(?:之内|以内|内)").match(source.text, length.end)
    start = source.text.rfind(event, 0, place)
    return Found(
        Relative("before", event, length.number, length.measure, length.unit),
        max(start, 0),
        inside.end() if inside else length.end,
    )


def _ago(source: Source, place: int, end: int, length: Length, words: str) -> Found | None:
    """Read “会议召开3日前”; a bare “20日前” is a day of the month and left to the calendar."""
    tail = BOUNDARY.split(words)[-1].split("\n")[-1]
    tail = re.sub(r"(?:的)$", "", tail)
    is_event = re.search(
        r"(?:召开|开始|举行|届满|期满|开工|到期|实施|出发|会议|活动|施工|截止|结束|开标|考试|开学|使用|离开|放假|会前|之日|举办|开会|作业|检修|申报|听证|开庭|评审|竞赛|比赛|演练|投产|变更)$",
        tail,
    )
    if (
        not is_event
        and (length.measure != "days" or source.text[length.end - 1] == "日")
        and length.unit == "unspecified"
    ):
        return None
    event = event_words(tail) if is_event else _done_thing(tail)
    start = source.text.rfind(event, 0, place) if event else place
    return Found(Relative("before", event, length.number, length.measure, length.unit), max(start, 0), end)


def _done_thing(words: str) -> str | None:
    """Return what is done so long after (拆除设施15个工作日前): not an office, nor words of duty."""
    told = event_words(_DUTY.sub("", words))
    return told if told and not _OFFICE.search(told) else None


def _later(source: Source, place: int, length: Length, words: str) -> Found | None:
    """Read “30日后” and “3个月后”, which name no event of their own."""
    match = _AFTER_LENGTH.match(source.text, length.end)
    if match is None or match.group() == "起" or not length.measure:
        return None
    told = event_words(BOUNDARY.split(words)[-1])
    event = told if told and _EVENT_NOUN.search(told) else None
    start = source.text.rfind(event, 0, place) if event else place
    return Found(Relative("after", event, length.number, length.measure, length.unit), max(start, 0), match.end())


def _day_word(source: Source, place: int) -> Found | None:
    """Read 当日, 当天 and 次日 with the event before them."""
    match = _TODAY.match(source.text, place)
    if match is None or source.text[place : place + 2] == "即日":
        return None
    word = match["word"]
    is_next = word[0] in "次翌第下隔"
    unit = "workday" if "工作日" in word else "unspecified"
    words = _before(source, place)
    opens = re.search(r"(?:的|之|后)$", words)
    event = event_words(re.sub(r"(?:的|之|后|之后|以后)$", "", words)) if opens else _joined_event(words)
    start = source.text.rfind(event, 0, place) if event else place
    clock = clock_at(source.text, match.end())
    end = clock.end if clock and clock.time else match.end()
    ahead = re.compile(r"(?:之前|以前|前)").match(source.text, end)
    time = clock.time if clock else None
    return Found(
        Relative("after", event, int(is_next), "days", unit, False, time), max(start, 0), ahead.end() if ahead else end
    )


def _joined_event(words: str) -> str | None:
    tail = re.split(r"[,。;:、!?\n()]", words)[-1]
    match = _EVENT_ON_DAY.search(tail)
    return match.group() if match else None


def _before_event(source: Source, place: int) -> Found | None:
    """Read “办理时限届满前”: before an event, with no number of days."""
    match = _BOUND_BEFORE.match(source.text, place)
    if match is None or (source.text[place] != "前" and match.group() == "前"):
        return None
    following = length_at(source.text, match.end())
    tail = re.split(r"[,。;:、!?\n()]", _before(source, place))[-1]
    if following or not _BEFORE_EVENT.search(tail) or "\ue000" in tail[-6:]:
        return None
    event = event_words(tail)
    if event is None:
        return None
    start = source.text.rfind(event, 0, place)
    return Found(Relative("before", event, 0, "days", "unspecified"), max(start, 0), match.end())


def _from_paper(source: Source, place: int) -> Found | None:
    match = _FROM_PAPER.match(source.text, place)
    if match is None or length_at(source.text, match.end()) or not re.search(r"起", match.group()):
        return None
    return Found(Beginning(Anchor.DOC_DATE), place, match.end())
