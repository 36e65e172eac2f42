"""What never ends (长期坚持, 随时) and what is to be done at once (立行立改)."""

import re

from lianbing_desktop.domain.clause import CalendarDay, Standing, Window
from lianbing_desktop.reading.clauses.found import Found
from lianbing_desktop.reading.clauses.resolving import Context

_ONGOING = re.compile(
    r"(?<!延)长期(?!限)(?:坚持|执行|开展|抓好|推进|实施|任务|保持|有效|工作|公开|整改|持续|落实)?(?!以来|规划|稳定|股权|借款|居|护理|性|投资|合同|贷款|来)|常年(?:坚持|开展)?(?!平均|气|主导|降|均)|长效(?:坚持|保持|推进|落实|开展)|"
    r"(?:持续|不断|滚动|常态化|经常性|不间断)(?:深入|稳步|全面|大力|有序|有效|扎实|加力)?(?:推进|开展|坚持|实施|整改|进行|抓好|加强|更新|深化|用力|保持|公开|落实|推动|优化|完善|提升|巩固|做好|监测|跟踪|监管)|"
    r"(?:贯穿|伴随)(?:全年|全过程|[^,。;:\n]{0,6}始终)|全程|全过程|始终(?:坚持|保持)|长年|一贯|常态化?(?:长效|坚持)?|日常(?:工作|性工作|化)?(?=$|[\n,。;、)])|持续性?(?=$|[\n,。;、)])|"
    r"实时(?:报送|更新|上报|公开|监控|上传|监测|发布|动态)?|动态(?:更新|调整|公开|管理|维护)|随时(?!间)(?:报送|上报|更新|报告)?|平时|经常(?:性)?(?:开展|坚持|进行)|适时(?=更新)|不定期|"
    r"随(?:有|到|产生)随(?:报|办|公开)|即时更新|常抓不懈|长抓不懈|久久为功|永久(?:保存|公开)?|每时每刻|无限期"
)
_WHOLE_YEAR = re.compile(
    r"(?<![去上往历]年)(?:(?P<year>(?:19|20)\d\d)年)?(?P<word>全年|整年|贯穿全年)(?:工作|开展|坚持|推进|任务)?(?P<after>.?)"
)
_NOT_WHOLE = re.compile(
    r"全年(?:[^,。;\n]{0,10})(?:不少于|不低于|至少|次|篇|件|目标|总|累计|增|平均|GDP|收入|任务数|\d)"
)
_AT_ONCE = re.compile(
    r"立行立改|立查立改|即知即改|立整立改|边查边改|边整边改|立即(?:整改|执行|报告|上报|办理|落实|开展|启动|实施|组织|停止|处理|处置|完成|行动|改正|改|报)?|马上(?:就办|整改)|即知即办|"
    r"(?:第一时间|即刻|立刻|即时)(?:报告|上报|办理|整改|处置|报送|公开|办结|处理|转办)?|即(?:办|改|报)(?=$|[\n,。;、)])|即收即办|即到即办|当即"
)
_STARTS = frozenset("长常持不滚经贯伴全始一日实动随平适即每无整立边马第当")


def standing_at(text: str, place: int, context: Context) -> Found | None:
    """Read a word of lasting or of haste at ``place``."""
    if text[place] not in _STARTS and not text[place].isdigit():
        return None
    year = _WHOLE_YEAR.match(text, place)
    if year:
        return _whole_year(text, year, context)
    match = _AT_ONCE.match(text, place)
    if match:
        return Found(Standing("immediate"), place, match.end())
    match = _ONGOING.match(text, place)
    return Found(Standing(), place, match.end()) if match else None


def _whole_year(text: str, match: re.Match[str], context: Context) -> Found | None:
    if _NOT_WHOLE.match(text, match.start("word")):
        return None
    year = int(match["year"]) if match["year"] else context.doc_year
    end = match.end() - len(match["after"])
    if year is None:
        return Found(Standing(), match.start(), end)
    window = Window(CalendarDay(1, 1, year), CalendarDay(12, 31, year), ongoing=True)
    return Found(window, match.start(), end)
